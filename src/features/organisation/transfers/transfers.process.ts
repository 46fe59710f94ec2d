import { defineProcess } from '#engines/cases';
import { words as w } from './transfers.words.ts';

const CLOSES = ['accept', 'answer', 'finish'] as const;

/**
 * A membership goes from one union to another (会员关系接转, rules.md §4.2): the member asks, the old union releases or the period
 * runs out, the new union receives. Out of the federation the old union gives a letter instead. An objection is shown and stops no clock.
 */
export const transferProcess = defineProcess({
  name: 'transfer',
  title: w.transfer,
  prefix: w.prefix,
  start: 'requested',
  states: {
    requested: { word: w.requested, waits: 'office', place: 1 },
    released: { word: w.released, waits: 'office', place: 2 },
    done: { word: w.done, waits: 'nobody', place: 3 },
    issued: { word: w.issued, waits: 'nobody', place: 3 },
    declined: { word: w.declined, waits: 'nobody' },
    withdrawn: { word: w.withdrawn, waits: 'nobody' },
    lapsed: { word: w.lapsed, waits: 'nobody' },
  },
  steps: {
    release: { word: w.didRelease, button: w.release, from: ['requested'], to: 'released', can: 'transfers.release', goesTo: 'origin', stops: ['accept'], starts: ['finish'], tellsAuthor: { title: w.tellReleased, body: w.tellReleasedBody }, tellsOffice: { title: w.arrivesIn, body: w.arrivesInBody } },
    autoRelease: { word: w.didAutoRelease, button: w.release, from: ['requested'], to: 'released', can: 'system', goesTo: 'origin', stops: ['accept'], starts: ['finish'], tellsAuthor: { title: w.tellReleased, body: w.tellAutoBody }, tellsOffice: { title: w.arrivesIn, body: w.arrivesInBody } },
    object: { word: w.didObject, button: w.object, from: ['requested'], to: 'same', can: 'transfers.release', needs: ['text'], tellsAuthor: { title: w.tellObjected, body: w.tellObjectedBody } },
    receive: { word: w.didReceive, button: w.receive, from: ['released'], to: 'done', can: 'transfers.receive', stops: CLOSES, tellsAuthor: { title: w.tellDone, body: w.tellDoneBody } },
    decline: { word: w.didDecline, button: w.decline, from: ['released'], to: 'declined', can: 'transfers.receive', needs: ['text'], stops: CLOSES, tellsAuthor: { title: w.tellDeclined, body: w.tellDeclinedBody } },
    issue: { word: w.didIssue, button: w.issue, from: ['requested', 'released'], to: 'issued', can: 'transfers.release', stops: CLOSES, tellsAuthor: { title: w.tellIssued, body: w.tellIssuedBody } },
    withdraw: { word: w.didWithdraw, button: w.withdraw, from: ['requested', 'released'], to: 'withdrawn', can: 'subject', stops: CLOSES, tellsOffice: { title: w.tellWithdrawn, body: w.tellWithdrawnBody } },
    lapse: { word: w.didLapse, button: w.didLapse, from: ['requested', 'released'], to: 'lapsed', can: 'system', stops: CLOSES, tellsAuthor: { title: w.tellLapsed, body: w.tellLapsedBody } },
  },
  rules: {
    clocks: { accept: 'membership.transfer.releaseAfterWorkdays', finish: 'membership.decide.withinWorkdays' },
    escalateEvery: 'letters.escalate.everyWorkdays',
    lapses: [{ state: 'requested', step: 'autoRelease', after: 'membership.transfer.releaseAfterWorkdays', unit: 'workdays' }],
  },
  readers: 'transfers.read',
  arrives: { title: w.arrivesOut, body: w.arrivesOutBody },
  memberPath: '/transfers/:id',
  consolePath: '/transfers/:id',
});
