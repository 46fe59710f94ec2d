import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { addDays, daysBetween, legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { say } from '#shared/words';
import type { Call } from '#platform/http';
import { exportSheet } from '#platform/sheets';
import { audit } from '#engines/audit';
import { cases } from '#engines/cases';
import { files } from '#engines/files';
import { notify } from '#engines/notify';
import { loadUnionFor } from '#engines/org';
import { findMembersWithin } from './scheme.sql.ts';
import { loadFacts, take } from './steps.service.ts';
import { suggestionProcess } from './suggestions.process.ts';
import { listAuthors, type SuggestionFacts } from './suggestions.sql.ts';
import { fileView, loadSeen } from './views.service.ts';
import type { workApi } from './work.contract.ts';
import { type DocumentKind, findDocument, insertEvidence, listEvidence, listMembersLike, listStandards, saveDocument, type StandardRow } from './work.sql.ts';
import { words as suggestionWords } from './suggestions.words.ts';
import { words } from './work.words.ts';

type In<K extends keyof typeof workApi> = z.output<(typeof workApi)[K]['in']>;
type Out<K extends keyof typeof workApi> = z.input<(typeof workApi)[K]['out']>;

const wrong = (path: string, why: typeof words.ownerUnknown | typeof words.plannedBackwards): never => { throw new Refused(why, { status: 400, fields: [{ path, why }] }); };

/**
 * Names who carries a suggestion out (any active member of the company, the author too) and until when; again = another plan.
 * @throws Refused for somebody from elsewhere, or dates that make no sense
 */
export async function plan(tx: Tx, by: Actor, { ownerId, plannedFrom, plannedTo, plan: text, ...d }: In<'plan'>) {
  const { row, company } = await loadSeen(tx, by, d.id);
  if (plannedTo < plannedFrom) wrong('plannedTo', words.plannedBackwards);
  if (plannedTo < legalDateOf(tx.now)) wrong('plannedTo', words.plannedPast);
  if (!(await findMembersWithin(tx, [ownerId], company.path)).has(ownerId)) wrong('ownerId', words.ownerUnknown);
  const done = await take(tx, by, 'plan', { ...d, text }, { ownerId, plannedFrom, plannedTo, plan: text });
  if (ownerId !== by.personId) {
    await notify.tell(tx, { key: `suggestion/${d.id}/${done.version}/owner`, kind: 'suggestion.owner', word: words.tellOwner, body: words.tellOwnerBody, slots: { title: row.title, day: plannedTo }, link: `/suggestions/${d.id}`, to: [ownerId] });
  }
  return done;
}

/** Members of the company whose name or staff number is like a text; without one the authors come first. */
export async function owners(tx: Tx, by: Actor, { id, text }: In<'owners'>): Promise<Out<'owners'>> {
  const { company, as } = await loadSeen(tx, by, id);
  if (as !== 'officer') throw new Refused(suggestionWords.unknown, { status: 404 });
  const authors = (await listAuthors(tx, id)).filter((a) => a.name.includes(text)).map((a) => ({ id: a.personId, name: a.name, unit: a.unit, author: true }));
  const others = (await listMembersLike(tx, company.path, text)).filter((m) => !authors.some((a) => a.id === m.id)).map((m) => ({ ...m, author: false }));
  return { items: [...authors, ...others] };
}

const ownedBy = (facts: SuggestionFacts, by: Actor): boolean => facts.ownerId === by.personId;

/** How the steps of the work are open to a reader, the owner's own among them. */
async function openWork(tx: Tx, by: Actor, id: string): Promise<Out<'work'>['may']> {
  const { as, seat, row } = await loadSeen(tx, by, id);
  const held = await cases.loadWhole(tx, suggestionProcess, id, true);
  const steps = as === 'officer' || as === 'author' ? cases.openSteps(suggestionProcess, { kind: 'person', actor: by }, held, seat.barred) : [];
  const entrusted = ownedBy(row, by) ? cases.openSteps(suggestionProcess, { kind: 'person', actor: by, entrusted: true }, held, false) : [];
  const open = new Set([...steps, ...entrusted]);
  return (['plan', 'progress', 'report', 'accept', 'redo', 'abandon', 'standardise'] as const).filter((verb) => open.has(verb) && !((verb === 'accept' || verb === 'redo') && ownedBy(row, by)));
}

/** Evidence, document and delay of a suggestion, with the steps open to the reader. */
export async function work(tx: Tx, by: Actor, { id }: In<'work'>, call: Call): Promise<Out<'work'>> {
  const { row, blind } = await loadSeen(tx, by, id);
  const all = (await files.listOf(tx, 'suggestion', [id])).get(id) ?? [];
  const document = await findDocument(tx, id);
  const today = legalDateOf(tx.now);
  return {
    evidence: (await listEvidence(tx, id)).flatMap((e) => all.filter((f) => f.id === e.fileId).map((f) => ({ file: { ...fileView(f), ...(blind ? { name: say(suggestionWords.fileN, call.locale, { n: 1 }) } : {}) }, shows: e.shows, label: e.label, at: e.at.toISOString() }))),
    overdueDays: row.state === 'implementing' && row.plannedTo !== null ? Math.max(0, daysBetween(row.plannedTo, today)) : 0,
    documentKind: document?.kind ?? null, documentKindWord: document?.kind ? say(words[`doc_${document.kind}`], call.locale) : '', documentOn: document?.on ?? null,
    own: ownedBy(row, by), may: await openWork(tx, by, id),
  };
}

/** Takes a step that the owner may take without an office; whether it is still his or hers is looked at under the lock. */
async function carry(tx: Tx, by: Actor, verb: 'progress' | 'report', d: { id: string; version?: number | undefined; text: string; files: readonly string[] }, alongside: () => Promise<void>) {
  const { row } = await loadSeen(tx, by, d.id);
  if (!ownedBy(row, by)) return take(tx, by, verb, d, {}, {}, { alongside });
  return take(tx, by, verb === 'report' && row.authorId === by.personId ? 'reportOwn' : verb, d, {}, {}, {
    ...(verb === 'report' && row.authorId === by.personId ? {} : { entrusted: true }),
    alongside: async () => {
      if (!ownedBy(await loadFacts(tx, d.id), by)) throw new Refused(words.notOwner, { status: 403 });
      await alongside();
    },
  });
}

/** Reports how far the work is; the owner, or an officer of the unit. */
export const progress = (tx: Tx, by: Actor, d: In<'progress'>) => carry(tx, by, 'progress', d, async () => {});

/** Reports the work as done, with pictures from before and after. */
export async function report(tx: Tx, by: Actor, { evidence, ...d }: In<'report'>) {
  const ids = evidence.map((e) => e.fileId);
  if (new Set(ids).size < ids.length) throw new Refused(words.evidenceTwice, { status: 400, fields: [{ path: 'evidence', why: words.evidenceTwice }] });
  return carry(tx, by, 'report', { ...d, files: ids }, () => insertEvidence(tx, d.id, evidence));
}

const refuseOwnWork = (tx: Tx, by: Actor, id: string) => async (): Promise<void> => {
  if (ownedBy(await loadFacts(tx, id), by)) throw new Refused(words.ownWork, { status: 403 });
};

/** Accepts the work: it is completed. Nobody accepts his or her own. */
export const accept = (tx: Tx, by: Actor, d: In<'accept'>) => take(tx, by, 'accept', d, { completedOn: legalDateOf(tx.now) }, {}, { alongside: refuseOwnWork(tx, by, d.id) });
export const redo = (tx: Tx, by: Actor, d: In<'redo'>) => take(tx, by, 'redo', d, {}, {}, { alongside: refuseOwnWork(tx, by, d.id) });
export const abandon = (tx: Tx, by: Actor, d: In<'abandon'>) => take(tx, by, 'abandon', d);

/** Makes it standard: the document that it became, its kind, and from when it holds. */
export async function standardise(tx: Tx, by: Actor, { documentNumber, documentKind, documentOn, ...d }: In<'standardise'>) {
  const today = legalDateOf(tx.now);
  if (documentOn > addDays(today, 366)) throw new Refused(words.documentFuture, { status: 400, fields: [{ path: 'documentOn', why: words.documentFuture }] });
  return take(tx, by, 'standardise', d, { standardisedOn: today, documentNumber }, {}, { alongside: () => saveDocument(tx, d.id, documentKind, documentOn) });
}

/** The subtree a list is narrowed to, if the actor may read there. */
export const pathOf = async (tx: Tx, by: Actor, unionId: string | undefined): Promise<string | undefined> => (unionId ? (await loadUnionFor(tx, by, 'suggestions.read', unionId)).path : undefined);

const kindWord = (kind: DocumentKind | null, call: Call): string => (kind === null ? '' : say(words[`doc_${kind}`], call.locale));

/** Standards that came from suggestions. */
export async function standards(tx: Tx, by: Actor, { unionId, ...f }: In<'standards'>, call: Call): Promise<Out<'standards'>> {
  const { items, total } = await listStandards(tx, by, { ...f, unitPath: await pathOf(tx, by, unionId) }, f);
  return { items: items.map((s) => ({ ...s, documentKindWord: kindWord(s.documentKind, call) })), total };
}

/** The largest list that is exported at once. */
export const MOST_EXPORTED = 10_000;

/** The same as a spreadsheet. */
export async function exportStandards(tx: Tx, by: Actor, { unionId, columns, ...f }: In<'exportStandards'>, call: Call) {
  const { items } = await listStandards(tx, by, { ...f, unitPath: await pathOf(tx, by, unionId) }, { limit: MOST_EXPORTED, offset: 0 });
  await audit.record(tx, by, words.auditExported, { subject: { kind: 'suggestionStandards', id: tx.federationId }, slots: { n: items.length } });
  return exportSheet<StandardRow>({
    name: words.standardsFile, now: tx.now, locale: call.locale, rows: items, shown: columns,
    columns: [
      { heading: words.colNumber, under: ['number'], cell: (s) => s.number }, { heading: words.colTitle, under: ['title'], cell: (s) => s.title }, { heading: words.colUnit, under: ['unit'], cell: (s) => s.unit },
      { heading: words.colAuthors, under: ['authors'], cell: (s) => s.authors }, { heading: words.colDocument, under: ['document'], cell: (s) => s.documentNumber }, { heading: words.colKind, under: ['kind'], cell: (s) => kindWord(s.documentKind, call) },
      { heading: words.colFrom, under: ['from'], kind: 'date', cell: (s) => s.documentOn }, { heading: words.colStandardised, under: ['standardised'], kind: 'date', cell: (s) => s.standardisedOn },
      { heading: words.colBenefit, under: ['benefit'], kind: 'money', cell: (s) => s.benefitFen },
    ],
  });
}
