import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { type Locale, say, type Slots, type Word } from '#shared/words';
import type { Call } from '#platform/http';
import { cases, type Doer } from '#engines/cases';
import { notify } from '#engines/notify';
import { findMemberships, findUnion, loadPerson, loadUnion, officersOf, officesWith, refuseEnded, savePeople, transferMembership } from '#engines/org';
import type { api } from './transfers.contract.ts';
import { duesMonth, openTo } from './transfers.rules.ts';
import { transferProcess } from './transfers.process.ts';
import { closeTransfer, findTransferFor, holdTransfer, type ListedTransfer, type TransferRow } from './transfers.sql.ts';
import { words } from './transfers.words.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
type Verb = 'release' | 'receive' | 'decline' | 'object' | 'issue';

/** A transfer for the member or an officer of either union, or the refusal that hides it. */
export async function loadTransferFor(tx: Tx, by: Actor, id: string): Promise<ListedTransfer> {
  const found = await findTransferFor(tx, by, id);
  if (found === null) throw new Refused(words.notFound, { status: 404 });
  return found;
}

/** What stands in the way of a step, or null. */
type Obstacle = { readonly why: Word; readonly slots?: Slots; readonly status?: number };

/** The transfer held for a step of one side, and what stands in the way. Who may not act for that side finds nothing. */
async function take(tx: Tx, by: Actor, verb: Verb, id: string): Promise<{ t: ListedTransfer; obstacle: Obstacle | null }> {
  const seen = await loadTransferFor(tx, by, id);
  const may = openTo(by, seen);
  const side = verb === 'receive' || verb === 'decline' ? may.to : may.from;
  if (!side) throw new Refused(words.notFound, { status: 404 });
  await holdTransfer(tx, id);
  const t = await loadTransferFor(tx, by, id);
  const obstacle = await obstacleOf(tx, by, verb, t);
  return { t, obstacle };
}

/** How the transfer stands, in both languages. */
function nowIs(t: ListedTransfer): Word {
  const { word } = transferProcess.states[t.state as 'done'];
  return { code: words.leftState.code, zh: say(words.leftState, 'zh', { name: t.name, state: word.zh }), en: say(words.leftState, 'en', { name: t.name, state: word.en }) };
}

async function obstacleOf(tx: Tx, by: Actor, verb: Verb, t: ListedTransfer): Promise<Obstacle | null> {
  const from: readonly string[] = transferProcess.steps[verb].from;
  if (t.personId === by.personId) return { why: words.leftOwn, slots: { name: t.name }, status: 403 };
  if (verb === 'receive' && t.state === 'requested') return { why: words.notReleased };
  if (!from.includes(t.state)) return { why: nowIs(t) };
  if (verb === 'release' && t.toUnionId === null) return { why: words.letterInstead };
  if (verb === 'issue' && t.toUnionId !== null) return { why: words.noLetter };
  if (verb === 'object' && t.objection !== null) return { why: words.objectedOnce };
  if (verb === 'receive' || verb === 'issue') return (await stillThere(tx, t)) ? null : { why: words.leftMoved, slots: { name: t.name } };
  return null;
}

async function stillThere(tx: Tx, t: TransferRow): Promise<boolean> {
  const living = (await findMemberships(tx, [t.personId])).get(t.personId);
  return living?.state === 'active' && (living.unionId === t.fromUnionId || living.unionId === (await findUnion(tx, t.fromUnionId))?.mergedIntoId);
}

async function tellOldUnion(tx: Tx, t: TransferRow, where: string, on: string, name: string): Promise<void> {
  const officers = await officersOf(tx, [t.fromUnionId], officesWith('transfers.release'));
  const to = [...new Set(officers.map((o) => o.personId))].filter((id) => id !== t.personId);
  if (to.length > 0) await notify.tell(tx, { key: `transfers/${t.caseId}/gone`, to, kind: 'transfer.gone', word: words.tellGone, body: words.tellGoneBody, slots: { name, union: where, month: duesMonth(on) }, link: `/console/transfers/${t.caseId}` });
}

