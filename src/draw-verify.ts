import { readFile, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { verifyDraw } from '#engines/claims';
import { drawCheckWords as told, sentenceOf } from '#shared/draw-check.words';
import { Refused } from '#shared/errors';
import { say } from '#shared/words';
import { words } from './cli.words.ts';

export const DRAW_VERIFY = 'draw-verify FILE [--notice FINGERPRINT]';
/** A draw among a million has a file of about 200 MB. */
const MOST_BYTES = 300_000_000;

async function parsedFile(path: string): Promise<unknown> {
  const there = await stat(path).catch(() => null);
  if (!there?.isFile()) throw new Refused(words.fileMissing, { slots: { file: path } });
  if (there.size > MOST_BYTES) throw new Refused(words.fileTooLarge, { slots: { file: path } });
  try {
    return JSON.parse(await readFile(path, 'utf8')) as unknown;
  } catch {
    return null;
  }
}

/** Draws again what a result file says was drawn, and says of each thing in both languages whether it fits. Opens no database. */
export async function runDrawVerify(args: readonly string[]): Promise<number> {
  const { values: { notice }, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { notice: { type: 'string' } } });
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0 || (notice !== undefined && !/^[0-9a-f]{64}$/i.test(notice))) throw new Refused(words.usage, { slots: { usage: DRAW_VERIFY } });
  const checks = verifyDraw(await parsedFile(path), notice ?? null);
  const bad = checks.filter(({ ok }) => !ok).length;
  const out = (line: string): void => { process.stdout.write(`${line}\n`); };
  for (const found of checks) {
    const mark = found.ok ? '✓' : '✗';
    out(`${mark} ${say(sentenceOf(found), 'zh', found.facts)}`);
    out(`  ${say(sentenceOf(found), 'en', found.facts)}`);
  }
  const end = bad === 0 ? told.allOk : told.someBad;
  for (const locale of ['zh', 'en'] as const) out(say(end, locale, { count: bad }));
  return bad === 0 ? 0 : 1;
}
