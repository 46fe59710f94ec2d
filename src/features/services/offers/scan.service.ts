import type { Actor, Tx } from '#shared/call';
import { maskName } from '#shared/person-name';
import { say } from '#shared/words';
import type { Call } from '#platform/http';
import { claims, claimWords } from '#engines/claims';
import { type In, keptOffer, offerView } from './keeping.service.ts';
import * as q from './offers.sql.ts';

const thingOf = (c: { readonly unitLabel: string | null; readonly places: number }): string => [c.unitLabel, c.places > 1 ? `× ${c.places}` : null].filter(Boolean).join(' ');

/** What a scanner keeps to go on without a network: hashes of codes, masked names, what is to be paid. At most 20,000. */
export async function scanner(tx: Tx, by: Actor, { offerId }: In<'scanner'>, call: Call) {
  const offer = await keptOffer(tx, by, offerId);
  const known = new Map((await q.listScanned(tx, offerId)).map((c) => [c.id, c]));
  const items = (await claims.scannerList(tx, offerId)).flatMap(({ claimId, ...s }) => {
    const c = known.get(claimId);
    return c ? [{ id: claimId, ...s, name: maskName(c.name, 'ends'), thing: thingOf(c), places: c.places, amount: String(c.amount), paid: c.paid, handedAt: c.handedAt?.toISOString() ?? null }] : [];
  });
  return { offer: await offerView(tx, offer, call.locale), now: tx.now.toISOString(), items };
}

/** Takes scans as a scanner brings them, also hours later. Each is answered by itself; a conflict is a sentence, not a failure. */
export async function scans(tx: Tx, by: Actor, d: In<'scans'>, call: Call) {
  await keptOffer(tx, by, d.offerId);
  const results = await claims.handOver(tx, by, d.offerId, d.scans.map((s) => ({ ...s, at: new Date(s.at) })));
  const rows = new Map((await claims.findRows(tx, results.flatMap((r) => r.claimId ?? []))).map((c) => [c.id, c]));
  return {
    items: results.map((r) => {
      const c = r.claimId === null ? undefined : rows.get(r.claimId);
      return { id: r.claimId, outcome: r.outcome, unpaid: r.why?.word.code === claimWords.unpaid.code, sentence: r.why ? say(r.why.word, call.locale, r.why.slots ?? {}) : '', no: c?.no ?? null, name: c ? maskName(c.name, 'ends') : '', thing: c ? thingOf(c) : '' };
    }),
  };
}
