import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { type Locale, say, type Word } from '#shared/words';
import type { Call } from '#platform/http';
import { type FileFacts, files } from '#engines/files';
import { type CaseEvent, cases, caseWords, type ListedCase, type SeenCase } from '#engines/cases';
import { findPeople, findUnion, orgWords } from '#engines/org';
import { rulebook } from '#engines/rulebook';
import { fileView } from './attachments.service.ts';
import type { api, Letter, LetterRow } from './letters.contract.ts';
import { letterProcess } from './letters.process.ts';
import { findAddress, findPublications, findTopics, listPublications } from './letters.sql.ts';
import { words } from './letters.words.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
type LetterView = z.input<typeof Letter>;
type RowView = z.input<typeof LetterRow>;

const iso = (d: Date | null): string | null => d?.toISOString() ?? null;
const fact = (facts: Record<string, unknown>, name: string): string => (typeof facts[name] === 'string' ? facts[name] : '');

/** The word for a step of the timeline: the process's own, or what the engine does by itself. */
export function wordOf(step: string): Word {
  const own = (letterProcess.steps as Record<string, { word: Word }>)[step]?.word;
  return own ?? (caseWords as Record<string, Word>)[step] ?? words.letter;
}

/** How somebody is called whose name is not told: each says why it is not. */
function nameless(privacy: string, channel: string, locale: Locale): string {
  return say(privacy === 'anonymous' ? words.anonymousWriter : channel === 'email' ? words.mailWriter : words.hiddenWriter, locale);
}

type Seen = { readonly privacy: string; readonly channel: string; readonly known: boolean };

function who(e: CaseEvent, seen: Seen, locale: Locale): string {
  if (e.byKind === 'system') return say(words.system, locale);
  if (e.byKind === 'officer') return [e.byName ?? '', e.byTitle].filter(Boolean).join(' · ') || say(words.office, locale);
  return (seen.known ? e.byName : null) ?? nameless(seen.privacy, seen.channel, locale);
}

/** The files named by an event, in its order; those that were erased since are left out. */
const filesOf = (e: CaseEvent | undefined, all: readonly FileFacts[]): LetterView['files'] =>
  (e?.files ?? []).flatMap((id) => all.filter((f) => f.id === id).map(fileView));

function eventView(e: CaseEvent, seen: Seen & { files: readonly FileFacts[] }, locale: Locale): LetterView['events'][number] {
  const rating = typeof e.data.rating === 'number' ? e.data.rating : null;
  const up = typeof e.data.union === 'string' ? e.data.union : '';
  const clock = typeof e.data.clock === 'string' ? say((orgWords as Record<string, Word>)[e.data.clock] ?? (caseWords as Record<string, Word>)[`clock_${e.data.clock}`] ?? words.letter, locale) : '';
  const note = typeof e.data.assigneeTitle === 'string' ? e.data.assigneeTitle : typeof e.data.zh === 'string' ? String(locale === 'zh' ? e.data.zh : e.data.en) : '';
  return {
    id: e.id, step: e.step, word: say(wordOf(e.step), locale, { union: up, clock }), by: who(e, seen, locale), byKind: e.byKind, text: e.text,
    files: filesOf(e, seen.files), at: e.at.toISOString(), officersOnly: e.shownTo === 'officers', rating, note,
  };
}

/** What the deadlines rest on, one sentence for each clock. */
async function basisOf(tx: Tx, ruleSetId: string | null, locale: Locale): Promise<string[]> {
  const grounds = ruleSetId === null ? [] : ((await rulebook.setOf(tx, ruleSetId)) ?? []);
  return (['accept', 'answer', 'finish'] as const).flatMap((clock) => {
    const g = grounds.find((x) => x.param === letterProcess.rules.clocks[clock]);
    if (g === undefined) return [];
    const document = locale === 'zh' ? g.document : g.documentEn;
    return [say(words[`basis_${clock}`], locale, { n: Number(g.value), document: g.article ? `${document} ${g.article}` : document })];
  });
}

/** Publishing is no step of the process; it is offered like one. */
function publishing({ file, union }: SeenCase, by: Actor | null, published: boolean): string[] {
  if (by === null || file.answeredAt === null || !cases.mayOver(by, 'letters.publish', union)) return [];
  return [published ? 'unpublish' : 'publish'];
}

/** Who wrote or spoke, where an officer entered it. */
const nameOf = async (tx: Tx, personId: string | null): Promise<string | null> => (personId === null ? null : ((await findPeople(tx, [personId])).get(personId)?.name ?? null));

