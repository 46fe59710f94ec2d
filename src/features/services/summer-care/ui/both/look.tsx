import { Chip, showDay, showMoney, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { clockOf, type DayState, type Standing } from '../../summer-care.rules.ts';
import { words as server } from '../../summer-care.words.ts';
import { words } from '../care-ui.words.ts';

const STANDING_LOOK: Readonly<Record<Standing, 'quiet' | 'info' | 'ok' | 'warn' | 'late'>> = { draft: 'quiet', coming: 'info', open: 'ok', waiting: 'warn', closed: 'quiet', running: 'info', over: 'quiet', cancelled: 'late' };
const DAY_LOOK: Readonly<Record<DayState, 'quiet' | 'info' | 'ok' | 'warn' | 'late'>> = { expected: 'quiet', missing: 'late', excused: 'quiet', here: 'ok', left: 'info' };

/** How a session stands. */
export function StandingChip({ of }: { of: Standing }) {
  const w = useWords(server);
  return <Chip kind={STANDING_LOOK[of]}>{w[`standing_${of}`]}</Chip>;
}

/** How a child stands on a day. */
export function DayChip({ of }: { of: DayState }) {
  const w = useWords(words);
  return <Chip kind={DAY_LOOK[of]}>{w[`state_${of}`]}</Chip>;
}

/** How a child's place stands. */
export const placeLook = (state: string): 'ok' | 'warn' | 'quiet' | 'info' => (state === 'taken' || state === 'handed' ? 'ok' : state === 'waiting' ? 'warn' : state === 'offered' ? 'info' : 'quiet');

type Times = { readonly startsOn: string; readonly endsOn: string; readonly opensMinute: number; readonly closesMinute: number };

/** Says the dates, the hours, the weekdays and the fee of a session. */
export function useCareWords() {
  const w = useWords(words);
  const language = useLocale();
  const names = [w.sun, w.mon, w.tue, w.wed, w.thu, w.fri, w.sat];
  return {
    dates: (s: Times): string => `${showDay(s.startsOn, language)} – ${showDay(s.endsOn, language)}`,
    hours: (s: Times): string => `${clockOf(s.opensMinute)}–${clockOf(s.closesMinute)}`,
    weekdays: (mask: number): string => (mask === 0b0111110 ? w.workdays : mask === 127 ? w.everyDay : w.weekOf({ days: [1, 2, 3, 4, 5, 6, 0].filter((i) => (mask >> i) & 1).map((i) => names[i]).join(language === 'zh' ? '、' : ', ') })),
    fee: (fen: number): string => (fen === 0 ? w.free : w.feeAtDoor({ amount: showMoney(fen) })),
    places: (s: { readonly places: number; readonly taken: number; readonly waiting: number; readonly standing: Standing }): string => {
      if (s.standing === 'over' || s.standing === 'running' || s.standing === 'closed') return w.ofPlaces({ taken: s.taken, places: s.places });
      if (s.taken < s.places) return w.placesLeft({ n: s.places - s.taken });
      return s.waiting > 0 ? w.fullWaits({ n: s.waiting }) : w.full;
    },
  };
}
