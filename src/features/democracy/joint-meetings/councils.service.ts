import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { doorWords } from '#platform/http';
import { audit } from '#engines/audit';
import { notify } from '#engines/notify';
import { findPeople as findPersons, loadUnionFor, refuseEnded } from '#engines/org';
import * as k from './councils.sql.ts';
import type { api } from './joint-meetings.contract.ts';
import { words } from './joint-meetings.words.ts';
import { countOwned } from './meetings.sql.ts';
import { loadCouncil } from './views.service.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
const subject = (id: string) => ({ kind: 'jointCouncil', id });

/** A council that this officer keeps; changes of it come one after the other. */
export async function loadKept(tx: Tx, by: Actor, id: string): Promise<k.CouncilRow> {
  await k.lockCouncil(tx, id);
  const council = await loadCouncil(tx, by, id);
  if (!council.keeps) throw new Refused(doorWords.notFound, { status: 404 });
  return council;
}
/** The same where it has to be running. */
export async function loadRunning(tx: Tx, by: Actor, id: string): Promise<k.CouncilRow> {
  const council = await loadKept(tx, by, id);
  if (council.endedOn !== null) throw new Refused(words.councilEnded);
  return council;
}

/** Founds a council of a union with another body. */
export async function found(tx: Tx, by: Actor, { unionId, ...d }: In<'found'>) {
  refuseEnded(await loadUnionFor(tx, by, k.KEEP, unionId));
  const id = newId();
  await k.insertCouncil(tx, { ...d, id, unionId, foundedOn: legalDateOf(tx.now) });
  await audit.record(tx, by, words.auditFounded, { subject: subject(id), unionId, slots: { title: d.title, other: d.otherName } });
  return { id };
}

/** Changes what a council is about, ends it or begins it again. */
export async function amend(tx: Tx, by: Actor, { id, version, running, ...d }: In<'amend'>) {
  const council = await loadKept(tx, by, id);
  if (!running && council.open > 0) throw new Refused(words.itemsOpen, { slots: { n: council.open } });
  if (!(await k.updateCouncil(tx, id, version, { ...d, endedOn: running ? null : (council.endedOn ?? legalDateOf(tx.now)) }))) throw new Refused(words.changedMeanwhile);
  await audit.record(tx, by, words.auditAmended, { subject: subject(id), unionId: council.unionId, slots: { title: d.title } });
  return { id };
}

/** People who may be named, by the beginning of the name. */
export async function people(tx: Tx, by: Actor, { id, text }: In<'people'>) {
  const council = await loadCouncil(tx, by, id);
  if (!council.keeps) throw new Refused(doorWords.notFound, { status: 404 });
  return { items: await k.findPeople(tx, council.path, text) };
}

/** Names a representative of a side, or changes side and role. Who keeps the council for the union does not speak for the other side. */
export async function name(tx: Tx, by: Actor, { id, personId, side, role }: In<'name'>) {
  const council = await loadRunning(tx, by, id);
  const person = (await findPersons(tx, [personId])).get(personId);
  if (person === undefined) throw new Refused(doorWords.notFound, { status: 404 });
  if (side === 'other' && personId === by.personId) throw new Refused(words.notOtherSide);
  await k.putRepresentative(tx, id, { personId, side, role, since: legalDateOf(tx.now) });
  await audit.record(tx, by, words.auditNamed, { subject: subject(id), unionId: council.unionId, slots: { title: council.title, name: person.name, side: words[`side_${side}`], role: words[`role_${role}`] } });
  await notify.tell(tx, { key: `jointMeetings/${id}/named/${personId}/${side}/${role}`, kind: 'jointMeetings.named', word: words[`tellNamed_${side}`], body: words.tellNamedBody, slots: { title: council.title, union: council.union, other: council.otherName }, link: `/joint-meetings/${id}`, unionId: council.unionId, to: [personId] });
  return { id };
}

/** Ends somebody's part in a council; what they own is handed over first. */
export async function dismiss(tx: Tx, by: Actor, { id, personId }: In<'dismiss'>) {
  const council = await loadKept(tx, by, id);
  const owned = await countOwned(tx, id, personId);
  if (owned > 0) throw new Refused(words.ownsItems, { slots: { n: owned } });
  if (!(await k.endRepresentative(tx, id, personId, legalDateOf(tx.now)))) throw new Refused(doorWords.notFound, { status: 404 });
  const person = (await findPersons(tx, [personId])).get(personId);
  await audit.record(tx, by, words.auditDismissed, { subject: subject(id), unionId: council.unionId, slots: { title: council.title, name: person?.name ?? '' } });
  return { id };
}
