import { law, pack } from '../rule.rules.ts';
import { documents as d } from './documents.words.ts';
import { accessTitles } from './titles.words.ts';

const whole = (min: number, max: number) => ({ kind: 'whole', min, max }) as const;
const atLeast = { comparator: 'GE', stricter: 'larger' } as const;
const SPEC = '2021-01-01';

/** Large type and contrast (rules.md §24). */
export const access = pack('access', accessTitles, {
  'access.text.largestAtLeast': { ...atLeast, shape: whole(30, 60), unit: 'points', rules: [law(30, d.elderApps, '', SPEC)] },
  'access.elder.textAtLeast': { ...atLeast, shape: whole(18, 40), unit: 'points', rules: [law(18, d.elderApps, '', SPEC)] },
  // 4.5 to 1, in tenths
  'access.contrast.tenths': { ...atLeast, shape: whole(45, 210), unit: 'contrast', rules: [law(45, d.elderApps, '', SPEC)] },
  'access.elder.targetAtLeast': { ...atLeast, shape: whole(60, 120), unit: 'points', rules: [law(60, d.elderApps, '', SPEC)] },
  'access.targetAtLeast': { ...atLeast, shape: whole(44, 120), unit: 'points', rules: [law(44, d.elderApps, '', SPEC)] },
});
