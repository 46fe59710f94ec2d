/** Draws that anyone can check: docs/decisions/0015. */
import { announce, commit, drawNow, entryOf, freezeEntries, reveal } from './draw.service.ts';
import { findDraw, findDraws, findEntry, findFile, findWinners, listDue, listWitnessed, listWitnesses } from './draw.sql.ts';

/** A draw on an offer of mode `draw`: announced, entered, frozen, revealed, drawn. */
export const draws = { announce, commit, freezeEntries, reveal, drawNow, entryOf, findDraw, findDraws, findEntry, findFile, findWinners, listDue, listWitnessed, listWitnesses };
export { documentHash, newSecret, QUICKNET, randomnessOf, roundAfter, serverCommitment, timeOfRound, tokenOf, witnessSeal } from './hashes.ts';
export { type Entrant, freeze, type FrozenList, proofOf, rank } from './list.ts';
export { draw, type Drawing, noticeOf, sourceHolds, verifyDraw } from './result.ts';
export { VERIFIER } from './verifier.ts';
export type { DrawWanted } from './draw.service.ts';
export type { DrawRow, WitnessRow } from './draw.sql.ts';
