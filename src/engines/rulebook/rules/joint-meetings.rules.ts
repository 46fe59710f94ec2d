import { pack, usual } from '../rule.rules.ts';
import { documents as d } from './documents.words.ts';
import { jointMeetingTitles } from './joint-meetings-titles.words.ts';

const between = (min: number, max: number) => ({ shape: { kind: 'whole', min, max }, unit: 'days', comparator: 'LE', stricter: 'smaller' }) as const;

/** Joint meetings (source file 002 names the practice and no number: all of them are to be confirmed). */
export const jointMeetings = pack('jointMeetings', jointMeetingTitles, {
  'jointMeetings.minutes.withinDays': { ...between(1, 60), rules: [usual(7, d.product)] },
  'jointMeetings.remind.daysBefore': { ...between(1, 30), stricter: 'larger', rules: [usual(3, d.product)] },
  'jointMeetings.remind.everyDays': { ...between(1, 30), rules: [usual(7, d.product)] },
  'jointMeetings.escalate.everyWorkdays': { ...between(1, 60), unit: 'workdays', rules: [usual(10, d.product)] },
});
