import { randomInt } from 'node:crypto';
import { log } from '#platform/log';
import type { Actor, Bearer } from '#shared/call';
import { type ActorRow, findActor, findBearer } from './actor.sql.ts';
import { grantsOf } from './grants.ts';
import { here } from './house.ts';
import { numbersOf } from './numbers.ts';
import { moveSeen } from './session.sql.ts';
import { type Need, type SessionFacts, standingOf, standingRules, workerLives } from './standing.rules.ts';
import { federationOf, hashToken } from './token.ts';
import { Touches } from './touches.ts';

const touches = new Touches();

/** An actor and what is still asked of the person before offices may be used. */
export type Standing = { readonly actor: Actor; readonly needs: readonly Need[]; readonly app: ActorRow['app']; readonly method: ActorRow['method'] };

function factsOf(row: ActorRow): SessionFacts {
  return {
    app: row.app, method: row.method, secondFactor: row.second_factor,
    begunAt: row.begun_at, seenAt: touches.latest(row.session_id, row.seen_at),
    offices: (row.offices ?? []).map((o) => o.office),
    passwordSetAt: row.password_set_at, mustChangePassword: row.must_change ?? false,
  };
}

function actorFrom(row: ActorRow, officesAwake: boolean): Actor {
  const union = row.union_id && row.union_path && row.membership_state
    ? { unionId: row.union_id, path: row.union_path, state: row.membership_state } : null;
  const holder = {
    federationId: row.federation_id,
    offices: officesAwake ? (row.offices ?? []) : [],
    member: union?.state === 'active' ? union : null,
  };
  return {
    federationId: row.federation_id, personId: row.person_id, sessionId: row.session_id, name: row.name, locale: row.locale,
    membership: union, grants: grantsOf(holder, row.overrides ?? [], here().wordsOf),
  };
}

/** Like {@link actorOf}, with what stands between the person and the offices. */
export async function standingOfToken(token: string, now: Date): Promise<Standing | null> {
  const federationId = federationOf(token);
  if (federationId === null) return null;
  const row = await findActor(here().db, federationId, hashToken(token), now);
  if (row === null) return null;
  const facts = factsOf(row);
  const standing = standingOf(facts, standingRules(here().rules, await numbersOf(federationId)), now);
  if (!standing.alive) return null;
  // An office that went to sleep wakes only by signing in again: a session with `again` is no longer moved on for the office's sake.
  const officer = facts.offices.length > 0 && here().rules.mode === 'live';
  if (!officer || !standing.needs.includes('again')) touches.note(federationId, row.session_id, { officer, seenAt: facts.seenAt, now });
  return { actor: actorFrom(row, standing.officesAwake), needs: standing.needs, app: row.app, method: row.method };
}

/**
 * Who a session token belongs to; null when unknown, ended or run out. One prepared statement, no cache: an office that was
 * revoked is gone from the next request on.
 */
export async function actorOf(token: string, now: Date): Promise<Actor | null> {
  return (await standingOfToken(token, now))?.actor ?? null;
}

/**
 * Whose session a token is, and nothing of memberships and offices; null when unknown, ended or run out. A session of the console, where an
 * office may end it earlier, is looked at as a whole.
 */
export async function bearerOf(token: string, now: Date): Promise<Bearer | null> {
  const federationId = federationOf(token);
  if (federationId === null) return null;
  const row = await findBearer(here().db, federationId, hashToken(token), now);
  if (row === null) return null;
  if (row.app === 'console') return actorOf(token, now);
  const seenAt = touches.latest(row.session_id, new Date(row.seen));
  if (!workerLives(standingRules(here().rules, await numbersOf(federationId)), { begunAt: new Date(row.begun), seenAt }, now)) return null;
  touches.note(federationId, row.session_id, { officer: false, seenAt, now });
  return { federationId, personId: row.person_id, sessionId: row.session_id };
}

/** Writes down what {@link Touches} gathered. Called every few minutes at random and at the end of the process. */
export async function writeTouches(now: Date): Promise<number> {
  const lists = touches.take();
  for (const { federationId, seen } of lists) {
    await here().db.transaction(federationId, now, (tx) => moveSeen(tx, seen));
  }
  return lists.reduce((n, l) => n + l.seen.length, 0);
}

const EVERY_MS = 120_000;

/**
 * Writes touches down every one to three minutes, at random, until stopped; stopping writes what waits.
 * @param now the clock
 */
export function keepWriting(now: () => Date): () => Promise<void> {
  let timer: NodeJS.Timeout;
  const later = (): void => {
    timer = setTimeout(() => {
      writeTouches(now()).catch((error: unknown) => log.error({ error }, 'the last use of sessions could not be written')).finally(later);
    }, randomInt(EVERY_MS / 2, EVERY_MS * 1.5)).unref();
  };
  later();
  return async () => {
    clearTimeout(timer);
    await writeTouches(now());
  };
}
