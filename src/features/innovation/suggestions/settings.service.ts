import type { z } from 'zod';
import { type Actor, scopesOf, type Tx } from '#shared/call';
import { addDays, legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { audit } from '#engines/audit';
import { loadUnionFor, outermost, refuseEnded, type Union } from '#engines/org';
import { findMembersWithin } from './scheme.sql.ts';
import type { settings as routes } from './settings.contract.ts';
import * as q from './settings.sql.ts';
import type { SchemeRow } from './settings.sql.ts';
import { words } from './settings.words.ts';
import { words as suggestionWords } from './suggestions.words.ts';

type In<K extends keyof typeof routes> = z.output<(typeof routes)[K]['in']>;
const GROUPS = ['manager', 'keyStaff', 'teamLeader', 'party'] as const;

const today = (tx: Tx): string => legalDateOf(tx.now);
const isOpen = (s: SchemeRow | null, on: string): boolean => s !== null && s.openedOn <= on && (s.closedOn === null || s.closedOn >= on);
const atField = (path: string, why: typeof words.outside): Refused => new Refused(why, { status: 400, fields: [{ path, why }] });

const settles = (tx: Tx, by: Actor, unionId: string): Promise<Union> => loadUnionFor(tx, by, 'suggestions.settle', unionId);

/** The union whose scheme is set; it must have one. */
async function loadSchemeFor(tx: Tx, by: Actor, unionId: string): Promise<Union> {
  const union = await settles(tx, by, unionId);
  if ((await q.findScheme(tx, unionId)) === null) throw new Refused(words.notOpen);
  return union;
}

/** Unions with a scheme that the actor may set, and those of the own offices. */
export async function schemes(tx: Tx, by: Actor) {
  return { items: (await q.listSchemes(tx, outermost(scopesOf(by, 'suggestions.settle')), today(tx))) };
}

/** Everything that is set for one union. */
export async function settings(tx: Tx, by: Actor, { unionId }: In<'settings'>) {
  const union = await settles(tx, by, unionId);
  const on = today(tx);
  const [scheme, counts] = [await q.findScheme(tx, unionId), await q.countGroups(tx, unionId, on)];
  return {
    union: { id: union.id, name: union.name }, scheme: scheme && { openedOn: scheme.openedOn, closedOn: scheme.closedOn, blind: scheme.blind }, open: isOpen(scheme, on), experts: await q.listExperts(tx, unionId, on), campaigns: await q.listCampaigns(tx, unionId),
    groups: GROUPS.map((group) => ({ group, n: counts.get(group) ?? 0 })), specialists: await q.listSpecialists(tx, union.path, on),
  };
}

/** Opens the scheme of a union, closes it from tomorrow on, or sets whether experts see who wrote. */
export async function scheme(tx: Tx, by: Actor, d: In<'scheme'>): Promise<{ id: string }> {
  const union = await settles(tx, by, d.unionId);
  refuseEnded(union);
  const before = await q.findScheme(tx, d.unionId);
  if (before === null && !d.open) throw new Refused(words.notOpen);
  const waiting = d.open ? 0 : await q.countUnderWay(tx, d.unionId);
  if (waiting > 0) throw new Refused(words.openStill, { slots: { n: waiting } });
  const openedOn = d.openedOn ?? before?.openedOn ?? today(tx);
  const lastDay = today(tx) < openedOn ? openedOn : today(tx);
  await q.writeScheme(tx, { unionId: d.unionId, openedOn, blind: d.blind, closedOn: d.open ? null : addDays(lastDay, -1) });
  await audit.record(tx, by, d.open ? words.auditOpened : words.auditClosed, { subject: { kind: 'suggestionScheme', id: d.unionId }, unionId: d.unionId });
  return { id: d.unionId };
}

/** Members of the company by name or staff number. */
export async function people(tx: Tx, by: Actor, { unionId, text }: In<'people'>) {
  const union = await settles(tx, by, unionId);
  return { items: await q.searchMembers(tx, union.path, text, 20) };
}

/** Enters a member of the company as an expert of a group. */
export async function addExpert(tx: Tx, by: Actor, d: In<'addExpert'>): Promise<{ id: string }> {
  const union = await loadSchemeFor(tx, by, d.unionId);
  if (!(await findMembersWithin(tx, [d.personId], union.path)).has(d.personId)) throw atField('personId', words.outside);
  const name = await q.nameOf(tx, d.personId);
  const id = newId();
  if (!(await q.insertExpert(tx, { id, schemeUnionId: d.unionId, personId: d.personId, expertGroup: d.expertGroup, leads: d.leads, fromDate: d.fromDate ?? today(tx) }))) throw new Refused(words.already, { slots: { name } });
  await audit.record(tx, by, words.auditExpert, { subject: { kind: 'suggestionScheme', id: d.unionId }, unionId: d.unionId, slots: { name, group: suggestionWords[`group_${d.expertGroup}`] } });
  return { id };
}

/** Ends an expert's time; what was given stays. */
export async function endExpert(tx: Tx, by: Actor, d: In<'endExpert'>): Promise<{ id: string }> {
  await loadSchemeFor(tx, by, d.unionId);
  if (!(await q.endExpert(tx, d.unionId, d.id, d.toDate ?? addDays(today(tx), -1)))) throw new Refused(words.gone, { status: 404 });
  await audit.record(tx, by, words.auditExpertEnded, { subject: { kind: 'suggestionScheme', id: d.unionId }, unionId: d.unionId });
  return { id: d.id };
}

/** People of one group. */
export async function group(tx: Tx, by: Actor, d: In<'group'>) {
  await settles(tx, by, d.unionId);
  return q.listGroup(tx, { unionId: d.unionId, group: d.group, on: today(tx), text: d.text }, d);
}

/** Enters people by choice or by staff numbers; numbers nobody has, and those that several have, are named. */
export async function addToGroup(tx: Tx, by: Actor, d: In<'addToGroup'>) {
  const union = await loadSchemeFor(tx, by, d.unionId);
  const numbers = [...new Set(d.staffNumbers)];
  const found = numbers.length > 0 ? await q.findByStaffNumbers(tx, union.path, numbers) : [];
  const holders = (n: string): number => found.filter((f) => f.staffNumber === n).length;
  const [unknown, twice] = [numbers.filter((n) => holders(n) === 0), numbers.filter((n) => holders(n) > 1)];
  const members = await findMembersWithin(tx, d.personIds, union.path);
  if (d.personIds.some((id) => !members.has(id))) throw atField('personIds', words.outside);
  const ids = [...new Set([...d.personIds, ...found.filter((f) => !twice.includes(f.staffNumber)).map((f) => f.id)])];
  if (ids.length === 0) throw new Refused(words.nobodyFound, { status: 400, slots: { numbers: [...unknown, ...twice].slice(0, 10).join('、') }, fields: [{ path: 'staffNumbers', why: words.nobodyFound }] });
  const added = await q.insertGroup(tx, { unionId: d.unionId, group: d.group, fromDate: d.fromDate ?? today(tx), people: ids.map((personId) => ({ id: newId(), personId })) });
  await audit.record(tx, by, words.auditGroup, { subject: { kind: 'suggestionScheme', id: d.unionId }, unionId: d.unionId, slots: { n: added, group: suggestionWords[`person_${d.group}`] } });
  return { added, already: ids.length - added, unknown, twice };
}

/** Takes people out of a group with a last day. */
export async function endInGroup(tx: Tx, by: Actor, d: In<'endInGroup'>): Promise<{ ended: number }> {
  await loadSchemeFor(tx, by, d.unionId);
  const ended = await q.endGroup(tx, d.unionId, d.ids, d.toDate ?? addDays(today(tx), -1));
  if (ended === 0) throw new Refused(words.gone, { status: 404 });
  await audit.record(tx, by, words.auditGroupEnded, { subject: { kind: 'suggestionScheme', id: d.unionId }, unionId: d.unionId, slots: { n: ended, group: suggestionWords[`person_${d.group}`] } });
  return { ended };
}

/** Sets a campaign, new or changed: theme, window, prizes. */
export async function saveCampaign(tx: Tx, by: Actor, { unionId, id, version, ...d }: In<'saveCampaign'>): Promise<{ id: string }> {
  await loadSchemeFor(tx, by, unionId);
  const before = id === undefined ? null : await q.holdCampaign(tx, id);
  if (id !== undefined && before?.schemeUnionId !== unionId) throw new Refused(words.gone, { status: 404 });
  if (before && before.state !== 'open') throw new Refused(words.campaignSettled);
  if (before && version !== undefined && before.version !== version) throw new Refused(words.changedMeanwhile);
  if (d.toDate < d.fromDate) throw atField('toDate', words.daysWrong);
  if (before && before.entries > 0 && before.fromDate !== d.fromDate) throw new Refused(words.campaignHas, { slots: { n: before.entries }, fields: [{ path: 'fromDate', why: words.campaignHas }] });
  const saved = { id: id ?? newId(), schemeUnionId: unionId, state: 'open' as const, ...d };
  await q.writeCampaign(tx, saved);
  await audit.record(tx, by, words.auditCampaign, { subject: { kind: 'suggestionCampaign', id: saved.id }, unionId, slots: { title: d.title } });
  return { id: saved.id };
}

/** Cancels a campaign; what was written for it stays. */
export async function cancelCampaign(tx: Tx, by: Actor, { unionId, id }: In<'cancelCampaign'>): Promise<{ id: string }> {
  await loadSchemeFor(tx, by, unionId);
  const before = await q.holdCampaign(tx, id);
  if (before?.schemeUnionId !== unionId) throw new Refused(words.gone, { status: 404 });
  if (before.state !== 'open') throw new Refused(words.campaignSettled);
  await q.writeCampaign(tx, { ...before, state: 'cancelled' });
  await audit.record(tx, by, words.auditCampaignCancelled, { subject: { kind: 'suggestionCampaign', id }, unionId, slots: { title: before.title } });
  return { id };
}
