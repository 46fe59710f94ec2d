import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { instantAt } from '#shared/dates';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { say, type Word } from '#shared/words';
import { doorWords } from '#platform/http';
import { audit } from '#engines/audit';
import { type Ballot, ballots, type Happening, nextPaper } from '#engines/ballot';
import { notify } from '#engines/notify';
import { loadUnionFor, refuseEnded } from '#engines/org';
import type { desk } from './ballots.contract.ts';
import * as q from './ballots.sql.ts';
import { words } from './ballots.words.ts';
import { BASES_OF, LEAST_SECRET, paperFor } from './matters.rules.ts';
import { rollFor } from './roll.service.ts';
import { ruleFor } from './views.service.ts';

type In<K extends keyof typeof desk> = z.output<(typeof desk)[K]['in']>;
type Wanted = In<'prepare'>;
export const KIND = 'vote';
const MOST_TOLD = 100_000;

const wrong = (path: string, why: Word, slots: Record<string, string | number> = {}): never => { throw new Refused(doorWords.checkInput, { status: 400, fields: [{ path, why, slots }] }); };
const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** A vote that the officer keeps, with its ballot. */
export async function loadKept(tx: Tx, by: Actor, id: string): Promise<{ h: q.Held; b: Ballot }> {
  const [h, b] = [await q.findKept(tx, by, id), await ballots.findBallot(tx, id)];
  if (h === null || b === null) throw new Refused(doorWords.notFound, { status: 404 });
  return { h, b };
}

function checkWanted(d: Wanted, now: Date): { opensAt: Date | null; closesAt: Date | null } {
  if (!BASES_OF[d.kind].includes(d.basis)) wrong('basis', words.basisUnfit);
  if (d.kind === 'poll' && d.options.length < 2) wrong('options', words.optionsFew);
  if (d.kind === 'election' && d.candidates.length === 0 && !d.writeIns) wrong('candidates', words.candidatesNone);
  if (d.kind === 'election' && new Set(d.candidates.map((c) => `${c.name}/${c.group}`)).size < d.candidates.length) wrong('candidates', words.candidateTwice);
  if ((d.roll.how === 'people' || d.roll.how === 'sheet') && d.roll.people.length === 0) wrong('roll', words.rollNobody);
  if (d.roll.how === 'units' && d.roll.unions.length === 0) wrong('roll', words.rollNoUnits);
  const [opensAt, closesAt] = [d.opensOn && instantAt(d.opensOn, minutes(d.opensAt)), d.closesOn && instantAt(d.closesOn, minutes(d.closesAt))];
  if (closesAt && closesAt <= now) wrong('closesOn', words.closesPast);
  if (opensAt && closesAt && closesAt <= opensAt) wrong('closesOn', words.closesFirst);
  return { opensAt: opensAt || null, closesAt: closesAt || null };
}

async function write(tx: Tx, by: Actor, d: Wanted, o: { id: string; version?: number; againOf: string | null; round: number }): Promise<{ id: string }> {
  const union = await loadUnionFor(tx, by, 'ballots.keep', d.unionId);
  refuseEnded(union);
  const times = checkWanted(d, tx.now);
  if (d.roll.how === 'units' && (await ballots.findUnits(tx, union.path, d.roll.unions)).length < new Set(d.roll.unions).size) wrong('roll', words.rollNoUnits);
  const roll = await rollFor(tx, union, d.roll);
  if (d.level !== 'open' && (await q.countRoll(tx, roll)) < LEAST_SECRET) wrong('level', words.rollFew, { n: LEAST_SECRET });
  await ballots.prepare(tx, by, { id: o.id, unionId: d.unionId, kind: KIND, title: d.title, level: d.level, paper: paperFor(d), rule: await ruleFor(tx, d.unionId, d.basis), mixAtLeast: LEAST_SECRET, ...times }, o.version);
  await q.putMatter(tx, { id: o.id, unionId: d.unionId, about: d.about, basis: d.basis, roll: d.roll, againOf: o.againOf, round: o.round, tellers: d.tellers });
  await ballots.setRoll(tx, by, o.id, roll);
  return { id: o.id };
}

/** Prepares a vote: paper, rule, roll and level; nobody sees it before it is announced. */
export const prepare = (tx: Tx, by: Actor, d: Wanted): Promise<{ id: string }> => write(tx, by, d, { id: newId(), againOf: null, round: 1 });

/** Changes a vote that is not announced yet. */
export async function change(tx: Tx, by: Actor, d: In<'change'>): Promise<{ id: string }> {
  const { h } = await loadKept(tx, by, d.id);
  return write(tx, by, { ...d, unionId: h.unionId }, { id: d.id, version: d.version, againOf: h.againOf, round: h.round });
}

