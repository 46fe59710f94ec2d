import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Card, Empty, PhonePage, Scanner, useWords } from '../kit/index.ts';
import { screens } from './gather.ts';
import { words } from './member.words.ts';
import { pageOf } from './page-of.ts';

/** Reads a union's code: joining, a member card, a check-in, a station. */
export default function Scan() {
  const w = useWords(words);
  const go = useNavigate();
  const [other, setOther] = useState<string>();
  const read = (text: string): void => {
    const page = pageOf(text, screens.map((s) => s.path));
    if (page) void go(page, { replace: true });
    else setOther(text);
  };
  return (
    <PhonePage title={w.scanTitle}>
      <Card>
        {other === undefined ? <Scanner onRead={read} /> : (
          <Empty icon="qr" title={w.scanNotOurs} hint={w.scanNotOursHint({ text: other.slice(0, 200) })}>
            <button type="button" className="btn primary" onClick={() => setOther(undefined)}>{w.scanAgain}</button>
          </Empty>
        )}
      </Card>
    </PhonePage>
  );
}
