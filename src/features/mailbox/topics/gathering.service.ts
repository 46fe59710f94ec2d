import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { addDays, instantAt } from '#shared/dates';
import { Refused } from '#shared/errors';
import { type Locale, say, type Word } from '#shared/words';
import { type Call, doorWords } from '#platform/http';
import { audit } from '#engines/audit';
import { cases, type Held } from '#engines/cases';
import { loadUnionFor } from '#engines/org';
import { lettersLike, passagesOf } from './likeness.service.ts';
import * as q from './letters.sql.ts';
import { findSurveyOf } from './survey.sql.ts';
import type { api } from './topics.contract.ts';
import { topicProcess } from './topics.process.ts';
import { words } from './topics.words.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
type Row = z.input<(typeof api)['letters']['out']>['items'][number];

const letterProcess = () => cases.processNamed('letter');
const GATHERS: readonly string[] = ['gathering', 'surveying', 'measures'];

const fill = (word: Word, slots: Readonly<Record<string, string>>): Word => ({ code: word.code, zh: say(word, 'zh', slots), en: say(word, 'en', slots) });

/** A letter as a line of a list; `like` = the text that it is held against. */
export function rowOf(l: q.LetterRow, locale: Locale, like?: string): Row {
  if (!l.open) return { id: null, number: l.number, title: '', excerpt: '', union: '', stateWord: '', openedAt: null, told: l.toldAt !== null, elsewhere: null, common: [] };
  return {
    id: l.id, number: l.number, title: l.title, excerpt: l.excerpt, union: l.union, stateWord: say(letterProcess().states[l.state]?.word ?? words.topic, locale),
    openedAt: l.openedAt.toISOString(), told: l.toldAt !== null, elsewhere: l.topicId === null ? null : { id: l.topicId, name: l.topicTitle ?? '' },
    common: like === undefined ? [] : passagesOf(like, `${l.title}\n${l.excerpt}`),
  };
}

/** The topic, locked, for one who may gather letters for it. */
async function topicFor(tx: Tx, by: Actor, id: string): Promise<Held> {
  const held = await cases.loadSeen(tx, topicProcess, by, id, { lock: true });
  if (!cases.mayOver(by, 'topics.work', held.union)) throw new Refused(doorWords.notFound, { status: 404 });
  return held;
}

/** The letters of a topic; those the officer may not read show their number only. */
export async function letters(tx: Tx, by: Actor, { id, ...page }: In<'letters'>, call: Call) {
  await cases.loadSeen(tx, topicProcess, by, id);
  const { items, total } = await q.listGathered(tx, by, id, page);
  return { items: items.map((l) => rowOf(l, call.locale)), total };
}

type Narrowed = Omit<q.Likeness, 'like'>;

async function find(tx: Tx, by: Actor, text: string, how: Parameters<typeof lettersLike>[3], o: Narrowed, locale: Locale): Promise<Row[]> {
  const like = await lettersLike(tx, by, text, how);
  return like.length === 0 ? [] : (await q.listAlike(tx, by, { ...o, like })).map((l) => rowOf(l, locale, text));
}

/** Letters like any of some texts: each keeps its best score. */
async function findLikeAny(tx: Tx, by: Actor, texts: readonly string[], o: Narrowed, locale: Locale): Promise<Row[]> {
  const best = new Map<string, number>();
  for (const text of texts) for (const { id, score } of await lettersLike(tx, by, text, { by: 'likeness' })) best.set(id, Math.max(score, best.get(id) ?? 0));
  return (await q.listAlike(tx, by, { ...o, like: [...best].map(([id, score]) => ({ id, score })) })).map((l) => rowOf(l, locale, texts.join('\n')));
}

/** Letters that may belong to a topic: by the words asked for, or like the topic's title or one of its newest letters. */
export async function alike(tx: Tx, by: Actor, { id, text, unionId, open, from, to }: In<'alike'>, call: Call) {
  const { file } = await cases.loadSeen(tx, topicProcess, by, id);
  const union = unionId === undefined ? null : await loadUnionFor(tx, by, 'letters.read', unionId);
  const some = text ? [] : (await q.listGathered(tx, by, id, { limit: 5, offset: 0 })).items;
  const narrowed = { ...(union ? { unionPath: union.path } : {}), ...(open ? { open } : {}), ...(from ? { from: instantAt(from) } : {}), ...(to ? { to: instantAt(addDays(to, 1)) } : {}) };
  const own = { topicId: id, ...narrowed };
  const items = text ? await find(tx, by, text, { by: 'words' }, own, call.locale)
    : await findLikeAny(tx, by, [file.title, ...some.filter((l) => l.open).map((l) => `${l.title}\n${l.excerpt}`)], own, call.locale);
  return { items, total: items.length };
}

