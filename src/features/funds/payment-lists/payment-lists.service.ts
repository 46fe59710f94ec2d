import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { instantAt, legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { capitalAmount } from '#shared/money';
import { type Locale, say } from '#shared/words';
import { type Call, Download } from '#platform/http';
import { exportSheet } from '#platform/sheets';
import { audit } from '#engines/audit';
import { type CaseEvent, cases, caseWords } from '#engines/cases';
import type { Holding } from '#engines/identity';
import { loadUnionFor } from '#engines/org';
import { type LineRow, type ListSums, type OwnRow, payments, type SeenList } from '#engines/payments';
import { formatYuan } from '#shared/money';
import type { api } from './payment-lists.contract.ts';
import { words } from './payment-lists.words.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
type Out<K extends keyof typeof api> = z.input<(typeof api)[K]['out']>;
type State = Out<'list'>['state'];
const EXPORT_MOST = 2000;
const SHEET_MOST = 10_000;

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;
const titleOf = (purpose: string, locale: Locale): string => { const p = payments.allPurposes().find((x) => x.name === purpose); return p ? say(p.title, locale) : purpose; };
export const stateWord = (state: string, locale: Locale): string => { const word = payments.process.states[state as State]?.word; return word ? say(word, locale) : state; };

function rowView(l: ListSums, locale: Locale) {
  return {
    id: l.id, number: `${say(payments.process.prefix, locale)} ${l.number}`, title: l.title, purpose: titleOf(l.purpose, locale), union: l.unionName, period: l.period, state: l.state as State, people: l.people, lines: l.lines,
    totalFen: String(l.totalFen), failed: l.failed, failedFen: String(l.failedFen), madeBy: l.madeBy ?? say(words.system, locale), madeAt: l.madeAt.toISOString(),
    approvedBy: l.approvedBy, approvedAt: iso(l.approvedAt), settledAt: iso(l.settledAt),
  };
}

/** What may be paid for by lists. */
export async function purposes(_tx: Tx, _by: Actor, _in: In<'purposes'>, call: Call) {
  return { items: payments.allPurposes().map((p) => ({ name: p.name, title: say(p.title, call.locale), byHand: p.byHand ?? false })) };
}

/** Lists of every purpose over the subtrees of the officer, latest first. */
export async function lists(tx: Tx, by: Actor, { unionId, from, to, ...f }: In<'lists'>, call: Call) {
  const unionPath = unionId ? (await loadUnionFor(tx, by, 'paymentLists.read', unionId)).path : undefined;
  const { items, total } = await payments.listLists(tx, by, { ...f, unionPath, from: from?.slice(0, 7), to: to?.slice(0, 7) });
  return { items: items.map((l) => rowView(l, call.locale)), total };
}

/** The lists as a spreadsheet, at most 2,000; the export is in the log. */
export async function exportLists(tx: Tx, by: Actor, f: In<'exportLists'>, call: Call): Promise<Download> {
  const { items } = await lists(tx, by, { ...f, limit: EXPORT_MOST, offset: 0 }, call);
  await audit.record(tx, by, words.auditExported, { subject: { kind: 'register', id: tx.federationId }, slots: { n: items.length } });
  const day = (at: string | null): string => (at === null ? '' : legalDateOf(new Date(at)));
  return exportSheet({
    name: words.exportName, now: tx.now, locale: call.locale, rows: items, shown: f.columns,
    columns: [
      { heading: words.columnNumber, under: ['title'], cell: (l) => l.number }, { heading: words.columnTitle, under: ['title'], cell: (l) => l.title }, { heading: words.columnPurpose, under: ['purpose'], cell: (l) => l.purpose },
      { heading: words.columnUnion, under: ['union'], cell: (l) => l.union }, { heading: words.columnPeriod, under: ['period'], cell: (l) => l.period }, { heading: words.columnPeople, under: ['people'], kind: 'number', cell: (l) => l.people },
      { heading: words.columnLines, under: ['people'], kind: 'number', cell: (l) => l.lines }, { heading: words.columnTotal, under: ['total'], kind: 'money', cell: (l) => BigInt(l.totalFen) },
      { heading: words.columnFailed, under: ['total'], kind: 'money', cell: (l) => BigInt(l.failedFen) }, { heading: words.columnState, under: ['state'], cell: (l) => stateWord(l.state, call.locale) },
      { heading: words.columnMade, under: ['made'], kind: 'date', cell: (l) => day(l.madeAt) }, { heading: words.columnMadeBy, under: ['made'], cell: (l) => l.madeBy }, { heading: words.columnApproved, under: ['approved'], cell: (l) => l.approvedBy },
      { heading: words.columnSettled, under: ['settled'], kind: 'date', cell: (l) => day(l.settledAt) },
    ],
  });
}

function happened(e: CaseEvent, locale: Locale) {
  const step = payments.process.steps[e.step as keyof typeof payments.process.steps];
  const word = step?.word ?? (e.step === 'opened' ? words.opened : caseWords.auditStep);
  const by = e.byKind === 'system' || e.byId === null ? say(words.system, locale) : [e.byName, e.byTitle].filter(Boolean).join(' · ') || say(words.somebody, locale);
  return { id: e.id, word: say(word, locale), by, text: e.text, at: e.at.toISOString() };
}

function listView({ list: l, held, events, may, checksum }: SeenList, locale: Locale) {
  return {
    ...rowView(l, locale), version: held.file.version, capital: capitalAmount(l.totalFen), filedAt: iso(l.filedAt), filedBy: l.filedBy, settledBy: l.settledBy, submittedBy: l.submittedBy, cancelledWhy: l.cancelledWhy, checksum,
    story: events.map((e) => happened(e, locale)), may,
  };
}

/** One list: what it comes to, who did what, which steps are open. */
export const list = async (tx: Tx, by: Actor, { id }: In<'list'>, call: Call) => listView(await payments.load(tx, by, id), call.locale);

/** Where a line leads at the desk: to what it is for, when the purpose says where that is shown. */
function pathOf(at: 'memberPath' | 'consolePath', purpose: string, documentId: string): string | null {
  const path = payments.allPurposes().find((p) => p.name === purpose)?.[at];
  return path?.includes(':id') ? path.replace(':id', documentId) : null;
}

const lineView = (x: LineRow, purpose: string, locale: Locale) => ({
  id: x.id, amountFen: String(x.amountFen), reason: x[locale], state: x.state, why: x.why, attempt: x.attempt, path: pathOf('consolePath', purpose, x.documentId),
});

/** People of a list, each with the lines behind the sum. */
export async function people(tx: Tx, by: Actor, { id, ...f }: In<'people'>, call: Call) {
  const { items, total } = await payments.people(tx, by, id, f);
  const purpose = (await payments.findList(tx, id))?.purpose ?? '';
  return {
    items: items.map((p) => ({ id: p.personId, name: p.name, staffNumber: p.staffNumber, unit: p.unit, amountFen: String(p.amountFen), reasons: p[call.locale], of: p.of.map((x) => lineView(x, purpose, call.locale)) })), total,
  };
}

/** A list on paper. */
export async function sheet(tx: Tx, by: Actor, { id }: In<'sheet'>, call: Call): Promise<Out<'sheet'>> {
  const { story: _story, may: _may, ...head } = listView(await payments.load(tx, by, id), call.locale);
  const { items } = await payments.people(tx, by, id, { limit: SHEET_MOST, offset: 0 });
  const join = call.locale === 'zh' ? '；' : '; ';
  return { ...head, rows: items.map((p) => ({ id: p.personId, staffNumber: p.staffNumber, name: p.name, unit: p.unit, amountFen: String(p.amountFen), summary: p[call.locale].join(join) })) };
}

/** Withdraws a line of a list that is being prepared, or gives up one that failed. */
export async function withdrawLine(tx: Tx, by: Actor, { id, lineId, why }: In<'withdrawLine'>) {
  const { union } = await cases.loadSeen(tx, payments.process, by, id);
  const line = await payments.findLine(tx, lineId);
  if (line?.listId !== id || !cases.mayOver(by, 'paymentLists.prepare', union)) throw new Refused(words.lineElsewhere, { status: 404 });
  await payments.removeLine(tx, by, { lineId, why });
  return { id };
}

const through = <I extends { readonly id: string }>(step: (tx: Tx, by: Actor, input: I) => Promise<void>) => async (tx: Tx, by: Actor, input: I) => {
  await step(tx, by, input);
  return { id: input.id };
};

export const submit = through<In<'submit'>>(payments.submit);
export const approve = through<In<'approve'>>(payments.approve);
export const sendBack = through<In<'sendBack'>>(payments.sendBack);
export const cancel = through<In<'cancel'>>(payments.cancel);
export const file = through<In<'file'>>(payments.file);
export const settle = through<In<'settle'>>(payments.settle);

const TYPES = { xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', csv: 'text/csv; charset=utf-8' } as const;

/** The payment file; each download is in the log. */
export async function download(tx: Tx, by: Actor, { id, kind }: In<'download'>): Promise<Download> {
  const { name, bytes } = await payments.download(tx, by, { id, kind });
  return new Download({ name, type: TYPES[kind], content: bytes });
}

/** Lists what could not be paid anew. */
export async function again(tx: Tx, by: Actor, { id, period, title }: In<'again'>) {
  const { union } = await cases.loadSeen(tx, payments.process, by, id);
  if (!cases.mayOver(by, 'paymentLists.prepare', union)) throw new Refused(words.lineElsewhere, { status: 404 });
  return { id: (await payments.draftAgain(tx, by, { listId: id, period, title })).id };
}

const OWN_STATE = { pending: 'coming', paid: 'paid', failed: 'failed', withdrawn: 'failed' } as const;

const ownView = (o: OwnRow, locale: Locale) => ({
  id: o.id, amountFen: String(o.amountFen), reason: o[locale], purpose: titleOf(o.purpose, locale), list: o.title, union: o.unionName, period: o.period, at: o.at.toISOString(), state: OWN_STATE[o.state], why: o.why,
  path: pathOf('memberPath', o.purpose, o.documentId),
});

/** The own payments, latest first, with what was paid this year. */
export async function mine(tx: Tx, by: Actor, page: In<'mine'>, call: Call) {
  const year = Number(legalDateOf(tx.now).slice(0, 4));
  const { total, paidFen } = await payments.sumOwn(tx, by.personId, instantAt(`${year}-01-01`));
  return { items: (await payments.listOf(tx, by.personId, page)).map((o) => ownView(o, call.locale)), total, year, paidFen: String(paidFen) };
}

/** What is held about somebody: every payment with its reason. Accounts are kept, so nothing is erased. */
export const HOLDING: Holding = {
  key: 'payments', title: words.heldTitle, why: words.heldWhy, kept: words.heldKept,
  collect: async (tx, personId, locale) => (await payments.listOf(tx, personId, { limit: 500, offset: 0 })).map((o) => ({ label: `${o.title} · ${o[locale]}`, value: `${formatYuan(o.amountFen)} · ${legalDateOf(o.at)}` })),
};
