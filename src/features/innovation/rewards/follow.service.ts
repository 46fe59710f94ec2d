import type { Tx } from '#shared/call';
import { say } from '#shared/words';
import { audit } from '#engines/audit';
import type { Held } from '#engines/cases';
import { payments } from '#engines/payments';
import { listUnpaid } from './rewards.sql.ts';
import { words } from './rewards.words.ts';

/**
 * When an adoption is taken back, its rewards come off lists that are still being prepared. Those on a list that was submitted or paid
 * are set off by the next month's list.
 */
export async function followRevocation(tx: Tx, verb: string, { file, union }: Held): Promise<void> {
  if (verb !== 'revoke') return;
  const by = { system: 'rewards.revoke' };
  const open = (await listUnpaid(tx, file.id)).filter((l) => l.listState === 'drafted' || l.listState === 'returned' || l.listState === 'settled');
  for (const { lineId } of open) await payments.removeLine(tx, by, { lineId, why: say(words.unlisted, 'zh') });
  if (open.length > 0) await audit.record(tx, by, words.auditUnlisted, { subject: { kind: 'suggestion', id: file.id }, unionId: union.id, slots: { n: open.length } });
}
