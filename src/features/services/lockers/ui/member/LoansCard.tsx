import { Card, useCall, useTellWaiting, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../lockers.contract.ts';
import { words } from '../locker-ui.words.ts';
import { LoanLine } from './LoanLine.tsx';

/** On Home, for whoever has something out: what it is and until when. */
export default function LoansCard() {
  const w = useWords(words);
  const mine = useCall(api.mine, { limit: 5 });
  const out = (mine.data?.items ?? []).filter((l) => l.endedAt === null);
  useTellWaiting('lockers', out.filter((l) => l.state === 'overdue').length);
  if (out.length === 0) return null;
  return <Card title={w.mine} to="/locker-loans" aside={w.outN({ n: out.length })}>{out.slice(0, 3).map((l) => <LoanLine key={l.id} loan={l} />)}</Card>;
}
