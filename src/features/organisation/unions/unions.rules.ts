/** Duties a union has by its size and term. Pure: days come in as numbers. */

/** Members from which a union must set up a committee of its own (工会法 art. 11: 25 members, not workers). */
export const COMMITTEE_FROM = 25;
/** Workers from which it may have a full-time chairperson (工会法 art. 14). */
export const FULL_TIME_FROM = 200;
/** Days before the end of a term from which the election is to be prepared. */
export const TERM_NOTICE = 90;

export type Duty = { readonly duty: 'duty25' | 'duty200' | 'termOver' | 'termSoon'; readonly n: number };

/** What a union of this size and term has to mind. `toTermEnd` = days until the term ends, negative when it is over, null without a term. */
export function dutiesOf(o: { kind: string; members: number; workers: number; hasCommittee: boolean; hasFullTimeChair: boolean; toTermEnd: number | null }): Duty[] {
  const list: Duty[] = [];
  const basic = !['federation', 'district', 'street', 'industry', 'unionGroup'].includes(o.kind);
  if (basic && o.members >= COMMITTEE_FROM && !o.hasCommittee) list.push({ duty: 'duty25', n: o.members });
  if (basic && o.workers >= FULL_TIME_FROM && !o.hasFullTimeChair) list.push({ duty: 'duty200', n: o.workers });
  if (o.toTermEnd !== null && o.toTermEnd < 0) list.push({ duty: 'termOver', n: -o.toTermEnd });
  else if (o.toTermEnd !== null && o.toTermEnd <= TERM_NOTICE) list.push({ duty: 'termSoon', n: o.toTermEnd });
  return list;
}
