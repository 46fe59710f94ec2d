import { pack, usual } from '../rule.rules.ts';
import { documents as d } from './documents.words.ts';
import { housingTitles } from './titles.words.ts';

const whole = (min: number, max: number) => ({ kind: 'whole', min, max }) as const;
const workdays = { unit: 'workdays', comparator: 'LE', stricter: 'smaller', shape: whole(1, 60) } as const;
const days = { unit: 'days', comparator: 'LE', stricter: 'larger' } as const;
const count = { unit: 'count', comparator: 'EQ', stricter: 'nearer' } as const;

/** Housing (公租房): source file 004 names checking, strict order and handing over, and no numbers: all are to be confirmed. */
export const housing = pack('housing', housingTitles, {
  'housing.check.withinWorkdays': { ...workdays, rules: [usual(10, d.product)] },
  'housing.escalate.everyWorkdays': { ...workdays, rules: [usual(5, d.product)] },
  'housing.complete.withinDays': { ...days, shape: whole(3, 90), rules: [usual(15, d.product)] },
  'housing.object.withinDays': { ...days, shape: whole(3, 90), rules: [usual(10, d.product)] },
  'housing.answer.hours': { ...count, shape: whole(24, 480), rules: [usual(72, d.product)] },
  'housing.declines.atMost': { ...count, shape: whole(1, 9), rules: [usual(2, d.product)] },
  'housing.declines.out': { ...count, shape: whole(0, 1), rules: [usual(0, d.product)] },
  'housing.declines.restDays': { ...days, shape: whole(1, 60), rules: [usual(7, d.product)] },
  'housing.leave.withinDays': { ...days, shape: whole(7, 365), rules: [usual(30, d.product)] },
});
