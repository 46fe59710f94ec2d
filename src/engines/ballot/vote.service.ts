import { randomBytes } from 'node:crypto';
import type { Tx } from '#shared/call';
import { base64url, type BlindPaper, bodyOf, filled, fromBase64url, idBytes, readBody, said, SIZE } from '#shared/ballot-paper';
import type { BoothBallot, Receipt } from '#shared/ballot-booth';
import { Refused } from '#shared/errors';
import { secrets } from '#platform/secrets';
import { type Ballot, type Level, MOST } from './ballot.rules.ts';
import { findBallot } from './ballot.sql.ts';
import { words } from './ballot.words.ts';
import { readContent } from './count/paper.rules.ts';
import { closeEnvelope, markFits, newEnvelopeKey, paperHash, pointKey, sealContent, sealSign, sha256, signBlinded, tokenFits } from './crypto.ts';
import { type Keys, keysOf } from './keys.service.ts';
import { findEnvelopeKey, insertEnvelopeKey } from './keys.sql.ts';
import { findPaper, insertWaiting, putEnvelope, putOpenPaper } from './papers.sql.ts';
import { findVoter, markGiven } from './roll.sql.ts';

/** A ballot in which one may vote at this moment, held so that it cannot close before the vote is written. */
export async function votable(tx: Tx, id: string, levels: readonly Level[]): Promise<Ballot> {
  const ballot = await findBallot(tx, id, 'share');
  if (ballot === null || ballot.state === 'prepared') throw new Refused(words.ballotUnknown, { status: 404 });
  if (ballot.state === 'announced') throw new Refused(words.tooEarly);
  if (ballot.state !== 'open' || (ballot.closesAt !== null && tx.now >= ballot.closesAt)) throw new Refused(words.tooLate);
  if (!levels.includes(ballot.level)) throw new Refused(words.otherLevel);
  if (!ballot.keysReady) throw new Refused(words.keysMissing);
  return ballot;
}

export function bytesFrom(text: string): Uint8Array<ArrayBuffer> {
  try {
    return fromBase64url(text);
  } catch {
    throw new Refused(words.paperWrong, { status: 400 });
  }
}

/** The voter's entry of the roll, held. */
export async function entryOf(tx: Tx, ballot: Ballot, personId: string): Promise<NonNullable<Awaited<ReturnType<typeof findVoter>>>> {
  const voter = await findVoter(tx, ballot.id, personId, true);
  if (voter === null) throw new Refused(words.notOnRoll, { status: 403 });
  if (ballot.presentOnly && !voter.present) throw new Refused(words.notPresent);
  return voter;
}

/** What of a ballot's keys the voter's device needs. */
export async function boothOf(tx: Tx, id: string): Promise<BoothBallot> {
  const ballot = await findBallot(tx, id);
  if (ballot === null || !['announced', 'open'].includes(ballot.state)) throw new Refused(words.ballotUnknown, { status: 404 });
  if (!ballot.keysReady) throw new Refused(words.keysMissing);
  const keys = await keysOf(tx, ballot);
  return {
    id, paperBytes: ballot.paperBytes, contentKey: base64url(keys.content?.public ?? Buffer.alloc(0)), sealKey: base64url(keys.seal.public),
    tokenKeys: Object.fromEntries([...keys.tokens].map(([name, k]) => [name, base64url(k.spki)])),
  };
}

/** The key of the envelopes that wait, made when there is none. */
async function envelopeKey(tx: Tx, ballotId: string): Promise<Buffer> {
  for (let tries = 0; tries < 5; tries += 1) {
    const there = await findEnvelopeKey(tx, ballotId, 'put');
    if (there) return Buffer.from(secrets.open(there), 'base64');
    await insertEnvelopeKey(tx, ballotId, secrets.seal(newEnvelopeKey().toString('base64')));
  }
  throw new Error('ballot: no key for envelopes could be made');
}

/** What a voter keeps of a detached vote: the number under which the paper will stand on the board. */
export type Cast = { readonly number: string | null };

/**
 * Votes by name (level `open`), or by an envelope (level `detached`) that is mixed with others; until then, or until the close, a later vote
 * replaces it. Leaves no audit line: that somebody voted at a time is nobody's business.
 * @returns the receipt number at the level `detached`
 * @throws Refused who is not on the roll, too early, too late, mixed already, or a content that is no paper of this ballot
 */
