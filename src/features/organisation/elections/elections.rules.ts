import { addMonths, type LegalDate } from '#shared/dates';

export const KINDS = ['renewal', 'byElection'] as const;
export const POSTS = ['committee', 'audit', 'chair', 'viceChair'] as const;
export type Post = (typeof POSTS)[number];
export const METHODS = ['online', 'hall', 'mixed'] as const;
export type Method = (typeof METHODS)[number];
export const ASSEMBLIES = ['members', 'congress'] as const;
export const CHAIR_BY = ['committee', 'assembly'] as const;
export const STANDS = ['soon', 'over', 'vacant', 'none', 'running'] as const;
export const STATES = ['preparing', 'planReported', 'nominating', 'candidatesReported', 'publicity', 'voting', 'counted', 'resultReported', 'confirmed', 'annulled', 'calledOff'] as const;
export type State = (typeof STATES)[number];
export const OUTCOMES = ['elected', 'short', 'tie', 'void'] as const;

/** How long before its end a term is watched; reminders at each of these months. */
export const REMIND_MONTHS = [6, 3, 1] as const;
/** A secret vote at the devices of fewer would tell who voted how. */
export const LEAST_SECRET = 5;

type Plan = { readonly kind: 'renewal' | 'byElection'; readonly post: Post; readonly seats: number; readonly auditSeats: number; readonly viceSeats: number; readonly chairBy: 'committee' | 'assembly' };

/** What is voted on and how many are elected: of a renewal the organs, then who leads; of a by-election one post. */
export function seatsOf(p: Plan): { post: Post; seats: number; electors: 'assembly' | 'committee' }[] {
  const led = p.chairBy;
  if (p.kind === 'byElection') return [{ post: p.post, seats: p.post === 'chair' ? 1 : Math.max(1, p.seats), electors: p.post === 'chair' || p.post === 'viceChair' ? led : 'assembly' }];
  return [
    { post: 'committee' as const, seats: p.seats, electors: 'assembly' as const }, { post: 'audit' as const, seats: p.auditSeats, electors: 'assembly' as const },
    { post: 'chair' as const, seats: 1, electors: led }, { post: 'viceChair' as const, seats: p.viceSeats, electors: led },
  ].filter((s) => s.seats > 0);
}

/** Posts for which members propose and candidates are listed beforehand; whom a new committee elects from among itself is not. */
export const listedPosts = (p: Plan): Post[] => seatsOf(p).filter((s) => s.electors === 'assembly' || p.kind === 'byElection').map((s) => s.post);

/** How an election stands to the term it follows: from three months before its last day on time, after it late. */
export function timingOf(endsOn: LegalDate | null, plannedOn: LegalDate): 'due' | 'early' | 'late' {
  if (endsOn === null) return 'due';
  if (plannedOn > endsOn) return 'late';
  return plannedOn < addMonths(endsOn, -3) ? 'early' : 'due';
}

/** The nearest reminder due on a day: months before the end, 0 once it is over, null when none. */
export function reminderOf(endsOn: LegalDate, today: LegalDate): number | null {
  if (endsOn < today) return 0;
  const due = REMIND_MONTHS.filter((m) => today >= addMonths(endsOn, -m));
  return due.length === 0 ? null : Math.min(...due);
}

/** The office that goes with a post. */
export const OFFICE_OF = { committee: 'committeeMember', audit: 'auditor', chair: 'chair', viceChair: 'viceChair' } as const;

/** One office for each of the elected: who leads is not listed as a member of the committee too. */
export function officesFor(seats: readonly { readonly post: Post; readonly personId: string }[]): { personId: string; office: string }[] {
  const leads = new Set(seats.filter((s) => s.post === 'chair' || s.post === 'viceChair').map((s) => s.personId));
  const all = seats.filter((s) => s.post !== 'committee' || !leads.has(s.personId)).map((s) => ({ personId: s.personId, office: OFFICE_OF[s.post] as string }));
  return all.filter((a, i) => all.findIndex((b) => b.personId === a.personId && b.office === a.office) === i);
}
