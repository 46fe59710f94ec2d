import type { z } from 'zod';
import { identity } from '#engines/identity';
import type { Call } from '#platform/http';
import type { Actor, Tx } from '#shared/call';
import type { api } from './sign-in.contract.ts';
import { originOf } from './sign-in.service.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;

export const vendors = async (_by: null, _o: unknown, call: Call) => ({ items: identity.vendorsFor(call.userAgent) });

export async function beginVendor(_by: null, o: In<'beginVendor'>, call: Call, now: Date) {
  const { url, trail, trailSeconds } = identity.beginVendor(o, call.userAgent, now);
  call.setTrail(trail, trailSeconds);
  return { url };
}

/** The trail stays only where a press that binds is still to come. */
export async function finishVendor(_by: null, o: In<'finishVendor'>, call: Call, now: Date) {
  const entry = await identity.enterWithVendor(o, call.trail, originOf({ app: 'member', keep: 'cookie' }, call), now);
  if (entry.next === 'bind') return { next: entry.next, to: entry.to, claim: entry.claim };
  call.setTrail(null);
  if (entry.next === 'totp') return { next: entry.next, to: entry.to, ticket: entry.ticket };
  call.setSession(entry.token, entry.maxAgeSeconds);
  return { next: entry.next, to: entry.to };
}

export async function bindVendor(tx: Tx, by: Actor, o: In<'bindVendor'>, call: Call) {
  const vendor = await identity.bindVendor(tx, by, o.claim, call.trail);
  call.setTrail(null);
  return { vendor };
}

/** `open` says whether the account could be bound from this browser. */
export async function myVendors(tx: Tx, by: Actor, _o: unknown, call: Call) {
  const usable = new Set(identity.vendorsFor(call.userAgent).map((v) => v.vendor));
  const own = await identity.ownVendors(tx, by.personId);
  return { items: own.map((v) => ({ vendor: v.vendor, boundAt: v.bound?.at.toISOString() ?? null, directory: v.bound?.by === 'directory', open: usable.has(v.vendor) })) };
}

export const unbindVendor = async (tx: Tx, by: Actor, o: In<'unbindVendor'>) => ({ endedSessions: await identity.unbindVendor(tx, by, o.vendor) });
