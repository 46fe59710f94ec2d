import { law, pack, usual } from '../rule.rules.ts';
import { documents as d } from './documents.words.ts';
import { notes } from './notes.words.ts';
import { letterTitles } from './titles.words.ts';

const PETITIONS = '2022-05-01';
const whole = (min: number, max: number) => ({ kind: 'whole', min, max }) as const;
const own = { stricter: 'smaller', comparator: 'LE' } as const;

/** The chairperson's mailbox, reception days and contact boxes (rules.md §11, systems.md A12). */
export const letters = pack('letters', letterTitles, {
  'letters.accept.withinWorkdays': { ...own, shape: whole(1, 10), unit: 'workdays', rules: [usual(2, d.product, '', notes.noMailboxLaw)] },
  'letters.firstAnswer.withinWorkdays': { ...own, shape: whole(1, 15), unit: 'workdays', rules: [usual(7, d.product, '', notes.noMailboxLaw)] },
  'letters.finish.withinWorkdays': { ...own, shape: whole(1, 40), unit: 'workdays', rules: [usual(15, d.product, '', notes.noMailboxLaw)] },
  'letters.finishComplex.withinWorkdays': { ...own, shape: whole(1, 60), unit: 'workdays', rules: [usual(30, d.product, '', notes.noMailboxLaw)] },
  'letters.route.withinDays': { ...own, shape: whole(1, 15), unit: 'days', rules: [law(15, d.petitions, '22', PETITIONS, notes.outerBound)] },
  'letters.notOurs.withinWorkdays': { ...own, shape: whole(1, 5), unit: 'workdays', rules: [law(5, d.petitions, '', PETITIONS)] },
  'letters.lawfulFinish.withinDays': { ...own, shape: whole(1, 60), unit: 'days', rules: [law(60, d.petitions, '34', PETITIONS, notes.outerBound)] },
  'letters.lawfulExtension.atMostDays': { ...own, shape: whole(0, 30), unit: 'days', rules: [law(30, d.petitions, '34', PETITIONS, notes.outerBound)] },
  'letters.lawfulReview.askWithinDays': { shape: whole(1, 365), unit: 'days', comparator: 'LE', stricter: 'larger', rules: [law(30, d.petitions, '35', PETITIONS)] },
  'letters.lawfulReview.answerWithinDays': { ...own, shape: whole(1, 30), unit: 'days', rules: [law(30, d.petitions, '35', PETITIONS)] },
  'letters.lawfulRecheck.askWithinDays': { shape: whole(1, 365), unit: 'days', comparator: 'LE', stricter: 'larger', rules: [law(30, d.petitions, '36', PETITIONS)] },
  'letters.lawfulRecheck.answerWithinDays': { ...own, shape: whole(1, 30), unit: 'days', rules: [law(30, d.petitions, '36', PETITIONS)] },
  'letters.revisit.afterWeeks': { shape: whole(1, 26), unit: 'weeks', comparator: 'EQ', stricter: 'nearer', rules: [usual(4, d.product)] },
  'letters.escalate.everyWorkdays': { ...own, shape: whole(1, 10), unit: 'workdays', rules: [usual(2, d.product)] },
  'letters.closeUnrated.afterDays': { shape: whole(3, 90), unit: 'days', comparator: 'GE', stricter: 'larger', rules: [usual(10, d.product)] },
  'letters.reopen.withinDays': { shape: whole(7, 365), unit: 'days', comparator: 'LE', stricter: 'larger', rules: [usual(30, d.product)] },
  'letters.workingHours': {
    shape: { kind: 'hours' }, unit: 'clock', comparator: 'EQ', stricter: 'nearer',
    rules: [usual([['09:00', '12:00'], ['13:30', '18:00']], d.product)],
  },
  'reception.leastPerMonth': { shape: whole(1, 10), unit: 'perMonth', comparator: 'GE', stricter: 'larger', rules: [usual(1, d.practice)] },
  'contactBoxes.open.everyDays': { ...own, shape: whole(1, 31), unit: 'days', rules: [usual(7, d.practice)] },
  'contactBoxes.late.withinWorkdays': { ...own, shape: whole(1, 5), unit: 'workdays', rules: [usual(1, d.product)] },
  'contactBoxes.correct.withinDays': { ...own, shape: whole(1, 31), unit: 'days', rules: [usual(7, d.product)] },
});
