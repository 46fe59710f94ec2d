import { baseWord, boundary, type CountBase, type Majority, meets, sayThreshold, type Threshold } from '#shared/thresholds';
import { type Locale, type Slots, say, type Word } from '#shared/words';
import { countWords as words } from './count.words.ts';
import type { Said } from './paper.rules.ts';

/** The five numbers a share can be taken of (rules.md §1.2). */
export type Counts = Readonly<Record<CountBase, number>>;

/** One comparison of a result: what was asked for, what it was held against, and the sum written out. */
export type Line = {
  readonly about: 'issued' | 'quorum' | 'turnout' | 'validity' | 'majority' | 'elected';
  readonly holds: boolean;
  readonly count: number;
  readonly base: number;
  /** smallest count that meets it; for `issued` the largest */
  readonly least: number;
  /** 应到 45，赞成须过半数（至少 23） */
  readonly rule: Said;
  /** 23 × 2 = 46 > 45，通过 */
  readonly worked: Said;
};

/** A sentence whose slots are themselves said in each language. */
export function spoken(word: Word, slots: (locale: Locale) => Slots): Said {
  return { word: { code: word.code, zh: say(word, 'zh', slots('zh')), en: say(word, 'en', slots('en')) }, slots: {} };
}

const SIGN = { GE: ['≥', '<'], GT: ['>', '≤'], LE: ['≤', '>'], LT: ['<', '≥'] } as const;

/** The comparison as whole numbers: `23 × 2 = 46 > 45`, `59 × 3 = 177 < 90 × 2 = 180`. */
export function formula(count: number | bigint, base: number | bigint, t: Threshold): string {
  const times = (n: bigint, by: number): string => (by === 1 ? String(n) : `${n} × ${by} = ${n * BigInt(by)}`);
  return `${times(BigInt(count), t.den)} ${SIGN[t.op][meets(count, base, t) ? 0 : 1]} ${times(BigInt(base), t.num)}`;
}

const VERDICTS = {
  quorum: [words.met, words.notMet], turnout: [words.met, words.notMet], validity: [words.met, words.notMet],
  majority: [words.passed, words.notPassed], elected: [words.electedYes, words.electedNo], issued: [words.stands, words.void],
} as const;

/** Holds a count against a share of a base. */
export function compare(about: Exclude<Line['about'], 'issued'>, count: number, base: { readonly name: CountBase; readonly n: number }, t: Threshold): Line {
  const holds = meets(count, base.n, t);
  const least = boundary(base.n, t);
  const verdict = VERDICTS[about][holds ? 0 : 1];
  const baseName = (l: Locale): string => say(baseWord(base.name), l);
  const sum = (l: Locale): string => (base.n === 0 ? say(words.emptyBase, l, { base: baseName(l) }) : formula(count, base.n, t));
  return {
    about, holds, count, base: base.n, least,
    rule: spoken(words[about], (l) => ({ base: baseName(l), n: base.n, share: sayThreshold(t, l), least })),
    worked: spoken(words.worked, (l) => ({ formula: sum(l), verdict: say(verdict, l) })),
  };
}

/** Votes for something against a majority of the base it names. */
export const compareMajority = (about: 'majority' | 'elected', votes: number, counts: Counts, m: Majority): Line =>
  compare(about, votes, { name: m.base, n: counts[m.base] }, m);

/** Whether enough are there, at the moment it is asked: 三分之二以上 of all delegates (企业民主管理规定; rules.md §7.1). */
export const quorum = (present: number, entitled: number, t: Threshold): Line => compare('quorum', present, { name: 'entitled', n: entitled }, t);

/** More papers returned than issued void the whole vote (工会基层组织选举工作条例; rules.md §5). */
export function compareIssued(returned: number, issued: number): Line {
  const holds = returned <= issued;
  return {
    about: 'issued', holds, count: returned, base: issued, least: issued,
    rule: { word: words.issued, slots: { n: issued } },
    worked: spoken(words.worked, (l) => ({ formula: `${returned} ${holds ? '≤' : '>'} ${issued}`, verdict: say(VERDICTS.issued[holds ? 0 : 1], l) })),
  };
}

/** Somebody came or left. `at` sorts by time: an ISO instant. */
export type Move = { readonly person: string; readonly at: string; readonly came: boolean };

/** How many of the roll are there at a moment: the last move up to it decides, observers and strangers do not count. */
export function presentAt(roll: ReadonlySet<string>, moves: readonly Move[], at: string): number {
  const there = new Map<string, Move>();
  for (const m of moves) {
    if (m.at > at || !roll.has(m.person)) continue;
    const last = there.get(m.person);
    if (last === undefined || last.at <= m.at) there.set(m.person, m);
  }
  return [...there.values()].filter((m) => m.came).length;
}
