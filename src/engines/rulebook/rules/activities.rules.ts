import { pack, usual } from '../rule.rules.ts';
import { documents as d } from './documents.words.ts';
import { activityTitles } from './titles.words.ts';

const days = { unit: 'workdays', comparator: 'LE', stricter: 'smaller', shape: { kind: 'whole', min: 1, max: 30 } } as const;

/** Approving activities that workers draft (source file 004 names the practice and no number: both are to be confirmed). */
export const activities = pack('activities', activityTitles, {
  'activities.decide.withinWorkdays': { ...days, rules: [usual(3, d.product)] },
  'activities.escalate.everyWorkdays': { ...days, rules: [usual(3, d.product)] },
});
