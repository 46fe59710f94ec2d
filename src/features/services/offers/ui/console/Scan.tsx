import { useEffect } from 'react';
import { useParams } from 'react-router';
import { Card, openWithoutNetwork, Qr, rememberAnswer, useMe, useWords } from '../../../../../web/kit/index.ts';
import { ScanPage } from '../both/ScanPage.tsx';
import { words } from '../offers-ui.words.ts';

/** The scanner at the desk, with the way to the same on a phone. Without a network its address opens the phone's on this device, which has to know who is in. */
export default function Scan() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const me = useMe();
  useEffect(() => { openWithoutNetwork(); rememberAnswer('me', me); }, [me]);
  return (
    <div className="scandesk">
      <ScanPage home={(path) => path} />
      <aside><Card title={w.scanPhone}><Qr text={`${location.origin}/offers/${id}/scan`} size={180} label={w.scanPhone} /><p className="note">{w.scanPhoneHint}</p></Card><Card><p className="note">{w.scanDeskHint}</p></Card></aside>
    </div>
  );
}
