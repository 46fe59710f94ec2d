import type { Tx } from '#shared/call';
import { fromBase64url } from '#shared/ballot-paper';
import { Refused } from '#shared/errors';
import { words } from './ballot.words.ts';
import { findBoard } from './board.sql.ts';
import type { OpenedPaper } from './opened.ts';
import { startOpening } from './opening.service.ts';
import { listBoard } from './papers.sql.ts';

const AT_ONCE = 2_000;

/**
 * What stands on the papers that count (the last of each token), in the order of the board, for a part that gathers more than the count does.
 * `content` is undefined where a paper does not open.
 * @throws Refused while it is not counted
 */
export async function* contents(tx: Tx, ballotId: string): AsyncGenerator<OpenedPaper> {
  const board = await findBoard(tx, ballotId);
  if (board === null) throw new Refused(words.notCounted);
  const { content: key, entries } = JSON.parse(board.head) as { content: string | null; entries: number };
  const secret = key === null ? null : Buffer.from(fromBase64url(key));
  const opening = startOpening(ballotId, secret, entries);
  try {
    for (let after = 0; after < entries; after += AT_ONCE) yield* await opening.open((await listBoard(tx, ballotId, after, AT_ONCE)).filter((p) => p.last).map((p) => p.body));
  } finally {
    await opening.end();
  }
}
