import { hash } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Actor, Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { sumFen } from '#shared/money';
import { say } from '#shared/words';
import { type SheetColumn, type SheetValue, writeCsv, writeSheet } from '#platform/sheets';
import { audit } from '#engines/audit';
import { cases } from '#engines/cases';
import { checkText, type PayRow, summaryOf, sumsByPerson } from './lines.rules.ts';
import * as l from './lines.sql.ts';
import { listProcess } from './payments.process.ts';
import * as q from './payments.sql.ts';
import { words } from './payments.words.ts';

export type FileKind = 'xlsx' | 'csv';

const COLUMNS: readonly SheetColumn[] = [
  { heading: words.sheetPosition.zh, kind: 'number', width: 6 }, { heading: words.sheetStaff.zh, width: 16 }, { heading: words.sheetName.zh, width: 14 },
  { heading: words.sheetAmount.zh, kind: 'money', width: 14 }, { heading: words.sheetReason.zh, width: 60 },
];

/** The first sixteen letters of the SHA-256 over the rows and their total, as printed under every copy. */
export const checksumOf = (pay: readonly PayRow[]): string => hash('sha256', checkText(pay), 'hex').slice(0, 16);

async function bytesOf(kind: FileKind, pay: readonly PayRow[]): Promise<Buffer> {
  const body = pay.map((r): SheetValue[] => [r.position, r.staffNumber, r.name, r.amountFen, r.summary]);
  const foot: SheetValue[] = [null, say(words.sheetTotal, 'zh'), say(words.sheetCount, 'zh', { n: pay.length }), sumFen(pay.map((r) => r.amountFen)), say(words.sheetCheck, 'zh', { sum: checksumOf(pay) })];
  const to = new PassThrough();
  const write = kind === 'xlsx' ? writeSheet : writeCsv;
  const [bytes] = await Promise.all([buffer(to), write(COLUMNS, [...body, foot], to)]);
  return bytes;
}

/** One row for each person whose sum is above zero, in the order of the lines. */
function rowsOf(lines: readonly l.LineRow[]): PayRow[] {
  const byPerson = Map.groupBy(lines, (x) => x.personId);
  const sums = sumsByPerson(lines);
  const some = [...byPerson].filter(([personId]) => (sums.get(personId) ?? 0n) > 0n);
  return some.map(([personId, own], i) => ({
    personId, position: i + 1, staffNumber: own[0]?.staffNumber ?? '', name: own[0]?.name ?? '', amountFen: sums.get(personId) ?? 0n,
    summary: summaryOf(own.map((x) => x.zh), (n) => say(words.moreReasons, 'zh', { n })),
  }));
}

const sha = (bytes: Buffer): Buffer => hash('sha256', bytes, 'buffer');

/** Freezes the rows of the file and answers the hashes of its bytes in both forms. */
export async function makeFiles(tx: Tx, list: q.ListRow, lines: readonly l.LineRow[]): Promise<{ xlsx: Buffer; csv: Buffer }> {
  const pay = rowsOf(lines);
  await l.insertRows(tx, list.id, pay);
  return { xlsx: sha(await bytesOf('xlsx', pay)), csv: sha(await bytesOf('csv', pay)) };
}

/**
 * The payment file of a list, made again from the frozen rows with the same bytes. It holds personal data: each download is in the log.
 * @throws Refused when there is none yet, or the actor may not pay
 */
export async function download(tx: Tx, by: Actor, o: { readonly id: string; readonly kind: FileKind }): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const { file, union } = await cases.loadSeen(tx, listProcess, by, o.id);
  if (!cases.mayOver(by, 'paymentLists.pay', union)) throw new Refused(words.lineUnknown, { status: 404 });
  const list = await q.findList(tx, o.id);
  const wanted = o.kind === 'xlsx' ? list?.xlsxHash : list?.csvHash;
  if (!list || !wanted || list.state === 'cancelled') throw new Refused(words.notFiled);
  const pay = await l.listRows(tx, o.id);
  const bytes = await bytesOf(o.kind, pay);
  if (!sha(bytes).equals(wanted)) throw new Error(`payments: the file of list ${o.id} is not what it was`);
  await audit.record(tx, by, words.auditDownloaded, { subject: { kind: listProcess.name, id: o.id }, unionId: list.unionId, slots: { title: list.title, kind: o.kind.toUpperCase(), n: pay.length } });
  return { name: `${file.number}-${list.period}.${o.kind}`, bytes };
}
