import { bind, feature } from '#platform/http';
import * as allocations from './allocations.service.ts';
import * as applying from './applying.service.ts';
import * as checking from './checking.service.ts';
import { desk } from './desk.contract.ts';
import * as office from './desk.service.ts';
import { api } from './housing.contract.ts';
import { demo } from './housing.demo.ts';
import { declareJobs } from './housing.jobs.ts';
import { words } from './housing.words.ts';
import { declareQueue } from './queue.service.ts';
import * as tenancies from './tenancies.service.ts';
import * as views from './views.service.ts';

declareQueue();
applying.declarePapers();
tenancies.declarePhotos();

const keepers = ['chair', 'viceChair', 'organiser'] as const;

/** SVC-10: flats in strict order (公租房). */
export default feature({
  name: 'housing',
  area: 'services',
  title: words.title,
  demo,
  jobs: declareJobs,
  permissions: { 'housing.apply': ['member'], 'housing.keep': keepers, 'housing.check': keepers, 'housing.export': keepers },
  permissionWords: { 'housing.apply': words.mayApply, 'housing.keep': words.mayKeep, 'housing.check': words.mayCheck, 'housing.export': words.mayExport },
  routes: [
    bind(api.allocations, views.list), bind(api.allocation, views.allocation), bind(api.list, views.published), bind(api.mine, views.mine), bind(api.application, views.application), bind(api.draft, applying.draft), bind(api.save, applying.save),
    bind(api.submit, applying.submit), bind(api.complete, applying.complete), bind(api.object, applying.object), bind(api.withdraw, applying.withdraw), bind(api.answer, applying.answer), bind(api.leave, applying.leave), bind(api.sign, tenancies.sign),
    bind(desk.register, office.register), bind(desk.exportRegister, office.exportRegister), bind(desk.put, allocations.put), bind(desk.save, allocations.save), bind(desk.open, allocations.open), bind(desk.closeApplications, allocations.closeApplications),
    bind(desk.start, allocations.start), bind(desk.callOff, allocations.callOff), bind(desk.putFlat, allocations.putFlat), bind(desk.applications, office.applications), bind(desk.exportApplications, office.exportApplications), bind(desk.papers, checking.papers),
    bind(desk.ask, checking.ask), bind(desk.accept, checking.accept), bind(desk.reject, checking.reject), bind(desk.uphold, checking.uphold), bind(desk.queue, office.inQueue), bind(desk.exportQueue, office.exportQueue), bind(desk.tenancies, office.tenancies),
    bind(desk.exportTenancies, office.exportTenancies), bind(desk.tenancy, office.tenancy), bind(desk.notice, tenancies.notice), bind(desk.plan, tenancies.plan), bind(desk.record, tenancies.record), bind(desk.statistics, office.statistics), bind(desk.exportStatistics, office.exportStatistics),
  ],
});
