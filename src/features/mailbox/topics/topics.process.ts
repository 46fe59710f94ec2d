import { defineProcess } from '#engines/cases';
import { words as w } from './topics.words.ts';

/** One matter that several letters raise: gathered, asked about, dealt with, told to every writer. */
export const topicProcess = defineProcess({
  name: 'topic',
  title: w.topic,
  prefix: w.topicPrefix,
  start: 'gathering',
  states: {
    gathering: { word: w.gathering, waits: 'office', place: 1 },
    surveying: { word: w.surveying, waits: 'office', place: 2 },
    measures: { word: w.measures, waits: 'office', place: 3 },
    told: { word: w.told, waits: 'office', place: 4 },
    closed: { word: w.closed, waits: 'nobody', place: 5 },
    merged: { word: w.merged, waits: 'nobody' },
  },
  steps: {
    survey: { word: w.didSurvey, button: w.survey, from: ['gathering'], to: 'surveying', can: 'topics.send' },
    remind: { word: w.didRemind, button: w.remind, from: ['surveying'], to: 'same', can: 'topics.work' },
    count: { word: w.didCount, button: w.count, from: ['surveying'], to: 'same', can: 'system', tellsOffice: { title: w.tellCounted, body: w.tellCountedBody } },
    act: { word: w.didAct, button: w.act, from: ['gathering', 'surveying'], to: 'measures', can: 'topics.work' },
    tell: { word: w.didTell, button: w.tell, from: ['measures'], to: 'told', can: 'topics.send', needs: ['text'] },
    close: { word: w.didClose, button: w.close, from: ['gathering', 'told'], to: 'closed', can: 'topics.work' },
    reopen: { word: w.didReopen, button: w.reopen, from: ['closed'], to: 'measures', can: 'topics.work', needs: ['text'] },
    merge: { word: w.didMerge, button: w.merge, from: ['gathering'], to: 'merged', can: 'topics.work' },
    split: { word: w.didSplit, button: w.split, from: ['merged'], to: 'gathering', can: 'topics.work' },
  },
  rules: { clocks: {} },
  readers: 'topics.read',
  memberPath: '/questionnaires',
  consolePath: '/topics/:id',
});

/** What a union is to do about a topic until a day; late ones are reported up like letters. */
export const measureProcess = defineProcess({
  name: 'measure',
  title: w.measure,
  prefix: w.measurePrefix,
  start: 'open',
  states: {
    open: { word: w.measureOpen, waits: 'office', place: 1 },
    done: { word: w.measureDone, waits: 'nobody', place: 2 },
    dropped: { word: w.measureDropped, waits: 'nobody' },
  },
  steps: {
    assign: { word: w.didAssign, button: w.assign, from: ['open'], to: 'same', can: 'topics.work', needs: ['assignee'] },
    report: { word: w.didReport, button: w.report, from: ['open'], to: 'same', can: 'topics.work', assigneeToo: true, needs: ['text'] },
    finish: { word: w.didFinish, button: w.finish, from: ['open'], to: 'done', can: 'topics.work', assigneeToo: true, needs: ['text'], stops: ['finish'] },
    drop: { word: w.didDrop, button: w.drop, from: ['open'], to: 'dropped', can: 'topics.work', needs: ['text'], stops: ['finish'] },
    resume: { word: w.didResume, button: w.resume, from: ['done', 'dropped'], to: 'open', can: 'topics.work' },
  },
  rules: { clocks: {}, escalateEvery: 'letters.escalate.everyWorkdays' },
  readers: 'topics.read',
  arrives: { title: w.measureArrives, body: w.measureArrivesBody },
  memberPath: '/questionnaires',
  consolePath: '/measures/:id',
});