/** Announces a vote: paper, rule and level are fixed. The roll is drawn anew, so that nobody who came meanwhile is missing. */
export async function announce(tx: Tx, by: Actor, { id }: In<'announce'>) {
  const { h, b } = await loadKept(tx, by, id);
  if (b.state === 'prepared') {
    await ballots.setRoll(tx, by, id, await rollFor(tx, { id: h.unionId, path: h.path }, h.roll));
    if (b.level !== 'open' && (await ballots.countTurnout(tx, id)).entitled < LEAST_SECRET) throw new Refused(words.rollFew, { slots: { n: LEAST_SECRET } });
  }
  await ballots.announce(tx, by, id);
  return { id };
}

/** Raises the level of secrecy; it is never lowered. */
export async function raise(tx: Tx, by: Actor, { id, level }: In<'raise'>) {
  await loadKept(tx, by, id);
  await ballots.raise(tx, by, id, level);
  return { id };
}

/** Opens the vote by hand, before its time. */
export async function open(tx: Tx, by: Actor, { id }: In<'open'>) {
  await loadKept(tx, by, id);
  await ballots.open(tx, by, id);
  return { id };
}

/** Ends the vote by hand; counting begins. */
export async function close(tx: Tx, by: Actor, { id }: In<'close'>) {
  await loadKept(tx, by, id);
  await ballots.close(tx, by, id);
  return { id };
}

/** Declares the counted result. */
export async function declare(tx: Tx, by: Actor, { id }: In<'declare'>) {
  await loadKept(tx, by, id);
  await ballots.declare(tx, by, id);
  return { id };
}

/** Calls a vote off, for a reason; what was voted is deleted unread. */
export async function callOff(tx: Tx, by: Actor, { id, why }: In<'callOff'>) {
  await loadKept(tx, by, id);
  await ballots.callOff(tx, by, id, why);
  return { id };
}

/** Voids a counted vote, for a reason. */
export async function annul(tx: Tx, by: Actor, { id, why }: In<'annul'>) {
  await loadKept(tx, by, id);
  await ballots.annul(tx, by, id, why);
  return { id };
}

const suffix = (n: number): string => say(words.roundTitle, 'zh', { n });
const roundTitle = (title: string, n: number): string => `${title.replace(suffix(n - 1), '').slice(0, 100)}${suffix(n)}`;

/** Prepares the next round of a declared election: a tie, or seats that nobody won. */
export async function again(tx: Tx, by: Actor, { id }: In<'again'>) {
  const { h, b } = await loadKept(tx, by, id);
  const paper = b.state === 'declared' && b.paper.kind === 'election' && b.result?.kind === 'election' ? nextPaper(b.paper, b.result) : null;
  if (paper === null) throw new Refused(words.noNextRound);
  if (h.next !== null) throw new Refused(words.nextThere);
  const next = newId();
  await ballots.prepare(tx, by, { id: next, unionId: h.unionId, kind: KIND, title: roundTitle(b.title, h.round + 1), level: b.level, paper, rule: b.rule, mixAtLeast: b.mixAtLeast });
  await q.putMatter(tx, { id: next, unionId: h.unionId, about: h.about, basis: h.basis, roll: h.roll, againOf: id, round: h.round + 1, tellers: h.tellers });
  await ballots.setRoll(tx, by, next, await rollFor(tx, { id: h.unionId, path: h.path }, h.roll));
  return { id: next };
}

/** Reminds those who have not taken part; nobody learns who they are. */
export async function remind(tx: Tx, by: Actor, { id }: In<'remind'>) {
  const { h, b } = await loadKept(tx, by, id);
  if (b.state !== 'open') throw new Refused(words.notOpen);
  const to = await ballots.listMissing(tx, id, { after: null, limit: 5_000 });
  if (to.length > 0) await notify.tell(tx, { key: `ballots/${id}/reminder/${tx.now.toISOString().slice(0, 10)}`, to, kind: 'ballots.open', word: words.tellReminder, body: words.tellBody, slots: { title: b.title, union: h.union }, link: `/ballots/${id}`, unionId: h.unionId });
  await audit.record(tx, by, words.auditReminded, { subject: { kind: 'ballot', id }, unionId: h.unionId, slots: { title: b.title } });
  return { id };
}

/** Tells the roll that a vote is open, called off, or that its result is declared. */
export async function follow(tx: Tx, { ballot: b, verb }: Happening): Promise<void> {
  const word = verb === 'opened' ? words.tellOpen : verb === 'declared' ? words.tellResult : verb === 'calledOff' && b.openedAt !== null ? words.tellOff : null;
  if (word === null) return;
  const to = await q.listVoters(tx, b.id, MOST_TOLD);
  const [h] = await q.findHeld(tx, [b.id]);
  if (to.length > 0 && h) await notify.tell(tx, { key: `ballots/${b.id}/${verb}`, to, kind: 'ballots.open', word, body: words.tellBody, slots: { title: b.title, union: h.union }, link: `/ballots/${b.id}`, unionId: b.unionId });
}
