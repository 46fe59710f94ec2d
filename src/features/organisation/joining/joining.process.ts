import { defineProcess } from '#engines/cases';
import { words as w } from './joining.words.ts';

/** An application to join: decided by the union, or withdrawn by the applicant (中国工会章程: voluntary, approved by the committee). */
export const joiningProcess = defineProcess({
  name: 'joining',
  title: w.application,
  prefix: w.prefix,
  start: 'applied',
  states: {
    applied: { word: w.applied, waits: 'office', place: 1 },
    approved: { word: w.approved, waits: 'nobody', place: 2 },
    refused: { word: w.refused, waits: 'nobody' },
    diverted: { word: w.diverted, waits: 'nobody' },
    withdrawn: { word: w.withdrawn, waits: 'nobody' },
  },
  steps: {
    approve: { word: w.didApprove, button: w.approve, from: ['applied'], to: 'approved', can: 'joining.decide', stops: ['accept', 'answer', 'finish'], tellsAuthor: { title: w.tellApproved, body: w.tellApprovedBody } },
    refuse: { word: w.didRefuse, button: w.refuse, from: ['applied'], to: 'refused', can: 'joining.decide', needs: ['text'], stops: ['accept', 'answer', 'finish'], tellsAuthor: { title: w.tellRefused, body: w.tellRefusedBody } },
    divert: { word: w.didDivert, button: w.approve, from: ['applied'], to: 'diverted', can: 'joining.decide', stops: ['accept', 'answer', 'finish'], tellsAuthor: { title: w.tellDiverted, body: w.tellDivertedBody } },
    ask: { word: w.didAsk, button: w.ask, from: ['applied'], to: 'same', can: 'joining.decide', needs: ['text'], tellsAuthor: { title: w.tellAsked, body: w.tellAskedBody } },
    say: { word: w.didSay, button: w.say, from: ['applied'], to: 'same', can: 'subject', needs: ['text'], tellsOffice: { title: w.tellAdded, body: w.tellAddedBody } },
    withdraw: { word: w.didWithdraw, button: w.withdraw, from: ['applied'], to: 'withdrawn', can: 'subject', stops: ['accept', 'answer', 'finish'] },
  },
  rules: { clocks: { finish: 'membership.decide.withinWorkdays' }, escalateEvery: 'letters.escalate.everyWorkdays' },
  readers: 'joining.read',
  arrives: { title: w.arrives, body: w.arrivesBody },
  memberPath: '/joining/:id',
  consolePath: '/joining/:id',
});
