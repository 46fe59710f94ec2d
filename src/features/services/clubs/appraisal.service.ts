import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { instantAt, legalDateOf } from '#shared/dates';
import { type Locale, say } from '#shared/words';
import type { Call, Download } from '#platform/http';
import { exportSheet } from '#platform/sheets';
import { audit } from '#engines/audit';
import { loadUnionFor } from '#engines/org';
import { rulebook } from '#engines/rulebook';
import { KEEP, yuan } from './access.service.ts';
import { appraise, type Figures, type Mark, rank, reportDue, type Scale } from './clubs.rules.ts';
import { words } from './clubs.words.ts';
import type { desk } from './desk.contract.ts';
import { sumEvents } from './gatherings.sql.ts';
import { meanOf } from './meeting.service.ts';
import { type Funded, listFunded, sumCosts } from './money.sql.ts';
import { yearOf } from './money.service.ts';
import { findReports } from './years.sql.ts';

type In<K extends keyof typeof desk> = z.output<(typeof desk)[K]['in']>;
export const NUMBERS = [
  'clubs.appraisal.members.full', 'clubs.appraisal.gatherings.full', 'clubs.appraisal.cost.good', 'clubs.appraisal.cost.poor', 'clubs.appraisal.members.weight', 'clubs.appraisal.gatherings.weight', 'clubs.appraisal.attendance.weight', 'clubs.appraisal.ratings.weight',
  'clubs.appraisal.cost.weight', 'clubs.appraisal.report.weight', 'clubs.report.withinDays',
] as const;
type Numbers = Readonly<Record<(typeof NUMBERS)[number], number>>;
const MOST = 2_000;

/** The scale of the rulebook as the arithmetic takes it. */
export const scaleOf = (v: Numbers): Scale => ({
  fullMembers: v['clubs.appraisal.members.full'], fullGatherings: v['clubs.appraisal.gatherings.full'], goodFen: v['clubs.appraisal.cost.good'], poorFen: v['clubs.appraisal.cost.poor'],
  weights: {
    members: v['clubs.appraisal.members.weight'], gatherings: v['clubs.appraisal.gatherings.weight'], attendance: v['clubs.appraisal.attendance.weight'], ratings: v['clubs.appraisal.ratings.weight'], cost: v['clubs.appraisal.cost.weight'], report: v['clubs.appraisal.report.weight'],
  },
});

/** What these clubs did in a year, reckoned from their records. */
export async function figuresOf(tx: Tx, clubs: readonly Pick<Funded, 'id' | 'members'>[], year: number, withinDays: (id: string) => number): Promise<Map<string, Figures>> {
  const ids = clubs.map((c) => c.id);
  const end = instantAt(`${year + 1}-01-01`);
  const events = await sumEvents(tx, ids, instantAt(`${year}-01-01`), end < tx.now ? end : tx.now);
  const [spent, reports] = [await sumCosts(tx, ids, year), await findReports(tx, ids, year)];
  return new Map(clubs.map((c): [string, Figures] => {
    const [e, sent] = [events.get(c.id), reports.get(c.id)?.sentAt];
    const report = sent === undefined ? 'none' : legalDateOf(sent) <= reportDue(year, withinDays(c.id)) ? 'onTime' : 'late';
    return [c.id, { members: c.members, gatherings: e?.gatherings ?? 0, attendances: e?.attendances ?? 0, stars: e?.stars ?? 0, ratings: e?.ratings ?? 0, spentFen: Number(spent.get(c.id) ?? 0n), report }];
  }));
}

export type Appraised = Funded & Figures & { readonly marks: readonly Mark[]; readonly score: number; readonly place: number; readonly scale: Scale };

/** Clubs with their marks, best first; each by the numbers of its own union on the day of the call. */
export async function appraised(tx: Tx, o: { readonly by: Actor | null; readonly unionPath?: string | undefined; readonly unionId?: string | undefined; readonly year: number }): Promise<Appraised[]> {
  const { items } = await listFunded(tx, { ...o, limit: MOST, offset: 0 });
  const rules = new Map<string, Numbers>();
  for (const unionId of new Set(items.map((c) => c.unionId))) rules.set(unionId, (await rulebook.look(tx, { unionId }, NUMBERS)).values);
  const ruleOf = new Map(items.map((c) => [c.id, rules.get(c.unionId) as Numbers]));
  const figures = await figuresOf(tx, items, o.year, (id) => ruleOf.get(id)?.['clubs.report.withinDays'] ?? 0);
  return rank(items.map((c) => {
    const [f, scale] = [figures.get(c.id) as Figures, scaleOf(ruleOf.get(c.id) as Numbers)];
    return { ...c, ...f, scale, ...appraise(f, scale) };
  }));
}

