import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { type Locale, say } from '#shared/words';
import { type Call, doorWords, type Download } from '#platform/http';
import { exportSheet } from '#platform/sheets';
import { audit } from '#engines/audit';
import { cases } from '#engines/cases';
import { notify } from '#engines/notify';
import { loadUnionFor, visibleTo } from '#engines/org';
import { rulebook } from '#engines/rulebook';
import * as k from './collections.sql.ts';
import { listTerms, listVoters } from './delegates.sql.ts';
import type { desk } from './desk.contract.ts';
import { proposalProcess } from './proposals.process.ts';
import { figuresOf, lastSatisfaction, windowOf } from './proposals.rules.ts';
import { listOfCollection, type ProposalRow } from './proposals.sql.ts';
import { words } from './proposals.words.ts';
import { rowOf } from './views.service.ts';

type In<K extends keyof typeof desk> = z.output<(typeof desk)[K]['in']>;
const NUMBERS = ['congress.proposal.seconders', 'congress.proposal.answerWithinDays'] as const;
const MAY_READ = 'proposals.read';
const MAY_DECIDE = 'proposals.decide';

/** A collection as both apps show it. */
export const collectionView = ({ path: _, termId: __, ...c }: k.CollectionRow, today: string) => ({ ...c, stage: windowOf(c, today) });

/** A collection that the officer may read or decide in, or the refusal that hides it. */
export async function loadCollection(tx: Tx, by: Actor, permission: string, id: string): Promise<k.CollectionRow> {
  const found = await k.findCollectionFor(tx, by, permission, id);
  if (found === null) throw new Refused(doorWords.notFound, { status: 404 });
  return found;
}

/** Collections of the officer's unions and the terms for which one can be called. */
export async function collections(tx: Tx, by: Actor, { unionId, limit, offset }: In<'collections'>) {
  const unionPath = unionId === undefined ? undefined : (await loadUnionFor(tx, by, MAY_READ, unionId)).path;
  const { items, total } = await k.listForDesk(tx, by, unionPath, { limit, offset });
  const today = legalDateOf(tx.now);
  const terms = await listTerms(tx, visibleTo(by, MAY_DECIDE));
  return { items: items.map((c) => collectionView(c, today)), total, terms: terms.map(({ unionId: _, ...t }) => t) };
}

function refuseDays(d: { readonly opensOn: string; readonly closesOn: string; readonly sessionOn: string }): void {
  const wrong = (path: string, why: typeof words.closesFirst): never => { throw new Refused(why, { status: 400, fields: [{ path, why }] }); };
  if (d.closesOn < d.opensOn) wrong('closesOn', words.closesFirst);
  if (d.sessionOn < d.closesOn) wrong('sessionOn', words.sessionFirst);
}

/** Calls for proposals for a session: seconders and days of answer are the rulebook's of today, and every delegate is told. */
export async function call(tx: Tx, by: Actor, d: In<'call'>) {
  const term = (await listTerms(tx, visibleTo(by, MAY_DECIDE))).find((t) => t.termId === d.termId);
  if (term === undefined) throw new Refused(doorWords.notFound, { status: 404 });
  refuseDays(d);
  if (d.closesOn < legalDateOf(tx.now)) throw new Refused(words.closesPast, { status: 400, fields: [{ path: 'closesOn', why: words.closesPast }] });
  const { values, ruleSetId } = await rulebook.resolve(tx, { unionId: term.unionId }, NUMBERS);
  const id = newId();
  const kept = await k.insertCollection(tx, { ...d, id, unionId: term.unionId, seconders: values['congress.proposal.seconders'], answerDays: values['congress.proposal.answerWithinDays'], ruleSetId, byId: by.personId });
  if (!kept) throw new Refused(words.sessionTwice, { fields: [{ path: 'session', why: words.sessionTwice }] });
  const to = await listVoters(tx, d.termId);
  if (to.length > 0) await notify.tell(tx, { key: `proposals/${id}/called`, to, kind: 'proposal.called', word: words.tellCalled, body: words.tellCalledBody, slots: { session: d.session, opens: d.opensOn, closes: d.closesOn }, link: '/proposals', unionId: term.unionId });
  await audit.record(tx, by, words.auditCalled, { subject: { kind: 'proposalCollection', id }, unionId: term.unionId, slots: { session: d.session }, basis: { ruleSetId } });
  return { id, told: to.length };
}

/** Changes name, days and text of a collection; its rules stay those of the day it was called. */
export async function change(tx: Tx, by: Actor, { id, ...d }: In<'change'>) {
  const c = await loadCollection(tx, by, MAY_DECIDE, id);
  refuseDays(d);
  if (c.reportedOn !== null) throw new Refused(words.reportedAlready);
  if (!(await k.updateCollection(tx, id, c.termId, d))) throw new Refused(words.sessionTwice, { fields: [{ path: 'session', why: words.sessionTwice }] });
  await audit.record(tx, by, words.auditChanged, { subject: { kind: 'proposalCollection', id }, unionId: c.unionId, slots: { session: d.session } });
  return { id };
}

