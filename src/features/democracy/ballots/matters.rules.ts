/** What a union may vote on by itself, and the choices an officer has; arithmetic is the engine's. */
export const PAPERS = ['motion', 'election', 'poll'] as const;
export type PaperKind = (typeof PAPERS)[number];
export const LEVELS = ['open', 'detached', 'blind'] as const;
export const STATES = ['prepared', 'announced', 'open', 'closed', 'declared', 'void'] as const;
/** Who is on the roll: all members of the union and those below it, the workers' delegates in office, members of chosen unions and below, people by name or of a sheet. */
export const ROLLS = ['members', 'delegates', 'units', 'people', 'sheet'] as const;
/** By which rule it is decided: a resolution of the workers' congress or of the members', an election, half of those who vote, or nothing (a poll). */
export const BASES = ['workersCongress', 'memberCongress', 'election', 'returned', 'none'] as const;
export type Basis = (typeof BASES)[number];

/** Rules that fit a paper: an election is not decided like a resolution, a poll decides nothing. */
export const BASES_OF: Readonly<Record<PaperKind, readonly Basis[]>> = { motion: ['workersCongress', 'memberCongress', 'returned'], election: ['election', 'returned'], poll: ['none'] };

/** A secret vote of fewer would tell who voted how. */
export const LEAST_SECRET = 5;

type Wanted = {
  readonly kind: PaperKind; readonly seats: number; readonly style: 'mark' | 'pick'; readonly writeIns: boolean; readonly candidates: readonly { readonly name: string; readonly group: string }[]; readonly options: readonly string[]; readonly atMost: number;
};

/** The engine's paper for what an officer wrote. */
export function paperFor(d: Wanted) {
  if (d.kind === 'motion') return { kind: 'motion' as const };
  if (d.kind === 'poll') return { kind: 'poll' as const, options: d.options.map((text, i) => ({ id: `o${i + 1}`, text })), atMost: Math.min(d.atMost, d.options.length) };
  return {
    kind: 'election' as const, style: d.style, seats: d.seats, writeIns: d.writeIns,
    candidates: d.candidates.map((c, i) => ({ id: `c${i + 1}`, name: c.name, ...(c.group === '' ? {} : { group: c.group }) })),
  };
}
