import { defineProcess } from '#engines/cases';
import { words as w } from './proposals.words.ts';

const DECIDE = 'proposals.decide';
const ALL_CLOCKS = ['accept', 'answer'] as const;

/** The way of a proposal of the workers' congress 职代会提案 (rules.md §7.4): seconded, handed in, decided, answered, rated, handled once more where the mover is not satisfied, closed. */
export const proposalProcess = defineProcess({
  name: 'proposal',
  title: w.proposal,
  prefix: w.prefix,
  start: 'gathering',
  states: {
    // the mover has nothing to do but to wait for others; what is ready is told by this part's own card
    gathering: { word: w.state_gathering, waits: 'nobody', ownOnly: true, place: 1 },
    submitted: { word: w.state_submitted, waits: 'office', for: DECIDE, place: 2 },
    returned: { word: w.state_returned, waits: 'author', place: 2 },
    filed: { word: w.state_filed, waits: 'office', for: DECIDE, place: 3 },
    working: { word: w.state_working, waits: 'office', place: 4 },
    answered: { word: w.state_answered, waits: 'author', place: 5 },
    disputed: { word: w.state_disputed, waits: 'office', for: DECIDE, place: 4 },
    reworking: { word: w.state_reworking, waits: 'office', place: 4 },
    answeredAgain: { word: w.state_answeredAgain, waits: 'author', place: 5 },
    rated: { word: w.state_rated, waits: 'office', for: DECIDE, place: 6 },
    closed: { word: w.state_closed, waits: 'nobody', place: 7 },
    merged: { word: w.state_merged, waits: 'nobody' },
    suggestion: { word: w.state_suggestion, waits: 'nobody' },
    rejected: { word: w.state_rejected, waits: 'nobody' },
    withdrawn: { word: w.state_withdrawn, waits: 'nobody' },
    lapsed: { word: w.state_lapsed, waits: 'nobody' },
  },
  steps: {
    amend: { word: w.did_amend, button: w.amend, from: ['gathering'], to: 'same', can: 'author' },
    submit: { word: w.did_submit, button: w.submit, from: ['gathering'], to: 'submitted', can: 'author', starts: ['accept'], tellsOffice: { title: w.arrives, body: w.arrivesBody } },
    giveBack: { word: w.did_giveBack, button: w.giveBack, from: ['submitted'], to: 'returned', can: DECIDE, needs: ['text'], stops: ['accept'], tellsAuthor: { title: w.tellReturned, body: w.tellReturnedBody } },
    complete: { word: w.did_complete, button: w.complete, from: ['returned'], to: 'submitted', can: 'author', starts: ['accept'], tellsOffice: { title: w.arrivesAgain, body: w.arrivesBody } },
    file: { word: w.did_file, button: w.file, from: ['submitted'], to: 'filed', can: DECIDE, starts: ['accept'], tellsAuthor: { title: w.tellFiled, body: w.tellFiledBody } },
    merge: { word: w.did_merge, button: w.merge, from: ['submitted'], to: 'merged', can: DECIDE, needs: ['text'], stops: ALL_CLOCKS, tellsAuthor: { title: w.tellMerged, body: w.tellMergedBody } },
    convert: { word: w.did_convert, button: w.convert, from: ['submitted'], to: 'suggestion', can: DECIDE, needs: ['text'], stops: ALL_CLOCKS, tellsAuthor: { title: w.tellConverted, body: w.tellConvertedBody } },
    reject: { word: w.did_reject, button: w.reject, from: ['submitted'], to: 'rejected', can: DECIDE, needs: ['text'], stops: ALL_CLOCKS, tellsAuthor: { title: w.tellRejected, body: w.tellRejectedBody } },
    takeBack: { word: w.did_takeBack, button: w.takeBack, from: ['filed', 'merged', 'rejected'], to: 'submitted', can: DECIDE, needs: ['text'], starts: ['accept'], tellsAuthor: { title: w.tellTakenBack, body: w.tellTakenBackBody } },
    assign: { word: w.did_assign, button: w.assign, from: ['filed', 'working'], to: 'working', can: DECIDE, needs: ['assignee'], stops: ['accept'], starts: ['answer'], tellsAuthor: { title: w.tellAssigned, body: w.tellAssignedBody } },
    report: { word: w.did_report, button: w.report, from: ['working', 'reworking'], to: 'same', can: DECIDE, assigneeToo: true, needs: ['text'] },
    answer: { word: w.did_answer, button: w.answer, from: ['working'], to: 'answered', can: DECIDE, assigneeToo: true, needs: ['text'], stops: ['answer'], tellsAuthor: { title: w.tellAnswered, body: w.tellAnsweredBody } },
    rate: { word: w.did_rate, button: w.rate, from: ['answered'], to: 'rated', can: 'author', needs: ['rating'], tellsOffice: { title: w.arrivesRated, body: w.arrivesBody } },
    dispute: { word: w.did_dispute, button: w.dispute, from: ['answered'], to: 'disputed', can: 'author', needs: ['rating', 'text'], starts: ['accept'], tellsOffice: { title: w.arrivesDisputed, body: w.arrivesBody } },
    reassign: { word: w.did_reassign, button: w.reassign, from: ['disputed'], to: 'reworking', can: DECIDE, needs: ['assignee'], stops: ['accept'], starts: ['answer'], tellsAuthor: { title: w.tellReassigned, body: w.tellAssignedBody } },
    answerAgain: { word: w.did_answerAgain, button: w.answer, from: ['reworking'], to: 'answeredAgain', can: DECIDE, assigneeToo: true, needs: ['text'], stops: ['answer'], tellsAuthor: { title: w.tellAnswered, body: w.tellAnsweredBody } },
    rateAgain: { word: w.did_rate, button: w.rate, from: ['answeredAgain'], to: 'rated', can: 'author', needs: ['rating'], rechecked: true, tellsOffice: { title: w.arrivesRated, body: w.arrivesBody } },
    passOver: { word: w.did_passOver, button: w.did_passOver, from: ['answered', 'answeredAgain'], to: 'rated', can: 'system' },
    close: { word: w.did_close, button: w.close, from: ['rated'], to: 'closed', can: DECIDE, needs: ['text'], tellsAuthor: { title: w.tellClosed, body: w.tellClosedBody } },
    withdraw: { word: w.did_withdraw, button: w.withdraw, from: ['gathering', 'submitted', 'returned'], to: 'withdrawn', can: 'author', stops: ALL_CLOCKS },
    lapse: { word: w.did_lapse, button: w.did_lapse, from: ['gathering', 'returned'], to: 'lapsed', can: 'system', stops: ALL_CLOCKS, tellsAuthor: { title: w.tellLapsed, body: w.tellLapsedBody } },
  },
  rules: {
    clocks: { accept: 'proposals.decide.withinWorkdays' },
    escalateEvery: 'proposals.escalate.everyWorkdays',
    lapses: [
      { state: 'answered', step: 'passOver', after: 'proposals.unrated.afterDays', unit: 'calendarDays' }, { state: 'answeredAgain', step: 'passOver', after: 'proposals.unrated.afterDays', unit: 'calendarDays' },
    ],
  },
  readers: 'proposals.read',
  collection: 'proposals',
  memberPath: '/proposals/:id',
  consolePath: '/proposals/:id',
});
