import { defineProcess } from '#engines/cases';
import { words as w } from './briefings.words.ts';

const keep = 'briefings.keep';

/** A briefing from its invitation to its minutes. */
export const briefingProcess = defineProcess({
  name: 'briefing',
  title: w.briefing,
  prefix: w.prefix,
  start: 'planned',
  states: {
    planned: { word: w.state_planned, waits: 'office', for: keep, place: 1 },
    live: { word: w.state_live, waits: 'office', for: keep, place: 2 },
    ended: { word: w.state_ended, waits: 'office', for: keep, place: 3 },
    published: { word: w.state_published, waits: 'nobody', place: 4 },
    calledOff: { word: w.state_calledOff, waits: 'nobody' },
  },
  steps: {
    start: { word: w.did_start, button: w.start, from: ['planned'], to: 'live', can: keep },
    end: { word: w.did_end, button: w.end, from: ['live'], to: 'ended', can: keep, starts: ['finish'] },
    publish: { word: w.did_publish, button: w.publish, from: ['ended'], to: 'published', can: keep, stops: ['finish'] },
    callOff: { word: w.did_callOff, button: w.callOff, from: ['planned'], to: 'calledOff', can: keep, needs: ['text'], stops: ['finish'] },
  },
  rules: { clocks: { finish: 'briefings.minutes.withinWorkdays' }, escalateEvery: 'disclosure.escalate.everyWorkdays' },
  readers: keep,
  memberPath: '/briefings/:id',
  consolePath: '/briefings/:id',
});

/** A question that was not answered while the briefing lasted; its day of answer is given when it is opened. */
export const laterProcess = defineProcess({
  name: 'briefingQuestion',
  title: w.question,
  prefix: w.questionPrefix,
  start: 'asked',
  states: { asked: { word: w.question_asked, waits: 'office', for: keep, place: 1 }, answered: { word: w.question_answered, waits: 'nobody', place: 2 } },
  steps: { answer: { word: w.did_answer, button: w.answer, from: ['asked'], to: 'answered', can: keep, needs: ['text'], stops: ['answer'], tellsAuthor: { title: w.tellAnswered, body: w.tellAnsweredBody } } },
  rules: { clocks: {}, escalateEvery: 'disclosure.escalate.everyWorkdays' },
  readers: keep,
  arrives: { title: w.tellLater, body: w.tellLaterBody },
  memberPath: '/briefing-questions/:id',
  consolePath: '/briefing-questions/:id',
});
