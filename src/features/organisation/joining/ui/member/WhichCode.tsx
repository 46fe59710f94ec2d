import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Card, Field, PhonePage, useWords } from '../../../../../web/kit/index.ts';
import { words } from '../../joining.words.ts';

/** For whoever has the code on paper and cannot scan it. */
export default function WhichCode() {
  const w = useWords(words);
  const go = useNavigate();
  const [code, setCode] = useState('');
  const joinCode = code.trim().toLowerCase().replace(/^.*\/join\//, '');
  return (
    <PhonePage title={w.aboutApply} foot={<button type="button" className="btn primary" disabled={joinCode.length < 4} onClick={() => go(`/join/${encodeURIComponent(joinCode)}`)}>{w.next}</button>}>
      <Card><Field label={w.code} hint={w.codeHint} value={code} onChange={(e) => setCode(e.target.value)} autoCapitalize="none" autoComplete="off" /></Card>
    </PhonePage>
  );
}
