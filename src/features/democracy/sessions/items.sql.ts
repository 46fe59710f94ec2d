/** Items of sessions with their votes, papers, opinions and speakers. */
import type { Actor, Tx } from '#shared/call';
import { type RawBuilder, rows, sql } from '#platform/db';
import type { Act, ItemLevel, ItemState, Matter } from './sessions.rules.ts';

export type ItemWanted = { readonly matter: Matter; readonly act: Act; readonly title: string; readonly body: string; readonly reporter: string; readonly level: ItemLevel; readonly candidates: readonly string[]; readonly seats: number };
export type ItemRow = ItemWanted & {
  readonly id: string; readonly sessionId: string; readonly number: number; readonly state: ItemState; readonly amendsId: string | null; readonly amends: string; readonly ratifiesId: string | null; readonly ratifies: string; readonly resolution: string; readonly execBy: string; readonly execDue: string | null; readonly execNote: string; readonly execDoneAt: Date | null;
  readonly decidedAt: Date | null; readonly version: number; readonly opinions: number; readonly ratified: '' | 'waits' | 'ratified' | 'refused';
};
const COLUMNS = sql`i.id, i.session_id AS "sessionId", i.number, i.matter, i.act, i.title, i.body, i.reporter, i.level, i.candidates, i.seats, i.state, i.amends_id AS "amendsId", coalesce(a.title, '') AS amends, i.ratifies_id AS "ratifiesId", coalesce(f.title, '') AS ratifies, i.resolution, i.exec_by AS "execBy", i.exec_due::text AS "execDue", i.exec_note AS "execNote", i.exec_done_at AS "execDoneAt",
  i.decided_at AS "decidedAt", i.version, (SELECT count(*)::int FROM congress_session_opinion o WHERE o.federation_id = i.federation_id AND o.item_id = i.id) AS opinions,
  CASE WHEN z.sort <> 'joint' OR i.state <> 'passed' THEN '' ELSE coalesce((SELECT CASE r.state WHEN 'passed' THEN 'ratified' WHEN 'failed' THEN 'refused' ELSE 'waits' END FROM congress_session_item r WHERE r.federation_id = i.federation_id AND r.ratifies_id = i.id AND r.state <> 'withdrawn' ORDER BY r.decided_at DESC NULLS LAST LIMIT 1), 'waits') END AS ratified`;
const FROM = sql`congress_session_item i JOIN congress_session z ON z.federation_id = i.federation_id AND z.id = i.session_id LEFT JOIN congress_session_item a ON a.federation_id = i.federation_id AND a.id = i.amends_id LEFT JOIN congress_session_item f ON f.federation_id = i.federation_id AND f.id = i.ratifies_id`;

/** The agenda of a session in its order. */
export async function listItems(tx: Tx, sessionId: string): Promise<ItemRow[]> {
  const r = await sql<ItemRow>`SELECT ${COLUMNS} FROM ${FROM} WHERE i.federation_id = ${tx.federationId} AND i.session_id = ${sessionId} ORDER BY i.number, i.id LIMIT 200`.execute(rows(tx));
  return r.rows;
}

