import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { daysBetween, legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { maskName } from '#shared/person-name';
import { maskPhone } from '#shared/phone';
import { type Locale, say } from '#shared/words';
import type { Call, Download } from '#platform/http';
import { exportSheet } from '#platform/sheets';
import { audit } from '#engines/audit';
import { claims } from '#engines/claims';
import { notify } from '#engines/notify';
import { loadUnionFor } from '#engines/org';
import { KEEP, keptSession, maskChild, notFound, openChild, openPeople, openPerson, openText, subject } from './access.service.ts';
import { insertMessage, listIncidents, listMessages } from './days.sql.ts';
import type { desk } from './desk.contract.ts';
import { findEntry, listPickups, listPlaced } from './entries.sql.ts';
import * as f from './figures.sql.ts';
import * as q from './programmes.sql.ts';
import { daysOf, keptUntil, standingOf } from './summer-care.rules.ts';
import { words } from './summer-care.words.ts';
import { stateWord } from './views.service.ts';

type In<K extends keyof typeof desk> = z.output<(typeof desk)[K]['in']>;
const EXPORT_MOST = 20_000;
const number = { kind: 'number' } as const;

async function pathOf(tx: Tx, by: Actor, unionId: string | undefined, permission = KEEP): Promise<string | undefined> {
  return unionId ? (await loadUnionFor(tx, by, permission, unionId)).path : undefined;
}

function phaseOf(g: q.ProgrammeRow, now: Date): 'draft' | 'coming' | 'open' | 'running' | 'over' {
  if (g.publishedAt === null) return 'draft';
  const today = legalDateOf(now);
  if (g.endsOn !== null && today > g.endsOn) return 'over';
  if (g.startsOn !== null && today >= g.startsOn) return 'running';
  return now < g.opensAt ? 'coming' : 'open';
}

const rowOf = (g: q.ProgrammeRow, now: Date) => ({
  id: g.id, title: g.title, year: g.year, union: g.union, unionId: g.unionId, ageFrom: g.ageFrom, ageTo: g.ageTo, opensAt: g.opensAt.toISOString(), closesAt: g.closesAt.toISOString(), startsOn: g.startsOn, endsOn: g.endsOn, sessions: g.sessions, places: g.places, taken: g.taken, waiting: g.waiting,
  published: g.publishedAt !== null, phase: phaseOf(g, now),
});

/** The register of programmes over the subtrees of the officer. */
export async function programmes(tx: Tx, by: Actor, { unionId, text, year, ...page }: In<'programmes'>) {
  const { items, total } = await q.listProgrammes(tx, by, { text, year, unionPath: await pathOf(tx, by, unionId) }, page);
  return { items: items.map((g) => rowOf(g, tx.now)), total };
}

/** The same as a spreadsheet. */
export async function exportProgrammes(tx: Tx, by: Actor, { unionId, text, year, columns }: In<'exportProgrammes'>, { locale }: Call): Promise<Download> {
  const { items } = await q.listProgrammes(tx, by, { text, year, unionPath: await pathOf(tx, by, unionId) }, { limit: EXPORT_MOST, offset: 0 });
  await audit.record(tx, by, words.auditExported, { subject: { kind: 'register', id: tx.federationId }, slots: { n: items.length } });
  return exportSheet({
    name: words.exportProgrammes, now: tx.now, locale, rows: items, shown: columns,
    columns: [
      { heading: words.columnTitle, under: ['title'], cell: (g) => g.title }, { heading: words.columnYear, under: ['title'], ...number, cell: (g) => g.year }, { heading: words.columnUnion, under: ['union'], cell: (g) => g.union }, { heading: words.columnAges, under: ['ages'], cell: (g) => `${g.ageFrom}–${g.ageTo}` },
      { heading: words.columnDates, under: ['dates'], cell: (g) => (g.startsOn === null ? '' : `${g.startsOn} – ${g.endsOn ?? ''}`) }, { heading: words.columnSessions, under: ['sessions'], ...number, cell: (g) => g.sessions }, { heading: words.columnPlaces, under: ['places'], ...number, cell: (g) => g.places },
      { heading: words.columnTaken, under: ['places'], ...number, cell: (g) => g.taken }, { heading: words.columnWaiting, under: ['waiting'], ...number, cell: (g) => g.waiting }, { heading: words.columnState, under: ['state'], cell: (g) => say(words[`phase_${phaseOf(g, tx.now)}`], locale) },
    ],
  });
}

function sessionMay(s: q.Session, standing: string, today: string): string[] {
  if (s.offer === 'draft') return ['save', 'drop', 'staff'];
  if (standing === 'cancelled') return [];
  const live = standing !== 'over';
  return [...(live ? ['save', 'callOff', 'staff', 'write'] : []), ...(s.startsOn <= today && s.forgottenAt === null ? ['day'] : []), ...(today >= s.endsOn && s.forgottenAt === null ? ['certificates'] : [])];
}

function sessionRow(s: q.Session, now: Date) {
  const standing = standingOf(s, now);
  return {
    id: s.id, title: s.title, site: s.site, address: s.address, startsOn: s.startsOn, endsOn: s.endsOn, weekdays: s.weekdays, daysOff: s.daysOff, days: daysOf(s).length, opensMinute: s.opensMinute, closesMinute: s.closesMinute, capacity: s.capacity, standing, places: s.places, taken: s.taken, waiting: s.waiting, came: s.came,
    keptUntil: keptUntil(s.endsOn, s.forgetDays), forgottenAt: s.forgottenAt?.toISOString() ?? null, staff: s.staff, may: sessionMay(s, standing, legalDateOf(now)),
  };
}

/** One session at the desk. */
export async function session(tx: Tx, by: Actor, { id }: In<'session'>) {
  const s = await keptSession(tx, by, id);
  return { ...sessionRow(s, tx.now), programmeId: s.programmeId, programme: s.programme, union: s.union, published: s.offer !== 'draft' };
}

/** One programme with its sessions and consent texts. */
export async function programme(tx: Tx, by: Actor, { id }: In<'programme'>) {
  const g = (await q.listProgrammes(tx, by, {}, { limit: 1, offset: 0 }, id)).items[0] ?? notFound();
  const sessions = await q.listSessions(tx, id);
  const consents = await q.listConsents(tx, id);
  const now = consents.find((c) => c.no === g.consentNo);
  const draft = g.publishedAt === null;
  return {
    ...rowOf(g, tx.now), about: g.about, ageOn: g.ageOn, priceFen: Number(g.priceFen), version: g.version, consent: { no: g.consentNo, text: now?.text ?? '', healthText: now?.healthText ?? '' },
    consents: consents.map((c) => ({ no: c.no, at: c.at.toISOString(), by: c.by, hash: c.hash.toString('hex').slice(0, 16) })), may: [...(draft ? ['save', 'drop', 'publish'] : []), 'addSession', 'consent'],
    items: sessions.map((s) => sessionRow(s, tx.now)),
  };
}

async function childFilter(tx: Tx, by: Actor, { unionId, health, ...d }: Omit<In<'exportChildren'>, 'columns'>, permission = KEEP): Promise<f.ChildFilter> {
  return { sessionId: d.sessionId, programmeId: d.programmeId, text: d.text, state: d.state, health: health === 'yes', unionPath: await pathOf(tx, by, unionId, permission) };
}

const childView = (c: f.Child, locale: Locale) => ({
  id: c.id, no: c.no, sessionId: c.sessionId, session: c.session, site: c.site, child: maskChild(c.childSealed), age: c.age, guardian: maskName(c.guardian), staffNumber: c.staffNumber, unit: c.unit, phone: maskPhone(openPerson(c.contactSealed)?.phone ?? ''), people: c.people, health: c.health,
  consentOld: c.endedAt === null && c.consentNo < c.programmeConsent, state: c.endedAt === null ? c.state : 'over', stateText: say(stateWord(c.endedAt === null ? c.state : 'cancelled'), locale), came: c.came, forgotten: c.childSealed === null,
});

/** Children, masked. */
export async function children(tx: Tx, by: Actor, { limit, offset, ...d }: In<'children'>, { locale }: Call) {
  const { items, total } = await f.listChildren(tx, by, KEEP, await childFilter(tx, by, d), { limit, offset });
  return { items: items.map((c) => childView(c, locale)), total };
}

/** The same as a spreadsheet: masked as on the screen; the export is in the log. */
export async function exportChildren(tx: Tx, by: Actor, { columns, ...d }: In<'exportChildren'>, { locale }: Call): Promise<Download> {
  const permission = 'summerCare.export';
  const { items } = await f.listChildren(tx, by, permission, await childFilter(tx, by, d, permission), { limit: EXPORT_MOST, offset: 0 });
  await audit.record(tx, by, words.auditExported, { subject: { kind: 'register', id: tx.federationId }, slots: { n: items.length } });
  const list = items.map((c) => ({ ...childView(c, locale), madeAt: c.madeAt }));
  return exportSheet({
    name: words.exportChildren, now: tx.now, locale, rows: list, shown: columns,
    columns: [
      { heading: words.columnNo, under: ['child'], ...number, cell: (c) => c.no }, { heading: words.columnChild, under: ['child'], cell: (c) => c.child }, { heading: words.columnAge, under: ['age'], ...number, cell: (c) => c.age }, { heading: words.columnSession, under: ['session'], cell: (c) => c.session },
      { heading: words.columnSite, under: ['session'], cell: (c) => c.site }, { heading: words.columnGuardian, under: ['guardian'], cell: (c) => c.guardian }, { heading: words.columnUnit, under: ['unit'], cell: (c) => c.unit }, { heading: words.columnPhone, under: ['phone'], cell: (c) => c.phone },
      { heading: words.columnPeople, under: ['people'], ...number, cell: (c) => c.people }, { heading: words.columnHealth, under: ['health'], cell: (c) => say(c.health ? words.yes : words.no, locale) }, { heading: words.columnState, under: ['state'], cell: (c) => c.stateText },
      { heading: words.columnCame, under: ['came'], ...number, cell: (c) => c.came }, { heading: words.columnSigned, under: ['signed'], cell: (c) => legalDateOf(c.madeAt) },
    ],
  });
}

async function keptEntry(tx: Tx, by: Actor, id: string) {
  const e = (await findEntry(tx, id)) ?? notFound();
  return { e, s: await keptSession(tx, by, e.sessionId) };
}

/** A child's particulars in full, without health notes: who looked and what for stands in the log. */
export async function look(tx: Tx, by: Actor, { id, purpose }: In<'look'>) {
  const { e, s } = await keptEntry(tx, by, id);
  const [child, contact] = [openChild(e), openPerson(e.contactSealed)];
  if (child === null || contact === null) throw new Refused(words.forgotten);
  await audit.looked(tx, by, { subject: { kind: 'careEntry', id }, unionId: s.unionId, fields: ['child', 'birthDate', 'phone'], purpose });
  return {
    id, child: child.name, birth: child.birth, sex: child.sex, people: openPeople(await listPickups(tx, [id])).map((p) => p.facts), contact,
    incidents: (await listIncidents(tx, id)).map((i) => ({ at: i.at.toISOString(), by: i.by, text: openText(i.sealed) })),
  };
}

/** Takes a child out of a session, with a reason that its guardian is told. */
export async function remove(tx: Tx, by: Actor, { id, why }: In<'remove'>) {
  const { e } = await keptEntry(tx, by, id);
  if (e.claimId === null || e.endedAt !== null) throw new Refused(words.isOver);
  if (e.state === 'handed') await claims.giveBack(tx, by, e.claimId, why);
  else await claims.remove(tx, by, e.claimId, why);
  return { id };
}

/** What was written to the guardians of a session. */
export async function messages(tx: Tx, by: Actor, { id, ...page }: In<'messages'>) {
  await keptSession(tx, by, id);
  const { items, total } = await listMessages(tx, id, page);
  return { items: items.map((m) => ({ ...m, at: m.at.toISOString() })), total };
}

/** Writes to the guardians of all who have a place. */
export async function write(tx: Tx, by: Actor, { id, text }: In<'write'>) {
  const s = await keptSession(tx, by, id);
  const to = [...new Set((await listPlaced(tx, id)).flatMap((e) => e.guardianId ?? []))];
  if (to.length === 0) throw new Refused(words.nobody);
  const messageId = newId();
  await insertMessage(tx, { id: messageId, sessionId: id, byId: by.personId, text, receivers: to.length });
  await notify.tell(tx, { key: `summerCare/message/${messageId}`, kind: 'summerCare.message', word: words.tellMessage, body: words.tellMessageBody, slots: { title: s.title, text }, link: `/summer-care/sessions/${id}`, to, unionId: s.unionId });
  await audit.record(tx, by, words.auditWrote, { ...subject(s), slots: { title: s.title, n: to.length } });
  return { id: messageId, receivers: to.length };
}

/** When children's data of which session go, and where they are gone. */
export async function retention(tx: Tx, by: Actor, { unionId, ...page }: In<'retention'>) {
  const { items, total } = await f.listKept(tx, by, (await pathOf(tx, by, unionId)) ?? null, page);
  const today = legalDateOf(tx.now);
  return { items: items.map(({ forgetDays, ...k }) => ({ ...k, keptUntil: keptUntil(k.endsOn, forgetDays), daysLeft: Math.max(0, daysBetween(today, keptUntil(k.endsOn, forgetDays))), forgottenAt: k.forgottenAt?.toISOString() ?? null })), total };
}

