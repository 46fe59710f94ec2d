import { hash, parseOptions, verify } from '@node-rs/argon2';
import { Refused } from '#shared/errors';
import { words } from './identity.words.ts';

/** argon2id (2), a little above what OWASP asks at least (19 MiB, 2 passes, 1 lane). */
const COST = { algorithm: 2, memoryCost: 24_576, timeCost: 2, parallelism: 1 } as const;

const AT_ONCE = 4;
const WAITING = 200;
let running = 0;
const queue: (() => void)[] = [];

/** Few at a time, so that a storm of sign-ins neither eats the memory nor starves the rest; a long queue is refused. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (queue.length >= WAITING) throw new Refused(words.busy, { status: 503 });
    await new Promise<void>((go) => queue.push(go));
  } else running += 1;
  try {
    return await work();
  } finally {
    const next = queue.shift();
    if (next) next();
    else running -= 1;
  }
}

/** Hash of a password as it is stored, with its parameters. About 25 ms of one core. */
export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password, COST));

const compare = (stored: string, password: string): Promise<boolean> => inTurn(() => verify(stored, password));

let decoy: Promise<string> | undefined;

/**
 * Whether the password is right. Without a stored hash (nobody by that name, or no password set) the same work is done
 * against a decoy, so that the time tells nothing.
 */
export async function matches(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword(crypto.randomUUID());
  const right = await compare(stored ?? (await decoy), password);
  return right && stored !== null;
}

/** Whether a stored hash was made with other than today's cost and should be made anew at the next right password. */
export function isOutdated(stored: string): boolean {
  const o = parseOptions(stored);
  return o.algorithm !== COST.algorithm || o.memoryCost !== COST.memoryCost || o.timeCost !== COST.timeCost || o.parallelism !== COST.parallelism;
}
