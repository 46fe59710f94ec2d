import { audit } from '#engines/audit';
import { identity } from '#engines/identity';
import { findMemberships, findPeopleByIdNumber, loadPerson, officesOf, savePeople } from '#engines/org';
import type { Actor, Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { say } from '#shared/words';
import type { Wanted } from './changes.rules.ts';
import { type Field, FIELDS, fieldWord } from './holdings.service.ts';
import { emptyContacts, emptyEmail, emptyVoluntary } from './my-data.sql.ts';
import { words } from './my-data.words.ts';

type Effect = { readonly personId: string; readonly unionId: string; readonly kind: 'correction' | 'deletion' | 'closing'; readonly wanted: Wanted };

/** Membership and offices come to an end by their own procedures first; an account that carries them is not closed. */
export async function refuseClosing(tx: Tx, personId: string): Promise<void> {
  const member = (await findMemberships(tx, [personId])).has(personId);
  if (member || (await officesOf(tx, personId)).length > 0) throw new Refused(words.stillMember);
}

async function correct(tx: Tx, by: Actor, e: Effect): Promise<void> {
  const person = await loadPerson(tx, e.personId);
  const idNumber = e.wanted.idNumber;
  if (idNumber !== undefined) {
    const holder = (await findPeopleByIdNumber(tx, [idNumber])).get(idNumber);
    if (holder && holder.id !== e.personId) throw new Refused(words.idTaken);
  }
  const { email, ...rest } = e.wanted;
  await savePeople(tx, [{ ...person, ...rest, ...(idNumber === undefined ? {} : { idKind: 'residentId' }), ...(email ? { email } : {}) } as typeof person]);
  if (email === '') await emptyEmail(tx, e.personId);
  const changed = FIELDS.filter((f: Field) => e.wanted[f] !== undefined);
  await audit.record(tx, by, words.saidCorrected, {
    subject: { kind: 'person', id: e.personId }, unionId: e.unionId,
    slots: { fields: { code: 'my-data.fields', zh: changed.map((f) => say(fieldWord(f), 'zh')).join('、'), en: changed.map((f) => say(fieldWord(f), 'en').toLowerCase()).join(', ') } },
  });
}

async function erase(tx: Tx, by: Actor, e: Effect): Promise<void> {
  let count = 0;
  for (const holding of identity.allHoldings()) if (holding.erase && (await holding.erase(tx, e.personId))) count += 1;
  await audit.record(tx, by, words.saidErased, { subject: { kind: 'person', id: e.personId }, unionId: e.unionId, slots: { count } });
}

/** Closing: nobody can sign in or be reached any more; what the archives oblige to keep lies still (art. 47). */
async function close(tx: Tx, by: Actor, e: Effect): Promise<void> {
  await refuseClosing(tx, e.personId);
  for (const holding of identity.allHoldings()) await holding.erase?.(tx, e.personId);
  await emptyVoluntary(tx, e.personId);
  await emptyContacts(tx, e.personId);
  await identity.forget(tx, e.personId);
  await audit.record(tx, by, words.saidClosed, { subject: { kind: 'person', id: e.personId }, unionId: e.unionId });
}

/** What carrying a request out does. */
export async function carryOutFor(tx: Tx, by: Actor, e: Effect): Promise<void> {
  if (e.kind === 'correction') await correct(tx, by, e);
  else if (e.kind === 'deletion') await erase(tx, by, e);
  else await close(tx, by, e);
}
