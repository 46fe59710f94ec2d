import { useParams } from 'react-router';
import { Loaded, ON_PAPER, showTime, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { Paper } from '../../../../../web/kit/desk.ts';
import { desk } from '../../appraisals.contract.ts';
import { ReportSums, ReportTable } from '../both/ReportTable.tsx';
import { words } from '../desk.words.ts';

/** The report on paper, with room for signatures. */
export default function ReportPaper() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const language = useLocale();
  const report = useCall(desk.report, { id });
  return (
    <Paper title={w.report} back={`/appraisals/${id}/report`}>
      <Loaded from={report} lines={10}>
        {(of) => (
          <div className="appdesk">
            <h1>{w.report}</h1><p><b>{of.title}</b> · {of.union}{of.closedAt ? ` · ${showTime(of.closedAt, language, ON_PAPER)}` : ''}</p>
            <ReportSums of={of} /><ReportTable of={of} shown={of.leaders} paper /><p>{w.paperSigns} ________________</p>
          </div>
        )}
      </Loaded>
    </Paper>
  );
}
