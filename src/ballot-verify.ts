import { stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { ballotCheckWords as told, ballotSentenceOf, verifyBoard } from '#engines/ballot';
import { Refused } from '#shared/errors';
import { say } from '#shared/words';
import { words } from './cli.words.ts';

export const BALLOT_VERIFY = 'ballot-verify FILE [--notice FINGERPRINT]';

/** Verifies the published file of a ballot and says of each thing in both languages whether it fits. Opens no database. */
export async function runBallotVerify(args: readonly string[]): Promise<number> {
  const { values: { notice }, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { notice: { type: 'string' } } });
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0 || (notice !== undefined && !/^[0-9a-f]{64}$/i.test(notice))) throw new Refused(words.usage, { slots: { usage: BALLOT_VERIFY } });
  if (!(await stat(path).catch(() => null))?.isFile()) throw new Refused(words.fileMissing, { slots: { file: path } });
  const checks = await verifyBoard(path, { notice: notice ?? null });
  const out = (line: string): void => { process.stdout.write(`${line}\n`); };
  for (const found of checks) {
    out(`${found.ok ? '✓' : '✗'} ${say(ballotSentenceOf(found), 'zh', found.facts)}`);
    out(`  ${say(ballotSentenceOf(found), 'en', found.facts)}`);
  }
  const bad = checks.filter(({ ok }) => !ok).length;
  for (const locale of ['zh', 'en'] as const) out(say(bad === 0 ? told.allOk : told.someBad, locale, { count: bad }));
  return bad === 0 ? 0 : 1;
}
