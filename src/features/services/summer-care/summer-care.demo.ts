import type { Actor, Tx } from '#shared/call';
import { addDays, daysBetween, instantAt, type LegalDate, legalDateOf } from '#shared/dates';
import type { DemoStage } from '#shared/demo';
import { newId, newSecretId } from '#shared/ids';
import { secrets } from '#platform/secrets';
import { claims } from '#engines/claims';
import { type ChildFacts, type PersonFacts, seal } from './access.service.ts';
import { childKey } from './codes.service.ts';
import * as d from './days.sql.ts';
import { decideRelease, askRelease, incident } from './staff.service.ts';
import { write } from './desk.service.ts';
import * as q from './entries.sql.ts';
import { notes as giveNotes, withdrawNotes } from './guardian.service.ts';
import * as programmes from './programmes.service.ts';
import { findSession, listConsents } from './programmes.sql.ts';
import { factorySummer, GIVEN, HEALTH, INCIDENTS, streetSummer, summerBefore, type Told, weekendOf, winterOf } from './stories.demo.ts';
import { forget } from './summer-care.jobs.ts';
import { daysOf, decidingAge, isDue } from './summer-care.rules.ts';

type Guardian = { readonly id: string; readonly name: string };
type Placed = { readonly sessionId: string; readonly told: Told; readonly entries: readonly q.Entry[] };
const HOUR = 3_600_000;
const FORGET = 90;

/** A child of a guardian; the n-th of a story is always the same. */
function childOf(g: Guardian, n: number, now: Date): ChildFacts {
  const sex = n % 2 === 0 ? 'female' : 'male';
  const birth = addDays(`${summerBefore(legalDateOf(now))}-07-01`, -Math.round(365.25 * (6 + (n % 6)) + 40 + ((n * 37) % 280)));
  return { name: `${g.name.slice(0, 1)}${GIVEN[sex][(n * 5 + Math.floor(n / 8)) % GIVEN[sex].length] ?? ''}`, birth, sex };
}
const phoneOf = (n: number): string => `138${String(30_000_000 + ((n * 7919) % 60_000_000)).slice(0, 8)}`;
const peopleOf = (g: Guardian, n: number): PersonFacts[] => [{ name: g.name, phone: phoneOf(n), relation: n % 3 === 0 ? 'mother' : 'father' }, ...(n % 2 === 0 ? [{ name: `${g.name.slice(0, 1)}桂兰`, phone: phoneOf(n + 11), relation: 'grandparent' as const }] : [])];

/** Signs the children of these workers up, all in one decision. */
async function signUp(tx: Tx, sessionId: string, told: Told, guardians: readonly Guardian[], from: number, now: Date): Promise<void> {
  const s = await findSession(tx, sessionId);
  const consent = s === null ? undefined : (await listConsents(tx, s.programmeId)).find((c) => c.no === s.consentNo);
  if (s === null || consent === undefined) return;
  const all = guardians.map((g, i) => ({ g, n: from + i, id: newId(), child: childOf(g, from + i, now) }));
  await q.insertEntries(tx, all.map(({ g, n, id, child }) => ({
    id, sessionId, guardianId: g.id, key: `story-${id}`, child: seal(child), contact: seal(peopleOf(g, n)[0] as PersonFacts), age: decidingAge(child.birth, told.startsOn, null), ageFrom: s.ageFrom, ageTo: s.ageTo, consentNo: consent.no, consentHash: consent.hash,
    notes: n % 7 === 4 ? { sealed: secrets.seal(HEALTH[n % HEALTH.length] ?? HEALTH[0]), no: consent.no, hash: consent.hash } : null,
  })));
  const days = daysOf(s);
  await q.insertDays(tx, all.flatMap(({ id, child }) => { const key = childKey(tx.federationId, child); return days.map((day) => ({ entryId: id, sessionId, day, childKey: key })); }));
  await q.putPickups(tx, all.flatMap(({ g, n, id }) => peopleOf(g, n).map((p, i) => ({ id: newSecretId(), entryId: id, no: i + 1, sealed: seal(p) }))));
  await claims.decide(tx, sessionId, all.map(({ g, id }) => ({ personId: g.id, key: `story-${id}`, places: 1, unitId: null, at: tx.now })));
}

