import { bind, feature } from '#platform/http';
import { cases } from '#engines/cases';
import { claims } from '#engines/claims';
import * as appraisals from './appraisal.service.ts';
import * as awards from './awards.service.ts';
import * as belonging from './belonging.service.ts';
import { api } from './clubs.contract.ts';
import { demo } from './clubs.demo.ts';
import { declareJobs } from './clubs.jobs.ts';
import { clubProcess } from './clubs.process.ts';
import { CATEGORIES, NO_LIMIT } from './clubs.rules.ts';
import { words } from './clubs.words.ts';
import * as deciding from './deciding.service.ts';
import { desk } from './desk.contract.ts';
import { meeting } from './gatherings.contract.ts';
import * as gathered from './meeting.service.ts';
import * as money from './money.service.ts';
import * as proposing from './proposing.service.ts';
import * as reporting from './reporting.service.ts';
import * as views from './views.service.ts';

cases.useProcess(clubProcess);
claims.useKind({ name: deciding.KIND, title: words.place, handed: words.handed, states: { taken: words.stateTaken, cancelled: words.stateLeft }, handsOver: false, noLimit: NO_LIMIT, memberPath: '/clubs/:id', consolePath: '/clubs/:id', keep: 'clubs.keep' });
claims.follow(deciding.KIND, deciding.followPlaces);
gathered.declarePhotos();
money.declareReceipts();

const keepers = ['chair', 'viceChair', 'organiser'] as const;
const deciders = ['chair', 'viceChair'] as const;

/** SVC-2: clubs that members found and lead, the union approves, grants and awards. */
export default feature({
  name: 'clubs',
  area: 'services',
  title: words.title,
  demo,
  jobs: declareJobs,
  codes: { 'club.category': { title: words.categories, values: Object.fromEntries(CATEGORIES.map((k) => [k, words[`category_${k}`]])) } },
  permissions: { 'clubs.join': ['person'], 'clubs.propose': ['member'], 'clubs.keep': keepers, 'clubs.grant': deciders, 'clubs.export': keepers },
  permissionWords: { 'clubs.join': words.mayJoin, 'clubs.propose': words.mayPropose, 'clubs.keep': words.mayKeep, 'clubs.grant': words.mayGrant, 'clubs.export': words.mayExport },
  routes: [
    bind(api.list, views.list), bind(api.start, proposing.start), bind(api.colleagues, proposing.colleagues), bind(api.propose, proposing.propose), bind(api.club, views.club), bind(api.save, proposing.save), bind(api.invite, proposing.invite), bind(api.uninvite, proposing.uninvite),
    bind(api.answer, proposing.answer), bind(api.submit, proposing.submit), bind(api.withdraw, proposing.withdraw), bind(api.join, belonging.join), bind(api.leave, belonging.leave), bind(api.members, belonging.members), bind(api.appoint, belonging.appoint),
    bind(api.dismiss, belonging.dismiss), bind(meeting.gatherings, gathered.gatherings), bind(meeting.exportGatherings, gathered.exportGatherings), bind(meeting.hold, gathered.hold), bind(meeting.gathering, gathered.gathering), bind(meeting.change, gathered.change), bind(meeting.drop, gathered.drop),
    bind(meeting.tick, gathered.tick), bind(meeting.here, gathered.here), bind(meeting.checkIn, gathered.checkIn), bind(meeting.rate, gathered.rate), bind(meeting.addPhotos, gathered.addPhotos), bind(meeting.money, money.ofClub), bind(meeting.exportCosts, money.exportCosts), bind(meeting.addCost, money.addCost),
    bind(meeting.removeCost, money.removeCost), bind(meeting.report, reporting.report), bind(meeting.sendReport, reporting.sendReport),
    bind(desk.register, views.register), bind(desk.exportRegister, views.exportRegister), bind(desk.approve, deciding.approve), bind(desk.giveBack, deciding.giveBack), bind(desk.decline, deciding.decline), bind(desk.suspend, deciding.suspend), bind(desk.resume, deciding.resume), bind(desk.dissolve, deciding.dissolve),
    bind(desk.grants, money.grants), bind(desk.exportGrants, money.exportGrants), bind(desk.grant, money.grant), bind(desk.setBudget, money.setBudget), bind(desk.appraisal, appraisals.appraisal), bind(desk.exportAppraisal, appraisals.exportAppraisal),
    bind(desk.awardLists, awards.awardLists), bind(desk.awardList, awards.awardList), bind(desk.makeAwards, awards.makeAwards), bind(desk.publishAwards, awards.publishAwards), bind(desk.exportAwards, awards.exportAwards),
  ],
});
