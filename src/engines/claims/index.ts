/** Draws that anyone can check: see docs/decisions/0015. */
export { documentHash, newSecret, QUICKNET, randomnessOf, roundAfter, serverCommitment, timeOfRound, tokenOf, witnessSeal } from './draw/hashes.ts';
export { type Entrant, freeze, type FrozenList, proofOf, rank } from './draw/list.ts';
export { draw, type Drawing, noticeOf, sourceHolds, verifyDraw } from './draw/result.ts';
export { VERIFIER } from './draw/verifier.ts';
