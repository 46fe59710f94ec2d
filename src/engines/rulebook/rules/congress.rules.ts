import { law, local, pack, type Rule, usual } from '../rule.rules.ts';
import { documents as d } from './documents.words.ts';
import { notes } from './notes.words.ts';
import { congressTitles } from './congress-titles.words.ts';

const whole = (min: number, max: number) => ({ kind: 'whole', min, max }) as const;
const half = (op: 'GE' | 'GT') => ({ op, num: 1, den: 2, base: 'entitled' }) as const;
const part = (num: number, den: number) => ({ num, den });
const NATION = '2012-02-13';
const least = { shape: { kind: 'share' }, unit: 'share', comparator: 'GE', stricter: 'larger' } as const;
const most = { shape: { kind: 'share' }, unit: 'share', comparator: 'LE', stricter: 'smaller' } as const;
const majority = { shape: { kind: 'majority' }, unit: 'share', comparator: 'GT', stricter: 'larger' } as const;
const bands = { shape: { kind: 'bands' }, unit: 'people', comparator: 'GE', stricter: 'nearer' } as const;
const people = { unit: 'people', comparator: 'GE', stricter: 'larger' } as const;
const exact = { unit: 'count', comparator: 'EQ', stricter: 'nearer' } as const;

// Of the provinces' statutes the year is known, not the day.
const shanghai = (value: unknown, article = '', note?: Rule['note']): Rule => local('310000', value, d.shanghaiCongress, article, '2011-05-01', note);
const zhejiang = (value: unknown, article = '', note?: Rule['note']): Rule => local('330000', value, d.zhejiangManagement, article, '2010-01-01', note);
const henan = (value: unknown, article = '', note?: Rule['note']): Rule => local('410000', value, d.henanRights, article, '2007-01-01', note);
const grade = (value: number) => ({ ...exact, shape: whole(0, 100), rules: [usual(value, d.practice, '', notes.noStatute)] });
const nation = (value: unknown, note?: Rule['note']): Rule => usual(value, d.democraticManagement, '', note);

