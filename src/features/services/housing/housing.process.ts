import { defineProcess } from '#engines/cases';
import { words as w } from './housing.words.ts';

const check = 'housing.check';

/** From a draft to a place in the queue. Periods: rulebook `housing.*`. */
export const applicationProcess = defineProcess({
  name: 'housingApplication',
  title: w.application,
  prefix: w.prefix,
  start: 'drafted',
  states: {
    drafted: { word: w.drafted, waits: 'author', place: 1 },
    submitted: { word: w.submitted, waits: 'office', for: check, place: 2 },
    incomplete: { word: w.incomplete, waits: 'author' },
    accepted: { word: w.accepted, waits: 'nobody', place: 3 },
    rejected: { word: w.rejected, waits: 'nobody' },
    objected: { word: w.objected, waits: 'office', for: check },
    upheld: { word: w.upheld, waits: 'nobody' },
    withdrawn: { word: w.withdrawn, waits: 'nobody' },
  },
  steps: {
    submit: { word: w.didSubmit, button: w.submit, from: ['drafted'], to: 'submitted', can: 'author', starts: ['answer'], tellsOffice: { title: w.arrives, body: w.arrivesBody } },
    ask: { word: w.didAsk, button: w.ask, from: ['submitted'], to: 'incomplete', can: check, needs: ['text'], stops: ['answer'], tellsAuthor: { title: w.tellAsked, body: w.tellAskedBody } },
    complete: { word: w.didComplete, button: w.complete, from: ['incomplete'], to: 'submitted', can: 'author', starts: ['answer'], tellsOffice: { title: w.completed, body: w.arrivesBody } },
    accept: { word: w.didAccept, button: w.accept, from: ['submitted', 'objected'], to: 'accepted', can: check, stops: ['answer'], tellsAuthor: { title: w.tellAccepted, body: w.tellAcceptedBody } },
    reject: { word: w.didReject, button: w.reject, from: ['submitted'], to: 'rejected', can: check, needs: ['text'], stops: ['answer'], tellsAuthor: { title: w.tellRejected, body: w.tellRejectedBody } },
    object: { word: w.didObject, button: w.object, from: ['rejected'], to: 'objected', can: 'author', needs: ['text'], starts: ['answer'], tellsOffice: { title: w.objectionArrives, body: w.arrivesBody } },
    uphold: { word: w.didUphold, button: w.uphold, from: ['objected'], to: 'upheld', can: check, needs: ['text'], stops: ['answer'], tellsAuthor: { title: w.tellUpheld, body: w.tellUpheldBody } },
    withdraw: { word: w.didWithdraw, button: w.withdraw, from: ['drafted', 'submitted', 'incomplete', 'objected'], to: 'withdrawn', can: 'author', stops: ['answer'] },
    lapse: { word: w.didLapse, button: w.didLapse, from: ['incomplete'], to: 'withdrawn', can: 'system', tellsAuthor: { title: w.tellLapsed, body: w.tellLapsedBody } },
  },
  rules: { clocks: { answer: 'housing.check.withinWorkdays' }, escalateEvery: 'housing.escalate.everyWorkdays', lapses: [{ state: 'incomplete', step: 'lapse', after: 'housing.complete.withinDays', unit: 'calendarDays' }] },
  readers: check,
  memberPath: '/housing/applications/:id',
  consolePath: '/housing-applications/:id',
});
