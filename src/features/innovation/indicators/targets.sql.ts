import type { Tx } from '#shared/call';
import { rows, sql } from '#platform/db';
import type { Group, Indicator } from './indicators.rules.ts';

/** A target in ten-thousandths; `unitId` = the scheme's union: the whole scheme. */
export type TargetRow = { unitId: string; group: Group | 'all'; indicator: Indicator; target: number };

/** Targets of a scheme for a year; at most five for each unit and group. */
export async function listTargets(tx: Tx, schemeId: string, year: number): Promise<TargetRow[]> {
  const r = await sql<TargetRow>`select unit_union_id as "unitId", person_group as "group", indicator, target from indicator_target
    where federation_id = ${tx.federationId} and scheme_union_id = ${schemeId} and year = ${year} order by unit_union_id, person_group, indicator limit 5000`.execute(rows(tx));
  return r.rows;
}

/** Sets targets; those set already get the new number. @returns how many were written */
export async function upsertTargets(tx: Tx, o: { schemeId: string; year: number; byId: string }, list: readonly TargetRow[]): Promise<number> {
  const r = await sql`insert into indicator_target (federation_id, scheme_union_id, year, unit_union_id, person_group, indicator, target, set_by_id, set_at)
    select ${tx.federationId}, ${o.schemeId}, ${o.year}, x.*, ${o.byId}, ${tx.now}
    from unnest(${list.map((t) => t.unitId)}::uuid[], ${list.map((t) => t.group)}::text[], ${list.map((t) => t.indicator)}::text[], ${list.map((t) => t.target)}::int[]) as x(unit, person_group, indicator, target)
    on conflict (federation_id, scheme_union_id, year, unit_union_id, person_group, indicator)
      do update set target = excluded.target, set_by_id = excluded.set_by_id, set_at = excluded.set_at where indicator_target.target <> excluded.target`.execute(rows(tx));
  return Number(r.numAffectedRows ?? 0n);
}

/** Takes targets away. @returns how many there were */
export async function deleteTargets(tx: Tx, o: { schemeId: string; year: number }, list: readonly Omit<TargetRow, 'target'>[]): Promise<number> {
  const r = await sql`delete from indicator_target t using unnest(${list.map((t) => t.unitId)}::uuid[], ${list.map((t) => t.group)}::text[], ${list.map((t) => t.indicator)}::text[]) as x(unit, person_group, indicator)
    where t.federation_id = ${tx.federationId} and t.scheme_union_id = ${o.schemeId} and t.year = ${o.year} and t.unit_union_id = x.unit and t.person_group = x.person_group and t.indicator = x.indicator`.execute(rows(tx));
  return Number(r.numAffectedRows ?? 0n);
}
