import { useEffect, useState } from 'react';
import { useWords } from '../../../../../web/kit/index.ts';
import { words } from '../offers-ui.words.ts';

/** How long there is left, counted down by the second. */
export function Countdown({ to }: { to: string }) {
  const w = useWords(words);
  const [now, tick] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => tick(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const left = Math.floor((Date.parse(to) - now) / 1000);
  if (left <= 0) return <b className="countdown over" role="timer">{w.dueOver}</b>;
  const [d, h, m, s] = [Math.floor(left / 86_400), Math.floor(left / 3_600) % 24, Math.floor(left / 60) % 60, left % 60];
  const time = d > 0 ? w.days({ d, h }) : h > 0 ? w.hours({ h, m }) : w.minutes({ m, s });
  return <b className="countdown num" role="timer">{w.dueIn({ time })}</b>;
}
