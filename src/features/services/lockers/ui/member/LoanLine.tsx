import { Chip, type Output, Row, showTime, useLocale, useWords } from '../../../../../web/kit/index.ts';
import type { api } from '../../lockers.contract.ts';
import { loanTone } from '../both/Door.tsx';
import { words } from '../locker-ui.words.ts';

export type LoanSeen = Output<typeof api.mine>['items'][number];

/** One loan of mine in a list. */
export function LoanLine({ loan: l }: { loan: LoanSeen }) {
  const w = useWords(words);
  const language = useLocale();
  const when = l.endedAt ? w.endedAt({ time: showTime(l.endedAt, language) }) : l.state === 'overdue' ? (l.daysLate > 0 ? w.lateDays({ n: l.daysLate }) : w.lateToday) : l.dueAt ? w.dueBy({ time: showTime(l.dueAt, language) }) : '';
  return <Row icon="box" tint={loanTone(l.state)} title={l.label} note={`${l.place} · ${when}`} end={<Chip kind={loanTone(l.state)}>{w[`loan_${l.state}`]}</Chip>} to={`/locker-loans/${l.id}`} />;
}
