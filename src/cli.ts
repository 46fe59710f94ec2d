import { log } from '#platform/log';
import { Refused } from '#shared/errors';
import { say } from '#shared/words';
import { runBallotVerify } from './ballot-verify.ts';
import { runDrawVerify } from './draw-verify.ts';
import { runSimilar } from './similar.ts';

/** What needs no house runs without it, in a fraction of the memory. */
const ALONE: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = { similar: runSimilar, 'draw-verify': runDrawVerify, 'ballot-verify': runBallotVerify };
const run = async ([name = '', ...args]: readonly string[]): Promise<number> =>
  (ALONE[name] ?? (async () => (await import('./commands.ts')).runCommand([name, ...args])))(args);

run(process.argv.slice(2)).then(
  (code) => { process.exitCode = code; },
  (error: unknown) => {
    if (error instanceof Refused) process.stderr.write(`${say(error.word, 'zh', error.slots)}\n${say(error.word, 'en', error.slots)}\n`);
    else if (error instanceof Error && (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')) process.stderr.write(`${error.message}\n`);
    else log.fatal({ err: error }, 'command failed');
    process.exitCode = 1;
  },
);

