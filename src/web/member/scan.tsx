import { useState } from 'react';
import { matchPath, useNavigate } from 'react-router';
import { Card, Empty, PhonePage, Scanner, useWords } from '../kit/index.ts';
import { screens } from './gather.ts';
import { words } from './member.words.ts';

/** The page inside this app that a code leads to; undefined for codes of others. A code keeps working when the server moves to another address. */
export function pageOf(text: string, paths: readonly string[]): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, pathname, search } = new URL(text);
  if (protocol !== 'https:' && protocol !== 'http:') return undefined;
  return paths.some((path) => matchPath(path, pathname)) ? pathname + search : undefined;
}

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
