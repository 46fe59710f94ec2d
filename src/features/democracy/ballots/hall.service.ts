import type { z } from 'zod';
import { type Actor, mayIn, type Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { type Locale, say } from '#shared/words';
import { doorWords, Limits } from '#platform/http';
import { type Ballot, ballots } from '#engines/ballot';
import type { hall, terminal } from './hall.contract.ts';
import * as q from './hall.sql.ts';
import { words } from './hall.words.ts';
import { sheetOf } from './views.service.ts';

type In<K extends keyof typeof hall> = z.output<(typeof hall)[K]['in']>;
type At<K extends keyof typeof terminal> = z.output<(typeof terminal)[K]['in']>;
const missing = (): never => { throw new Refused(doorWords.notFound, { status: 404 }); };

/** A ballot of whatever kind whose hall the actor keeps: by the permission word of its kind. */
async function loadHall(tx: Tx, by: Actor, id: string): Promise<{ b: Ballot; union: string }> {
  const [b, place] = [await ballots.findBallot(tx, id), await q.findPlace(tx, id)];
  if (b === null || place === null || !mayIn(by, ballots.kindNamed(b.kind).keep, place.path)) return missing();
  return { b, union: place.union };
}

const nameOf = (b: Ballot, id: string, locale: Locale): string => b.rule.classes.find((c) => c.id === id)?.[locale] ?? say(words.everybody, locale);

/** Cards by class, and whether a terminal waits for a voter. */
export async function look(tx: Tx, by: Actor, { id }: In<'look'>, { locale }: { readonly locale: Locale }) {
  const { b, union } = await loadHall(tx, by, id);
  const { classes, handed, used, waiting } = await ballots.hall.of(tx, id);
  const runs = b.level === 'blind' && (b.state === 'announced' || b.state === 'open');
  return {
    id, federationId: tx.federationId, title: b.title, union, state: b.state, level: b.level, back: ballots.kindNamed(b.kind).consolePath.replace(':id', id), waiting: waiting && b.state === 'open', handed, used,
    classes: classes.map((c) => ({ ...c, name: nameOf(b, c.class, locale) })), may: [...(runs ? ['print', 'hand'] : []), ...(runs && b.state === 'open' ? ['unlock'] : [])],
  };
}

/** Voters of the roll, to check who stands before the desk. */
export async function voters(tx: Tx, by: Actor, { id, text }: In<'voters'>, { locale }: { readonly locale: Locale }) {
  const { b } = await loadHall(tx, by, id);
  return { items: (await q.findVoters(tx, id, text)).map((v) => ({ ...v, class: v.class === '' ? '' : nameOf(b, v.class, locale) })) };
}

/** Makes cards of a class; their digits leave the house this once. */
export async function print(tx: Tx, by: Actor, d: In<'print'>, { locale }: { readonly locale: Locale }) {
  const { b } = await loadHall(tx, by, d.id);
  return { title: b.title, name: nameOf(b, d.class, locale), codes: await ballots.hall.print(tx, by, d.id, { class: d.class, n: d.n }) };
}

/** Notes that somebody of the roll got a card. */
export async function hand(tx: Tx, by: Actor, { id, personId }: In<'hand'>) {
  await loadHall(tx, by, id);
  await ballots.hall.hand(tx, by, id, personId);
  return { id };
}

/** Takes an unused card back; its holder may vote another way. */
export async function takeBack(tx: Tx, by: Actor, { id, personId, code }: In<'takeBack'>) {
  await loadHall(tx, by, id);
  await ballots.hall.drop(tx, by, id, personId, code);
  return { id };
}

/** Unlocks the terminals for one voter, whoever it is. */
export async function unlock(tx: Tx, by: Actor, { id }: In<'unlock'>) {
  await loadHall(tx, by, id);
  await ballots.hall.unlock(tx, id);
  return { id };
}

/** Locks them again. */
export async function lock(tx: Tx, by: Actor, { id }: In<'lock'>) {
  await loadHall(tx, by, id);
  await ballots.hall.lock(tx, id);
  return { id };
}

// By ballot, never by address: who guesses digits is slowed down for everybody.
const perBallot = new Limits(120, 60);
function respect(ballotId: string, now: Date): void {
  const wait = perBallot.take(ballotId, now.getTime());
  if (wait > 0) throw new Refused(doorWords.tooMany, { status: 429, slots: { seconds: wait } });
}

/** What a terminal shows: the paper of a secret vote, and whether it is unlocked. */
export async function atTerminal(tx: Tx, _by: null, { id }: At<'look'>) {
  const place = await q.findPlace(tx, id);
  if (place === null) return missing();
  const { ballot: b, waiting } = await ballots.hall.terminal(tx, id);
  if (b.level !== 'blind') return missing();
  const open = b.state === 'open' && b.keysReady;
  return { id, federationId: tx.federationId, title: b.title, union: place.union, about: place.about, state: b.state, waiting, sheet: open ? sheetOf(b.paper) : null, booth: open ? await ballots.boothOf(tx, id) : null };
}

/** Whether a card may be used now. */
export async function check(tx: Tx, _by: null, { ballotId, code }: At<'check'>) {
  respect(ballotId, tx.now);
  return { class: await ballots.hall.check(tx, ballotId, code) };
}

/** Signs a blinded token for a card, once. Nobody is known here. */
export async function token(tx: Tx, _by: null, { ballotId, code, blinded }: At<'token'>) {
  respect(ballotId, tx.now);
  return ballots.hall.token(tx, ballotId, code, blinded);
}
