import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { type Locale, say } from '#shared/words';
import type { Call, Download } from '#platform/http';
import { exportSheet } from '#platform/sheets';
import { audit } from '#engines/audit';
import { loadUnionFor } from '#engines/org';
import type { desk, SumsOut } from './desk.contract.ts';
import { perMille } from './desk.service.ts';
import { words } from './disclosure.words.ts';
import { entryWord } from './duties.service.ts';
import { type By, type SumRow, sumYear } from './figures.sql.ts';
import { LOOK } from './writing.service.ts';

type In<K extends keyof typeof desk> = z.output<(typeof desk)[K]['in']>;
type Sums = z.input<typeof SumsOut>;
const EMPTY: SumRow = { duties: 0, onTime: 0, late: 0, missing: 0, nothing: 0, published: 0, reads: 0, people: 0, questions: 0, answeredInTime: 0, violations: 0 };

const sumsOf = ({ duties, onTime, late, missing, nothing, published, reads, people, questions, answeredInTime, violations }: SumRow): Sums => ({ duties, onTime, late, missing, nothing, published, reads, people, rate: perMille(reads, people), questions, answeredInTime, violations });

/** Punctuality, awareness and answers of a year: in all, by entry, by union. Counted by the day on which something was due. */
export async function statistics(tx: Tx, by: Actor, o: In<'statistics'>, { locale }: { locale: Locale }) {
  const year = o.year ?? Number(legalDateOf(tx.now).slice(0, 4));
  const unionPath = o.unionId ? (await loadUnionFor(tx, by, LOOK, o.unionId)).path : undefined;
  const sum = (key: By) => sumYear(tx, by, { year, unionPath, by: key });
  const [all] = await sum('all');
  return {
    year, all: sumsOf(all ?? EMPTY), entries: (await sum('entry')).map((e) => ({ ...sumsOf(e), entryCode: e.key, entry: entryWord(e.key, e.name, locale) })), units: (await sum('union')).map((u) => ({ ...sumsOf(u), id: u.key, name: u.name })),
  };
}

/** The figures as a spreadsheet: a line for each entry, then for each union. */
export async function exportStatistics(tx: Tx, by: Actor, o: In<'exportStatistics'>, { locale }: Call): Promise<Download> {
  const s = await statistics(tx, by, o, { locale });
  await audit.record(tx, by, words.auditExportedStatistics, { subject: { kind: 'register', id: tx.federationId } });
  const number = { kind: 'number' } as const;
  return exportSheet({
    name: words.statisticsName, now: tx.now, locale, rows: [...s.entries.map((e) => ({ ...e, kind: say(words.columnEntry, locale), name: e.entry })), ...s.units.map((u) => ({ ...u, kind: say(words.columnUnion, locale) }))],
    columns: [
      { heading: words.columnKind, cell: (x) => x.kind }, { heading: words.columnTitle, cell: (x) => x.name }, { heading: words.columnDuties, ...number, cell: (x) => x.duties }, { heading: words.columnOnTime, ...number, cell: (x) => x.onTime }, { heading: words.columnDoneLate, ...number, cell: (x) => x.late },
      { heading: words.columnMissing, ...number, cell: (x) => x.missing }, { heading: words.columnNothing, ...number, cell: (x) => x.nothing }, { heading: words.columnRate, cell: (x) => (x.rate === null ? '' : `${(x.rate / 10).toFixed(1)}%`) }, { heading: words.columnQuestions, ...number, cell: (x) => x.questions }, { heading: words.columnViolation, ...number, cell: (x) => x.violations },
    ],
  });
}
