import { Readable } from 'node:stream';
import type { Tx } from '#shared/call';
import { base64url, bytesIn, said } from '#shared/ballot-paper';
import { Refused } from '#shared/errors';
import type { Database } from '#platform/db';
import { SMALLEST_GROUP } from './ballot.rules.ts';
import { findBallot } from './ballot.sql.ts';
import { words } from './ballot.words.ts';
import { findBoard } from './board.sql.ts';
import { sha256 } from './crypto.ts';
import { announcedOf } from './finish.service.ts';
import { listKeys } from './keys.sql.ts';
import { kindNamed } from './kinds.ts';
import { findByToken, findPaper, listBoard, listHashes } from './papers.sql.ts';
import { BLOCK, pathIn } from './tree.ts';

/** Where a paper stands on the board and how that is proved: hashes in hexadecimal, the entry's body in base64url. */
export type Proof = {
  readonly no: number; readonly hash: string; readonly body: string; readonly root: string;
  readonly path: readonly { readonly side: 'left' | 'right'; readonly hash: string }[];
  readonly head: string; readonly signature: string;
};

/**
 * Finds a paper on the board by its hash (from the receipt of a blind vote) or by its number (from a detached vote), both base64url. Where the board is
 * kept, the head holds the root and nothing of the result.
 * @throws Refused when the board is not there yet, or the paper is not on it
 */
export async function prove(tx: Tx, ballotId: string, by: { readonly paper: string } | { readonly number: string }): Promise<Proof> {
  const board = await findBoard(tx, ballotId);
  if (board === null) throw new Refused(words.notCounted);
  const hash = 'paper' in by ? Buffer.from(by.paper, 'base64url') : await findByToken(tx, ballotId, Buffer.from(by.number, 'base64url'));
  const found = hash && (await findPaper(tx, ballotId, hash));
  if (!hash || !found || found.no === null) throw new Refused(words.entryUnknown, { status: 404 });
  const [place, block] = [(found.no - 1) % BLOCK, Math.floor((found.no - 1) / BLOCK)];
  const shown = board.short ?? board;
  const path = pathIn(await listHashes(tx, ballotId, block * BLOCK + 1, BLOCK), place, board.blocks, block);
  return {
    no: found.no, hash: hash.toString('hex'), body: base64url(found.body), root: (JSON.parse(board.head) as { root: string }).root,
    path: path.map((n) => ({ side: n.side, hash: Buffer.from(n.hash).toString('hex') })), head: shown.head, signature: base64url(shown.signature),
  };
}

/** The fingerprint of what was announced (paper, rule, level, keys): to be printed with the papers of the session. Null until the keys are made. */
export async function fingerprint(tx: Tx, ballotId: string): Promise<string | null> {
  const ballot = await findBallot(tx, ballotId);
  const board = ballot && (await findBoard(tx, ballotId));
  if (board) {
    const { ballot: b, paper, rule, keys } = JSON.parse(board.header) as Record<string, unknown>;
    return sha256(bytesIn(JSON.stringify({ ballot: b, paper, rule, keys }))).toString('hex');
  }
  if (!ballot?.keysReady) return null;
  return sha256(bytesIn(JSON.stringify(announcedOf(ballot, await listKeys(tx, ballotId))))).toString('hex');
}

const AT_ONCE = 2_000;

/**
 * The published file, line by line: header, one line for each entry, head with its signature. Reads the board piece by piece, each in a
 * transaction of its own: it does not change any more.
 * @throws Refused while it is not counted
 */
export async function* boardLines(database: Database, federationId: string, ballotId: string, now: Date): AsyncGenerator<string> {
  const read = <T>(run: (tx: Tx) => Promise<T>): Promise<T> => database.read(federationId, now, run);
  const board = await read((tx) => findBoard(tx, ballotId));
  if (board === null) throw new Refused(words.notCounted);
  yield `${board.header}\n`;
  let chain = sha256(said.board(sha256(bytesIn(board.header))));
  for (let after = 0; ; after += AT_ONCE) {
    const some = await read((tx) => listBoard(tx, ballotId, after, AT_ONCE));
    let lines = '';
    for (const { no, hash, body } of some) {
      chain = sha256(said.chain(chain, hash));
      lines += `{"no":${no},"hash":"${hash.toString('hex')}","chain":"${chain.toString('hex')}","body":"${body.toString('base64url')}"}\n`;
    }
    if (lines !== '') yield lines;
    if (some.length < AT_ONCE) break;
  }
  yield `${JSON.stringify({ head: board.head, signature: base64url(board.signature) })}\n`;
}

let used: Database | null = null;
/** Says once, at the start, where boards are read from while they stream. */
export const use = (database: Database): void => { used = database; };

/**
 * The published file as a download.
 * @throws Refused while it is not counted
 */
export async function boardFile(tx: Tx, ballotId: string): Promise<{ name: string; content: Readable }> {
  if (used === null) throw new Error('ballot: ballots.use(database) was not called');
  if ((await findBoard(tx, ballotId)) === null) throw new Refused(words.notCounted);
  return { name: `ballot-${ballotId.slice(-12)}.jsonl`, content: Readable.from(boardLines(used, tx.federationId, ballotId, tx.now)) };
}

/**
 * Whether the board may be shown to everybody: not where a secret vote had one to four papers, in all or in a class of voters, since single
 * papers would then say whose they are; nor where the kind keeps its board. Those who verify for the others (tellers) may see it all the same.
 */
export async function publishable(tx: Tx, ballotId: string): Promise<boolean> {
  const [ballot, board] = [await findBallot(tx, ballotId), await findBoard(tx, ballotId)];
  if (ballot === null || board === null || kindNamed(ballot.kind).boardKept) return false;
  const { roll } = JSON.parse(board.header) as { roll: { classes: { issued: number }[] } };
  return ballot.level === 'open' || roll.classes.every((c) => c.issued === 0 || c.issued >= SMALLEST_GROUP);
}