/** How a mark was reckoned, in words: every figure with its denominator. */
export function formulaOf(m: Mark, scale: Scale | null, locale: Locale): string {
  const share = m.den === 0 ? 0 : Math.round((1000 * m.num) / m.den) / 10;
  return say(words[`formula_${m.part}`], locale, { a: m.num, b: m.den, w: m.weight, share, good: scale ? yuan(scale.goodFen) : '', poor: scale ? yuan(scale.poorFen) : '' });
}
export const markViews = (marks: readonly Mark[], scale: Scale | null, locale: Locale) => marks.map((m) => ({ ...m, formula: formulaOf(m, scale, locale) }));

const pathOf = async (tx: Tx, by: Actor, unionId: string | undefined): Promise<string | undefined> => (unionId === undefined ? undefined : (await loadUnionFor(tx, by, KEEP, unionId)).path);

/** The appraisal of a year over the unions of the officer, best first, each figure with its formula. */
export async function appraisal(tx: Tx, by: Actor, { unionId, year = yearOf(tx), limit, offset }: In<'appraisal'>, { locale }: Call) {
  const all = await appraised(tx, { by, unionPath: await pathOf(tx, by, unionId), year });
  const first = all[0]?.unionId;
  const basis = first === undefined ? [] : (await rulebook.look(tx, { unionId: first }, NUMBERS)).basis.map((g) => say(words.basisLine, locale, { title: say(rulebook.param(g.param).title, locale), value: rulebook.sayValue(g, locale), source: rulebook.sayBasis(g, locale) }));
  return {
    year, total: all.length, basis,
    items: all.slice(offset, offset + limit).map((c) => ({
      id: c.id, name: c.name, union: c.union, category: c.category, place: c.place, score: c.score, members: c.members, gatherings: c.gatherings, attendances: c.attendances, stars: meanOf(c.stars, c.ratings), ratings: c.ratings, spentFen: c.spentFen, report: c.report, marks: markViews(c.marks, c.scale, locale),
    })),
  };
}

/** The appraisal as a spreadsheet; the export is in the log. */
export async function exportAppraisal(tx: Tx, by: Actor, { unionId, year = yearOf(tx), columns }: In<'exportAppraisal'>, { locale }: Call): Promise<Download> {
  const all = await appraised(tx, { by, unionPath: await pathOf(tx, by, unionId), year });
  await audit.record(tx, by, words.auditExported, { subject: { kind: 'register', id: tx.federationId }, slots: { name: words.appraisalName, n: all.length } });
  const number = { kind: 'number' } as const;
  return exportSheet({
    name: words.appraisalName, now: tx.now, locale, rows: all, shown: columns,
    columns: [
      { heading: words.columnRank, under: ['place'], ...number, cell: (c) => c.place }, { heading: words.columnName, under: ['name'], cell: (c) => c.name }, { heading: words.columnUnion, under: ['union'], cell: (c) => c.union }, { heading: words.columnScore, under: ['score'], ...number, cell: (c) => c.score / 100 },
      { heading: words.columnMembers, under: ['members'], ...number, cell: (c) => c.members }, { heading: words.columnGatherings, under: ['gatherings'], ...number, cell: (c) => c.gatherings }, { heading: words.columnAttendances, under: ['attendances'], ...number, cell: (c) => c.attendances },
      { heading: words.columnStars, under: ['stars'], ...number, cell: (c) => meanOf(c.stars, c.ratings) }, { heading: words.columnSpent, under: ['spent'], ...number, cell: (c) => c.spentFen / 100 }, { heading: words.columnReport, under: ['report'], cell: (c) => say(words[`report_${c.report}`], locale) },
      ...all.slice(0, 1).flatMap((x) => x.marks.map((m, i) => ({ heading: words[`part_${m.part}`], under: ['score'], ...number, cell: (c: Appraised) => (c.marks[i]?.marks ?? 0) / 100 }))),
    ],
  });
}
