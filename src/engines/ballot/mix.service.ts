import type { Tx } from '#shared/call';
import { idBytes, readBody } from '#shared/ballot-paper';
import { secrets } from '#platform/secrets';
import { audit } from '#engines/audit';
import { type Ballot, MOST } from './ballot.rules.ts';
import { findBallot } from './ballot.sql.ts';
import { words } from './ballot.words.ts';
import { openEnvelope, paperHash } from './crypto.ts';
import { deleteEnvelopeKey, findEnvelopeKey, holdMixing } from './keys.sql.ts';
import { countWaiting, insertMixed, mixWaiting, type PaperRow, takeEnvelopes } from './papers.sql.ts';
import { unmarkGiven } from './roll.sql.ts';

const AT_ONCE = 5_000;

/** Takes all envelopes that wait, each with its owner bound to it; their bodies in no order of theirs. */
async function openAll(tx: Tx, ballot: Ballot, key: Buffer): Promise<PaperRow[]> {
  const id = idBytes(ballot.id);
  const papers: PaperRow[] = [];
  for (let some = await takeEnvelopes(tx, ballot.id, AT_ONCE); some.length > 0; some = await takeEnvelopes(tx, ballot.id, AT_ONCE)) {
    for (const { personId, sealed } of some) {
      const body = openEnvelope(key, idBytes(personId), sealed);
      const paper = readBody(body);
      if (paper?.form !== 'detached') throw new Error('ballot: an envelope holds no paper');
      papers.push({ hash: paperHash(id, body), token: Buffer.from(paper.receipt), turn: 1, body });
    }
  }
  return papers.sort((a, b) => Buffer.compare(a.hash, b.hash));
}

/** Envelopes without their key come from a restored backup, which holds none: who put them in may vote again. */
async function giveBack(tx: Tx, ballot: Ballot): Promise<void> {
  let n = 0;
  for (let some = await takeEnvelopes(tx, ballot.id, AT_ONCE); some.length > 0; some = await takeEnvelopes(tx, ballot.id, AT_ONCE)) {
    await unmarkGiven(tx, ballot.id, some.map((e) => e.personId));
    n += some.length;
  }
  await audit.record(tx, { system: 'ballot' }, words.auditRestored, { subject: { kind: 'ballot', id: ballot.id }, unionId: ballot.unionId, slots: { title: ballot.title, n } });
}

async function mixEnvelopes(tx: Tx, ballot: Ballot, least: number): Promise<number> {
  const waiting = await countWaiting(tx, ballot.id);
  if (waiting === 0 || waiting < least) return 0;
  // Read behind the count: an envelope that was counted came with its key or found it there.
  const sealed = await findEnvelopeKey(tx, ballot.id, 'mix');
  if (sealed === null) {
    await giveBack(tx, ballot);
    return 0;
  }
  const papers = await openAll(tx, ballot, Buffer.from(secrets.open(sealed), 'base64'));
  for (let from = 0; from < papers.length; from += AT_ONCE) await insertMixed(tx, ballot.id, papers.slice(from, from + AT_ONCE));
  await deleteEnvelopeKey(tx, ballot.id);
  return papers.length;
}

async function mixPapers(tx: Tx, ballot: Ballot, least: number): Promise<number> {
  if ((await countWaiting(tx, ballot.id)) < least) return 0;
  return mixWaiting(tx, ballot.id, MOST.mixed);
}

/**
 * Mixes what waits, when it is enough: envelopes are opened, shuffled and written without their owners, and their key is destroyed; papers are
 * taken out and written again in the order of their hashes. One transaction: a crash leaves them waiting or mixed, never both and never neither.
 * @returns how many were mixed
 */
export async function mix(tx: Tx, ballotId: string): Promise<number> {
  const ballot = await findBallot(tx, ballotId, 'share');
  if (ballot?.state !== 'open' || ballot.level === 'open' || !(await holdMixing(tx, ballotId))) return 0;
  return ballot.level === 'detached' ? mixEnvelopes(tx, ballot, ballot.mixAtLeast) : mixPapers(tx, ballot, ballot.mixAtLeast);
}

/** Mixes everything that still waits, at the close. The ballot is locked. */
export const mixRest = async (tx: Tx, ballot: Ballot): Promise<void> => { if (ballot.level === 'detached') await mixEnvelopes(tx, ballot, 1); };
