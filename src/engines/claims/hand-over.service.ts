import { timingSafeEqual } from 'node:crypto';
import type { Actor, Tx } from '#shared/call';
import { chinaTime } from '#shared/dates';
import { Refused } from '#shared/errors';
import { formatYuan } from '#shared/money';
import type { Slots, Word } from '#shared/words';
import { secrets } from '#platform/secrets';
import { audit } from '#engines/audit';
import { findClaims, findNumbered, listByState, setPaid } from './claims.sql.ts';
import { words } from './claims.words.ts';
import { codeHash, codeText, readCode, shortCode } from './code.ts';
import { change, end, locked } from './moves.service.ts';
import { type Claim, MOST, type Offer } from './offer.rules.ts';
import { findOffer } from './offers.sql.ts';

const macOf = (federationId: string, claimId: string): string => secrets.lookup('claim/code', `${federationId}/${claimId}`).subarray(0, 16).toString('base64url');

/** The codes of a claim: what its QR says, and what is typed. */
export function codesOf(federationId: string, claim: Pick<Claim, 'id' | 'no'>): { readonly code: string; readonly short: string } {
  const mac = macOf(federationId, claim.id);
  return { code: codeText(claim.id, mac), short: shortCode(claim.no, mac) };
}

/** One code that was scanned or typed, and when by the scanner's clock; `paid`: money was taken with it. */
export type Scan = { readonly code: string; readonly at: Date; readonly paid: boolean };
/** What came of it. `again`: this very scan was taken before (or another device had it first); `why` when nothing was handed over. */
export type Scanned = { readonly claimId: string | null; readonly outcome: 'handed' | 'again' | 'refused'; readonly why: { readonly word: Word; readonly slots?: Slots } | null };

const no = (claimId: string | null, word: Word, slots?: Slots): Scanned => ({ claimId, outcome: 'refused', why: { word, ...(slots ? { slots } : {}) } });

/** A scanner's clock may be wrong and its scans old: they count as at the latest now, at the earliest a week ago. */
const BACK_MS = 7 * 24 * 3_600_000;
const sensible = (at: Date, now: Date): Date => new Date(Math.min(now.getTime(), Math.max(at.getTime(), now.getTime() - BACK_MS)));

function claimIn(federationId: string, claims: readonly Claim[], read: NonNullable<ReturnType<typeof readCode>>): Claim | 'codeUnknown' | 'codeOther' {
  if ('no' in read) {
    const claim = claims.find((c) => c.no === read.no);
    return claim && shortCode(claim.no, macOf(federationId, claim.id)) === read.short ? claim : 'codeUnknown';
  }
  const mac = Buffer.from(macOf(federationId, read.id));
  const given = Buffer.from(read.mac);
  if (given.length !== mac.length || !timingSafeEqual(given, mac)) return 'codeUnknown';
  return claims.find((c) => c.id === read.id) ?? 'codeOther';
}

/** What stands against handing over a claim now, or null. */
function against(offer: Offer, claim: Claim, scan: Scan, at: Date): Scanned | null {
  if (claim.state === 'handed') return claim.handedAt?.getTime() === at.getTime() ? { claimId: claim.id, outcome: 'again', why: null } : no(claim.id, words.handedAlready, { at: claim.handedAt ? chinaTime(claim.handedAt) : '' });
  if (claim.state !== 'taken' && claim.state !== 'missed') return no(claim.id, words.stateWrong);
  if (offer.handOverFrom !== null && at < offer.handOverFrom) return no(claim.id, words.tooEarly);
  if (offer.pays === 'atHandOver' && claim.amount > 0n && claim.paidAt === null && !scan.paid) return no(claim.id, words.unpaid, { amount: formatYuan(claim.amount) });
  return null;
}

/**
 * Hands over up to 500 claims of an offer by their codes, as a scanner brings them, also hours later: each with the time of its scan. The
 * same scan again changes nothing and says so; of two devices the first wins and the second is told when.
 */