/** Letters on the same matter as one letter, its topic, and the topics that its look-alikes were gathered into. */
export async function alikeLetter(tx: Tx, by: Actor, { id }: In<'alikeLetter'>, call: Call) {
  const seen = await cases.load(tx, letterProcess(), by, id);
  if (seen.as !== 'officer') throw new Refused(doorWords.notFound, { status: 404 });
  const topic = (await q.findTopicsOf(tx, [id]))[0] ?? null;
  const items = await find(tx, by, `${seen.file.title}\n${seen.events[0]?.text ?? ''}`, { by: 'likeness', except: id }, { topicId: null }, call.locale);
  const near = new Map(items.flatMap((l) => (l.elsewhere ? [[l.elsewhere.id, l.elsewhere.name] as const] : [])));
  return { items, topic: topic === null ? null : { id: topic.id, name: topic.name }, topics: [...near].slice(0, 10).map(([topicId, name]) => ({ id: topicId, name })) };
}

/** Letters that the officer may read and that are not his or her own, locked in one order; anything else is not there. */
async function lockLetters(tx: Tx, by: Actor, ids: readonly string[]): Promise<string[]> {
  const wanted = [...new Set(ids)].sort();
  for (const id of wanted) {
    const held = await cases.loadSeen(tx, letterProcess(), by, id, { lock: true });
    if (held.as !== 'officer' || !cases.mayOver(by, 'letters.read', held.union)) throw new Refused(doorWords.notFound, { status: 404 });
  }
  return wanted;
}

async function noteEach(tx: Tx, by: Actor, ids: readonly string[], word: Word): Promise<void> {
  for (const id of ids) await cases.note(tx, letterProcess(), id, { kind: 'person', actor: by }, {}, word);
}

/** Gathers letters into a topic that the caller may work on; all of them or none. */
export async function insertGatheredOrRefuse(tx: Tx, by: Actor, { file, union }: Held, ids: readonly string[]): Promise<void> {
  const wanted = await lockLetters(tx, by, ids);
  const added = await q.insertGathered(tx, file.id, wanted, by.personId);
  const missing = wanted.filter((id) => !added.includes(id));
  const taken = (await q.findTopicsOf(tx, missing)).find((t) => t.id !== file.id);
  if (taken) throw new Refused(words.elsewhere, { slots: { number: taken.number, topic: taken.name } });
  await noteEach(tx, by, added, fill(words.gathered, { topic: file.title }));
  await audit.record(tx, by, words.auditGathered, { subject: { kind: 'topic', id: file.id }, unionId: union.id, slots: { topic: file.title, n: added.length } });
}

/** Adds letters: each belongs to one topic at most, whoever is faster. */
export async function gather(tx: Tx, by: Actor, { id, ids }: In<'gather'>) {
  const held = await topicFor(tx, by, id);
  if (!GATHERS.includes(held.file.state)) throw new Refused(words.gatherOver);
  await insertGatheredOrRefuse(tx, by, held, ids);
  return { id, letters: (await q.countGathered(tx, id)).letters };
}

/** Takes letters out again. */
export async function release(tx: Tx, by: Actor, { id, ids }: In<'release'>) {
  const { file, union } = await topicFor(tx, by, id);
  if (!GATHERS.includes(file.state)) throw new Refused(words.gatherOver);
  const gone = await q.deleteGathered(tx, id, await lockLetters(tx, by, ids));
  if (gone.length === 0) throw new Refused(words.notInTopic);
  await noteEach(tx, by, gone, fill(words.released, { topic: file.title }));
  await audit.record(tx, by, words.auditReleased, { subject: { kind: 'topic', id }, unionId: union.id, slots: { topic: file.title, n: gone.length } });
  return { id, letters: (await q.countGathered(tx, id)).letters };
}

/** Joins a topic that is still being gathered to another: its letters move, and can move back. */
export async function merge(tx: Tx, by: Actor, { id, intoId, version }: In<'merge'>) {
  if (id === intoId) throw new Refused(words.sameTopic, { status: 400, fields: [{ path: 'intoId', why: words.sameTopic }] });
  for (const one of [id, intoId].sort()) await topicFor(tx, by, one);
  const into = await topicFor(tx, by, intoId);
  if (!GATHERS.includes(into.file.state)) throw new Refused(words.gatherOver);
  if ((await findSurveyOf(tx, id)) !== null) throw new Refused(words.mergeSurvey);
  await cases.step(tx, topicProcess, 'merge', id, { kind: 'person', actor: by }, { facts: { mergedInto: { id: intoId, name: into.file.title } }, text: into.file.title, ...(version ? { version } : {}) });
  return { id: intoId, moved: await q.moveGathered(tx, id, intoId) };
}

/** Undoes a joining: the letters that came with it go back. */
export async function split(tx: Tx, by: Actor, { id, version }: In<'split'>) {
  const seen = await cases.loadSeen(tx, topicProcess, by, id);
  const into = (seen.file.facts.mergedInto as { id?: string } | null | undefined)?.id;
  for (const one of [id, ...(into ? [into] : [])].sort()) await topicFor(tx, by, one);
  if (into && !GATHERS.includes((await topicFor(tx, by, into)).file.state)) throw new Refused(words.gatherOver);
  await cases.step(tx, topicProcess, 'split', id, { kind: 'person', actor: by }, { facts: { mergedInto: null }, ...(version ? { version } : {}) });
  return { id, moved: into ? await q.moveBack(tx, id, into) : 0 };
}
