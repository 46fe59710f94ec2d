import { useState } from 'react';
import { Chip, DeskPage, Empty, Icon, type Output, showTime, useLocale, useMe, useScope, useWords } from '../../../../../web/kit/index.ts';
import { type List, ListActions, ListPanel, useList, useRows } from '../../../../../web/kit/desk.ts';
import { desk } from '../../desk.contract.ts';
import { clockOf } from '../../lockers.rules.ts';
import { words } from '../locker-ui.words.ts';
import { CabinetForm } from './CabinetForms.tsx';
import { Tabs } from './Tabs.tsx';

type Row = Output<typeof desk.cabinets>['items'][number];
const STATES = ['active', 'paused', 'retired'] as const;
const WANTS = ['overdue', 'missing', 'outOfOrder', 'refill'] as const;

/** In use, paused or retired. */
export function StateChip({ of: c }: { of: Pick<Row, 'state' | 'why'> }) {
  const w = useWords(words);
  return <Chip kind={c.state === 'active' ? 'ok' : c.state === 'paused' ? 'warn' : 'quiet'} title={c.why}>{w[`state_${c.state}`]}</Chip>;
}

/** What a cabinet needs: late, missing, broken, to be refilled, offline. */
export function Care({ of: c }: { of: Row }) {
  const w = useWords(words);
  const language = useLocale();
  const all = [[c.missing, 'late', w.missingN({ n: c.missing })], [c.overdue, 'warn', w.overdueN({ n: c.overdue })], [c.broken, 'late', w.brokenN({ n: c.broken })], [c.low, 'warn', w.lowN({ n: c.low })]] as const;
  const shown = all.filter(([n]) => n > 0);
  if (shown.length === 0 && c.offlineSince === null) return <span className="note">{w.allWell}</span>;
  return <span className="lkcare">{shown.map(([, kind, text]) => <Chip key={text} kind={kind}>{text}</Chip>)}{c.offlineSince ? <Chip kind="late" icon="network" title={w.offlineSince({ time: showTime(c.offlineSince, language) })}>{w.offline}</Chip> : null}</span>;
}

function useCabinets(): List<Row> {
  const w = useWords(words);
  return useList<Row>('lockers', {
    filters: [{ kind: 'find', name: 'text', label: w.find }, { kind: 'choose', name: 'wants', label: w.anyCare, options: WANTS.map((s) => [s, w[`wants_${s}`]]) }, { kind: 'choose', name: 'state', label: w.anyState, options: STATES.map((s) => [s, w[`state_${s}`]]) }],
    columns: {
      number: { title: w.number, width: 70, cell: (r) => <span className="num">{r.number}</span> }, place: { title: w.place, cell: (r) => <span className="cell"><b>{r.place}</b><small>{r.union}</small></span> },
      state: { title: w.state, width: 100, cell: (r) => <StateChip of={r} /> }, care: { title: w.care, cell: (r) => <Care of={r} /> }, doors: { title: w.doorsFree, width: 110, align: 'right', cell: (r) => <span className="num">{r.free} / {r.doors}</span> },
      out: { title: w.out, width: 80, align: 'right', cell: (r) => <span className="num">{r.out}</span> }, hours: { title: w.openHours, width: 130, cell: (r) => (r.opensMinute === 0 && r.closesMinute === 1440 ? w.always : <span className="num">{clockOf(r.opensMinute)}–{clockOf(r.closesMinute)}</span>) },
    },
  });
}

/** Cabinets over the unions of the officer, those that need somebody first. */
export default function Cabinets() {
  const w = useWords(words);
  const me = useMe();
  const scope = useScope();
  const [putting, setPutting] = useState(false);
  const list = useCabinets();
  const rows = useRows(desk.cabinets, list, { every: 30_000 });
  const unionId = scope.union ?? me.offices.find((o) => ['chair', 'viceChair', 'organiser', 'groupLeader'].includes(o.kind))?.unionId;
  const put = unionId ? <button type="button" className="btn primary" onClick={() => setPutting(true)}><Icon name="add" size={18} />{w.put}</button> : null;
  return (
    <DeskPage title={w.title} about={rows.total === undefined ? undefined : w.registerAbout({ n: rows.total })} actions={<><ListActions list={list} to={desk.exportCabinets} can="lockers.keep" />{put}</>}>
      <Tabs />
      {putting && unionId ? <CabinetForm unionId={unionId} close={() => setPutting(false)} /> : null}
      <ListPanel list={list} rows={rows} open={(r) => `/lockers/${r.id}`} empty={<Empty icon="box" title={w.noCabinets} hint={w.noCabinetsHint}>{put}</Empty>} />
    </DeskPage>
  );
}
