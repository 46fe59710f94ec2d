import { bind, feature } from '#platform/http';
import { cases } from '#engines/cases';
import { api } from './briefings.contract.ts';
import { demo } from './briefings.demo.ts';
import { declareWork } from './briefings.jobs.ts';
import { briefingProcess, laterProcess } from './briefings.process.ts';
import { words } from './briefings.words.ts';
import * as figures from './figures.service.ts';
import * as holding from './holding.service.ts';
import * as room from './room.service.ts';
import * as views from './views.service.ts';

cases.useProcess(briefingProcess);
cases.useProcess(laterProcess);
views.declareFiles();

const keepers = ['chair', 'viceChair', 'organiser'] as const;

/** DEM-7: briefings of the workers, at least twice a year, with questions from the room. */
export default feature({
  name: 'briefings',
  area: 'democracy',
  title: words.title,
  demo,
  jobs: declareWork,
  permissions: { 'briefings.attend': ['person'], 'briefings.keep': keepers, 'briefings.export': keepers },
  permissionWords: { 'briefings.attend': words.mayAttend, 'briefings.keep': words.mayKeep, 'briefings.export': words.mayExport },
  routes: [
    bind(api.list, views.list), bind(api.one, views.one), bind(api.questions, views.questions), bind(api.checkIn, room.checkIn), bind(api.ask, room.ask), bind(api.vote, room.vote), bind(api.later, views.later), bind(api.register, views.register), bind(api.exportRegister, figures.exportRegister),
    bind(api.plan, holding.plan), bind(api.change, holding.change), bind(api.start, holding.start), bind(api.end, holding.end), bind(api.callOff, holding.callOff), bind(api.publish, holding.publish), bind(api.moderate, holding.moderate), bind(api.answer, holding.answer), bind(api.screen, views.screen),
    bind(api.attendance, views.attendance), bind(api.exportAttendance, figures.exportAttendance), bind(api.statistics, figures.statistics), bind(api.exportStatistics, figures.exportStatistics),
  ],
});
