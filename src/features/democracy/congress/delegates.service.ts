import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { newId, newSecretId } from '#shared/ids';
import { audit } from '#engines/audit';
import { notify } from '#engines/notify';
import { DECIDE, loadConstituency, loadDelegate, loadHeld, loadLiving, loadTerm, subject, wrong } from './access.service.ts';
import { cardNumber } from './congress.rules.ts';
import * as con from './constituencies.sql.ts';
import { words } from './congress.words.ts';
import type { roll } from './delegates.contract.ts';
import * as q from './delegates.sql.ts';
import { listElections } from './elections.sql.ts';
import { listRecalls } from './recalls.sql.ts';
import type { TermRow } from './terms.sql.ts';

type In<K extends keyof typeof roll> = z.output<(typeof roll)[K]['in']>;

/** Cards of the next delegates of a class in a term, in order. */
export async function nextCards(tx: Tx, term: Pick<TermRow, 'id' | 'number'>, of: q.Class, n: number): Promise<{ cardNumber: string; cardCode: string }[]> {
  const last = (await q.lastCards(tx, term.id))[of];
  return Array.from({ length: n }, (_, i) => ({ cardNumber: cardNumber(term.number, of, last + i + 1), cardCode: newSecretId() }));
}

/** Tells a person about the seat that is theirs. */
export async function tellSeat(tx: Tx, term: TermRow, id: string, personId: string, what: 'elected' | 'invited' | 'ended' | 'moved'): Promise<void> {
  const [word, body] = { elected: [words.tellElected, words.tellElectedBody] as const, invited: [words.tellInvited, words.tellInvitedBody] as const, ended: [words.tellEnded, words.tellEndedBody] as const, moved: [words.tellMoved, words.tellMovedBody] as const }[what];
  await notify.tell(tx, { key: `congress/${id}/${what}/${tx.now.getTime()}`, kind: `congress.${what}`, word, body, slots: { body: term.body, number: term.number }, link: what === 'ended' ? '/congress' : `/congress/cards/${id}`, to: [personId], unionId: term.unionId });
}

/** Members below the body's union, for inviting them. */
export async function people(tx: Tx, by: Actor, { id, text }: In<'people'>) {
  const term = await loadTerm(tx, by, id);
  return { items: await q.listColleagues(tx, { path: term.path }, text) };
}

/** Invites an observer or a guest: they sit and speak, they never vote. */
export async function invite(tx: Tx, by: Actor, input: In<'invite'>) {
  const term = await loadLiving(tx, by, input.id);
  if (input.class === 'observer' && input.personId === null) wrong('personId', words.observerKnown);
  if (input.personId === null && input.name.length < 2) wrong('name', words.guestName);
  if (input.personId !== null && (await q.findWorkers(tx, term.id, term.path, { ids: [input.personId] })).length === 0) wrong('personId', words.personOutside);
  if (input.delegationId !== null && !(await con.listDelegations(tx, term.id)).some((g) => g.id === input.delegationId)) wrong('delegationId', words.delegationUnknown);
  const id = newId();
  const [card] = await nextCards(tx, term, input.class, 1);
  const kept = await q.insertDelegates(tx, term.id, [{
    id, personId: input.personId, name: input.personId === null ? input.name : '', class: input.class, constituencyId: null, delegationId: input.delegationId, electionId: null, replacesId: null, post: input.post, dispatched: false, unit: input.unit, cardNumber: card?.cardNumber ?? '', cardCode: card?.cardCode ?? newSecretId(),
    since: legalDateOf(tx.now), checked: 'passed',
  }]);
  if (kept.size === 0) wrong('personId', words.onRoll);
  if (input.personId !== null) await tellSeat(tx, term, id, input.personId, 'invited');
  await audit.record(tx, by, words.auditInvited, subject(term, { class: words[`class_${input.class}`] }));
  return { id };
}

/** Changes what a delegate is entered with. */
export async function change(tx: Tx, by: Actor, input: In<'change'>) {
  const { term, delegate } = await loadHeld(tx, by, input.id);
  if (input.delegationId !== null && !(await con.listDelegations(tx, term.id)).some((g) => g.id === input.delegationId)) wrong('delegationId', words.delegationUnknown);
  await q.updateDelegate(tx, input.id, input);
  await audit.record(tx, by, words.auditChanged, subject(term, { name: delegate.name }));
  return { id: input.id };
}

/** Writes what the check of qualification found for the delegates that were ticked. */
export async function check(tx: Tx, by: Actor, { id, ids, passed, note }: In<'check'>) {
  const term = await loadLiving(tx, by, id);
  if (!passed && note.length < 2) wrong('note', words.checkNote);
  const gone = passed ? (await q.findDelegates(tx, ids)).find((d) => d.gone && d.termId === id) : undefined;
  if (gone) throw new Refused(words.checkGone, { slots: { name: gone.name } });
  const n = await q.setChecked(tx, id, ids, passed ? 'passed' : 'failed', passed ? '' : note);
  if (n === 0) throw new Refused(words.noneOnRoll);
  await audit.record(tx, by, passed ? words.auditPassed : words.auditFailed, subject(term, { n }));
  return { id, n };
}

