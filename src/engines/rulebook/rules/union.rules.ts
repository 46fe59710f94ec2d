import { law, local, pack, type Rule, usual } from '../rule.rules.ts';
import { documents as d } from './documents.words.ts';
import { notes } from './notes.words.ts';
import { unionTitles } from './titles.words.ts';

const UNION_LAW = '2022-01-01';
const whole = (min: number, max: number) => ({ kind: 'whole', min, max }) as const;
const SHANGHAI = '310000';
const halfOf = (op: 'GE' | 'GT') => ({ op, num: 1, den: 2, base: 'entitled' }) as const;

const shanghai = (value: unknown, document: Rule['basis']['document'], article: string, note: Rule['note']): Rule => local(SHANGHAI, value, document, article, '2010-01-01', note);

/** The union and its offices (rules.md §2), majorities (§1.1). */
export const union = pack('union', unionTitles, {
  'union.committee.fromMembers': {
    shape: whole(1, 25), unit: 'people', comparator: 'GE', stricter: 'smaller', rules: [law(25, d.unionLaw, '11', UNION_LAW, notes.membersNotWorkers)],
  },
  'union.fullTimeChair.fromWorkers': {
    shape: whole(1, 200), unit: 'people', comparator: 'GE', stricter: 'smaller', rules: [law(200, d.unionLaw, '14', UNION_LAW, notes.workersNotMembers)],
  },
  'union.term.years': {
    shape: { kind: 'oneOf', of: [3, 5] }, unit: 'years', comparator: 'EQ', stricter: 'nearer', rules: [law([3, 5], d.unionLaw, '16', UNION_LAW, notes.notFour)],
  },
  'union.callCongress.share': {
    shape: { kind: 'share' }, unit: 'share', comparator: 'GE', stricter: 'smaller', rules: [law({ num: 1, den: 3 }, d.unionLaw, '17', UNION_LAW)],
  },
  'union.removeChair.majority': {
    shape: { kind: 'majority' }, unit: 'share', comparator: 'GT', stricter: 'larger', rules: [law(halfOf('GT'), d.unionLaw, '18', UNION_LAW, notes.allDelegates)],
  },
  'union.partTimeLeave.workdaysPerMonth': {
    shape: whole(3, 22), unit: 'workdays', comparator: 'LE', stricter: 'larger', rules: [law(3, d.unionLaw, '41', UNION_LAW)],
  },
  'union.womenCommittee.fromWomen': { shape: whole(1, 100), unit: 'people', comparator: 'GE', stricter: 'smaller', rules: [
    usual(10, d.practice), shanghai(25, d.shanghaiUnion, '13', notes.excerptOnly),
  ] },
  'union.found.withinMonths': {
    shape: whole(1, 24), unit: 'months', comparator: 'LE', stricter: 'smaller', rules: [shanghai(6, d.shanghaiUnion, '10', notes.excerptOnly)],
  },
  'union.fundLevy.share': {
    shape: { kind: 'share' }, unit: 'share', comparator: 'EQ', stricter: 'nearer', rules: [law({ num: 2, den: 100 }, d.unionLaw, '43', UNION_LAW)],
  },
  'congress.resolution.majority': { shape: { kind: 'majority' }, unit: 'share', comparator: 'GT', stricter: 'larger', rules: [
    law(halfOf('GT'), d.democraticManagement, '', '2012-02-13', notes.allDelegates),
    shanghai(halfOf('GE'), d.shanghaiCongress, '31', notes.localHalf),
  ] },
});
