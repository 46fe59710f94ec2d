import { bind, feature } from '#platform/http';
import { cases } from '#engines/cases';
import * as answering from './answering.service.ts';
import * as gathering from './gathering.service.ts';
import * as measures from './measures.service.ts';
import * as proposals from './proposals.service.ts';
import * as survey from './survey.service.ts';
import { api } from './topics.contract.ts';
import { demo } from './topics.demo.ts';
import { declareWork } from './topics.jobs.ts';
import { measureProcess, topicProcess } from './topics.process.ts';
import * as topics from './topics.service.ts';
import { words } from './topics.words.ts';

cases.useProcess(topicProcess);
cases.useProcess(measureProcess);
measures.declareMeasures();

const deciding = ['chair', 'viceChair'] as const;
const working = [...deciding, 'mailboxClerk'] as const;
/** A page of look-alikes must never hold up the desk. */
const BOUNDED = { statementTimeoutMs: 5_000 };

/** BOX-3: one matter, many sites. */
export default feature({
  name: 'topics',
  area: 'mailbox',
  title: words.title,
  demo,
  jobs: declareWork,
  permissions: { 'topics.read': working, 'topics.work': working, 'topics.send': deciding },
  permissionWords: { 'topics.read': words.mayRead, 'topics.work': words.mayWork, 'topics.send': words.maySend },
  routes: [
    bind(api.register, topics.register), bind(api.exportRegister, topics.exportRegister), bind(api.open, topics.open), bind(api.topic, topics.topic),
    bind(api.letters, gathering.letters), bind(api.alike, gathering.alike, BOUNDED), bind(api.alikeLetter, gathering.alikeLetter, BOUNDED),
    bind(api.proposals, proposals.proposals, BOUNDED), bind(api.apart, proposals.apart), bind(api.together, proposals.together),
    bind(api.gather, gathering.gather), bind(api.release, gathering.release), bind(api.merge, gathering.merge), bind(api.split, gathering.split),
    bind(api.act, topics.act), bind(api.tell, topics.tell), bind(api.publish, topics.publish), bind(api.unpublish, topics.unpublish), bind(api.close, topics.close), bind(api.reopen, topics.reopen),
    bind(api.unions, measures.unions), bind(api.officers, measures.officers),
    bind(api.draft, survey.draft), bind(api.send, survey.send), bind(api.remind, survey.remind), bind(api.end, survey.end),
    bind(api.addMeasure, measures.addMeasure), bind(api.measure, measures.measure), bind(api.reportMeasure, measures.reportMeasure), bind(api.finishMeasure, measures.finishMeasure),
    bind(api.dropMeasure, measures.dropMeasure), bind(api.resumeMeasure, measures.resumeMeasure),
    bind(api.questionnaires, answering.questionnaires), bind(api.questionnaire, answering.questionnaire), bind(api.answer, answering.answer),
  ],
});
