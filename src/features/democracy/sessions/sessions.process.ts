import { defineProcess } from '#engines/cases';
import { words as w } from './sessions.words.ts';

const [keep, decide] = ['sessions.keep', 'sessions.decide'];

/** A session from its plan to its report (rules.md §7.3). What each step asks for is checked by the service that takes it. */
export const sessionProcess = defineProcess({
  name: 'congressSession',
  title: w.session,
  prefix: w.prefix,
  start: 'preparing',
  states: {
    preparing: { word: w.state_preparing, waits: 'office', for: keep, place: 1 },
    confirmed: { word: w.state_confirmed, waits: 'office', for: keep, place: 2 },
    noticed: { word: w.state_noticed, waits: 'office', for: keep, place: 3 },
    discussing: { word: w.state_discussing, waits: 'office', for: keep, place: 4 },
    open: { word: w.state_open, waits: 'office', for: keep, place: 5 },
    sitting: { word: w.state_sitting, waits: 'office', for: keep, place: 5 },
    adjourned: { word: w.state_adjourned, waits: 'office', for: keep, place: 5 },
    closed: { word: w.state_closed, waits: 'office', for: keep, place: 6 },
    published: { word: w.state_published, waits: 'office', for: keep, place: 7 },
    reported: { word: w.state_reported, waits: 'nobody', place: 8 },
    calledOff: { word: w.state_calledOff, waits: 'nobody' },
  },
  steps: {
    confirm: { word: w.did_confirm, button: w.confirm, from: ['preparing'], to: 'confirmed', can: keep },
    notice: { word: w.did_notice, button: w.notice, from: ['confirmed'], to: 'noticed', can: keep },
    discuss: { word: w.did_discuss, button: w.discuss, from: ['noticed'], to: 'discussing', can: keep },
    open: { word: w.did_open, button: w.open, from: ['noticed', 'discussing'], to: 'open', can: keep },
    preside: { word: w.did_preside, button: w.preside, from: ['open'], to: 'sitting', can: keep },
    adjourn: { word: w.did_adjourn, button: w.adjourn, from: ['sitting'], to: 'adjourned', can: keep, needs: ['text'] },
    resume: { word: w.did_resume, button: w.resume, from: ['adjourned'], to: 'sitting', can: keep },
    close: { word: w.did_close, button: w.close, from: ['open', 'sitting', 'adjourned'], to: 'closed', can: keep, starts: ['finish'] },
    publish: { word: w.did_publish, button: w.publish, from: ['closed'], to: 'published', can: decide },
    report: { word: w.did_report, button: w.report, from: ['published'], to: 'reported', can: decide, needs: ['text'], stops: ['finish'] },
    callOff: { word: w.did_callOff, button: w.callOff, from: ['preparing', 'confirmed', 'noticed', 'discussing'], to: 'calledOff', can: decide, needs: ['text'] },
  },
  rules: { clocks: { finish: 'congress.report.withinWorkdays' }, escalateEvery: 'disclosure.escalate.everyWorkdays' },
  readers: keep,
  memberPath: '/sessions/:id',
  consolePath: '/sessions/:id',
});

