import type { z } from 'zod';
import { type Actor, mayIn, type Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { type Locale, say, type Word } from '#shared/words';
import type { Call } from '#platform/http';
import { type CaseEvent, cases, caseWords, type Held } from '#engines/cases';
import { type FileFacts, files } from '#engines/files';
import { findPeople, loadUnion, type Union } from '#engines/org';
import type { api, FileView, Suggestion, SuggestionRow } from './suggestions.contract.ts';
import { notForJudge } from './deciding.rules.ts';
import { suggestionProcess } from './suggestions.process.ts';
import { WHOLE } from './suggestions.rules.ts';
import { type AuthorRow, findListed, listAuthors, type ListedSuggestion } from './suggestions.sql.ts';
import { words } from './suggestions.words.ts';
import { findSeat, type Seat } from './seats.sql.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
type RowView = z.input<typeof SuggestionRow>;
type View = z.input<typeof Suggestion>;
type Role = View['as'];

/** A suggestion as somebody may see it: in which role, and whether its authors are known to that role. */
export type Seen = { readonly row: ListedSuggestion; readonly company: Union; readonly as: Role; readonly blind: boolean; readonly seat: Seat };

const iso = (d: Date | null): string | null => d?.toISOString() ?? null;

/** Adopted suggestions are shared with everybody of the scheme. */
export const isShared = (s: ListedSuggestion): boolean => s.adoptedOn !== null && s.revokedOn === null && s.voidOn === null;

function roleOf(by: Actor, s: ListedSuggestion, company: Union, seat: Seat): Role | null {
  if (s.authorId === by.personId) return 'author';
  if (seat.coauthor) return 'coauthor';
  const officer = !seat.barred && (mayIn(by, 'suggestions.read', seat.unitPath) || mayIn(by, 'suggestions.read', seat.deskPath));
  if (officer || s.ownerId === by.personId) return 'officer';
  if (seat.reviewer && !seat.barred) return 'reviewer';
  return isShared(s) && by.membership?.path.startsWith(company.path) ? 'colleague' : null;
}

/**
 * A suggestion for one who may see it.
 * @throws Refused (404) for everybody else
 */
export async function loadSeen(tx: Tx, by: Actor, id: string): Promise<Seen> {
  const row = await findListed(tx, id);
  const company = row === null ? null : await loadUnion(tx, row.schemeUnionId);
  const seat = row === null ? null : await findSeat(tx, id, by.personId);
  const as = row === null || company === null || seat === null ? null : roleOf(by, row, company, seat);
  if (row === null || company === null || seat === null || as === null) throw new Refused(words.unknown, { status: 404 });
  return { row, company, as, seat, blind: as === 'reviewer' && seat.blind };
}

/** A row of a list for the screen; `known` = the reader may know who wrote. */
export function rowView(s: ListedSuggestion, now: Date, locale: Locale, known = true): RowView {
  const state = suggestionProcess.states[s.state as keyof typeof suggestionProcess.states];
  return {
    id: s.id, number: s.number, title: s.title, category: s.category, state: s.state, stateWord: say(state.word, locale), place6: state.place ?? null, unit: known ? s.unit : '', authors: known ? s.authors : '',
    campaign: s.campaign, level: s.level, expertGroup: s.expertGroup, firstGrade: s.firstGrade, grade: s.grade, submittedOn: s.submittedOn, adoptedOn: s.adoptedOn, startedOn: s.startedOn,
    completedOn: s.completedOn, standardisedOn: s.standardisedOn, nextDue: iso(s.nextDue), late: s.isOpen && s.nextDue !== null && s.nextDue < now, benefitFen: s.benefitFen, supporters: s.supporters, changedAt: s.changedAt.toISOString(),
  };
}

/** A file as a suggestion shows it. */
export const fileView = (f: FileFacts): z.input<typeof FileView> => ({ id: f.id, name: f.name, image: f.thumbnail });

/** The word for a step of the timeline: the process's own, or what the engine does by itself. */
export function wordOf(step: string): Word {
  const own = (suggestionProcess.steps as Record<string, { word: Word }>)[step]?.word;
  return own ?? (caseWords as Record<string, Word>)[step] ?? words.suggestion;
}

function who(e: CaseEvent, seen: Seen, locale: Locale): string {
  if (e.byKind === 'system') return say(words.system, locale);
  if (e.byKind === 'author') return seen.blind ? '' : (e.byName ?? '');
  return (seen.blind ? '' : [e.byName ?? '', e.byTitle].filter(Boolean).join(' · ')) || say(words.office, locale);
}

const authorView = (a: AuthorRow): View['authors'][number] => ({ id: a.personId, name: a.name, unit: a.unit, share: Math.round((a.share * 100) / WHOLE), first: a.position === 1, merged: a.mergedFromId !== null });

function mayOf(by: Actor, seen: Seen, held: Held, events: readonly CaseEvent[]): string[] {
  if (seen.as === 'coauthor' || seen.as === 'reviewer' || seen.as === 'colleague') return [];
  return cases.openSteps(suggestionProcess, { kind: 'person', actor: by }, held, seen.seat.barred)
    .filter((verb) => !notForJudge(by.personId, held.file.state, events).includes(verb) && (verb !== 'appeal' || held.file.facts.appealed !== true) && (verb !== 'reportOwn' || seen.row.ownerId === by.personId));
}

/** A suggestion for the screen of whoever asks. */
export async function viewOne(tx: Tx, by: Actor, seen: Seen, locale: Locale): Promise<View> {
  const { row, company, as, blind } = seen;
  const { file, union, events } = await cases.loadWhole(tx, suggestionProcess, row.id, as !== 'officer');
  const all = (await files.listOf(tx, 'suggestion', [row.id])).get(row.id) ?? [];
  const shown = (f: FileFacts, i: number): View['files'][number] => ({ ...fileView(f), ...(blind ? { name: say(words.fileN, locale, { n: i + 1 }) } : {}) });
  const filesOf = (e: CaseEvent | undefined): View['files'] => (e?.files ?? []).flatMap((id) => all.filter((f) => f.id === id)).map(shown);
  const [first, ...later] = events;
  const people = await findPeople(tx, row.ownerId === null ? [] : [row.ownerId]);
  const into = row.mergedIntoId === null ? null : await findListed(tx, row.mergedIntoId);
  const { authors: _, ...listed } = rowView(row, tx.now, locale, !blind);
  return {
    ...listed, as, problem: row.problem, remedy: row.remedy, effect: row.effect, place: blind ? '' : row.place, files: filesOf(first), authors: blind ? [] : (await listAuthors(tx, row.id)).map(authorView),
    union: blind ? { id: '', name: '' } : { id: union.id, name: union.name }, scheme: { id: company.id, name: company.name }, unitId: blind ? '' : row.unitUnionId, campaignId: row.campaignId,
    owner: row.ownerId === null || blind ? null : { id: row.ownerId, name: people.get(row.ownerId)?.name ?? '' }, plannedFrom: row.plannedFrom, plannedTo: row.plannedTo, plan: blind ? '' : row.plan, documentNumber: row.documentNumber,
    awardLevel: row.awardLevel, mergedInto: into === null ? null : { id: into.id, name: into.title }, appealed: file.facts.appealed === true, supported: seen.seat.supports, lapses: iso(file.lapseDue), version: file.version,
    events: later.map((e) => ({ id: e.id, step: e.step, word: say(wordOf(e.step), locale, { union: '', clock: '' }), by: who(e, seen, locale), byKind: e.byKind, text: e.text, files: filesOf(e), at: e.at.toISOString(), officersOnly: e.shownTo === 'officers' })),
    may: mayOf(by, seen, { file, union }, events),
  };
}

/** One suggestion, for its authors, its officers, the experts asked about it, and colleagues once it is adopted. */
export async function one(tx: Tx, by: Actor, { id }: In<'one'>, call: Call): Promise<View> {
  return viewOne(tx, by, await loadSeen(tx, by, id), call.locale);
}
