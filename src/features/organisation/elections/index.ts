import { bind, feature } from '#platform/http';
import { ballots } from '#engines/ballot';
import { cases } from '#engines/cases';
import type { Actor, Tx } from '#shared/call';
import * as counting from './counting.service.ts';
import { contests, desk, mine, terms } from './elections.contract.ts';
import { demo } from './elections.demo.ts';
import { declareJobs } from './elections.jobs.ts';
import { electionProcess } from './elections.process.ts';
import { words } from './elections.words.ts';
import * as filing from './filing.service.ts';
import * as my from './my.service.ts';
import * as nominees from './nominees.service.ts';
import * as planning from './planning.service.ts';
import * as watch from './terms.service.ts';
import * as views from './views.service.ts';
import * as voting from './voting.service.ts';

cases.useProcess(electionProcess);
nominees.declarePictures();
ballots.useKind({ name: voting.KIND, title: words.kind, memberPath: '/ballots/:id', consolePath: '/elections', keep: 'elections.keep' });
ballots.follow(voting.KIND, voting.follow);

const keepers = ['chair', 'viceChair', 'organiser'] as const;
const callOff = (tx: Tx, by: Actor, d: Parameters<typeof planning.callOff>[2]) => planning.callOff(tx, by, d, (e) => voting.stopVotes(tx, by, e));

/** ORG-8: elections and terms of union committees. */
export default feature({
  name: 'elections',
  area: 'organisation',
  title: words.title,
  demo,
  jobs: declareJobs,
  permissions: { 'elections.keep': keepers, 'elections.approve': keepers, 'elections.count': [...keepers, 'committeeMember', 'auditor'], 'elections.export': keepers },
  permissionWords: { 'elections.keep': words.mayKeep, 'elections.approve': words.mayApprove, 'elections.count': words.mayCount, 'elections.export': words.mayExport },
  routes: [
    bind(terms.list, watch.list), bind(terms.exportTerms, watch.exportTerms), bind(terms.remind, watch.remind), bind(desk.register, views.register), bind(desk.exportRegister, views.exportRegister), bind(desk.look, planning.look), bind(desk.start, planning.start), bind(desk.change, planning.change), bind(desk.one, views.one),
    bind(desk.reportPlan, planning.reportPlan), bind(desk.answer, filing.answer), bind(desk.people, nominees.people), bind(desk.nominate, nominees.nominate), bind(desk.setNominee, nominees.setNominee), bind(desk.reportCandidates, nominees.reportCandidates), bind(desk.publish, nominees.publish), bind(desk.announceVote, voting.announceVote),
    bind(desk.chairVote, voting.chairVote), bind(desk.voters, counting.voters), bind(desk.handOut, counting.handOut), bind(desk.identify, counting.identify), bind(desk.reportResult, filing.reportResult), bind(desk.callOff, callOff),
    bind(contests.open, voting.open), bind(contests.close, voting.close), bind(contests.enter, counting.enter), bind(contests.declare, counting.declare), bind(contests.again, voting.again), bind(contests.leaveOpen, counting.leaveOpen),
    bind(mine.list, my.list), bind(mine.one, my.one), bind(mine.people, my.colleagues), bind(mine.propose, my.propose), bind(mine.takeBack, my.takeBack),
  ],
});
