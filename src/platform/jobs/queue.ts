import { fromKysely, type Job, type JobWithMetadata, PgBoss } from 'pg-boss';
import { clock } from '#platform/clock';
import { type Connection, type Database, NO_FEDERATION, rows } from '#platform/db';
import { log } from '#platform/log';
import type { Tx } from '#shared/call';
import { newId } from '#shared/ids';
import { ensureQueue, holdWaiting } from './jobs.sql.ts';

/** What a job gets to work with. */
export type JobCall<D = unknown> = {
  readonly id: string;
  /** what was enqueued; undefined when the schedule started it */
  readonly data: D;
  /** the tenant it was enqueued for; null for schedules and work of the whole installation */
  readonly federationId: string | null;
  readonly database: Database;
  readonly now: Date;
  /** aborts when the process stops or the job has taken too long */
  readonly signal: AbortSignal;
  /** log lines that carry the job's name and id */
  readonly log: typeof log;
};

/** What the log, the metrics and tests may hear of each job that ended. */
export type JobEnd = { readonly name: string; readonly id: string; readonly milliseconds: number; readonly failed: boolean };

export type JobDefinition = {
  readonly name: string;
  /** cron line in China time, e.g. `0 8 * * 1-5`; at least a minute apart, never two at once */
  readonly every?: string;
  /** how many of this process may run at once; 1 unless told */
  readonly atOnce?: number;
  /** tries in all before it is given up; 6 unless told, with growing pauses from 15 seconds to an hour */
  readonly tries?: number;
  /** minutes one try may take; 15 unless told */
  readonly minutes?: number;
  /** picked up at once rather than within two seconds; for work that a person waits for */
  readonly atOnceStart?: boolean;
  run(call: JobCall<never>): Promise<unknown>;
};

type Wrapped = { federationId?: string | null; data?: unknown } | null;

const SCHEMA = 'pgboss';
const DAYS = 86_400;
const defined = new Map<string, JobDefinition>();
const listeners = new Set<(end: JobEnd) => void>();

/** The queue of this process, once it is open. */
let opened: { boss: PgBoss; database: Database; stopping: AbortController } | null = null;

/**
 * Declares a job, at the start of the process. A job may run more than once (a crash after its work, before its end
 * was noted): its effects carry keys. Its data are ids, never personal data.
 * @param name `part.verb`
 */
export function define<D = undefined>(name: string, o: Omit<JobDefinition, 'name' | 'run'> & { run(call: JobCall<D>): Promise<unknown> }): void {
  if (!/^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)+$/.test(name)) throw new Error(`${name}: jobs are called part.verb`);
  if (defined.has(name)) throw new Error(`${name}: there are two jobs of this name`);
  defined.set(name, { name, ...o });
}

/** Tells `hear` of every job that ends in this process. @returns how to stop it */
export function watch(hear: (end: JobEnd) => void): () => void {
  listeners.add(hear);
  return () => void listeners.delete(hear);
}

const bossConfig = (to: Connection): { connectionString: string } | Omit<Connection, 'url' | 'poolSize'> => {
  const { url, poolSize: _, ...fields } = to;
  return url ? { connectionString: url } : fields;
};

function makeBoss(to: Connection, o: { works: boolean }): PgBoss {
  const boss = new PgBoss({
    ...bossConfig(to),
    schema: SCHEMA,
    application_name: 'niangjia jobs',
    max: o.works ? 4 : 1,
    schedule: o.works,
    supervise: o.works,
    useListenNotify: o.works,
    reindex: o.works,
  });
  boss.on('error', (error) => log.error({ error }, 'the job queue failed'));
  boss.on('warning', (warning) => log.warn({ warning: String((warning as { message?: unknown }).message ?? '') }, 'the job queue warns'));
  return boss;
}

