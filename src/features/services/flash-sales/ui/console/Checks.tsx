import { Card, Icon, type Output, useWords } from '../../../../../web/kit/index.ts';
import type { api } from '../../sales.contract.ts';
import { words } from '../desk.words.ts';

const SIGN = { ok: 'check', warn: 'info', stop: 'late' } as const;

/** What was checked before a sale is published, each with what it rests on. */
export function Checks({ sale: s }: { sale: Pick<Output<typeof api.desk>, 'checks' | 'needsApproval'> }) {
  const w = useWords(words);
  if (s.checks.length === 0) return null;
  return (
    <Card title={w.checks} aside={s.needsApproval ? w.needs : w.needsNot}>
      <ul className="salechecks">
        {[...s.checks].sort((a, b) => ORDER.indexOf(a.level) - ORDER.indexOf(b.level)).map((c) => <li key={c.name}><span className={c.level} role="img" aria-label={w[`check_${c.level}`]}><Icon name={SIGN[c.level]} size={18} /></span><span>{c.text}{c.basis ? <small>{w.basis({ text: c.basis })}</small> : null}</span></li>)}
      </ul>
    </Card>
  );
}
const ORDER: readonly string[] = ['stop', 'warn', 'ok'];
