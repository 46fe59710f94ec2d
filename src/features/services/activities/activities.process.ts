import { defineProcess } from '#engines/cases';
import { words as w } from './activities.words.ts';

/** From a draft to a published activity. Who keeps activities publishes an own draft at once; everybody else's is looked at by the union. */
export const activityProcess = defineProcess({
  name: 'activity',
  title: w.activity,
  prefix: w.prefix,
  start: 'drafted',
  states: {
    drafted: { word: w.drafted, waits: 'author', place: 1 },
    submitted: { word: w.submitted, waits: 'office', place: 2 },
    returned: { word: w.returned, waits: 'author' },
    approved: { word: w.approved, waits: 'nobody', place: 3 },
    declined: { word: w.declined, waits: 'nobody' },
    withdrawn: { word: w.withdrawn, waits: 'nobody' },
  },
  steps: {
    submit: { word: w.didSubmit, button: w.submit, from: ['drafted', 'returned'], to: 'submitted', can: 'author', starts: ['answer'], tellsOffice: { title: w.arrives, body: w.arrivesBody } },
    approve: { word: w.didApprove, button: w.approve, from: ['submitted'], to: 'approved', can: 'activities.keep', stops: ['answer'], tellsAuthor: { title: w.tellApproved, body: w.tellApprovedBody } },
    giveBack: { word: w.didReturn, button: w.giveBack, from: ['submitted'], to: 'returned', can: 'activities.keep', needs: ['text'], stops: ['answer'], tellsAuthor: { title: w.tellReturned, body: w.tellReturnedBody } },
    decline: { word: w.didDecline, button: w.decline, from: ['submitted'], to: 'declined', can: 'activities.keep', needs: ['text'], stops: ['answer'], tellsAuthor: { title: w.tellDeclined, body: w.tellDeclinedBody } },
    publish: { word: w.didPublish, button: w.publish, from: ['drafted'], to: 'approved', can: 'activities.keep' },
    drop: { word: w.didDrop, button: w.drop, from: ['drafted'], to: 'withdrawn', can: 'activities.keep' },
    withdraw: { word: w.didWithdraw, button: w.withdraw, from: ['drafted', 'submitted', 'returned'], to: 'withdrawn', can: 'author', stops: ['answer'] },
  },
  rules: { clocks: { answer: 'activities.decide.withinWorkdays' }, escalateEvery: 'activities.escalate.everyWorkdays' },
  readers: 'activities.keep',
  memberPath: '/activities/:id',
  consolePath: '/activities/:id',
});
