import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { Card, Field, Icon, PhonePage, Scanner, useWords } from '../../../../../web/kit/index.ts';
import { words } from '../anonymous-ui.words.ts';
import '../letters.css';
import { Protection } from './Protection.tsx';

/** The code inside a union's QR picture: the last part of its address, or the text itself. */
const codeIn = (text: string): string => (URL.canParse(text) ? (new URL(text).pathname.split('/').filter(Boolean).at(-1) ?? '') : text).trim().slice(0, 20);

/** Which union an anonymous letter goes to: by its QR picture or the code below it. */
export default function WhichUnion() {
  const w = useWords(words);
  const go = useNavigate();
  const [code, setCode] = useState('');
  const [scanning, setScanning] = useState(false);
  const open = (text: string): void => void (codeIn(text) && go(`/anonymous/${encodeURIComponent(codeIn(text))}`));
  const submit = (e: FormEvent): void => {
    e.preventDefault();
    open(code);
  };
  return (
    <PhonePage title={w.title}>
      <Protection />
      <Card title={w.whichUnion}>
        {scanning ? <Scanner onRead={open} /> : <button type="button" className="btn wide" onClick={() => setScanning(true)}><Icon name="scan" size={20} />{w.scan}</button>}
        <form className="fields codeform" onSubmit={submit}>
          <Field label={w.codeLabel} hint={w.codeHint} value={code} maxLength={20} autoComplete="off" autoCapitalize="characters" onChange={(e) => setCode(e.target.value)} />
          <button type="submit" className="btn primary wide" disabled={code.trim().length < 4}>{w.goOn}</button>
        </form>
      </Card>
    </PhonePage>
  );
}
