import { useParams } from 'react-router';
import { Loaded, PhonePage, useAddress, useCall, useWords } from '../../../../../web/kit/index.ts';
import { meeting } from '../../gatherings.contract.ts';
import { ReportView } from '../both/ReportView.tsx';
import { words } from '../clubs-ui.words.ts';

/** In January and February the year that is over is reported on. */
const usual = (): number => { const now = new Date(Date.now() + 8 * 3_600_000); return now.getUTCFullYear() - (now.getUTCMonth() < 2 ? 1 : 0); };

/** The yearly report of a club: read by its members, written by its leader. */
export default function Report() {
  const w = useWords(words);
  const { id = '' } = useParams();
  const [chosen, choose] = useAddress('year');
  const year = Number(chosen) || usual();
  const report = useCall(meeting.report, { id, year });
  return (
    <PhonePage title={w.report} up={`/clubs/${id}`}>
      <div className="clubchips">{[usual(), usual() - 1].map((y) => <button key={y} type="button" aria-pressed={y === year} onClick={() => choose(String(y))}>{y}</button>)}</div>
      <Loaded from={report} lines={6}>{(r) => <ReportView id={id} of={r} />}</Loaded>
    </PhonePage>
  );
}
