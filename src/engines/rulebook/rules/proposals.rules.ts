import { pack, usual } from '../rule.rules.ts';
import { documents as d } from './documents.words.ts';
import { proposalTitles } from './congress-titles.words.ts';

const whole = (min: number, max: number) => ({ kind: 'whole', min, max }) as const;
const workdays = { unit: 'workdays', comparator: 'LE', stricter: 'smaller' } as const;
const paid = { shape: whole(0, 100_000_000), unit: 'fen', comparator: 'EQ', stricter: 'nearer' } as const;

/** Proposals of the workers' congress: how soon they are decided and rated, what they are rewarded with (rules.md §7.4, source file 002). Seconders and answers: `congress.proposal.*`. */
export const proposals = pack('proposals', proposalTitles, {
  'proposals.decide.withinWorkdays': { ...workdays, shape: whole(1, 60), rules: [usual(10, d.product)] },
  'proposals.escalate.everyWorkdays': { ...workdays, shape: whole(1, 20), rules: [usual(5, d.product)] },
  'proposals.answer.usualDays': { shape: whole(1, 365), unit: 'days', comparator: 'EQ', stricter: 'nearer', rules: [usual(30, d.practice)] },
  'proposals.unrated.afterDays': { shape: whole(3, 180), unit: 'days', comparator: 'GE', stricter: 'larger', rules: [usual(30, d.product)] },
  'proposals.reward.filed': { ...paid, rules: [usual(50_000, d.suggestionScheme)] },
  'proposals.reward.hotEach': { ...paid, rules: [usual(5_000, d.suggestionScheme)] },
});
