import { DeskPage, Empty, type Output, showMoney, useWords } from '../../../../../web/kit/index.ts';
import { type List, ListActions, ListPanel, useList, useRows } from '../../../../../web/kit/desk.ts';
import { api } from '../../indicators.contract.ts';
import { GROUPS, KINDS, MEASURES } from '../../indicators.rules.ts';
import { words as names } from '../../kinds.words.ts';
import { words } from '../indicators-ui.words.ts';

type Row = Output<typeof api.items>['items'][number];
const day = (on: string | null) => <span className="num">{on ?? ''}</span>;

function useItems(): List<Row> {
  const w = useWords(words);
  const n = useWords(names);
  return useList<Row>('indicator-items', {
    more: ['unitId', 'campaignId', 'schemeId'],
    filters: [
      { kind: 'choose', name: 'measure', label: w.measure, options: MEASURES.map((m) => [m, n[m]] as const) }, { kind: 'days', name: 'from', to: 'to', label: [w.from, w.to] },
      { kind: 'parts', name: 'basis', label: w.basis, options: [['', w.cohort], ['event', w.event]] }, { kind: 'choose', name: 'kind', label: w.kind, options: KINDS.map((k) => [k, n[k]] as const) },
      { kind: 'choose', name: 'group', label: w.group, options: GROUPS.map((g) => [g, n[g]] as const) },
    ],
    columns: {
      title: { title: w.colTitle, cell: (r) => <span className="cell"><b>{r.title}</b><small className="num">{r.number}</small></span> },
      unit: { title: w.colUnit, width: 130, cell: (r) => r.unit },
      authors: { title: w.colAuthors, width: 130, cell: (r) => r.authors },
      kind: { title: w.colKind, width: 100, cell: (r) => n[r.kind] },
      grade: { title: w.colGrade, width: 70, cell: (r) => (r.grade === null ? '' : w.gradeOf({ n: r.grade })) },
      submittedOn: { title: w.colSubmitted, width: 110, cell: (r) => day(r.submittedOn) },
      adoptedOn: { title: w.colAdopted, width: 110, cell: (r) => day(r.adoptedOn) },
      startedOn: { title: w.colStarted, width: 110, cell: (r) => day(r.startedOn) },
      completedOn: { title: w.colCompleted, width: 110, cell: (r) => day(r.completedOn) },
      benefitFen: { title: w.colBenefit, width: 120, cell: (r) => <span className="num">{r.benefitFen === null ? '' : showMoney(r.benefitFen)}</span> },
    },
  });
}

/** Exactly the suggestions behind a number of the indicators. */
export default function Items() {
  const w = useWords(words);
  const n = useWords(names);
  const list = useItems();
  const rows = useRows(api.items, list);
  const measure = MEASURES.find((m) => m === list.value('measure')) ?? 'valid';
  return (
    <DeskPage title={`${n[measure]} · ${w.itemsTitle}`} about={rows.total === undefined ? undefined : w.items({ n: rows.total })} actions={<ListActions list={list} to={api.exportItems} can="indicators.read" />}>
      <ListPanel list={list} rows={rows} open={(r) => `/suggestions/${r.id}`} empty={<Empty icon="idea" title={w.emptyItems} hint={w.noneHint} />} />
    </DeskPage>
  );
}
