import type { Tx } from '#shared/call';
import { type Locale, say } from '#shared/words';
import { type Ballot, ballots, electedLine, type Outcome } from '#engines/ballot';
import { rulebook } from '#engines/rulebook';
import type * as q from './ballots.sql.ts';
import { words } from './ballots.words.ts';
import type { Basis } from './matters.rules.ts';

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/** A paper as screens draw it: one shape for all kinds. */
export function sheetOf(paper: Ballot['paper']) {
  const sheet = { kind: paper.kind, style: 'mark' as 'mark' | 'pick', seats: 0, writeIns: false, atMost: 1, candidates: [] as { id: string; name: string; group: string }[], options: [] as { id: string; text: string }[], persons: [] as { id: string; name: string; title: string }[], grades: [] as { id: string; zh: string; en: string }[] };
  if (paper.kind === 'election') return { ...sheet, style: paper.style, seats: paper.seats, writeIns: paper.writeIns, candidates: paper.candidates.map((c) => ({ id: c.id, name: c.name, group: c.group ?? '' })) };
  if (paper.kind === 'poll') return { ...sheet, options: paper.options, atMost: paper.atMost };
  if (paper.kind === 'appraisal') return { ...sheet, persons: paper.persons.map((p) => ({ id: p.id, name: p.name, title: p.title ?? '' })), grades: paper.grades.map((g) => ({ id: g.id, zh: g.zh, en: g.en })) };
  return sheet;
}

type Verdict = 'passed' | 'failed' | 'elected' | 'short' | 'tie' | 'counted' | 'void';

function verdictOf(r: Outcome): Verdict {
  if (r.void) return 'void';
  if (r.kind === 'motion') return r.passed ? 'passed' : 'failed';
  if (r.kind === 'election') return r.next === null ? (r.elected > 0 ? 'elected' : 'failed') : r.next.why === 'tie' ? 'tie' : 'short';
  return r.fails === null ? 'counted' : 'failed';
}

/** What a ballot came to, in the reader's language. */
export function resultOf(r: Outcome, locale: Locale) {
  const { counts } = r;
  return {
    entitled: counts.entitled, present: counts.present, issued: counts.ballotsIssued, returned: counts.ballotsReturned, valid: counts.validBallots, invalid: r.invalid, missing: r.missing, fails: r.fails === null ? '' : say(r.fails.word, locale, r.fails.slots), void: r.void, verdict: verdictOf(r),
    lines: r.lines.map((l) => ({ holds: l.holds, rule: say(l.rule.word, locale, l.rule.slots), worked: say(l.worked.word, locale, l.worked.slots) })), motion: r.kind === 'motion' ? { for: r.for, against: r.against, abstain: r.abstain } : null,
    election: r.kind !== 'election' ? null : {
      seats: r.seats, elected: r.elected, surplus: r.surplus, next: r.next === null ? null : { why: r.next.why, seats: r.next.seats, names: r.next.among.map((a) => a.name) },
      standings: r.standings.map((s) => { const line = electedLine(s.for, r).worked; return { name: s.name, group: s.group ?? '', for: s.for, against: s.against, abstain: s.abstain, place: s.place, elected: s.elected, worked: say(line.word, locale, line.slots) }; }),
    },
    poll: r.kind === 'poll' ? { options: r.options.map((o) => ({ text: o.text, votes: o.votes })), blank: r.blank } : null,
  };
}

const KEYS = { workersCongress: ['congress.resolution.majority', 'congress.quorum'], memberCongress: ['elections.memberCongress.majority', 'elections.memberCongress.quorum'], election: ['elections.majority', 'elections.quorum', 'elections.tooFew'] } as const;

/**
 * The engine's rule for a choice of the officer, from the rulebook of the union's place. Nobody checks in to a vote that is open for days: what the
 * law asks of those present is asked of those who vote, which is never less.
 */
