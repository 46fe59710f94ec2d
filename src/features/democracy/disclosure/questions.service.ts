import type { z } from 'zod';
import { type Actor, mayIn, type Tx } from '#shared/call';
import { instantAt, legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { doorWords } from '#platform/http';
import { cases } from '#engines/cases';
import { loadUnionFor } from '#engines/org';
import { dueAfter } from './catalogue.rules.ts';
import type { desk } from './desk.contract.ts';
import type { api, QuestionOut } from './disclosure.contract.ts';
import { disclosureProcess, questionProcess } from './disclosure.process.ts';
import * as q from './disclosure.sql.ts';
import { words } from './disclosure.words.ts';
import { numbersOf } from './duties.service.ts';
import * as k from './questions.sql.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
type DeskIn<K extends keyof typeof desk> = z.output<(typeof desk)[K]['in']>;
const ASKED_MOST = 10;
/** Where one may ask: as long as it is public or put right. */
const ASKABLE = ['published', 'feedback', 'rectifying', 'rechecking', 'closed'];
export const ANSWER = 'disclosure.answer';

/** A question as somebody sees it. The name of the asker only where it is to stand beside it. */
export function questionView(row: k.QuestionRow, by: Actor): z.input<typeof QuestionOut> {
  const own = row.personId === by.personId;
  const may = own ? (row.answeredAt !== null && !row.followed ? ['follow'] : []) : row.answeredAt === null && mayIn(by, ANSWER, row.path) ? ['answer'] : [];
  return {
    id: row.id, kind: row.kind, text: row.text, by: row.named || own ? row.name : '', at: row.at.toISOString(), dueAt: row.dueAt.toISOString(), answer: row.answer, open: row.open ?? false, upheld: row.upheld, answeredAt: row.answeredAt?.toISOString() ?? null, answeredBy: row.answeredBy ?? '', own, follows: row.follows, may,
  };
}

async function refuseFollow(tx: Tx, by: Actor, itemId: string, followsId: string): Promise<void> {
  const before = await k.findOwn(tx, by, followsId);
  if (before === null || before.personId !== by.personId || before.itemId !== itemId) throw new Refused(doorWords.notFound, { status: 404 });
  if (before.answeredAt === null || before.followed) throw new Refused(words.followOnce);
}

/** Asks about something disclosed, or objects to it; the day of the answer is counted by the rulebook and told at once. */
export async function ask(tx: Tx, by: Actor, { id, kind, text, named, followsId }: In<'ask'>) {
  const item = await q.findForMe(tx, by, id);
  if (item === null) throw new Refused(doorWords.notFound, { status: 404 });
  if (!ASKABLE.includes(item.state)) throw new Refused(words.notPublic);
  if ((await k.countAsked(tx, by.personId, instantAt(legalDateOf(tx.now)))) >= ASKED_MOST) throw new Refused(words.askedMany, { status: 429 });
  if (followsId !== undefined) await refuseFollow(tx, by, id, followsId);
  const n = await numbersOf(tx, item.unionId);
  const dueAt = dueAfter(legalDateOf(tx.now), n.answerDays, n.hours);
  const opened = await cases.open(tx, questionProcess, { unionId: item.unionId, title: item.title, text, privacy: named ? 'named' : 'hidden', channel: 'phone', author: by, facts: { itemId: id }, dues: { answer: dueAt } });
  if (!(await k.insertQuestion(tx, { id: opened.id, itemId: id, personId: by.personId, kind, text, named, followsId: followsId ?? null, dueAt }))) throw new Refused(words.followOnce);
  if (item.state === 'published') await cases.step(tx, disclosureProcess, 'feedback', id, { kind: 'system', job: 'disclosure' });
  return { id: opened.id, number: opened.number, dueAt: dueAt.toISOString() };
}

/** One question of one's own, or one that is answered before everybody. */
export async function mine(tx: Tx, by: Actor, { id }: In<'mine'>) {
  const row = await k.findOwn(tx, by, id);
  if (row === null) throw new Refused(doorWords.notFound, { status: 404 });
  return { ...questionView(row, by), itemId: row.itemId, title: row.title };
}

const deskView = (row: k.QuestionRow, by: Actor, now: Date) => ({ ...questionView(row, by), itemId: row.itemId, title: row.title, union: row.union, number: row.number, late: (row.answeredAt ?? now) > row.dueAt });

/** The filter of a list as the statement takes it. */
export async function filterOf(tx: Tx, by: Actor, { unionId, ...f }: Omit<DeskIn<'questions'>, 'limit' | 'offset'>): Promise<k.Filter> {
  return { ...f, ...(unionId ? { unionPath: (await loadUnionFor(tx, by, 'disclosure.desk', unionId)).path } : {}) };
}

/** Questions of workers: waiting ones first, by the day of their answer. */
export async function questions(tx: Tx, by: Actor, f: DeskIn<'questions'>) {
  const { items, total } = await k.listKept(tx, by, await filterOf(tx, by, f), f);
  return { items: items.map((row) => deskView(row, by, tx.now)), total };
}

/** One question for those who answer. */
export async function question(tx: Tx, by: Actor, { id }: DeskIn<'question'>) {
  const row = await k.findKept(tx, by, 'disclosure.desk', id);
  if (row === null) throw new Refused(doorWords.notFound, { status: 404 });
  return deskView(row, by, tx.now);
}

/** Answers, before everybody or the asker alone. An objection that is upheld puts the item on the way to be put right. */
export async function answer(tx: Tx, by: Actor, { id, text, open, upheld }: DeskIn<'answer'>) {
  const row = await k.findKept(tx, by, ANSWER, id);
  if (row === null) throw new Refused(doorWords.notFound, { status: 404 });
  if (row.personId === by.personId) throw new Refused(words.ownQuestion, { status: 403 });
  if (row.answeredAt !== null) throw new Refused(words.answeredAlready);
  const decided = row.kind === 'objection' ? (upheld ?? false) : null;
  const held = await cases.step(tx, questionProcess, 'answer', id, { kind: 'person', actor: by }, { text });
  if (!(await k.setAnswer(tx, id, { text, open, upheld: decided, byId: by.personId }))) throw new Refused(words.answeredAlready);
  if (decided) {
    const item = await q.findItem(tx, row.itemId);
    if (item !== null && ['published', 'feedback', 'closed'].includes(item.state)) await cases.step(tx, disclosureProcess, 'rectify', row.itemId, { kind: 'system', job: 'disclosure' }, { text: row.text.slice(0, 300) });
  }
  return { id, state: held.file.state };
}

