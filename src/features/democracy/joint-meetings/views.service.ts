import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { type Locale, say, type Word } from '#shared/words';
import { type Call, doorWords, type Download } from '#platform/http';
import { exportSheet } from '#platform/sheets';
import { audit } from '#engines/audit';
import { type CaseEvent, cases, caseWords } from '#engines/cases';
import { files } from '#engines/files';
import { loadUnionFor } from '#engines/org';
import * as k from './councils.sql.ts';
import type { api } from './joint-meetings.contract.ts';
import { itemProcess, meetingProcess } from './joint-meetings.process.ts';
import { type Side, speaks } from './joint-meetings.rules.ts';
import { words } from './joint-meetings.words.ts';
import * as q from './meetings.sql.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
type All<K extends keyof typeof api> = Omit<In<K>, 'limit' | 'offset'> & k.Page;
const EXPORT_MOST = 5_000;
export const FILES = 'jointItem';

/** Evidence of an item is for those entitled to its council. */
export const declareFiles = (): void => files.declareOwner(FILES, { most: 60, mayOpen: async (tx, by, id) => { const item = await q.findItem(tx, id); return item !== null && (await k.findCouncil(tx, by, item.councilId)) !== null; } });

/** A council for those entitled, or the refusal that hides it. */
export async function loadCouncil(tx: Tx, by: Actor, id: string): Promise<k.CouncilRow> {
  const council = await k.findCouncil(tx, by, id);
  if (council === null) throw new Refused(doorWords.notFound, { status: 404 });
  return council;
}
export async function loadMeeting(tx: Tx, by: Actor, id: string): Promise<{ meeting: q.MeetingRow; council: k.CouncilRow }> {
  const meeting = await q.findMeeting(tx, id);
  if (meeting === null) throw new Refused(doorWords.notFound, { status: 404 });
  return { meeting, council: await loadCouncil(tx, by, meeting.councilId) };
}
export async function loadItem(tx: Tx, by: Actor, id: string): Promise<{ item: q.ItemRow; council: k.CouncilRow }> {
  const item = await q.findItem(tx, id);
  if (item === null) throw new Refused(doorWords.notFound, { status: 404 });
  return { item, council: await loadCouncil(tx, by, item.councilId) };
}
/** The side for which this person consents, if any. */
export const sideOf = (c: k.CouncilRow): Side | null => (c.side !== null && c.role !== null && speaks(c.role) ? c.side : null);
/** Whether this person may tell of an item: its owner, who keeps the council, and who speaks for a side. */
export const tells = (by: Actor, c: k.CouncilRow, item: q.ItemRow): boolean => (c.side !== null && item.ownerId === by.personId) || c.keeps || sideOf(c) !== null;

const councilView = (c: k.CouncilRow) => ({ id: c.id, title: c.title, union: c.union, otherName: c.otherName, meetsPerYear: c.meetsPerYear, foundedOn: c.foundedOn, endedOn: c.endedOn, held: c.held, open: c.open, late: c.late, nextAt: c.nextAt?.toISOString() ?? null });
const meetingView = (m: q.MeetingRow) => ({ id: m.id, number: m.number, title: m.title, place: m.place, heldAt: m.heldAt.toISOString(), state: m.state, items: m.items });
const itemView = (i: q.ItemRow) => ({ id: i.id, number: i.number, title: i.title, council: i.council, councilId: i.councilId, owner: i.owner, ownerId: i.ownerId, side: i.side, dueOn: i.dueOn, progress: i.progress, state: i.state, ask: i.ask, late: i.late });
const consentsOf = async (tx: Tx, id: string, round: number) => (await q.listConsents(tx, id, round)).map((x) => ({ side: x.side, name: x.name, at: x.at.toISOString() }));
const list = (of: readonly (readonly [string, boolean])[]): string[] => of.flatMap(([name, yes]) => (yes ? [name] : []));

/** What an event of a case is called: a step of the process, what was noted, or what the engine did by itself. */
function whatOf(steps: Readonly<Record<string, { readonly word: Word }>>, e: CaseEvent, locale: Locale): string {
  const [noted, union] = [e.data[locale], e.data['union']];
  if (e.step === 'noted' && typeof noted === 'string') return noted;
  const engine = caseWords as Readonly<Record<string, Word>>;
  const word = steps[e.step]?.word ?? (e.step === 'opened' ? words.did_open : engine[e.step]) ?? words.did_open;
  return say(word, locale, { union: typeof union === 'string' ? union : '', clock: say(engine[`clock_${String(e.data['clock'])}`] ?? words.item, locale) });
}

async function storyOf(tx: Tx, steps: Readonly<Record<string, { readonly word: Word }>>, events: readonly CaseEvent[], owner: string | null, locale: Locale) {
  const attached = new Map((owner ? ((await files.listOf(tx, FILES, [owner])).get(owner) ?? []) : []).map((f) => [f.id, { id: f.id, name: f.name, image: f.kind === 'image' }]));
  return events.map((e) => ({ id: e.id, at: e.at.toISOString(), what: whatOf(steps, e, locale), by: e.byName ?? '', text: e.text, files: e.files.flatMap((id) => attached.get(id) ?? []) }));
}

/** Councils of which the person is a representative, and what waits for them there. */
export async function mine(tx: Tx, by: Actor) {
  const items = (await k.listMine(tx, by)).flatMap((c) => (c.side === null || c.role === null ? [] : [{ ...councilView(c), side: c.side, role: c.role }]));
  const unagreed = (await q.listUnagreed(tx, by.personId)).map((m) => ({ kind: 'meeting' as const, id: m.id, title: m.title, dueOn: null }));
  const waiting = (await q.listWaiting(tx, by.personId)).map((i) => ({ kind: i.state === 'asked' ? ('item' as const) : ('own' as const), id: i.id, title: i.title, dueOn: i.dueOn }));
  return { items, waiting: [...unagreed, ...waiting] };
}

