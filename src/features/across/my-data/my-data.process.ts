import { defineProcess } from '#engines/cases';
import { words as w } from './my-data.words.ts';

/**
 * The life of a request about one's own data (个人信息保护法 arts. 44–50): answered within the rulebook's working days, reported
 * upward when late; against a refusal the next higher union decides.
 */
export const requestProcess = defineProcess({
  name: 'dataRequest',
  title: w.process,
  prefix: w.prefix,
  start: 'received',
  states: {
    received: { word: w.stateReceived, waits: 'office', place: 1 },
    done: { word: w.stateDone, waits: 'nobody', place: 2 },
    declined: { word: w.stateDeclined, waits: 'nobody' },
    withdrawn: { word: w.stateWithdrawn, waits: 'nobody' },
  },
  steps: {
    question: { word: w.didQuestion, button: w.question, from: ['received'], to: 'same', can: 'myData.answer', needs: ['text'], tellsAuthor: { title: w.tellQuestion, body: w.tellQuestionBody } },
    say: { word: w.didSay, button: w.say, from: ['received'], to: 'same', can: 'author', needs: ['text'], tellsOffice: { title: w.saysMore, body: w.saysMoreBody } },
    carryOut: { word: w.didCarryOut, button: w.carryOut, from: ['received'], to: 'done', can: 'myData.answer', needs: ['text'], stops: ['answer'], tellsAuthor: { title: w.tellDone, body: w.tellDoneBody } },
    decline: { word: w.didDecline, button: w.decline, from: ['received'], to: 'declined', can: 'myData.answer', needs: ['text'], stops: ['answer'], tellsAuthor: { title: w.tellDeclined, body: w.tellDeclinedBody } },
    appeal: { word: w.didAppeal, button: w.appeal, from: ['declined'], to: 'received', can: 'author', needs: ['text'], starts: ['answer'], tellsOffice: { title: w.appeals, body: w.appealsBody } },
    withdraw: { word: w.didWithdraw, button: w.withdraw, from: ['received'], to: 'withdrawn', can: 'author', stops: ['answer'] },
  },
  rules: { clocks: { answer: 'privacy.request.answerWithinWorkdays' }, escalateEvery: 'letters.escalate.everyWorkdays' },
  readers: 'myData.read',
  arrives: { title: w.arrives, body: w.arrivesBody },
  memberPath: '/my-data/requests/:id',
  consolePath: '/data-requests/:id',
});
