import type { Tx } from '#shared/call';
import { fromBase64url, type PaperBody, readBody, unfilled } from '#shared/ballot-paper';
import { Refused } from '#shared/errors';
import { words } from './ballot.words.ts';
import { findBoard } from './board.sql.ts';
import { opener, type Opener } from './crypto.ts';
import { listBoard } from './papers.sql.ts';

const AT_ONCE = 2_000;

/** The content of a paper, undefined when it does not open or is none. */
export function contentOf(p: PaperBody | null, open: Opener | null): unknown {
  if (p === null) return undefined;
  if (p.form === 'open') return unfilled(p.content);
  const plain = open?.(p);
  return plain ? unfilled(plain) : undefined;
}

/**
 * What stands on the papers that count (the last of each token), in the order of the board, for a part that gathers more than the count does.
 * `content` is undefined where a paper does not open.
 * @throws Refused while it is not counted
 */
export async function* contents(tx: Tx, ballotId: string): AsyncGenerator<{ readonly class: string; readonly content: unknown }> {
  const board = await findBoard(tx, ballotId);
  if (board === null) throw new Refused(words.notCounted);
  const key = (JSON.parse(board.head) as { content: string | null }).content;
  const open = key === null ? null : opener(ballotId, Buffer.from(fromBase64url(key)));
  for (let after = 0; ; after += AT_ONCE) {
    const some = await listBoard(tx, ballotId, after, AT_ONCE);
    for (const { body, last } of some) {
      const paper = last ? readBody(body) : null;
      if (last) yield { class: paper?.class ?? '', content: contentOf(paper, open) };
    }
    if (some.length < AT_ONCE) return;
  }
}