/** One council: both sides, meetings, work list. */
export async function council(tx: Tx, by: Actor, { id }: In<'council'>) {
  const c = await loadCouncil(tx, by, id);
  const running = c.endedOn === null;
  return {
    ...councilView(c), unionId: c.unionId, purpose: c.purpose, version: c.version, side: c.side, people: await k.listPeople(tx, id), meetings: (await q.listMeetings(tx, id)).map(meetingView), items: (await q.listItems(tx, { councilId: id })).map(itemView),
    may: list([['change', c.keeps], ['name', c.keeps && running], ['plan', c.keeps && running]]),
  };
}

/** One meeting with its minutes, the work list and who consented. */
export async function meeting(tx: Tx, by: Actor, { id }: In<'meeting'>, { locale }: Call) {
  const { meeting: m, council: c } = await loadMeeting(tx, by, id);
  const [people, consents, { events }] = [await k.listPeople(tx, c.id), await consentsOf(tx, id, m.round), await cases.loadWhole(tx, meetingProcess, id, false)];
  const byId = new Map(people.map((p) => [p.id, p]));
  const side = sideOf(c);
  const waits = m.state === 'drafted' && side !== null && !consents.some((x) => x.side === side);
  return {
    ...meetingView(m), councilId: c.id, council: c.title, union: c.union, otherName: c.otherName, agenda: [...m.agenda], minutes: m.minutes, round: m.round, version: m.version, draft: m.state === 'agreed' ? [] : m.draft.map((d) => ({ ...d, owner: byId.get(d.ownerId)?.name ?? '', side: byId.get(d.ownerId)?.side ?? null })),
    consents, list: (await q.listItems(tx, { meetingId: id })).map(itemView), people, story: await storyOf(tx, meetingProcess.steps, events, null, locale),
    may: list([['change', c.keeps && m.state === 'planned'], ['callOff', c.keeps && m.state === 'planned'], ['record', c.keeps && (m.state === 'planned' || m.state === 'drafted')], ['agree', waits], ['object', m.state === 'drafted' && side !== null]]),
  };
}

/** One item with its story and what is asked of both sides. */
export async function item(tx: Tx, by: Actor, { id }: In<'item'>, { locale }: Call) {
  const { item: i, council: c } = await loadItem(tx, by, id);
  const [consents, { events }, side] = [await consentsOf(tx, id, i.round), await cases.loadWhole(tx, itemProcess, id, false), sideOf(c)];
  const working = i.state === 'working';
  return {
    ...itemView(i), union: c.union, otherName: c.otherName, detail: i.detail, meetingId: i.meetingId, meeting: i.meeting, askText: i.askText, askDue: i.askDue, askBy: i.askBy ?? '', round: i.round, version: i.version, follows: i.followsId, followedBy: i.followedBy, consents: i.ask === null ? [] : consents, people: c.keeps ? await k.listPeople(tx, c.id) : [],
    story: await storyOf(tx, itemProcess.steps, events, id, locale),
    may: list([['report', working && tells(by, c, i)], ['ask', working && tells(by, c, i)], ['assign', working && c.keeps], ['accept', i.state === 'asked' && side !== null && !consents.some((x) => x.side === side)], ['refuse', i.state === 'asked' && side !== null]]),
  };
}

/** Councils over the officer's unions. */
export async function councils(tx: Tx, by: Actor, f: In<'councils'>) {
  const unionPath = f.unionId === undefined ? undefined : (await loadUnionFor(tx, by, k.KEEP, f.unionId)).path;
  const { items, total } = await k.listKept(tx, by, unionPath, f);
  return { items: items.map(councilView), total };
}

/** Items over the officer's unions, open ones first. */
export async function items(tx: Tx, by: Actor, { unionId, late, limit, offset, ...f }: All<'items'>) {
  const unionPath = unionId === undefined ? undefined : (await loadUnionFor(tx, by, k.KEEP, unionId)).path;
  const found = await q.listRegister(tx, by, { ...f, unionPath, late: late === 'yes' }, { limit, offset });
  return { items: found.items.map(itemView), total: found.total };
}

/** The work list as a sheet. */
export async function exportItems(tx: Tx, by: Actor, { columns, ...f }: In<'exportItems'>, { locale }: Call): Promise<Download> {
  const found = await items(tx, by, { ...f, limit: EXPORT_MOST, offset: 0 });
  await audit.record(tx, by, words.auditExported, { subject: { kind: 'register', id: tx.federationId }, slots: { n: found.items.length } });
  return exportSheet({
    name: words.exportName, now: tx.now, locale, rows: found.items, shown: columns,
    columns: [
      { heading: words.columnNumber, under: ['title'], cell: (i) => i.number }, { heading: words.columnItem, under: ['title'], cell: (i) => i.title }, { heading: words.columnCouncil, under: ['council'], cell: (i) => i.council }, { heading: words.columnSide, under: ['owner'], cell: (i) => say(words[`side_${i.side}`], locale) }, { heading: words.columnOwner, under: ['owner'], cell: (i) => i.owner },
      { heading: words.columnDue, under: ['due'], cell: (i) => i.dueOn }, { heading: words.columnLate, under: ['due'], cell: (i) => (i.late ? say(words.isLate, locale) : '') }, { heading: words.columnProgress, under: ['progress'], kind: 'number', cell: (i) => (i.state === 'done' ? 100 : i.progress) }, { heading: words.columnState, under: ['state'], cell: (i) => say(words[`item_${i.state}`], locale) },
    ],
  });
}
