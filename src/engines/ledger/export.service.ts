import type { Tx } from '#shared/call';
import { selectByNumbers } from './accounts.sql.ts';
import { accountText, journalText } from './chain.rules.ts';
import { type Block, selectBlocks } from './chain.sql.ts';
import { selectWhole } from './verify.sql.ts';
import { bodyOf } from './verify.service.ts';

async function* linesOf(tx: Tx, block: Block): AsyncGenerator<string> {
  const { leaves: _, journalIds, accountNos, ...head } = block;
  yield JSON.stringify({ ...head, accounts: accountNos.length, journals: journalIds.length });
  const accounts = new Map((await selectByNumbers(tx, block.bookId, accountNos)).map((a) => [a.no, a]));
  for (const no of accountNos) {
    const account = accounts.get(no);
    yield JSON.stringify({ leaf: account ? accountText(block.bookId, account) : null });
  }
  const journals = new Map((await selectWhole(tx, block.bookId, journalIds)).map((j) => [j.id, j]));
  for (const id of journalIds) {
    const journal = journals.get(id);
    yield JSON.stringify(journal ? { leaf: journalText(block.bookId, journal), body: bodyOf(block.bookId, journal) } : { leaf: null });
  }
}

/**
 * The sealed blocks of a book as JSON lines for somebody outside: a block's line, then one line for each account and journal
 * it names, `{"leaf":…,"body":…}`. `tools/verify-ledger.ts` proves such a file without a database.
 */
export async function* exportBook(tx: Tx, bookId: string): AsyncGenerator<string> {
  let last = '0';
  for (let page = await selectBlocks(tx, bookId, last, 20); page.length > 0; page = await selectBlocks(tx, bookId, last, 20)) {
    for (const block of page) {
      yield* linesOf(tx, block);
      last = block.block;
    }
  }
}
