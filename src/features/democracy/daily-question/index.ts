import { bind, feature } from '#platform/http';
import * as answering from './answering.service.ts';
import * as bank from './bank.service.ts';
import * as boards from './boards.service.ts';
import { api } from './daily-question.contract.ts';
import { demo } from './daily-question.demo.ts';
import { declareWork } from './daily-question.jobs.ts';
import { words } from './daily-question.words.ts';
import * as figures from './figures.service.ts';
import * as schedule from './schedule.service.ts';

/** DEM-6: one question a day, with streaks and points. */
export default feature({
  name: 'daily-question',
  area: 'democracy',
  title: words.title,
  demo,
  jobs: declareWork,
  permissions: { 'dailyQuestion.keep': ['chair', 'viceChair', 'organiser'] },
  permissionWords: { 'dailyQuestion.keep': words.mayKeep },
  routes: [
    bind(api.today, answering.today), bind(api.answer, answering.answer), bind(api.month, answering.month), bind(api.past, answering.past), bind(api.wrong, answering.wrong), bind(api.review, answering.review),
    bind(api.boards, boards.boards), bind(api.open, boards.open), bind(api.amendBoard, boards.amendBoard),
    bind(api.bank, bank.bank), bind(api.exportBank, bank.exportBank), bind(api.add, bank.add), bind(api.amend, bank.amend), bind(api.turn, bank.turn), bind(api.readSheet, bank.readBank, { prepare: bank.receive }), bind(api.takeSheet, bank.takeBank),
    bind(api.schedule, schedule.schedule), bind(api.put, schedule.put), bind(api.clear, schedule.clear), bind(api.fill, schedule.fill), bind(api.voidDay, schedule.voidDay),
    bind(api.dayFigures, figures.dayFigures), bind(api.statistics, figures.statistics), bind(api.exportStatistics, figures.exportStatistics),
  ],
});