export async function ruleFor(tx: Tx, unionId: string, basis: Basis) {
  const told = (zh: string[], en: string[]) => zh.map((z, i) => ({ zh: z.slice(0, 400), en: (en[i] ?? z).slice(0, 600) }));
  if (basis === 'none' || basis === 'returned') {
    const word = basis === 'none' ? words.basisNone : words.basisReturned;
    return { majority: { op: basis === 'none' ? ('GE' as const) : ('GT' as const), num: basis === 'none' ? 0 : 1, den: 2, base: 'ballotsReturned' as const }, basis: told([say(word, 'zh')], [say(word, 'en')]) };
  }
  const [majorityKey, quorumKey] = KEYS[basis];
  const { values, ruleSetId } = await rulebook.resolve(tx, { unionId }, KEYS[basis]);
  const all = values as Record<string, unknown>;
  const share = all[quorumKey] as { num: number; den: number };
  return {
    majority: all[majorityKey] as { op: 'GT' | 'GE'; num: number; den: number; base: 'entitled' }, turnout: { op: 'GE' as const, num: share.num, den: share.den }, tooFew: all['elections.tooFew'] === 1 ? ('fewerSeats' as const) : ('runOff' as const),
    basis: told(await rulebook.basisOf(tx, ruleSetId, 'zh'), await rulebook.basisOf(tx, ruleSetId, 'en')),
  };
}

/** What a rule asks, said for somebody who votes. */
export function decidesOf(rule: Pick<Ballot['rule'], 'majority'> & Partial<Pick<Ballot['rule'], 'turnout' | 'validity' | 'classes'>>, kind: string, locale: Locale): string[] {
  const part = (s: { num: number; den: number }): string => `${s.num}/${s.den}`;
  if (kind === 'appraisal') {
    const list = (rule.classes ?? []).map((c) => say(words.weighsOne, locale, { name: c[locale], n: c.weight })).join(locale === 'zh' ? '、' : ', ');
    return [...(rule.turnout ? [say(words.needsTurnout, locale, { share: part(rule.turnout) })] : []), ...(rule.validity ? [say(words.needsValid, locale, { share: part(rule.validity) })] : []), ...(list ? [say(words.weighs, locale, { list })] : [])];
  }
  if (rule.majority.num === 0) return [say(words.decidesNothing, locale)];
  const base = say(rule.majority.base === 'entitled' ? words.baseEntitled : words.baseReturned, locale);
  const share = `${rule.majority.num}/${rule.majority.den}`;
  const word = kind === 'election' ? (rule.majority.op === 'GT' ? words.electsAbove : words.electsFrom) : rule.majority.op === 'GT' ? words.passesAbove : words.passesFrom;
  return [say(word, locale, { base, share }), ...(rule.turnout ? [say(words.needsTurnout, locale, { share: `${rule.turnout.num}/${rule.turnout.den}` })] : [])];
}

/** One line of a list. */
export const cardOf = (b: Ballot, h: q.Held) => ({ id: b.id, title: b.title, union: h.union, level: b.level, state: b.state, paper: b.paper.kind, opensAt: iso(b.opensAt), closesAt: iso(b.closesAt), endedAt: iso(b.endedAt), entitled: h.entitled, given: h.given });

/** All that everybody who may see a vote sees; the result from the count on. An appraisal shows its own to those entitled only. */
export async function fullOf(tx: Tx, b: Ballot, h: q.Held, locale: Locale) {
  const open = b.result !== null && b.paper.kind !== 'appraisal' && b.paper.kind !== 'questions';
  return {
    ...cardOf(b, h), federationId: tx.federationId, about: h.about, why: b.why, sheet: sheetOf(b.paper), decides: decidesOf(b.rule, b.paper.kind, locale), basis: b.rule.basis.map((x) => x[locale]), fingerprint: (await ballots.fingerprint(tx, b.id)) ?? '',
    counted: b.result !== null, result: open && b.result ? resultOf(b.result, locale) : null, board: open && (await ballots.publishable(tx, b.id)),
  };
}

export { iso };
