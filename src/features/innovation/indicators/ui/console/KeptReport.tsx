import { useParams } from 'react-router';
import { Loaded, type Output, showMoney, showNumber, showTime, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../indicators.contract.ts';
import { words as names } from '../../kinds.words.ts';
import { words } from '../indicators-ui.words.ts';
import { PaperFrame, ReportSheet } from './Sheet.tsx';

type Seen = Output<typeof api.report>;

/** What differs from today, beside the paper and not on it. */
function Differences({ report: r }: { report: Seen }) {
  const w = useWords(words);
  const n = useWords(names);
  const show = (measure: Seen['differences'][number]['measure'], value: number): string => (measure.endsWith('Fen') ? showMoney(value) : showNumber(value));
  return (
    <section className="paperbar" aria-label={w.differs}>
      <div className="card">
        <p>{r.sound ? w.sound : <b role="alert">{w.unsound}</b>}</p>
        <p>{w.differs}{r.differences.length === 0 ? ` — ${w.differsNone}` : null}</p>
        {r.differences.length > 0 ? <ul>{r.differences.map((d) => <li key={d.measure}>{w.difference({ measure: n[d.measure], kept: show(d.measure, d.kept), today: show(d.measure, d.today) })}</li>)}</ul> : null}
      </div>
    </section>
  );
}

/** A kept report as it was. */
export default function KeptReport() {
  const w = useWords(words);
  const language = useLocale();
  const { id = '' } = useParams();
  const seen = useCall(api.report, { id });
  return (
    <PaperFrame title={w.reportTitle} back="/indicators/reports">
      <Loaded from={seen} lines={10}>{(r) => <><Differences report={r} /><ReportSheet figures={r.figures} foot={[w.keptBy({ name: r.keptBy, day: showTime(r.keptAt, language) }), w.hash({ hash: r.hash })]} /></>}</Loaded>
    </PaperFrame>
  );
}
