import { useEffect, useState } from 'react';
import { useParams } from 'react-router';
import { call, Empty, NotShown, type Output, RefusedByServer, useWords, Waiting } from '../../../../../web/kit/index.ts';
import { Paper } from '../../../../../web/kit/desk.ts';
import { staff } from '../../staff.contract.ts';
import { CertificateSheet } from '../both/CertificateSheet.tsx';
import { words } from '../care-desk.words.ts';
import { words as ui } from '../care-ui.words.ts';

type Sheets = Output<typeof staff.certificates>['items'];

/** Certificates of all who came, one a page; opening them is a look that the log keeps. */
export default function Certificates() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const u = useWords(ui);
  const [sheets, show] = useState<Sheets | null>(null);
  const [refusal, refuse] = useState<RefusedByServer | null>(null);
  useEffect(() => { call(staff.certificates, { id }).then((out) => show(out.items), (why: unknown) => { if (why instanceof RefusedByServer) refuse(why); }); }, [id]);
  return (
    <Paper title={w.certificates} back={`/summer-care/sessions/${id}`}>
      {refusal ? <NotShown why={refusal} /> : sheets === null ? <Waiting lines={6} /> : sheets.length === 0 ? <Empty icon="medal" title={u.noCert} hint={u.noCertHint} /> : sheets.map((c) => <CertificateSheet key={c.id} of={c} />)}
    </Paper>
  );
}
