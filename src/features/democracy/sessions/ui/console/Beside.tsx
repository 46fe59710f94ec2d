import { Select } from 'antd';
import { useState } from 'react';
import { Card, Chip, Icon, showDate, showList, useAct, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { namedList } from '../../../../../web/kit/desk.ts';
import { room } from '../../room.contract.ts';
import { items } from '../../sessions.contract.ts';
import { type Kept, Quorum, TimeLeft } from '../both/looks.tsx';
import { words } from '../desk.words.ts';
import { Agree, CHANGED } from './Acts.tsx';

const MARK = { ok: 'ok', warn: 'warn', short: 'late' } as const;
const ICON = { ok: 'check', warn: 'info', short: 'close' } as const;

function Enlist({ of: z }: { of: Kept }) {
  const w = useWords(words);
  const [text, setText] = useState('');
  const [who, setWho] = useState<string>();
  const found = useCall(room.seats, { id: z.id, here: 'here', limit: 20, ...(text.trim() ? { text: text.trim() } : {}) }, { keepWhileChanging: true });
  const { act, busy } = useAct(room.enlist, { done: w.done, refreshes: CHANGED, after: () => setWho(undefined) });
  const now = z.agenda.find((i) => i.state === 'presented' || i.state === 'voting')?.id ?? null;
  return <div className="sesline"><Select {...namedList(w.who)} style={{ minWidth: 180, flex: 1 }} placeholder={w.who} value={who} onChange={setWho} showSearch={{ filterOption: false, onSearch: setText }} options={(found.data?.items ?? []).map((s) => ({ value: s.id, label: `${s.name} · ${s.unit}` }))} /><button type="button" className="btn" disabled={busy || who === undefined} onClick={() => act({ id: z.id, seatId: who ?? '', itemId: now, about: '' })}>{w.enlist}</button></div>;
}

function Speakers({ of: z }: { of: Kept }) {
  const w = useWords(words);
  const grant = useAct(room.grant, { refreshes: CHANGED });
  const end = useAct(room.end, { refreshes: CHANGED });
  const waiting = z.speakers.filter((k) => k.state === 'asked');
  const now = z.speakers.find((k) => k.state === 'speaking');
  const spoke = z.speakers.filter((k) => k.state === 'spoke').length;
  if (!z.may.includes('speakers')) return null;
  return (
    <Card title={w.speakers} aside={spoke > 0 ? w.spoke({ n: spoke }) : undefined}>
      <div className="sesdesk">
        {now ? <div className="sesline"><Chip kind="union" icon="talk">{w.speaking}</Chip><b>{now.name}</b><TimeLeft of={now} /><button type="button" className="btn" disabled={end.busy} onClick={() => end.act({ id: now.id })}>{w.end}</button></div> : null}
        {waiting.length === 0 ? <p className="note">{w.noSpeakers}</p> : <ul className="seslist">{waiting.map((k) => <li key={k.id} className="sesline"><span className="cell"><b>{k.name}</b><small>{[k.delegation, k.about].filter(Boolean).join(' · ')}</small></span><button type="button" className="btn" disabled={grant.busy} onClick={() => grant.act({ id: k.id })}>{w.grant}<span className="unseen">{k.name}</span></button></li>)}</ul>}
        <Enlist of={z} />
      </div>
    </Card>
  );
}

/** What earlier sessions left: execution to look into, decisions of joint meetings to ratify. */
function CarriedOver({ of: z }: { of: Kept }) {
  const w = useWords(words);
  const language = useLocale();
  const { act, busy } = useAct(items.add, { done: w.saved, refreshes: CHANGED });
  if (z.carried.length === 0 || z.closedAt) return null;
  const put = (c: Kept['carried'][number]): void => act(c.waits === 'execution' ? { id: z.id, matter: 'execution', act: 'SUPERVISE', level: 'none', title: w.executionTitle({ title: c.title }).slice(0, 120), body: c.execNote, ratifiesId: null } : { id: z.id, matter: 'ratification', act: 'ADOPT', level: 'blind', title: w.ratifyTitle({ title: c.title }).slice(0, 120), body: '', ratifiesId: c.id });
  return (
    <Card title={w.carried}>
      <ul className="seslist">{z.carried.map((c) => <li key={c.id} className="sesopinion"><span className="sesline"><Chip kind={c.overdue ? 'late' : 'info'}>{c.overdue ? w.overdue : w[`waits_${c.waits}`]}</Chip><b>{c.title}</b></span><small className="note">{[c.session, c.execBy, c.execDue ? showDate(c.execDue, language) : '', c.execNote].filter(Boolean).join(' · ')}</small>{z.may.includes('add') ? <div className="sesacts"><button type="button" className="btn" disabled={busy} onClick={() => put(c)}><Icon name="add" size={18} />{w.putOn}<span className="unseen">{c.title}</span></button></div> : null}</li>)}</ul>
    </Card>
  );
}

/** Beside the agenda: who is here, who speaks, what the rules find, what waits from before. */
export function Beside({ of: z }: { of: Kept }) {
  const w = useWords(words);
  const language = useLocale();
  return (
    <>
      <Card title={w.quorum} aside={z.observers > 0 ? w.observers({ n: z.observers }) : undefined}>
        <div className="sesdesk"><Quorum of={z.quorum} /><table className="sestable"><caption className="unseen">{w.delegations}</caption><tbody>{z.delegations.map((d) => <tr key={d.id ?? d.name}><td>{d.name || w.general}</td><td className="r num">{w.ofSeats({ present: d.present, seats: d.seats })}</td></tr>)}</tbody></table></div>
      </Card>
      <Speakers of={z} />
      <Card title={w.agreement}><div className="sesdesk"><Agree of={z} side="employer" /><Agree of={z} side="union" /></div></Card>
      {z.presidium.length > 0 ? <Card title={w.presidium} aside={z.hands ? undefined : w.presidiumProposed}><p className="sestext">{showList(z.presidium.map((p) => (p.chair ? `${p.name}（${w.chairPick}）` : p.name)), language)}</p>{z.hands ? <p className="note">{w.handsOf(z.hands)}</p> : null}</Card> : null}
      <Card title={w.findings}><ul className="sesfind">{z.findings.map((f) => <li key={f.key} className="sesline"><Chip kind={MARK[f.state]} icon={ICON[f.state]}>{f.text}</Chip></li>)}</ul></Card>
      <CarriedOver of={z} />
    </>
  );
}
