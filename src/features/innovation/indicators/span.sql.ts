// Reads suggestion, suggestion_author and suggestion_person_group of part suggestions (decision 0013).
import { type RawBuilder, sql } from '#platform/db';
import type { Basis, Group, Measure } from './indicators.rules.ts';

/** What is counted: one scheme over a period. `staffDay`: the day on which members and groups are taken; `unions`: all unions of the scheme (or of the unit). */
export type Span = { readonly schemeId: string; readonly from: string; readonly to: string; readonly basis: Basis; readonly staffDay: string; readonly unions: readonly string[]; readonly unitId: string | null };

const DAY: Readonly<Record<Measure, string>> = { valid: 's.submitted_on', adopted: 's.adopted_on', started: 's.started_on', completed: 's.completed_on', standardised: 's.standardised_on', benefited: 's.benefit_on' };

/** The day a measure counts by, as a column of `suggestion s`. */
export const dayOf = (measure: Measure): RawBuilder<unknown> => sql.raw(DAY[measure]);

/** Suggestions of the scheme that were handed in within the period and are valid: the cohort. */
export const handedIn = (s: Span): RawBuilder<boolean> => sql<boolean>`s.scheme_union_id = ${s.schemeId} and s.submitted_on between ${s.from}::date and ${s.to}::date and s.void_on is null`;

/**
 * Whether a row of `suggestion s` counts for a measure. By cohort: handed in within the period, and the step was taken whenever;
 * by event: the step was taken within the period. What was void or taken back counts nowhere.
 */
export function counts(measure: Measure, s: Span): RawBuilder<boolean> {
  const kept = measure === 'valid' ? sql<boolean>`true` : sql<boolean>`s.revoked_on is null`;
  if (s.basis === 'cohort') return sql<boolean>`(${handedIn(s)} and ${dayOf(measure)} is not null and ${kept})`;
  return sql<boolean>`(s.scheme_union_id = ${s.schemeId} and s.void_on is null and ${dayOf(measure)} between ${s.from}::date and ${s.to}::date and ${kept})`;
}

/** Whether a membership `m` held on the last day. Reserved ones hold no work and count for nothing. */
export const holds = (s: Span): RawBuilder<boolean> => sql<boolean>`(m.union_id = any(${[...s.unions]}::uuid[]) and m.state <> 'reserved' and m.began_on <= ${s.staffDay}::date and (m.ended_on is null or m.ended_on > ${s.staffDay}::date))`;

/** Whether a row of `suggestion_person_group g` held on the last day. */
export const grouped = (s: Span, group?: Group): RawBuilder<boolean> => sql<boolean>`(g.scheme_union_id = ${s.schemeId} and g.from_date <= ${s.staffDay}::date and (g.to_date is null or g.to_date >= ${s.staffDay}::date)
  and ${group === undefined ? sql<boolean>`true` : sql<boolean>`g.person_group = ${group}`})`;
