import { bind, feature } from '#platform/http';
import { exportBook } from './book.service.ts';
import * as booklets from './booklets.service.ts';
import * as figures from './figures.service.ts';
import { api } from './indicators.contract.ts';
import { demo } from './indicators.demo.ts';
import { words } from './indicators.words.ts';
import * as lists from './lists.service.ts';
import * as reports from './reports.service.ts';
import * as targets from './targets.service.ts';

const settling = ['suggestionOffice', 'chair'] as const;
const slow = { statementTimeoutMs: 120_000 };

/** INN-3: the five rates of the suggestion scheme with their own denominators, targets, ranking, reports, the booklet of the best. */
export default feature({
  name: 'indicators',
  area: 'innovation',
  title: words.title,
  demo,
  permissions: { 'indicators.read': [...settling, 'viceChair', 'committeeMember', 'accountant', 'suggestionSpecialist'], 'indicators.settle': settling },
  routes: [
    bind(api.schemes, figures.schemes), bind(api.figures, figures.figures), bind(api.mine, figures.mine),
    bind(api.items, lists.items), bind(api.exportItems, lists.exportItems, slow), bind(api.people, lists.people), bind(api.exportPeople, lists.exportPeople, slow), bind(api.exportBook, exportBook, slow),
    bind(api.targets, targets.targets), bind(api.setTargets, targets.setTargets), bind(api.copyTargets, targets.copyTargets),
    bind(api.reports, reports.reports), bind(api.report, reports.report), bind(api.keep, reports.keep),
    bind(api.booklet, booklets.booklet), bind(api.candidates, booklets.candidates), bind(api.saveBooklet, booklets.saveBooklet),
  ],
});
