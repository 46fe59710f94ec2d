import type { Tx } from '#shared/call';
import { rows, sql } from '#platform/db';
import type { Basis, Period } from './indicators.rules.ts';

export type KeptReport = { id: string; schemeId: string; from: string; to: string; basis: Basis; figures: string; hash: Buffer; keptBy: string; keptAt: Date };

const REPORT = sql`r.id, r.scheme_union_id as "schemeId", r.from_date as "from", r.to_date as "to", r.basis, r.figures, r.hash, p.name as "keptBy", r.kept_at as "keptAt"`;
const FROM = sql`indicator_report r join person p on p.federation_id = r.federation_id and p.id = r.kept_by_id`;

/** Writes a report once. @returns false when that period is kept already */
export async function insertReport(tx: Tx, r: Period & { id: string; schemeId: string; basis: Basis; figures: string; hash: Buffer; byId: string }): Promise<boolean> {
  const done = await sql`insert into indicator_report (federation_id, id, scheme_union_id, from_date, to_date, basis, figures, hash, kept_by_id, kept_at)
    values (${tx.federationId}, ${r.id}, ${r.schemeId}, ${r.from}, ${r.to}, ${r.basis}, ${r.figures}, ${r.hash}, ${r.byId}, ${tx.now}) on conflict on constraint indicator_report_once do nothing`.execute(rows(tx));
  return Number(done.numAffectedRows ?? 0n) === 1;
}

/** Kept reports of a scheme, the latest period first. */
export async function listReports(tx: Tx, schemeId: string, page: { limit: number; offset: number }): Promise<{ items: KeptReport[]; total: number }> {
  const r = await sql<KeptReport>`select ${REPORT} from ${FROM} where r.federation_id = ${tx.federationId} and r.scheme_union_id = ${schemeId} order by r.to_date desc, r.from_date, r.basis limit ${page.limit} offset ${page.offset}`.execute(rows(tx));
  const n = await sql<{ n: number }>`select count(*)::int as n from indicator_report r where r.federation_id = ${tx.federationId} and r.scheme_union_id = ${schemeId}`.execute(rows(tx));
  return { items: r.rows, total: n.rows[0]?.n ?? 0 };
}

/** One kept report. */
export async function findReport(tx: Tx, id: string): Promise<KeptReport | null> {
  const r = await sql<KeptReport>`select ${REPORT} from ${FROM} where r.federation_id = ${tx.federationId} and r.id = ${id}`.execute(rows(tx));
  return r.rows[0] ?? null;
}
