import { pack, usual } from '../rule.rules.ts';
import { documents as d } from './documents.words.ts';
import { summerCareTitles } from './titles.words.ts';

const whole = (min: number, max: number) => ({ kind: 'whole', min, max }) as const;

/** Children's summer care: the law asks for as short a time of keeping as can be (PIPL art. 19) and names no number; all are to be confirmed. */
export const summerCare = pack('summerCare', summerCareTitles, {
  'summerCare.forget.afterDays': { shape: whole(1, 365), unit: 'days', comparator: 'LE', stricter: 'smaller', rules: [usual(90, d.product)] },
  'summerCare.absent.afterMinutes': { shape: whole(5, 240), unit: 'count', comparator: 'EQ', stricter: 'nearer', rules: [usual(30, d.product)] },
  'summerCare.children.atMost': { shape: whole(1, 9), unit: 'count', comparator: 'LE', stricter: 'nearer', rules: [usual(3, d.product)] },
});
