import assert from 'node:assert/strict';
import test from 'node:test';
import { ledger } from '#engines/ledger';
import { freshDatabase } from '#test/database';
import { ledgerStory, NOBODY } from '#test/ledger';
import { proveLines } from './verify-ledger.ts';

test('an exported book is proved without a database; every line that is changed, taken out or moved is found', async () => {
  const database = await freshDatabase();
  const s = await ledgerStory(database, 2);
  for (const part of ['a', 'b']) {
    await s.within((tx) => ledger.post(tx, NOBODY, Array.from({ length: 3 }, (_, i) => s.journal(`${part}${i}`, s.no('402'), s.no('102'), 5n, { moves: [{ from: s.no('402'), to: s.no('102'), amount: 5n, tags: { z: '项目', a: '"' } }] }))));
    await s.within((tx) => ledger.sealBlock(tx, s.bookId));
  }
  const lines = await s.within(async (tx) => {
    const all: string[] = [];
    for await (const line of ledger.exportBook(tx, s.bookId)) all.push(line);
    return all;
  });
  const { block, hash } = await s.within((tx) => ledger.head(tx, s.bookId));
  assert.deepEqual(await proveLines(lines, new Map([[block, hash]])), { fault: null, blocks: 2, leaves: 15, head: `${block}:${hash}` });
  for (const [i, line] of lines.entries()) {
    const fault = async (changed: readonly string[]): Promise<string | null> => (await proveLines(changed)).fault;
    const at = line.lastIndexOf('2026');
    const harm = at >= 0 ? `${line.slice(0, at)}2025${line.slice(at + 4)}` : line.replace('5', '6').replace('ledger-account-1', 'ledger-account-2');
    assert.ok(await fault(lines.with(i, harm)), `line ${i} changed`);
    assert.ok(await fault(lines.toSpliced(i, 1)), `line ${i} taken out`);
    if (i > 1 && lines[i - 1]?.startsWith('{"leaf"') && line.startsWith('{"leaf"')) assert.ok(await fault(lines.with(i, lines[i - 1] ?? '').with(i - 1, line)), `line ${i} moved`);
  }
  assert.ok((await proveLines(lines, new Map([['1', hash]]))).fault);
  assert.ok((await proveLines(lines, new Map([['3', hash]]))).fault);
});
