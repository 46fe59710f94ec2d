import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import type { Call, Download } from '#platform/http';
import { exportSheet } from '#platform/sheets';
import { audit } from '#engines/audit';
import { loadUnionFor } from '#engines/org';
import { KEEP } from './access.service.ts';
import type { desk } from './desk.contract.ts';
import { type Figures, listAges, listFigures } from './figures.sql.ts';
import { perMille } from './summer-care.rules.ts';
import { words } from './summer-care.words.ts';

type In<K extends keyof typeof desk> = z.output<(typeof desk)[K]['in']>;

function summed(of: readonly Figures[]) {
  const sum = (k: 'places' | 'children' | 'waited' | 'childDays' | 'expectedDays' | 'incidents' | 'releases' | 'health'): number => of.reduce((n, x) => n + x[k], 0);
  const [childDays, expectedDays] = [sum('childDays'), sum('expectedDays')];
  return { sessions: of.length, places: sum('places'), children: sum('children'), waited: sum('waited'), childDays, expectedDays, presentPerMille: perMille(childDays, expectedDays), incidents: sum('incidents'), releases: sum('releases'), health: sum('health') };
}

async function figuresOf(tx: Tx, by: Actor, { year, unionId }: In<'statistics'>): Promise<{ list: Figures[]; path: string | null }> {
  const path = unionId ? (await loadUnionFor(tx, by, KEEP, unionId)).path : null;
  return { list: await listFigures(tx, by, year, path, legalDateOf(tx.now)), path };
}

/** A year in figures that stay when children are forgotten: by programme, age and site. */
export async function statistics(tx: Tx, by: Actor, d: In<'statistics'>) {
  const { list, path } = await figuresOf(tx, by, d);
  const programmes = [...Map.groupBy(list, (x) => x.programmeId)].map(([id, of]) => ({ id, title: of[0]?.title ?? '', union: of[0]?.union ?? '', ...summed(of) }));
  const sites = [...Map.groupBy(list, (x) => x.site)].map(([site, of]) => ({ site, children: of.reduce((n, x) => n + x.children, 0), childDays: of.reduce((n, x) => n + x.childDays, 0) }));
  return { year: d.year, all: summed(list), programmes, ages: await listAges(tx, by, d.year, path), sites: sites.sort((a, b) => b.childDays - a.childDays) };
}

/** The same as a spreadsheet, session by session. */
export async function exportStatistics(tx: Tx, by: Actor, d: In<'exportStatistics'>, { locale }: Call): Promise<Download> {
  const { list } = await figuresOf(tx, by, d);
  await audit.record(tx, by, words.auditExported, { subject: { kind: 'register', id: tx.federationId }, slots: { n: list.length } });
  const number = { kind: 'number' } as const;
  return exportSheet({
    name: words.exportStatistics, now: tx.now, locale, rows: list,
    columns: [
      { heading: words.columnTitle, cell: (x) => x.title }, { heading: words.columnUnion, cell: (x) => x.union }, { heading: words.columnSite, cell: (x) => x.site }, { heading: words.columnPlaces, ...number, cell: (x) => x.places }, { heading: words.columnChildren, ...number, cell: (x) => x.children },
      { heading: words.columnWaiting, ...number, cell: (x) => x.waited }, { heading: words.columnChildDays, ...number, cell: (x) => x.childDays }, { heading: words.columnPresent, ...number, cell: (x) => { const p = perMille(x.childDays, x.expectedDays); return p === null ? null : p / 10; } },
      { heading: words.columnIncidents, ...number, cell: (x) => x.incidents }, { heading: words.columnReleases, ...number, cell: (x) => x.releases },
    ],
  });
}
