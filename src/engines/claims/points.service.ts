import type { Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { say } from '#shared/words';
import { ledger } from '#engines/ledger';
import { setJournals } from './claims.sql.ts';
import { words } from './claims.words.ts';
import type { Claim, Offer } from './offer.rules.ts';

/** What a person has to pay with. */
export type Wallet = { readonly no: number; readonly available: bigint };

const bookOf = (offer: Offer): string => {
  if (offer.bookId === null) throw new Error(`claims: offer ${offer.id} takes points without a book`);
  return offer.bookId;
};

/** The wallets of people in the book of an offer; people without one are left out. @param lock they stay as they are to the end of the transaction */
export async function walletsOf(tx: Tx, offer: Offer, personIds: readonly string[], lock: boolean): Promise<Map<string, Wallet>> {
  const bookId = bookOf(offer);
  const nos = await ledger.findFor(tx, bookId, { heading: offer.wallets, subjectIds: personIds });
  if (lock) await ledger.lock(tx, bookId, [...nos.values()]);
  const available = await ledger.available(tx, bookId, [...nos.values()]);
  return new Map([...nos].map(([personId, no]) => [personId, { no, available: available.get(no) ?? 0n }]));
}

/** Takes the points of these claims, each under a key of claim, person and moment (a place that was passed on costs again). Wallets are locked and were looked at. */
export async function takePoints(tx: Tx, offer: Offer, claims: readonly Pick<Claim, 'id' | 'personId' | 'amount'>[]): Promise<void> {
  const costly = claims.filter((c) => c.amount > 0n);
  if (costly.length === 0) return;
  const wallets = await walletsOf(tx, offer, costly.map((c) => c.personId), true);
  const posted = await ledger.post(tx, { madeBy: null }, costly.map((c) => ({
    bookId: bookOf(offer), key: `claims/${c.id}/${c.personId}/${tx.now.getTime()}`, on: legalDateOf(tx.now), summary: say(words.summaryClaim, 'zh', { title: offer.title }).slice(0, 200).trim(), document: { kind: 'claim', id: c.id },
    moves: [{ from: wallets.get(c.personId)?.no ?? 0, to: offer.soldNo ?? 0, amount: c.amount }],
  })));
  await setJournals(tx, posted.map((p, i) => ({ id: costly[i]?.id ?? '', journalId: p.id })));
}

/** Gives points back that claims cost, once. */
export async function returnPoints(tx: Tx, claims: readonly Claim[]): Promise<void> {
  const paid = claims.filter((c) => c.journalId !== null);
  if (paid.length === 0) return;
  await ledger.reverseEach(tx, { madeBy: null }, paid.map((c) => ({ journalId: c.journalId ?? '', key: `claims/${c.journalId}/back` })));
  await setJournals(tx, paid.map((c) => ({ id: c.id, journalId: null })));
}
