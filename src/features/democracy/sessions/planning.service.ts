import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { chinaCalendar } from '#shared/china-calendar';
import { addDays, chinaTime, legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { workingHours, deadline } from '#shared/worktime';
import { doorWords } from '#platform/http';
import { cases } from '#engines/cases';
import { compareMajority } from '#engines/ballot';
import { files } from '#engines/files';
import { notify } from '#engines/notify';
import { findUnion, officersOf } from '#engines/org';
import { FILES, keepBasis, loadKept, note, numbersOf, quorumOf, refuseWithoutQuorum, wrong } from './access.service.ts';
import * as t from './items.sql.ts';
import * as s from './seats.sql.ts';
import type { desk } from './sessions.contract.ts';
import { sessionProcess } from './sessions.process.ts';
import * as q from './sessions.sql.ts';
import { words } from './sessions.words.ts';

type In<K extends keyof typeof desk> = z.output<(typeof desk)[K]['in']>;
type Said = Omit<In<'plan'>, 'bodyId'>;
type Verb = keyof typeof sessionProcess.steps & string;
const BEFORE = ['preparing', 'confirmed', 'noticed', 'discussing'] as const;

function plannedFrom(tx: Tx, d: Said): q.Planned {
  const [heldAt, endsAt] = [new Date(d.heldAt), new Date(d.endsAt)];
  if (endsAt <= heldAt) wrong('endsAt', words.endsBefore);
  if (heldAt <= tx.now) wrong('heldAt', words.heldPast);
  return { sort: d.sort, number: d.number, mode: d.mode, title: d.title, about: d.about, place: d.place, calledBy: d.calledBy, heldAt, endsAt };
}

const papersBy = (heldAt: Date, days: number): string => addDays(legalDateOf(heldAt), -days);
export const rollOf = (z: Pick<q.SessionRow, 'id' | 'termId' | 'unionId' | 'heldAt' | 'sort'>) => ({ sessionId: z.id, termId: z.termId, unionId: z.unionId, on: legalDateOf(z.heldAt), joint: z.sort === 'joint' });

/** Plans a session of a congress whose term sits. */
export async function plan(tx: Tx, by: Actor, { bodyId, ...d }: In<'plan'>) {
  const [body] = await q.listBodies(tx, by, { bodyId });
  if (body === undefined) throw new Refused(doorWords.notFound, { status: 404 });
  const p = plannedFrom(tx, d);
  const n = await numbersOf(tx, body);
  const { id } = await cases.open(tx, sessionProcess, { unionId: body.unionId, title: p.title, text: p.about, privacy: 'named', channel: 'desk', filedBy: by });
  await q.insertSession(tx, { id, bodyId, termId: body.termId, unionId: body.unionId, papersBy: papersBy(p.heldAt, n.papersDays), ruleSetId: await keepBasis(tx, body, 'plan'), byId: by.personId }, p);
  await s.readRoll(tx, { sessionId: id, termId: body.termId, unionId: body.unionId, on: legalDateOf(p.heldAt), joint: p.sort === 'joint' });
  await note(tx, by, words.auditPlanned, { id, unionId: body.unionId, title: p.title });
  return { id };
}

/** Changes the plan; whoever was told hears of another time or place. */
export async function change(tx: Tx, by: Actor, { id, ...d }: In<'change'>) {
  const z = await loadKept(tx, by, id, 'update', BEFORE);
  const p = plannedFrom(tx, d);
  await q.updatePlan(tx, id, papersBy(p.heldAt, (await numbersOf(tx, z)).papersDays), p);
  await s.readRoll(tx, rollOf({ ...z, ...p }));
  const moved = p.heldAt.getTime() !== z.heldAt.getTime() || p.place !== z.place;
  if (moved && (z.state === 'noticed' || z.state === 'discussing')) await tellSeats(tx, { ...z, ...p }, words.tellMoved, `moved/${p.heldAt.getTime()}`);
  await note(tx, by, words.auditChanged, { ...z, title: p.title });
  return { id };
}

/** Employer or union agrees to the agenda as it stands. */
export async function agree(tx: Tx, by: Actor, { id, side, by: who }: In<'agree'>) {
  const z = await loadKept(tx, by, id, 'update', ['preparing', 'confirmed']);
  if (z.items === 0) throw new Refused(words.agendaEmpty);
  await q.mark(tx, id, side === 'employer' ? { agreedEmployer: who } : { agreedUnion: who });
  await note(tx, by, side === 'employer' ? words.auditAgreedEmployer : words.auditAgreedUnion, z, { who });
  return { id };
}

async function tellSeats(tx: Tx, z: q.SessionRow | (q.SessionRow & q.Planned), word: (typeof words)['tellNotice'], occasion: string, body = words.tellNoticeBody): Promise<void> {
  const to = await s.listSitting(tx, z.id);
  if (to.length > 0) await notify.tell(tx, { key: `sessions/${z.id}/${occasion}`.slice(0, 200), kind: 'sessions.notice', word, body, slots: { title: z.title, time: chinaTime(z.heldAt), place: z.place }, link: `/sessions/${z.id}`, unionId: z.unionId, to });
}

type At = { readonly id: string; readonly version?: number | undefined; readonly text?: string };

/** Takes a step of the process after the guard was asked, in one transaction. */
async function step(tx: Tx, by: Actor, verb: Verb, d: At, guard: (z: q.SessionRow) => Promise<void> = async () => {}): Promise<{ id: string; z: q.SessionRow }> {
  const z = await loadKept(tx, by, d.id, 'update');
  if (sessionProcess.steps[verb].from.includes(z.state as never)) await guard(z);
  await cases.step(tx, sessionProcess, verb, d.id, { kind: 'person', actor: by }, { ...(d.version === undefined ? {} : { version: d.version }), ...(d.text ? { text: d.text } : {}) });
  return { id: d.id, z };
}
const done = ({ id }: { id: string }) => ({ id });

/** Delegates are confirmed: nobody's qualification is unchecked, and the seats are read from the roll. */
export const confirm = async (tx: Tx, by: Actor, d: In<'confirm'>) => done(await step(tx, by, 'confirm', d, async (z) => {
  const n = await s.countUnchecked(tx, z.termId);
  if (n > 0) throw new Refused(words.unchecked, { slots: { n } });
  await s.readRoll(tx, rollOf(z));
  if ((await s.sumSeats(tx, z.id)).holders === 0) throw new Refused(words.nobodySits);
}));

/** Notices with agenda and papers go out once employer and union have agreed. */
export const notice = async (tx: Tx, by: Actor, d: In<'notice'>) => {
  const { id, z } = await step(tx, by, 'notice', d, async (now) => {
    if (now.items === 0) throw new Refused(words.agendaEmpty);
    if (now.agreedEmployer === '' || now.agreedUnion === '') throw new Refused(words.notAgreed);
    await s.readRoll(tx, rollOf(now));
  });
  await tellSeats(tx, z, words.tellNotice, 'notice');
  return { id };
};

/** Delegations discuss the papers and write down what they think. */
export const discuss = async (tx: Tx, by: Actor, d: In<'discuss'>) => {
  const { id, z } = await step(tx, by, 'discuss', d);
  await tellSeats(tx, z, words.tellDiscuss, 'discuss', words.tellDiscussBody);
  return { id };
};

/** Opens the session: the roll is frozen, and enough are there. */
export const open = async (tx: Tx, by: Actor, d: In<'open'>) => done(await step(tx, by, 'open', d, async (z) => {
  const other = await q.findOther(tx, z);
  if (other !== null) throw new Refused(words.otherOpen, { slots: { title: other } });
  await s.readRoll(tx, rollOf(z));
  const now = await quorumOf(tx, z);
  refuseWithoutQuorum(now);
  await q.mark(tx, z.id, { opened: { entitled: now.entitled, present: now.present } });
}));

/** The presidium is adopted by a show of hands: more than the rule asks of all delegates. */
export const preside = async (tx: Tx, by: Actor, { id, seats, chair, for: yes, against }: In<'preside'>) => done(await step(tx, by, 'preside', { id }, async (z) => {
  const now = await quorumOf(tx, z);
  refuseWithoutQuorum(now);
  const found = await s.lockSeats(tx, id, { ids: seats });
  if (found.length < new Set(seats).size || found.some((x) => !x.votes)) wrong('seats', words.presidiumSeats);
  if (!seats.includes(chair)) wrong('chair', words.presidiumChair);
  if (yes + against > now.present) wrong('for', words.handsTooMany, { n: now.present });
  const { majority } = await numbersOf(tx, z);
  const line = compareMajority('majority', yes, { entitled: now.entitled, present: now.present, ballotsIssued: now.present, ballotsReturned: yes + against, validBallots: yes + against }, majority);
  if (!line.holds) wrong('for', words.handsTooFew, { least: line.least, entitled: now.entitled });
  await s.setPresidium(tx, id, seats, chair);
  await q.mark(tx, id, { hands: { present: now.present, for: yes, against } });
}));

async function refuseRunning(tx: Tx, id: string): Promise<void> {
  const [vote] = (await t.listItems(tx, id)).filter((i) => i.state === 'voting' || i.state === 'counting');
  if (vote) throw new Refused(words.voteRuns, { slots: { title: vote.title } });
}

/** Breaks off until later; no vote may run meanwhile. */
export const adjourn = async (tx: Tx, by: Actor, d: In<'adjourn'>) => done(await step(tx, by, 'adjourn', d, async (z) => {
  await refuseRunning(tx, z.id);
  await t.endSpeeches(tx, z.id);
}));
/** Goes on; the presidium must have been adopted before. */
export const resume = async (tx: Tx, by: Actor, d: In<'resume'>) => done(await step(tx, by, 'resume', d));

/** Closes: every item is decided, noted or withdrawn. The clocks of publication and report begin. */
export const close = async (tx: Tx, by: Actor, d: In<'close'>) => done(await step(tx, by, 'close', d, async (z) => {
  await refuseRunning(tx, z.id);
  const left = (await t.listItems(tx, z.id)).filter((i) => i.state === 'listed' || i.state === 'presented');
  if (left.length > 0) throw new Refused(words.itemsLeft, { slots: { n: left.length, title: left[0]?.title ?? '' } });
  await t.endSpeeches(tx, z.id);
  await t.withdrawSpeakers(tx, z.id, null);
  const n = await numbersOf(tx, z);
  await q.mark(tx, z.id, { closed: { publishBy: addDays(legalDateOf(tx.now), n.publishDays), reportBy: deadline(tx.now, { workdays: n.reportWorkdays }, workingHours(n.hours, chinaCalendar)) } });
}));

/** Calls a session off for a reason; everybody who was told hears of it. */
export const callOff = async (tx: Tx, by: Actor, d: In<'callOff'>) => {
  const { id, z } = await step(tx, by, 'callOff', d);
  if (z.state === 'noticed' || z.state === 'discussing') await tellSeats(tx, z, words.tellOff, 'off');
  return { id };
};

/** Publishes minutes and resolutions: every worker of the union may read them. */
export const publish = async (tx: Tx, by: Actor, { id, minutes }: In<'publish'>) => {
  const { z } = await step(tx, by, 'publish', { id }, async (now) => {
    const without = (await t.listItems(tx, now.id)).find((i) => i.state === 'passed' && i.resolution === '');
    if (without) throw new Refused(words.resolutionMissing, { slots: { title: without.title } });
    await q.mark(tx, id, { minutes });
  });
  const to = await q.listWorkers(tx, z.path, z.kind === 'members');
  if (to.length > 0) await notify.tell(tx, { key: `sessions/${id}/published`, kind: 'sessions.published', word: words.tellPublished, body: words.tellPublishedBody, slots: { title: z.title, passed: z.passed, failed: z.failed }, link: `/sessions/${id}`, unionId: z.unionId, to });
  return { id };
};

/** Reports to the union above; its officers are told. */
export const report = async (tx: Tx, by: Actor, { id, text }: In<'report'>) => {
  const { z } = await step(tx, by, 'report', { id, text }, async () => q.mark(tx, id, { report: text }));
  const above = (await findUnion(tx, z.unionId))?.parentId ?? null;
  const to = above === null ? [] : [...new Set((await officersOf(tx, [above], ['chair', 'viceChair', 'organiser'])).map((o) => o.personId))];
  if (above !== null && to.length > 0) await notify.tell(tx, { key: `sessions/${id}/reported`, kind: 'sessions.reported', word: words.tellReported, body: words.tellReportedBody, slots: { title: z.title, union: z.union }, link: `/console/sessions/${id}`, unionId: above, to });
  return { id };
};

/** Puts papers to a session or an item. After the notices whoever sits is told; what comes after the last day is late for ever. */
export async function putPapers(tx: Tx, by: Actor, { id, itemId, files: given }: In<'putPapers'>) {
  const z = await loadKept(tx, by, id, 'update', [...BEFORE, 'open', 'sitting', 'adjourned']);
  if (itemId !== null && !(await t.listItems(tx, id)).some((i) => i.id === itemId)) throw new Refused(doorWords.notFound, { status: 404 });
  await files.attach(tx, by, given, { kind: FILES, id });
  const named = new Map(((await files.listOf(tx, FILES, [id])).get(id) ?? []).map((f) => [f.id, f.name]));
  await t.insertPapers(tx, { sessionId: id, itemId, byId: by.personId }, given.map((f) => ({ id: f, name: named.get(f) ?? '' })));
  await note(tx, by, words.auditPapers, z, { n: given.length });
  if (z.state !== 'preparing' && z.state !== 'confirmed') await tellSeats(tx, z, words.tellPapers, `papers/${given[0] ?? ''}`);
  return { id };
}

