import { law, pack, usual } from '../rule.rules.ts';
import { documents as d } from './documents.words.ts';
import { notes } from './notes.words.ts';
import { securityTitles } from './titles.words.ts';

const whole = (min: number, max: number) => ({ kind: 'whole', min, max }) as const;
const atLeast = { comparator: 'GE', stricter: 'larger' } as const;
const atMost = { comparator: 'LE', stricter: 'smaller' } as const;

/** Signing in, sessions, passwords and logs (rules.md §23). */
export const security = pack('security', securityTitles, {
  'security.log.keepDays': { ...atLeast, shape: whole(180, 3_650), unit: 'days', rules: [law(180, d.cyberLaw, '23', '2026-01-01')] },
  'security.log.keepArchivedDays': { ...atLeast, shape: whole(180, 3_650), unit: 'days', rules: [usual(365, d.gradedProtection)] },
  'security.password.leastLength': { ...atLeast, shape: whole(8, 64), unit: 'characters', rules: [usual(8, d.gradedProtection)] },
  'security.password.leastLengthAdmin': { ...atLeast, shape: whole(8, 64), unit: 'characters', rules: [usual(12, d.gradedProtection, '', notes.adminsOnly)] },
  'security.password.leastClasses': { ...atLeast, shape: whole(1, 4), unit: 'count', rules: [usual(3, d.gradedProtection)] },
  'security.password.notLast': { ...atLeast, shape: whole(0, 24), unit: 'count', rules: [usual(5, d.gradedProtection)] },
  'security.password.adminMostDays': { ...atMost, shape: whole(30, 365), unit: 'days', rules: [usual(90, d.gradedProtection, '', notes.adminsOnly)] },
  'security.signIn.failuresBeforeLock': { ...atMost, shape: whole(3, 10), unit: 'count', rules: [usual(5, d.gradedProtection)] },
  'security.signIn.lockMinutes': { ...atLeast, shape: whole(5, 1_440), unit: 'minutes', rules: [usual(30, d.gradedProtection)] },
  'security.signIn.puzzleAfterFailures': { ...atMost, shape: whole(1, 10), unit: 'count', rules: [usual(3, d.product)] },
  'security.session.idleMinutes': { ...atMost, shape: whole(5, 1_440), unit: 'minutes', rules: [usual(30, d.gradedProtection)] },
  'security.session.idleMinutesAdmin': { ...atMost, shape: whole(5, 60), unit: 'minutes', rules: [usual(10, d.gradedProtection, '', notes.adminsOnly)] },
  'security.session.mostHours': { ...atMost, shape: whole(1, 720), unit: 'hours', rules: [usual(12, d.product)] },
  'security.session.mostPerAdmin': { ...atMost, shape: whole(1, 5), unit: 'count', rules: [usual(1, d.product, '', notes.adminsOnly)] },
  'security.assessment.everyYears': { ...atMost, shape: whole(1, 2), unit: 'years', rules: [usual(2, d.gradedProtection, '', notes.levelTwo)] },
});
