import type { z } from 'zod';
import { type CodeMessage, identity } from '#engines/identity';
import type { Database } from '#platform/db';
import type { Call } from '#platform/http';
import { Refused } from '#shared/errors';
import { maskPhone } from '#shared/phone';
import type { Locale } from '#shared/words';
import type { demoApi } from './sign-in.contract.ts';
import { answer, originOf } from './sign-in.service.ts';
import { words } from './sign-in.words.ts';

/** One person of the demonstration as the sign-in page lists them. */
export type CastRow = z.input<(typeof demoApi)['cast']['out']>['people'][number];

type Stage = { readonly db: Database; readonly cast: (locale: Locale, now: Date) => Promise<CastRow[]> };

let stage: Stage | null = null;

/** Told once at start in demonstration mode: where the people are and who they are. */
export function useDemonstration(told: Stage): void {
  stage = told;
}

const open = (): Stage => {
  if (stage === null) throw new Error('the demonstration was not set up: call useDemonstration at start');
  return stage;
};

const MOST_CODES = 50;
const sent: CodeMessage[] = [];

/** The adapter that shows codes on the page instead of sending them; keeps the last fifty in memory. */
export async function showCode(message: CodeMessage): Promise<void> {
  sent.unshift(message);
  sent.length = Math.min(sent.length, MOST_CODES);
}

export const cast = async (_by: null, _o: unknown, call: Call, now: Date) => ({ people: await open().cast(call.locale, now) });

/** In as one of the people of the demonstration; programs find the token in the answer as well. */
export async function signIn(_by: null, o: z.output<(typeof demoApi)['signIn']['in']>, call: Call, now: Date) {
  const { db } = open();
  const federationId = await db.transaction(null, now, (tx) => identity.findFederationOf(tx, o.person));
  const person = federationId && (await db.transaction(federationId, now, (tx) => identity.findPerson(tx, o.person)));
  if (!person) throw new Refused(words.noSuchPerson, { status: 404 });
  const entry = await identity.enterDemonstration(person, originOf(o, call), now);
  return { ...answer(entry, o.keep, call), ...(entry.next === 'in' ? { token: entry.token } : {}) };
}

export async function codes() {
  return { items: sent.map((m) => ({ phone: maskPhone(m.phone), code: m.code, sentAt: m.at.toISOString() })) };
}
