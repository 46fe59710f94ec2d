import type { z } from 'zod';
import { type Actor, scopesOf, type Tx } from '#shared/call';
import { legalDateOf, partsOf } from '#shared/dates';
import { plainYuan } from '#shared/money';
import { say } from '#shared/words';
import type { Call, Download } from '#platform/http';
import { exportSheet } from '#platform/sheets';
import { audit } from '#engines/audit';
import { loadUnionFor, outermost, type Union } from '#engines/org';
import { chainOf } from './entering.service.ts';
import { listOwnPrizes } from './prizes.sql.ts';
import type { api } from './savings.contract.ts';
import { KINDS } from './savings.rules.ts';
import { words } from './savings.words.ts';
import * as q from './sums.sql.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
const RANKED = 20;
const NOTHING = { fen: 0, entries: 0 };

const numbered = <T extends { fen: bigint }>({ fen, ...rest }: T) => ({ ...rest, fen: Number(fen) });
const spanOf = (paths: readonly string[], year: number): q.Span => ({ paths, from: `${year}-01-01`, to: `${year + 1}-01-01` });

/** Over which subtrees is summed: the chosen union's, or all where the actor may read; one root is a union of its own. */
async function scopeOf(tx: Tx, by: Actor, unionId: string | undefined): Promise<{ union: Union | null; paths: string[] }> {
  const paths = outermost(scopesOf(by, 'savings.read'));
  const only = paths.length === 1 ? by.grants.find((g) => g.permission === 'savings.read' && g.path === paths[0])?.unionId : undefined;
  const id = unionId ?? only;
  if (id === undefined) return { union: null, paths };
  const union = await loadUnionFor(tx, by, 'savings.read', id);
  return { union, paths: [union.path] };
}

const yearOf = (tx: Tx, year: number | undefined): number => year ?? partsOf(legalDateOf(tx.now)).year;

/** What a union and everything below it saved in a year, by month, kind, branch, post and person. */
export async function sums(tx: Tx, by: Actor, o: In<'sums'>) {
  const { union, paths } = await scopeOf(tx, by, o.unionId);
  const year = yearOf(tx, o.year);
  const span = spanOf(paths, year);
  const cells = await q.sumMonths(tx, span);
  const { people, ...all } = await q.countAll(tx, span);
  const add = (list: typeof cells) => ({ fen: Number(list.reduce((sum, c) => sum + c.fen, 0n)), entries: list.reduce((sum, c) => sum + c.entries, 0) });
  return {
    union: union && { id: union.id, name: union.name }, year, all: numbered(all), people, waiting: numbered(await q.sumWaiting(tx, paths)),
    months: Array.from({ length: 12 }, (_, i) => ({ month: i + 1, ...add(cells.filter((c) => c.month === i + 1)) })),
    kinds: KINDS.map((kind) => ({ kind, ...add(cells.filter((c) => c.kind === kind)) })).sort((a, b) => b.fen - a.fen),
    units: (await q.sumUnits(tx, union?.id ?? null, span)).map(numbered),
    posts: (await q.sumPosts(tx, span, RANKED)).map(numbered), persons: (await q.sumPersons(tx, span, RANKED)).map(numbered),
  };
}

/** The sums by unit, month and kind as a spreadsheet; the export is in the log. */
export async function exportSums(tx: Tx, by: Actor, o: In<'exportSums'>, call: Call): Promise<Download> {
  const { union, paths } = await scopeOf(tx, by, o.unionId);
  const cells = await q.listCells(tx, spanOf(paths, yearOf(tx, o.year)));
  await audit.record(tx, by, words.auditExported, { subject: { kind: 'figures', id: union?.id ?? tx.federationId }, slots: { n: cells.length } });
  return exportSheet({
    name: words.sumsName, now: tx.now, locale: call.locale, rows: cells,
    columns: [
      { heading: words.columnUnit, cell: (c) => c.unit }, { heading: words.columnMonth, cell: (c) => c.month }, { heading: words.columnKind, cell: (c) => say(words[`kind_${c.kind}`], call.locale) },
      { heading: words.columnEntries, kind: 'number', cell: (c) => c.entries }, { heading: words.columnTotal, kind: 'number', cell: (c) => Number(plainYuan(c.fen)) },
    ],
  });
}

/** What I, my post, my unit and the enterprise saved this year. The enterprise is the highest one above the own union, or the union itself. */
export async function together(tx: Tx, by: Actor) {
  const year = yearOf(tx, undefined);
  const prizes = (await listOwnPrizes(tx, by.personId)).map((p) => ({ month: p.month, amountFen: Number(p.amount) }));
  if (by.membership === null) return { year, mine: NOTHING, post: null, unit: null, all: null, prizes };
  const chain = await chainOf(tx, by.membership.unionId);
  const [unit] = chain;
  const top = chain.findLast((u) => u.kind === 'enterprise') ?? unit;
  if (unit === undefined || top === undefined) return { year, mine: NOTHING, post: null, unit: null, all: null, prizes };
  const named = async (u: Union) => { const { people: _, ...sum } = await q.countAll(tx, spanOf([u.path], year)); return { id: u.id, name: u.name, note: '', ...numbered(sum) }; };
  const everywhere = spanOf([top.path], year);
  const [own] = await q.sumPersons(tx, everywhere, 1, by.personId);
  const post = await q.findOwnPost(tx, by.personId);
  return {
    year, prizes, mine: own ? { fen: Number(own.fen), entries: own.entries } : NOTHING, unit: await named(unit), all: top.id === unit.id ? null : await named(top),
    post: post && { id: post.id, name: post.name, note: post.unit, ...numbered(await q.sumPost(tx, post.id, everywhere)) },
  };
}
