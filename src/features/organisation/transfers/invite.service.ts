import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { readIdNumber } from '#shared/id-number';
import { audit } from '#engines/audit';
import { notify } from '#engines/notify';
import { findMemberships, findPeopleByIdNumber, loadUnionFor, offerMemberships, refuseEnded } from '#engines/org';
import type { api } from './transfers.contract.ts';
import { words } from './transfers.words.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;

/** The joining desk invites a member of another union, known by name and document; the member decides on the phone. */
export async function invite(tx: Tx, by: Actor, o: In<'invite'>) {
  const union = await loadUnionFor(tx, by, 'transfers.receive', o.unionId);
  refuseEnded(union);
  const read = readIdNumber(o.idNumber, legalDateOf(tx.now));
  const number = read.ok ? read.number : o.idNumber.toUpperCase().replace(/\s/g, '');
  const person = (await findPeopleByIdNumber(tx, [number])).get(number);
  const living = person && (await findMemberships(tx, [person.id])).get(person.id);
  if (person?.name !== o.name || living?.state !== 'active' || living.unionId === union.id) throw new Refused(words.noSuchMember, { fields: [{ path: 'idNumber', why: words.noSuchMember }] });
  const id = newId();
  const made = await offerMemberships(tx, [{ id, personId: person.id, unionId: union.id, origin: 'desk', originId: null, employer: union.employerName, job: o.job, newForm: '', unattached: false, offeredBy: by.personId }]);
  if (made.length === 0) throw new Refused(words.invitedAlready);
  await notify.tell(tx, { key: `transfers/offer/${id}`, to: made, kind: 'transfer.offer', word: words.tellOffer, body: words.tellOfferBody, slots: { union: union.name }, link: '/transfers' });
  await audit.record(tx, by, words.auditInvited, { subject: { kind: 'person', id: person.id }, unionId: union.id, slots: { union: union.name } });
  return { invited: true as const };
}
