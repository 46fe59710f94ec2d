import { DeskPage, Empty, Icon, type Output, showTime, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { ListPanel, useList, useRows } from '../../../../../web/kit/desk.ts';
import { api } from '../../indicators.contract.ts';
import { INDICATORS, rateOf, showRate } from '../../indicators.rules.ts';
import { words as names } from '../../kinds.words.ts';
import { words } from '../indicators-ui.words.ts';
import { sayPeriod } from './period.tsx';

type Row = Output<typeof api.reports>['items'][number];

/** Reports that were kept, the latest period first. */
export default function Reports() {
  const w = useWords(words);
  const n = useWords(names);
  const language = useLocale();
  const list = useList<Row>('indicator-reports', {
    filters: [],
    columns: {
      period: { title: w.period, cell: (r) => <span className="cell"><b>{sayPeriod(r, w)}</b><small>{w[r.basis]}</small></span> },
      ...Object.fromEntries(INDICATORS.map((i) => [i, { title: n[i], width: 110, cell: (r: Row) => <span className="num">{showRate(rateOf(i, r.all))}</span> }])),
      kept: { title: w.kept, width: 220, cell: (r) => w.keptBy({ name: r.keptBy, day: showTime(r.keptAt, language) }) },
    },
  });
  const rows = useRows(api.reports, list);
  return (
    <DeskPage title={w.reports} actions={<button type="button" className="btn" onClick={() => print()}><Icon name="print" size={18} />{w.print}</button>}>
      <ListPanel list={list} rows={rows} open={(r) => `/indicators/reports/${r.id}`} empty={<Empty icon="file" title={w.noReports} hint={w.noReportsHint} />} />
    </DeskPage>
  );
}
