import type { z } from 'zod';
import type { Tx } from '#shared/call';
import { ageOn, legalDateOf } from '#shared/dates';
import { newId } from '#shared/ids';
import { type FieldRefusal, Refused } from '#shared/errors';
import { readIdNumber } from '#shared/id-number';
import { readName } from '#shared/person-name';
import { readMobile } from '#shared/phone';
import { doorWords, Limits } from '#platform/http';
import { secrets } from '#platform/secrets';
import { audit } from '#engines/audit';
import { cases } from '#engines/cases';
import { notify } from '#engines/notify';
import { findMemberships, findPeopleByIdNumber, findUnionByJoinCode, idLookup, listHistory, newPerson, offerMemberships, type Person, savePeople, type Union } from '#engines/org';
import { rulebook } from '#engines/rulebook';
import type { api } from './joining.contract.ts';
import { joiningProcess } from './joining.process.ts';
import { hasOpen, holdApplicant, insertApplication } from './joining.sql.ts';
import { words } from './joining.words.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;

/** One joins from sixteen on (劳动法 art. 15: nobody younger is employed). */
const YOUNGEST = 16;
const perUnion = new Limits(60, 120);

async function doorOf(tx: Tx, joinCode: string): Promise<Union> {
  const union = await findUnionByJoinCode(tx, joinCode);
  if (union === null || union.state === 'merged' || union.state === 'dissolved') throw new Refused(words.unionGone, { status: 404 });
  return union;
}

async function within(tx: Tx, union: Union): Promise<number> {
  const { values } = await rulebook.look(tx, { unionId: union.id }, ['membership.decide.withinWorkdays']);
  return values['membership.decide.withinWorkdays'];
}

/** What stands behind a union's QR code. */
export async function door(tx: Tx, _by: null, { joinCode }: In<'door'>) {
  const union = await doorOf(tx, joinCode);
  return { union: union.name, takesUnattached: union.takesUnattached, employer: union.employerName, withinWorkdays: await within(tx, union) };
}

/** The applicant as typed, tidied; every fault stands at its field. */
function readApplicant(d: In<'apply'>, union: Union, today: string): Person {
  const fields: FieldRefusal[] = [];
  const name = readName(d.name);
  if (!name.ok) fields.push({ path: 'name', why: words.nameWrong });
  const phone = readMobile(d.phone);
  if (!phone.ok) fields.push({ path: 'phone', why: words.phoneWrong });
  const id = d.idKind === 'resident' ? readIdNumber(d.idNumber, today) : null;
  if (id !== null && !id.ok) fields.push({ path: 'idNumber', why: words.idWrong });
  if (id?.ok && ageOn(id.birthDate, today) < YOUNGEST) fields.push({ path: 'idNumber', why: words.tooYoung });
  if (d.unattached && !union.takesUnattached) fields.push({ path: 'employer', why: words.employerNeeded });
  if (!d.notice) fields.push({ path: 'notice', why: words.noticeFirst });
  if (fields.length > 0 || !name.ok || !phone.ok || (id !== null && !id.ok)) throw new Refused(doorWords.checkInput, { status: 400, fields });
  return {
    ...newPerson(name.name), phone: phone.number, newForm: d.newForm,
    ...(id?.ok ? { idKind: 'residentId' as const, idNumber: id.number, birthDate: id.birthDate, sex: id.sex } : { idKind: 'passport' as const, idNumber: d.idNumber.toUpperCase().replace(/\s/g, '') }),
  };
}

async function tellMember(tx: Tx, personId: string, union: Union): Promise<void> {
  await notify.tell(tx, {
    key: `joining/double/${personId}/${union.id}/${legalDateOf(tx.now)}`, to: [personId], kind: 'joining.double', word: words.tellMember, body: words.tellMemberBody,
    slots: { union: union.name }, link: '/transfers',
  });
  await audit.record(tx, null, words.tellMember, { subject: { kind: 'person', id: personId }, unionId: union.id, slots: { union: union.name } });
}

/** A member of another union applies: it becomes an offer to transfer with all that was typed, which only the member can take up. */
const offerInstead = (tx: Tx, person: Person, union: Union, d: In<'apply'>): Promise<string[]> =>
  offerMemberships(tx, [{ id: newId(), personId: person.id, unionId: union.id, origin: 'application', originId: null, employer: d.employer, job: d.job, newForm: d.newForm, unattached: d.unattached, offeredBy: null }]);

/** Who applies: the person on file when document and name agree, otherwise a new one. */
async function applicantFor(tx: Tx, given: Person): Promise<{ person: Person; known: Person | null }> {
  const known = (await findPeopleByIdNumber(tx, [given.idNumber ?? ''])).get(given.idNumber ?? '') ?? null;
  if (known === null) {
    await savePeople(tx, [given]);
    return { person: given, known: null };
  }
  return { person: known, known };
}

/**
 * Takes an application in. Whoever is a member already is told by message and offered the transfer; no second application comes about (rules.md §28, row 33);
 * the answer is always the same, so that nobody learns who is on file.
 */
export async function apply(tx: Tx, _by: null, d: In<'apply'>) {
  const union = await doorOf(tx, d.joinCode);
  const answer = { received: true as const, union: union.name, withinWorkdays: await within(tx, union) };
  const given = readApplicant(d, union, legalDateOf(tx.now));
  const wait = perUnion.take(union.id, tx.now.getTime());
  if (wait > 0) throw new Refused(words.tooManyHere, { status: 429, slots: { seconds: wait } });
  await holdApplicant(tx, idLookup(given.idNumber ?? ''));
  const { person, known } = await applicantFor(tx, given);
  const living = (await findMemberships(tx, [person.id])).get(person.id);
  if (living?.state === 'active') {
    if (person.name === given.name) await offerInstead(tx, person, union, d);
    await tellMember(tx, person.id, union);
    return answer;
  }
  if (await hasOpen(tx, person.id)) {
    await audit.record(tx, null, words.sent, { subject: { kind: 'person', id: person.id }, unionId: union.id });
    return answer;
  }
  const conflict = known !== null && (known.name !== given.name || (known.phone !== null && known.phone !== given.phone));
  const returning = known !== null && (await listHistory(tx, person.id)).length > 0;
  const opened = await cases.open(tx, joiningProcess, {
    unionId: union.id, title: given.name, text: '', privacy: 'named', channel: 'phone', subjectId: person.id, facts: { unattached: d.unattached },
  });
  await insertApplication(tx, { caseId: opened.id, personId: person.id, phoneSealed: secrets.seal(given.phone ?? ''), employer: d.employer, job: d.job, newForm: d.newForm, unattached: d.unattached, letter: d.letter, conflict, returning });
  return answer;
}
