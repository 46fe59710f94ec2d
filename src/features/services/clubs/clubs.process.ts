import { defineProcess } from '#engines/cases';
import { words as w } from './clubs.words.ts';

/** From a proposal whose founders confirm themselves to a club that the union approved, suspends or dissolves. */
export const clubProcess = defineProcess({
  name: 'club',
  title: w.club,
  prefix: w.prefix,
  start: 'gathering',
  states: {
    gathering: { word: w.state_gathering, waits: 'author', place: 1 },
    submitted: { word: w.state_submitted, waits: 'office', place: 2 },
    returned: { word: w.state_returned, waits: 'author' },
    active: { word: w.state_active, waits: 'nobody', place: 3 },
    suspended: { word: w.state_suspended, waits: 'nobody' },
    declined: { word: w.state_declined, waits: 'nobody' },
    withdrawn: { word: w.state_withdrawn, waits: 'nobody' },
    dissolved: { word: w.state_dissolved, waits: 'nobody' },
  },
  steps: {
    submit: { word: w.didSubmit, button: w.submit, from: ['gathering', 'returned'], to: 'submitted', can: 'author', starts: ['answer'], tellsOffice: { title: w.arrives, body: w.arrivesBody } },
    approve: { word: w.didApprove, button: w.approve, from: ['submitted'], to: 'active', can: 'clubs.keep', stops: ['answer'], tellsAuthor: { title: w.tellApproved, body: w.tellApprovedBody } },
    giveBack: { word: w.didReturn, button: w.giveBack, from: ['submitted'], to: 'returned', can: 'clubs.keep', needs: ['text'], stops: ['answer'], tellsAuthor: { title: w.tellReturned, body: w.tellReturnedBody } },
    decline: { word: w.didDecline, button: w.decline, from: ['submitted'], to: 'declined', can: 'clubs.keep', needs: ['text'], stops: ['answer'], tellsAuthor: { title: w.tellDeclined, body: w.tellDeclinedBody } },
    withdraw: { word: w.didWithdraw, button: w.withdraw, from: ['gathering', 'submitted', 'returned'], to: 'withdrawn', can: 'author', stops: ['answer'] },
    suspend: { word: w.didSuspend, button: w.suspend, from: ['active'], to: 'suspended', can: 'clubs.keep', needs: ['text'], tellsAuthor: { title: w.tellSuspended, body: w.tellSuspendedBody } },
    resume: { word: w.didResume, button: w.resume, from: ['suspended'], to: 'active', can: 'clubs.keep', tellsAuthor: { title: w.tellResumed, body: w.tellResumedBody } },
    dissolve: { word: w.didDissolve, button: w.dissolve, from: ['active', 'suspended'], to: 'dissolved', can: 'clubs.keep', needs: ['text'], tellsAuthor: { title: w.tellDissolved, body: w.tellDissolvedBody } },
  },
  rules: { clocks: { answer: 'clubs.decide.withinWorkdays' }, escalateEvery: 'clubs.escalate.everyWorkdays' },
  readers: 'clubs.keep',
  memberPath: '/clubs/:id',
  consolePath: '/clubs/:id',
});
