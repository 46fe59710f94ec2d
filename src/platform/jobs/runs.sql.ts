import { type Database, rows, sql } from '#platform/db';
import type { Tx } from '#shared/call';

/** How a run stands. Times are of the business clock. */
export type RunState = {
  readonly id: string;
  readonly kind: string;
  readonly startedBy: string | null;
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
  readonly done: number;
  readonly total: number | null;
  readonly report: unknown;
  /** code of the word that says why it failed; empty otherwise */
  readonly refusal: string;
  readonly cancelRequested: boolean;
  readonly createdAt: Date;
  readonly endedAt: Date | null;
};

/** A run that a worker has taken; `turn` counts the workers it has had, and only the last one's writes are accepted. */
export type Taken = { kind: string; input: unknown; cursor: unknown; done: number; total: number | null; turn: number; cancelled: boolean };

/** @returns whether the key was free */
export async function insertRun(tx: Tx, run: { id: string; kind: string; key: string; startedBy: string | null; input: unknown }): Promise<boolean> {
  const { rows: made } = await sql`
    INSERT INTO job_run (federation_id, id, kind, key, started_by, state, input, created_at)
    VALUES (${tx.federationId}, ${run.id}, ${run.kind}, ${run.key}, ${run.startedBy}, 'waiting', ${JSON.stringify(run.input)}, ${tx.now})
    ON CONFLICT (federation_id, kind, key) DO NOTHING RETURNING id`.execute(rows(tx));
  return made.length > 0;
}

/** Makes the run this worker's; null when it has ended or does not exist. */
export async function takeRun(tx: Tx, id: string): Promise<Taken | null> {
  const { rows: [taken] } = await sql<Taken>`
    UPDATE job_run
    SET tries = tries + 1, beat_at = ${tx.now}, started_at = coalesce(started_at, ${tx.now}),
        state = CASE WHEN cancel_requested THEN 'cancelled' ELSE 'running' END,
        ended_at = CASE WHEN cancel_requested THEN ${tx.now}::timestamptz END
    WHERE federation_id = ${tx.federationId} AND id = ${id} AND state IN ('waiting', 'running')
    RETURNING kind, input, cursor, done, total, tries AS turn, cancel_requested AS cancelled`.execute(rows(tx));
  return taken ?? null;
}

export type Progress = { readonly done?: number; readonly total?: number; readonly cursor?: unknown };

/** Writes how far the run is. @returns false when it was cancelled or another worker has it now */
export async function noteProgress(tx: Tx, id: string, turn: number, o: Progress): Promise<boolean> {
  const cursor = o.cursor === undefined ? null : JSON.stringify(o.cursor);
  const { rows: noted } = await sql`
    UPDATE job_run
    SET done = coalesce(${o.done ?? null}, done), total = coalesce(${o.total ?? null}, total),
        cursor = coalesce(${cursor}::jsonb, cursor), beat_at = ${tx.now}
    WHERE federation_id = ${tx.federationId} AND id = ${id} AND tries = ${turn} AND state = 'running' AND NOT cancel_requested
    RETURNING id`.execute(rows(tx));
  return noted.length > 0;
}

export type Ending = { readonly state: 'done' | 'failed' | 'cancelled' | 'waiting'; readonly report?: unknown; readonly refusal?: string };

/** Ends the run, or gives it back (`waiting`), if it is still this worker's. */
export async function endRun(tx: Tx, id: string, turn: number, o: Ending): Promise<void> {
  const report = o.report === undefined ? null : JSON.stringify(o.report);
  await sql`
    UPDATE job_run
    SET state = ${o.state}, report = ${report}::jsonb, refusal = ${o.refusal ?? ''}, beat_at = ${tx.now},
        ended_at = CASE WHEN ${o.state} <> 'waiting' THEN ${tx.now}::timestamptz END
    WHERE federation_id = ${tx.federationId} AND id = ${id} AND tries = ${turn} AND state = 'running'`.execute(rows(tx));
}

/** Asks a run to stop; one that waits is over at once. @returns whether it was still open */
export async function requestCancel(tx: Tx, id: string): Promise<boolean> {
  const { rows: asked } = await sql`
    UPDATE job_run
    SET cancel_requested = true, ended_at = CASE WHEN state = 'waiting' THEN ${tx.now}::timestamptz END,
        state = CASE WHEN state = 'waiting' THEN 'cancelled' ELSE state END
    WHERE federation_id = ${tx.federationId} AND id = ${id} AND state IN ('waiting', 'running')
    RETURNING id`.execute(rows(tx));
  return asked.length > 0;
}

const seen = sql`id, kind, started_by AS "startedBy", state, done, total, report, refusal, cancel_requested AS "cancelRequested",
  created_at AS "createdAt", ended_at AS "endedAt"`;

/** Runs, newest first: of one person, of one kind, by key; at most `limit` (100). */
export async function listRuns(tx: Tx, o: { id?: string; startedBy?: string; kind?: string; key?: string; limit?: number }): Promise<RunState[]> {
  const { rows: found } = await sql<RunState>`
    SELECT ${seen} FROM job_run
    WHERE federation_id = ${tx.federationId}
      AND (${o.id ?? null}::uuid IS NULL OR id = ${o.id ?? null})
      AND (${o.startedBy ?? null}::uuid IS NULL OR started_by = ${o.startedBy ?? null})
      AND (${o.kind ?? null}::text IS NULL OR kind = ${o.kind ?? null})
      AND (${o.key ?? null}::text IS NULL OR key = ${o.key ?? null})
    ORDER BY created_at DESC, id DESC LIMIT ${Math.min(o.limit ?? 20, 100)}`.execute(rows(tx));
  return found;
}

/** Runs of all federations that are not over, at most 1,000. */
export async function listOpenRuns(tx: Tx): Promise<{ federationId: string; id: string }[]> {
  const { rows: found } = await sql<{ federationId: string; id: string }>`
    SELECT federation_id AS "federationId", id FROM job_run WHERE state IN ('waiting', 'running') ORDER BY created_at LIMIT 1000`.execute(rows(tx));
  return found;
}

/**
 * Holds the run for this process while `work` runs; the database lets go of it when the process dies.
 * @returns false when another process holds it
 */
export async function whileHeld(database: Database, id: string, work: () => Promise<void>): Promise<boolean> {
  const client = await database.pool.connect();
  let sound = false;
  try {
    const { rows: [lock] } = await client.query<{ got: boolean }>('SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS got', [id]);
    if (!lock?.got) {
      sound = true;
      return false;
    }
    await work();
    await client.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [id]);
    sound = true;
    return true;
  } finally {
    client.release(!sound);
  }
}
