import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { addDays, legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { type Locale, say, type Word } from '#shared/words';
import { type Call, doorWords, type Download } from '#platform/http';
import { exportSheet } from '#platform/sheets';
import { audit } from '#engines/audit';
import { type CaseEvent, cases, caseWords } from '#engines/cases';
import { type FileFacts, files } from '#engines/files';
import { loadUnionFor } from '#engines/org';
import { rulebook } from '#engines/rulebook';
import { findCollection } from './collections.sql.ts';
import type { desk, RegisterRow } from './desk.contract.ts';
import * as people from './people.sql.ts';
import type { api, ProposalCard, ProposalOut } from './proposals.contract.ts';
import { proposalProcess } from './proposals.process.ts';
import { answeredInTime, lastSatisfaction, OPEN_STATES, windowOf } from './proposals.rules.ts';
import * as q from './proposals.sql.ts';
import { words } from './proposals.words.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
type DeskIn<K extends keyof typeof desk> = z.output<(typeof desk)[K]['in']>;
type View = z.input<typeof ProposalOut>;
const EXPORT_MOST = 5000;
const READ = 'proposals.read';
/** What everybody reads in the story of a proposal; steps between mover and office stay between them. */
const OPEN_STEPS: readonly string[] = ['opened', 'submit', 'file', 'merge', 'convert', 'reject', 'assign', 'report', 'answer', 'rate', 'dispute', 'reassign', 'answerAgain', 'rateAgain', 'passOver', 'close', 'escalated', 'escalatedTop'];

const stateOf = (state: q.ProposalRow['state']) => proposalProcess.states[state];
const wordOf = (step: string): Word => (proposalProcess.steps as Readonly<Record<string, { readonly word: Word }>>)[step]?.word ?? (caseWords as Record<string, Word>)[step] ?? words.proposal;

/** A proposal as a list shows it. */
export function cardOf(p: q.ProposalRow, by: Actor, now: Date, locale: Locale): z.input<typeof ProposalCard> {
  return {
    id: p.id, number: p.number, title: p.title, kind: p.kind, state: p.state, stateWord: say(stateOf(p.state).word, locale), place: stateOf(p.state).place ?? null, mover: p.mover, unit: p.unit, union: p.union, session: p.session, submittedOn: p.submittedOn, decision: p.decision,
    department: p.departmentAgain || p.department, dueOn: p.dueAgainOn ?? p.dueOn, late: p.isOpen && p.nextDue !== null && p.nextDue < now, nextDue: p.isOpen ? (p.nextDue?.toISOString() ?? null) : null, seconders: p.seconders, least: p.least, followers: p.followers, following: p.following, hot: p.hotOn !== null,
    mine: p.authorId === by.personId, asked: p.asked, satisfaction: lastSatisfaction(p), outcome: p.outcome,
  };
}

/** The same for the register. */
export const rowOf = (p: q.ProposalRow, by: Actor, now: Date, locale: Locale): z.input<typeof RegisterRow> => ({ ...cardOf(p, by, now, locale), owner: p.owner ?? '', decidedOn: p.decidedOn, answeredOn: p.answeredAgainOn ?? p.answeredOn });

/** Decided proposals of the congresses above me. */
export async function list(tx: Tx, by: Actor, { limit, offset, ...f }: In<'list'>, call: Call) {
  const { items, total } = await q.listPublic(tx, by, f, { limit, offset });
  return { items: items.map((p) => cardOf(p, by, tx.now, call.locale)), total };
}

const columnsOf = (locale: Locale) => [
  { heading: words.colNumber, under: ['number', 'title'], cell: (p: q.ProposalRow) => p.number }, { heading: words.colTitle, under: ['title'], cell: (p: q.ProposalRow) => p.title }, { heading: words.colKind, under: ['kind'], cell: (p: q.ProposalRow) => say(words[`kind_${p.kind}`], locale) },
  { heading: words.colMover, under: ['mover'], cell: (p: q.ProposalRow) => p.mover }, { heading: words.colUnit, under: ['mover'], cell: (p: q.ProposalRow) => p.unit }, { heading: words.colSeconders, under: ['seconders'], kind: 'number' as const, cell: (p: q.ProposalRow) => p.seconders },
  { heading: words.colSession, under: ['session'], cell: (p: q.ProposalRow) => p.session }, { heading: words.colState, under: ['state'], cell: (p: q.ProposalRow) => say(stateOf(p.state).word, locale) }, { heading: words.colDepartment, under: ['department'], cell: (p: q.ProposalRow) => p.departmentAgain || p.department },
  { heading: words.colDue, under: ['due'], cell: (p: q.ProposalRow) => p.dueAgainOn ?? p.dueOn ?? '' }, { heading: words.colAnswered, under: ['due'], cell: (p: q.ProposalRow) => p.answeredAgainOn ?? p.answeredOn ?? '' },
  { heading: words.colSatisfaction, under: ['satisfaction'], cell: (p: q.ProposalRow) => { const s = lastSatisfaction(p); return s === null ? '' : say(words[`satisfaction_${s}`], locale); } },
];

/** The public list as a spreadsheet, with what is narrowed. */
export async function exportList(tx: Tx, by: Actor, f: In<'exportList'>, call: Call): Promise<Download> {
  const { items } = await q.listPublic(tx, by, f, { limit: EXPORT_MOST, offset: 0 });
  await audit.record(tx, by, words.auditExported, { subject: { kind: 'register', id: tx.federationId }, slots: { n: items.length } });
  return exportSheet({ name: words.exportName, now: tx.now, locale: call.locale, rows: items, columns: columnsOf(call.locale) });
}

/** My proposals, and those I was asked to second. */
export async function mine(tx: Tx, by: Actor, page: In<'mine'>, call: Call) {
  const { items, total } = await q.listMine(tx, by, page);
  return { items: items.map((p) => cardOf(p, by, tx.now, call.locale)), total };
}

async function filterOf(tx: Tx, by: Actor, { unionId, ...f }: Omit<DeskIn<'exportRegister'>, 'columns'>): Promise<q.Filter> {
  return { ...f, ...(unionId ? { unionPath: (await loadUnionFor(tx, by, READ, unionId)).path } : {}) };
}

/** The register over the officer's unions: everything that was handed in. */
export async function register(tx: Tx, by: Actor, { limit, offset, ...f }: DeskIn<'register'>, call: Call) {
  const { items, total } = await q.listRegister(tx, by, await filterOf(tx, by, f), { limit, offset });
  return { items: items.map((p) => rowOf(p, by, tx.now, call.locale)), total };
}

/** The same as a spreadsheet. */
export async function exportRegister(tx: Tx, by: Actor, { columns, ...f }: DeskIn<'exportRegister'>, call: Call): Promise<Download> {
  const { items } = await q.listRegister(tx, by, await filterOf(tx, by, f), { limit: EXPORT_MOST, offset: 0 });
  await audit.record(tx, by, words.auditExported, { subject: { kind: 'register', id: tx.federationId }, slots: { n: items.length } });
  return exportSheet({ name: words.exportName, now: tx.now, locale: call.locale, rows: items, shown: columns, columns: columnsOf(call.locale) });
}

/** Whether this person works below the congress's union. */
const isBelow = (by: Actor, p: q.ProposalRow): boolean => by.membership?.path.startsWith(p.path) === true;

type Seen = { readonly as: View['as']; readonly events: readonly CaseEvent[]; readonly may: readonly string[]; readonly facts: { readonly ruleSetId: string | null } };

/** As what this person sees a proposal, with the story and the steps open to him or her; the refusal that hides it otherwise. */
async function seenBy(tx: Tx, by: Actor, p: q.ProposalRow): Promise<Seen> {
  const own = p.authorId === by.personId;
  const officer = !own && (p.assigneeId === by.personId || cases.mayOver(by, READ, { path: p.path, sectorPath: null })) && p.state !== 'gathering';
  if (own || officer) {
    const seen = await cases.load(tx, proposalProcess, by, p.id);
    return { as: own ? 'mover' : 'officer', events: seen.events, may: seen.may, facts: seen.file };
  }
  const helps = (await people.listHelpers(tx, p.id)).some((h) => h.id === by.personId);
  const asked = p.asked !== 'none' && p.state !== 'withdrawn';
  const open = OPEN_STATES.includes(p.state) && isBelow(by, p);
  if (!helps && !asked && !open) throw new Refused(doorWords.notFound, { status: 404 });
  const whole = await cases.loadWhole(tx, proposalProcess, p.id, true);
  return { as: helps ? 'helper' : asked ? 'seconder' : 'worker', events: whole.events.filter((e) => OPEN_STEPS.includes(e.step)), may: [], facts: whole.file };
}

/** Who may open the files of a proposal: whoever sees it. */
export const declareFiles = (): void => files.declareOwner('proposal', {
  most: 40,
  mayOpen: async (tx, by, id) => {
    const p = await q.findProposal(tx, by.personId, id);
    if (p === null) return false;
    return seenBy(tx, by, p).then(() => true, (why: unknown) => { if (why instanceof Refused) return false; throw why; });
  },
});

const fileView = (f: FileFacts): View['files'][number] => ({ id: f.id, name: f.name, image: f.thumbnail });
const filesOf = (e: CaseEvent | undefined, all: readonly FileFacts[]): View['files'] => (e?.files ?? []).flatMap((id) => all.filter((f) => f.id === id).map(fileView));

function eventView(e: CaseEvent, all: readonly FileFacts[], locale: Locale): View['events'][number] {
  const slot = (key: string): string => (typeof e.data[key] === 'string' ? e.data[key] : '');
  const by = e.byKind === 'system' ? '' : [e.byName ?? '', e.byTitle].filter(Boolean).join(' · ');
  const extra = slot('satisfaction') ? say((words as Record<string, Word>)[`satisfaction_${slot('satisfaction')}`] ?? words.proposal, locale) : slot('department') ? say(words.toDepartment, locale, { department: slot('department'), day: slot('dueOn') }) : slot('outcome') ? say((words as Record<string, Word>)[`outcome_${slot('outcome')}`] ?? words.proposal, locale) : '';
  const clock = slot('clock') ? say((caseWords as Record<string, Word>)[`clock_${slot('clock')}`] ?? words.proposal, locale) : '';
  return { id: e.id, word: [say(wordOf(e.step), locale, { union: slot('union'), clock }), extra].filter(Boolean).join(' · '), by, text: e.text, at: e.at.toISOString(), files: filesOf(e, all) };
}

function answersOf(p: q.ProposalRow, events: readonly CaseEvent[]): View['answers'] {
  const byOf = (step: string): string => events.findLast((e) => e.step === step)?.byName ?? '';
  const first = p.answeredOn === null ? [] : [{ text: p.answer, on: p.answeredOn, by: [p.department, byOf('answer')].filter(Boolean).join(' · '), dueOn: p.dueOn, inTime: answeredInTime({ dueOn: p.dueOn, answeredOn: p.answeredOn, dueAgainOn: null, answeredAgainOn: null }), satisfaction: p.satisfaction }];
  const again = p.answeredAgainOn === null ? [] : [{ text: p.answerAgain, on: p.answeredAgainOn, by: [p.departmentAgain, byOf('answerAgain')].filter(Boolean).join(' · '), dueOn: p.dueAgainOn, inTime: answeredInTime(p), satisfaction: p.satisfactionAgain }];
  return [...first, ...again];
}

/** Steps beside those of the process. */
function besides(p: q.ProposalRow, seen: Seen, by: Actor, today: string): string[] {
  const open = windowOf(p, today) === 'open';
  const gathering = p.state === 'gathering' && open;
  const decides = seen.as === 'officer' && cases.mayOver(by, 'proposals.decide', { path: p.path, sectorPath: null });
  const could: readonly (readonly [string, boolean])[] = [
    ['invite', seen.as === 'mover' && gathering], ['second', seen.as === 'seconder' && gathering], ['follow', OPEN_STATES.includes(p.state) && isBelow(by, p)], ['decide', seen.may.includes('file')],
    ['hot', decides && p.decision === 'filed' && p.asked !== 'yes'], ['opinion', seen.as === 'helper' && (p.state === 'working' || p.state === 'reworking')],
  ];
  return could.filter(([, on]) => on).map(([name]) => name);
}

/** What a step of the process needs beside its state. */
const isReady = (p: q.ProposalRow, today: string) => (step: string): boolean => (step !== 'submit' && step !== 'amend') || (windowOf(p, today) === 'open' && (step === 'amend' || p.seconders >= p.least));

async function linksOf(tx: Tx, by: Actor, p: q.ProposalRow, locale: Locale): Promise<Pick<View, 'mergedInto' | 'merged' | 'suggestion'>> {
  const into = p.mergedIntoId === null ? null : await q.findProposal(tx, by.personId, p.mergedIntoId);
  const made = p.suggestionId === null ? null : await cases.loadWhole(tx, cases.processNamed('suggestion'), p.suggestionId, true);
  return {
    mergedInto: into && { id: into.id, number: into.number, title: into.title }, merged: await q.listMergedInto(tx, p.id),
    suggestion: made && { id: made.file.id, number: made.file.number, stateWord: say(cases.processNamed('suggestion').states[made.file.state]?.word ?? words.proposal, locale) },
  };
}

/** One proposal for its mover, seconders, helpers, officers, and once it is decided for every worker. */
export async function one(tx: Tx, by: Actor, { id }: In<'one'>, call: Call): Promise<View> {
  const p = await q.findProposal(tx, by.personId, id);
  if (p === null) throw new Refused(doorWords.notFound, { status: 404 });
  const seen = await seenBy(tx, by, p);
  const today = legalDateOf(tx.now);
  const all = (await files.listOf(tx, 'proposal', [id])).get(id) ?? [];
  const { values, basis } = await rulebook.look(tx, { unionId: p.unionId }, ['proposals.answer.usualDays', 'congress.proposal.seconders', 'congress.proposal.answerWithinDays']);
  const latest = addDays(p.state === 'disputed' ? today : (p.assignedOn ?? today), p.answerDays);
  const usual = addDays(today, values['proposals.answer.usualDays']);
  const inside = seen.as !== 'worker';
  const opened = seen.events.find((e) => e.step === 'opened');
  const story = seen.events.filter((e) => e.step !== 'opened');
  return {
    ...cardOf(p, by, tx.now, call.locale), as: seen.as, reason: p.reason, grounds: p.grounds, remedy: p.remedy, files: filesOf(opened, all), version: p.version, collectionId: p.collectionId, closesOn: p.closesOn, answerDays: p.answerDays,
    usualDueOn: usual < latest ? usual : latest, latestDueOn: latest, decidedOn: p.decidedOn, decidedBy: p.decidedBy ?? '', decisionText: p.decisionText, ...(await linksOf(tx, by, p, call.locale)), owner: p.owner ?? '', reportedTo: (await findCollection(tx, p.collectionId))?.reportedTo ?? '',
    people: (await people.listSeconders(tx, id)).filter((s) => inside || s.answer === 'yes').map((s) => ({ id: s.id, name: s.name, unit: s.unit, answer: s.answer, word: s.word })),
    helpers: (await people.listHelpers(tx, id)).map((h) => ({ ...h, opinion: seen.as === 'officer' || seen.as === 'helper' ? h.opinion : '', givenAt: h.givenAt?.toISOString() ?? null, me: h.id === by.personId })),
    answers: answersOf(p, seen.events), outcomeText: p.outcomeText, closedOn: p.closedOn, basis: [...new Set(basis.map((g) => rulebook.sayBasis(g, call.locale)))], events: story.map((e) => eventView(e, all, call.locale)),
    may: [...seen.may.filter(isReady(p, today)), ...besides(p, seen, by, today)],
  };
}

/** Follows a decided proposal, or no longer. */
export async function follow(tx: Tx, by: Actor, { id, on }: In<'follow'>) {
  const p = await q.findProposal(tx, by.personId, id);
  if (p === null) throw new Refused(doorWords.notFound, { status: 404 });
  const seen = await seenBy(tx, by, p);
  if (!besides(p, seen, by, legalDateOf(tx.now)).includes('follow')) throw new Refused(words.notOpenYet);
  if (on) await people.insertFollowers(tx, id, [by.personId]);
  else await people.deleteFollower(tx, id, by.personId);
  return { id, following: on };
}
