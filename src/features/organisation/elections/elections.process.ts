import { defineProcess } from '#engines/cases';
import { words as w } from './elections.words.ts';

/**
 * A union committee is elected (换届, 补选; 工会基层组织选举工作条例, rules.md §5): planned, consented to by the union above, members propose, candidates are
 * consented to and made public, a secret vote, the result is filed above and answered within fifteen days. What waits for consent lies with the union above.
 */
export const electionProcess = defineProcess({
  name: 'committeeElection',
  title: w.kind,
  prefix: w.prefix,
  start: 'preparing',
  states: {
    preparing: { word: w.state_preparing, waits: 'office', place: 1 },
    planReported: { word: w.state_planReported, waits: 'office', for: 'elections.approve', place: 2 },
    nominating: { word: w.state_nominating, waits: 'office', place: 3 },
    candidatesReported: { word: w.state_candidatesReported, waits: 'office', for: 'elections.approve', place: 4 },
    publicity: { word: w.state_publicity, waits: 'office', place: 5 },
    voting: { word: w.state_voting, waits: 'office', place: 6 },
    counted: { word: w.state_counted, waits: 'office', place: 7 },
    resultReported: { word: w.state_resultReported, waits: 'office', for: 'elections.approve', place: 8 },
    confirmed: { word: w.state_confirmed, waits: 'nobody', place: 9 },
    annulled: { word: w.state_annulled, waits: 'nobody' },
    calledOff: { word: w.state_calledOff, waits: 'nobody' },
  },
  steps: {
    reportPlan: { word: w.didReportPlan, button: w.reportPlan, from: ['preparing'], to: 'planReported', can: 'elections.keep', needs: ['union'], starts: ['answer'], tellsOffice: { title: w.tellPlan, body: w.tellCaseBody } },
    approvePlan: { word: w.didApprovePlan, button: w.approve, from: ['planReported'], to: 'nominating', can: 'elections.approve', goesTo: 'origin', stops: ['answer'], tellsOffice: { title: w.tellPlanApproved, body: w.tellCaseBody } },
    returnPlan: { word: w.didReturn, button: w.giveBack, from: ['planReported'], to: 'preparing', can: 'elections.approve', goesTo: 'origin', needs: ['text'], stops: ['answer'], tellsOffice: { title: w.tellReturned, body: w.tellCaseBody } },
    reportCandidates: { word: w.didReportCandidates, button: w.reportCandidates, from: ['nominating'], to: 'candidatesReported', can: 'elections.keep', needs: ['union'], starts: ['answer'], tellsOffice: { title: w.tellCandidates, body: w.tellCaseBody } },
    approveCandidates: { word: w.didApproveCandidates, button: w.approve, from: ['candidatesReported'], to: 'publicity', can: 'elections.approve', goesTo: 'origin', stops: ['answer'], tellsOffice: { title: w.tellCandidatesApproved, body: w.tellCaseBody } },
    returnCandidates: { word: w.didReturn, button: w.giveBack, from: ['candidatesReported'], to: 'nominating', can: 'elections.approve', goesTo: 'origin', needs: ['text'], stops: ['answer'], tellsOffice: { title: w.tellReturned, body: w.tellCaseBody } },
    publish: { word: w.didPublish, button: w.publish, from: ['publicity'], to: 'same', can: 'elections.keep' },
    announceVote: { word: w.didAnnounceVote, button: w.announceVote, from: ['publicity'], to: 'voting', can: 'elections.keep' },
    conclude: { word: w.didConclude, button: w.conclude, from: ['voting'], to: 'counted', can: 'system' },
    chairVote: { word: w.didChairVote, button: w.chairVote, from: ['counted'], to: 'voting', can: 'elections.keep' },
    reportResult: { word: w.didReportResult, button: w.reportResult, from: ['counted'], to: 'resultReported', can: 'elections.keep', needs: ['union'], starts: ['answer'], tellsOffice: { title: w.tellResult, body: w.tellCaseBody } },
    confirm: { word: w.didConfirm, button: w.confirm, from: ['resultReported'], to: 'confirmed', can: 'elections.approve', goesTo: 'origin', stops: ['answer'] },
    annul: { word: w.didAnnul, button: w.annul, from: ['resultReported'], to: 'annulled', can: 'elections.approve', goesTo: 'origin', needs: ['text'], stops: ['answer'] },
    callOff: { word: w.didCallOff, button: w.callOff, from: ['preparing', 'nominating', 'publicity', 'voting', 'counted'], to: 'calledOff', can: 'elections.keep', needs: ['text'], stops: ['answer'] },
  },
  rules: { clocks: { answer: 'elections.approve.withinDays' }, calendar: ['answer'], escalateEvery: 'letters.escalate.everyWorkdays' },
  readers: 'elections.keep',
  memberPath: '/elections/:id',
  consolePath: '/elections/:id',
});