const reportRow = (p: ProposalRow, by: Actor, now: Date, locale: Locale) => ({ ...rowOf(p, by, now, locale), reason: p.reason, decisionText: p.decisionText, answer: p.answerAgain || p.answer, outcomeText: p.outcomeText });

/** What became of all proposals of a session, to be reported to the next one. */
export async function report(tx: Tx, by: Actor, { id }: In<'report'>, call: Call) {
  const c = await loadCollection(tx, by, MAY_READ, id);
  const list = await listOfCollection(tx, by, id);
  const decides = cases.mayOver(by, MAY_DECIDE, { path: c.path, sectorPath: null });
  return {
    collection: collectionView(c, legalDateOf(tx.now)), figures: figuresOf(list), items: list.map((p) => reportRow(p, by, tx.now, call.locale)),
    may: [...(decides && c.reportedOn === null ? ['change', 'reported'] : []), ...(cases.mayOver(by, 'proposals.reward', { path: c.path, sectorPath: null }) ? ['rewards'] : []), ...(cases.mayOver(by, 'proposals.export', { path: c.path, sectorPath: null }) ? ['export'] : [])],
  };
}

/** The same as a spreadsheet. */
export async function exportReport(tx: Tx, by: Actor, { id }: In<'exportReport'>, call: Call): Promise<Download> {
  const c = await loadCollection(tx, by, 'proposals.export', id);
  const list = await listOfCollection(tx, by, id);
  await audit.record(tx, by, words.auditExported, { subject: { kind: 'proposalCollection', id }, unionId: c.unionId, slots: { n: list.length } });
  const { locale } = call;
  const stateWord = (p: ProposalRow): string => say(proposalProcess.states[p.state].word, locale);
  return exportSheet({
    name: words.exportName, now: tx.now, locale, rows: list,
    columns: [
      { heading: words.colNumber, under: [], cell: (p) => p.number }, { heading: words.colTitle, under: [], cell: (p) => p.title }, { heading: words.colKind, under: [], cell: (p) => say(words[`kind_${p.kind}`], locale) }, { heading: words.colMover, under: [], cell: (p) => p.mover },
      { heading: words.colUnit, under: [], cell: (p) => p.unit }, { heading: words.colSeconders, under: [], kind: 'number', cell: (p) => p.seconders }, { heading: words.colReason, under: [], cell: (p) => p.reason }, { heading: words.colRemedy, under: [], cell: (p) => p.remedy },
      { heading: words.colDecision, under: [], cell: (p) => (p.decision === null ? '' : say(words[`decision_${p.decision}`], locale)) }, { heading: words.colDecisionText, under: [], cell: (p) => p.decisionText }, { heading: words.colDepartment, under: [], cell: (p) => p.departmentAgain || p.department },
      { heading: words.colDue, under: [], cell: (p) => p.dueAgainOn ?? p.dueOn ?? '' }, { heading: words.colAnswered, under: [], cell: (p) => p.answeredAgainOn ?? p.answeredOn ?? '' }, { heading: words.colAnswer, under: [], cell: (p) => p.answerAgain || p.answer },
      { heading: words.colSatisfaction, under: [], cell: (p) => { const s = lastSatisfaction(p); return s === null ? '' : say(words[`satisfaction_${s}`], locale); } }, { heading: words.colOutcome, under: [], cell: (p) => (p.outcome === null ? '' : say(words[`outcome_${p.outcome}`], locale)) }, { heading: words.colState, under: [], cell: stateWord },
    ],
  });
}

/** Keeps to which session what became of them was reported; movers and followers are told. */
export async function reported(tx: Tx, by: Actor, { id, to }: In<'reported'>) {
  const c = await loadCollection(tx, by, MAY_DECIDE, id);
  const list = await listOfCollection(tx, by, id);
  if (list.some((p) => p.decision === null && p.state !== 'lapsed')) throw new Refused(words.undecidedLeft);
  if (!(await k.markReported(tx, id, { on: legalDateOf(tx.now), to }))) throw new Refused(words.reportedAlready);
  const movers = [...new Set(list.map((p) => p.authorId))];
  if (movers.length > 0) await notify.tell(tx, { key: `proposals/${id}/reported`, to: movers, kind: 'proposal.reported', word: words.tellReported, body: words.tellReportedBody, slots: { session: c.session, to }, link: '/proposals', unionId: c.unionId });
  await audit.record(tx, by, words.auditReported, { subject: { kind: 'proposalCollection', id }, unionId: c.unionId, slots: { session: c.session, to } });
  return { id };
}
