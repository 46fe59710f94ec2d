import { audit } from '#engines/audit';
import { officesOf } from '#engines/org';
import type { Actor, Tx } from '#shared/call';
import { newSecretId } from '#shared/ids';
import type { Candidate } from './candidate.sql.ts';
import { here } from './house.ts';
import { words } from './identity.words.ts';
import { LIMITS, roundDown, SEEN_STEP, WORKER } from './limits.rules.ts';
import { numbersIn } from './numbers.ts';
import { type App, deleteBeyond, insertSessions, type Method, type NewSession } from './session.sql.ts';
import { hashToken, newSessionToken } from './token.ts';

/** Where somebody signs in from: which app, and the device in coarse words. */
export type Origin = { readonly app: App; readonly device: string };

/** A person by name, before there is a session: for the log. */
export const asActor = (c: Pick<Candidate, 'federationId' | 'personId' | 'name'>, sessionId: string): Actor => ({
  federationId: c.federationId, personId: c.personId, sessionId, name: c.name, locale: 'zh', membership: null, grants: [],
});

function draft(tx: Tx, personId: string, o: Origin & { id?: string; method: Method; secondFactor: boolean; officer: boolean }): { token: string; row: NewSession } {
  const token = newSessionToken(tx.federationId);
  const row = {
    id: o.id ?? newSecretId(), personId, tokenHash: hashToken(token), app: o.app, method: o.method, secondFactor: o.secondFactor, device: o.device,
    begunAt: roundDown(tx.now, SEEN_STEP.worker), seenAt: roundDown(tx.now, o.officer ? SEEN_STEP.officer : SEEN_STEP.worker),
  };
  return { token, row };
}

/** How long the browser keeps the cookie, in seconds: as long as any session may live. When it really ends, the server decides. */
export const cookieSeconds = (): number => WORKER.absolute * 60;

/**
 * Opens a session and says so in the log. In live mode an administrator has one console session at a time unless the rulebook allows more (§23).
 * @param o.id when lines of the log before this one already name the session
 * @returns the token; only its hash is kept
 */
export async function openSession(tx: Tx, c: Candidate, o: Origin & { id?: string; method: Method; secondFactor: boolean }): Promise<string> {
  const { rules } = here();
  const offices = (await officesOf(tx, c.personId)).map((h) => h.office);
  const { token, row } = draft(tx, c.personId, { ...o, officer: rules.mode === 'live' && offices.length > 0 });
  await insertSessions(tx, [row]);
  if (rules.mode === 'live' && o.app === 'console' && offices.some((x) => rules.administratorOffices.includes(x))) {
    await deleteBeyond(tx, c.personId, row.id, (await numbersIn(tx)).sessionsPerAdministrator, 'console');
  }
  await deleteBeyond(tx, c.personId, row.id, LIMITS.sessionsPerPerson);
  await audit.record(tx, asActor(c, row.id), words.saidSignedIn, {
    subject: { kind: 'person', id: c.personId }, slots: { method: words[`method_${o.method}`] },
  });
  return token;
}

/** Tokens for many people at once, for load tests in demonstration mode; leaves no lines in the log. */
export async function issueTokens(tx: Tx, personIds: readonly string[]): Promise<string[]> {
  if (here().mode !== 'demo') throw new Error('tokens are issued in demonstration mode only');
  const made = personIds.map((id) => draft(tx, id, { app: 'api', device: '', method: 'demo', secondFactor: false, officer: false }));
  for (let i = 0; i < made.length; i += 1_000) await insertSessions(tx, made.slice(i, i + 1_000).map((m) => m.row));
  return made.map((m) => m.token);
}
