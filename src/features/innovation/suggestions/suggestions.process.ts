import { defineProcess } from '#engines/cases';
import { words as w } from './suggestions.words.ts';

const BEGUN = ['adopted', 'implementing', 'accepting', 'completed', 'standardised'] as const;
const ALL_CLOCKS = ['accept', 'answer', 'finish'] as const;

/**
 * The way of a rational suggestion 合理化建议 (source file 002, "23222+"; rules.md §10): the unit's specialist looks at it first and decides
 * or passes it to the company, whose expert groups give opinions; then it is carried out, accepted, made standard.
 */
export const suggestionProcess = defineProcess({
  name: 'suggestion',
  title: w.suggestion,
  prefix: w.prefix,
  start: 'submitted',
  states: {
    submitted: { word: w.submitted, waits: 'office', place: 1 },
    returned: { word: w.returned, waits: 'author', place: 1 },
    company: { word: w.company, waits: 'office', place: 2 },
    appealed: { word: w.appealed, waits: 'office', place: 2 },
    adopted: { word: w.adopted, waits: 'nobody', place: 3 },
    implementing: { word: w.implementing, waits: 'office', place: 3 },
    accepting: { word: w.accepting, waits: 'office', place: 4 },
    completed: { word: w.completed, waits: 'nobody', place: 5 },
    standardised: { word: w.standardised, waits: 'nobody', place: 6 },
    rejected: { word: w.rejected, waits: 'nobody' },
    abandoned: { word: w.abandoned, waits: 'nobody' },
    revoked: { word: w.revoked, waits: 'nobody' },
    withdrawn: { word: w.withdrawn, waits: 'nobody' },
    incomplete: { word: w.incomplete, waits: 'nobody' },
    merged: { word: w.merged, waits: 'nobody' },
  },
  steps: {
    giveBack: { word: w.didGiveBack, button: w.giveBack, from: ['submitted'], to: 'returned', can: 'suggestions.review', needs: ['text'], stops: ['accept', 'answer'], tellsAuthor: { title: w.tellReturned, body: w.tellReturnedBody } },
    complete: { word: w.didComplete, button: w.complete, from: ['returned'], to: 'submitted', can: 'author', starts: ['accept', 'answer'], tellsOffice: { title: w.arrivesAgain, body: w.arrivesBody } },
    closeIncomplete: { word: w.didCloseIncomplete, button: w.didCloseIncomplete, from: ['returned'], to: 'incomplete', can: 'system', stops: ALL_CLOCKS, tellsAuthor: { title: w.tellIncomplete, body: w.tellIncompleteBody } },
    adoptUnit: { word: w.didAdoptUnit, button: w.adoptUnit, from: ['submitted'], to: 'implementing', can: 'suggestions.review', stops: ['accept', 'answer'], starts: ['finish'], tellsAuthor: { title: w.tellAdopted, body: w.tellAdoptedBody } },
    adoptUnitOnly: { word: w.didAdoptOnly, button: w.adoptOnly, from: ['submitted'], to: 'adopted', can: 'suggestions.review', needs: ['text'], stops: ALL_CLOCKS, tellsAuthor: { title: w.tellAdopted, body: w.tellAdoptedOnlyBody } },
    rejectUnit: { word: w.didReject, button: w.reject, from: ['submitted'], to: 'rejected', can: 'suggestions.review', needs: ['text'], stops: ALL_CLOCKS, tellsAuthor: { title: w.tellRejected, body: w.tellRejectedBody } },
    forward: { word: w.didForward, button: w.forward, from: ['submitted'], to: 'company', can: 'suggestions.review', stops: ['accept'], starts: ['answer'], tellsAuthor: { title: w.tellForwarded, body: w.tellForwardedBody }, tellsOffice: { title: w.arrivesCompany, body: w.arrivesBody } },
    handBack: { word: w.didHandBack, button: w.handBack, from: ['company'], to: 'submitted', can: 'suggestions.decide', needs: ['text'], goesTo: 'origin', starts: ['accept', 'answer'], tellsOffice: { title: w.arrivesAgain, body: w.arrivesBody } },
    adopt: { word: w.didAdoptOnly, button: w.adoptOnly, from: ['company', 'appealed'], to: 'adopted', can: 'suggestions.decide', needs: ['text'], stops: ALL_CLOCKS, tellsAuthor: { title: w.tellAdopted, body: w.tellAdoptedOnlyBody } },
    adoptForImplementation: { word: w.didAdopt, button: w.adoptForImplementation, from: ['company', 'appealed'], to: 'implementing', can: 'suggestions.decide', goesTo: 'origin', stops: ['accept', 'answer'], starts: ['finish'], tellsAuthor: { title: w.tellAdopted, body: w.tellAdoptedBody }, tellsOffice: { title: w.arrivesWork, body: w.arrivesBody } },
    reject: { word: w.didReject, button: w.reject, from: ['company'], to: 'rejected', can: 'suggestions.decide', needs: ['text'], stops: ALL_CLOCKS, tellsAuthor: { title: w.tellRejected, body: w.tellRejectedBody } },
    uphold: { word: w.didUphold, button: w.uphold, from: ['appealed'], to: 'rejected', can: 'suggestions.decide', needs: ['text'], stops: ALL_CLOCKS, tellsAuthor: { title: w.tellUpheld, body: w.tellUpheldBody } },
    askExperts: { word: w.didAskExperts, button: w.askExperts, from: ['company', 'appealed'], to: 'same', can: 'suggestions.decide', shownTo: 'officers' },
    appeal: { word: w.didAppeal, button: w.appeal, from: ['rejected'], to: 'appealed', can: 'author', needs: ['text'], starts: ['answer'], tellsOffice: { title: w.arrivesAppeal, body: w.arrivesBody } },
    implementLater: { word: w.didImplementLater, button: w.implementLater, from: ['adopted'], to: 'implementing', can: 'suggestions.decide', goesTo: 'origin', starts: ['finish'], tellsAuthor: { title: w.tellAdopted, body: w.tellAdoptedBody }, tellsOffice: { title: w.arrivesWork, body: w.arrivesBody } },
    plan: { word: w.didPlan, button: w.plan, from: ['implementing'], to: 'same', can: 'suggestions.review', tellsAuthor: { title: w.tellPlanned, body: w.tellPlannedBody } },
    progress: { word: w.didProgress, button: w.progress, from: ['implementing'], to: 'same', can: 'suggestions.review', assigneeToo: true, needs: ['text'] },
    report: { word: w.didReport, button: w.report, from: ['implementing'], to: 'accepting', can: 'suggestions.review', assigneeToo: true, needs: ['text'], tellsOffice: { title: w.arrivesDone, body: w.arrivesBody } },
    reportOwn: { word: w.didReport, button: w.report, from: ['implementing'], to: 'accepting', can: 'author', needs: ['text'], tellsOffice: { title: w.arrivesDone, body: w.arrivesBody } },
    accept: { word: w.didAccept, button: w.accept, from: ['accepting'], to: 'completed', can: 'suggestions.accept', stops: ['finish'], tellsAuthor: { title: w.tellCompleted, body: w.tellCompletedBody } },
    redo: { word: w.didRedo, button: w.redo, from: ['accepting'], to: 'implementing', can: 'suggestions.accept', needs: ['text'], tellsAuthor: { title: w.tellRedo, body: w.tellRedoBody } },
    abandon: { word: w.didAbandon, button: w.abandon, from: ['implementing', 'accepting'], to: 'abandoned', can: 'suggestions.decide', needs: ['text'], stops: ALL_CLOCKS, tellsAuthor: { title: w.tellAbandoned, body: w.tellAbandonedBody } },
    standardise: { word: w.didStandardise, button: w.standardise, from: ['completed'], to: 'standardised', can: 'suggestions.accept', tellsAuthor: { title: w.tellStandardised, body: w.tellStandardisedBody } },
    revoke: { word: w.didRevoke, button: w.revoke, from: BEGUN, to: 'revoked', can: 'suggestions.decide', needs: ['text'], stops: ALL_CLOCKS, tellsAuthor: { title: w.tellRevoked, body: w.tellRevokedBody } },
    merge: { word: w.didMerge, button: w.merge, from: ['submitted', 'company'], to: 'merged', can: 'suggestions.review', stops: ALL_CLOCKS, tellsAuthor: { title: w.tellMerged, body: w.tellMergedBody } },
    unmerge: { word: w.didUnmerge, button: w.unmerge, from: ['merged'], to: 'submitted', can: 'suggestions.review', goesTo: 'origin', starts: ['accept', 'answer'], tellsAuthor: { title: w.tellUnmerged, body: w.tellUnmergedBody } },
    say: { word: w.didSay, button: w.say, from: ['submitted', 'company', 'appealed', 'implementing', 'accepting'], to: 'same', can: 'author', needs: ['text'], tellsOffice: { title: w.saysMore, body: w.saysMoreBody } },
    withdraw: { word: w.didWithdraw, button: w.withdraw, from: ['submitted', 'returned', 'company'], to: 'withdrawn', can: 'author', stops: ALL_CLOCKS },
  },
  rules: {
    clocks: { accept: 'suggestions.unitReview.withinWorkdays', answer: 'suggestions.decide.withinWorkdays', finish: 'suggestions.finish.withinWorkdays' },
    escalateEvery: 'suggestions.escalate.everyWorkdays',
    lapses: [{ state: 'returned', step: 'closeIncomplete', after: 'suggestions.complete.withinDays', unit: 'calendarDays' }],
  },
  readers: 'suggestions.read',
  collection: 'suggestions',
  arrives: { title: w.arrives, body: w.arrivesBody },
  memberPath: '/suggestions/:id',
  consolePath: '/suggestions/:id',
});