type Plan = { readonly unionId: string; readonly title: string; readonly year: number; readonly told: readonly Told[]; readonly opensAt: Date; readonly closesAt: Date; readonly priceFen?: number };

/** Draws a programme up with its sessions, in their order; published unless it stays a draft. */
async function publish(tx: Tx, by: Actor, p: Plan, draft = false): Promise<{ id: string; sessions: string[] }> {
  const { id } = await programmes.put(tx, by, {
    unionId: p.unionId, title: p.title, year: p.year, about: '作业辅导、手工、运动和安全课，含午餐和午休。每天有两名以上老师和志愿者照看。', ageFrom: 6, ageTo: 12, ageOn: null, opensAt: p.opensAt.toISOString(), closesAt: p.closesAt.toISOString(), priceFen: p.priceFen ?? 0,
  });
  const sessions: string[] = [];
  for (const t of p.told) sessions.push((await programmes.addSession(tx, by, { id, title: t.title, site: t.site, address: t.address, startsOn: t.startsOn, endsOn: t.endsOn, weekdays: t.weekdays, daysOff: [], opensMinute: 480, closesMinute: 1050, capacity: t.capacity })).id);
  if (!draft) await programmes.publish(tx, by, { id });
  return { id, sessions };
}

/** Who came when: nearly every day, picked up by the first or second on the list. Days after `until` are left open. */
async function attend(tx: Tx, byId: string, p: Placed, until: LegalDate): Promise<void> {
  const days = daysOf({ ...p.told, daysOff: [] }).filter((day) => day <= until);
  const people = Map.groupBy(await q.listPickups(tx, p.entries.map((e) => e.id)), (x) => x.entryId);
  await d.takeOverDays(tx, byId, p.entries.flatMap((e, i) => days.flatMap((day, k) => {
    if ((i * 5 + k * 3) % 13 === 4) return [];
    const who = people.get(e.id) ?? [];
    return [{ entryId: e.id, day, arrivedAt: instantAt(day, 470 + ((i * 7 + k) % 25)), leftAt: instantAt(day, 1010 + ((i * 3 + k) % 38)), pickupId: (who[(i + k) % Math.max(1, who.length)] ?? who[0])?.id ?? null }];
  })));
}

async function handAll(tx: Tx, officer: Actor, sessionId: string, entries: readonly q.Entry[]): Promise<void> {
  await claims.handOver(tx, officer, sessionId, entries.flatMap((e) => (e.claimId === null ? [] : [{ code: claims.codesOf(tx.federationId, { id: e.claimId, no: e.no }).code, at: tx.now, paid: true }])));
}

type Stage = { readonly stage: DemoStage; readonly today: LegalDate; on<T>(day: LegalDate, time: string, run: (tx: Tx) => Promise<T>): Promise<T>; people(path: string, many: number): Promise<Guardian[]> };

function stageOf(stage: DemoStage): Stage {
  const today = legalDateOf(stage.now);
  return {
    stage, today, on: (day, time, run) => stage.at(stage.ago(Math.max(0, daysBetween(day, today)), time), run),
    people: (path, many) => stage.at(stage.now, async (tx) => { const all = await d.findMembers(tx, path, '', 900); return Array.from({ length: Math.min(many, all.length) }, (_, i) => all[(i * 389) % all.length] as Guardian); }),
  };
}

/** A summer that is over: sign-up in June, care in July and August, what was kept is gone where its time was up. */
async function tellSummer(s: Stage, by: Actor, code: string, title: string, told: readonly Told[], year: number): Promise<void> {
  const union = s.stage.union(code);
  const [open, close] = [instantAt(`${year}-06-12`, 540), instantAt(`${year}-07-05`, 1080)];
  const made = await s.on(`${year}-06-08`, '10:00', (tx) => publish(tx, by, { unionId: union.id, title, year, told, opensAt: open, closesAt: close }));
  const people = await s.people(union.path, 110);
  if (people.length === 0) return;
  const pick = (n: number): Guardian => people[n % people.length] as Guardian;
  await s.on(`${year}-06-13`, '09:20', async (tx) => {
    let n = 0;
    for (const [i, id] of made.sessions.entries()) {
      const t = told[i] as Told;
      const some = [...new Map(Array.from({ length: t.asked }, (_, k) => pick(n + k)).map((g) => [g.id, g])).values()];
      await signUp(tx, id, t, some, n, s.stage.now);
      n += t.asked;
    }
  });
  for (const [i, id] of made.sessions.entries()) await liveThrough(s, by, id, told[i] as Told, i);
}

