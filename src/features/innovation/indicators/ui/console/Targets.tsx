import { Button, Select } from 'antd';
import { useState } from 'react';
import { Card, DeskPage, Loaded, type Output, tell, useAct, useAddress, useCall, useScope, useWords } from '../../../../../web/kit/index.ts';
import { namedList } from '../../../../../web/kit/desk.ts';
import { api } from '../../indicators.contract.ts';
import { GROUPS, type Indicator, INDICATORS } from '../../indicators.rules.ts';
import { words as names } from '../../kinds.words.ts';
import { words } from '../indicators-ui.words.ts';
import '../indicators.css';

type Seen = Output<typeof api.targets>;
type Line = { readonly unitId: string; readonly group: Seen['items'][number]['group']; readonly name: string };
type Changes = Readonly<Record<string, string>>;

const keyOf = (l: Pick<Line, 'unitId' | 'group'>, i: Indicator): string => `${l.unitId} ${l.group} ${i}`;
const percent = (target: number | undefined): string => (target === undefined ? '' : String(target / 100));
/** Ten-thousandths of a percentage as typed; null = none, undefined = no number. */
function readPercent(text: string): number | null | undefined {
  const bare = text.trim().replace(/[%％]$/, '');
  if (bare === '') return null;
  const n = /^\d{1,6}(\.\d{1,2})?$/.test(bare) ? Math.round(Number(bare) * 100) : 0;
  return n >= 1 && n <= 10_000_000 ? n : undefined;
}

function Grid({ seen, lines, changes, write }: { seen: Seen; lines: readonly Line[]; changes: Changes; write: (key: string, text: string) => void }) {
  const w = useWords(words);
  const n = useWords(names);
  const find = (list: Seen['items'], l: Line, i: Indicator) => list.find((t) => t.unitId === l.unitId && t.group === l.group && t.indicator === i)?.target;
  const mayWrite = seen.may.includes('settle');
  const cell = (l: Line, i: Indicator) => {
    const [set, last, key] = [find(seen.items, l, i), find(seen.before, l, i), keyOf(l, i)];
    const text = changes[key] ?? percent(set);
    return (
      <td key={i}>
        {mayWrite ? <input inputMode="decimal" aria-label={w.percentOf({ row: l.name, indicator: n[i] })} value={text} aria-invalid={readPercent(text) === undefined} onChange={(e) => write(key, e.target.value)} /> : <span className="num">{set === undefined ? '—' : `${percent(set)}%`}</span>}
        <small className="num">{last === undefined ? ' ' : w.lastYear({ target: `${percent(last)}%` })}</small>
      </td>
    );
  };
  return (
    <section className="ratetablewrap" aria-label={w.targets}>
      <table className="ratetable targettable">
        <thead><tr><th scope="col">{w.name}</th>{INDICATORS.map((i) => <th key={i} scope="col">{n[i]}</th>)}</tr></thead>
        <tbody>{lines.map((l) => <tr key={l.unitId + l.group}><th scope="row">{l.name}</th>{INDICATORS.map((i) => cell(l, i))}</tr>)}</tbody>
      </table>
    </section>
  );
}

function Form({ seen }: { seen: Seen }) {
  const w = useWords(words);
  const n = useWords(names);
  const [changes, setChanges] = useState<Changes>({});
  const before = Object.fromEntries(seen.items.map((t) => [`${t.unitId} ${t.group} ${t.indicator}`, percent(t.target)]));
  const changed = Object.entries(changes).filter(([key, text]) => text.trim() !== (before[key] ?? ''));
  const at = { schemeId: seen.scheme.id, year: seen.year };
  const settled = { refreshes: [api.targets, api.figures] };
  const saving = useAct(api.setTargets, { ...settled, after: (out) => { setChanges({}); tell(w.saved({ n: out.changed })); } });
  const copying = useAct(api.copyTargets, { ...settled, after: (out) => tell(w.copied({ n: out.changed })) });
  const save = (): void => {
    const targets = changed.map(([key, text]) => { const [unitId = '', group, indicator] = key.split(' '); return { unitId, group, indicator, target: readPercent(text) }; });
    if (targets.some((t) => t.target === undefined)) tell(w.percentWrong, 'bad');
    else saving.act({ ...at, targets } as Parameters<typeof saving.act>[0]);
  };
  const company: Line = { unitId: seen.scheme.id, group: 'all', name: seen.scheme.name };
  const units = [company, ...seen.units.filter((u) => !u.head).map((u): Line => ({ unitId: u.id, group: 'all', name: u.name }))];
  const groups = GROUPS.map((group): Line => ({ unitId: seen.scheme.id, group, name: n[group] }));
  const write = (key: string, text: string): void => setChanges((all) => ({ ...all, [key]: text }));
  const fill = (): void => setChanges((all) => ({ ...all, ...Object.fromEntries(units.slice(1).flatMap((u) => INDICATORS.map((i) => [keyOf(u, i), all[keyOf(company, i)] ?? before[keyOf(company, i)] ?? '']))) }));
  return (
    <div className="indicators">
      {seen.may.includes('settle') ? (
        <div className="deskacts">
          <Button type="primary" disabled={changed.length === 0} loading={saving.busy} onClick={save}>{w.save}</Button><Button onClick={fill}>{w.fillDown}</Button><Button loading={copying.busy} onClick={() => copying.act(at)}>{w.copy}</Button>
          {changed.length > 0 ? <span className="note" role="status">{w.unsaved({ n: changed.length })}</span> : null}
        </div>
      ) : null}
      <Card title={w.units}><Grid seen={seen} lines={units} changes={changes} write={write} /></Card>
      <Card title={w.groups}><Grid seen={seen} lines={groups} changes={changes} write={write} /></Card>
    </div>
  );
}

/** Targets of a year for the company, its units and groups of people. */
export default function Targets() {
  const w = useWords(words);
  const { union } = useScope();
  const [at, choose] = useAddress('year');
  const now = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear();
  const year = Number(at) || now;
  const seen = useCall(api.targets, { year, ...(union ? { unionId: union } : {}) });
  return (
    <DeskPage title={w.setTargets({ year })} about={w.targetsAbout}
      actions={<><Select {...namedList(w.year)} value={year} onChange={(y: number) => choose(String(y))} options={[now + 1, now, now - 1, now - 2, now - 3].map((y) => ({ value: y, label: w.yearName({ year: y }) }))} /><Button onClick={() => print()}>{w.print}</Button></>}>
      <Loaded from={seen} lines={10}>{(s) => <Form key={`${s.year}`} seen={s} />}</Loaded>
    </DeskPage>
  );
}
