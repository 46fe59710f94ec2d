/** Where an allocation stands. */
export const PHASES = ['draft', 'coming', 'applying', 'checking', 'running', 'over'] as const;
export type Phase = (typeof PHASES)[number];

/** States of an application on its way, as its case has them. */
export const STATES = ['drafted', 'submitted', 'incomplete', 'accepted', 'rejected', 'objected', 'upheld', 'withdrawn'] as const;

/** What an application has in the queue: it waits, waits until the flat it declined is taken, is offered a flat, has one, lives there, or is out. */
export const STANDINGS = ['none', 'waiting', 'paused', 'offered', 'taken', 'lives', 'out'] as const;
export type Standing = (typeof STANDINGS)[number];

/** Where an allocation stands: people apply, papers are checked, flats are given out. */
export function phaseOf(a: { readonly state: string; readonly opensAt: Date; readonly closesAt: Date; readonly startedAt: Date | null }, now: Date): Phase {
  if (a.state === 'draft') return 'draft';
  if (a.state !== 'open') return 'over';
  if (now < a.opensAt) return 'coming';
  if (a.startedAt !== null) return 'running';
  return now < a.closesAt ? 'applying' : 'checking';
}

/** What an application stands for in the queue. @param claim the state of its latest claim */
export function standingOf(o: { readonly claim: string | null; readonly again: boolean; readonly ended: boolean }): Standing {
  if (o.ended) return 'out';
  if (o.again) return 'paused';
  if (o.claim === 'waiting' || o.claim === 'offered' || o.claim === 'taken') return o.claim;
  if (o.claim === 'handed') return 'lives';
  return 'none';
}

/** Somebody of the queue who stands before: since when, and until when and how it ended. */
export type Before = { readonly joinedAt: Date; readonly leftAt: Date | null; readonly how: string | null };
/** One movement: how many more (+) or fewer (−) are ahead since then. */
export type Move = { readonly at: Date; readonly change: number; readonly ahead: number; readonly why: 'offered' | 'left' | 'joined' };

/**
 * How somebody moved in the queue since joining it: from those who stand before by number, when each began and ceased to wait. What
 * happens at one moment for one reason is one movement.
 * @returns how many were ahead at the start, and every movement, oldest first
 */
export function movesOf(joinedAt: Date, before: readonly Before[]): { readonly start: number; readonly moves: readonly Move[] } {
  const start = before.filter((b) => b.joinedAt <= joinedAt && (b.leftAt === null || b.leftAt > joinedAt)).length;
  const steps = before.flatMap((b): { at: Date; change: number; why: Move['why'] }[] => [
    ...(b.joinedAt > joinedAt ? [{ at: b.joinedAt, change: 1, why: 'joined' as const }] : []),
    ...(b.leftAt !== null && b.leftAt > joinedAt ? [{ at: b.leftAt, change: -1, why: b.how === 'promoted' ? ('offered' as const) : ('left' as const) }] : []),
  ]).sort((a, b) => a.at.getTime() - b.at.getTime() || a.why.localeCompare(b.why));
  const moves: Move[] = [];
  let ahead = start;
  for (const s of steps) {
    ahead += s.change;
    const last = moves.at(-1);
    if (last?.at.getTime() === s.at.getTime() && last.why === s.why) moves[moves.length - 1] = { ...last, change: last.change + s.change, ahead };
    else moves.push({ ...s, ahead });
  }
  return { start, moves };
}

/** What becomes of an application that declined a flat once more: it keeps its place, goes to the end, or out of the queue. */
export function afterDecline(declines: number, rule: { readonly atMost: number; readonly out: number }): 'keeps' | 'end' | 'out' {
  if (declines < rule.atMost) return 'keeps';
  return rule.out === 1 ? 'out' : 'end';
}