async function liveThrough(s: Stage, by: Actor, id: string, told: Told, i: number): Promise<void> {
  const entries = await s.on(told.startsOn, '08:05', async (tx) => {
    const all = await q.listPlaced(tx, id);
    await handAll(tx, by, id, all);
    return all;
  });
  await s.on(told.endsOn, '18:00', async (tx) => {
    await attend(tx, by.personId, { sessionId: id, told, entries }, told.endsOn);
    if (i % 3 === 0 && entries[1]) await d.insertIncidents(tx, [{ id: newId(), sessionId: id, entryId: entries[1].id, byId: by.personId, sealed: secrets.seal(INCIDENTS[i % INCIDENTS.length] ?? INCIDENTS[0]) }]);
  });
  if (isDue({ endsOn: told.endsOn, forgetDays: FORGET }, s.stage.now)) await s.on(addDays(told.endsOn, FORGET + 1), '02:40', (tx) => forget(tx, id));
}

/** Week-end care that runs today: some children are here, one has left, one is excused, one has not come; a release waits to be confirmed. */
async function tellToday(s: Stage, li: Actor, worker: Actor, expert: Actor): Promise<void> {
  const told = weekendOf(s.today);
  const hq = s.stage.union('HQ');
  const opened = addDays(s.today, -25);
  const made = await s.on(opened, '09:00', (tx) => publish(tx, li, { unionId: hq.id, title: '周末爱心托管', year: Number(s.today.slice(0, 4)), told: [told], opensAt: new Date(tx.now.getTime() - HOUR), closesAt: instantAt(addDays(s.today, -16), 1080) }));
  const id = made.sessions[0] as string;
  const people = (await s.people(hq.path, 40)).filter((g) => ![li.personId, worker.personId, expert.personId].includes(g.id)).slice(0, told.asked - 1);
  await s.on(addDays(s.today, -20), '12:10', async (tx) => {
    await signUp(tx, id, told, [{ id: expert.personId, name: expert.name }, ...people], 4, s.stage.now);
    for (const person of [li, worker]) await programmes.addStaff(tx, li, { id, personId: person.personId, from: told.startsOn, to: told.endsOn });
  });
  const entries = await s.on(told.startsOn, '08:05', async (tx) => { const all = await q.listPlaced(tx, id); await handAll(tx, li, id, all); return all; });
  await s.on(addDays(s.today, -1), '19:00', async (tx) => {
    await attend(tx, worker.personId, { sessionId: id, told, entries }, addDays(s.today, -1));
    const ninth = entries[8];
    if (ninth) await d.setExcused(tx, ninth.id, s.today, tx.now);
    await write(tx, li, { id, text: '明天下午做航模，请给孩子穿长袖，带一把圆头剪刀。' });
  });
  await s.stage.at(s.stage.now, (tx) => tellMorning(tx, li, worker, id, entries, s.today));
}

async function tellMorning(tx: Tx, li: Actor, worker: Actor, id: string, entries: readonly q.Entry[], today: LegalDate): Promise<void> {
  const here = entries.slice(1, 8);
  const people = Map.groupBy(await q.listPickups(tx, here.map((e) => e.id)), (p) => p.entryId);
  const now = tx.now.getTime();
  await d.takeOverDays(tx, worker.personId, here.map((e, i) => ({ entryId: e.id, day: today, arrivedAt: new Date(now - HOUR - i * 120_000), leftAt: i === 6 ? new Date(now - HOUR / 6) : null, pickupId: i === 6 ? (people.get(e.id)?.[0]?.id ?? null) : null })));
  const [, second, third, fourth] = here;
  if (second) await incident(tx, worker, { id, entryId: second.id, text: INCIDENTS[0] });
  if (third) await askRelease(tx, worker, { id, entryId: third.id, taker: '周志强', relation: 'relative', phone: '13912340077', reason: '孩子舅舅临时来接，妈妈在手术室上班，已电话核实。' });
  if (fourth) {
    const { id: refused } = await askRelease(tx, worker, { id, entryId: fourth.id, taker: '自称邻居', relation: 'neighbour', phone: '13700001122', reason: '说是家长托付，家长电话没有接通。' });
    await decideRelease(tx, li, { id: refused, confirm: false });
  }
}

