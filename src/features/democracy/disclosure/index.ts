import { bind, feature } from '#platform/http';
import { cases } from '#engines/cases';
import { ENTRIES } from './catalogue.rules.ts';
import * as circles from './circles.service.ts';
import * as deciding from './deciding.service.ts';
import { desk } from './desk.contract.ts';
import * as office from './desk.service.ts';
import { api } from './disclosure.contract.ts';
import { demo } from './disclosure.demo.ts';
import { declareWork } from './disclosure.jobs.ts';
import { disclosureProcess, questionProcess } from './disclosure.process.ts';
import { words } from './disclosure.words.ts';
import * as duties from './duties.service.ts';
import * as figures from './figures.service.ts';
import * as questions from './questions.service.ts';
import * as views from './views.service.ts';
import * as writing from './writing.service.ts';

cases.useProcess(disclosureProcess);
cases.useProcess(questionProcess);
writing.declareFiles();

const keepers = ['chair', 'viceChair', 'organiser', 'mailboxClerk'] as const;
const checkers = ['chair', 'viceChair', 'committeeMember', 'departmentLiaison', 'accountant', 'auditor'] as const;

/** DEM-5: disclosure of an employer's affairs to its workers. */
export default feature({
  name: 'disclosure',
  area: 'democracy',
  title: words.title,
  demo,
  jobs: declareWork,
  codes: { 'disclosure.entry': { title: words.entries, values: Object.fromEntries(ENTRIES.map((e) => [e, words[`entry_${e}`]])) } },
  permissions: { 'disclosure.read': ['person'], 'disclosure.desk': [...new Set([...keepers, ...checkers])], 'disclosure.keep': keepers, 'disclosure.check': checkers, 'disclosure.answer': [...keepers, 'departmentLiaison'], 'disclosure.export': keepers },
  permissionWords: { 'disclosure.read': words.mayRead, 'disclosure.desk': words.mayDesk, 'disclosure.keep': words.mayKeep, 'disclosure.check': words.mayCheck, 'disclosure.answer': words.mayAnswer, 'disclosure.export': words.mayExport },
  routes: [
    bind(api.list, views.list), bind(api.waiting, views.waiting), bind(api.one, views.one), bind(api.version, views.version), bind(api.read, views.read), bind(api.understood, views.understood), bind(api.ask, questions.ask), bind(api.mine, questions.mine),
    bind(desk.register, office.register), bind(desk.exportRegister, office.exportRegister), bind(desk.item, office.item), bind(desk.draft, writing.draft), bind(desk.save, writing.save), bind(desk.submit, writing.submit), bind(desk.giveBack, deciding.giveBack), bind(desk.clear, deciding.clear),
    bind(desk.nothing, deciding.nothing), bind(desk.takeUp, deciding.takeUp), bind(desk.drop, deciding.drop), bind(desk.rectify, deciding.rectify), bind(desk.withdraw, deciding.withdraw), bind(desk.close, deciding.close), bind(desk.archive, deciding.archive), bind(desk.remind, deciding.remind),
    bind(desk.awareness, office.awareness), bind(desk.exportAwareness, office.exportAwareness), bind(desk.catalogue, duties.catalogue), bind(desk.setOwnership, duties.setOwnership), bind(desk.agree, duties.agree), bind(desk.endAgreed, duties.endAgreed), bind(desk.congress, duties.congress),
    bind(desk.calendar, duties.calendar), bind(desk.exportCalendar, office.exportCalendar), bind(desk.circles, circles.circles), bind(desk.makeCircle, circles.makeCircle), bind(desk.circlePeople, circles.circlePeople), bind(desk.setCircle, circles.setCircle),
    bind(desk.questions, questions.questions), bind(desk.exportQuestions, office.exportQuestions), bind(desk.question, questions.question), bind(desk.answer, questions.answer), bind(desk.statistics, figures.statistics), bind(desk.exportStatistics, figures.exportStatistics), bind(desk.board, office.board),
  ],
});
