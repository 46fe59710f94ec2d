import type { z } from 'zod';
import { audit } from '#engines/audit';
import { type Entry, identity } from '#engines/identity';
import { findMemberships, findPeople, findUnion, officesOf, outermost, updatePreferences } from '#engines/org';
import type { Call } from '#platform/http';
import type { Actor, Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { maskPhone } from '#shared/phone';
import { unreadOf } from './unread.service.ts';
import type { api, Me, SignedIn, TextSize } from './sign-in.contract.ts';
import { words } from './sign-in.words.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
type Keep = 'cookie' | 'token';

/** What the answer carries: the token only for those who asked for it, otherwise the cookie is set. */
export function answer(entry: Entry, keep: Keep, call: Call): z.input<typeof SignedIn> {
  if (entry.next === 'totp') return { next: 'totp', ticket: entry.ticket };
  if (entry.next === 'choose') return { next: 'choose', ticket: entry.ticket, choices: [...entry.choices] };
  if (keep === 'token') return { next: 'in', token: entry.token };
  call.setSession(entry.token, entry.maxAgeSeconds);
  return { next: 'in' };
}

/** Where a call comes from; a bearer token belongs to a program, not to an app. */
export const originOf = (o: { app: 'member' | 'console'; keep: Keep }, call: Call) =>
  ({ app: o.keep === 'token' ? 'api' : o.app, device: identity.deviceOf(call.userAgent) }) as const;

export const requestCode = (_by: null, o: In<'requestCode'>, call: Call, now: Date) => identity.requestCode(o.phone, call.locale, now);

export async function withCode(_by: null, o: In<'withCode'>, call: Call, now: Date) {
  return answer(await identity.enterWithCode(o, originOf(o, call), now), o.keep, call);
}

export async function withPassword(_by: null, o: In<'withPassword'>, call: Call, now: Date) {
  return answer(await identity.enterWithPassword(o, originOf(o, call), now), o.keep, call);
}

export async function choose(_by: null, o: In<'choose'>, call: Call, now: Date) {
  return answer(await identity.choose(o, now), o.keep, call);
}

export async function secondStep(_by: null, o: In<'secondStep'>, call: Call, now: Date) {
  return answer(await identity.enterSecondStep(o, now), o.keep, call);
}

/** Ends the session this call came with. */
export async function signOut(tx: Tx, by: Actor, _o: unknown, call: Call) {
  await identity.deleteSession(tx, by.personId, by.sessionId);
  await audit.record(tx, by, words.saidSignedOut, { subject: { kind: 'person', id: by.personId } });
  call.setSession(null);
  return { done: true as const };
}

type Office = Awaited<ReturnType<typeof officesOf>>[number];

function scopesOf(offices: readonly Office[]) {
  const roots = new Set(outermost(offices.map((h) => h.unionPath)));
  const seen = new Map(offices.filter((h) => roots.has(h.unionPath)).map((h) => [h.unionId, h.unionName]));
  return [...seen].map(([unionId, name]) => ({ unionId, name }));
}

/** Everything both apps need to draw their first screen. */
export async function me(tx: Tx, by: Actor, _o: unknown, call: Call): Promise<z.input<typeof Me>> {
  const standing = call.token === null ? null : await identity.standingOfToken(call.token, tx.now);
  const person = (await findPeople(tx, [by.personId])).get(by.personId);
  const membership = (await findMemberships(tx, [by.personId])).get(by.personId);
  const union = by.membership ? await findUnion(tx, by.membership.unionId) : null;
  const offices = await officesOf(tx, by.personId);
  const notice = (await identity.listConsents(tx, by.personId)).find((c) => c.purpose === 'notice');
  const asleep = standing?.needs ?? [];
  const textSize = (person?.textSize ?? 'usual') as z.infer<typeof TextSize>;
  return {
    person: { id: by.personId, name: by.name },
    union: union && { id: union.id, name: union.name, code: union.code },
    membership: by.membership && { state: by.membership.state, cardNumber: membership?.cardNumber ?? null },
    unread: await unreadOf(tx, by),
    grants: [...new Set(by.grants.map((g) => g.permission))],
    scopes: asleep.length === 0 ? scopesOf(offices) : [],
    offices: offices.map((h) => ({ kind: h.office, unionId: h.unionId, unionName: h.unionName })),
    mode: identity.mode(), locale: by.locale, textSize, largeType: textSize !== 'usual',
    needs: [...asleep, ...(notice?.state === 'given' ? [] : ['consent' as const])],
    safety: { ...(await identity.findSafety(tx, by.personId)), phone: person?.phone ? maskPhone(person.phone) : null },
  };
}

export async function setPreferences(tx: Tx, by: Actor, o: In<'setPreferences'>) {
  const wanted = o.textSize ?? (o.largeType === undefined ? undefined : o.largeType ? 'large' : 'usual');
  await updatePreferences(tx, by.personId, { locale: o.locale, textSize: wanted });
  const person = (await findPeople(tx, [by.personId])).get(by.personId);
  const textSize = (person?.textSize ?? 'usual') as z.infer<typeof TextSize>;
  return { locale: person?.locale ?? by.locale, textSize, largeType: textSize !== 'usual' };
}

export async function listSessions(tx: Tx, by: Actor) {
  const sessions = await identity.selectSessions(tx, by.personId, identity.LIMITS.sessionsPerPerson);
  return {
    items: sessions.map((s) => ({
      id: s.id, current: s.id === by.sessionId, device: s.device, app: s.app, begun: s.begunAt.toISOString(), seen: s.seenAt.toISOString(),
    })),
  };
}

export async function endSession(tx: Tx, by: Actor, o: In<'endSession'>, call: Call) {
  if (!(await identity.deleteSession(tx, by.personId, o.id))) throw new Refused(words.noSuchSession, { status: 404 });
  await audit.record(tx, by, words.saidEndedSession, { subject: { kind: 'person', id: by.personId } });
  if (o.id === by.sessionId) call.setSession(null);
  return { done: true as const };
}

export async function endOtherSessions(tx: Tx, by: Actor) {
  const ended = await identity.deleteSessions(tx, by.personId, { except: by.sessionId });
  await audit.record(tx, by, words.saidEndedOthers, { subject: { kind: 'person', id: by.personId }, slots: { count: ended } });
  return { ended };
}
