import { toDataURL } from 'qrcode';
import type { z } from 'zod';
import { type ConsentView, identity } from '#engines/identity';
import type { Call } from '#platform/http';
import type { Actor, Tx } from '#shared/call';
import { type Locale, say } from '#shared/words';
import type { api } from './sign-in.contract.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;

export const requestOwnCode = (by: Actor, _o: unknown, call: Call, now: Date) => identity.requestOwnCode(by, call.locale, now);

export const requestNewPhoneCode = (by: Actor, o: In<'requestNewPhoneCode'>, call: Call, now: Date) => identity.requestCodeTo(by, o.phone, call.locale, now);

export const changePhone = (by: Actor, o: In<'changePhone'>, _call: Call, now: Date) => identity.changePhone(by, o, now);

export async function setPassword(by: Actor, o: In<'setPassword'>, _call: Call, now: Date) {
  return { endedSessions: await identity.setPassword(by, o, now) };
}

export async function enrolTotp(tx: Tx, by: Actor, _o: unknown, call: Call) {
  const { uri, secret } = await identity.enrol(tx, by, call.locale);
  return { uri, secret, qr: await toDataURL(uri, { margin: 1, width: 264, errorCorrectionLevel: 'M' }) };
}

export async function confirmTotp(by: Actor, o: In<'confirmTotp'>, _call: Call, now: Date) {
  return { recoveryCodes: await identity.confirm(by, o.code, now) };
}

export async function renewRecoveryCodes(by: Actor, o: In<'renewRecoveryCodes'>, _call: Call, now: Date) {
  return { recoveryCodes: await identity.renewRecoveryCodes(by, o.code, now) };
}

export async function removeTotp(by: Actor, o: In<'removeTotp'>, _call: Call, now: Date) {
  await identity.removeAuthenticator(by, o.code, now);
  return { done: true as const };
}

/** The notice in the reader's language; public, so that it can be read before anything is typed. */
export async function privacyNotice(_by: null, o: In<'privacyNotice'>, call: Call) {
  const locale = o.locale ?? call.locale;
  return {
    version: identity.PURPOSES.notice.version,
    title: say(identity.PURPOSES.notice.title, locale),
    sections: identity.NOTICE.map((s) => ({ heading: say(s.heading, locale), text: say(s.text, locale) })),
  };
}

const shown = (c: ConsentView, locale: Locale) => ({
  purpose: c.purpose, title: say(c.text.title, locale), text: say(c.text.text, locale), version: c.text.version, state: c.state,
  givenAt: c.givenAt?.toISOString() ?? null, withdrawnAt: c.withdrawnAt?.toISOString() ?? null,
});

export async function listConsents(tx: Tx, by: Actor, _o: unknown, call: Call) {
  return { items: (await identity.listConsents(tx, by.personId)).map((c) => shown(c, call.locale)) };
}

export const giveConsent = async (tx: Tx, by: Actor, o: In<'giveConsent'>, call: Call) => shown(await identity.answerConsent(tx, by, o), call.locale);

export const withdrawConsent = async (tx: Tx, by: Actor, o: In<'withdrawConsent'>, call: Call) =>
  shown(await identity.withdrawConsent(tx, by, o.purpose), call.locale);
