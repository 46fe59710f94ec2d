import type { z } from 'zod';
import { audit } from '#engines/audit';
import type { Call, Download } from '#platform/http';
import { exportSheet } from '#platform/sheets';
import type { Actor, Tx } from '#shared/call';
import { PAGE } from '#shared/contract';
import { chinaTime } from '#shared/dates';
import { say } from '#shared/words';
import { log } from './channels.service.ts';
import type { api, LogLine } from './messages.contract.ts';
import { words } from './messages.words.ts';

const EXPORT_MOST = 2000;

/** The delivery log as a spreadsheet, newest first, at most 2,000 lines, addresses masked as on the screen; the export is in the audit log. */
export async function exportLog(tx: Tx, by: Actor, { columns, ...f }: z.output<(typeof api)['exportLog']['in']>, call: Call): Promise<Download> {
  const found: z.input<typeof LogLine>[] = [];
  let after: string | undefined;
  do {
    const page = await log(tx, by, { ...f, after, limit: PAGE.most }, call);
    found.push(...page.items);
    after = page.next;
  } while (after !== undefined && found.length < EXPORT_MOST);
  await audit.record(tx, by, words.saidExported, { subject: { kind: 'messageLog', id: tx.federationId }, slots: { n: found.length } });
  return exportSheet({
    name: words.exportName, now: tx.now, locale: call.locale, rows: found, shown: columns,
    columns: [
      { heading: words.columnWhen, under: ['at'], cell: (l) => chinaTime(new Date(l.beganAt)) }, { heading: words.columnChannel, under: ['channel'], cell: (l) => l.channelName ?? say(words[`channel_${l.channel}`], call.locale) },
      { heading: words.columnUnion, under: ['channel'], cell: (l) => l.unionName }, { heading: words.columnTo, under: ['to'], cell: (l) => l.address }, { heading: words.columnAbout, under: ['about'], cell: (l) => l.group },
      { heading: words.columnNumber, under: ['number'], cell: (l) => String(l.number) }, { heading: words.columnResult, under: ['result'], cell: (l) => say(words[`delivery_${l.delivery}`], call.locale) }, { heading: words.columnWhy, under: ['result'], cell: (l) => l.why },
    ],
  });
}
