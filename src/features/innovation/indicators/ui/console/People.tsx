import { DeskPage, Empty, type Output, useWords } from '../../../../../web/kit/index.ts';
import { type List, ListActions, ListPanel, useList, useRows } from '../../../../../web/kit/desk.ts';
import { api } from '../../indicators.contract.ts';
import { GROUPS, PEOPLE } from '../../indicators.rules.ts';
import { words as names } from '../../kinds.words.ts';
import { words } from '../indicators-ui.words.ts';

type Row = Output<typeof api.people>['items'][number];

function usePeople(): List<Row> {
  const w = useWords(words);
  const n = useWords(names);
  return useList<Row>('indicator-people', {
    more: ['unitId', 'campaignId', 'schemeId', 'kind', 'basis'],
    filters: [
      { kind: 'choose', name: 'measure', label: w.measure, options: PEOPLE.map((m) => [m, n[m]] as const) }, { kind: 'days', name: 'from', to: 'to', label: [w.from, w.to] },
      { kind: 'choose', name: 'group', label: w.group, options: GROUPS.map((g) => [g, n[g]] as const) },
    ],
    columns: {
      name: { title: w.colName, cell: (r) => <b>{r.name}</b> },
      union: { title: w.colUnion, cell: (r) => r.union },
      valid: { title: w.colValid, width: 120, cell: (r) => <span className="num">{r.valid}</span> },
    },
  });
}

/** Exactly the people behind a number of the indicators. */
export default function People() {
  const w = useWords(words);
  const n = useWords(names);
  const list = usePeople();
  const rows = useRows(api.people, list);
  const measure = PEOPLE.find((m) => m === list.value('measure')) ?? 'participants';
  return (
    <DeskPage title={`${n[measure]} · ${w.peopleTitle}`} about={rows.total === undefined ? undefined : w.heads({ n: rows.total })} actions={<ListActions list={list} to={api.exportPeople} can="indicators.read" />}>
      <ListPanel list={list} rows={rows} empty={<Empty icon="people" title={w.emptyPeople} hint={w.noneHint} />} />
    </DeskPage>
  );
}
