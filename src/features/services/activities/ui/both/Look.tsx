import { attachments, Chip, Icon, type IconName, type Nearness, type Output, showMoney, showSpan, useLocale, useWords } from '../../../../../web/kit/index.ts';
import type { api } from '../../activities.contract.ts';
import type { Kind, Standing } from '../../activities.rules.ts';
import { words as states } from '../../activities.words.ts';
import { words } from '../activities-ui.words.ts';
import '../activities.css';

export type Card = Output<typeof api.list>['items'][number];
export type Seen = Output<typeof api.activity>;

const ICONS: Readonly<Record<Kind, IconName>> = { sport: 'walk', culture: 'books', outing: 'train', family: 'child', volunteer: 'heart', learning: 'idea', talk: 'talk', other: 'star' };
const LOOK: Readonly<Record<Standing, Nearness | 'info'>> = {
  drafted: 'quiet', submitted: 'warn', returned: 'warn', declined: 'quiet', withdrawn: 'quiet', coming: 'info', open: 'ok', waiting: 'warn', full: 'warn', closed: 'quiet', running: 'info', over: 'quiet', cancelled: 'late',
};

/** Where an activity stands. */
export function StandingChip({ of }: { of: Standing }) {
  const w = useWords(states);
  return <Chip kind={LOOK[of]}>{w[`standing_${of}`]}</Chip>;
}

/** The cover, or a sign of the kind where there is none. */
export function Cover({ of, wide }: { of: Pick<Card, 'kind' | 'cover'>; wide?: boolean }) {
  return <span className={`actpic ${of.kind}${wide ? ' wide' : ''}`} aria-hidden="true">{of.cover ? <img src={(wide ? attachments.open : attachments.thumbnail).path.replace(':id', of.cover)} alt="" loading="lazy" /> : <Icon name={ICONS[of.kind]} size={wide ? 56 : 32} />}</span>;
}

/** From when to when, in one line. */
export function useTimes(): (from: string, to: string) => string {
  const language = useLocale();
  return (from, to) => showSpan(from, to, language);
}

/** What a place costs, in words. */
export function usePrice(): (of: Pick<Card, 'pays' | 'price'>, people?: number) => string {
  const w = useWords(words);
  return ({ pays, price }, people) => {
    if (pays === 'free') return w.free;
    if (people !== undefined) return pays === 'points' ? w.points({ n: String((price * people) / 100) }).replace(/\/.*$| each$/, '') : showMoney(price * people);
    return pays === 'points' ? w.points({ n: String(price / 100) }) : w.perPerson({ amount: showMoney(price) });
  };
}

/** How full it is, as a bar with its numbers beside it. */
export function Fill({ of }: { of: Pick<Card, 'taken' | 'capacity' | 'waiting'> }) {
  const w = useWords(words);
  const share = of.capacity === 0 ? 0 : Math.min(1, of.taken / of.capacity);
  return (
    <span className="actfill">
      <span className={share >= 1 ? 'actbar full' : 'actbar'} aria-hidden="true"><i style={{ width: `${(share * 100).toFixed(0)}%` }} /></span>
      <small className="num">{w.places({ taken: of.taken, capacity: of.capacity })}{of.waiting > 0 ? ` · ${w.waitingN({ n: of.waiting })}` : ''}</small>
    </span>
  );
}
