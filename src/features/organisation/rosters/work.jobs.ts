import type { Tx } from '#shared/call';
import { audit } from '#engines/audit';
import { countMembers, listTenants } from '#engines/org';
import { clock } from '#platform/clock';
import type { Database } from '#platform/db';
import { jobs, type Run, runs } from '#platform/jobs';
import { legalDateOf } from '#shared/dates';
import { checkStep, type Progress } from './checking.service.ts';
import { eraseSheet, listStranded, listToErase, lockImport, renewStatistics, updateImport } from './imports.sql.ts';
import { STRANDED_MINUTES } from './periods.rules.ts';
import { words } from './rosters.words.ts';
import { takeStep } from './taking.service.ts';
import { undoStep } from './undoing.service.ts';

type Step = (tx: Tx, importId: string) => Promise<Progress>;

/** Tries of one step that lost a race: another writer made the same person, or the two waited for each other. */
const TRIES = 5;
const RACES: ReadonlySet<unknown> = new Set(['23505', '40P01', '40001']);
/** Milliseconds one statement of a step may take. */
const STATEMENT_MS = 120_000;

/** Does one step again when it lost a race; each try sees what the winner wrote. */
async function stubbornly<T>(step: () => Promise<T>): Promise<T> {
  for (let left = TRIES; ; left--) {
    try {
      return await step();
    } catch (error) {
      if (left <= 1 || !RACES.has((error as { code?: unknown }).code)) throw error;
    }
  }
}

/** Steps after which the planner is told how large the tables have become; from this many rows on. */
const FRESHEN_AFTER: ReadonlySet<number> = new Set([1, 10]);
const FRESHEN_FROM = 500;

/**
 * Walks through a piece of work step by step. A large import into a small database makes the planner's figures wrong by
 * orders of magnitude, and every other request slow: so they are renewed on the way.
 */
export async function walkThrough(database: Database, federationId: string, one: () => Promise<Progress>, o: { writesPeople: boolean }): Promise<void> {
  const freshen = (): Promise<void> => database.transaction(federationId, clock.now(), (tx) => renewStatistics(tx, o), { statementTimeout: STATEMENT_MS });
  for (let steps = 1; ; steps++) {
    const { over, total } = await stubbornly(one);
    if (total >= FRESHEN_FROM && ((over && o.writesPeople) || FRESHEN_AFTER.has(steps))) await freshen();
    if (over) return;
  }
}

async function walk(run: Run<{ importId: string }>, step: Step): Promise<null> {
  await walkThrough(run.database, run.federationId, async () => {
    let progress: Progress = { over: true, done: 0, total: 0 };
    await run.step(async (tx) => {
      progress = await step(tx, run.input.importId);
      return progress.total > 0 ? { done: progress.done, total: progress.total } : {};
    }, { statementTimeout: STATEMENT_MS });
    return progress;
  }, { writesPeople: step !== checkStep });
  return null;
}

/** Counts the members of the unions anew, so that what was taken in is seen at once; the regular count does it otherwise. */
export const recount = (database: Database, federationId: string, now: Date): Promise<void> =>
  database.transaction(federationId, now, async (tx) => void (await countMembers(tx, `${legalDateOf(now).slice(0, 4)}-01-01`)), { statementTimeout: STATEMENT_MS });

/** Work that a command line began and left (it was killed) is carried on by the queue. */
export async function adopt(tx: Tx, now: Date): Promise<number> {
  const stranded = await listStranded(tx, new Date(now.getTime() - STRANDED_MINUTES * 60_000));
  for (const { id } of stranded) {
    const i = await lockImport(tx, id);
    if (i === null || i.runId !== null) continue;
    const work = i.state === 'checking' ? 'rosters.check' : i.state === 'running' ? 'rosters.import' : 'rosters.undo';
    const runId = await runs.begin(tx, work, { importId: id }, { key: `${id}/${i.turn + 1}`, by: null });
    await updateImport(tx, id, { turn: i.turn + 1, runId });
  }
  return stranded.length;
}

/** Erases sheets whose time is over; imports nobody confirmed are given up with them. @returns how many */
export async function eraseOld(tx: Tx): Promise<number> {
  const old = await listToErase(tx);
  for (const i of old) {
    if (i.state === 'read' || i.state === 'previewed') await updateImport(tx, i.id, { state: 'cancelled', endedAt: tx.now });
    await eraseSheet(tx, i.id);
    await audit.record(tx, { system: 'rosters' }, words.auditErased, { subject: { kind: 'rosterImport', id: i.id }, unionId: i.unionId, slots: { file: audit.veil(i.fileName) } });
  }
  return old.length;
}

async function everyTenant(database: Database, now: Date, run: (tx: Tx) => Promise<unknown>): Promise<void> {
  for (const id of await database.read(null, now, listTenants)) await database.transaction(id, now, run, { statementTimeout: STATEMENT_MS });
}

/** Declares the part's background work; once per process. */
export function declareWork(): void {
  runs.define<{ importId: string }>('rosters.check', (run) => walk(run as Run<{ importId: string }>, checkStep));
  const counted = (step: Step) => async (run: Run<{ importId: string }>): Promise<null> => {
    await walk(run, step);
    await recount(run.database, run.federationId, clock.now());
    return null;
  };
  runs.define<{ importId: string }>('rosters.import', counted(takeStep) as never);
  runs.define<{ importId: string }>('rosters.undo', counted(undoStep) as never);
  jobs.define('rosters.adopt', { every: '* * * * *', run: ({ database, now }) => everyTenant(database, now, (tx) => adopt(tx, now)) });
  jobs.define('rosters.erase', { every: '40 3 * * *', run: ({ database, now }) => everyTenant(database, now, eraseOld) });
}