/** The last step: the old period ends and the new one begins in this transaction, or the membership leaves with the letter. */
export async function complete(tx: Tx, t: TransferRow, doer: Doer): Promise<void> {
  const on = legalDateOf(tx.now);
  const to = t.toUnionId === null ? null : await loadUnion(tx, t.toUnionId);
  if (to) refuseEnded(to);
  await cases.step(tx, transferProcess, to ? 'receive' : 'issue', t.caseId, doer);
  await transferMembership(tx, {
    personId: t.personId, fromUnionId: t.fromUnionId,
    to: to && { unionId: to.id, originId: t.caseId, category: t.unattached ? 'unattached' : 'regular', subsidised: t.unattached, job: t.job },
  });
  const person = await loadPerson(tx, t.personId);
  if (t.newForm && t.newForm !== person.newForm) await savePeople(tx, [{ ...person, newForm: t.newForm }]);
  await closeTransfer(tx, t.caseId, on);
  await tellOldUnion(tx, t, to?.name ?? t.outside, on, person.name);
}

/** Releases one; when the new union invited the member all three have consented, and it is completed at once. */
async function releaseOne(tx: Tx, by: Actor, t: TransferRow): Promise<void> {
  await cases.step(tx, transferProcess, 'release', t.caseId, { kind: 'person', actor: by });
  if (t.invited) await complete(tx, t, { kind: 'system', job: 'transfers.settle' });
}

/** Settles up to 200; those that cannot be settled are named with the reason, one alone is refused with it. Always in one order, so that two officers do not wait for each other. */
async function settle(tx: Tx, by: Actor, ids: readonly string[], verb: 'release' | 'receive', locale: Locale) {
  const left: { id: string; why: string }[] = [];
  const each = [...new Set(ids)].sort();
  for (const id of each) {
    const { t, obstacle } = await take(tx, by, verb, id);
    if (obstacle && each.length === 1) refuse(obstacle);
    if (obstacle) left.push({ id, why: say(obstacle.why, locale, obstacle.slots) });
    else if (verb === 'release') await releaseOne(tx, by, t);
    else await complete(tx, t, { kind: 'person', actor: by });
  }
  if (left.length === each.length) throw new Refused(words.nothingSettled, { slots: { why: left[0]?.why ?? '' } });
  return { settled: each.length - left.length, left };
}

function refuse({ why, slots, status }: Obstacle): never {
  throw new Refused(why, { status: status ?? 409, ...(slots ? { slots } : {}) });
}

/** The old union lets go. */
export const release = (tx: Tx, by: Actor, { ids }: In<'release'>, call: Call) => settle(tx, by, ids, 'release', call.locale);
/** The new union takes in. */
export const receive = (tx: Tx, by: Actor, { ids }: In<'receive'>, call: Call) => settle(tx, by, ids, 'receive', call.locale);

async function takeOne(tx: Tx, by: Actor, verb: Verb, id: string): Promise<ListedTransfer> {
  const { t, obstacle } = await take(tx, by, verb, id);
  if (obstacle) refuse(obstacle);
  return t;
}

/** The new union does not take the member in; the membership stays where it is. */
export async function decline(tx: Tx, by: Actor, { id, text }: In<'decline'>) {
  await takeOne(tx, by, 'decline', id);
  await cases.step(tx, transferProcess, 'decline', id, { kind: 'person', actor: by }, { text });
  await closeTransfer(tx, id, null);
  return { id };
}

/** The old union says once what speaks against it. It is shown and stops nothing. */
export async function object(tx: Tx, by: Actor, { id, text }: In<'object'>) {
  await takeOne(tx, by, 'object', id);
  await cases.step(tx, transferProcess, 'object', id, { kind: 'person', actor: by }, { text, facts: { objection: text } });
  return { id };
}

/** The old union gives the letter for a union outside; the membership ends as transferred. */
export async function issue(tx: Tx, by: Actor, { id }: In<'issue'>) {
  await complete(tx, await takeOne(tx, by, 'issue', id), { kind: 'person', actor: by });
  return { id };
}
