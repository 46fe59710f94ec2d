import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { say } from '#shared/words';
import { doorWords } from '#platform/http';
import { audit } from '#engines/audit';
import { claims } from '#engines/claims';
import { loadUnionFor, refuseEnded } from '#engines/org';
import { rulebook } from '#engines/rulebook';
import { atField, KEEP, keptProgramme, keptSession, KIND, subject } from './access.service.ts';
import { dropDays, dropStaff, findMember, findMembers, insertStaff, listStaff } from './days.sql.ts';
import type { desk } from './desk.contract.ts';
import * as q from './programmes.sql.ts';
import { beginsAt, daysOf, endsAt } from './summer-care.rules.ts';
import { words } from './summer-care.words.ts';

type In<K extends keyof typeof desk> = z.output<(typeof desk)[K]['in']>;
type SessionSaid = Omit<In<'addSession'>, 'id'>;
const FOUND = 20;
const about = (g: Pick<q.Programme, 'id' | 'unionId' | 'title'>) => ({ subject: { kind: 'careProgramme', id: g.id }, unionId: g.unionId, slots: { title: g.title } });

function wantedOf(d: Omit<In<'put'>, 'unionId'>): q.ProgrammeWanted {
  const w = { title: d.title, year: d.year, about: d.about, ageFrom: d.ageFrom, ageTo: d.ageTo, ageOn: d.ageOn, opensAt: new Date(d.opensAt), closesAt: new Date(d.closesAt), priceFen: BigInt(d.priceFen) };
  if (w.ageTo < w.ageFrom) throw atField('ageTo', words.agesWrong);
  if (w.closesAt <= w.opensAt) throw atField('closesAt', words.windowWrong);
  return w;
}

/** The hash that is kept with each consent: of both texts, so that it can be shown what was agreed to. */
export const hashOf = (text: string, healthText: string): Buffer => createHash('sha256').update(JSON.stringify([text, healthText])).digest();

/** Draws a programme up, with the consent text of the house as its first version. */
export async function put(tx: Tx, by: Actor, { unionId, ...d }: In<'put'>) {
  const union = await loadUnionFor(tx, by, KEEP, unionId);
  refuseEnded(union);
  const id = newId();
  const w = wantedOf(d);
  await q.putProgramme(tx, id, union.id, by.personId, w);
  const [text, healthText] = [say(words.consentText, by.locale), say(words.healthText, by.locale)];
  await q.insertConsent(tx, id, { no: 1, text, healthText, hash: hashOf(text, healthText), byId: by.personId });
  await audit.record(tx, by, words.auditPut, about({ id, unionId, title: w.title }));
  return { id };
}

async function draftAt(tx: Tx, by: Actor, id: string): Promise<q.Programme> {
  const g = await keptProgramme(tx, by, id, true);
  if (g.publishedAt !== null) throw new Refused(words.isPublished);
  return g;
}

/** Changes a programme in draft; its sessions follow. */
export async function save(tx: Tx, by: Actor, { id, version, ...d }: In<'save'>) {
  const g = await draftAt(tx, by, id);
  if (version !== undefined && version !== g.version) throw new Refused(words.changed);
  const w = wantedOf(d);
  await q.putProgramme(tx, id, g.unionId, by.personId, w);
  for (const s of await q.listSessions(tx, id)) await keep(tx, by, { ...g, ...w }, s, s.id, await versionOf(tx, s.id));
  await audit.record(tx, by, words.auditPut, about({ ...g, title: w.title }));
  return { id };
}

/** Drops a draft that has no sessions any more. */
export async function drop(tx: Tx, by: Actor, { id }: In<'drop'>) {
  const g = await draftAt(tx, by, id);
  for (const s of await q.listSessions(tx, id)) await takeAway(tx, by, s);
  await q.dropProgramme(tx, id);
  await audit.record(tx, by, words.auditDropped, about(g));
  return { id };
}

const versionOf = async (tx: Tx, id: string): Promise<number> => (await claims.findOffer(tx, id))?.version ?? 1;