/** What is ahead: winter care of the factory with its sign-up open, that of the street opening in two days, a draft for next summer. */
async function tellAhead(s: Stage, li: Actor, street: Actor, expert: Actor): Promise<void> {
  const [hq, gt] = [s.stage.union('HQ'), s.stage.union('MZ-JD-GT')];
  const told = winterOf(s.today);
  const year = Number((told[0] as Told).startsOn.slice(0, 4));
  const made = await s.on(addDays(s.today, -6), '09:30', (tx) => publish(tx, li, { unionId: hq.id, title: '寒假爱心托管', year, told, opensAt: instantAt(addDays(s.today, -5), 540), closesAt: instantAt(addDays(s.today, 30), 1080), priceFen: 20_000 }));
  const people = (await s.people(hq.path, 60)).filter((g) => g.id !== expert.personId);
  await s.on(addDays(s.today, -4), '10:10', async (tx) => {
    for (const [i, id] of made.sessions.entries()) await signUp(tx, id, told[i] as Told, people.slice(i * 13, i * 13 + (told[i] as Told).asked), 60 + i * 20, s.stage.now);
    await signUp(tx, made.sessions[1] as string, told[1] as Told, [{ id: expert.personId, name: expert.name }], 4, s.stage.now);
  });
  await s.on(addDays(s.today, -2), '15:00', async (tx) => {
    const [first, second] = await q.listPlaced(tx, made.sessions[0] as string);
    if (first?.claimId) await claims.remove(tx, li, first.claimId, '家长来电，孩子要回老家过年。');
    if (second?.guardianId) {
      const guardian: Actor = { ...li, personId: second.guardianId, name: '家长', grants: [] };
      await giveNotes(tx, guardian, { id: second.id, notes: { text: '对虾过敏。', consentNo: 1 } });
      await withdrawNotes(tx, guardian, { id: second.id });
    }
    await programmes.callOff(tx, li, { id: made.sessions[2] as string, why: '活动室要换地板，请改报职工之家的班次。' });
    const [now] = await listConsents(tx, made.id);
    if (now) await programmes.consent(tx, li, { id: made.id, text: `${now.text}\n补充：寒假班中午由签约餐厅送餐，不向餐厅提供孩子资料。`, healthText: now.healthText });
  });
  await s.on(addDays(s.today, -1), '11:00', (tx) => publish(tx, street, { unionId: gt.id, title: '顾塘小候鸟冬令营', year, told: told.slice(0, 1).map((t) => ({ ...t, site: '顾塘街道职工驿站', address: '顾塘路 102 号', capacity: 25 })), opensAt: instantAt(addDays(s.today, 2), 600), closesAt: instantAt(addDays(s.today, 20), 1080) }));
  await s.on(addDays(s.today, -1), '16:00', (tx) => publish(tx, li, { unionId: hq.id, title: '明年暑期爱心托管', year: Number(s.today.slice(0, 4)) + 1, told: factorySummer(Number(s.today.slice(0, 4)) + 1).slice(0, 2), opensAt: instantAt(`${Number(s.today.slice(0, 4)) + 1}-06-10`, 540), closesAt: instantAt(`${Number(s.today.slice(0, 4)) + 1}-07-05`, 1080) }, true));
}

/** A summer of twenty-two sessions that are over, care that runs today, winter care one can sign up for, and a draft. */
export async function demo(stage: DemoStage): Promise<void> {
  const s = stageOf(stage);
  const [li, street, worker, expert] = [await stage.actor('li'), await stage.actor('street'), await stage.actor('worker'), await stage.actor('expert')];
  const year = summerBefore(s.today);
  await tellSummer(s, li, 'HQ', '红旗爱心暑托班', stage.brief ? factorySummer(year).slice(0, 2) : factorySummer(year), year);
  await tellSummer(s, street, 'MZ-JD-GT', '顾塘“小候鸟”爱心暑托班', stage.brief ? streetSummer(year).slice(3, 4) : streetSummer(year), year);
  await tellToday(s, li, worker, expert);
  await tellAhead(s, li, street, expert);
}

