import { NotShown, useCall, useWords, Waiting } from '../../../../../web/kit/index.ts';
import { api } from '../../indicators.contract.ts';
import { words } from '../indicators-ui.words.ts';
import { useAsked } from './period.tsx';
import { PaperFrame, ReportSheet } from './Sheet.tsx';

/** The report of the period in the address, as the numbers stand now. */
export default function Report() {
  const w = useWords(words);
  const { asked } = useAsked();
  const seen = useCall(api.figures, asked);
  return (
    <PaperFrame title={w.reportTitle} back={`/indicators?${new URLSearchParams(asked as Record<string, string>)}`}>
      {seen.data ? <ReportSheet figures={seen.data} foot={[]} /> : seen.error ? <NotShown why={seen.error} again={() => void seen.refetch()} /> : <Waiting lines={10} />}
    </PaperFrame>
  );
}
