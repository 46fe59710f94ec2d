import { actorOf, bearerOf, keepWriting, standingOfToken, writeTouches } from './actor.ts';
import { confirm, enrol, removeAuthenticator, renewRecoveryCodes } from './authenticator.ts';
import { vendorsFrom } from './adapters/vendors.ts';
import { findFederationOf, findPerson } from './candidate.sql.ts';
import { requestCode, requestCodeTo, requestOwnCode } from './code.ts';
import { answerConsent, consented, consentedAmong, consentHistory, listConsents, withdrawConsent } from './consent.ts';
import { NOTICE, PURPOSES } from './consent.purposes.ts';
import { findSafety } from './credential.sql.ts';
import { deviceOf } from './device.ts';
import { choose, enterDemonstration, enterSecondStep, enterWithCode, enterWithPassword } from './entry.ts';
import { becomeFirstAdministrator, firstAdministratorLink, lookAtLink } from './first-administrator.ts';
import { forget } from './forget.ts';
import { allHoldings, declareHolding } from './holding.ts';
import { here } from './house.ts';
import { LIMITS } from './limits.rules.ts';
import { changePhone } from './new-phone.ts';
import { forgetNumbers } from './numbers.ts';
import { proveOwner, setPassword } from './password.ts';
import { deleteSession, deleteSessions, selectSessions } from './session.sql.ts';
import { issueTokens } from './session.ts';
import { sweepOld } from './sweep.ts';
import { beginVendor, enterWithVendor, vendorsFor } from './vendor-entry.ts';
import { bindVendor, ownVendors, unbindVendor } from './vendor-binding.ts';

/** Who is asking, how they prove it and what they agreed to: see about.md. */
export const identity = {
  actorOf, bearerOf, standingOfToken, writeTouches, keepWriting, sweepOld,
  requestCode, requestOwnCode, requestCodeTo, changePhone, enterWithCode, enterWithPassword, choose, enterSecondStep, enterDemonstration, issueTokens,
  enrol, confirm, renewRecoveryCodes, removeAuthenticator, setPassword, findSafety,
  vendorsFrom, vendorsFor, beginVendor, enterWithVendor, bindVendor, unbindVendor, ownVendors,
  selectSessions, deleteSession, deleteSessions, deviceOf,
  listConsents, answerConsent, withdrawConsent, consented, consentedAmong, consentHistory, PURPOSES, NOTICE,
  firstAdministratorLink, lookAtLink, becomeFirstAdministrator,
  findPerson, findFederationOf, proveOwner, forget, declareHolding, allHoldings,
  mode: (): 'demo' | 'live' => here().mode,
  LIMITS, forgetNumbers,
};
export { useIdentity, type CodeMessage, type IdentitySettings } from './house.ts';
export type { VendorName } from './adapters/vendor.ts';
export type { Entry } from './entry.ts';
export type { VendorEntry } from './vendor-entry.ts';
export type { HeldRow, Holding } from './holding.ts';
export type { Need } from './standing.rules.ts';
export type { Purpose } from './consent.purposes.ts';
export type { ConsentState, ConsentView } from './consent.ts';
