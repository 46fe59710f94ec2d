import type { z } from 'zod';
import { type Actor, mayIn, type Tx } from '#shared/call';
import { addDays, addMonths, chinaTime, legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { say, type Word } from '#shared/words';
import { doorWords } from '#platform/http';
import { audit } from '#engines/audit';
import { claims } from '#engines/claims';
import { files } from '#engines/files';
import { notify } from '#engines/notify';
import { officersOf, officesWith } from '#engines/org';
import { rulebook } from '#engines/rulebook';
import type { desk } from './desk.contract.ts';
import type { api } from './housing.contract.ts';
import { words } from './housing.words.ts';
import * as q from './tenancies.sql.ts';

type In<K extends keyof typeof desk> = z.output<(typeof desk)[K]['in']>;
type MyIn<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
export const VISIT = 'housingVisit';
const MOST_PHOTOS = 12;
const about = (t: q.Tenancy) => ({ subject: { kind: 'housingTenancy', id: t.id }, unionId: t.unionId, slots: { flat: t.flat } });

/** Says once, when the part is loaded, who may open photos of visits: the tenant and the officers. */
export function declarePhotos(): void {
  files.declareOwner(VISIT, {
    most: MOST_PHOTOS,
    mayOpen: async (tx, by, id) => {
      const visit = await q.lockVisit(tx, id);
      const [t] = visit === null ? [] : await q.findTenancies(tx, { ids: [visit.tenancyId] });
      return t !== undefined && (t.personId === by.personId || mayIn(by, 'housing.keep', t.path));
    },
  });
}

/** A tenancy for those who keep housing there. */
export async function loadKept(tx: Tx, by: Actor, id: string): Promise<q.Tenancy> {
  const t = await q.findKept(tx, by, id);
  if (t === null) throw new Refused(doorWords.notFound, { status: 404 });
  return t;
}

async function tell(tx: Tx, t: q.Tenancy, verb: string, word: Word, body: Word, slots: Record<string, string> = {}): Promise<void> {
  await notify.tell(tx, { key: `housing/${t.id}/${verb}/${tx.now.getTime()}`, kind: `housing.${verb}`, word, body, slots: { flat: t.flat, ...slots }, link: `/housing/applications/${t.applicationId}`, to: [t.personId], unionId: t.unionId });
}

async function tellKeepers(tx: Tx, t: q.Tenancy, verb: string, word: Word, body: Word): Promise<void> {
  const officers = await officersOf(tx, [t.unionId], officesWith('housing.keep'));
  await notify.tell(tx, { key: `housing/${t.id}/${verb}/office/${tx.now.getTime()}`, kind: `housing.${verb}`, word, body, slots: { flat: t.flat, name: t.name }, link: `/console/housing-tenancies/${t.id}`, to: [...new Set(officers.map((o) => o.personId))], unionId: t.unionId });
}

/** Why a flat is to be handed over, in words. */
export const noticeWord = (notice: q.Notice): Word => words[`notice_${notice}`];

/** Asks for a flat back within the days of the rulebook; both sides are told. A notice that stands is not given again. */
export async function giveNotice(tx: Tx, by: Actor | { readonly system: string }, id: string, notice: q.Notice, unionId: string): Promise<string> {
  const { values } = await rulebook.resolve(tx, { unionId }, ['housing.leave.withinDays']);
  const leaveBy = addDays(legalDateOf(tx.now), values['housing.leave.withinDays']);
  const marked = await q.markNotice(tx, [id], notice, leaveBy);
  const [t] = await q.findTenancies(tx, { ids: [id] });
  if (marked.length === 0 || t === undefined) throw new Refused(words.noticeStands);
  await audit.record(tx, by, words.auditNotice, { ...about(t), slots: { flat: t.flat, why: say(noticeWord(notice), 'zh') } });
  await tell(tx, t, 'notice', words.tellNotice, words.tellNoticeBody, { why: say(noticeWord(notice), 'zh'), until: leaveBy });
  await tellKeepers(tx, t, 'notice', words.tellNoticeOffice, words.tellNoticeOfficeBody);
  return leaveBy;
}

/** An officer asks for a flat back. */
export async function notice(tx: Tx, by: Actor, o: In<'notice'>) {
  const t = await loadKept(tx, by, o.id);
  await giveNotice(tx, by, o.id, o.notice, t.unionId);
  return { id: o.id, state: 'leaving' };
}

/** Plans moving in or out, or another time for it; the tenant is told. */
export async function plan(tx: Tx, by: Actor, { id, kind, at }: In<'plan'>) {
  const t = await loadKept(tx, by, id);
  const open = t.endedOn === null && (kind === 'moveIn' ? t.from === null : t.from !== null);
  if (!open) throw new Refused(kind === 'moveIn' ? words.movedInAlready : words.notLivedIn);
  if (new Date(at) <= tx.now) throw new Refused(doorWords.checkInput, { status: 400, fields: [{ path: 'at', why: words.visitPast }] });
  const visit = await q.putVisit(tx, { id: newId(), tenancyId: id, kind, at: new Date(at), checks: t.checks.map((label) => ({ label, ok: null, note: '' })) });
  if (visit === null) throw new Refused(words.visitSigned);
  await audit.record(tx, by, words.auditPlanned, about(t));
  await tell(tx, t, 'visit', kind === 'moveIn' ? words.tellMoveIn : words.tellMoveOut, words.tellVisitBody, { time: chinaTime(new Date(at)) });
  return { id: visit, state: 'planned' };
}

function refuseIncomplete(v: q.Visit, o: In<'record'>): void {
  const wrong = (path: string, why: Word): never => { throw new Refused(doorWords.checkInput, { status: 400, fields: [{ path, why }] }); };
  if (o.checks.map((c) => c.label).join('\n') !== v.checks.map((c) => c.label).join('\n') || o.checks.some((c) => c.ok === null)) wrong('checks', words.checksMissing);
  if (v.kind === 'moveIn' && o.keys === 0) wrong('keys', words.keysMissing);
  if (v.kind === 'moveIn' && o.absent !== '') wrong('absent', words.absentNot);
}

/** What was found at a visit, signed for the union; it counts when the tenant has signed too, or, moving out, when nobody can. */
export async function record(tx: Tx, by: Actor, o: In<'record'>) {
  const v = await q.lockVisit(tx, o.id);
  const t = v === null ? null : await q.findKept(tx, by, v.tenancyId);
  if (v === null || t === null) throw new Refused(doorWords.notFound, { status: 404 });
  if (v.doneAt !== null) throw new Refused(words.visitSigned);
  if (t.personId === by.personId) throw new Refused(words.ownFlat);
  refuseIncomplete(v, o);
  await q.signByOfficer(tx, { ...o, officerId: by.personId });
  await files.attach(tx, by, o.files, { kind: VISIT, id: v.id });
  await audit.record(tx, by, words.auditRecorded, about(t));
  if (o.absent !== '') return complete(tx, by, v, t);
  await tell(tx, t, 'sign', words.tellSign, words.tellSignBody);
  return { id: v.id, state: 'toSign' };
}

/** The tenant signs what the officer found: the keys are theirs, or the flat is back. */
export async function sign(tx: Tx, by: Actor, { id }: MyIn<'sign'>) {
  const v = await q.lockVisit(tx, id);
  const [t] = v === null ? [] : await q.findTenancies(tx, { ids: [v.tenancyId] });
  if (v === null || t?.personId !== by.personId) throw new Refused(doorWords.notFound, { status: 404 });
  if (v.doneAt !== null) throw new Refused(words.visitSigned);
  if (v.officerAt === null) throw new Refused(words.officerFirst);
  await q.signByTenant(tx, id);
  await audit.record(tx, by, words.auditSigned, about(t));
  return complete(tx, by, v, t);
}

/** Both have signed: the engine hands the flat over, or takes it back and offers it to the next. */
async function complete(tx: Tx, by: Actor, v: q.Visit, t: q.Tenancy): Promise<{ id: string; state: string }> {
  await q.markDone(tx, v.id);
  if (v.kind === 'moveOut') {
    await claims.giveBack(tx, by, t.id);
    return { id: v.id, state: 'ended' };
  }
  const from = legalDateOf(tx.now);
  await q.markMovedIn(tx, t.id, from, addMonths(from, t.months));
  const claim = await claims.findClaim(tx, t.id);
  if (claim === null) throw new Error(`tenancy ${t.id} has no claim`);
  const [handed] = await claims.handOver(tx, by, t.allocationId, [{ code: claims.codesOf(tx.federationId, claim).code, at: tx.now, paid: false }]);
  if (handed?.outcome !== 'handed') throw new Refused(handed?.why?.word ?? words.visitSigned);
  return { id: v.id, state: 'lives' };
}

/** Asks those for their flats who left the union or whose term ends within the time to hand over. @returns how many */
export async function askAll(tx: Tx): Promise<number> {
  const { values } = await rulebook.resolve(tx, { unionId: tx.federationId }, ['housing.leave.withinDays']);
  const due = await q.listToLeave(tx, addDays(legalDateOf(tx.now), values['housing.leave.withinDays']));
  for (const t of due) await giveNotice(tx, { system: 'housing' }, t.id, t.notice, t.unionId);
  return due.length;
}