/** One item, whoever asks: its session says who may. */
export async function findItem(tx: Tx, id: string): Promise<ItemRow | null> {
  const r = await sql<ItemRow>`SELECT ${COLUMNS} FROM ${FROM} WHERE i.federation_id = ${tx.federationId} AND i.id = ${id}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** Puts an item at the end of the agenda. */
export async function insertItem(tx: Tx, o: { readonly id: string; readonly sessionId: string; readonly amendsId?: string | null; readonly ratifiesId?: string | null; readonly state?: ItemState }, w: ItemWanted): Promise<void> {
  await sql`INSERT INTO congress_session_item (federation_id, id, session_id, number, matter, act, title, body, reporter, level, candidates, seats, state, amends_id, ratifies_id)
    SELECT ${tx.federationId}::uuid, ${o.id}::uuid, ${o.sessionId}::uuid, coalesce((SELECT max(x.number) FROM congress_session_item x WHERE x.federation_id = ${tx.federationId} AND x.session_id = ${o.sessionId}), 0) + 1, ${w.matter}, ${w.act}, ${w.title}, ${w.body}, ${w.reporter}, ${w.level}, ${JSON.stringify(w.candidates)}::jsonb, ${w.seats}, ${o.state ?? 'listed'}, ${o.amendsId ?? null}::uuid, ${o.ratifiesId ?? null}::uuid`.execute(rows(tx));
}

/** Writes an item anew while it is only listed. @returns false when somebody was faster */
export async function updateItem(tx: Tx, id: string, version: number, w: ItemWanted): Promise<boolean> {
  const r = await sql`UPDATE congress_session_item SET matter = ${w.matter}, act = ${w.act}, title = ${w.title}, body = ${w.body}, reporter = ${w.reporter}, level = ${w.level}, candidates = ${JSON.stringify(w.candidates)}::jsonb, seats = ${w.seats}, version = version + 1 WHERE federation_id = ${tx.federationId} AND id = ${id} AND version = ${version} AND state = 'listed' RETURNING id`.execute(rows(tx));
  return r.rows.length > 0;
}

/** Changes places with the neighbour on the agenda. */
export async function swapItems(tx: Tx, one: ItemRow, other: ItemRow): Promise<void> {
  await sql`UPDATE congress_session_item i SET number = x.number FROM unnest(${[one.id, other.id]}::uuid[], ${[other.number, one.number]}::int[]) AS x(id, number) WHERE i.federation_id = ${tx.federationId} AND i.id = x.id`.execute(rows(tx));
}

/** Moves an item on. @returns false when it stands elsewhere already */
export async function setState(tx: Tx, id: string, from: readonly ItemState[], to: ItemState): Promise<boolean> {
  const decided = to === 'passed' || to === 'failed' || to === 'noted';
  const r = await sql`UPDATE congress_session_item SET state = ${to}, decided_at = CASE WHEN ${decided}::boolean THEN ${tx.now}::timestamptz END, version = version + 1 WHERE federation_id = ${tx.federationId} AND id = ${id} AND state = ANY (${[...from]}::text[]) RETURNING id`.execute(rows(tx));
  return r.rows.length > 0;
}

/** The text of a resolution, who carries it out until when; or how far that is. */
export async function setResolution(tx: Tx, id: string, o: { readonly resolution: string; readonly execBy: string; readonly execDue: string | null }): Promise<void> {
  await sql`UPDATE congress_session_item SET resolution = ${o.resolution}, exec_by = ${o.execBy}, exec_due = ${o.execDue}::date, version = version + 1 WHERE federation_id = ${tx.federationId} AND id = ${id}`.execute(rows(tx));
}

export async function setProgress(tx: Tx, id: string, o: { readonly note: string; readonly done: boolean }): Promise<void> {
  await sql`UPDATE congress_session_item SET exec_note = ${o.note}, exec_done_at = CASE WHEN ${o.done}::boolean THEN ${tx.now}::timestamptz END, version = version + 1 WHERE federation_id = ${tx.federationId} AND id = ${id}`.execute(rows(tx));
}

export type Carried = { readonly id: string; readonly title: string; readonly session: string; readonly execBy: string; readonly execDue: string | null; readonly execNote: string; readonly waits: 'execution' | 'ratification' };

/** What earlier sessions of the term left: resolutions not carried out, and decisions of joint meetings that nobody has ratified yet. */
export async function listCarried(tx: Tx, o: { readonly termId: string; readonly sessionId: string; readonly heldAt: Date }): Promise<Carried[]> {
  const r = await sql<Carried>`SELECT i.id, i.title, z.title AS session, i.exec_by AS "execBy", i.exec_due::text AS "execDue", i.exec_note AS "execNote", CASE WHEN z.sort = 'joint' THEN 'ratification' ELSE 'execution' END AS waits
    FROM congress_session_item i JOIN congress_session z ON z.federation_id = i.federation_id AND z.id = i.session_id
    WHERE i.federation_id = ${tx.federationId} AND z.term_id = ${o.termId} AND z.id <> ${o.sessionId} AND z.held_at < ${o.heldAt} AND i.state = 'passed'
      AND ((z.sort <> 'joint' AND i.exec_by <> '' AND i.exec_done_at IS NULL) OR (z.sort = 'joint' AND NOT EXISTS (SELECT 1 FROM congress_session_item r WHERE r.federation_id = i.federation_id AND r.ratifies_id = i.id AND r.state NOT IN ('failed','withdrawn')))) ORDER BY z.held_at, i.number LIMIT 100`.execute(rows(tx));
  return r.rows;
}

export type PaperRow = { readonly id: string; readonly itemId: string | null; readonly name: string; readonly at: Date };

/** Papers of a session in the order in which they were put. */
export async function listPapers(tx: Tx, sessionId: string): Promise<PaperRow[]> {
  const r = await sql<PaperRow>`SELECT p.id, p.item_id AS "itemId", p.name, p.put_at AS at FROM congress_session_paper p WHERE p.federation_id = ${tx.federationId} AND p.session_id = ${sessionId} ORDER BY p.put_at, p.id LIMIT 500`.execute(rows(tx));
  return r.rows;
}

export async function insertPapers(tx: Tx, o: { readonly sessionId: string; readonly itemId: string | null; readonly byId: string }, files: readonly { readonly id: string; readonly name: string }[]): Promise<void> {
  await sql`INSERT INTO congress_session_paper (federation_id, id, session_id, item_id, name, put_at, by_id) SELECT ${tx.federationId}::uuid, x.id, ${o.sessionId}::uuid, ${o.itemId}::uuid, x.name, ${tx.now}, ${o.byId}::uuid FROM unnest(${files.map((f) => f.id)}::uuid[], ${files.map((f) => f.name)}::text[]) AS x(id, name)`.execute(rows(tx));
}

export type OpinionRow = { readonly id: string; readonly sessionId: string; readonly itemId: string; readonly item: string; readonly delegationId: string | null; readonly delegation: string; readonly sort: 'own' | 'gathered'; readonly personId: string; readonly name: string; readonly text: string; readonly taken: '' | 'taken' | 'partly' | 'declined'; readonly answer: string; readonly at: Date };
const OPINION = sql`o.id, o.session_id AS "sessionId", o.item_id AS "itemId", i.title AS item, o.delegation_id AS "delegationId", o.delegation, o.sort, o.person_id AS "personId", o.name, o.text, o.taken, o.answer, o.at`;
const OPINIONS = sql`congress_session_opinion o JOIN congress_session_item i ON i.federation_id = o.federation_id AND i.id = o.item_id`;

/** Opinions by item and delegation, what was gathered first. `of`: only of this delegation, and what others gathered. */
export async function listOpinions(tx: Tx, sessionId: string, f: { readonly itemId?: string | undefined; readonly of?: string | null }, page: { readonly limit: number; readonly offset: number }): Promise<{ items: OpinionRow[]; total: number }> {
  const where: RawBuilder<unknown> = sql`o.federation_id = ${tx.federationId} AND o.session_id = ${sessionId} ${f.itemId ? sql`AND o.item_id = ${f.itemId}` : sql``} ${f.of === undefined ? sql`` : sql`AND (o.sort = 'gathered' OR o.delegation_id IS NOT DISTINCT FROM ${f.of}::uuid)`}`;
  const r = await sql<OpinionRow & { n: number }>`SELECT ${OPINION}, (count(*) OVER ())::int AS n FROM ${OPINIONS} WHERE ${where} ORDER BY i.number, o.delegation, o.sort, o.at, o.id LIMIT ${page.limit} OFFSET ${page.offset}`.execute(rows(tx));
  return { items: r.rows, total: r.rows[0]?.n ?? 0 };
}

export async function findOpinion(tx: Tx, id: string): Promise<OpinionRow | null> {
  const r = await sql<OpinionRow>`SELECT ${OPINION} FROM ${OPINIONS} WHERE o.federation_id = ${tx.federationId} AND o.id = ${id}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** Keeps an opinion; what a delegation gathered is written anew. @returns how many of this person stand there now */
export async function putOpinion(tx: Tx, o: { readonly id: string; readonly sessionId: string; readonly itemId: string; readonly delegationId: string | null; readonly delegation: string; readonly sort: 'own' | 'gathered'; readonly personId: string; readonly name: string; readonly text: string }): Promise<number> {
  await sql`INSERT INTO congress_session_opinion (federation_id, id, session_id, item_id, delegation_id, delegation, sort, person_id, name, text, at) VALUES (${tx.federationId}, ${o.id}, ${o.sessionId}, ${o.itemId}, ${o.delegationId}, ${o.delegation}, ${o.sort}, ${o.personId}, ${o.name}, ${o.text}, ${tx.now})
    ON CONFLICT (federation_id, item_id, delegation_id) WHERE sort = 'gathered' DO UPDATE SET text = excluded.text, person_id = excluded.person_id, name = excluded.name, at = excluded.at, taken = '', answer = ''`.execute(rows(tx));
  const r = await sql<{ n: number }>`SELECT count(*)::int AS n FROM congress_session_opinion o WHERE o.federation_id = ${tx.federationId} AND o.item_id = ${o.itemId} AND o.person_id = ${o.personId} AND o.sort = 'own'`.execute(rows(tx));
  return r.rows[0]?.n ?? 0;
}

export async function setTaken(tx: Tx, id: string, taken: string, answer: string): Promise<void> {
  await sql`UPDATE congress_session_opinion SET taken = ${taken}, answer = ${answer} WHERE federation_id = ${tx.federationId} AND id = ${id}`.execute(rows(tx));
}

export type SpeakerRow = { readonly id: string; readonly sessionId: string; readonly personId: string | null; readonly name: string; readonly delegation: string; readonly about: string; readonly item: string; readonly state: 'asked' | 'speaking' | 'spoke' | 'withdrawn'; readonly minutes: number; readonly askedAt: Date; readonly beganAt: Date | null };
const SPEAKER = sql`k.id, k.session_id AS "sessionId", s.person_id AS "personId", s.name, s.delegation, k.about, coalesce(i.title, '') AS item, k.state, k.minutes, k.asked_at AS "askedAt", k.began_at AS "beganAt"`;
const SPEAKERS = sql`congress_session_speaker k JOIN congress_session_seat s ON s.federation_id = k.federation_id AND s.session_id = k.session_id AND s.delegate_id = k.delegate_id LEFT JOIN congress_session_item i ON i.federation_id = k.federation_id AND i.id = k.item_id`;

/** Who speaks and who waits, in the order in which they asked; with `all` those who spoke too. */
export async function listSpeakers(tx: Tx, sessionId: string, all = false): Promise<SpeakerRow[]> {
  const r = await sql<SpeakerRow>`SELECT ${SPEAKER} FROM ${SPEAKERS} WHERE k.federation_id = ${tx.federationId} AND k.session_id = ${sessionId} AND (k.state IN ('asked','speaking') OR (${all}::boolean AND k.state = 'spoke')) ORDER BY k.state <> 'speaking', k.asked_at, k.id LIMIT 500`.execute(rows(tx));
  return r.rows;
}

export async function findSpeaker(tx: Tx, id: string): Promise<SpeakerRow | null> {
  const r = await sql<SpeakerRow>`SELECT ${SPEAKER} FROM ${SPEAKERS} WHERE k.federation_id = ${tx.federationId} AND k.id = ${id}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** Puts somebody on the list of speakers. @returns false when the seat waits already */
export async function insertSpeaker(tx: Tx, o: { readonly id: string; readonly sessionId: string; readonly itemId: string | null; readonly seatId: string; readonly about: string }): Promise<boolean> {
  const r = await sql`INSERT INTO congress_session_speaker (federation_id, id, session_id, item_id, delegate_id, about, state, asked_at) VALUES (${tx.federationId}, ${o.id}, ${o.sessionId}, ${o.itemId}, ${o.seatId}, ${o.about}, 'asked', ${tx.now}) ON CONFLICT (federation_id, session_id, delegate_id) WHERE state = 'asked' DO NOTHING RETURNING id`.execute(rows(tx));
  return r.rows.length > 0;
}

/** Lets somebody speak; whoever spoke is done. */
export async function setSpeaking(tx: Tx, k: { readonly id: string; readonly sessionId: string }, minutes: number): Promise<boolean> {
  await endSpeeches(tx, k.sessionId);
  const r = await sql`UPDATE congress_session_speaker SET state = 'speaking', minutes = ${minutes}, began_at = ${tx.now} WHERE federation_id = ${tx.federationId} AND id = ${k.id} AND state = 'asked' RETURNING id`.execute(rows(tx));
  return r.rows.length > 0;
}

/** Whoever speaks is done. */
export async function endSpeeches(tx: Tx, sessionId: string): Promise<void> {
  await sql`UPDATE congress_session_speaker SET state = 'spoke', ended_at = ${tx.now} WHERE federation_id = ${tx.federationId} AND session_id = ${sessionId} AND state = 'speaking'`.execute(rows(tx));
}

/** Takes requests back: of one seat, or, at the close, all that still wait. */
export async function withdrawSpeakers(tx: Tx, sessionId: string, seatId: string | null): Promise<number> {
  const r = await sql`UPDATE congress_session_speaker SET state = 'withdrawn', ended_at = ${tx.now} WHERE federation_id = ${tx.federationId} AND session_id = ${sessionId} AND state = 'asked' AND (${seatId}::uuid IS NULL OR delegate_id = ${seatId}::uuid) RETURNING id`.execute(rows(tx));
  return r.rows.length;
}

export type DecisionRow = ItemRow & { readonly session: string; readonly union: string; readonly sessionKind: string };

/** What published sessions of the own unions decided, latest first. */
export async function listDecisions(tx: Tx, by: Actor, o: { readonly text?: string | undefined; readonly limit: number; readonly offset: number }): Promise<{ items: DecisionRow[]; total: number }> {
  if (by.membership === null) return { items: [], total: 0 };
  const r = await sql<DecisionRow & { n: number }>`SELECT ${COLUMNS}, z.title AS session, u.name AS union, (count(*) OVER ())::int AS n FROM ${FROM} JOIN congress_body b ON b.federation_id = z.federation_id AND b.id = z.body_id JOIN union_unit u ON u.federation_id = z.federation_id AND u.id = z.union_id
    WHERE i.federation_id = ${tx.federationId} AND z.published_at IS NOT NULL AND i.state IN ('passed','failed','noted') AND starts_with(${by.membership.path}::text, u.path) AND (b.kind = 'workers' OR ${by.membership.state === 'active'}::boolean)
      ${o.text ? sql`AND (i.title ILIKE ${`%${o.text.replace(/[\\%_]/g, '\\$&')}%`} OR i.resolution ILIKE ${`%${o.text.replace(/[\\%_]/g, '\\$&')}%`})` : sql``} ORDER BY z.held_at DESC, i.number LIMIT ${o.limit} OFFSET ${o.offset}`.execute(rows(tx));
  return { items: r.rows, total: r.rows[0]?.n ?? 0 };
}

