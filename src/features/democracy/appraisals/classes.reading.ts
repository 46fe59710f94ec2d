import type { RaterClass } from './appraisals.rules.ts';

const NAMED: readonly (readonly [RaterClass, RegExp])[] = [
  ['leaders', /^(领导班子(成员)?|领导|班子成员|A|leaders?)$/i], ['middle', /^(中层(干部|管理人员)?|中层以上|B|middle( managers?)?)$/i], ['delegates', /^(职工代表|代表|职工|C|delegates?)$/i],
];
/** A class of raters as sheets write it; null when it is none. */
export const classNamed = (text: string): RaterClass | null => NAMED.find(([, is]) => is.test(text))?.[0] ?? null;
