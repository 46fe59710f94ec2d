import type { Tx } from '#shared/call';
import { rows, sql } from '#platform/db';
import type { Ballot, BallotState, Level } from './ballot.rules.ts';

const COLUMNS = sql`b.id, b.union_id AS "unionId", b.kind, b.title, b.level, b.state, b.paper, b.rule, b.paper_bytes AS "paperBytes", b.mix_at_least AS "mixAtLeast", b.present_only AS "presentOnly", b.opens_at AS "opensAt",
  b.closes_at AS "closesAt", b.keys_ready AS "keysReady", b.entitled, b.present, b.roll_hash AS "rollHash", b.announced_at AS "announcedAt", b.opened_at AS "openedAt", b.closed_at AS "closedAt", b.ended_at AS "endedAt", b.why,
  b.result, b.version, b.made_by_id AS "madeById"`;

/** One ballot. @param lock `update`: to move it; `share`: to vote in it, so that it cannot close meanwhile */
export async function findBallot(tx: Tx, id: string, lock: 'none' | 'share' | 'update' = 'none'): Promise<Ballot | null> {
  const locked = lock === 'none' ? sql`` : lock === 'share' ? sql`FOR SHARE` : sql`FOR UPDATE`;
  const r = await sql<Ballot>`SELECT ${COLUMNS} FROM ballot b WHERE b.federation_id = ${tx.federationId} AND b.id = ${id} ${locked}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** These ballots, those that exist. */
export async function findBallots(tx: Tx, ids: readonly string[]): Promise<Ballot[]> {
  const r = await sql<Ballot>`SELECT ${COLUMNS} FROM ballot b WHERE b.federation_id = ${tx.federationId} AND b.id = ANY (${[...ids]}::uuid[])`.execute(rows(tx));
  return r.rows;
}

/** Everything that is said when a ballot is prepared. */
export type BallotRow = Pick<Ballot, 'id' | 'unionId' | 'kind' | 'title' | 'level' | 'paper' | 'rule' | 'paperBytes' | 'mixAtLeast' | 'presentOnly' | 'opensAt' | 'closesAt' | 'madeById'>;

/** Writes a ballot that is being prepared. */
export async function insertBallot(tx: Tx, b: BallotRow): Promise<void> {
  await sql`INSERT INTO ballot (federation_id, id, union_id, kind, title, level, state, paper, rule, paper_bytes, mix_at_least, present_only, opens_at, closes_at, made_by_id, made_at)
    VALUES (${tx.federationId}, ${b.id}, ${b.unionId}, ${b.kind}, ${b.title}, ${b.level}, 'prepared', ${JSON.stringify(b.paper)}::jsonb, ${JSON.stringify(b.rule)}::jsonb, ${b.paperBytes}, ${b.mixAtLeast}, ${b.presentOnly},
      ${b.opensAt}, ${b.closesAt}, ${b.madeById}, ${tx.now})`.execute(rows(tx));
}

/** Changes a ballot that is being prepared, if it has that version. @returns whether it had */
export async function updateBallot(tx: Tx, b: BallotRow, version: number): Promise<boolean> {
  const r = await sql`UPDATE ballot SET title = ${b.title}, level = ${b.level}, paper = ${JSON.stringify(b.paper)}::jsonb, rule = ${JSON.stringify(b.rule)}::jsonb, paper_bytes = ${b.paperBytes}, mix_at_least = ${b.mixAtLeast},
      present_only = ${b.presentOnly}, opens_at = ${b.opensAt}, closes_at = ${b.closesAt}, version = version + 1
    WHERE federation_id = ${tx.federationId} AND id = ${b.id} AND state = 'prepared' AND version = ${version}`.execute(rows(tx));
  return r.numAffectedRows === 1n;
}

/** What a step may write beside the state. */
export type Moved = Partial<{ level: Level; keysReady: boolean; entitled: number; present: number; rollHash: string; announcedAt: Date; openedAt: Date; closedAt: Date; endedAt: Date; why: string }>;

/** Moves a locked ballot on. */
export async function moveBallot(tx: Tx, id: string, to: BallotState, m: Moved = {}): Promise<void> {
  await sql`UPDATE ballot SET state = ${to}, level = coalesce(${m.level ?? null}, level), keys_ready = coalesce(${m.keysReady ?? null}::boolean, keys_ready), entitled = coalesce(${m.entitled ?? null}::int, entitled),
      present = coalesce(${m.present ?? null}::int, present), roll_hash = coalesce(${m.rollHash ?? null}, roll_hash), announced_at = coalesce(${m.announcedAt ?? null}::timestamptz, announced_at),
      opened_at = coalesce(${m.openedAt ?? null}::timestamptz, opened_at), closed_at = coalesce(${m.closedAt ?? null}::timestamptz, closed_at), ended_at = coalesce(${m.endedAt ?? null}::timestamptz, ended_at),
      why = coalesce(${m.why ?? null}, why), version = version + 1
    WHERE federation_id = ${tx.federationId} AND id = ${id}`.execute(rows(tx));
}

/** Ballots for which the clock or a closing has something to do: to open, to close, to mix, to count, to make keys for, to erase after. */
export async function listDue(tx: Tx, limit: number): Promise<string[]> {
  const r = await sql<{ id: string }>`SELECT b.id FROM ballot b WHERE b.federation_id = ${tx.federationId} AND (
      (b.state = 'announced' AND (b.opens_at <= ${tx.now} OR (b.level <> 'open' AND NOT b.keys_ready)))
      OR (b.state = 'open' AND (b.closes_at <= ${tx.now} OR b.level <> 'open'))
      OR (b.state = 'closed' AND b.result IS NULL)
      OR (b.state IN ('closed','declared','void') AND NOT b.destroyed)) ORDER BY b.made_at LIMIT ${limit}`.execute(rows(tx));
  return r.rows.map((b) => b.id);
}