/** Ends a seat: the delegate left, resigned, died or lost the qualification. What was held by a delegate with a vote is vacant from then on. */
export async function end(tx: Tx, by: Actor, { id, reason, note, on }: In<'end'>) {
  const { term, delegate } = await loadHeld(tx, by, id);
  const today = legalDateOf(tx.now);
  const day = on ?? today;
  if (day > today || day < delegate.since) wrong('on', words.endDay);
  if (reason === 'mistake' && delegate.class === 'delegate' && term.stage === 'sitting') wrong('reason', words.mistakeSitting);
  if (reason === 'disqualified' && note.length < 2) wrong('note', words.checkNote);
  if ((await listRecalls(tx, term.id)).some((r) => r.delegateId === id && r.outcome === null)) throw new Refused(words.recallOpen);
  await q.endDelegate(tx, id, { reason, note, on: day });
  if (delegate.personId !== null && reason !== 'deceased') await tellSeat(tx, term, id, delegate.personId, 'ended');
  await audit.record(tx, by, words.auditEnded, subject(term, { name: delegate.name, reason: words[`end_${reason}`] }));
  return { id };
}

/** Gives back a seat that was ended by mistake, as long as nobody was elected for it. */
export async function restore(tx: Tx, by: Actor, { id }: In<'restore'>) {
  const { term, delegate } = await loadDelegate(tx, by, id);
  if (delegate.until === null) throw new Refused(words.stillHeld);
  if (delegate.endReason === 'recalled') throw new Refused(words.recalledStays);
  const open = (await listElections(tx, term.id)).some((e) => e.outcome === null && e.purpose === 'byElection' && e.constituencyId === delegate.constituencyId);
  if (delegate.replacedBy !== '' || delegate.seatDropped !== '' || open) throw new Refused(words.alreadyReplaced);
  if (!(await q.restoreDelegate(tx, id))) throw new Refused(words.onRoll);
  await audit.record(tx, by, words.auditRestored, subject(term, { name: delegate.name }));
  return { id };
}

/** Gives a vacant seat up: only then the number of those entitled shrinks. It never falls below what the rule asked for. */
export async function dropSeat(tx: Tx, by: Actor, { id, why }: In<'dropSeat'>) {
  const { term, delegate } = await loadDelegate(tx, by, id, DECIDE);
  if (delegate.class !== 'delegate' || delegate.until === null || delegate.replacedBy !== '' || delegate.seatDropped !== '' || delegate.endReason === 'mistake') throw new Refused(words.notVacant);
  const sums = await q.sumRoll(tx, term.id, '9999-12-31');
  if (sums.delegates + sums.vacancies - 1 < term.seatsLeast) throw new Refused(words.dropBelow, { slots: { least: term.seatsLeast } });
  await q.setSeatDropped(tx, id, why);
  await audit.record(tx, by, words.auditSeatDropped, subject(term, { name: delegate.constituency }));
  return { id };
}

/** Moves a delegate who works elsewhere now to a constituency that has a free seat; the seat it leaves is vacant. */
export async function move(tx: Tx, by: Actor, { id, constituencyId, why }: In<'move'>) {
  const { term, delegate } = await loadHeld(tx, by, id);
  if (delegate.class !== 'delegate' || delegate.personId === null) throw new Refused(words.moveDelegate);
  const { constituency } = await loadConstituency(tx, by, constituencyId);
  if (constituency.termId !== term.id || constituencyId === delegate.constituencyId) wrong('constituencyId', words.constituencyUnknown);
  const [worker] = await q.findWorkers(tx, term.id, term.path, { ids: [delegate.personId] });
  if (worker?.constituencyId !== constituencyId) wrong('constituencyId', words.worksElsewhere, { name: delegate.name });
  const [vacant] = await q.listVacant(tx, constituencyId);
  if (vacant === undefined && constituency.filled >= constituency.seats) wrong('constituencyId', words.noFreeSeat);
  const next = newId();
  const [card] = await nextCards(tx, term, 'delegate', 1);
  const today = legalDateOf(tx.now);
  await q.endDelegate(tx, id, { reason: 'moved', note: why, on: today });
  await q.insertDelegates(tx, term.id, [{
    id: next, personId: delegate.personId, name: '', class: 'delegate', constituencyId, delegationId: null, electionId: null, replacesId: vacant ?? null, post: delegate.post, dispatched: delegate.dispatched, unit: '', cardNumber: card?.cardNumber ?? '', cardCode: card?.cardCode ?? newSecretId(), since: today, checked: delegate.checked,
  }]);
  await tellSeat(tx, term, next, delegate.personId, 'moved');
  await audit.record(tx, by, words.auditMoved, subject(term, { name: delegate.name, to: constituency.name }));
  return { id: next };
}
