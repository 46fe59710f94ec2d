import { rows, sql } from '#platform/db';
import type { Tx } from '#shared/call';
import type { VendorName } from './adapters/vendor.ts';

export type App = 'member' | 'console' | 'api';
/** How somebody proved who it is, as far as a sign-in may be half done. */
export type FirstProof = 'code' | 'password' | VendorName;
export type Method = FirstProof | 'demo' | 'link';

export type NewSession = {
  readonly id: string;
  readonly personId: string;
  readonly tokenHash: Buffer;
  readonly app: App;
  readonly method: Method;
  readonly secondFactor: boolean;
  readonly device: string;
  readonly begunAt: Date;
  readonly seenAt: Date;
};

/** Writes sessions, many in one statement (a demonstration makes thousands for a load test). */
export async function insertSessions(tx: Tx, sessions: readonly NewSession[]): Promise<void> {
  await sql`insert into session (federation_id, id, person_id, token_hash, app, method, second_factor, device, begun_at, seen_at)
    select ${tx.federationId}, x.id, x.person, x.token, x.app, x.method, x.second, x.device, x.begun, x.seen
    from unnest(${sessions.map((s) => s.id)}::uuid[], ${sessions.map((s) => s.personId)}::uuid[], ${sessions.map((s) => s.tokenHash)}::bytea[],
      ${sessions.map((s) => s.app)}::text[], ${sessions.map((s) => s.method)}::text[], ${sessions.map((s) => s.secondFactor)}::bool[],
      ${sessions.map((s) => s.device)}::text[], ${sessions.map((s) => s.begunAt.toISOString())}::timestamptz[], ${sessions.map((s) => s.seenAt.toISOString())}::timestamptz[])
      as x(id, person, token, app, method, second, device, begun, seen)`.execute(rows(tx));
}

/** Ends the sessions of a person (or those of one app) that were used longest ago, beyond so many; the newest one stays. */
export async function deleteBeyond(tx: Tx, personId: string, newest: string, most: number, app: App | null = null): Promise<void> {
  await sql`delete from session where federation_id = ${tx.federationId} and person_id = ${personId} and id in (
    select id from session where federation_id = ${tx.federationId} and person_id = ${personId} and (${app}::text is null or app = ${app}::text)
    order by id = ${newest}::uuid desc, seen_at desc, begun_at desc offset ${most})`.execute(rows(tx));
}

export type SessionRow = { readonly id: string; readonly app: App; readonly device: string; readonly begunAt: Date; readonly seenAt: Date };

/** The sessions of a person, the one used last first; times to the hour. */
export async function selectSessions(tx: Tx, personId: string, most: number): Promise<SessionRow[]> {
  const found = await sql<SessionRow>`
    select id, app, device, begun_at as "begunAt", date_trunc('hour', seen_at) as "seenAt" from session
    where federation_id = ${tx.federationId} and person_id = ${personId} order by seen_at desc, id limit ${most}`.execute(rows(tx));
  return found.rows;
}

/** Ends one session; false when the person has none by that id. */
export async function deleteSession(tx: Tx, personId: string, id: string): Promise<boolean> {
  const gone = await sql`delete from session where federation_id = ${tx.federationId} and person_id = ${personId} and id = ${id}`.execute(rows(tx));
  return Number(gone.numAffectedRows ?? 0n) === 1;
}

/** Ends all sessions of a person but one (or all, with null; or only those of one app). */
export async function deleteSessions(tx: Tx, personId: string, o: { except: string | null; app?: App }): Promise<number> {
  const gone = await sql`delete from session where federation_id = ${tx.federationId} and person_id = ${personId}
    and (${o.except}::uuid is null or id <> ${o.except}::uuid) and (${o.app ?? null}::text is null or app = ${o.app ?? null}::text)`.execute(rows(tx));
  return Number(gone.numAffectedRows ?? 0n);
}

/** Marks that an authenticator was shown in a session. */
export async function markSecondFactor(tx: Tx, id: string): Promise<void> {
  await sql`update session set second_factor = true where federation_id = ${tx.federationId} and id = ${id}`.execute(rows(tx));
}

/** Takes that mark away from all sessions of a person: the authenticator is gone. */
export async function clearSecondFactor(tx: Tx, personId: string): Promise<void> {
  await sql`update session set second_factor = false where federation_id = ${tx.federationId} and person_id = ${personId}`.execute(rows(tx));
}

/** When a session of a person began, to the hour. */
export async function findBegun(tx: Tx, personId: string, id: string): Promise<Date | null> {
  const found = await sql<{ begun_at: Date }>`select begun_at from session where federation_id = ${tx.federationId} and person_id = ${personId} and id = ${id}`.execute(rows(tx));
  return found.rows[0]?.begun_at ?? null;
}

/** Moves the last use of sessions on, in one statement in the order of their random ids: see touches.ts. */
export async function moveSeen(tx: Tx, seen: readonly { id: string; at: Date }[]): Promise<void> {
  await sql`update session s set seen_at = x.at
    from (select * from unnest(${seen.map((s) => s.id)}::uuid[], ${seen.map((s) => s.at.toISOString())}::timestamptz[]) as y(id, at) order by y.id) x
    where s.federation_id = ${tx.federationId} and s.id = x.id and s.seen_at < x.at`.execute(rows(tx));
}

/** Removes sessions that nobody used for so long that they are dead by any rule. Bounded. */
export async function sweepSessions(tx: Tx, before: Date, most: number): Promise<number> {
  const gone = await sql`delete from session s using (select federation_id, id from session where seen_at < ${before} limit ${most}) x
    where s.federation_id = x.federation_id and s.id = x.id`.execute(rows(tx));
  return Number(gone.numAffectedRows ?? 0n);
}

export type NewTicket = {
  readonly tokenHash: Buffer;
  readonly federationId: string | null;
  readonly personId: string | null;
  readonly phoneLookup: Buffer | null;
  readonly method: FirstProof;
  readonly app: App;
  readonly device: string;
  readonly expiresAt: Date;
};
export type TicketRow = Omit<NewTicket, 'tokenHash' | 'expiresAt'>;

/** Writes half a sign-in. */
export async function insertTicket(tx: Tx, t: NewTicket): Promise<void> {
  await sql`insert into sign_in_ticket (token_hash, federation_id, person_id, phone_lookup, method, app, device, expires_at)
    values (${t.tokenHash}, ${t.federationId}, ${t.personId}, ${t.phoneLookup}, ${t.method}, ${t.app}, ${t.device}, ${t.expiresAt})`.execute(rows(tx));
}

/** A half sign-in that may still be finished. */
export async function findTicket(tx: Tx, tokenHash: Buffer): Promise<TicketRow | null> {
  const found = await sql<TicketRow>`
    select federation_id as "federationId", person_id as "personId", phone_lookup as "phoneLookup", method, app, device
    from sign_in_ticket where token_hash = ${tokenHash} and expires_at > ${tx.now}`.execute(rows(tx));
  return found.rows[0] ?? null;
}

/** Uses a ticket up; false when it was used before. */
export async function takeTicket(tx: Tx, tokenHash: Buffer): Promise<boolean> {
  const gone = await sql`delete from sign_in_ticket where token_hash = ${tokenHash} and expires_at > ${tx.now}`.execute(rows(tx));
  return Number(gone.numAffectedRows ?? 0n) === 1;
}
