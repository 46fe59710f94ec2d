import { addDays, daysBetween, type LegalDate, weekdayOf } from '#shared/dates';

/** Somebody of the factory, with the unit that counts. */
export type Somebody = { readonly personId: string; readonly unitId: string; readonly unitCode: string; readonly place: string; /** writes more than others */ readonly keen?: boolean };

/** What became of a suggestion. */
export type Fate = 'completed' | 'standardised' | 'abandoned' | 'implementing' | 'accepting' | 'adopted' | 'rejected' | 'withdrawn' | 'incomplete' | 'merged';
export type Planned = {
  readonly author: Somebody;
  coauthors: readonly Somebody[];
  readonly submittedOn: LegalDate;
  fate: Fate;
  /** decided by the company; `appeal`: only after an appeal */
  way: 'unit' | 'company' | 'appeal';
  grade: 1 | 2 | 3 | null;
};

/** The year of source file 002 (2020 there): how many of each. Together 7,148 valid, 6,469 adopted, 6,269 started, 5,832 completed. */
const FATES: Readonly<Record<Fate, number>> = { completed: 5232, standardised: 600, abandoned: 425, implementing: 9, accepting: 3, adopted: 200, rejected: 679, withdrawn: 64, incomplete: 48, merged: 103 };
const VOID: readonly Fate[] = ['withdrawn', 'incomplete', 'merged'];
/** Grades of what was started: 800 × 120 + 1,600 × 80 + 3,869 × 30 = 340,070 yuan. */
const GRADE_ONE = 800;
const GRADE_TWO = 1600;
export const PARTICIPANTS = 2133;
/** People who wrote nothing themselves but share in what others wrote. */
const ONLY_SHARING = 118;
const MOST_OF_ONE = 24;
const MONTHS = [0.8, 0.5, 1.1, 1.3, 1.35, 1.25, 1, 0.85, 1.05, 0.85, 1.1, 0.5];

export const isVoid = (fate: Fate): boolean => VOID.includes(fate);
export const isStarted = (fate: Fate): boolean => ['completed', 'standardised', 'abandoned', 'implementing', 'accepting'].includes(fate);
const isCompleted = (fate: Fate): boolean => fate === 'completed' || fate === 'standardised';

const shuffled = <T>(list: readonly T[], random: () => number): T[] => list.map((x) => [random(), x] as const).sort((a, b) => a[0] - b[0]).map(([, x]) => x);

/** Days of a year, each as often as people write on it: fewer in February and on days off, none after the 22nd of December. */
function days(year: number, n: number, random: () => number): LegalDate[] {
  const first = `${String(year)}-01-02`;
  const all = Array.from({ length: daysBetween(first, `${String(year)}-12-22`) + 1 }, (_, i) => addDays(first, i));
  const weights = all.map((d) => (MONTHS[Number(d.slice(5, 7)) - 1] ?? 1) * ({ 0: 0.1, 6: 0.22 }[weekdayOf(d)] ?? 1));
  const sum = weights.reduce((a, b) => a + b, 0);
  const upTo: number[] = [];
  for (const w of weights) upTo.push((upTo.at(-1) ?? 0) + w / sum);
  return Array.from({ length: n }, () => {
    const x = random();
    return all[upTo.findIndex((u) => u >= x)] ?? first;
  });
}

/** First authors of all suggestions: everybody once, the rest by zeal. */
function authors(people: readonly Somebody[], n: number, random: () => number): Somebody[] {
  const written = new Map(people.map((p) => [p, 1]));
  const upTo: number[] = [];
  for (const _ of people) upTo.push((upTo.at(-1) ?? 0) + Math.exp(1.5 * (random() + random() + random() - 1.5)));
  const sum = upTo.at(-1) ?? 1;
  const list = people.flatMap((p) => (p.keen ? [p, p, p, p, p, p, p] : [p]));
  while (list.length < n) {
    const x = random() * sum;
    let [low, high] = [0, upTo.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((upTo[middle] ?? 0) < x) low = middle + 1;
      else high = middle;
    }
    const one = people[low] as Somebody;
    if ((written.get(one) ?? 0) >= MOST_OF_ONE) continue;
    written.set(one, (written.get(one) ?? 0) + 1);
    list.push(one);
  }
  return shuffled(list, random);
}

function share(list: readonly Planned[], people: readonly Somebody[], only: readonly Somebody[], random: () => number): void {
  const byUnit = new Map<string, Somebody[]>();
  for (const p of people) byUnit.set(p.unitId, [...(byUnit.get(p.unitId) ?? []), p]);
  for (const s of list) {
    const mates = byUnit.get(s.author.unitId) ?? [];
    const n = random() < 0.67 ? 0 : 1 + Math.floor(random() * random() * 3);
    const some = new Set(Array.from({ length: n }, () => mates[Math.floor(random() * mates.length)] as Somebody));
    some.delete(s.author);
    s.coauthors = [...some];
  }
  const free = new Map<string, Planned[]>();
  for (const s of list) if (s.coauthors.length === 0 && !isVoid(s.fate)) free.set(s.author.unitId, [...(free.get(s.author.unitId) ?? []), s]);
  for (const p of only) {
    const at = free.get(p.unitId)?.pop();
    if (at === undefined) throw new Error(`nothing to share in ${p.unitCode}`);
    at.coauthors = [p];
  }
}

function grade(list: readonly Planned[], random: () => number): void {
  const order = list.filter((s) => isStarted(s.fate)).map((s) => [random() - (s.way === 'unit' ? 0 : 0.7) - (s.fate === 'standardised' ? 0.25 : 0), s] as const).sort((a, b) => a[0] - b[0]);
  for (const [n, [, s]] of order.entries()) s.grade = n < GRADE_ONE ? 1 : n < GRADE_ONE + GRADE_TWO ? 2 : 3;
}

/**
 * Plans the year: who wrote when, with whom, and what became of it.
 * @param people everybody who takes part, {@link PARTICIPANTS} of them
 */
export function planYear(year: number, people: readonly Somebody[], random: () => number): Planned[] {
  const fates = shuffled(Object.entries(FATES).flatMap(([fate, n]) => Array.from({ length: n }, () => fate as Fate)), random);
  const mixed = shuffled(people, random);
  const only = mixed.slice(0, ONLY_SHARING);
  const writing = mixed.slice(ONLY_SHARING);
  const valid = fates.filter((f) => !isVoid(f)).length;
  const when = days(year, fates.length, random).sort();
  // The year ends: what came in late is not completed in it.
  const late = when.filter((d) => d > `${String(year)}-12-02`).length;
  const others = shuffled(fates.filter((f) => !isCompleted(f)), random);
  const early = shuffled([...fates.filter(isCompleted), ...others.slice(late)], random);
  const by = authors(writing, valid, random);
  const list: Planned[] = [...early, ...others.slice(0, late)].map((fate, n) => ({
    author: isVoid(fate) ? (writing[Math.floor(random() * writing.length)] as Somebody) : (by.pop() as Somebody),
    coauthors: [], submittedOn: when[n] as LegalDate, fate, way: 'unit', grade: null,
  }));
  for (const s of list) {
    const x = random();
    if (isStarted(s.fate)) s.way = x < 0.085 ? 'company' : x < 0.089 ? 'appeal' : 'unit';
    if (s.fate === 'adopted') s.way = x < 0.25 ? 'company' : 'unit';
    if (s.fate === 'rejected') s.way = x < 0.1 ? 'company' : x < 0.18 ? 'appeal' : 'unit';
  }
  share(list, people, only, random);
  grade(list, random);
  return list;
}
