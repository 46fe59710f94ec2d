import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { clock } from '#platform/clock';
import { type BookVerification, ledger } from '#engines/ledger';
import { findUnionsByCode, listTenants } from '#engines/org';
import { Refused } from '#shared/errors';
import { say } from '#shared/words';
import type { Command } from './cli.ts';
import { words } from './cli.words.ts';
import type { House } from './house.ts';

const out = (line: string): void => { process.stdout.write(`${line}\n`); };

/** The federations to look at: all, or the one whose top union has the code. */
async function federationsOf(house: House, code: string | undefined): Promise<string[]> {
  const all = await house.database.read(null, clock.now(), listTenants);
  if (code === undefined) return all;
  for (const id of all) {
    const top = await house.database.read(id, clock.now(), (tx) => findUnionsByCode(tx, [code]));
    if (top.get(code)?.id === id) return [id];
  }
  throw new Refused(words.federationMissing, { slots: { code } });
}

async function exportBooks(house: House, federationId: string, books: readonly BookVerification[], folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { bookId } of books) {
    await house.database.read(federationId, clock.now(), async (tx) => {
      const lines = async function* (): AsyncGenerator<string> { for await (const line of ledger.exportBook(tx, bookId)) yield `${line}\n`; };
      await pipeline(Readable.from(lines()), createWriteStream(join(folder, `${bookId}.jsonl`), { mode: 0o600 }));
    }, { statementTimeout: 300_000 });
  }
}

/**
 * Recomputes the books: contents and balance of every journal, blocks, balances, reservations, keys, closed months. One JSON
 * line for each book and each fault; the first fault is also said in a sentence. Arguments are heads printed earlier.
 */
const ledgerVerify: Command = {
  usage: 'ledger-verify [--federation CODE] [--export FOLDER] [BOOK:BLOCK:HASH …]',
  async run(house, args) {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { federation: { type: 'string' }, export: { type: 'string' } } });
    if (!positionals.every((a) => /^[0-9a-f-]{36}:\d{1,18}:[0-9a-f]{64}$/.test(a))) throw new Refused(words.usage, { slots: { usage: ledgerVerify.usage } });
    const known = Map.groupBy(positionals.map((a) => a.split(':')), ([book = '']) => book);
    const heads = new Map([...known].map(([book, list]) => [book, new Map(list.map(([, block = '', hash = '']) => [block, hash]))]));
    let bad = 0;
    for (const federationId of await federationsOf(house, values.federation)) {
      const books = await ledger.verifyAll(house.database, federationId, clock.now(), heads);
      for (const { faults, head, ...book } of books) {
        for (const fault of faults) out(JSON.stringify({ federation: federationId, book: book.bookId, ...fault }));
        out(JSON.stringify({ federation: federationId, ...book, head: `${book.bookId}:${head.block}:${head.hash}` }));
        const [first] = faults;
        if (first && bad === 0) for (const locale of ['zh', 'en'] as const) process.stderr.write(`${say(ledger.faultWord(first.what), locale, { book: `${book.purpose} ${book.bookId}`, id: first.id })}\n`);
        bad += book.faultCount;
        heads.delete(book.bookId);
      }
      if (values.export !== undefined) await exportBooks(house, federationId, books, resolve(values.export));
    }
    for (const book of heads.keys()) {
      bad += 1;
      process.stderr.write(`${say(words.bookGone, 'zh', { book })}\n${say(words.bookGone, 'en', { book })}\n`);
    }
    return bad === 0 ? 0 : 1;
  },
};

/** Commands of the ledger, by name. */
export const ledgerCommands: Readonly<Record<string, Command>> = { 'ledger-verify': ledgerVerify };
