import type { Basis, Param } from './rule.rules.ts';
import { weigh } from './shapes.rules.ts';

/** A rule as it stands before a union: how near it is and how it binds. */
export type Standing = {
  /** 0 is nearest: the union itself, then those above it, then region by region, then the nation */
  readonly distance: number;
  readonly at: 'union' | 'region' | 'nation';
  /** union id, GB/T 2260 code or `CN` */
  readonly place: string;
  /** the union's name, or the code again */
  readonly placeName: string;
  /** for one kind of union only: nearer than the same place's rule for all */
  readonly forKind: boolean;
  readonly from: string;
  readonly to: string | null;
  readonly value: unknown;
  readonly basis: { readonly document: string; readonly documentEn: string; readonly article: string };
  /** `statute` a law; `decided` an officer's decision; `confirmed`/`unconfirmed` a usual value of the product */
  readonly confidence: 'statute' | 'decided' | 'confirmed' | 'unconfirmed';
  readonly note: string;
  readonly noteEn: string;
  /** the decision's id, or the id made of a shipped rule's content */
  readonly id: string;
  /** later decisions about the same place follow earlier ones */
  readonly decidedAt: string;
};

/** Whether it holds on a day `YYYY-MM-DD`. */
export const holdsOn = (s: Pick<Standing, 'from' | 'to'>, day: string): boolean => s.from <= day && (s.to === null || day <= s.to);

const nearer = (a: Standing, b: Standing): number =>
  a.distance - b.distance ||
  Number(b.forKind) - Number(a.forKind) ||
  (a.from < b.from ? 1 : a.from > b.from ? -1 : 0) ||
  (a.decidedAt < b.decidedAt ? 1 : a.decidedAt > b.decidedAt ? -1 : 0) ||
  (a.id < b.id ? -1 : 1);

/** Of several rules of one place only the one that began last holds: it followed the others. */
function oneOfEachPlace(sorted: readonly Standing[]): Standing[] {
  return sorted.filter((s, i) => i === 0 || s.distance !== (sorted[i - 1] as Standing).distance);
}

function stricterOf(param: Param, a: Standing, b: Standing): Standing {
  const difference = weigh(param.shape, a.value, b.value);
  if (difference === null || difference === 0 || param.stricter === 'nearer') return a;
  return (param.stricter === 'smaller' ? difference < 0 : difference > 0) ? a : b;
}

/**
 * The rule that holds on a day. The nearest place wins (union, those above it, city, province, nation), with two
 * exceptions of rules.md §0: a usual value yields to whatever is nearer, but laws and decisions from further away bind, and
 * of those that collide the strictest holds; unless the nearest is itself a law that says otherwise.
 * @returns undefined when nothing holds on that day
 */
export function pick(param: Param, standings: readonly Standing[], day: string): Standing | undefined {
  const sorted = oneOfEachPlace(standings.filter((s) => holdsOn(s, day)).sort(nearer));
  const nearest = sorted[0];
  if (!nearest || nearest.confidence === 'statute') return nearest;
  const binding = sorted.slice(1).filter((s) => s.confidence === 'statute' || s.confidence === 'decided');
  return binding.reduce((held, other) => stricterOf(param, held, other), nearest);
}

/** Codes of GB/T 2260 from the nearest to the nation: `310115` → `310115, 310100, 310000, CN`. */
export function regionsAbove(code: string): string[] {
  const steps = /^\d{6}$/.test(code) ? [code, `${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`] : [];
  return [...new Set(steps), 'CN'];
}

export const basisOf = (b: Basis): Standing['basis'] => ({ document: b.document.zh, documentEn: b.document.en, article: b.article });
