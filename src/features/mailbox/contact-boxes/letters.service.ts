import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { doorWords } from '#platform/http';
import { audit } from '#engines/audit';
import { cases } from '#engines/cases';
import { files } from '#engines/files';
import { findPeople, officersOf, type Union } from '#engines/org';
import { boxForOfficer } from './access.service.ts';
import type { api } from './contact-boxes.contract.ts';
import { findMembersNamed } from './contact-boxes.sql.ts';
import { words } from './contact-boxes.words.ts';
import { insertLetter, lockOpening } from './openings.sql.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
const masked = (phone: string | null): string => (phone === null ? '' : `${phone.slice(0, 3)}****${phone.slice(-4)}`);

/** Members of the box's union who bear the name on the paper; a telephone on it tells those of one name apart. */
export async function writers(tx: Tx, by: Actor, { id, name, phone }: In<'writers'>) {
  const { union } = await boxForOfficer(tx, by, id);
  const found = await findMembersNamed(tx, union.path, name);
  const people = await findPeople(tx, found.map((p) => p.id));
  const wanted = phone?.replace(/\D/g, '');
  const told = found.map((p) => ({ ...p, number: people.get(p.id)?.phone ?? null }));
  const exact = wanted ? told.filter((p) => p.number?.replace(/\D/g, '').endsWith(wanted)) : [];
  return { items: (exact.length > 0 ? exact : told).filter((p) => p.id !== by.personId).map(({ number, ...p }) => ({ ...p, phone: masked(number) })) };
}

/** A matter about the chairperson goes one level up and the chairpersons of the union are barred from it, as with letters written on the phone. */
async function addressFor(tx: Tx, union: Union, aboutChair: boolean): Promise<{ unionId: string; barred: { personId: string; why: string }[] }> {
  if (!aboutChair) return { unionId: union.id, barred: [] };
  const chairs = await officersOf(tx, [union.id], ['chair']);
  return { unionId: (await cases.oneLevelUp(tx, union))?.id ?? union.id, barred: chairs.map((c) => ({ personId: c.personId, why: 'aboutChair' })) };
}

async function refuseWriter(tx: Tx, by: Actor, union: Union, d: In<'keyIn'>): Promise<void> {
  if (d.writerId === undefined) return;
  if (d.writerId === by.personId) throw new Refused(words.ownLetter);
  const person = (await findPeople(tx, [d.writerId])).get(d.writerId);
  const members = person === undefined ? [] : await findMembersNamed(tx, union.path, person.name);
  if (!members.some((m) => m.id === d.writerId)) throw new Refused(doorWords.checkInput, { status: 400, fields: [{ path: 'writerId', why: words.writerUnknown }] });
  if (d.hidden && d.files.length > 0) throw new Refused(doorWords.checkInput, { status: 400, fields: [{ path: 'files', why: words.hiddenPhoto }] });
}

/**
 * Makes a letter of a paper from the box, the next of those found. A member who signed it follows it on the phone like any other letter;
 * otherwise it has no name and a follow-up code of 16 digits, told this once for the slip beside the box.
 */
export async function keyIn(tx: Tx, by: Actor, d: In<'keyIn'>) {
  const opening = await lockOpening(tx, d.id);
  if (opening === null) throw new Refused(doorWords.notFound, { status: 404 });
  const { box, union } = await boxForOfficer(tx, by, opening.boxId);
  if (opening.leftWhy !== null) throw new Refused(words.wasSettled);
  if (opening.keyed >= opening.found) throw new Refused(words.allKeyed);
  await refuseWriter(tx, by, union, d);
  const address = await addressFor(tx, union, d.aboutChair);
  const opened = await cases.open(tx, cases.processNamed('letter'), {
    unionId: address.unionId, originUnionId: union.id, title: d.title, text: d.text, privacy: d.writerId === undefined ? 'anonymous' : d.hidden ? 'hidden' : 'named', channel: 'box',
    authorId: d.writerId ?? null, filedBy: by, files: d.files, facts: { category: d.category, place: d.place, aboutChair: d.aboutChair }, barred: address.barred,
  });
  if (d.files.length > 0) await files.attach(tx, by, d.files, { kind: 'letter', id: opened.id });
  const position = opening.keyed + 1;
  await insertLetter(tx, { letterId: opened.id, openingId: opening.id, position });
  await audit.record(tx, by, words.auditKeyed, { subject: { kind: 'contactBox', id: box.id }, unionId: union.id, slots: { n: box.number, number: opened.number } });
  return { number: opened.number, code: opened.code, position, found: opening.found };
}
