import { law, local, pack, usual } from '../rule.rules.ts';
import { documents as d } from './documents.words.ts';
import { notes } from './notes.words.ts';
import { electionTitles } from './congress-titles.words.ts';

const whole = (min: number, max: number) => ({ kind: 'whole', min, max }) as const;
const part = (num: number, den: number) => ({ num, den });
const moreThanHalf = { op: 'GT', num: 1, den: 2, base: 'entitled' } as const;
const least = { shape: { kind: 'share' }, unit: 'share', comparator: 'GE', stricter: 'larger' } as const;
const majority = { shape: { kind: 'majority' }, unit: 'share', comparator: 'GT', stricter: 'larger' } as const;
const bands = { shape: { kind: 'bands' }, unit: 'people', comparator: 'GE', stricter: 'nearer' } as const;
const within = { comparator: 'LE', stricter: 'smaller' } as const;
const ELECTIONS = '2016-10-09';
const remembered = (value: unknown) => [usual(value, d.gradeElections)];

/** Elections of the union and the congress of members' delegates (rules.md §5, §6). */
export const elections = pack('elections', electionTitles, {
  'elections.quorum': { ...least, rules: [law(part(2, 3), d.gradeElections, '', ELECTIONS)] },
  'elections.majority': { ...majority, rules: [law(moreThanHalf, d.gradeElections, '', ELECTIONS, notes.allDelegates)] },
  'elections.surplus.committee': { ...least, rules: remembered(part(5, 100)) },
  'elections.surplus.standing': { ...least, rules: remembered(part(10, 100)) },
  'elections.surplus.delegates': { ...least, rules: [usual(part(15, 100), d.memberCongress)] },
  'elections.surplus.audit': { ...least, rules: remembered(part(0, 100)) },
  'elections.surplus.chair': { ...least, rules: remembered(part(0, 100)) },
  'elections.tooFew': { shape: whole(0, 1), unit: 'count', comparator: 'EQ', stricter: 'nearer', rules: [usual(0, d.gradeElections, '', notes.zeroRunOff)] },
  'elections.publicity.workdays': { shape: whole(0, 30), unit: 'workdays', comparator: 'EQ', stricter: 'larger', rules: remembered(5) },
  'elections.approve.withinDays': { ...within, shape: whole(1, 60), unit: 'days', rules: remembered(15) },
  'elections.term.delayMonths': { ...within, shape: whole(0, 24), unit: 'months', rules: remembered(6) },
  'elections.vacancy.withinMonths': { ...within, shape: whole(1, 12), unit: 'months', rules: [usual(3, d.practice), local('500000', 3, d.chongqingUnion, '', '2011-01-01')] },
  'elections.committee.size': { ...bands, rules: [usual([
    { from: 0, to: 24, least: 3, most: 5 }, { from: 25, to: 200, least: 3, most: 7 }, { from: 201, to: 1_000, least: 7, most: 15 }, { from: 1_001, to: 5_000, least: 15, most: 21 },
    { from: 5_001, to: 10_000, least: 21, most: 29 }, { from: 10_001, to: 50_000, least: 29, most: 37 }, { from: 50_001, to: null, least: 37, most: 45 },
  ], d.gradeElections, '', notes.organiser)] },
  'elections.memberCongress.fromMembers': { shape: whole(1, 1_000), unit: 'people', comparator: 'GE', stricter: 'nearer', rules: [usual(100, d.memberCongress)] },
  'elections.memberCongress.delegates': { ...bands, rules: [usual([
    { from: 0, to: 99, least: 0 }, { from: 100, to: 200, least: 30, most: 40 }, { from: 201, to: 1_000, least: 40, most: 60 }, { from: 1_001, to: 5_000, least: 60, most: 90 },
    { from: 5_001, to: 10_000, least: 90, most: 130 }, { from: 10_001, to: 50_000, least: 130, most: 180 }, { from: 50_001, to: null, least: 180, most: 240 },
  ], d.memberCongress)] },
  'elections.memberCongress.quorum': { ...least, rules: [usual(part(2, 3), d.memberCongress)] },
  'elections.memberCongress.majority': { ...majority, rules: [usual(moreThanHalf, d.memberCongress)] },
  'elections.memberCongress.callShare': { ...least, stricter: 'smaller', rules: [usual(part(1, 3), d.memberCongress)] },
});