export async function handOver(tx: Tx, by: Actor, offerId: string, scans: readonly Scan[]): Promise<Scanned[]> {
  if (scans.length > MOST.scans) throw new Error(`claims: more than ${MOST.scans} scans at once`);
  const offer = await findOffer(tx, offerId, true);
  if (offer === null || offer.state === 'draft') throw new Refused(words.offerUnknown, { status: 404 });
  const read = scans.map((s) => readCode(s.code));
  const claims = [
    ...await findClaims(tx, offerId, read.flatMap((r) => (r !== null && 'id' in r ? [r.id] : []))),
    ...await findNumbered(tx, offerId, read.flatMap((r) => (r !== null && 'no' in r ? [r.no] : []))),
  ];
  const now = new Map<string, Date>();
  const found = scans.map((scan, i): { result: Scanned; claim: Claim | null } => {
    const r = read[i];
    const claim = r ? claimIn(tx.federationId, claims, r) : 'codeUnknown';
    if (typeof claim === 'string') return { result: no(null, words[claim]), claim: null };
    const at = sensible(scan.at, tx.now);
    const earlier = now.get(claim.id);
    if (earlier) return { result: earlier.getTime() === at.getTime() ? { claimId: claim.id, outcome: 'again', why: null } : no(claim.id, words.handedAlready, { at: chinaTime(earlier) }), claim: null };
    const refused = against(offer, claim, scan, at);
    if (refused) return { result: refused, claim: null };
    now.set(claim.id, at);
    return { result: { claimId: claim.id, outcome: 'handed', why: null }, claim };
  });
  await writeHanded(tx, by, offer, found.flatMap((f) => f.claim ?? []), now, new Set(scans.flatMap((s, i) => (s.paid ? found[i]?.claim?.id ?? [] : []))));
  return found.map((f) => f.result);
}

async function writeHanded(tx: Tx, by: Actor, offer: Offer, claims: readonly Claim[], at: ReadonlyMap<string, Date>, paid: ReadonlySet<string>): Promise<void> {
  if (claims.length > 0) await change(tx, by, offer, 'handed', claims.map((c) => ({ id: c.id, from: c.state, to: 'handed', handedAt: at.get(c.id) ?? tx.now, handedById: by.personId, verb: 'handed' })));
  for (const c of claims) if (paid.has(c.id) && c.amount > 0n && c.paidAt === null) await setPaid(tx, c.id, { paidAt: tx.now, owedBack: false });
  await audit.record(tx, by, words.auditHanded, { subject: { kind: 'offer', id: offer.id }, unionId: offer.unionId, slots: { title: offer.title, n: claims.length } });
}

/** Takes a hand-over back that was a mistake. */
export async function undoHandOver(tx: Tx, by: Actor, claimId: string, why: string): Promise<void> {
  const { offer, claim } = await locked(tx, claimId, ['handed']);
  await change(tx, by, offer, 'undone', [{ id: claim.id, from: 'handed', to: 'taken', verb: 'undone', why }]);
  await audit.record(tx, by, words.auditUndone, { subject: { kind: 'offer', id: offer.id }, unionId: offer.unionId, slots: { title: offer.title } });
}

/** Takes back what was lent, or a flat when somebody leaves: the thing is free for the next. Who may is asked by the part. */
export async function giveBack(tx: Tx, by: Actor | null, claimId: string, why = ''): Promise<Claim> {
  const { offer, claim } = await locked(tx, claimId, ['handed', 'taken']);
  const [ended] = await end(tx, by, offer, [claim], { to: 'returned', verb: 'returned', why });
  await audit.record(tx, by ?? { system: 'claims' }, words.auditReturned, { subject: { kind: 'offer', id: offer.id }, unionId: offer.unionId, slots: { title: offer.title } });
  return ended ?? claim;
}

/** What a scanner keeps to work without a network: hashes of codes with the numbers of claims, never the codes themselves. */
export async function scannerList(tx: Tx, offerId: string): Promise<{ readonly claimId: string; readonly no: number; readonly hash: string; readonly shortHash: string; readonly state: Claim['state'] }[]> {
  return (await listByState(tx, offerId, ['taken', 'handed', 'missed'], 20_000)).map((c) => {
    const { code, short } = codesOf(tx.federationId, c);
    return { claimId: c.id, no: c.no, hash: codeHash(code), shortHash: codeHash(short), state: c.state };
  });
}
