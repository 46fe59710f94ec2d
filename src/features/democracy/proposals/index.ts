import { bind, feature } from '#platform/http';
import { cases } from '#engines/cases';
import * as answering from './answering.service.ts';
import * as collecting from './collecting.service.ts';
import * as deciding from './deciding.service.ts';
import { desk } from './desk.contract.ts';
import * as moving from './moving.service.ts';
import { api } from './proposals.contract.ts';
import { demo } from './proposals.demo.ts';
import { declareWork } from './proposals.jobs.ts';
import { proposalProcess } from './proposals.process.ts';
import { KINDS } from './proposals.rules.ts';
import { words } from './proposals.words.ts';
import * as rewards from './rewards.service.ts';
import * as views from './views.service.ts';

cases.useProcess(proposalProcess);
views.declareFiles();
rewards.declarePurpose();

const deciders = ['chair', 'viceChair', 'organiser'] as const;

/** DEM-2: proposals of the workers' congress. */
export default feature({
  name: 'proposals',
  area: 'democracy',
  title: words.title,
  demo,
  jobs: declareWork,
  codes: { 'proposal.kind': { title: words.kinds, values: Object.fromEntries(KINDS.map((k) => [k, words[`kind_${k}`]])) } },
  permissions: { 'proposals.see': ['member'], 'proposals.move': ['member'], 'proposals.read': [...deciders, 'committeeMember', 'accountant'], 'proposals.decide': deciders, 'proposals.export': deciders, 'proposals.reward': ['chair', 'viceChair', 'accountant'] },
  permissionWords: { 'proposals.see': words.maySee, 'proposals.move': words.mayMove, 'proposals.read': words.mayRead, 'proposals.decide': words.mayDecide, 'proposals.export': words.mayExport, 'proposals.reward': words.mayReward },
  routes: [
    bind(api.start, moving.start), bind(api.list, views.list), bind(api.exportList, views.exportList), bind(api.mine, views.mine), bind(api.one, views.one), bind(api.lookAlikes, moving.lookAlikes), bind(api.delegates, moving.delegates), bind(api.move, moving.move), bind(api.amend, moving.amend),
    bind(api.invite, moving.invite), bind(api.second, moving.second), bind(api.submit, moving.submit), bind(api.complete, moving.complete), bind(api.withdraw, moving.withdraw), bind(api.rate, answering.rate), bind(api.follow, views.follow),
    bind(desk.register, views.register), bind(desk.exportRegister, views.exportRegister), bind(desk.collections, collecting.collections), bind(desk.call, collecting.call), bind(desk.change, collecting.change), bind(desk.report, collecting.report), bind(desk.exportReport, collecting.exportReport), bind(desk.reported, collecting.reported),
    bind(desk.rewards, rewards.rewards), bind(desk.exportRewards, rewards.exportRewards), bind(desk.draw, rewards.draw), bind(desk.officers, deciding.officers), bind(desk.targets, deciding.targets), bind(desk.giveBack, deciding.giveBack), bind(desk.decide, deciding.decide), bind(desk.takeBack, deciding.takeBack),
    bind(desk.assign, deciding.assign), bind(desk.progress, answering.progress), bind(desk.opinion, answering.opinion), bind(desk.answer, answering.answer), bind(desk.close, answering.close), bind(desk.hot, deciding.hot),
  ],
});
