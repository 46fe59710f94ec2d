import { type Asked, blind, type BoothBallot, finalise, paperOf, type Ready, type Receipt, receiptFits, type Token } from '#shared/ballot-booth';
import { fromBase64url, idBytes, readBody, said } from '#shared/ballot-paper';
import { sha256 } from '#shared/draw-check';
import { leafHash, rootFrom } from '#shared/merkle';
import { call, type Input, type Output, RefusedByServer, shelve, unshelve } from '../../../../../web/kit/index.ts';
import { api, board } from '../../ballots.contract.ts';

export type Content = Input<typeof api.cast>['content'];
type Seen = Output<typeof api.one>;
type Proof = Output<typeof board.proof>;
/** What this device keeps of a ballot under a person: the way to vote again, what is on its way, and the receipts. */
export type Kept = { readonly asked: Asked | null; readonly token: Token | null; readonly pending: Ready | null; readonly receipts: readonly Receipt[]; readonly number: string | null; readonly sealKey: string };
/** What the device is doing right now. */
export type Doing = 'keys' | 'token' | 'seal' | 'send' | 'again';
/** The token is on another device, or lost. */
export class TokenElsewhere extends Error {}
/** The house's signature under the receipt does not fit. */
export class BadReceipt extends Error {}
/** The content is longer than papers of this ballot are. */
export class TooLong extends Error {}

const NOTHING: Kept = { asked: null, token: null, pending: null, receipts: [], number: null, sealKey: '' };
const shelfOf = (ballot: string, person: string): string => `ballot.${person}.${ballot}`;
export const keptOf = async (ballot: string, person: string): Promise<Kept> => (await unshelve<Kept>(shelfOf(ballot, person))) ?? NOTHING;
const keep = (ballot: string, person: string, kept: Kept): Promise<boolean> => shelve(shelfOf(ballot, person), kept);
export const canBlind = (): boolean => globalThis.crypto?.subtle !== undefined;

const TRIES = [1_000, 3_000, 6_000];
const lost = (why: unknown): boolean => why instanceof RefusedByServer && (why.status === 0 || why.status >= 500 || why.status === 429);

/** Sends the same again while the network is poor; a refusal is final. */
export async function stubborn<T>(run: () => Promise<T>, waits: () => void): Promise<T> {
  for (const pause of TRIES) {
    try {
      return await run();
    } catch (why) {
      if (!lost(why)) throw why;
      waits();
      await new Promise((go) => { setTimeout(go, pause); });
    }
  }
  return run();
}

/** Fetches the token, once for each ballot and person; what was asked is kept first, so that a lost answer can be asked for again. */
async function tokenFor(of: Seen, booth: BoothBallot, person: string, kept: Kept, doing: (d: Doing) => void): Promise<Kept & { token: Token }> {
  if (kept.token !== null) return { ...kept, token: kept.token };
  if (kept.asked === null && of.voted) throw new TokenElsewhere();
  doing('keys');
  const asked = kept.asked ?? (await blind(booth, of.class));
  await keep(of.id, person, { ...kept, asked, sealKey: booth.sealKey });
  doing('token');
  const answer = await stubborn(() => call(api.token, { id: of.id, blinded: asked.blinded }), () => doing('again')).catch((why: unknown) => { throw why instanceof RefusedByServer && why.code === 'ballot.tokenGiven' ? new TokenElsewhere() : why; });
  const ready = { ...kept, asked: null, token: await finalise(booth, asked, answer.signature), sealKey: booth.sealKey };
  await keep(of.id, person, ready);
  return ready;
}

/** Posts a sealed paper without a session, and keeps its receipt. */
async function postPaper(of: Seen, booth: BoothBallot, person: string, kept: Kept, ready: Ready, doing: (d: Doing) => void): Promise<Kept> {
  await keep(of.id, person, { ...kept, pending: ready });
  doing('send');
  const receipt = await stubborn(() => call(api.paper, { federationId: of.federationId, ballotId: of.id, body: ready.body }, { anonymous: true }), () => doing('again'));
  if ((await receiptFits(booth, receipt, ready.hash)) === false) throw new BadReceipt();
  const now = { ...kept, token: ready.token, pending: null, receipts: [...kept.receipts, receipt] };
  await keep(of.id, person, now);
  return now;
}

async function castBlind(of: Seen, person: string, content: Content, doing: (d: Doing) => void): Promise<Kept> {
  const booth = of.booth;
  if (booth === null || !canBlind()) throw new Error('no booth');
  let kept: Kept & { token: Token } = await tokenFor(of, booth, person, await keptOf(of.id, person), doing);
  // A paper whose answer was lost goes first: its turn may be taken already.
  if (kept.pending !== null) kept = { ...(await postPaper(of, booth, person, kept, kept.pending, doing)), token: kept.pending.token };
  doing('seal');
  const ready = await paperOf(booth, kept.token, content);
  if (ready === null) throw new TooLong();
  return postPaper(of, booth, person, kept, ready, doing);
}

/** Votes by the way that the ballot promises. */
export async function castVote(of: Seen, person: string, content: Content, doing: (d: Doing) => void): Promise<Kept> {
  if (of.level === 'blind') return castBlind(of, person, content, doing);
  doing('send');
  const { number } = await stubborn(() => call(api.cast, { id: of.id, content }), () => doing('again'));
  const kept = { ...NOTHING, number, sealKey: of.booth?.sealKey ?? '' };
  await keep(of.id, person, kept);
  return kept;
}

const unhex = (hex: string): Uint8Array<ArrayBuffer> => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');

/** Whether a proof holds: the body hashes to the paper, its path leads to the signed root, the signature is the house's. */
async function proofHolds(ballot: string, p: Proof, of: { readonly paper?: string; readonly number?: string }, sealKey: string): Promise<boolean> {
  const body = fromBase64url(p.body);
  const hash = sha256(said.paper(idBytes(ballot), body));
  const read = readBody(body);
  if (hexOf(hash) !== p.hash || (of.paper !== undefined && hexOf(fromBase64url(of.paper)) !== p.hash)) return false;
  if (of.number !== undefined && (read?.form !== 'detached' || hexOf(read.receipt) !== hexOf(fromBase64url(of.number)))) return false;
  const root = hexOf(rootFrom(sha256, leafHash(sha256, hash), p.path.map((n) => ({ side: n.side, hash: unhex(n.hash) }))));
  const head = JSON.parse(p.head) as { root: string; ballot: string };
  if (root !== head.root || head.ballot !== ballot) return false;
  if (sealKey === '') return true;
  try {
    const key = await crypto.subtle.importKey('raw', fromBase64url(sealKey), 'Ed25519', false, ['verify']);
    return await crypto.subtle.verify('Ed25519', key, fromBase64url(p.signature), said.head(p.head));
  } catch {
    // A browser without ed25519 checks hash and path; the recount on a computer checks the rest.
    return true;
  }
}

/** Looks for a paper on the board and checks its proof on this device. @returns its number there, or null */
export async function findOnBoard(o: { readonly federationId: string; readonly id: string }, of: { readonly paper?: string; readonly number?: string }, sealKey: string): Promise<number | null> {
  const proof = await call(board.proof, { federationId: o.federationId, ballotId: o.id, ...of }, { anonymous: true }).catch((why: unknown) => { if (why instanceof RefusedByServer && why.status === 404) return null; throw why; });
  return proof !== null && (await proofHolds(o.id, proof, of, sealKey)) ? proof.no : null;
}
