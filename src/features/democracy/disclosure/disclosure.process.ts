import { defineProcess } from '#engines/cases';
import { words as w } from './disclosure.words.ts';

const [keep, check] = ['disclosure.keep', 'disclosure.check'];

/** From a duty or a draft to what everybody can read, and on to the archive. Late ones are reported one union up, each period one further. */
export const disclosureProcess = defineProcess({
  name: 'disclosure',
  title: w.title,
  prefix: w.prefix,
  start: 'due',
  states: {
    due: { word: w.state_due, waits: 'office', for: keep, place: 1 },
    drafted: { word: w.state_drafted, waits: 'office', for: keep, place: 1 },
    checking: { word: w.state_checking, waits: 'office', for: check, place: 2 },
    published: { word: w.state_published, waits: 'nobody', place: 3 },
    feedback: { word: w.state_feedback, waits: 'nobody', place: 4 },
    rectifying: { word: w.state_rectifying, waits: 'office', for: keep, place: 4 },
    rechecking: { word: w.state_rechecking, waits: 'office', for: check, place: 4 },
    nothing: { word: w.state_nothing, waits: 'nobody' },
    dropped: { word: w.state_dropped, waits: 'nobody' },
    withdrawn: { word: w.state_withdrawn, waits: 'nobody' },
    closed: { word: w.state_closed, waits: 'nobody', place: 5 },
    archived: { word: w.state_archived, waits: 'nobody', place: 6 },
  },
  steps: {
    write: { word: w.did_write, button: w.write, from: ['due'], to: 'drafted', can: keep },
    submit: { word: w.did_submit, button: w.submit, from: ['drafted'], to: 'checking', can: keep, tellsOffice: { title: w.tellCheck, body: w.tellCheckBody } },
    giveBack: { word: w.did_giveBack, button: w.giveBack, from: ['checking'], to: 'drafted', can: check, needs: ['text'], tellsOffice: { title: w.tellBack, body: w.tellBackBody } },
    clear: { word: w.did_clear, button: w.clear, from: ['checking'], to: 'published', can: check, stops: ['finish'] },
    nothing: { word: w.did_nothing, button: w.nothing, from: ['due', 'drafted'], to: 'nothing', can: keep, needs: ['text'], stops: ['finish'] },
    takeUp: { word: w.did_takeUp, button: w.takeUp, from: ['nothing'], to: 'due', can: keep, starts: ['finish'] },
    drop: { word: w.did_drop, button: w.drop, from: ['drafted'], to: 'dropped', can: keep, stops: ['finish'] },
    feedback: { word: w.did_feedback, button: w.state_feedback, from: ['published'], to: 'feedback', can: 'system' },
    rectify: { word: w.did_rectify, button: w.rectify, from: ['published', 'feedback', 'closed'], to: 'rectifying', can: keep, needs: ['text'], starts: ['finish'] },
    resubmit: { word: w.did_submit, button: w.submit, from: ['rectifying'], to: 'rechecking', can: keep, tellsOffice: { title: w.tellCheck, body: w.tellCheckBody } },
    giveBackAgain: { word: w.did_giveBack, button: w.giveBack, from: ['rechecking'], to: 'rectifying', can: check, needs: ['text'], tellsOffice: { title: w.tellBack, body: w.tellBackBody } },
    clearAgain: { word: w.did_clearAgain, button: w.clear, from: ['rechecking'], to: 'published', can: check, stops: ['finish'] },
    withdraw: { word: w.did_withdraw, button: w.withdraw, from: ['published', 'feedback', 'rectifying', 'rechecking'], to: 'withdrawn', can: keep, needs: ['text'], stops: ['finish'] },
    close: { word: w.did_close, button: w.close, from: ['published', 'feedback'], to: 'closed', can: keep },
    archive: { word: w.did_archive, button: w.archive, from: ['closed'], to: 'archived', can: keep },
  },
  rules: { clocks: { finish: 'disclosure.finish.withinWorkdays' }, escalateEvery: 'disclosure.escalate.everyWorkdays' },
  readers: 'disclosure.desk',
  arrives: { title: w.tellDue, body: w.tellDueBody },
  memberPath: '/disclosures/:id',
  consolePath: '/disclosures/:id',
});

/** A worker's question or objection about something disclosed; its day of answer is given when it is opened. */
export const questionProcess = defineProcess({
  name: 'disclosureQuestion',
  title: w.question,
  prefix: w.questionPrefix,
  start: 'asked',
  states: {
    asked: { word: w.state_asked, waits: 'office', for: 'disclosure.answer', place: 1 },
    answered: { word: w.state_answered, waits: 'nobody', place: 2 },
  },
  steps: {
    answer: { word: w.did_answer, button: w.answer, from: ['asked'], to: 'answered', can: 'disclosure.answer', needs: ['text'], stops: ['answer'], tellsAuthor: { title: w.tellAnswered, body: w.tellAnsweredBody } },
  },
  rules: { clocks: {}, escalateEvery: 'disclosure.escalate.everyWorkdays' },
  readers: 'disclosure.desk',
  arrives: { title: w.tellAsked, body: w.tellAskedBody },
  memberPath: '/disclosure-questions/:id',
  consolePath: '/disclosure-questions/:id',
});
