import { useParams } from 'react-router';
import { Card, Empty, Loaded, PhonePage, useCall, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../surveys.contract.ts';
import { Answering } from '../both/Answering.tsx';
import { words } from '../phone.words.ts';
import '../surveys.css';

/** A survey behind a single-use link or its QR code; nobody is signed in. */
export default function ByLink() {
  const { federation = '', id = '', no = '', secret = '' } = useParams();
  const w = useWords(words);
  const found = useCall(api.link, { federation, id, no: Number(no), secret }, { anonymous: true });
  return (
    <PhonePage title={w.linkTitle}>
      <Loaded from={found}>
        {(s) => (s.stage === 'open'
          ? <Answering s={s} voter={{ kind: 'link', federation, no: Number(no), secret }} who={`link${no}`} after={null} again={() => {}} foot={(buttons) => <footer className="pagefoot">{buttons}</footer>} />
          : <Card><Empty icon="form" title={w.closed} /></Card>)}
      </Loaded>
    </PhonePage>
  );
}
