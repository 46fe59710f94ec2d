import { Chip, Empty, type Output, showTime, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { ListActions, ListPanel, useList, useRows } from '../../../../../web/kit/desk.ts';
import { api } from '../../draws.contract.ts';
import { words } from '../desk.words.ts';

type Row = Output<typeof api.entrants>['items'][number];

/** Who entered a draw: in the order of entering, afterwards in the order of the draw. */
export function Entrants({ id }: { id: string }) {
  const w = useWords(words);
  const language = useLocale();
  const list = useList<Row>('draw-entrants', {
    filters: [{ kind: 'find', name: 'text', label: w.findPerson }],
    columns: {
      rank: { title: w.rank, width: 72, align: 'right', cell: (r) => r.rank ?? '' },
      name: { title: w.person, cell: (r) => <b>{r.name}</b> },
      unit: { title: w.unit, cell: (r) => r.unit },
      at: { title: w.at, width: 180, cell: (r) => <span className="num">{showTime(r.at, language)}</span> },
      state: { title: w.state, width: 110, cell: (r) => <Chip kind={r.state === 'handed' ? 'ok' : r.prize ? 'gold' : 'quiet'}>{w[`state_${r.state as 'entered'}`]}</Chip> },
      prize: { title: w.prize, cell: (r) => r.prize ?? '' },
    },
  });
  const rows = useRows(api.entrants, list, { also: { id } });
  return (
    <>
      <div className="drawbar"><h2>{w.listTitle}</h2><span><ListActions list={list} to={api.exportEntrants} can="draws.keep" also={{ id }} /></span></div>
      <ListPanel list={list} rows={rows} label={w.listTitle} empty={<Empty icon="people" title={w.listNone} />} />
    </>
  );
}
