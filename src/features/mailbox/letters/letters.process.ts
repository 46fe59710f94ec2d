import { defineProcess } from '#engines/cases';
import { words as w } from './letters.words.ts';

/** The life of a letter to the chairperson. Periods: rulebook `letters.*` (rules.md §11; 信访工作条例 2022 as the outer bound). */
export const letterProcess = defineProcess({
  name: 'letter',
  title: w.letter,
  prefix: w.prefix,
  start: 'received',
  states: {
    received: { word: w.received, waits: 'office', place: 1 },
    accepted: { word: w.accepted, waits: 'office', place: 2 },
    assigned: { word: w.assigned, waits: 'office', place: 2 },
    answered: { word: w.answered, waits: 'author', place: 3 },
    closed: { word: w.closed, waits: 'nobody', place: 4 },
    declined: { word: w.declined, waits: 'nobody' },
    withdrawn: { word: w.withdrawn, waits: 'nobody' },
  },
  steps: {
    accept: { word: w.didAccept, button: w.accept, from: ['received'], to: 'accepted', can: 'letters.work', stops: ['accept'], tellsAuthor: { title: w.tellAccepted, body: w.tellAcceptedBody } },
    redirect: { word: w.didRedirect, button: w.redirect, from: ['received', 'accepted', 'assigned'], to: 'received', can: 'letters.work', needs: ['union', 'text'], starts: ['accept', 'answer', 'finish'], tellsAuthor: { title: w.tellRedirected, body: w.tellRedirectedBody } },
    decline: { word: w.didDecline, button: w.decline, from: ['received', 'accepted'], to: 'declined', can: 'letters.answer', needs: ['text'], stops: ['accept', 'answer', 'finish'], tellsAuthor: { title: w.tellDeclined, body: w.tellDeclinedBody } },
    assign: { word: w.didAssign, button: w.assign, from: ['received', 'accepted', 'assigned'], to: 'assigned', can: 'letters.work', needs: ['assignee'], stops: ['accept'] },
    report: { word: w.didReport, button: w.report, from: ['assigned'], to: 'same', can: 'letters.work', assigneeToo: true, needs: ['text'], shownTo: 'officers' },
    ask: { word: w.didAsk, button: w.ask, from: ['received', 'accepted', 'assigned'], to: 'same', can: 'letters.work', needs: ['text'], tellsAuthor: { title: w.tellAsked, body: w.tellAskedBody } },
    say: { word: w.didSay, button: w.say, from: ['received', 'accepted', 'assigned', 'answered'], to: 'same', can: 'author', needs: ['text'], tellsOffice: { title: w.saysMore, body: w.saysMoreBody } },
    answer: { word: w.didAnswer, button: w.answer, from: ['received', 'accepted', 'assigned'], to: 'answered', can: 'letters.answer', needs: ['text'], stops: ['accept', 'answer'], tellsAuthor: { title: w.tellAnswered, body: w.tellAnsweredBody } },
    extend: { word: w.didExtend, button: w.extend, from: ['accepted', 'assigned'], to: 'same', can: 'letters.answer', needs: ['text'], starts: ['finish'], tellsAuthor: { title: w.tellExtended, body: w.tellExtendedBody } },
    rate: { word: w.didRate, button: w.rate, from: ['answered'], to: 'closed', can: 'author', needs: ['rating'], stops: ['finish'], recheckAfter: 'letters.revisit.afterWeeks' },
    dispute: { word: w.didDispute, button: w.dispute, from: ['answered'], to: 'accepted', can: 'author', needs: ['text'], starts: ['answer', 'finish'], tellsOffice: { title: w.notSatisfied, body: w.notSatisfiedBody } },
    reopen: { word: w.didReopen, button: w.reopen, from: ['closed', 'declined'], to: 'accepted', can: 'author', needs: ['text'], starts: ['answer', 'finish'], rechecked: true, tellsOffice: { title: w.notSatisfied, body: w.notSatisfiedBody } },
    confirm: { word: w.didConfirm, button: w.confirm, from: ['closed'], to: 'same', can: 'author', needs: ['rating'], rechecked: true },
    withdraw: { word: w.didWithdraw, button: w.withdraw, from: ['received', 'accepted', 'assigned'], to: 'withdrawn', can: 'author', stops: ['accept', 'answer', 'finish'] },
    inform: { word: w.didInform, button: w.inform, from: ['received', 'accepted', 'assigned', 'answered', 'closed', 'declined', 'withdrawn'], to: 'same', can: 'system', needs: ['text'], tellsAuthor: { title: w.tellInformed, body: w.tellInformedBody } },
    close: { word: w.didClose, button: w.close, from: ['answered'], to: 'closed', can: 'system', stops: ['finish'], recheckAfter: 'letters.revisit.afterWeeks' },
  },
  rules: {
    clocks: { accept: 'letters.accept.withinWorkdays', answer: 'letters.firstAnswer.withinWorkdays', finish: 'letters.finish.withinWorkdays' },
    escalateEvery: 'letters.escalate.everyWorkdays',
    lapses: [{ state: 'answered', step: 'close', after: 'letters.closeUnrated.afterDays', unit: 'calendarDays' }],
  },
  readers: 'letters.read',
  collection: 'letters',
  arrives: { title: w.arrives, body: w.arrivesBody },
  memberPath: '/letters/:id',
  consolePath: '/letters/:id',
});
