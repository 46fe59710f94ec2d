/** Engine ballot: whatever is decided by voting, secret from the administrator and countable by anybody. See about.md and docs/decisions/0016. */
import { declareJobs, sweep, sweepBallot } from './ballot.jobs.ts';
import { findBallot, findBallots } from './ballot.sql.ts';
import { boardFile, boardLines, fingerprint, prove, publishable, use } from './board.service.ts';
import { contents } from './contents.service.ts';
import { finish, finishNow } from './finish.service.ts';
import { makeKeys, makeKeysWithin } from './keys.service.ts';
import { cardToken, checkCard, dropHanded, hallOf, hand, lock, printCards, terminalOf, unlock } from './hall.service.ts';
import { allKinds, follow, kindNamed, useKind } from './kinds.ts';
import { mix } from './mix.service.ts';
import { countPapers, listOpenPapers } from './papers.sql.ts';
import { findUnits, listUnits, membersSelect } from './members.sql.ts';
import type { RollLine } from './roll-headings.reading.ts';
import { judgeRoll, receiveRoll } from './roll-sheet.service.ts';
import { countTurnout, findVoter, listClasses, listMissing, listOwn, listTurnout, rollOf } from './roll.sql.ts';
import { annul, announce, callOff, close, declare, markPresent, open, prepare, raise, setRoll } from './steps.service.ts';
import { boothOf, cast, issueToken, post } from './vote.service.ts';

export const ballots = {
  useKind, kindNamed, allKinds, follow,
  prepare, setRoll, rollOf, announce, raise, makeKeys, makeKeysWithin, markPresent, open, close, declare, callOff, annul,
  boothOf, cast, issueToken, post,
  hall: { print: printCards, hand, drop: dropHanded, unlock, lock, of: hallOf, terminal: terminalOf, check: checkCard, token: cardToken },
  membersSelect, listUnits, findUnits, receiveRoll, judgeRoll,
  mix, finish, finishNow, sweep, sweepBallot, declareJobs,
  findBallot, findBallots, findVoter, listOwn, listMissing, listClasses, countTurnout, listTurnout, countPapers, listOpenPapers,
  use, prove, fingerprint, boardFile, boardLines, publishable, contents,
};
export { type Check as BallotCheck, CHECKS as BALLOT_CHECKS } from './verify/check.ts';
export { ballotCheckWords, sentenceOf as ballotSentenceOf } from './verify/check.words.ts';
export { verifyBoard } from './verify/verify.service.ts';
export { BALLOT_VERIFIER } from './verify/verifier.ts';
export { words as ballotWords } from './ballot.words.ts';
export { LEVEL_WORDS } from './steps.service.ts';
export { isHigher, LEVELS, paperBytesOf, shownTurnout, STATES } from './ballot.rules.ts';
export type { Ballot, BallotState, Level, Turnout, UnitTurnout } from './ballot.rules.ts';
export { type Composed, decideJointly, type JointLine, sayJoint } from './count/joint.rules.ts';
export { countRule, CountRule } from './count/count-rule.rules.ts';
export { electedLine } from './count/count.rules.ts';
export type { Figures, Outcome } from './count/count.rules.ts';
export { Content, Paper, readContent } from './count/paper.rules.ts';
export type { Said } from './count/paper.rules.ts';
export { suppress } from './count/suppress.rules.ts';
export { compare, compareIssued, compareMajority, quorum } from './count/basis.rules.ts';
export type { Counts, Line } from './count/basis.rules.ts';
export { elect, nextPaper } from './count/elect.rules.ts';
export { apportion, checkNumber, checkTraits, minCandidates, numberFor } from './count/delegates.rules.ts';
export type { TraitRule } from './count/delegates.rules.ts';
export { shownAppraisal } from './count/shown.rules.ts';
export type { RollLine };
export { barsTo } from './count/candidacy.rules.ts';
export type { Standee } from './count/candidacy.rules.ts';
export { termOf, termStands } from './count/terms.rules.ts';
export type { Proof } from './board.service.ts';
export type { Guard, Guarded, Happening, Keeper, Kind } from './kinds.ts';
export type { RollEntry, RollSelect } from './roll.sql.ts';
export type { BallotWanted } from './steps.service.ts';
export type { Cast } from './vote.service.ts';
