/** Engine claims: whatever there is too little of, and who has it. See about.md and docs/decisions/0014. */
import { claim, use } from './batch.service.ts';
import { declareJobs, recount, sweep, sweepOffer } from './claims.jobs.ts';
import { findClaim, findClaims, listByState, listEvents } from './claims.sql.ts';
import { codesOf, giveBack, handOver, scannerList, undoHandOver } from './hand-over.service.ts';
import { decide, refusalFor } from './decide.service.ts';
import { allKinds, follow, kindNamed, stateWord, useKind } from './kinds.ts';
import { amend, callOff, close, movePlaces, open, put, putUnits, setPlaces } from './offers.service.ts';
import { findOffer, findOffers, listPools, listUnits } from './offers.sql.ts';
import { beginPayment, hasGate, paid, refunded, useGate } from './pay.service.ts';
import { accept, barFor, cancel, decline, remove, transfer } from './people.service.ts';
import { moveUp, rankWaiting } from './queue.service.ts';
import { entered, settle } from './settle.service.ts';
import { slotsOf } from './slots.rules.ts';
import { countOffers, findOwn, findRows, listClaims, listMine, listOrder, listOwn, sumPlaces } from './views.sql.ts';

export const claims = {
  use, useKind, kindNamed, allKinds, stateWord, follow,
  put, open, amend, close, callOff, setPlaces, movePlaces, putUnits, slotsOf,
  rankWaiting, moveUp, claim, decide, refusalFor, barFor, cancel, remove, accept, decline, transfer, entered, settle,
  codesOf, handOver, undoHandOver, giveBack, scannerList,
  useGate, hasGate, beginPayment, paid, refunded,
  findOffer, findOffers, listPools, listUnits, countOffers, sumPlaces, findClaim, findClaims, findRows, listClaims, listByState, listEvents, listOwn, findOwn, listMine, listOrder,
  sweep, sweepOffer, recount, declareJobs,
};
export { words as claimWords } from './claims.words.ts';
export { STATE_WORDS } from './states.rules.ts';
export { HOLDING, LIVE, MODES, PAYS, STATES, standingAt } from './offer.rules.ts';
export { codeHash } from './code.ts';
export { Who } from './who.rules.ts';
export type { Claim, ClaimState, Mode, Offer, Pays, Pool, Standing, Unit } from './offer.rules.ts';
export type { Ask, No } from './allot.rules.ts';
export type { Answer } from './decide.service.ts';
export type { Happening, Kind } from './kinds.ts';
export type { Keeper, OfferWanted } from './offers.service.ts';
export type { Scan, Scanned } from './hand-over.service.ts';
export type { PaymentGate } from './pay.service.ts';
export type { ClaimRow, Count, OwnClaim } from './views.sql.ts';
/** Draws that anyone can check: docs/decisions/0015. */
export * from './draw/index.ts';
