import { useParams } from 'react-router';
import { Icon, Loaded, PhonePage, useCall, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../summer-care.contract.ts';
import { CertificateSheet } from '../both/CertificateSheet.tsx';
import { words } from '../care-ui.words.ts';

/** My child's certificate, to be printed or kept. */
export default function Certificate() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const seen = useCall(api.certificate, { id });
  return <PhonePage title={w.certificate} up={`/summer-care/entries/${id}`} foot={<button type="button" className="btn primary" onClick={() => print()}><Icon name="print" size={18} />{w.print}</button>}><Loaded from={seen} lines={6}>{(c) => <CertificateSheet of={c} />}</Loaded></PhonePage>;
}