const queueOptions = (job: JobDefinition) => ({
  policy: job.every ? 'exclusive' : 'short',
  retryLimit: (job.tries ?? 6) - 1,
  retryDelay: 15,
  retryBackoff: true,
  retryDelayMax: 3_600,
  expireInSeconds: (job.minutes ?? 15) * 60,
  heartbeatSeconds: 30,
  retentionSeconds: 14 * DAYS,
  deleteAfterSeconds: 2 * DAYS,
  notify: job.atOnceStart ?? false,
});

/** Not for use inside a transaction of ours: the queue library ends it. */
const makeQueue = (boss: PgBoss, job: JobDefinition): Promise<void> => boss.createQueue(job.name, queueOptions(job));

/** Makes the queue's own tables where they are missing (schema `pgboss`), and the queues of all declared jobs. */
export async function install(database: Database): Promise<void> {
  const boss = makeBoss(database.config, { works: false });
  await boss.start();
  try {
    for (const job of defined.values()) await makeQueue(boss, job);
  } finally {
    await boss.stop({ graceful: false });
  }
}

/** Opens the queue and starts working on the declared jobs and their schedules. */
export async function start(database: Database): Promise<void> {
  if (opened) throw new Error('The jobs of this process have been started already.');
  const boss = makeBoss(database.config, { works: true });
  const stopping = new AbortController();
  opened = { boss, database, stopping };
  try {
    await boss.start();
    for (const job of defined.values()) {
      await makeQueue(boss, job);
      if (job.every) await boss.schedule(job.name, job.every, null, { tz: 'Asia/Shanghai' });
      for (let n = 0; n < (job.atOnce ?? 1); n++) await startWorker(boss, job, (taken) => runOne(job, taken, database, stopping.signal));
    }
    for (const { name } of await boss.getSchedules()) if (!defined.get(name)?.every) await boss.unschedule(name);
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Takes one job after the other. The library rests after each (2 seconds, or 30 where it is told of new ones): what waits is taken first. */
async function startWorker(boss: PgBoss, job: JobDefinition, run: (taken: Job<Wrapped> | JobWithMetadata<Wrapped>) => Promise<void>): Promise<void> {
  let worker: string | null = null;
  worker = await boss.work<Wrapped>(job.name, { includeMetadata: true, pollingIntervalSeconds: 2 }, async ([taken]) => {
    if (worker !== null) boss.notifyWorker(worker);
    if (taken) await run(taken);
  });
}

/** Lets running jobs end (10 seconds at most; then they are run again later) and closes the queue. */
export async function stop(): Promise<void> {
  const closing = opened;
  opened = null;
  if (!closing) return;
  closing.stopping.abort();
  await closing.boss.stop({ graceful: true, timeout: 10_000 });
}

async function runOne(job: JobDefinition, taken: Job<Wrapped> | JobWithMetadata<Wrapped>, database: Database, stopping: AbortSignal): Promise<void> {
  const began = performance.now();
  const lines = log.child({ job: job.name, jobId: taken.id });
  const { federationId = null, data } = taken.data ?? {};
  const signal = taken.signal ? AbortSignal.any([taken.signal, stopping]) : stopping;
  const call = { id: taken.id, data, federationId, database, now: clock.now(), signal, log: lines } as JobCall<never>;
  let failure: unknown = null;
  try {
    await job.run(call);
  } catch (error) {
    failure = error ?? new Error('unknown');
  }
  const milliseconds = Math.round(performance.now() - began);
  const tried = 'retryCount' in taken ? taken.retryCount + 1 : 1;
  if (failure) lines.error({ error: failure, milliseconds, tried }, 'a job failed');
  else lines.debug({ milliseconds, tried }, 'a job is done');
  for (const hear of listeners) hear({ name: job.name, id: taken.id, milliseconds, failed: failure !== null });
  // The queue keeps what it is told of an error; messages may quote data, so only its name goes there.
  if (failure) throw new Error(failure instanceof Error ? failure.name : 'failed');
}

/**
 * Puts a job into the queue as part of the transaction: it exists when the transaction commits, and not otherwise.
 * @param name a declared job
 * @param data ids and small values; at most 8 KB as JSON, no personal data
 * @param o.key while a job of this key waits, no second one is added; what this transaction wrote is seen by the one that waits
 * @param o.after not before this time
 */
export async function enqueue(tx: Tx, name: string, data: unknown, o: { key?: string; after?: Date } = {}): Promise<void> {
  const job = defined.get(name);
  if (!job) throw new Error(`${name}: no such job is declared`);
  const wrapped = { federationId: tx.federationId === NO_FEDERATION ? null : tx.federationId, data };
  if (JSON.stringify(wrapped).length > 8_192) throw new Error(`${name}: the data of a job are ids, not contents`);
  const db = fromKysely(rows(tx));
  const send = async (boss: PgBoss): Promise<void> => {
    const options = { db, singletonKey: o.key ?? newId(), ...(o.after ? { startAfter: o.after } : {}) };
    for (let tries = 0; tries < 5; tries++) {
      if ((await boss.send(name, wrapped, options)) !== null) return;
      if (await holdWaiting(tx, name, options.singletonKey)) return;
      if (job.every) return;
    }
    throw new Error(`${name}: the job could not be added`);
  };
  if (opened) return send(opened.boss);
  // A process without workers (a command, a test).
  await ensureQueue(tx, name, queueOptions(job));
  await withinTransaction(tx, send);
}

/** A queue that lives in this transaction only. */
async function withinTransaction(tx: Tx, use: (boss: PgBoss) => Promise<void>): Promise<void> {
  const boss = new PgBoss({ db: fromKysely(rows(tx)), schema: SCHEMA, schedule: false, supervise: false, migrate: false, createSchema: false, reindex: false });
  await boss.start();
  try {
    await use(boss);
  } finally {
    await boss.stop({ graceful: false, close: false });
  }
}

/** A waiting job as a backup carries it. */
export type CarriedJob = { readonly name: string; readonly data: object | null; readonly key: string | null; readonly after: string };

/** Puts carried jobs back into the queue. @returns how many are of a name that is not declared (any more) */
export async function carryIn(tx: Tx, carried: readonly CarriedJob[]): Promise<number> {
  const known = carried.filter(({ name }) => defined.has(name));
  await withinTransaction(tx, async (boss) => {
    for (const [name, list] of Map.groupBy(known, (job) => job.name)) {
      const job = defined.get(name) as JobDefinition;
      await ensureQueue(tx, name, queueOptions(job));
      const inserts = list.map(({ data, key, after }) => ({ data: data ?? {}, startAfter: new Date(after), singletonKey: key ?? newId() }));
      await boss.insert(name, inserts, { db: fromKysely(rows(tx)) });
    }
  });
  return carried.length - known.length;
}

/**
 * Runs every waiting job here and now, one after the other, and those they add, until none waits (tests, commands).
 * A job that fails is not tried again; its error is thrown at the end.
 * @param o.early also those that are to start later
 * @returns the names of the jobs that ran, in order
 */
export async function drain(database: Database, o: { early?: boolean } = {}): Promise<string[]> {
  const ran: string[] = [];
  const errors: unknown[] = [];
  const boss = makeBoss(database.config, { works: false });
  await boss.start();
  const never = new AbortController().signal;
  const takeOne = async (job: JobDefinition): Promise<boolean> => {
    const [taken] = await boss.fetch<Wrapped>(job.name, { ignoreStartAfter: o.early ?? false });
    if (!taken) return false;
    ran.push(job.name);
    const watched = { ...job, run: (call: JobCall<never>) => job.run(call).catch((error: unknown) => Promise.reject(errors.push(error) && error)) };
    const failed = await runOne(watched, taken, database, never).then(() => false, () => true);
    await (failed ? boss.cancel(job.name, taken.id) : boss.complete(job.name, taken.id));
    return true;
  };
  try {
    for (const job of defined.values()) await makeQueue(boss, job);
    for (let any = true; any; ) {
      any = false;
      for (const job of defined.values()) while (await takeOne(job)) any = true;
    }
  } finally {
    await boss.stop({ graceful: false });
  }
  if (errors.length > 0) throw errors[0];
  return ran;
}
