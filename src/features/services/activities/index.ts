import { bind, feature } from '#platform/http';
import { cases } from '#engines/cases';
import { claims } from '#engines/claims';
import { api } from './activities.contract.ts';
import { demo } from './activities.demo.ts';
import { declareJobs } from './activities.jobs.ts';
import { activityProcess } from './activities.process.ts';
import { KINDS } from './activities.rules.ts';
import { words } from './activities.words.ts';
import * as costs from './costs.service.ts';
import * as deciding from './deciding.service.ts';
import { desk } from './desk.contract.ts';
import * as office from './desk.service.ts';
import * as drafting from './drafting.service.ts';
import * as photos from './photos.service.ts';
import * as taking from './taking.service.ts';
import * as views from './views.service.ts';

cases.useProcess(activityProcess);
claims.useKind({ name: 'activity', title: words.activity, handed: words.handed, states: { taken: words.stateTaken }, times: words.checkInTimes, memberPath: '/activities/:id', consolePath: '/activities/:id', keep: 'activities.keep' });
photos.declareFiles();

const keepers = ['chair', 'viceChair', 'organiser', 'womenDirector'] as const;

/** SVC-1: activities that any worker drafts, the union approves and others join. */
export default feature({
  name: 'activities',
  area: 'services',
  title: words.title,
  demo,
  jobs: declareJobs,
  codes: { 'activity.kind': { title: words.kinds, values: Object.fromEntries(KINDS.map((k) => [k, words[`kind_${k}`]])) } },
  permissions: { 'activities.join': ['person'], 'activities.draft': ['member', ...keepers], 'activities.keep': keepers, 'activities.export': keepers },
  permissionWords: { 'activities.join': words.mayJoin, 'activities.draft': words.mayDraft, 'activities.keep': words.mayKeep, 'activities.export': words.mayExport },
  routes: [
    bind(api.list, views.list), bind(api.hosts, views.hosts), bind(api.activity, views.activity), bind(api.start, drafting.start), bind(api.mine, views.mine), bind(api.draft, drafting.draft), bind(api.save, drafting.save), bind(api.submit, drafting.submit),
    bind(api.withdraw, drafting.withdraw), bind(api.copy, drafting.copy), bind(api.signUp, taking.signUp), bind(api.entry, taking.entry), bind(api.checkIn, taking.checkIn), bind(api.calendar, taking.calendar), bind(api.rate, taking.rate),
    bind(api.photos, photos.photos), bind(api.addPhotos, photos.addPhotos), bind(api.contest, photos.contest), bind(api.takeBack, photos.takeBack),
    bind(desk.register, office.register), bind(desk.exportRegister, office.exportRegister), bind(desk.approve, deciding.approve), bind(desk.giveBack, deciding.giveBack), bind(desk.decline, deciding.decline), bind(desk.publish, deciding.publish), bind(desk.drop, deciding.drop),
    bind(desk.repeat, deciding.repeat), bind(desk.amend, deciding.amend), bind(desk.callOff, deciding.callOff), bind(desk.close, deciding.close), bind(desk.here, office.here), bind(desk.answers, office.answers), bind(desk.openFamily, office.openFamily),
    bind(desk.exportAnswers, office.exportAnswers), bind(desk.releasePhoto, photos.releasePhoto), bind(desk.removePhoto, photos.removePhoto), bind(desk.costs, costs.costs), bind(desk.addCost, costs.addCost), bind(desk.removeCost, costs.removeCost),
    bind(desk.statistics, costs.statistics), bind(desk.exportStatistics, costs.exportStatistics),
  ],
});
