import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { monthEnd } from '#shared/dates';
import { Refused } from '#shared/errors';
import { plainYuan, splitByWeights } from '#shared/money';
import { type Locale, say, type Word } from '#shared/words';
import { type Call, doorWords, type Download } from '#platform/http';
import { exportSheet } from '#platform/sheets';
import { audit } from '#engines/audit';
import { type CaseEvent, cases, caseWords } from '#engines/cases';
import { files } from '#engines/files';
import { loadUnionFor } from '#engines/org';
import { rulebook } from '#engines/rulebook';
import type { api, Saving, SavingRow as RowOut } from './savings.contract.ts';
import { savingProcess } from './savings.process.ts';
import { monthsOf, sayDecimal } from './savings.rules.ts';
import * as q from './savings.sql.ts';
import type { SavingRow } from './savings.sql.ts';
import { words } from './savings.words.ts';
import { openSteps } from './verifying.service.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
const EXPORT_MOST = 20_000;

const months = (s: SavingRow): number => monthsOf(s.monthly, s.madeFrom, s.madeTo);
const latest = (s: SavingRow): bigint => s.counted ?? s.verified ?? s.claimed;
const total = (s: SavingRow): number => Number(latest(s)) * months(s);

function rowView(tx: Tx, by: Actor, s: SavingRow, locale: Locale): z.input<typeof RowOut> {
  return {
    id: s.id, number: s.number, title: s.title, kind: s.kind, post: s.post, unit: s.unit, author: s.author, people: s.people, monthly: s.monthly, months: months(s), madeFrom: s.madeFrom, madeTo: s.madeTo,
    claimedFen: Number(s.claimed), totalFen: total(s), state: s.state, stateWord: say(savingProcess.states[s.state].word, locale), enteredOn: s.enteredOn,
    nextDue: s.nextDue?.toISOString() ?? null, late: s.nextDue !== null && s.nextDue < tx.now, double: s.double, may: openSteps(by, s),
  };
}

function eventView(e: CaseEvent, locale: Locale) {
  const word = (savingProcess.steps as Record<string, { word: Word }>)[e.step]?.word ?? (caseWords as Record<string, Word>)[e.step] ?? words.saving;
  const by = e.byKind === 'system' ? say(words.system, locale) : [e.byName ?? '', e.byTitle].filter(Boolean).join(' · ') || say(words.office, locale);
  const clock = say((caseWords as Record<string, Word>)[`clock_${String(e.data.clock)}`] ?? words.saving, locale);
  return { id: e.id, word: say(word, locale, { union: typeof e.data.union === 'string' ? e.data.union : '', clock }), by, text: e.text, at: e.at.toISOString() };
}

/** The case behind a saving where this person may open it: colleagues who share see the facts without the story. */
async function storyOf(tx: Tx, by: Actor, id: string) {
  return cases.load(tx, savingProcess, by, id).catch((why: unknown) => {
    if (why instanceof Refused) return null;
    throw why;
  });
}

/** One saving for its people, verifiers and readers. */
export async function saving(tx: Tx, by: Actor, { id }: In<'saving'>, call: Call): Promise<z.input<typeof Saving>> {
  const s = await q.findSaving(tx, by, id);
  if (s === null) throw new Refused(doorWords.notFound, { status: 404 });
  const story = await storyOf(tx, by, id);
  const people = await q.listPeople(tx, [id]);
  const parts = splitByWeights(BigInt(total(s)), people.map((p) => p.share));
  const others = s.shares && s.authorId !== by.personId ? [] : await q.listOthers(tx, by, id);
  const { values } = await rulebook.look(tx, { unionId: s.unitId }, ['savings.financeAbove.fen']);
  const attached = (await files.listOf(tx, 'saving', [id])).get(id) ?? [];
  const ruleSet = story?.file.ruleSetId;
  return {
    ...rowView(tx, by, s, call.locale), text: story?.events[0]?.text ?? '', reckoned: s.reckoned, version: s.version, mine: s.shares,
    reckoning: s.before === null || s.after === null || s.price === null ? null : { before: sayDecimal(s.before, 3), after: sayDecimal(s.after, 3), measure: s.measure, price: sayDecimal(s.price, 4) },
    persons: people.map((p, i) => ({ id: p.id, name: p.name, share: p.share, fen: Number(parts[i] ?? 0n) })),
    files: attached.map((f) => ({ id: f.id, name: f.name, image: f.thumbnail })),
    verifiedFen: s.verified === null ? null : Number(s.verified), countedFen: s.counted === null ? null : Number(s.counted), doubleWord: s.doubleWord,
    others: others.map((o) => ({ id: o.id, number: o.number, title: o.title, author: o.author, madeFrom: o.madeFrom, madeTo: o.madeTo, totalFen: total(o), stateWord: say(savingProcess.states[o.state].word, call.locale), verified: o.verified !== null })),
    financeAbove: values['savings.financeAbove.fen'], events: (story?.events.slice(1) ?? []).map((e) => eventView(e, call.locale)), basis: ruleSet ? await rulebook.basisOf(tx, ruleSet, call.locale) : [],
  };
}

