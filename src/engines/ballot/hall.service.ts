import { randomInt } from 'node:crypto';
import type { Tx } from '#shared/call';
import { bytesIn, idBytes } from '#shared/ballot-paper';
import { Refused } from '#shared/errors';
import { audit } from '#engines/audit';
import type { Ballot } from './ballot.rules.ts';
import { findBallot } from './ballot.sql.ts';
import { words } from './ballot.words.ts';
import { sha256 } from './crypto.ts';
import * as q from './hall.sql.ts';
import type { Keeper } from './kinds.ts';
import { markGiven, unmarkGiven } from './roll.sql.ts';
import { ballotAt } from './steps.service.ts';
import { bytesFrom, entryOf, signedFor, votable } from './vote.service.ts';

const DIGITS = 16;
const newCode = (): string => Array.from({ length: DIGITS }, () => String(randomInt(10))).join('');
const hashOf = (ballotId: string, code: string): Buffer => sha256(bytesIn('niangjia-card/1', idBytes(ballotId), code));
const noted = (tx: Tx, by: Keeper, word: Parameters<typeof audit.record>[2], b: Ballot, n = 0): Promise<void> => audit.record(tx, by, word, { subject: { kind: 'ballot', id: b.id }, unionId: b.unionId, slots: { title: b.title, n } });

async function blindBallot(tx: Tx, id: string): Promise<Ballot> {
  const b = await ballotAt(tx, id, ['announced', 'open'], 'share');
  if (b.level !== 'blind') throw new Refused(words.onlyBlind);
  return b;
}

/**
 * Makes voting cards of a class for the hall: random codes, of which only hashes are kept. A card opens nothing by itself; it becomes a vote when one was
 * handed out to somebody of its class and a terminal was unlocked.
 * @returns the codes, sixteen digits each, to be printed once
 * @throws Refused when there would be more cards than people
 */
export async function printCards(tx: Tx, by: Keeper, id: string, o: { readonly class: string; readonly n: number }): Promise<string[]> {
  const b = await blindBallot(tx, id);
  await q.findUnlocked(tx, id, true);
  const own = (await q.listHall(tx, id)).find((c) => c.class === o.class);
  if (own === undefined) throw new Refused(words.classUnknown);
  if (own.printed + o.n > own.entitled) throw new Refused(words.cardsMany, { slots: { n: Math.max(0, own.entitled - own.printed) } });
  const codes = Array.from({ length: o.n }, newCode);
  await q.insertCards(tx, id, o.class, codes.map((c) => hashOf(id, c)));
  await noted(tx, by, words.auditCards, b, o.n);
  return codes;
}

/** Notes that somebody of the roll was handed a card; which one, nobody notes. From then on that person has no other way to vote. */
export async function hand(tx: Tx, by: Keeper, id: string, personId: string): Promise<void> {
  const b = await blindBallot(tx, id);
  await q.findUnlocked(tx, id, true);
  const voter = await entryOf(tx, b, personId);
  if (voter.given) throw new Refused(words.voteGiven);
  const own = (await q.listHall(tx, id)).find((c) => c.class === voter.class);
  if (own === undefined || own.printed <= own.handed) throw new Refused(words.cardsNone);
  await markGiven(tx, id, personId, null);
  await noted(tx, by, words.auditHanded, b);
}

/** Takes an unused card back from somebody it was handed to: the card is void, the person may vote another way. */
export async function dropHanded(tx: Tx, by: Keeper, id: string, personId: string, code: string): Promise<void> {
  const b = await blindBallot(tx, id);
  await q.findUnlocked(tx, id, true);
  const voter = await entryOf(tx, b, personId);
  if (!voter.given || voter.asked !== null || !(await q.dropCard(tx, id, hashOf(id, code)))) throw new Refused(words.cardUnknown);
  await unmarkGiven(tx, id, [personId]);
  await noted(tx, by, words.auditTakenBack, b);
}

type Hall = { readonly classes: readonly q.HallClass[]; readonly handed: number; readonly used: number; readonly waiting: boolean };

/** The hall of a ballot: cards by class, and whether a terminal waits for a voter. */
export async function hallOf(tx: Tx, id: string): Promise<Hall> {
  const [classes, unlocked] = [await q.listHall(tx, id), await q.findUnlocked(tx, id)];
  const [handed, used] = [classes.reduce((n, c) => n + c.handed, 0), classes.reduce((n, c) => n + c.used, 0)];
  return { classes, handed, used, waiting: unlocked > used };
}

/** Unlocks the terminals for one voter, whoever it is: the next card that is used locks them again. Leaves no audit line: it is a moment of somebody's vote. */
export async function unlock(tx: Tx, id: string): Promise<void> {
  await votable(tx, id, ['blind']);
  await q.findUnlocked(tx, id, true);
  const hall = await hallOf(tx, id);
  if (hall.waiting) throw new Refused(words.terminalOpen);
  if (hall.handed <= hall.used) throw new Refused(words.terminalNobody);
  await q.setUnlocked(tx, id, hall.used + 1);
}

/** Locks them again, when nobody came. */
export async function lock(tx: Tx, id: string): Promise<void> {
  await q.findUnlocked(tx, id, true);
  await q.setUnlocked(tx, id, (await hallOf(tx, id)).used);
}

/** Whether a terminal may take a card now. */
export async function terminalOf(tx: Tx, id: string): Promise<{ ballot: Ballot; waiting: boolean }> {
  const ballot = await findBallot(tx, id);
  if (ballot === null || ballot.state === 'prepared') throw new Refused(words.ballotUnknown, { status: 404 });
  return { ballot, waiting: ballot.level === 'blind' && ballot.state === 'open' && (await hallOf(tx, id)).waiting };
}

/** A card that may be used now, held; or used already for the same message. */
async function cardAt(tx: Tx, id: string, code: string, asked: Buffer | null): Promise<{ card: q.Card; hash: Buffer }> {
  const unlocked = await q.findUnlocked(tx, id, true);
  const hash = hashOf(id, code);
  const card = await q.findCard(tx, id, hash);
  if (card === null) throw new Refused(words.cardUnknown, { status: 404 });
  if (card.asked !== null && !(asked && card.asked.equals(asked))) throw new Refused(words.cardUsed);
  if (card.asked === null) {
    const hall = await hallOf(tx, id);
    if (unlocked <= hall.used) throw new Refused(words.terminalLocked);
    const own = hall.classes.find((c) => c.class === card.class);
    if (own === undefined || own.used >= own.handed) throw new Refused(words.cardNotHanded);
  }
  return { card, hash };
}

/** Whether a card may be used now, before anything is marked. @returns the class of voters it is for */
export async function checkCard(tx: Tx, id: string, code: string): Promise<string> {
  await votable(tx, id, ['blind']);
  return (await cardAt(tx, id, code, null)).card.class;
}

/**
 * Signs a blinded token for whoever holds a card, once: the terminal knows no person, and the house never sees which token a card became. The same
 * blinded message gets the same answer again.
 * @param code sixteen digits
 */
export async function cardToken(tx: Tx, id: string, code: string, blinded: string): Promise<{ class: string; signature: string }> {
  const ballot = await votable(tx, id, ['blind']);
  const message = bytesFrom(blinded);
  const asked = sha256(message);
  const { card, hash } = await cardAt(tx, id, code, asked);
  const signed = await signedFor(tx, ballot, card.class, message);
  if (card.asked === null) await q.useCard(tx, id, hash, asked);
  return signed;
}
