import { defineProcess } from '#engines/cases';
import { words as w } from './payments.words.ts';

/**
 * The way of a payment list: prepared, approved by somebody else, paid by file, settled. No clock runs: a list is paid when
 * the union pays. A list that was sent back waits for whoever prepares it; one that is only drafted waits for nobody.
 */
export const listProcess = defineProcess({
  name: 'paymentList',
  title: w.list,
  prefix: w.prefix,
  start: 'drafted',
  states: {
    drafted: { word: w.stateDrafted, waits: 'author', place: 1 },
    returned: { word: w.stateReturned, waits: 'office', for: 'paymentLists.prepare', place: 1 },
    submitted: { word: w.stateSubmitted, waits: 'office', for: 'paymentLists.approve', place: 2 },
    approved: { word: w.stateApproved, waits: 'office', for: 'paymentLists.pay', place: 3 },
    filed: { word: w.stateFiled, waits: 'office', for: 'paymentLists.pay', place: 4 },
    settled: { word: w.stateSettled, waits: 'nobody', place: 5 },
    cancelled: { word: w.stateCancelled, waits: 'nobody' },
  },
  steps: {
    submit: { word: w.didSubmit, button: w.submit, from: ['drafted', 'returned'], to: 'submitted', can: 'paymentLists.prepare', tellsOffice: { title: w.tellSubmitted, body: w.tellSubmittedBody } },
    sendBack: { word: w.didSendBack, button: w.sendBack, from: ['submitted'], to: 'returned', can: 'paymentLists.approve', needs: ['text'], tellsOffice: { title: w.tellReturned, body: w.tellReturnedBody } },
    approve: { word: w.didApprove, button: w.approve, from: ['submitted'], to: 'approved', can: 'paymentLists.approve', tellsOffice: { title: w.tellApproved, body: w.tellApprovedBody } },
    file: { word: w.didFile, button: w.file, from: ['approved'], to: 'filed', can: 'paymentLists.pay' },
    settle: { word: w.didSettle, button: w.settle, from: ['filed'], to: 'settled', can: 'paymentLists.pay' },
    drop: { word: w.didCancel, button: w.cancel, from: ['drafted', 'returned'], to: 'cancelled', can: 'paymentLists.prepare', needs: ['text'] },
    cancel: { word: w.didCancel, button: w.cancel, from: ['submitted', 'approved', 'filed'], to: 'cancelled', can: 'paymentLists.approve', needs: ['text'] },
  },
  rules: { clocks: {} },
  readers: 'paymentLists.read',
  memberPath: '/my-payments',
  consolePath: '/payment-lists/:id',
});