function refuseSession(g: q.Programme, s: SessionSaid): void {
  if (s.closesMinute <= s.opensMinute) throw atField('closesMinute', words.hoursWrong);
  if (s.endsOn < s.startsOn || daysOf({ ...s, weekdays: 127, daysOff: [] }).length > 121) throw atField('endsOn', words.datesWrong);
  if (daysOf(s).length === 0) throw atField('weekdays', words.noDays);
  if (beginsAt(s) <= g.opensAt) throw atField('startsOn', words.startsBeforeSignUp);
}

/** Keeps a session and its offer: signing up ends with the programme's, or when the session begins; the place is free again until then. */
async function keep(tx: Tx, by: Actor, g: q.Programme, s: SessionSaid, id: string, version: number | undefined): Promise<void> {
  refuseSession(g, s);
  const [begins, ends] = [beginsAt(s), endsAt(s)];
  const most = (await rulebook.look(tx, { unionId: g.unionId }, ['summerCare.children.atMost'])).values['summerCare.children.atMost'];
  await claims.put(tx, by, {
    id, unionId: g.unionId, kind: KIND, title: `${s.title} · ${s.site}`.slice(0, 100), mode: 'first', opensAt: g.opensAt, closesAt: g.closesAt < begins ? g.closesAt : begins, places: s.capacity, perPerson: most, waits: true, cancelUntil: begins,
    handOverFrom: new Date(begins.getTime() - 2 * 3_600_000), handOverTo: ends, place: `${s.site} ${s.address}`.trim().slice(0, 200), ...(g.priceFen > 0n ? { pays: 'atHandOver' as const, price: g.priceFen } : {}),
  }, version);
  await q.putSession(tx, g, { ...s, id });
}

/** Adds a session to a programme; to a published one it is published at once. */
export async function addSession(tx: Tx, by: Actor, { id, ...said }: In<'addSession'>) {
  const g = await keptProgramme(tx, by, id, true);
  const sessionId = newId();
  await keep(tx, by, g, said, sessionId, undefined);
  if (g.publishedAt !== null) await publishOne(tx, by, sessionId, g.unionId);
  await audit.record(tx, by, words.auditSession, { ...about(g), slots: { title: said.title } });
  return { id: sessionId };
}

/** Changes a session: all of it in draft; once published its place, its days off and how many places there are. */
export async function saveSession(tx: Tx, by: Actor, { id, ...said }: In<'saveSession'>) {
  const s = await keptSession(tx, by, id);
  const g = await keptProgramme(tx, by, s.programmeId, true);
  if (s.offer === 'draft') await keep(tx, by, g, said, id, await versionOf(tx, id));
  else await amend(tx, by, g, s, said);
  await audit.record(tx, by, words.auditSession, subject({ ...s, title: said.title }));
  return { id };
}

async function amend(tx: Tx, by: Actor, g: q.Programme, s: q.Session, said: SessionSaid): Promise<void> {
  const fixed = ['startsOn', 'endsOn', 'weekdays', 'opensMinute', 'closesMinute'] as const;
  const other = fixed.find((k) => s[k] !== said[k]);
  if (other !== undefined) throw atField(other, words.sessionFixed);
  const off = daysOf(s).filter((day) => said.daysOff.includes(day));
  if (s.daysOff.some((day) => !said.daysOff.includes(day))) throw atField('daysOff', words.sessionFixed);
  if (off.some((day) => day < legalDateOf(tx.now)) || !(await dropDays(tx, s.id, off))) throw atField('daysOff', words.daysOffWrong);
  await claims.amend(tx, by, s.id, { title: `${said.title} · ${said.site}`.slice(0, 100), place: `${said.site} ${said.address}`.trim().slice(0, 200) });
  if (said.capacity !== s.places) await claims.setPlaces(tx, by, s.id, 0, said.capacity);
  await q.putSession(tx, { ...g, ageFrom: s.ageFrom, ageTo: s.ageTo }, { ...said, id: s.id });
}

