import type { z } from 'zod';
import { audit } from '#engines/audit';
import type { Call, Download } from '#platform/http';
import { exportSheet } from '#platform/sheets';
import type { Actor, Tx } from '#shared/call';
import { PAGE } from '#shared/contract';
import { chinaTime } from '#shared/dates';
import type { api, Line } from './audit-log.contract.ts';
import { list, looks } from './audit-log.service.ts';
import { words } from './audit-log.words.ts';

const EXPORT_MOST = 2000;

/** The lines that are shown as a spreadsheet, newest first, at most 2,000; the export is itself a line. */
export async function exportLines(tx: Tx, by: Actor, { columns, looks: onlyLooks, ...f }: z.output<(typeof api)['exportLines']['in']>, call: Call): Promise<Download> {
  const found: z.input<typeof Line>[] = [];
  let after: string | undefined;
  do {
    const page = await (onlyLooks ? looks : list)(tx, by, { ...f, after, limit: PAGE.most }, call);
    found.push(...page.items);
    after = page.next ?? undefined;
  } while (after !== undefined && found.length < EXPORT_MOST);
  await audit.record(tx, by, words.auditExported, { subject: { kind: 'auditLog', id: tx.federationId }, slots: { n: found.length } });
  return exportSheet({
    name: words.exportName, now: tx.now, locale: call.locale, rows: found, shown: columns,
    columns: [
      { heading: words.columnWhen, under: ['at'], cell: (l) => chinaTime(new Date(l.at)) }, { heading: words.columnWho, under: ['by'], cell: (l) => l.by.name }, { heading: words.columnWhat, under: ['what'], cell: (l) => l.sentence },
      { heading: words.columnPurpose, under: ['what'], cell: (l) => l.purpose }, { heading: words.columnWhere, under: ['union'], cell: (l) => l.union?.name },
    ],
  });
}
