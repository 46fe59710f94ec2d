import { attachments, Icon, showDay, showClock, showMoney, showNumber, type Output, useLocale, useWords } from '../../../../../web/kit/index.ts';
import type { api } from '../../sales.contract.ts';
import { words } from '../member.words.ts';
import { partsOf } from './clock.rules.ts';
import { useSecond } from './use-clock.ts';

export type Listed = Output<typeof api.sales>['items'][number];

/** A small picture that is loaded when it comes into sight, or the sign of a gift. */
export function Picture({ photo, title, large }: { photo: Listed['photo']; title: string; large?: boolean }) {
  const w = useWords(words);
  const path = (large ? attachments.open : attachments.thumbnail).path;
  return (
    <span className={large ? 'salepicture large' : 'salepicture'}>
      {photo ? <img src={path.replace(':id', photo.id)} alt={w.noPhoto({ title })} loading="lazy" decoding="async" width={photo.width ?? 360} height={photo.height ?? 240} /> : <Icon name="gift" size={large ? 56 : 28} />}
    </span>
  );
}

/** What one costs. */
export function usePrice(): (s: Pick<Listed, 'pays' | 'price'>) => string {
  const w = useWords(words);
  return (s) => (s.pays === 'points' ? w.points({ n: showNumber(s.price / 100) }) : w[`price_${s.pays}`]({ price: showMoney(s.price) }));
}

/** Hours, minutes and seconds in their boxes; days in words when there are any. */
export function Boxes({ ms }: { ms: number }) {
  const w = useWords(words);
  const { d, h, m, s } = partsOf(ms);
  return (
    <span className="saleboxes num" role="timer" aria-live="off">
      {d > 0 ? <em>{w.days({ d })}</em> : null}<b>{h}</b><i>:</i><b>{m}</b><i>:</i><b>{s}</b>
    </span>
  );
}

/** A countdown in a list, by the server's time of the list. */
export function Until({ at, ahead }: { at: string; ahead: number }) {
  const w = useWords(words);
  const language = useLocale();
  const start = Date.parse(at);
  const now = useSecond(start, ahead);
  if (start - now > 3 * 86_400_000) return <span className="num">{w.startsAt({ time: `${showDay(at, language)} ${showClock(at)}` })}</span>;
  return <span className="saleuntil">{w.startsIn} <Boxes ms={start - now} /></span>;
}
