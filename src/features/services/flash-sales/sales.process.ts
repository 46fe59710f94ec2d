import { defineProcess } from '#engines/cases';
import { words as w } from './sales.words.ts';

/** How a sale is approved. Periods: rulebook `sales.*`. */
export const saleProcess = defineProcess({
  name: 'sale',
  title: w.approval,
  prefix: w.prefix,
  start: 'waiting',
  states: {
    waiting: { word: w.stateWaiting, waits: 'office', for: 'sales.approve', place: 1 },
    returned: { word: w.stateReturned, waits: 'author', place: 1 },
    approved: { word: w.stateApproved, waits: 'nobody', place: 2 },
    withdrawn: { word: w.stateWithdrawn, waits: 'nobody' },
  },
  steps: {
    approve: { word: w.didApprove, button: w.approve, from: ['waiting'], to: 'approved', can: 'sales.approve', stops: ['answer'], tellsAuthor: { title: w.tellApproved, body: w.tellApprovedBody } },
    return: { word: w.didReturn, button: w.return, from: ['waiting'], to: 'returned', can: 'sales.approve', needs: ['text'], stops: ['answer'], tellsAuthor: { title: w.tellReturned, body: w.tellReturnedBody } },
    submit: { word: w.didSubmit, button: w.submit, from: ['returned'], to: 'waiting', can: 'author', starts: ['answer'] },
    withdraw: { word: w.didWithdraw, button: w.withdraw, from: ['waiting', 'returned'], to: 'withdrawn', can: 'author', stops: ['answer'] },
  },
  rules: { clocks: { answer: 'sales.approve.withinWorkdays' }, escalateEvery: 'sales.escalate.everyWorkdays' },
  readers: 'sales.keep',
  arrives: { title: w.arrives, body: w.arrivesBody },
  memberPath: '/flash-sales',
  consolePath: '/flash-sales/:id',
});
