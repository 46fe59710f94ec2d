import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { chinaCalendar } from '#shared/china-calendar';
import { chinaTime, legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { deadline, workingHours } from '#shared/worktime';
import { doorWords } from '#platform/http';
import { audit } from '#engines/audit';
import { cases, type Given } from '#engines/cases';
import { files } from '#engines/files';
import { notify } from '#engines/notify';
import { loadUnionFor } from '#engines/org';
import { rulebook } from '#engines/rulebook';
import type { api } from './briefings.contract.ts';
import { briefingProcess, laterProcess } from './briefings.process.ts';
import * as q from './briefings.sql.ts';
import { words } from './briefings.words.ts';
import { FILES, KEEP } from './views.service.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
type Said = Omit<In<'plan'>, 'unionId'>;

async function loadKept(tx: Tx, by: Actor, id: string): Promise<q.BriefingRow> {
  const b = await q.findKept(tx, by, id, true);
  if (b === null) throw new Refused(doorWords.notFound, { status: 404 });
  return b;
}

function plannedFrom(tx: Tx, d: Said): q.Planned {
  const [heldAt, endsAt] = [new Date(d.heldAt), new Date(d.endsAt)];
  if (endsAt <= heldAt) throw new Refused(doorWords.checkInput, { status: 400, fields: [{ path: 'endsAt', why: words.endsBefore }] });
  if (heldAt <= tx.now) throw new Refused(doorWords.checkInput, { status: 400, fields: [{ path: 'heldAt', why: words.heldPast }] });
  return { title: d.title, about: d.about, place: d.place, heldAt, endsAt, agenda: d.agenda, files: d.files };
}

async function invite(tx: Tx, b: { readonly id: string; readonly unionId: string; readonly path: string; readonly union: string }, p: q.Planned, again: boolean): Promise<void> {
  const to = await q.listMembers(tx, b.path);
  if (to.length > 0) await notify.tell(tx, { key: `briefings/${b.id}/invited/${p.heldAt.getTime()}/${p.place}`.slice(0, 200), kind: 'briefings.invited', word: again ? words.tellMoved : words.tellInvited, body: words.tellInvitedBody, slots: { title: p.title, union: b.union, time: chinaTime(p.heldAt), place: p.place }, link: `/briefings/${b.id}`, unionId: b.unionId, to });
}

async function numbersOf(tx: Tx, unionId: string) {
  const { values } = await rulebook.look(tx, { unionId }, ['briefings.minutes.withinWorkdays', 'briefings.answer.withinDays', 'letters.workingHours']);
  return { minutes: values['briefings.minutes.withinWorkdays'], answer: values['briefings.answer.withinDays'], hours: workingHours(values['letters.workingHours'], chinaCalendar) };
}

/** Plans a briefing with its agenda and papers, and invites every worker of the union. */
export async function plan(tx: Tx, by: Actor, { unionId, ...d }: In<'plan'>) {
  const union = await loadUnionFor(tx, by, KEEP, unionId);
  const p = plannedFrom(tx, d);
  const n = await numbersOf(tx, unionId);
  const { id } = await cases.open(tx, briefingProcess, { unionId, title: p.title, text: p.about, privacy: 'named', channel: 'desk', filedBy: by, dues: { finish: deadline(p.heldAt, { workdays: n.minutes }, n.hours) } });
  await q.insertBriefing(tx, { id, unionId, byId: by.personId }, p);
  await files.attach(tx, by, p.files, { kind: FILES, id });
  await audit.record(tx, by, words.auditPlanned, { subject: { kind: 'briefing', id }, unionId, slots: { title: p.title } });
  await invite(tx, { id, unionId, path: union.path, union: union.name }, p, false);
  return { id, state: 'planned' };
}

/** Changes a briefing that has not begun; everybody hears of another time or place. */
export async function change(tx: Tx, by: Actor, { id, version, ...d }: In<'change'>) {
  const b = await loadKept(tx, by, id);
  if (b.state !== 'planned' || (version !== undefined && version !== b.version)) throw new Refused(words.notPlanned);
  const p = plannedFrom(tx, d);
  await files.attach(tx, by, p.files.filter((f) => !b.files.includes(f)), { kind: FILES, id });
  await q.updateBriefing(tx, id, p);
  if (p.heldAt.getTime() !== b.heldAt.getTime() || p.place !== b.place) await invite(tx, b, p, true);
  await audit.record(tx, by, words.auditChanged, { subject: { kind: 'briefing', id }, unionId: b.unionId, slots: { title: p.title } });
  return { id, state: b.state };
}

const given = (o: { readonly version?: number | undefined; readonly text?: string }): Given => ({ ...(o.version === undefined ? {} : { version: o.version }), ...(o.text ? { text: o.text } : {}) });

/** Begins: people check in, questions are answered. */
export async function start(tx: Tx, by: Actor, { id, version }: In<'start'>) {
  await loadKept(tx, by, id);
  const held = await cases.step(tx, briefingProcess, 'start', id, { kind: 'person', actor: by }, given({ version }));
  await q.mark(tx, id, { started: true });
  return { id, state: held.file.state };
}

/** Ends: each question without an answer becomes a matter with its day, counted by the rulebook. */
export async function end(tx: Tx, by: Actor, { id, version }: In<'end'>) {
  const b = await loadKept(tx, by, id);
  const held = await cases.step(tx, briefingProcess, 'end', id, { kind: 'person', actor: by }, given({ version }));
  await q.mark(tx, id, { ended: true });
  const n = await numbersOf(tx, b.unionId);
  const dueAt = deadline(legalDateOf(tx.now), { calendarDays: n.answer, until: 'midnight' }, n.hours);
  const { items } = await q.listQuestions(tx, by, id, { limit: 500, offset: 0, all: false });
  const open = items.filter((x) => x.state === 'asked' || x.state === 'answering');
  for (const x of open) {
    const opened = await cases.open(tx, laterProcess, { unionId: b.unionId, title: b.title, text: x.text, privacy: x.named ? 'named' : 'hidden', channel: 'briefing', authorId: x.personId, facts: { briefingId: id }, dues: { answer: dueAt } });
    await q.setLater(tx, x.id, opened.id, dueAt);
  }
  return { id, state: held.file.state, later: open.length };
}

/** Calls it off before it begins; everybody is told why. */
export async function callOff(tx: Tx, by: Actor, { id, version, text }: In<'callOff'>) {
  const b = await loadKept(tx, by, id);
  const held = await cases.step(tx, briefingProcess, 'callOff', id, { kind: 'person', actor: by }, given({ version, text }));
  const to = await q.listMembers(tx, b.path);
  if (to.length > 0) await notify.tell(tx, { key: `briefings/${id}/calledOff`, kind: 'briefings.calledOff', word: words.tellCalledOff, body: words.tellCalledOffBody, slots: { title: b.title, why: text }, link: `/briefings/${id}`, unionId: b.unionId, to });
  return { id, state: held.file.state };
}

/** Publishes the minutes to everybody it was for. */
export async function publish(tx: Tx, by: Actor, { id, version, minutes }: In<'publish'>) {
  const b = await loadKept(tx, by, id);
  const held = await cases.step(tx, briefingProcess, 'publish', id, { kind: 'person', actor: by }, given({ version }));
  await q.mark(tx, id, { minutes });
  const to = await q.listMembers(tx, b.path);
  if (to.length > 0) await notify.tell(tx, { key: `briefings/${id}/minutes`, kind: 'briefings.minutes', word: words.tellMinutes, body: words.tellMinutesBody, slots: { title: b.title }, link: `/briefings/${id}`, unionId: b.unionId, to });
  return { id, state: held.file.state };
}

async function loadQuestion(tx: Tx, by: Actor, id: string) {
  const row = await q.findQuestion(tx, by, id, { kept: true, lock: true });
  if (row === null) throw new Refused(doorWords.notFound, { status: 404 });
  if (row.state === 'answered') throw new Refused(words.answeredAlready);
  return row;
}

/** Takes a question up, puts it back, or hides it from the room; one is answered at a time. */
export async function moderate(tx: Tx, by: Actor, { id, state }: In<'moderate'>) {
  const row = await loadQuestion(tx, by, id);
  if (row.caseId !== null || !['planned', 'live'].includes(row.briefingState)) throw new Refused(words.notAsking);
  if (!(await q.setState(tx, row.id, state))) throw new Refused(words.answering);
  await audit.record(tx, by, words.auditModerated, { subject: { kind: 'briefing', id: row.briefingId }, unionId: row.unionId, slots: { title: row.title } });
  return { id: row.id, state };
}

/** Answers: while the briefing lasts, or later. Everybody it was for reads it. */
export async function answer(tx: Tx, by: Actor, { id, text }: In<'answer'>) {
  const row = await loadQuestion(tx, by, id);
  if (row.personId === by.personId) throw new Refused(words.ownQuestion, { status: 403 });
  if (row.caseId !== null) await cases.step(tx, laterProcess, 'answer', row.caseId, { kind: 'person', actor: by }, { text });
  if (!(await q.setAnswer(tx, row.id, { text, live: row.caseId === null, byId: by.personId }))) throw new Refused(words.answeredAlready);
  await audit.record(tx, by, words.auditAnswered, { subject: { kind: 'briefing', id: row.briefingId }, unionId: row.unionId, slots: { title: row.title } });
  return { id: row.id, state: 'answered' };
}
