import { Chip, type Output, useWords } from '../../../../../web/kit/index.ts';
import type { api } from '../../payment-lists.contract.ts';
import { words } from '../payment-lists-ui.words.ts';

type State = Output<typeof api.list>['state'];
type LineState = Output<typeof api.people>['items'][number]['of'][number]['state'];
const KIND = { drafted: 'quiet', returned: 'warn', submitted: 'info', approved: 'info', filed: 'gold', settled: 'ok', cancelled: 'quiet' } as const;
const LINE_KIND = { pending: 'quiet', paid: 'ok', failed: 'late', withdrawn: 'quiet' } as const;

/** Where a list stands, and whether somebody of it was not paid. */
export function StateMark({ state, failed = 0 }: { state: State; failed?: number }) {
  const w = useWords(words);
  return <span className="paychips"><Chip kind={KIND[state]}>{w[`state_${state}`]}</Chip>{failed > 0 ? <Chip kind="late" icon="late">{w.failedN({ n: failed })}</Chip> : null}</span>;
}

/** Where a line stands. */
export function LineMark({ state }: { state: LineState }) {
  const w = useWords(words);
  return <Chip kind={LINE_KIND[state]}>{w[`line_${state}`]}</Chip>;
}

/** A month or a year as people say it. */
export function usePeriodName(): (period: string) => string {
  const w = useWords(words);
  return (period) => (period.length === 4 ? w.yearOf({ y: period }) : w.monthOf({ y: period.slice(0, 4), m: String(Number(period.slice(5))).padStart(2, '0') }));
}

/** The months that are likely, latest first, and this year and the last as a whole. */
export function usePeriods(): { value: string; label: string }[] {
  const name = usePeriodName();
  const now = new Date();
  const months = Array.from({ length: 14 }, (_, i) => { const d = new Date(Date.UTC(now.getFullYear(), now.getMonth() + 1 - i, 1)); return d.toISOString().slice(0, 7); });
  return [...months, String(now.getFullYear()), String(now.getFullYear() - 1)].map((value) => ({ value, label: name(value) }));
}
