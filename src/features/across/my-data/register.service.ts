import type { z } from 'zod';
import { audit } from '#engines/audit';
import type { Call, Download } from '#platform/http';
import { exportSheet } from '#platform/sheets';
import type { Actor, Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import type { api } from './my-data.contract.ts';
import { words } from './my-data.words.ts';
import { register } from './requests.service.ts';

const EXPORT_MOST = 5000;

/** The register of requests as a spreadsheet, at most 5,000 rows and nothing of what is asked to be changed; the export is in the log. */
export async function exportRegister(tx: Tx, by: Actor, f: z.output<(typeof api)['exportRegister']['in']>, call: Call): Promise<Download> {
  const { items } = await register(tx, by, { ...f, limit: EXPORT_MOST, offset: 0 }, call);
  await audit.record(tx, by, words.auditExportedRegister, { subject: { kind: 'register', id: tx.federationId }, slots: { n: items.length } });
  return exportSheet({
    name: words.aboutRegister, now: tx.now, locale: call.locale, rows: items, shown: f.columns,
    columns: [
      { heading: words.columnNumber, under: ['title'], cell: (r) => r.number }, { heading: words.columnKind, under: ['title'], cell: (r) => r.title }, { heading: words.columnPerson, under: ['person'], cell: (r) => r.person },
      { heading: words.columnUnion, under: ['union'], cell: (r) => r.union }, { heading: words.columnState, under: ['state'], cell: (r) => r.stateWord },
      { heading: words.columnDue, under: ['due'], cell: (r) => (r.due ? legalDateOf(new Date(r.due)) : '') }, { heading: words.columnOpened, under: ['opened'], cell: (r) => legalDateOf(new Date(r.openedAt)) },
    ],
  });
}
