import { z } from 'zod';
import { boundary, meets, sayThreshold } from '#shared/thresholds';
import { say, type Word } from '#shared/words';
import { spoken } from './basis.rules.ts';
import { jointWords as words } from './joint.words.ts';
import type { Said } from './paper.rules.ts';

/**
 * A decision made of several votes: that one has passed, that a veto was not used, that enough of these hold, each with its weight
 * (1, or the delegates it sends). Eight branch congresses of which each agrees and a joint body that may veto (source 004):
 * `share GE 1/1` over `share GE 1/1` of the eight and `veto` of the joint body's vote.
 */
export type Composed =
  | { readonly kind: 'passed'; readonly ballot: string }
  | { readonly kind: 'noVeto'; readonly ballot: string }
  | { readonly kind: 'share'; readonly op: 'GE' | 'GT'; readonly num: number; readonly den: number; readonly of: readonly { readonly weight: number; readonly rule: Composed }[] };

const Ballot = z.string().min(1).max(64);
/** The check of such a rule where it comes in; at most 100 branches at each fork. */
export const Composed: z.ZodType<Composed> = z.lazy(() => z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('passed'), ballot: Ballot }),
  z.strictObject({ kind: z.literal('noVeto'), ballot: Ballot }),
  z.strictObject({
    kind: z.literal('share'), op: z.enum(['GE', 'GT']), num: z.int().min(0).max(1_000_000), den: z.int().min(1).max(1_000_000),
    of: z.array(z.strictObject({ weight: z.int().min(1).max(1_000_000), rule: Composed })).min(1).max(100),
  }).refine((s) => s.num <= s.den),
]));

/** `open`: what is still to be voted may turn it either way. */
export type Verdict = 'passed' | 'failed' | 'open';
/** Each vote and each share of the rule, in the order in which it was told, `depth` 0 first. */
export type JointLine = { readonly depth: number; readonly verdict: Verdict; readonly ballot: string | null; readonly said: Said };

const BALLOT: Record<Verdict, Word> = { passed: words.ballotPassed, failed: words.ballotFailed, open: words.ballotOpen };
const VETO: Record<Verdict, Word> = { passed: words.vetoed, failed: words.notVetoed, open: words.vetoOpen };
const TURNED: Record<Verdict, Verdict> = { passed: 'failed', failed: 'passed', open: 'open' };

function shareOf(rule: Extract<Composed, { kind: 'share' }>, verdicts: readonly Verdict[]): { verdict: Verdict; said: Said } {
  const weigh = (wanted: Verdict): number => rule.of.reduce((n, branch, i) => n + (verdicts[i] === wanted ? branch.weight : 0), 0);
  const [yes, open] = [weigh('passed'), weigh('open')];
  const total = rule.of.reduce((n, branch) => n + branch.weight, 0);
  const verdict = meets(yes, total, rule) ? 'passed' : meets(yes + open, total, rule) ? 'open' : 'failed';
  const said = spoken(open > 0 ? words.shareOpen : words.share, (l) => ({ yes, open, total, share: sayThreshold(rule, l), least: boundary(total, rule) }));
  return { verdict, said };
}

/**
 * Decides as soon as nothing that is still open could change it.
 * @param results what is known of the votes: true passed, false not passed; those left out are open
 */
export function decideJointly(rule: Composed, results: ReadonlyMap<string, boolean>, depth = 0): { readonly verdict: Verdict; readonly lines: readonly JointLine[] } {
  if (rule.kind === 'share') {
    const branches = rule.of.map((branch) => decideJointly(branch.rule, results, depth + 1));
    const { verdict, said } = shareOf(rule, branches.map((b) => b.verdict));
    return { verdict, lines: [{ depth, verdict, ballot: null, said }, ...branches.flatMap((b) => b.lines)] };
  }
  const result = results.get(rule.ballot);
  const voted: Verdict = result === undefined ? 'open' : result ? 'passed' : 'failed';
  const verdict = rule.kind === 'passed' ? voted : TURNED[voted];
  const said: Said = { word: (rule.kind === 'passed' ? BALLOT : VETO)[voted], slots: {} };
  return { verdict, lines: [{ depth, verdict, ballot: rule.ballot, said }] };
}

/** What is said of one vote or share. */
export const sayJoint = (line: JointLine, locale: 'zh' | 'en'): string => say(line.said.word, locale, line.said.slots);
