import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import type { Call, Download } from '#platform/http';
import { exportSheet } from '#platform/sheets';
import { audit } from '#engines/audit';
import type { api } from './rosters.contract.ts';
import { words } from './rosters.words.ts';
import { list } from './views.service.ts';

/** Each line asks for the state of its work, hence few. */
const EXPORT_MOST = 500;

/** The history of imports as a spreadsheet, at most 500 lines, figures only; the export is in the log. */
export async function exportList(tx: Tx, by: Actor, f: z.output<(typeof api)['exportList']['in']>, call: Call): Promise<Download> {
  const { items } = await list(tx, by, { ...f, limit: EXPORT_MOST, offset: 0 }, call);
  await audit.record(tx, by, words.auditExported, { subject: { kind: 'register', id: tx.federationId }, slots: { n: items.length } });
  return exportSheet({
    name: words.exportName, now: tx.now, locale: call.locale, rows: items, shown: f.columns,
    columns: [
      { heading: words.columnFile, under: ['file'], cell: (i) => i.fileName }, { heading: words.columnRows, under: ['file'], cell: (i) => String(i.rows) }, { heading: words.columnUnion, under: ['union'], cell: (i) => i.union.name },
      { heading: words.columnState, under: ['state'], cell: (i) => i.stateWord }, { heading: words.columnAdded, under: ['result'], cell: (i) => String(i.result.added) }, { heading: words.columnUpdated, under: ['result'], cell: (i) => String(i.result.updated) },
      { heading: words.columnRejected, under: ['result'], cell: (i) => String(i.result.rejected + i.result.elsewhere) }, { heading: words.columnUndone, under: ['result'], cell: (i) => String(i.result.taken) },
      { heading: words.columnWho, under: ['who'], cell: (i) => i.author }, { heading: words.columnWhen, under: ['when'], cell: (i) => legalDateOf(new Date(i.createdAt)) },
    ],
  });
}
