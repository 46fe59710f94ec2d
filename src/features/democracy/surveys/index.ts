import { bind, feature } from '#platform/http';
import { ballots } from '#engines/ballot';
import { cases } from '#engines/cases';
import * as asking from './asking.service.ts';
import { countSurvey } from './counting.service.ts';
import * as drafting from './drafting.service.ts';
import * as findings from './findings.service.ts';
import { api, desk, found, telephone } from './surveys.contract.ts';
import { demo } from './surveys.demo.ts';
import { declareWork } from './surveys.jobs.ts';
import { words } from './surveys.words.ts';
import { taskProcess } from './tasks.process.ts';
import * as tasks from './tasks.service.ts';
import * as views from './views.service.ts';
import { votes } from './voting.contract.ts';
import * as voting from './voting.service.ts';

cases.useProcess(taskProcess);
ballots.useKind({ name: asking.KIND, title: words.kind, memberPath: '/surveys/:id', consolePath: '/surveys/:id', keep: 'surveys.keep', boardKept: true });
ballots.follow(asking.KIND, asking.followBallot);
ballots.follow(asking.KIND, countSurvey);

const tenant = ({ federation }: { federation: string }) => ({ federationId: federation });

/** DEM-4: surveys, from the first question to what was done about the answers. */
export default feature({
  name: 'surveys',
  area: 'democracy',
  title: words.title,
  demo,
  jobs: declareWork,
  permissions: { 'surveys.keep': ['chair', 'viceChair', 'organiser'], 'surveys.interview': ['chair', 'viceChair', 'organiser', 'groupLeader', 'socialWorker', 'committeeMember'], 'surveys.tasks': ['chair', 'viceChair', 'organiser', 'departmentLiaison', 'committeeMember'] },
  permissionWords: { 'surveys.keep': words.mayKeep, 'surveys.interview': words.mayInterview, 'surveys.tasks': words.mayTasks },
  routes: [
    bind(api.mine, views.mine), bind(api.one, views.one), bind(api.results, findings.openResults), bind(api.deeds, tasks.deeds), bind(api.link, views.link, { tenant }),
    bind(votes.booth, voting.booth, { tenant }), bind(votes.token, voting.token), bind(votes.linkToken, voting.linkToken, { tenant }), bind(votes.interviewToken, voting.interviewToken), bind(votes.cast, voting.cast), bind(votes.linkCast, voting.linkCast, { tenant }),
    bind(votes.interviewCast, voting.interviewCast), bind(telephone.people, voting.people), bind(telephone.begin, voting.beginInterview), bind(telephone.form, voting.interviewForm),
    bind(desk.register, views.register), bind(desk.exportRegister, views.exportRegister), bind(desk.kept, views.kept), bind(desk.create, drafting.create), bind(desk.change, drafting.change), bind(desk.discard, drafting.discard), bind(desk.again, drafting.again),
    bind(desk.announce, asking.announce), bind(desk.close, asking.close), bind(desk.callOff, asking.callOff), bind(desk.remind, asking.remind), bind(desk.reach, asking.reach), bind(desk.units, asking.units), bind(desk.links, asking.links),
    bind(desk.templates, drafting.templates), bind(desk.template, drafting.template), bind(desk.keepTemplate, drafting.keepTemplate), bind(desk.dropTemplate, drafting.dropTemplate),
    bind(found.results, findings.results), bind(found.cross, findings.cross), bind(found.exportResults, findings.exportResults), bind(found.remarks, findings.remarks), bind(found.exportRemarks, findings.exportRemarks), bind(found.nameTopic, findings.nameTopic), bind(found.mergeTopics, findings.mergeTopics),
    bind(found.tasks, tasks.tasks), bind(found.exportTasks, tasks.exportTasks), bind(found.task, tasks.task), bind(found.addTask, tasks.addTask), bind(found.stepTask, tasks.stepTask),
  ],
});
