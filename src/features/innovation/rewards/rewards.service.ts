import type { z } from 'zod';
import { type Actor, mayIn, scopesOf, type Tx } from '#shared/call';
import { addDays, instantAt, legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { plainYuan, sumFen } from '#shared/money';
import { say } from '#shared/words';
import type { Call, Download } from '#platform/http';
import { exportSheet } from '#platform/sheets';
import { audit } from '#engines/audit';
import { loadUnionFor, outermost, type Union } from '#engines/org';
import { type LineWanted, payments } from '#engines/payments';
import { rulebook } from '#engines/rulebook';
import type { api } from './rewards.contract.ts';
import { among, awardKey, backKey, daysOf, rewardKey } from './rewards.rules.ts';
import { type EarnedRow, listAwards, listEarned, listLists, listSchemes, listTakenBack, runsScheme } from './rewards.sql.ts';
import { words } from './rewards.words.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
export const REWARD = 'suggestion.reward';
const GRADES = ['suggestions.reward.grade1', 'suggestions.reward.grade2', 'suggestions.reward.grade3'] as const;
export const gradeWord = (grade: number) => [words.grade1, words.grade2, words.grade3][grade - 1] ?? words.grade3;

/** A union that runs a scheme, for one who holds the permission word over it; the first of those when none is named. */
export async function schemeFor(tx: Tx, by: Actor, permission: string, unionId?: string): Promise<Union> {
  const asked = unionId ?? (await listSchemes(tx, outermost(scopesOf(by, permission))))[0]?.id;
  if (asked === undefined) throw new Refused(words.noScheme, { status: 404 });
  const union = await loadUnionFor(tx, by, permission, asked);
  if (!(await runsScheme(tx, union.id))) throw new Refused(words.noScheme, { status: 404 });
  return union;
}

/** The unions with a scheme whose rewards the officer may see. */
export async function schemes(tx: Tx, by: Actor) {
  return { items: await listSchemes(tx, outermost(scopesOf(by, 'rewards.read'))) };
}

/** One author's reward for one suggestion. */
export type Earned = EarnedRow & { readonly key: string; readonly amountFen: bigint };

/** Rewards by grade as the rulebook says for each day on which something was adopted. */
async function amountsByDay(tx: Tx, unionId: string, days: readonly string[]): Promise<Map<string, readonly bigint[]>> {
  const byDay = new Map<string, readonly bigint[]>();
  for (const at of new Set(days)) {
    const { values } = await rulebook.look(tx, { unionId, at }, GRADES);
    byDay.set(at, GRADES.map((g) => BigInt(values[g])));
  }
  return byDay;
}

/** What authors earned between two days: the amount of the grade on the day of adoption, split by shares. */
export async function earned(tx: Tx, unionId: string, from: string, to: string, o?: { unlisted: boolean }): Promise<Earned[]> {
  const found = await listEarned(tx, unionId, from, to, o);
  const amounts = await amountsByDay(tx, unionId, found.map((r) => r.startedOn));
  return [...Map.groupBy(found, (r) => r.suggestionId).values()].flatMap((authors) => {
    const [first] = authors;
    const whole = first ? (amounts.get(first.startedOn)?.[first.grade - 1] ?? 0n) : 0n;
    const parts = new Map(among(whole, authors).map((p) => [p.personId, p.amountFen]));
    return authors.flatMap((a) => { const amountFen = parts.get(a.personId); return amountFen === undefined ? [] : [{ ...a, amountFen, key: rewardKey(a.suggestionId, a.personId) }]; });
  });
}

const document = (id: string): LineWanted['document'] => ({ kind: 'suggestion', id });

/** Awards by level that were decided in a month, and what is taken back from people who were paid already. */
async function besides(tx: Tx, unionId: string, month: string): Promise<{ awards: LineWanted[]; back: LineWanted[] }> {
  const { from, to } = daysOf(month);
  const decided = await listAwards(tx, unionId, instantAt(from), instantAt(addDays(to, 1)));
  const awards = decided.map((a): LineWanted => ({ personId: a.personId, amountFen: a.paysFen, reason: { word: words.lineAward, slots: { number: a.number, level: a.level } }, document: document(a.suggestionId), key: awardKey(a.suggestionId, a.position, a.personId) }));
  const back = (await listTakenBack(tx, unionId)).map((x): LineWanted => ({ personId: x.personId, amountFen: -x.amountFen, reason: { word: words.lineBack, slots: { number: x.number } }, document: document(x.suggestionId), key: backKey(x.key) }));
  return { awards, back };
}

const lineOf = (e: Earned): LineWanted => ({
  personId: e.personId, amountFen: e.amountFen, document: document(e.suggestionId), key: e.key,
  reason: { word: { ...words.lineReward, zh: words.lineReward.zh.replace('{grade}', gradeWord(e.grade).zh), en: words.lineReward.en.replace('{grade}', gradeWord(e.grade).en) }, slots: { number: e.number } },
});

/** Everything that is due up to a month's end: this year's rewards that are on no list, the month's awards, and what is taken back. */
async function due(tx: Tx, unionId: string, month: string): Promise<LineWanted[]> {
  const all = await earned(tx, unionId, `${month.slice(0, 4)}-01-01`, daysOf(month).to, { unlisted: true });
  const places = await payments.findByKeys(tx, all.map((e) => e.key));
  const open = all.filter((e) => { const p = places.get(e.key); return p === undefined || (p.state !== 'pending' && p.state !== 'paid'); });
  const { awards, back } = await besides(tx, unionId, month);
  return [...open.map(lineOf), ...awards, ...back];
}

const num = (fen: bigint): number => Number(fen);

/** What a month comes to: by grade, what is on lists, what is due. */
export async function month(tx: Tx, by: Actor, { unionId, month: m }: In<'month'>, call: Call) {
  const union = await schemeFor(tx, by, 'rewards.read', unionId);
  const { from, to } = daysOf(m);
  const all = await earned(tx, union.id, from, to);
  const { values, basis } = await rulebook.look(tx, { unionId: union.id, at: to }, GRADES);
  const open = await due(tx, union.id, m);
  const { awards, back } = await besides(tx, union.id, m);
  const places = await payments.findByKeys(tx, open.map((l) => l.key));
  const fresh = open.filter((l) => { const p = places.get(l.key); return p === undefined || (p.state !== 'pending' && p.state !== 'paid'); });
  return {
    grades: [1, 2, 3].map((grade) => {
      const own = all.filter((e) => e.grade === grade);
      return { grade, eachFen: Number(values[GRADES[grade - 1] ?? GRADES[2]]), count: new Set(own.map((e) => e.suggestionId)).size, sumFen: num(sumFen(own.map((e) => e.amountFen))) };
    }),
    suggestions: new Set(all.map((e) => e.suggestionId)).size, people: new Set(all.map((e) => e.personId)).size, totalFen: num(sumFen(all.map((e) => e.amountFen))),
    dueLines: fresh.length, dueFen: num(sumFen(fresh.map((l) => l.amountFen))),
    awards: { lines: awards.length, sumFen: num(sumFen(awards.map((l) => l.amountFen))) }, back: { lines: back.length, sumFen: num(sumFen(back.map((l) => l.amountFen))) },
    lists: (await listLists(tx, union.id, REWARD, m)).map((l) => ({ ...l, totalFen: num(l.totalFen) })),
    basis: [...new Set(basis.map((g) => rulebook.sayBasis(g, call.locale)))], mayDraw: mayIn(by, 'rewards.draw', union.path),
  };
}

type Narrowed = { readonly grade?: number | undefined; readonly text?: string | undefined };
const narrow = (all: readonly Earned[], f: Narrowed): Earned[] =>
  all.filter((e) => (f.grade === undefined || e.grade === f.grade) && (!f.text || e.number === f.text || e.title.includes(f.text) || e.name.includes(f.text)));

const itemOf = (e: Earned, p: { listId: string; number: string; state: 'pending' | 'paid' | 'failed' | 'withdrawn'; paidAt: Date | null } | undefined) => ({
  id: e.key, suggestionId: e.suggestionId, number: e.number, title: e.title, unit: e.unit, grade: e.grade, startedOn: e.startedOn, personId: e.personId, name: e.name, share: Math.round(e.share / 100), amountFen: num(e.amountFen),
  place: p === undefined ? null : { listId: p.listId, number: p.number, state: p.state, paidAt: p.paidAt?.toISOString() ?? null },
});

/** The lines of a month: who earned what for which suggestion, and where it is paid. */
export async function items(tx: Tx, by: Actor, { unionId, month: m, limit, offset, ...f }: In<'items'>) {
  const union = await schemeFor(tx, by, 'rewards.read', unionId);
  const { from, to } = daysOf(m ?? legalDateOf(tx.now).slice(0, 7));
  const all = narrow(await earned(tx, union.id, from, to), f);
  const page = all.slice(offset, offset + limit);
  const places = await payments.findByKeys(tx, page.map((e) => e.key));
  return { items: page.map((e) => itemOf(e, places.get(e.key))), total: all.length };
}

const EXPORT_MOST = 10_000;

/** The same as a sheet; that somebody took it is in the log. */
export async function exportItems(tx: Tx, by: Actor, { unionId, month: m, columns, ...f }: In<'exportItems'>, call: Call): Promise<Download> {
  const union = await schemeFor(tx, by, 'rewards.read', unionId);
  const { from, to } = daysOf(m ?? legalDateOf(tx.now).slice(0, 7));
  const all = narrow(await earned(tx, union.id, from, to), f).slice(0, EXPORT_MOST);
  const places = await payments.findByKeys(tx, all.map((e) => e.key));
  await audit.record(tx, by, words.auditExported, { subject: { kind: 'union', id: union.id }, unionId: union.id, slots: { n: all.length } });
  const placed = (e: Earned): string => {
    const p = places.get(e.key);
    if (p?.paidAt) return say(words.paidOn, call.locale, { date: legalDateOf(p.paidAt) });
    return p ? say(words.listed, call.locale, { number: p.number }) : say(words.notListed, call.locale);
  };
  return exportSheet({
    name: words.exportName, now: tx.now, locale: call.locale, rows: all, shown: columns,
    columns: [
      { heading: words.columnNumber, under: ['number', 'title'], cell: (e) => e.number }, { heading: words.columnTitle, under: ['title'], cell: (e) => e.title }, { heading: words.columnUnit, under: ['unit'], cell: (e) => e.unit },
      { heading: words.columnGrade, under: ['grade'], cell: (e) => say(gradeWord(e.grade), call.locale) }, { heading: words.columnStarted, under: ['started'], cell: (e) => e.startedOn }, { heading: words.columnPerson, under: ['person'], cell: (e) => e.name },
      { heading: words.columnShare, under: ['share'], cell: (e) => `${Math.round(e.share / 100)}%` }, { heading: words.columnAmount, under: ['amount'], cell: (e) => plainYuan(e.amountFen) }, { heading: words.columnPlace, under: ['place'], cell: placed },
    ],
  });
}

/**
 * Drafts a list of what is due.
 * @throws Refused when all of it stands on lists, or there is nothing that a set-off could be taken from
 */
export async function draw(tx: Tx, by: Actor, list: { unionId: string; purpose: string; period: string; title: string; lines: readonly LineWanted[] }) {
  const drafted = list.lines.length === 0 ? null : await payments.draft(tx, by, list);
  if (drafted === null || drafted.id === null) throw new Refused(words.nothingDue);
  return { ...drafted, left: drafted.left.length };
}

/**
 * Drafts the payment list of a month: everything due that is on no list. Again: nothing new.
 * @throws Refused for a month that has not begun, or when nothing is due
 */
export async function drawMonth(tx: Tx, by: Actor, { unionId, month: m }: In<'drawMonth'>, call: Call) {
  const union = await schemeFor(tx, by, 'rewards.draw', unionId);
  if (daysOf(m).from > legalDateOf(tx.now)) throw new Refused(words.monthToCome, { slots: { month: m } });
  return draw(tx, by, { unionId: union.id, purpose: REWARD, period: m, title: say(words.listMonth, call.locale, { month: m }), lines: await due(tx, union.id, m) });
}
