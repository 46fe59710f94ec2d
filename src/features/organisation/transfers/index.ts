import { bind, feature } from '#platform/http';
import { cases } from '#engines/cases';
import * as deciding from './decide.service.ts';
import { invite } from './invite.service.ts';
import * as requesting from './request.service.ts';
import { api } from './transfers.contract.ts';
import { demo } from './transfers.demo.ts';
import { declareWork } from './transfers.jobs.ts';
import { transferProcess } from './transfers.process.ts';
import { words } from './transfers.words.ts';
import * as views from './views.service.ts';

cases.useProcess(transferProcess);

const deciders = ['chair', 'viceChair', 'organiser'] as const;

/** ORG-3: memberships handed from union to union with everybody's consent. */
export default feature({
  name: 'transfers',
  area: 'organisation',
  title: words.title,
  demo,
  jobs: declareWork,
  permissions: { 'transfers.read': [...deciders, 'committeeMember', 'groupLeader'], 'transfers.release': deciders, 'transfers.receive': deciders },
  routes: [
    bind(api.door, requesting.door), bind(api.unions, requesting.unions), bind(api.request, requesting.request), bind(api.requestOutside, requesting.requestOutside), bind(api.mine, views.mine),
    bind(api.accept, requesting.accept), bind(api.refuseOffer, requesting.refuseOffer), bind(api.register, views.register), bind(api.exportRegister, views.exportRegister, { statementTimeoutMs: 120_000 }),
    bind(api.offers, views.offers), bind(api.exportOffers, views.exportOffers), bind(api.invite, invite), bind(api.one, views.one), bind(api.withdraw, requesting.withdraw), bind(api.release, deciding.release), bind(api.receive, deciding.receive),
    bind(api.decline, deciding.decline), bind(api.object, deciding.object), bind(api.issue, deciding.issue),
  ],
});