export async function cast(tx: Tx, personId: string, ballotId: string, given: unknown): Promise<Cast> {
  const ballot = await votable(tx, ballotId, ['open', 'detached']);
  const read = readContent(ballot.paper, given);
  if (!read.ok) throw new Refused(read.why.word, { slots: read.why.slots, status: 400 });
  const voter = await entryOf(tx, ballot, personId);
  if (ballot.level === 'open') {
    await putOpenPaper(tx, ballotId, personId, read.content);
    if (!voter.given) await markGiven(tx, ballotId, personId, null);
    return { number: null };
  }
  const receipt = randomBytes(SIZE.receipt);
  const body = detachedBody(ballot, await keysOf(tx, ballot), voter.class, receipt, read.content);
  const sealed = closeEnvelope(await envelopeKey(tx, ballotId), idBytes(personId), body);
  if (!(await putEnvelope(tx, ballotId, personId, sealed, voter.given))) throw new Refused(words.mixedAlready);
  if (!voter.given) await markGiven(tx, ballotId, personId, null);
  return { number: base64url(receipt) };
}

/** The inner envelope: the content, closed until the ballot is. */
function detachedBody(ballot: Ballot, keys: Keys, name: string, receipt: Buffer, content: unknown): Uint8Array {
  const plain = filled(content, ballot.paperBytes);
  if (plain === null || keys.content === null) throw new Refused(words.paperWrong, { status: 400 });
  return bodyOf({ form: 'detached', class: name, receipt, sealed: sealContent(idBytes(ballot.id), keys.content.public, plain, receipt) });
}

/**
 * Signs a blinded token for a voter at the level `blind`, once: the same blinded message gets the same answer again, another none.
 * Leaves no audit line.
 * @param blinded base64url
 * @returns the blind signature, base64url, and the voter's class, whose key it is
 */
export async function issueToken(tx: Tx, personId: string, ballotId: string, blinded: string): Promise<{ class: string; signature: string }> {
  const ballot = await votable(tx, ballotId, ['blind']);
  const voter = await entryOf(tx, ballot, personId);
  const message = bytesFrom(blinded);
  const asked = sha256(message);
  if (voter.given && !voter.asked?.equals(asked)) throw new Refused(words.tokenGiven);
  const signed = await signedFor(tx, ballot, voter.class, message);
  if (!voter.given) await markGiven(tx, ballotId, personId, asked);
  return signed;
}

/** Signs a blinded message with the key of a class. */
export async function signedFor(tx: Tx, ballot: Ballot, name: string, message: Uint8Array): Promise<{ class: string; signature: string }> {
  const key = (await keysOf(tx, ballot)).tokens.get(name);
  if (key === undefined) throw new Error(`ballot: class ${name} has no key`);
  const signature = signBlinded(key.secret, key.public, message);
  if (signature === null) throw new Refused(words.tokenWrong, { status: 400 });
  return { class: name, signature: base64url(signature) };
}

function readBlind(ballot: Ballot, body: Uint8Array): BlindPaper {
  const p = readBody(body);
  if (p === null || p.form !== 'blind' || p.sealed.length !== SIZE.sealSalt + ballot.paperBytes + SIZE.tag || p.turn < 1) throw new Refused(words.paperWrong, { status: 400 });
  if (p.turn > MOST.turns) throw new Refused(words.turnsOver);
  return p;
}

/**
 * Takes a paper at the level `blind`. Nobody is known here: the route reads no session and no cookie, and leaves no line of audit or access.
 * The same paper again gets its receipt again and counts once.
 * @param body as made by the booth, base64url
 * @throws Refused late, forged (another ballot's token, a wrong signature or mark), a turn that was used
 */
export async function post(tx: Tx, ballotId: string, body: string): Promise<Receipt> {
  const ballot = await votable(tx, ballotId, ['blind']);
  const bytes = bytesFrom(body);
  const paper = readBlind(ballot, bytes);
  const keys = await keysOf(tx, ballot);
  const [id, key] = [idBytes(ballotId), keys.tokens.get(paper.class)];
  if (key === undefined || !tokenFits(key.public, id, paper) || !markFits(pointKey(paper.token), id, paper)) throw new Refused(words.forged, { status: 400 });
  const hash = paperHash(id, bytes);
  const written = await insertWaiting(tx, ballotId, { hash, token: Buffer.from(paper.token), turn: paper.turn, body: Buffer.from(bytes) });
  if (!written && (await findPaper(tx, ballotId, hash)) === null) throw new Refused(words.twice);
  return { ballot: ballotId, paper: base64url(hash), signature: base64url(sealSign(keys.seal.secret, said.receipt(id, hash))) };
}
