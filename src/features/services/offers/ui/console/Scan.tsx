import { useParams } from 'react-router';
import { Card, Qr, useWords } from '../../../../../web/kit/index.ts';
import { ScanPage } from '../both/ScanPage.tsx';
import { words } from '../offers-ui.words.ts';

/** The scanner at the desk, with the way to the same on a phone. */
export default function Scan() {
  const { id = '' } = useParams();
  const w = useWords(words);
  return (
    <div className="scandesk">
      <ScanPage home={(path) => path} />
      <aside><Card title={w.scanPhone}><Qr text={`${location.origin}/offers/${id}/scan`} size={180} label={w.scanPhone} /><p className="note">{w.scanPhoneHint}</p></Card></aside>
    </div>
  );
}
