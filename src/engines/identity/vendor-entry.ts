import { officesOf, phoneLookup } from '#engines/org';
import { log } from '#platform/log';
import { secrets } from '#platform/secrets';
import type { Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { readPhone } from '#shared/phone';
import { type Vendor, type VendorAccount, VendorFault, type VendorName } from './adapters/vendor.ts';
import { type Candidate, findByPhone, findByStaffNumber, findPerson } from './candidate.sql.ts';
import { type Entry, goOn } from './entry.ts';
import { gateOf, spendOnce, takeTryAt } from './gate.ts';
import { here } from './house.ts';
import { words } from './identity.words.ts';
import { LIMITS } from './limits.rules.ts';
import type { Origin } from './session.ts';
import { bindByDirectory, vendorRefusal } from './vendor-binding.ts';
import { vendorOfBrowser } from './vendor-browser.rules.ts';
import { newState, readState, sealClaim, stateEnded } from './vendor-state.ts';
import { findBoundPerson, selectVendorScopes, type VendorScope, wasTakenAway } from './vendor.sql.ts';

/** Where a vendor's account leads: in, to the second step, or to the sign-in that binds it. `to` is the way inside the app that was wanted. */
export type VendorEntry = { readonly to: string } & (Exclude<Entry, { next: 'choose' }> | { readonly next: 'bind'; readonly claim: string });

/** The vendors that can be used in a browser; `straight`: this is the vendor's own, so no button needs to be pressed. */
export function vendorsFor(userAgent: string): { vendor: VendorName; straight: boolean }[] {
  const own = vendorOfBrowser(userAgent);
  return here().vendors.filter((v) => !v.insideOnly || v.name === own).map((v) => ({ vendor: v.name, straight: v.name === own }));
}

function vendorNamed(name: VendorName): Vendor {
  const found = here().vendors.find((v) => v.name === name);
  if (found === undefined) throw new Refused(words.vendorOff, { status: 404 });
  return found;
}

/**
 * Begins: where the browser is to go, and what stays in it meanwhile.
 * @throws Refused vendorOff (404)
 */
export function beginVendor(o: { vendor: VendorName; next: string }, userAgent: string, now: Date): { url: string; trail: string; trailSeconds: number } {
  const v = vendorNamed(o.vendor);
  const { state, trail } = newState(v.name, o.next, now);
  const url = v.signInUrl({ state, back: `${here().publicUrl}/sign-in/${v.name}`, inside: vendorOfBrowser(userAgent) === v.name });
  return { url, trail, trailSeconds: (LIMITS.vendor.stateMinutes + LIMITS.vendor.claimMinutes) * 60 };
}

const asking = new Map<VendorName, number>();

/** Asks the vendor, never more than so many at once; what it says against it becomes a sentence, and a number in the log. */
async function whoIs(v: Vendor, code: string, now: Date): Promise<VendorAccount> {
  const busy = asking.get(v.name) ?? 0;
  if (busy >= LIMITS.vendor.atOnce) throw vendorRefusal(words.vendorBusy, v.name, 429);
  asking.set(v.name, busy + 1);
  try {
    return await v.whoIs(code, now);
  } catch (fault) {
    if (!(fault instanceof VendorFault)) throw fault;
    log.warn({ vendor: v.name, why: fault.why, told: fault.told }, 'a vendor named nobody');
    if (fault.why === 'down') throw vendorRefusal(words.vendorDown, v.name, 424);
    throw fault.why === 'code' ? vendorRefusal(words.vendorRefused, v.name, 401) : vendorRefusal(words.vendorStranger, v.name, 403);
  } finally {
    asking.set(v.name, (asking.get(v.name) ?? 1) - 1);
  }
}

/** The union whose people come in by this vendor. @throws Refused vendorOff (404) when the setting names none, or several */
async function scopeOf(v: Vendor, now: Date): Promise<VendorScope> {
  const [only, second] = await here().db.read(null, now, (tx) => selectVendorScopes(tx, v.union ?? null));
  if (only !== undefined && second === undefined) return only;
  log.warn({ vendor: v.name }, 'it is unclear which union comes in by this vendor: set its …_UNION to one union code');
  throw new Refused(words.vendorOff, { status: 404 });
}

/** Members only, and only of the union that uses this vendor: a firm has no say about people who went elsewhere. */
function insistOnMember(c: Candidate, v: Vendor, scope: VendorScope): void {
  if (c.unionPath === null) throw vendorRefusal(words.vendorNotMember, v.name, 403);
  if (!c.unionPath.startsWith(scope.path)) throw vendorRefusal(words.vendorElsewhere, v.name, 403);
}

async function named(tx: Tx, v: Vendor, scope: VendorScope, account: VendorAccount): Promise<Candidate[]> {
  if (v.match === 'mobile' && account.mobile !== null) {
    const read = readPhone(account.mobile);
    if (!read.ok || (read.kind !== 'mobile' && read.kind !== 'international')) return [];
    return (await findByPhone(tx, phoneLookup(read.number), null)).filter((c) => c.federationId === scope.federationId);
  }
  if (v.match === 'staffNumber' && account.staffNumber !== null) {
    const found = await findByStaffNumber(tx, account.staffNumber, v.union ?? null);
    return found.filter((c) => c.federationId === scope.federationId && (c.unionPath === null || c.unionPath.startsWith(scope.path)));
  }
  return [];
}

/**
 * The one person whom the firm's directory means, where the settings believe it. Never somebody with an office (who has a say over others
 * signs in by own means first), never after the person took the account away, never one of several.
 */
async function meantBy(tx: Tx, v: Vendor, scope: VendorScope, account: VendorAccount, lookup: Buffer): Promise<Candidate | null> {
  const [only, second] = await named(tx, v, scope, account);
  if (only === undefined || second !== undefined) return null;
  if (await wasTakenAway(tx, v.name, lookup)) return null;
  return (await officesOf(tx, only.personId)).length > 0 ? null : only;
}

async function personOf(tx: Tx, v: Vendor, scope: VendorScope, account: VendorAccount, lookup: Buffer): Promise<Candidate | null> {
  const bound = await findBoundPerson(tx, v.name, lookup);
  const person = bound === null ? await meantBy(tx, v, scope, account, lookup) : await findPerson(tx, bound);
  if (person === null) return null;
  insistOnMember(person, v, scope);
  return bound !== null || (await bindByDirectory(tx, v.name, lookup, person)) ? person : null;
}

/**
 * Comes back from a vendor: the state is used up, the vendor asked whose code it is, and the person found by the account that was bound, or by
 * the directory where the settings believe it. Otherwise a claim goes back, with which a sign-in of another kind leads to binding it.
 * @param trailed what {@link beginVendor} left in the browser
 * @throws Refused vendorStateEnded, vendorRefused (401), vendorStranger, vendorNotMember, vendorElsewhere (403), vendorOff (404), vendorDown (424), vendorBusy, vendorTooOften (429)
 */
export async function enterWithVendor(o: { vendor: VendorName; code: string; state: string }, trailed: string | null, origin: Origin, now: Date): Promise<VendorEntry> {
  const v = vendorNamed(o.vendor);
  const { to, trail } = readState(v.name, o.state, trailed, now);
  const { db } = here();
  await db.transaction(null, now, (tx) => spendOnce(tx, o.state, LIMITS.vendor.stateMinutes, stateEnded()));
  const scope = await scopeOf(v, now);
  const account = await whoIs(v, o.code, now);
  const lookup = secrets.lookup('vendor-account', `${v.name}/${v.realm}/${account.id}`);
  const gate = gateOf('vendor', lookup.toString('hex'));
  await db.transaction(null, now, (tx) => takeTryAt(tx, gate, words.vendorTooOften, LIMITS.vendor.perAccount));
  return db.transaction(scope.federationId, now, async (tx) => {
    const person = await personOf(tx, v, scope, account, lookup);
    if (person !== null) return { ...(await goOn(tx, person, { ...origin, method: v.name })), to };
    return { next: 'bind', to, claim: sealClaim({ vendor: v.name, account: lookup, ...scope }, trail, now) };
  });
}
