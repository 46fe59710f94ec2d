import type { z } from 'zod';
import { type Actor, mayIn, type Tx } from '#shared/call';
import { readCreditCode } from '#shared/credit-code';
import { addMonths, legalDateOf } from '#shared/dates';
import { type FieldRefusal, Refused } from '#shared/errors';
import { doorWords } from '#platform/http';
import { audit } from '#engines/audit';
import * as org from '#engines/org';
import type { api } from './unions.contract.ts';
import { findMembersIn, isMemberIn, replaceJoinCode } from './unions.sql.ts';
import { words } from './unions.words.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
type Particulars = Omit<In<'change'>, 'id'>;

/** Checks what an officer typed about a union and tidies the codes; every fault stands at its field. */
function tidied(p: Particulars): Particulars {
  const fields: FieldRefusal[] = [];
  const uscc = (path: 'employerUscc' | 'unionUscc'): string => {
    if (p[path] === '') return '';
    const read = readCreditCode(p[path]);
    if (!read.ok) fields.push({ path, why: words.usccWrong });
    else if (path === 'unionUscc' && read.union === undefined) fields.push({ path, why: words.unionUsccWrong });
    return read.ok ? read.code : p[path];
  };
  const codes = { employerUscc: uscc('employerUscc'), unionUscc: uscc('unionUscc') };
  if (p.women > p.workers) fields.push({ path: 'women', why: words.womenTooMany });
  if (p.termFrom && p.termTo && p.termTo <= p.termFrom) fields.push({ path: 'termTo', why: words.termOrder });
  if (fields.length > 0) throw new Refused(doorWords.checkInput, { status: 400, fields });
  const termTo = p.termTo ?? (p.termFrom && p.termYears ? addMonths(p.termFrom, 12 * p.termYears) : null);
  return { ...p, ...codes, termTo };
}

/** The union that is to be changed and the actor's right over it. */
const own = (tx: Tx, by: Actor, id: string) => org.loadUnionFor(tx, by, 'unions.manage', id);

async function target(tx: Tx, by: Actor, id: string): Promise<org.Union> {
  const union = await org.findUnion(tx, id);
  if (union === null || !mayIn(by, 'unions.manage', union.path)) throw new Refused(words.aboveOnly, { status: 404 });
  return union;
}

/** Founds a union below one of the actor's own. */
export async function found(tx: Tx, by: Actor, { parentId, approval, ...p }: In<'found'>) {
  await own(tx, by, parentId);
  const union = await org.foundUnion(tx, { ...tidied(p), parentId, approval });
  await audit.record(tx, by, org.orgWords.auditFounded, { subject: { kind: 'union', id: union.id }, unionId: union.id, slots: { name: union.name } });
  return { id: union.id };
}

/** Changes the particulars. */
export async function change(tx: Tx, by: Actor, { id, ...p }: In<'change'>) {
  const union = await own(tx, by, id);
  if ((p.kind === 'federation') !== (union.kind === 'federation')) throw new Refused(words.kindOnTop, { status: 400, fields: [{ path: 'kind', why: words.kindOnTop }] });
  await org.changeUnion(tx, id, tidied(p));
  await audit.record(tx, by, org.orgWords.auditChanged, { subject: { kind: 'union', id }, unionId: id, slots: { name: p.name } });
  return { id };
}

/** Moves a union with its branches; both places must be within the actor's reach. */
export async function move(tx: Tx, by: Actor, { id, parentId }: In<'move'>) {
  await own(tx, by, id);
  await target(tx, by, parentId);
  const { union, parent, moved } = await org.moveUnion(tx, id, parentId);
  await audit.record(tx, by, org.orgWords.auditMoved, { subject: { kind: 'union', id }, unionId: parentId, slots: { name: union.name, parent: parent.name } });
  return { id, moved };
}