/** A letter for the screen of whoever asks. */
export async function viewLetter(tx: Tx, seen: SeenCase, by: Actor | null, locale: Locale): Promise<LetterView> {
  const { file, union } = seen;
  const mine = seen.as === 'author';
  const known = mine || (by !== null && cases.seesAuthor(by, 'letters.answer', seen));
  const origin = file.originUnionId === union.id ? union : await findUnion(tx, file.originUnionId);
  const above = file.lateUnionId === null ? null : await findUnion(tx, file.lateUnionId);
  const publication = (await findPublications(tx, [file.id])).get(file.id);
  const [first, ...later] = seen.events;
  const writerName = first?.byKind === 'author' ? first.byName : await nameOf(tx, file.authorId ?? file.subjectId);
  const all = (await files.listOf(tx, 'letter', [file.id])).get(file.id) ?? [];
  const view = { privacy: file.privacy, channel: file.channel, known, files: all };
  const address = file.channel === 'email' && known && !mine ? ((await findAddress(tx, file.id))?.masked ?? null) : null;
  return {
    id: file.id, number: file.number, title: file.title, text: first?.text ?? '', files: filesOf(first, all), category: fact(file.facts, 'category'), place: fact(file.facts, 'place'),
    aboutChair: file.facts.aboutChair === true, privacy: file.privacy, channel: file.channel, state: file.state,
    stateWord: say(letterProcess.states[file.state as keyof typeof letterProcess.states].word, locale),
    place4: letterProcess.states[file.state as keyof typeof letterProcess.states].place ?? null,
    union: { id: union.id, name: union.name }, originUnion: { id: origin?.id ?? union.id, name: origin?.name ?? union.name },
    writer: (known ? writerName : null) ?? nameless(file.privacy, file.channel, locale), mine, address,
    assignee: file.assigneeId === null ? null : file.assigneeTitle || say(words.office, locale),
    clocks: [{ clock: 'accept', due: iso(file.acceptDue), met: iso(file.acceptedAt) }, { clock: 'answer', due: iso(file.answerDue), met: iso(file.answeredAt) }, { clock: 'finish', due: iso(file.finishDue), met: iso(file.finishedAt) }],
    nextDue: iso(file.nextDue), nextClock: file.nextClock, late: file.nextDue !== null && file.nextDue < tx.now, reportedTo: above?.name ?? null,
    rating: file.rating, ratingAgain: file.ratingAgain, recheck: file.recheckDue !== null && file.recheckDue <= tx.now, reopened: file.reopened,
    openedAt: file.openedAt.toISOString(), version: file.version, topic: (await findTopics(tx, [file.id])).get(file.id) ?? null,
    publication: publication ? { question: publication.question, answer: publication.answer, publishedAt: publication.publishedAt.toISOString() } : null,
    basis: await basisOf(tx, file.ruleSetId, locale),
    events: later.map((e) => eventView(e, view, locale)),
    may: mine ? seen.may.filter((s) => s !== 'confirm' || (file.recheckDue !== null && file.recheckDue <= tx.now)) : [...seen.may, ...publishing(seen, by, publication !== undefined)],
  };
}

/** Rows of a list; `known` tells whether names may be shown (own letters, or those of officers who may answer). */
export async function viewRows(tx: Tx, list: readonly ListedCase[], by: Actor, locale: Locale): Promise<RowView[]> {
  const published = await findPublications(tx, list.map((c) => c.id));
  return list.map((c) => {
    const state = letterProcess.states[c.state as keyof typeof letterProcess.states];
    const known = c.authorId === by.personId || c.privacy === 'named';
    const name = c.authorName ?? c.subjectName;
    return {
      id: c.id, number: c.number, title: c.title, category: fact(c.facts, 'category'), place: fact(c.facts, 'place'), privacy: c.privacy, channel: c.channel,
      state: c.state, stateWord: say(state.word, locale), place4: state.place ?? null, union: c.unionName, originUnion: c.originName,
      writer: (known ? name : null) ?? nameless(name === null && c.channel !== 'email' ? 'anonymous' : c.privacy, c.channel, locale),
      assignee: c.assigneeId === null ? null : c.assigneeTitle || c.assigneeName, nextDue: iso(c.nextDue), late: c.nextDue !== null && c.nextDue < tx.now,
      rating: c.ratingAgain ?? c.rating, recheck: c.recheckDue !== null && c.recheckDue <= tx.now && c.ratingAgain === null, openedAt: c.openedAt.toISOString(), changedAt: c.changedAt.toISOString(),
      published: published.has(c.id),
    };
  });
}

/** Letters this person wrote. */
export async function mine(tx: Tx, by: Actor, page: In<'mine'>, call: Call) {
  return { items: await viewRows(tx, await cases.listOwn(tx, by.personId, ['letter'], page), by, call.locale) };
}

/** One letter for its writer, its officers or the person it was given to. */
export async function letter(tx: Tx, by: Actor, { id }: In<'letter'>, call: Call): Promise<LetterView> {
  return viewLetter(tx, await cases.load(tx, letterProcess, by, id), by, call.locale);
}

/** An anonymous letter for whoever holds its code. */
export async function followUp(tx: Tx, _by: null, { code }: In<'followUp'>, call: Call): Promise<LetterView> {
  return viewLetter(tx, await cases.loadByCode(tx, letterProcess, code), null, call.locale);
}

/** Published questions and answers, newest first. */
export async function board(tx: Tx, _by: Actor, f: In<'board'>) {
  const items = await listPublications(tx, f, f);
  return { items: items.map((p) => ({ ...p, publishedAt: p.publishedAt.toISOString() })) };
}
