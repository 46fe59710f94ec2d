import { PassThrough } from 'node:stream';
import type { z } from 'zod';
import { type Actor, scopesOf, type Tx } from '#shared/call';
import { legalDateOf, partsOf } from '#shared/dates';
import { type Locale, say, type Word } from '#shared/words';
import { type Call, Download } from '#platform/http';
import { writeSheet } from '#platform/sheets';
import { audit } from '#engines/audit';
import { inSubtrees, loadUnionFor, outermost, sumFigures } from '#engines/org';
import { words as categoryWords } from './categories.words.ts';
import type { api } from './figures.contract.ts';
import { yearSpan } from './figures.rules.ts';
import * as q from './figures.sql.ts';
import { words } from './figures.words.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
type Branch = z.input<(typeof api)['branches']['out']>['items'][number];
const EXPORT_MOST = 5000;

/** Over which subtrees is counted: the chosen union's, or all where the actor may read figures. */
async function scopeOf(tx: Tx, by: Actor, unionId: string | undefined): Promise<{ union: { id: string; name: string } | null; paths: string[] }> {
  if (unionId !== undefined) {
    const union = await loadUnionFor(tx, by, 'figures.read', unionId);
    return { union, paths: [union.path] };
  }
  const paths = outermost(scopesOf(by, 'figures.read'));
  return { union: paths.length === 1 && paths[0] ? await q.findByPath(tx, paths[0]) : null, paths };
}

const yearOf = (tx: Tx, year: number | undefined): number => year ?? partsOf(legalDateOf(tx.now)).year;
const titleOf = (category: string, locale: Locale): string => say((categoryWords as Record<string, Word>)[category] ?? categoryWords.other, locale);

/** Adds up one count over rows. */
const sumOf = (list: readonly q.LetterRow[]) => (of: Exclude<keyof q.LetterRow, 'month' | 'category'>): number => list.reduce((all, l) => all + l[of], 0);

/** All figures of a union and everything below it, for one year. */
export async function figures(tx: Tx, by: Actor, o: In<'figures'>, call: Call) {
  const { union, paths } = await scopeOf(tx, by, o.unionId);
  const year = yearOf(tx, o.year);
  const span = { paths, ...yearSpan(year) };
  const members = await sumFigures(tx, inSubtrees(paths));
  const letters = await q.countLetters(tx, span);
  const sum = sumOf(letters);
  return {
    union: union && { id: union.id, name: union.name }, year,
    members: {
      unions: members.unions, members: members.members, joinedYear: members.joinedYear, reserved: members.reserved, countedAt: members.countedAt?.toISOString() ?? null,
      women: { part: members.women, of: members.members }, unattached: { part: members.unattached, of: members.members },
    },
    letters: { opened: sum('opened'), open: sum('open'), late: sum('late'), reopened: sum('reopened'), inTime: { part: sum('inTime'), of: sum('answered') }, satisfied: { part: sum('satisfied'), of: sum('rated') } },
    months: Array.from({ length: 12 }, (_, i) => {
      const of = sumOf(letters.filter((l) => l.month === i + 1));
      return { month: i + 1, opened: of('opened'), answered: of('answered'), inTime: of('inTime') };
    }),
    categories: [...Map.groupBy(letters, (l) => l.category)].map(([category, list]) => ({ category, opened: sumOf(list)('opened'), title: titleOf(category, call.locale) }))
      .sort((a, b) => b.opened - a.opened || (a.category < b.category ? -1 : 1)),
    deadlines: (['accept', 'answer', 'finish'] as const).map((clock) => ({ clock, kept: { part: sum(`${clock}Kept`), of: sum(`${clock}Of`) } })),
  };
}

const branchOf = ({ total: _, answered, inTime, rated, satisfied, ...b }: q.BranchRow): Branch => ({ ...b, inTime: { part: inTime, of: answered }, satisfied: { part: satisfied, of: rated } });

async function rowsOf(tx: Tx, by: Actor, o: { unionId?: string | undefined; year?: number | undefined }, page: { limit: number; offset: number }): Promise<q.BranchRow[]> {
  const { union, paths } = await scopeOf(tx, by, o.unionId);
  const span = yearSpan(yearOf(tx, o.year));
  return union === null ? q.listRoots(tx, paths, span, page) : q.listBranches(tx, union.id, span, page);
}

/** The branches of the chosen union, each with everything below it. */
export async function branches(tx: Tx, by: Actor, o: In<'branches'>) {
  const list = await rowsOf(tx, by, o, o);
  return { items: list.map(branchOf), total: list[0]?.total ?? 0 };
}

/** The branches as a spreadsheet; the export is in the log. */
export async function exportBranches(tx: Tx, by: Actor, o: In<'exportBranches'>, call: Call): Promise<Download> {
  const list = await rowsOf(tx, by, o, { limit: EXPORT_MOST, offset: 0 });
  const number = 'number' as const;
  const heads = [words.columnMembers, words.columnJoined, words.columnWomen, words.columnUnattached, words.columnLetters, words.columnAnswered, words.columnInTime, words.columnRated, words.columnSatisfied];
  const columns = [{ heading: say(words.columnUnion, call.locale) }, ...heads.map((w) => ({ heading: say(w, call.locale), kind: number }))];
  const cells = list.map((b) => [b.name, b.members, b.joinedYear, b.women, b.unattached, b.opened, b.answered, b.inTime, b.rated, b.satisfied]);
  await audit.record(tx, by, words.auditExported, { subject: { kind: 'figures', id: o.unionId ?? tx.federationId }, slots: { n: list.length } });
  const content = new PassThrough();
  void writeSheet(columns, cells, content);
  return new Download({ name: `${say(words.exportName, call.locale)}-${yearOf(tx, o.year)}.xlsx`, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', content });
}
