import type { Actor, Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { formatYuan } from '#shared/money';
import { audit } from '#engines/audit';
import { findByPayment, findClaim, setPaid } from './claims.sql.ts';
import { words } from './claims.words.ts';
import { offerFor } from './decide.service.ts';
import { change, locked } from './moves.service.ts';
import type { Claim } from './offer.rules.ts';

/** A way to be paid online: WeChat Pay, Alipay, or the demonstration's own. It reports each payment through {@link paid}. */
export type PaymentGate = {
  readonly name: string;
  /** where the person pays; called again for the same number it leads to the same payment. `account`: the federation; `amount` in fen */
  begin(order: { readonly account: string; readonly number: string; readonly amount: bigint; readonly title: string; readonly until: Date | null }): { readonly url: string };
};

let gate: PaymentGate | null = null;

/** Sets the way to be paid online; null: there is none, and offers cannot ask for it. Once, at the start. */
export function useGate(to: PaymentGate | null): void {
  gate = to;
}

/** Whether online payment is set up. */
export const hasGate = (): boolean => gate !== null;

const numberOf = (claim: Claim): string => `C${claim.id.replaceAll('-', '')}`;

/**
 * Begins, or goes on with, paying for one's own place.
 * @returns where to pay
 * @throws Refused when it is not to be paid, its time is over, or online payment is not set up
 */
export async function beginPayment(tx: Tx, by: Actor, claimId: string): Promise<{ readonly url: string; readonly number: string }> {
  const seen = await findClaim(tx, claimId);
  if (seen?.personId !== by.personId) throw new Refused(words.claimUnknown, { status: 404 });
  const { offer, claim } = await locked(tx, claimId, ['held']);
  if (claim.dueAt !== null && claim.dueAt <= tx.now) throw new Refused(words.dueOver);
  if (gate === null) throw new Refused(words.gateUnknown);
  const number = numberOf(claim);
  if (claim.paymentNo !== number) await setPaid(tx, claim.id, { paidAt: null, owedBack: false, paymentNo: number });
  return { number, ...gate.begin({ account: tx.federationId, number, amount: claim.amount, title: offer.title, until: claim.dueAt }) };
}

/** What a payment came to: the place is theirs, was before, or the payment came too late (or was wrong) and is owed back. */
export type PaidFor = 'taken' | 'again' | 'late' | 'unknown';

/** The gate received a payment. Reported twice it counts once; what comes too late is owed back and stands in the list of refunds. */
export async function paid(tx: Tx, number: string, amount: bigint): Promise<PaidFor> {
  const seen = await findByPayment(tx, number);
  if (seen === null) return 'unknown';
  const offer = await offerFor(tx, seen.offerId, true);
  const claim = (await findClaim(tx, seen.id)) ?? seen;
  if (claim.paidAt !== null) return 'again';
  const right = claim.state === 'held' && amount === claim.amount;
  await setPaid(tx, claim.id, { paidAt: tx.now, owedBack: !right });
  if (right) await change(tx, null, offer, 'paid', [{ id: claim.id, from: 'held', to: 'taken', verb: 'paid' }]);
  await audit.record(tx, { system: 'payments' }, words.auditPaid, { subject: { kind: 'offer', id: offer.id }, unionId: offer.unionId, slots: { title: offer.title, amount: formatYuan(amount) } });
  return right ? 'taken' : 'late';
}

/** Notes that money which was owed back has been given back. Who may is asked by the part. */
export async function refunded(tx: Tx, by: Actor, claimId: string): Promise<void> {
  const seen = await findClaim(tx, claimId);
  if (seen === null) throw new Refused(words.claimUnknown, { status: 404 });
  const offer = await offerFor(tx, seen.offerId, true);
  const claim = (await findClaim(tx, claimId)) ?? seen;
  if (!claim.owedBack) throw new Refused(words.stateWrong);
  await setPaid(tx, claim.id, { paidAt: claim.paidAt, owedBack: false });
  await audit.record(tx, by, words.auditRefunded, { subject: { kind: 'offer', id: offer.id }, unionId: offer.unionId, slots: { title: offer.title, amount: formatYuan(claim.amount) } });
}
