/** Work in the background: jobs that follow a transaction, schedules, and long runs that a person watches. */
import type { Database } from '#platform/db';
import { carryIn, define, drain, enqueue, install, start, stop, watch } from './queue.ts';
import { beginRun, cancelRun, defineRun, defineRunJobs, findRun, resumeRuns } from './runs.ts';
import { listRuns } from './runs.sql.ts';

export type { CarriedJob } from './queue.ts';
export type { Run } from './runs.ts';
export type { RunState } from './runs.sql.ts';

defineRunJobs();

/** Starts the workers, the schedules, and the runs that a stop or a crash interrupted. */
async function startAll(database: Database): Promise<void> {
  await start(database);
  await resumeRuns(database);
}

export const jobs = { define, enqueue, start: startAll, stop, install, drain, watch, carryIn };
export const runs = { define: defineRun, begin: beginRun, find: findRun, list: listRuns, cancel: cancelRun };