async function takeAway(tx: Tx, by: Actor, s: q.Session): Promise<void> {
  if (s.offer !== 'draft') throw new Refused(words.isPublished);
  await q.dropSession(tx, s.id);
  await claims.callOff(tx, by, s.id, say(words.auditSessionDropped, by.locale, { title: s.title }));
}

/** Drops a session that nobody has seen. */
export async function dropSession(tx: Tx, by: Actor, { id }: In<'dropSession'>) {
  const s = await keptSession(tx, by, id);
  await takeAway(tx, by, s);
  await audit.record(tx, by, words.auditSessionDropped, subject(s));
  return { id };
}

/** Calls a published session off: all places end, everybody is told why, children's data go at once. */
export async function callOff(tx: Tx, by: Actor, { id, why }: In<'callOff'>) {
  const s = await keptSession(tx, by, id);
  if (s.offer === 'draft') throw new Refused(doorWords.notFound, { status: 404 });
  await claims.callOff(tx, by, id, why);
  return { id };
}

/** From now on guardians see it; how long children's data are kept is decided here and told to them. */
async function publishOne(tx: Tx, by: Actor, id: string, unionId: string): Promise<void> {
  const { values, ruleSetId } = await rulebook.resolve(tx, { unionId }, ['summerCare.forget.afterDays']);
  await q.setForgetDays(tx, id, values['summerCare.forget.afterDays'], ruleSetId);
  await claims.open(tx, by, id);
}

/** Publishes a programme with all its sessions. */
export async function publish(tx: Tx, by: Actor, { id }: In<'publish'>) {
  const g = await draftAt(tx, by, id);
  const sessions = await q.listSessions(tx, id);
  if (sessions.length === 0) throw new Refused(words.noSessions);
  for (const s of sessions) await publishOne(tx, by, s.id, g.unionId);
  await q.markPublished(tx, id);
  await audit.record(tx, by, words.auditPublished, { ...about(g), slots: { title: g.title, n: sessions.length } });
  return { id, state: 'published' };
}

/** Puts another consent text in force. Who agreed to an earlier one is asked again on their page. */
export async function consent(tx: Tx, by: Actor, { id, text, healthText }: In<'consent'>) {
  const g = await keptProgramme(tx, by, id, true);
  const no = g.consentNo + 1;
  await q.insertConsent(tx, id, { no, text, healthText, hash: hashOf(text, healthText), byId: by.personId });
  await audit.record(tx, by, words.auditConsent, { ...about(g), slots: { title: g.title, n: no } });
  return { id, no };
}

/** Staff of a session. */
export async function staffOf(tx: Tx, by: Actor, { id }: In<'staffOf'>) {
  await keptSession(tx, by, id);
  return { items: await listStaff(tx, id) };
}

/** Members of the union whom the officer may put on the staff. */
export async function findStaff(tx: Tx, by: Actor, { id, text }: In<'findStaff'>) {
  const s = await keptSession(tx, by, id);
  return { items: await findMembers(tx, s.path, text, FOUND) };
}

/** Puts a member on a session's staff for some of its days. */
export async function addStaff(tx: Tx, by: Actor, { id, personId, from, to }: In<'addStaff'>) {
  const s = await keptSession(tx, by, id);
  if (from < s.startsOn || to > s.endsOn || to < from) throw atField('from', words.staffOutside);
  const name = await findMember(tx, s.path, personId);
  if (name === null) throw new Refused(words.staffUnknown, { status: 404 });
  const dutyId = newId();
  await insertStaff(tx, [{ id: dutyId, sessionId: id, personId, from, to }]);
  await audit.record(tx, by, words.auditStaff, { ...subject(s), slots: { title: s.title, name } });
  return { id: dutyId };
}

/** Takes somebody off a session's staff. */
export async function removeStaff(tx: Tx, by: Actor, { id, dutyId }: In<'removeStaff'>) {
  const s = await keptSession(tx, by, id);
  if (!(await dropStaff(tx, id, dutyId))) throw new Refused(words.staffUnknown, { status: 404 });
  await audit.record(tx, by, words.auditStaffOff, subject(s));
  return { id };
}