/** Sets or removes the second parent on the industrial line. */
export async function setSector(tx: Tx, by: Actor, { id, sectorParentId }: In<'setSector'>) {
  const union = await own(tx, by, id);
  const sector = sectorParentId === null ? null : await org.loadUnion(tx, sectorParentId);
  await org.setSectorParent(tx, id, sectorParentId);
  await audit.record(tx, by, sector ? words.auditSector : words.auditNoSector, { subject: { kind: 'union', id }, unionId: id, slots: { name: union.name, sector: sector?.name ?? '' } });
  return { id };
}

/** Merges a union into another: branches and members move along, the history stays. */
export async function merge(tx: Tx, by: Actor, { id, intoId, approval }: In<'merge'>) {
  await own(tx, by, id);
  await target(tx, by, intoId);
  const { union, into } = await org.mergeUnion(tx, id, intoId, { on: legalDateOf(tx.now), approval });
  const members = await org.moveMembers(tx, id, intoId);
  await audit.record(tx, by, org.orgWords.auditMerged, { subject: { kind: 'union', id }, unionId: intoId, slots: { name: union.name, into: into.name, members } });
  return { id: intoId, members };
}

/** Dissolves an empty union. */
export async function dissolve(tx: Tx, by: Actor, { id, approval }: In<'dissolve'>) {
  await own(tx, by, id);
  const union = await org.dissolveUnion(tx, id, { on: legalDateOf(tx.now), approval });
  await audit.record(tx, by, org.orgWords.auditDissolved, { subject: { kind: 'union', id }, unionId: union.parentId ?? id, slots: { name: union.name } });
  return { id };
}

/** A new joining code; posters with the old one lead nowhere. */
export async function renewQr(tx: Tx, by: Actor, { id }: In<'renewQr'>) {
  const union = await own(tx, by, id);
  org.refuseEnded(union);
  const joinCode = org.newJoinCode();
  await replaceJoinCode(tx, id, joinCode);
  await audit.record(tx, by, words.auditQr, { subject: { kind: 'union', id }, unionId: id, slots: { name: union.name } });
  return { joinCode };
}

/** Members of the union and its branches by name or staff number. */
export async function candidates(tx: Tx, by: Actor, { id, text }: In<'candidates'>) {
  const union = await org.loadUnionFor(tx, by, 'unions.appoint', id);
  return { items: await findMembersIn(tx, union.path, text) };
}

/** Appoints a member of the union or of a branch; nobody appoints himself or herself. */
export async function appoint(tx: Tx, by: Actor, { id, ...o }: In<'appoint'>) {
  const union = await org.loadUnionFor(tx, by, 'unions.appoint', id);
  if (o.personId === by.personId) throw new Refused(words.notYourOwn);
  if (o.toDate !== null && o.toDate < legalDateOf(tx.now)) throw new Refused(words.lastDayPast, { status: 400, fields: [{ path: 'toDate', why: words.lastDayPast }] });
  const reach = union.parentId === null || o.office === 'platformAdmin' ? '/' : union.path;
  if (!(await isMemberIn(tx, reach, o.personId))) throw new Refused(words.nobodyHere, { status: 400, fields: [{ path: 'personId', why: words.nobodyHere }] });
  const held = await org.appoint(tx, { ...o, unionId: id });
  await audit.record(tx, by, org.orgWords.auditAppointed, { subject: { kind: 'office', id: held.id }, unionId: id, slots: { person: held.personName, union: held.unionName, office: org.orgWords[`office_${o.office}`] } });
  return { id: held.id };
}

/** Ends an office at once. */
export async function endOffice(tx: Tx, by: Actor, { id }: In<'endOffice'>) {
  const held = await org.endOffice(tx, id);
  await org.loadUnionFor(tx, by, 'unions.appoint', held.unionId);
  if (held.personId === by.personId) throw new Refused(words.notYourOwn);
  const office = (org.orgWords as Record<string, (typeof org.orgWords)[keyof typeof org.orgWords]>)[`office_${held.office}`] ?? words.office;
  await audit.record(tx, by, org.orgWords.auditOfficeEnded, { subject: { kind: 'office', id }, unionId: held.unionId, slots: { person: held.personName, union: held.unionName, office } });
  return { id };
}
