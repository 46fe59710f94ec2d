import { pack, type Rule, usual } from '../rule.rules.ts';
import { documents as d } from './documents.words.ts';
import { disclosureTitles } from './titles.words.ts';

/** The usual value, and the same read in a regional law whose day of effect is to be compared with the text. */
const inRegion = (jurisdiction: string, value: unknown, document: Rule['basis']['document'], article: string): Rule => ({ ...usual(value, document, article), jurisdiction });
const [SHANDONG, ZHEJIANG] = ['370000', '330000'];
const whole = (min: number, max: number) => ({ kind: 'whole', min, max }) as const;
const most = { comparator: 'LE', stricter: 'smaller' } as const;
const least = { comparator: 'GE', stricter: 'larger' } as const;
/** Months between two disclosures of an entry; 0: whenever it happens. */
const every = (months: 0 | 1 | 3 | 6 | 12) => ({ shape: whole(0, 12), unit: 'months', comparator: 'LE', stricter: 'nearer', rules: [usual(months, d.practice)] }) as const;

/** Disclosure and briefings (rules.md §8): periods of the procedure, and how often each entry of the catalogue is disclosed. */
export const disclosure = pack('disclosure', disclosureTitles, {
  'disclosure.public.leastDays': { ...least, shape: whole(1, 90), unit: 'days', rules: [usual(15, d.practice), inRegion(SHANDONG, 15, d.shandongDisclosure, '12')] },
  'disclosure.agenda.beforeDays': { ...least, shape: whole(1, 30), unit: 'days', rules: [usual(7, d.practice), inRegion(SHANDONG, 7, d.shandongDisclosure, '12')] },
  'disclosure.decisions.withinDays': { ...most, shape: whole(1, 15), unit: 'days', rules: [usual(3, d.practice), inRegion(SHANDONG, 3, d.shandongDisclosure, '12')] },
  'disclosure.answer.withinDays': { ...most, shape: whole(1, 60), unit: 'days', rules: [usual(30, d.practice), inRegion(ZHEJIANG, 30, d.zhejiangManagement, '23')] },
  'disclosure.regular.withinDays': { ...most, shape: whole(1, 60), unit: 'days', rules: [usual(15, d.product)] },
  'disclosure.atOnce.withinWorkdays': { ...most, shape: whole(1, 15), unit: 'workdays', rules: [usual(3, d.product)] },
  'disclosure.finish.withinWorkdays': { ...most, shape: whole(1, 60), unit: 'workdays', rules: [usual(15, d.product)] },
  'disclosure.escalate.everyWorkdays': { ...most, shape: whole(1, 30), unit: 'workdays', rules: [usual(2, d.product)] },
  'disclosure.every.plans': every(12),
  'disclosure.every.restructuring': every(0),
  'disclosure.every.targets': every(3),
  'disclosure.every.budget': every(12),
  'disclosure.every.largeSums': every(3),
  'disclosure.every.tenders': every(3),
  'disclosure.every.responsibility': every(12),
  'disclosure.every.contracts': every(12),
  'disclosure.every.wages': every(3),
  'disclosure.every.promotion': every(0),
  'disclosure.every.hiring': every(0),
  'disclosure.every.awards': every(0),
  'disclosure.every.training': every(12),
  'disclosure.every.insurance': every(1),
  'disclosure.every.safety': every(3),
  'disclosure.every.appraisal': every(12),
  'disclosure.every.leaderPay': every(12),
  'disclosure.every.entertainment': every(12),
  'disclosure.every.welfareFund': every(12),
  'disclosure.every.workRules': every(0),
  'briefings.leastPerYear': { ...least, shape: whole(1, 12), unit: 'count', rules: [usual(2, d.practice)] },
  'briefings.answer.withinDays': { ...most, shape: whole(1, 60), unit: 'days', rules: [usual(30, d.practice)] },
  'briefings.minutes.withinWorkdays': { ...most, shape: whole(1, 30), unit: 'workdays', rules: [usual(5, d.product)] },
});
