import { randomBytes, timingSafeEqual } from 'node:crypto';
import { secrets } from '#platform/secrets';
import { Refused } from '#shared/errors';
import type { VendorName } from './adapters/vendor.ts';
import { words } from './identity.words.ts';
import { addMinutes, LIMITS } from './limits.rules.ts';
import { newSecret } from './token.ts';
import { insidePath } from './vendor-browser.rules.ts';

const EXPIRY = 8;
const RANDOM = 32;
/** WeCom and WeChat take letters and digits only, 128 at most: a time, 128 random bits and 160 bits of a keyed hash, all in hex. */
const SHAPE = /^[0-9a-f]{80}$/;

export const stateEnded = (): Refused => new Refused(words.vendorStateEnded, { status: 401 });
/** Said to people who are signed in, so it is no 401. */
export const claimEnded = (): Refused => new Refused(words.vendorClaimEnded, { status: 403 });

const macOf = (vendor: VendorName, body: string, trail: string): Buffer => secrets.lookup('vendor-state', `${vendor}/${body}/${trail}`).subarray(0, 20);

/**
 * The state that goes to a vendor and must come back, and the trail that stays in the browser: a secret and where to go afterwards.
 * The state is signed over the trail, so neither works without the other; nothing is written down for it.
 */
export function newState(vendor: VendorName, next: string, now: Date): { state: string; trail: string } {
  const trail = `${newSecret()}.${Buffer.from(insidePath(next)).toString('base64url')}`;
  const until = Math.floor(addMinutes(now, LIMITS.vendor.stateMinutes).getTime() / 1_000);
  const body = until.toString(16).padStart(EXPIRY, '0') + randomBytes(RANDOM / 2).toString('hex');
  return { state: body + macOf(vendor, body, trail).toString('hex'), trail };
}

/**
 * Reads a state that came back; whether it was used before, the caller finds out.
 * @returns the trail, and where to go afterwards
 * @throws Refused vendorStateEnded (401) for one that is forged, of another vendor or browser, or older than ten minutes
 */
export function readState(vendor: VendorName, state: string, trail: string | null, now: Date): { to: string; trail: string } {
  if (trail === null || !SHAPE.test(state)) throw stateEnded();
  const body = state.slice(0, EXPIRY + RANDOM);
  const mac = Buffer.from(state.slice(EXPIRY + RANDOM), 'hex');
  if (!timingSafeEqual(mac, macOf(vendor, body, trail))) throw stateEnded();
  if (Number.parseInt(body.slice(0, EXPIRY), 16) * 1_000 <= now.getTime()) throw stateEnded();
  return { trail, to: insidePath(Buffer.from(trail.split('.')[1] ?? '', 'base64url').toString()) };
}

/** A vendor's account that nobody has bound yet, on its way through a sign-in to the press that binds it. */
export type Claim = { readonly vendor: VendorName; readonly account: Buffer; readonly federationId: string; readonly path: string };

type Written = { readonly v: VendorName; readonly a: string; readonly f: string; readonly p: string; readonly t: string; readonly u: number };

const trailMark = (trail: string): string => secrets.lookup('vendor-claim', trail).toString('base64url');

/** Seals a claim for the browser that brought it. */
export function sealClaim(c: Claim, trail: string, now: Date): string {
  const written: Written = { v: c.vendor, a: c.account.toString('base64url'), f: c.federationId, p: c.path, t: trailMark(trail), u: addMinutes(now, LIMITS.vendor.claimMinutes).getTime() };
  return secrets.seal(JSON.stringify(written)).toString('base64url');
}

function written(sealed: string): Written | null {
  try {
    return JSON.parse(secrets.open(Buffer.from(sealed, 'base64url'))) as Written;
  } catch {
    return null;
  }
}

/** Opens a claim; `once` is what is used up with it, however it was written. @throws Refused vendorClaimEnded (403) when it is not ours, of another browser, or older than half an hour */
export function openClaim(sealed: string, trail: string | null, now: Date): Claim & { readonly once: string } {
  const w = written(sealed);
  if (w === null || trail === null || w.t !== trailMark(trail) || w.u <= now.getTime()) throw claimEnded();
  return { vendor: w.v, account: Buffer.from(w.a, 'base64url'), federationId: w.f, path: w.p, once: `claim/${w.t}/${w.u}` };
}
