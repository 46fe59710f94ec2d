import type { z } from 'zod';
import { type Actor, mayIn, type Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { doorWords } from '#platform/http';
import { cases } from '#engines/cases';
import { files } from '#engines/files';
import { loadUnionFor } from '#engines/org';
import type { api, BriefingCard, BriefingOut, QuestionOut } from './briefings.contract.ts';
import { briefingProcess } from './briefings.process.ts';
import * as q from './briefings.sql.ts';
import { codeOf } from './room.service.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
export const KEEP = 'briefings.keep';
export const FILES = 'briefing';
const NEXT = 6;

/** Papers of a briefing are for everybody it is for. */
export const declareFiles = (): void => files.declareOwner(FILES, { most: 20, mayOpen: q.mayOpen });

/** A briefing as lists show it. */
export const cardOf = (b: q.BriefingRow): z.input<typeof BriefingCard> => ({
  id: b.id, number: b.number, title: b.title, union: b.union, unionId: b.unionId, place: b.place, heldAt: b.heldAt.toISOString(), endsAt: b.endsAt.toISOString(), state: b.state, attended: b.attended, questions: b.questions, answered: b.answered, open: b.open, here: b.here,
});

/** A briefing for those it is for. */
export async function load(tx: Tx, by: Actor, id: string): Promise<q.BriefingRow> {
  const b = await q.findBriefing(tx, by, id);
  if (b === null) throw new Refused(doorWords.notFound, { status: 404 });
  return b;
}

/** Briefings for me: to come, or past. */
export async function list(tx: Tx, by: Actor, f: In<'list'>) {
  const { items, total } = await q.listForMe(tx, by, f);
  return { items: items.map(cardOf), total };
}

function mayWith(by: Actor, b: q.BriefingRow, steps: readonly string[]): string[] {
  const keeps = mayIn(by, KEEP, b.path);
  const can: readonly (readonly [string, boolean])[] = [['checkIn', b.state === 'live' && !b.here], ['ask', b.state === 'planned' || b.state === 'live'], ['change', keeps && b.state === 'planned'], ['moderate', keeps && (b.state === 'planned' || b.state === 'live')], ['keep', keeps]];
  return [...steps, ...can.flatMap(([name, yes]) => (yes ? [name] : []))];
}

/** The page of a briefing. */
export async function one(tx: Tx, by: Actor, { id }: In<'one'>): Promise<z.input<typeof BriefingOut>> {
  const b = await load(tx, by, id);
  const { events } = await cases.loadWhole(tx, briefingProcess, id, true);
  const steps = mayIn(by, KEEP, b.path) ? (await cases.load(tx, briefingProcess, by, id)).may : [];
  const attached = (await files.listOf(tx, FILES, [id])).get(id) ?? [];
  return {
    ...cardOf(b), about: b.about, agenda: b.agenda.map((p) => ({ ...p })), attached: attached.filter((f) => b.files.includes(f.id)).map((f) => ({ id: f.id, name: f.name, image: f.kind === 'image' })), minutes: b.minutes, publishedAt: b.publishedAt?.toISOString() ?? null, version: b.version,
    why: events.find((e) => e.step === 'callOff')?.text ?? '', may: mayWith(by, b, steps),
  };
}

/** A question as the room sees it: a name only where it is to stand beside it. */
export function questionView(row: q.QuestionRow, by: Actor, o: { readonly keeps: boolean; readonly open: boolean }): z.input<typeof QuestionOut> {
  const own = row.personId === by.personId;
  const waits = row.state === 'asked' || row.state === 'answering';
  const can: readonly (readonly [string, boolean])[] = [['vote', o.open && waits && !own], ['answering', o.keeps && o.open && row.state === 'asked'], ['asked', o.keeps && o.open && (row.state === 'answering' || row.state === 'hidden')], ['hidden', o.keeps && waits && row.caseId === null], ['answer', o.keeps && waits && !own]];
  return {
    id: row.id, text: row.text, by: row.named || own ? row.name : '', at: row.at.toISOString(), state: row.state, votes: row.votes, voted: row.voted, own, answer: row.answer, live: row.live, answeredAt: row.answeredAt?.toISOString() ?? null, dueAt: row.dueAt?.toISOString() ?? null, may: can.flatMap(([name, yes]) => (yes ? [name] : [])),
  };
}

const roomOf = (by: Actor, b: q.BriefingRow) => ({ keeps: mayIn(by, KEEP, b.path), open: b.state === 'planned' || b.state === 'live' });

/** The questions of a briefing: the one being answered, then by votes; answered ones after. */
export async function questions(tx: Tx, by: Actor, { id, limit, offset }: In<'questions'>) {
  const b = await load(tx, by, id);
  const room = roomOf(by, b);
  const { items, total } = await q.listQuestions(tx, by, id, { limit, offset, all: room.keeps });
  return { items: items.map((row) => questionView(row, by, room)), total };
}

/** Which briefing a question that was answered later belongs to; by its own id or that of its case. */
export async function later(tx: Tx, by: Actor, { id }: In<'later'>) {
  const row = await q.findQuestion(tx, by, id, { kept: false });
  if (row === null) throw new Refused(doorWords.notFound, { status: 404 });
  return { briefingId: row.briefingId };
}

/** What the big screen in the room shows. */
export async function screen(tx: Tx, by: Actor, { id }: In<'screen'>) {
  const b = await q.findKept(tx, by, id);
  if (b === null) throw new Refused(doorWords.notFound, { status: 404 });
  const { items } = await q.listQuestions(tx, by, id, { limit: 50, offset: 0, all: false });
  const shown = items.map((row) => questionView(row, by, { keeps: false, open: false }));
  return { title: b.title, union: b.union, code: codeOf(tx.federationId, id), attended: b.attended, state: b.state, now: shown.find((x) => x.state === 'answering') ?? null, next: shown.filter((x) => x.state === 'asked').slice(0, NEXT), answered: b.answered };
}

/** The filter of the register as the statement takes it. */
export async function filterOf(tx: Tx, by: Actor, { unionId, ...f }: Omit<In<'register'>, 'limit' | 'offset'>): Promise<q.Filter> {
  return { ...f, ...(unionId ? { unionPath: (await loadUnionFor(tx, by, KEEP, unionId)).path } : {}) };
}

/** The register over the subtrees of the officer. */
export async function register(tx: Tx, by: Actor, f: In<'register'>) {
  const { items, total } = await q.listRegister(tx, by, await filterOf(tx, by, f), f);
  return { items: items.map(cardOf), total };
}

/** Who was there, as they came. */
export async function attendance(tx: Tx, by: Actor, { id, limit, offset }: In<'attendance'>) {
  if ((await q.findKept(tx, by, id)) === null) throw new Refused(doorWords.notFound, { status: 404 });
  const { items, total } = await q.listAttendance(tx, id, { limit, offset });
  return { items: items.map((p) => ({ ...p, at: p.at.toISOString() })), total };
}
