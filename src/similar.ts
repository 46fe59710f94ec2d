import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { searchFiles } from '#engines/similarity';
import { Refused } from '#shared/errors';
import { words } from './cli.words.ts';

export const SIMILAR = 'similar --corpus C.jsonl --queries Q.jsonl [--top 10] --out H.jsonl';
const MOST_TOP = 1000;

/** Finds the likes of texts in a corpus from files, with the engine of the product; prints what it took. Opens no database. */
export async function runSimilar(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { corpus: { type: 'string' }, queries: { type: 'string' }, top: { type: 'string', default: '10' }, out: { type: 'string' } } });
  const top = Number(values.top);
  if (!values.corpus || !values.queries || !values.out || !Number.isInteger(top) || top < 1 || top > MOST_TOP) throw new Refused(words.usage, { slots: { usage: SIMILAR } });
  const run = await searchFiles({ corpus: resolve(values.corpus), queries: resolve(values.queries), top, out: resolve(values.out) });
  process.stdout.write(`${JSON.stringify(run)}\n`);
  return 0;
}
