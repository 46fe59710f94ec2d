import { clock } from '#platform/clock';
import type { Database } from '#platform/db';
import type { log } from '#platform/log';
import type { Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { words } from './jobs.words.ts';
import { define as defineJob, enqueue, type JobCall } from './queue.ts';
import { type Ending, endRun, insertRun, listOpenRuns, listRuns, noteProgress, type Progress, requestCancel, type RunState, takeRun, whileHeld } from './runs.sql.ts';

/** A run at work. */
export type Run<I = unknown, C = unknown> = {
  readonly id: string;
  readonly federationId: string;
  /** what it was begun with */
  readonly input: I;
  /** where the last finished step left off; null at the beginning */
  readonly cursor: C | null;
  /** units done by finished steps */
  readonly done: number;
  readonly database: Database;
  /** aborts when the process stops; a run need not look at it, its next step fails then */
  readonly signal: AbortSignal;
  readonly log: typeof log;
  /**
   * One step: what `work` writes and how far the run is are committed together, so that after a crash the run goes
   * on behind the last finished step and does nothing twice.
   * @throws when the run was cancelled, has another worker by now, or the process stops: then the step left nothing
   */
  step(work: (tx: Tx) => Promise<Progress>, how?: { statementTimeout?: number }): Promise<void>;
};

const JOB = 'runs.work';
const TRIES = 5;
/** Workers a run may have had, restarts included. */
const TURNS = 50;
const LOOK_AGAIN = 20_000;
const REPORT_CHARACTERS = 262_144;

type Definition = (run: Run<never, never>) => Promise<unknown>;
const kinds = new Map<string, Definition>();

class Over extends Error {
  readonly ending: Ending;
  constructor(ending: Ending) {
    super(`the run is ${ending.state}`);
    this.ending = ending;
  }
}

/**
 * Declares a kind of long-running work, at the start of the process. What `work` returns is the run's report
 * (JSON, 256 KB at most, no personal data beyond what who started it may see). A Refused ends it as failed, with that sentence.
 * @param kind `part.verb`
 */
export function defineRun<I, C = null>(kind: string, work: (run: Run<I, C>) => Promise<unknown>): void {
  if (kinds.has(kind)) throw new Error(`${kind}: there are two kinds of run of this name`);
  kinds.set(kind, work);
}

/** Declares the jobs that carry the runs; once per process, by the front door. */
export function defineRunJobs(): void {
  defineJob<{ runId: string }>(JOB, { atOnce: 2, atOnceStart: true, tries: TRIES, minutes: 24 * 60 - 1, run: workOn });
  defineJob('runs.resume', { every: '*/5 * * * *', run: ({ database }) => resumeRuns(database) });
}

/**
 * Begins a run when the transaction commits.
 * @param o.key the same work is not begun twice within a federation, ever (e.g. `${uploadId}/import`)
 * @param o.by the person who watches it; null for the system
 * @returns its id
 * @throws Refused when the key was used before; `data.runId` is that run's id
 */
export async function beginRun(tx: Tx, kind: string, input: unknown, o: { key: string; by: string | null }): Promise<string> {
  if (!kinds.has(kind)) throw new Error(`${kind}: no such kind of run is declared`);
  const id = newId();
  if (!(await insertRun(tx, { id, kind, key: o.key, startedBy: o.by, input }))) {
    const [before] = await listRuns(tx, { kind, key: o.key });
    throw new Refused(words.sameKey, { data: { runId: before?.id } });
  }
  await enqueue(tx, JOB, { runId: id }, { key: id });
  return id;
}

/** How the run stands, or null when there is none in this federation. Who may see it is the caller's to decide. */
export async function findRun(tx: Tx, id: string): Promise<RunState | null> {
  return (await listRuns(tx, { id }))[0] ?? null;
}

/**
 * Asks a run to stop: it ends before its next step; finished steps stand.
 * @throws Refused when it is over (or not there)
 */
export async function cancelRun(tx: Tx, id: string): Promise<void> {
  if (!(await requestCancel(tx, id))) throw new Refused(words.over);
}

/** Puts every open run back into the queue, e.g. after a crash; those that are being worked on are left alone. */
export async function resumeRuns(database: Database): Promise<void> {
  const open = await database.read(null, clock.now(), listOpenRuns);
  for (const { federationId, id } of open) {
    await database.transaction(federationId, clock.now(), (tx) => enqueue(tx, JOB, { runId: id }, { key: id }));
  }
}

async function workOn(call: JobCall<{ runId: string }>): Promise<void> {
  const { database, federationId } = call;
  const { runId } = call.data;
  if (!federationId) throw new Error('a run without a federation');
  let failure: unknown;
  const mine = await whileHeld(database, runId, async () => {
    const taken = await database.transaction(federationId, clock.now(), (tx) => takeRun(tx, runId));
    if (!taken || taken.cancelled) return;
    const end = (ending: Ending): Promise<void> => database.transaction(federationId, clock.now(), (tx) => endRun(tx, runId, taken.turn, ending));
    const work = kinds.get(taken.kind);
    try {
      if (!work || taken.turn > TURNS) throw new Refused(words.broken);
      const run = { ...taken, id: runId, federationId, database, signal: call.signal, log: call.log, step: stepper(call, federationId, taken.turn) };
      const report = (await work(run as Run as Run<never, never>)) ?? null;
      if (JSON.stringify(report).length > REPORT_CHARACTERS) throw new Error('the report of a run is too long; put it into a file');
      await end({ state: 'done', report });
    } catch (error) {
      failure = await afterFailure(error, call, end, taken.turn);
    }
  });
  if (!mine) await lookAgain(call, federationId);
  if (failure) throw failure;
}

/** Another process holds the run; should it have died a moment ago, its hold is gone when this comes round again. */
async function lookAgain({ database, data: { runId } }: JobCall<{ runId: string }>, federationId: string): Promise<void> {
  const now = clock.now();
  await database.transaction(federationId, now, async (tx) => {
    const run = await findRun(tx, runId);
    if (run?.state === 'running') await enqueue(tx, JOB, { runId }, { key: `${runId}/again`, after: new Date(now.getTime() + LOOK_AGAIN) });
  });
}

function stepper(call: JobCall<{ runId: string }>, federationId: string, turn: number): Run['step'] {
  const { database, signal, data: { runId } } = call;
  return async (work, how) => {
    if (signal.aborted) throw new Over({ state: 'waiting' });
    await database.transaction(
      federationId,
      clock.now(),
      async (tx) => {
        const progress = await work(tx);
        if (!(await noteProgress(tx, runId, turn, progress))) throw new Over({ state: 'cancelled' });
      },
      how,
    );
  };
}

/** Notes how a run ended that did not come to its end. @returns the error when the queue should try again */
async function afterFailure(error: unknown, call: JobCall<{ runId: string }>, end: (ending: Ending) => Promise<void>, turn: number): Promise<unknown> {
  if (error instanceof Over) {
    await end(error.ending);
    return undefined;
  }
  if (error instanceof Refused) {
    await end({ state: 'failed', refusal: error.word.code, report: { slots: error.slots } });
    return undefined;
  }
  if (call.signal.aborted) {
    await end({ state: 'waiting' });
    return undefined;
  }
  const last = turn >= TRIES;
  await end(last ? { state: 'failed', refusal: words.broken.code } : { state: 'waiting' });
  if (!last) return error;
  call.log.error({ error }, 'a run was given up');
  return undefined;
}
