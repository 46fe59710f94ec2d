import { attachments, Card, Chip, Deadline, Icon, type Output, Row, showDate, showTime, Timeline, useLocale, useWords } from '../../../../../web/kit/index.ts';
import type { api } from '../../joint-meetings.contract.ts';
import { SIDES } from '../../joint-meetings.rules.ts';
import '../joint.css';
import { words } from '../joint-ui.words.ts';

export type Council = Output<typeof api.council>;
export type Meeting = Output<typeof api.meeting>;
export type Item = Output<typeof api.item>;
type ItemRow = Council['items'][number];
type Person = Council['people'][number];

export function MeetingChip({ of }: { of: Meeting['state'] }) {
  const w = useWords(words);
  return <Chip kind={of === 'agreed' ? 'ok' : of === 'drafted' ? 'warn' : of === 'planned' ? 'info' : 'quiet'}>{w[`meeting_${of}`]}</Chip>;
}
export function ItemChip({ of }: { of: ItemRow['state'] }) {
  const w = useWords(words);
  return <Chip kind={of === 'done' ? 'ok' : of === 'asked' ? 'warn' : of === 'working' ? 'info' : 'quiet'}>{w[`item_${of}`]}</Chip>;
}

/** How far an item is. */
export const Bar = ({ n }: { n: number }) => <div className="jmbar"><i aria-hidden="true"><i style={{ width: `${String(n)}%` }} /></i><span className="num">{n}%</span></div>;

/** Items, each with owner, day and state. */
export function ItemRows({ items }: { items: readonly ItemRow[] }) {
  const w = useWords(words);
  const language = useLocale();
  return <>{items.map((i) => <Row key={i.id} icon="tasks" tint={i.late ? 'late' : i.state === 'done' ? 'ok' : 'info'} title={i.title} note={`${w[`side_${i.side}`]} ${i.owner} · ${showDate(i.dueOn, language)} · ${String(i.progress)}%`} end={i.late ? <Deadline due={i.dueOn} /> : <ItemChip of={i.state} />} to={`/joint-meetings/items/${i.id}`} />)}</>;
}

/** Who speaks for which side. */
export function People({ of, otherName, act }: { of: readonly Person[]; otherName: string; act?: (p: Person) => React.ReactNode }) {
  const w = useWords(words);
  return (
    <div className="jmpeople">
      {SIDES.map((side) => (
        <div key={side}>
          <h3>{w[`side_${side}`]}{side === 'other' ? ` · ${otherName}` : ''}</h3>
          <ul>{of.filter((p) => p.side === side).map((p) => <li key={p.id}><b>{p.name}</b>{p.until ? <Chip>{w.former}</Chip> : <Chip kind={p.role === 'head' ? 'union' : p.role === 'contact' ? 'info' : 'quiet'}>{w[`role_${p.role}`]}</Chip>}<small>{p.unit}</small>{p.until ? null : act?.(p)}</li>)}</ul>
        </div>
      ))}
    </div>
  );
}

/** Who has consented, and who is awaited. */
export function Consents({ of }: { of: Meeting['consents'] }) {
  const w = useWords(words);
  const language = useLocale();
  return (
    <Card title={w.consents}>
      {SIDES.map((side) => {
        const c = of.find((x) => x.side === side);
        return <Row key={side} icon={c ? 'ok' : 'clock'} tint={c ? 'ok' : 'warn'} title={w[`side_${side}`]} note={c ? w.consented({ name: c.name, time: showTime(c.at, language) }) : w.awaited} />;
      })}
    </Card>
  );
}

/** What happened, with the evidence that was given. */
export function Story({ of }: { of: Item['story'] }) {
  const w = useWords(words);
  return (
    <Card title={w.story}>
      <Timeline items={of.map((e) => ({ key: e.id, what: `${e.what}${e.by ? ` · ${e.by}` : ''}`, when: e.at, note: e.text || e.files.length > 0 ? <>{e.text}{e.files.map((f) => <a key={f.id} className="jmrow" href={attachments.open.path.replace(':id', f.id)} target="_blank" rel="noreferrer"><Icon name="file" size={16} />{f.name}</a>)}</> : null }))} />
    </Card>
  );
}
