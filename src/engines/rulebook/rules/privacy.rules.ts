import { law, pack, usual } from '../rule.rules.ts';
import { documents as d } from './documents.words.ts';
import { notes } from './notes.words.ts';
import { privacyTitles } from './titles.words.ts';

const whole = (min: number, max: number) => ({ kind: 'whole', min, max }) as const;
const atLeast = { comparator: 'GE', stricter: 'larger' } as const;
const atMost = { comparator: 'LE', stricter: 'smaller' } as const;

/** Personal information (rules.md §22) and small groups in figures (techniques.md, secret ballots). */
export const privacy = pack('privacy', privacyTitles, {
  'privacy.smallestGroup': { ...atLeast, shape: whole(3, 50), unit: 'people', rules: [usual(5, d.product, '', notes.smallGroup)] },
  'privacy.request.answerWithinWorkdays': { ...atMost, shape: whole(1, 22), unit: 'workdays', rules: [usual(15, d.privacyStandard)] },
  'privacy.provisionRecord.keepYears': { ...atLeast, shape: whole(3, 50), unit: 'years', rules: [law(3, d.dataRegulations, '12', '2025-01-01')] },
  'privacy.impactRecord.keepYears': { ...atLeast, shape: whole(3, 50), unit: 'years', rules: [law(3, d.privacyLaw, '56', '2021-11-01')] },
  'privacy.guardianConsent.belowAge': {
    shape: whole(14, 18), unit: 'years', comparator: 'LT', stricter: 'larger', rules: [law(14, d.privacyLaw, '31', '2021-11-01')],
  },
  'privacy.vulnerability.reportWithinHours': { ...atMost, shape: whole(1, 24), unit: 'hours', rules: [law(24, d.dataRegulations, '10', '2025-01-01')] },
  'privacy.audit.everyYears': { ...atMost, shape: whole(1, 5), unit: 'years', rules: [law(2, d.privacyAudit, '', '2025-05-01', notes.overTenMillion)] },
});