/** Savings in which this person shares. */
export async function mine(tx: Tx, by: Actor, page: In<'mine'>, call: Call) {
  return { items: (await q.listMine(tx, by, page)).map((s) => rowView(tx, by, s, call.locale)) };
}

async function filterOf(tx: Tx, by: Actor, { unionId, month, ...f }: Omit<In<'register'>, 'limit' | 'offset'>): Promise<q.Filter> {
  const unionPath = unionId ? (await loadUnionFor(tx, by, 'savings.read', unionId)).path : undefined;
  return { ...f, ...(unionPath ? { unionPath } : {}), ...(month ? { monthFrom: `${month}-01`, monthTo: monthEnd(`${month}-01`) } : {}) };
}

/** The register over the subtrees of the officer, newest first, with the sum of what counts. */
export async function register(tx: Tx, by: Actor, f: In<'register'>, call: Call) {
  const { items, total: n, counted } = await q.listRegister(tx, by, await filterOf(tx, by, f), f);
  return { items: items.map((s) => rowView(tx, by, s, call.locale)), total: n, countedFen: Number(counted) };
}

const yuan = (fen: bigint): number => Number(plainYuan(fen));

/** The register as a spreadsheet, at most 20,000 rows; the export is in the log. */
export async function exportRegister(tx: Tx, by: Actor, f: In<'exportRegister'>, call: Call): Promise<Download> {
  const { items } = await q.listRegister(tx, by, await filterOf(tx, by, f), { limit: EXPORT_MOST, offset: 0 });
  await audit.record(tx, by, words.auditExported, { subject: { kind: 'register', id: tx.federationId }, slots: { n: items.length } });
  const money = { kind: 'number' } as const;
  return exportSheet({
    name: words.exportName, now: tx.now, locale: call.locale, rows: items, shown: f.columns,
    columns: [
      { heading: words.columnNumber, under: ['number', 'title'], cell: (s) => s.number }, { heading: words.columnTitle, under: ['title'], cell: (s) => s.title }, { heading: words.columnKind, under: ['kind'], cell: (s) => say(words[`kind_${s.kind}`], call.locale) },
      { heading: words.columnUnit, under: ['unit'], cell: (s) => s.unit }, { heading: words.columnPost, under: ['unit'], cell: (s) => s.post }, { heading: words.columnPeople, under: ['author'], cell: (s) => (s.people > 1 ? `${s.author} +${s.people - 1}` : s.author) },
      { heading: words.columnFrom, under: ['made'], cell: (s) => s.madeFrom }, { heading: words.columnTo, under: ['made'], cell: (s) => s.madeTo }, { heading: words.columnMonths, under: ['made'], ...money, cell: (s) => months(s) },
      { heading: words.columnClaimed, under: ['amount'], ...money, cell: (s) => yuan(s.claimed) }, { heading: words.columnCounted, under: ['amount'], ...money, cell: (s) => (s.counted === null || s.state !== 'counted' ? null : yuan(s.counted)) },
      { heading: words.columnTotal, under: ['amount'], ...money, cell: (s) => yuan(BigInt(total(s))) }, { heading: words.columnState, under: ['state'], cell: (s) => say(savingProcess.states[s.state].word, call.locale) },
      { heading: words.columnEntered, under: ['entered'], cell: (s) => s.enteredOn },
    ],
  });
}

const opens = async (tx: Tx, by: Actor, id: string): Promise<boolean> => (await q.findSaving(tx, by, id)) !== null;

/** Says once, when the part is loaded, who may open the pictures of a saving: whoever may see the saving. */
export const declarePictures = (): void => files.declareOwner('saving', { most: 9, mayOpen: opens });
