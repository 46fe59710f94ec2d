import { audit } from '#engines/audit';
import type { Actor, Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { newSecretId } from '#shared/ids';
import { type Locale, say, type Word } from '#shared/words';
import type { VendorName } from './adapters/vendor.ts';
import type { Candidate } from './candidate.sql.ts';
import { spendOnce } from './gate.ts';
import { here } from './house.ts';
import { words } from './identity.words.ts';
import { addMinutes, LIMITS, roundDown, SEEN_STEP } from './limits.rules.ts';
import { findBegun } from './session.sql.ts';
import { claimEnded, openClaim } from './vendor-state.ts';
import { deleteVendorSessions, endBinding, findBoundPerson, insertBinding, selectBindings } from './vendor.sql.ts';

/** A session in which an account may be bound: begun in this hour or the one before. */
const FRESH_MINUTES = 120;

/** A refusal in which the vendor is named: its name is a word itself, so it is filled in in both languages. */
export function vendorRefusal(word: Word<'vendor'>, vendor: VendorName, status: number): Refused {
  const filled = (locale: Locale): string => say(word, locale, { vendor: say(words[`method_${vendor}`], locale) });
  return new Refused({ code: word.code, zh: filled('zh'), en: filled('en') }, { status });
}
const hour = (at: Date): Date => roundDown(at, SEEN_STEP.worker);

/** Binds by what a firm's directory says. @returns false when the person has another account, or somebody else was faster */
export async function bindByDirectory(tx: Tx, vendor: VendorName, account: Buffer, c: Candidate): Promise<boolean> {
  const bound = await insertBinding(tx, { id: newSecretId(), personId: c.personId, vendor, account, boundBy: 'directory', at: hour(tx.now) });
  if (!bound) return (await findBoundPerson(tx, vendor, account)) === c.personId;
  await audit.record(tx, { system: 'identity' }, words.saidDirectoryBound, { subject: { kind: 'person', id: c.personId }, slots: { vendor: words[`method_${vendor}`], name: c.name } });
  return true;
}

/**
 * Binds the account of a claim to the person who has just signed in by own means and pressed the button.
 * @throws Refused vendorClaimEnded, vendorNotFresh, vendorNotMember, vendorElsewhere (403), vendorTaken, vendorAnother (409)
 */
export async function bindVendor(tx: Tx, by: Actor, sealed: string, trail: string | null): Promise<VendorName> {
  const { vendor, account, federationId, path, once } = openClaim(sealed, trail, tx.now);
  if (by.membership === null) throw vendorRefusal(words.vendorNotMember, vendor, 403);
  if (by.federationId !== federationId || !by.membership.path.startsWith(path)) throw vendorRefusal(words.vendorElsewhere, vendor, 403);
  const begun = await findBegun(tx, by.personId, by.sessionId);
  if (begun === null || addMinutes(begun, FRESH_MINUTES) <= tx.now) throw new Refused(words.vendorNotFresh, { status: 403 });
  await spendOnce(tx, once, LIMITS.vendor.claimMinutes, claimEnded());
  if (!(await insertBinding(tx, { id: newSecretId(), personId: by.personId, vendor, account, boundBy: 'person', at: hour(tx.now) }))) {
    const holder = await findBoundPerson(tx, vendor, account);
    if (holder !== by.personId) throw vendorRefusal(holder === null ? words.vendorAnother : words.vendorTaken, vendor, 409);
  }
  await audit.record(tx, by, words.saidBoundVendor, { subject: { kind: 'person', id: by.personId }, slots: { vendor: words[`method_${vendor}`] } });
  return vendor;
}

export type OwnVendor = { readonly vendor: VendorName; readonly bound: { readonly at: Date; readonly by: 'person' | 'directory' } | null };

/** The vendors that are set up here and those the person has bound. */
export async function ownVendors(tx: Tx, personId: string): Promise<OwnVendor[]> {
  const bound = new Map((await selectBindings(tx, personId)).map((b) => [b.vendor, { at: b.boundAt, by: b.boundBy }]));
  const names = new Set([...here().vendors.map((v) => v.name), ...bound.keys()]);
  return [...names].map((vendor) => ({ vendor, bound: bound.get(vendor) ?? null }));
}

/**
 * Takes a bound account away; other devices that came in by it are signed out, and no directory puts it back by itself.
 * @returns how many sessions ended
 * @throws Refused vendorNotBound (404)
 */
export async function unbindVendor(tx: Tx, by: Actor, vendor: VendorName): Promise<number> {
  if (!(await endBinding(tx, by.personId, vendor, hour(tx.now)))) throw new Refused(words.vendorNotBound, { status: 404 });
  await audit.record(tx, by, words.saidUnboundVendor, { subject: { kind: 'person', id: by.personId }, slots: { vendor: words[`method_${vendor}`] } });
  return deleteVendorSessions(tx, by.personId, vendor, by.sessionId);
}