/** The workers' congress: delegates, quorum, elections, terms, papers, appraisal (rules.md §7). */
export const congress = pack('congress', congressTitles, {
  'congress.obligatory.fromWorkers': { ...people, stricter: 'smaller', shape: whole(1, 10_000), rules: [nation(100), shanghai(100)] },
  'congress.quorum': { ...least, rules: [law(part(2, 3), d.democraticManagement, '', NATION), shanghai(part(2, 3)), zhejiang(part(2, 3)), henan(part(2, 3))] },
  'congress.delegates.number': { ...bands, rules: [
    nation([{ from: 0, to: null, least: 30, share: part(5, 100) }], notes.aboveHundred),
    shanghai([{ from: 0, to: 99, least: 30 }, { from: 100, to: 3_000, least: 30, step: 5, per: 100 }, { from: 3_001, to: null, least: 175 }]),
    zhejiang([
      { from: 0, to: 99, least: 30 }, { from: 100, to: 999, least: 40, step: 7, per: 100 }, { from: 1_000, to: 4_999, least: 100, step: 20, per: 1_000 },
      { from: 5_000, to: null, least: 200 },
    ], '', notes.exactlyHundred),
    { ...henan([
      { from: 0, to: 199, least: 30 }, { from: 200, to: 999, least: 30, step: 7, per: 80 }, { from: 1_000, to: 9_999, least: 100, step: 1, per: 45 },
      { from: 10_000, to: null, least: 300, most: 500 },
    ], '', notes.slidingShare), confidence: 'unconfirmed' },
  ] },
  'congress.delegates.managersShare': { ...most, rules: [nation(part(1, 5)), shanghai(part(1, 5)), zhejiang(part(1, 5))] },
  'congress.delegates.frontLineShare': { ...least, rules: [nation(part(1, 2))] },
  'congress.delegates.women': { ...exact, shape: whole(0, 1), rules: [nation(0, notes.proportion), zhejiang(1, '', notes.proportion)] },
  'congress.delegates.dispatched': { ...exact, shape: whole(0, 2), rules: [nation(1, notes.dispatched), zhejiang(2, '', notes.dispatched)] },
  'congress.election.turnout': { ...least, rules: [usual(part(2, 3), d.practice), shanghai(part(2, 3))] },
  'congress.election.majority': { ...majority, rules: [nation(half('GT'), notes.allDelegates), shanghai(half('GE'), '', notes.localHalfWorkers)] },
  'congress.recall.majority': { ...majority, rules: [nation(half('GT')), shanghai(half('GE'), '', notes.localHalfWorkers)] },
  'congress.term.years': { shape: { kind: 'oneOf', of: [3, 4, 5] }, unit: 'years', comparator: 'EQ', stricter: 'nearer', rules: [nation([3, 4, 5]), shanghai([3, 4, 5]), henan([3, 5])] },
  'congress.term.delayMonths': { shape: whole(0, 24), unit: 'months', comparator: 'LE', stricter: 'smaller', rules: [usual(12, d.practice), shanghai(12)] },
  'congress.meetings.perYear': { shape: whole(1, 12), unit: 'count', comparator: 'GE', stricter: 'larger', rules: [law(1, d.democraticManagement, '', NATION), shanghai(1), zhejiang(1), henan(1)] },
  'congress.extraMeeting.share': { ...least, stricter: 'smaller', rules: [nation(part(1, 3))] },
  'congress.papers.beforeDays': { shape: whole(0, 60), unit: 'days', comparator: 'GE', stricter: 'larger', rules: [nation(7), shanghai(7), henan(7)] },
  'congress.report.withinWorkdays': { shape: whole(1, 60), unit: 'workdays', comparator: 'LE', stricter: 'smaller', rules: [usual(7, d.practice), shanghai(7)] },
  'congress.secret.scope': { ...exact, stricter: 'larger', shape: whole(1, 3), rules: [nation(1, notes.secretScope), shanghai(2, '', notes.secretScope), zhejiang(3, '', notes.secretScope), henan(1, '', notes.secretScope)] },
  'congress.presidium.size': { ...bands, rules: [
    usual([{ from: 0, to: 100, least: 3, most: 5 }, { from: 101, to: null, least: 7 }], d.practice),
    shanghai([{ from: 0, to: 29, least: 1 }, { from: 30, to: 100, least: 3, most: 5 }, { from: 101, to: null, least: 7 }]),
  ] },
  'congress.presidium.frontLineShare': { ...least, rules: [usual(part(1, 2), d.practice), shanghai(part(1, 2))] },
  'congress.sector.delegates': { ...people, shape: whole(1, 1_000), rules: [usual(30, d.practice), shanghai(30)] },
  'congress.sector.managersShare': { ...most, rules: [usual(part(3, 10), d.practice), shanghai(part(3, 10)), zhejiang(part(1, 5))] },
  'congress.sector.frontLineShare': { ...least, rules: [usual(part(1, 2), d.practice), shanghai(part(1, 2))] },
  'congress.proposal.seconders': { ...people, shape: whole(0, 50), rules: [usual(2, d.practice)] },
  'congress.proposal.answerWithinDays': { shape: whole(1, 365), unit: 'days', comparator: 'LE', stricter: 'smaller', rules: [usual(60, d.practice)] },
  'congress.workerDirector.fromWorkers': { ...people, stricter: 'smaller', shape: whole(1, 300), rules: [law(300, d.companyLaw, '68', '2024-07-01')] },
  'congress.workerSupervisors.share': { ...least, rules: [law(part(1, 3), d.companyLaw, '76', '2024-07-01')] },
  'congress.appraisal.turnout': { ...least, rules: [usual(part(2, 3), d.practice, '', notes.noStatute)] },
  'congress.appraisal.validity': { ...least, rules: [usual(part(2, 3), d.practice, '', notes.noStatute)] },
  'congress.appraisal.weightLeaders': { ...exact, shape: whole(1, 100), rules: [usual(30, d.practice, '', notes.noStatute)] },
  'congress.appraisal.weightMiddle': { ...exact, shape: whole(1, 100), rules: [usual(30, d.practice, '', notes.noStatute)] },
  'congress.appraisal.weightDelegates': { ...exact, shape: whole(1, 100), rules: [usual(40, d.practice, '', notes.noStatute)] },
  'congress.appraisal.competence.best': grade(100),
  'congress.appraisal.competence.good': grade(80),
  'congress.appraisal.competence.fair': grade(60),
  'congress.appraisal.competence.bad': grade(0),
  'congress.appraisal.satisfaction.best': grade(95),
  'congress.appraisal.satisfaction.good': grade(85),
  'congress.appraisal.satisfaction.fair': grade(70),
  'congress.appraisal.satisfaction.bad': grade(50),
  'congress.appraisal.talkAbove': { ...least, comparator: 'GT', stricter: 'nearer', rules: [usual(part(1, 3), d.practice, '', notes.noStatute)] },
  'congress.appraisal.removalFrom': { ...least, stricter: 'nearer', rules: [usual(part(1, 2), d.practice, '', notes.noStatute)] },
});
