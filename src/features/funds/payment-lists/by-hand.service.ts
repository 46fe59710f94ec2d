import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { readYuan, sumFen } from '#shared/money';
import { type Slots, say, type Word } from '#shared/words';
import { type Call, doorWords } from '#platform/http';
import { readSheet, type SheetRow } from '#platform/sheets';
import { cases } from '#engines/cases';
import { loadUnionFor, refuseEnded, type Union } from '#engines/org';
import { type LineWanted, payments, type Purpose } from '#engines/payments';
import type { api } from './payment-lists.contract.ts';
import * as q from './payment-lists.sql.ts';
import { words } from './payment-lists.words.ts';
import { pastedRows, sheetRows, type TypedRow } from './rows.reading.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
const MOST_ROWS = 2_000;
/** A hundred million fen: a million yuan. */
const MOST_FEN = 100_000_000n;

/** What officers pay for by lists of their own. */
export const byHand: Purpose = { name: 'other', title: words.byHand, expense: { code: '501', name: words.expense }, byHand: true };

/** Makes an empty list to be filled by hand. */
export async function make(tx: Tx, by: Actor, { unionId, purpose, period, title }: In<'make'>) {
  const union = await loadUnionFor(tx, by, 'paymentLists.prepare', unionId);
  refuseEnded(union);
  if (!payments.purposeNamed(purpose).byHand) throw new Refused(words.notByHand);
  if (Number(period.slice(0, 4)) > Number(legalDateOf(tx.now).slice(0, 4)) + 1) throw new Refused(words.noPeriod, { status: 400, fields: [{ path: 'period', why: words.noPeriod }] });
  const { id } = await payments.draft(tx, by, { unionId, purpose, period, title, lines: [] });
  if (id === null) throw new Error('payment-lists: an empty list was not made');
  return { id };
}

/** Unions whose lists the actor may prepare. */
export const unions = async (tx: Tx, by: Actor, { text }: In<'unions'>) => ({ items: await q.listUnions(tx, by, text) });

/** A list whose lines the actor prepares by hand, with its union. */
async function ownList(tx: Tx, by: Actor, id: string): Promise<{ union: Union }> {
  const { union } = await cases.loadSeen(tx, payments.process, by, id);
  const list = await payments.findList(tx, id);
  if (list === null || !cases.mayOver(by, 'paymentLists.prepare', union)) throw new Refused(doorWords.notFound, { status: 404 });
  if (!payments.purposeNamed(list.purpose).byHand) throw new Refused(words.notByHand);
  return { union };
}

/** Receives the sheet before the transaction begins; rows beyond the limit are refused. */
export async function receive(_by: Actor | null, { name }: In<'readRows'>, call: Call): Promise<TypedRow[]> {
  const read: SheetRow[] = [];
  const bytes = await buffer(call.body as Readable);
  for await (const row of readSheet({ bytes, name }, { fileBytes: 5 * 1024 * 1024 })) {
    read.push(row);
    if (read.length > MOST_ROWS + 20) throw new Refused(words.tooManyRows, { slots: { most: MOST_ROWS }, status: 413 });
  }
  const typed = sheetRows(read);
  if (typed === null) throw new Refused(words.noColumns, { status: 400 });
  if (typed.length === 0) throw new Refused(words.noRows, { status: 400 });
  return typed;
}

const cut = (r: TypedRow): TypedRow => ({ staffNumber: r.staffNumber.slice(0, 40), name: r.name.slice(0, 60), amount: r.amount.slice(0, 30), reason: r.reason.slice(0, 200) });

/** What a sheet says, for the screen to show and check; nothing of it is kept. */
export async function readRows(tx: Tx, by: Actor, { id }: In<'readRows'>, call: Call) {
  await ownList(tx, by, id);
  return { items: (call.prepared as TypedRow[]).map(cut) };
}

/** The same for text that was pasted. */
export async function readText(tx: Tx, by: Actor, { id, text }: In<'readText'>) {
  await ownList(tx, by, id);
  const typed = pastedRows(text);
  if (typed.length > MOST_ROWS) throw new Refused(words.tooManyRows, { slots: { most: MOST_ROWS }, status: 413 });
  return { items: typed.map(cut) };
}

type Fault = { readonly path: keyof TypedRow; readonly why: Word; readonly slots?: Slots };
type Judged = { readonly row: TypedRow; readonly found: q.Found | null; readonly fen: bigint; readonly fault: Fault | null };

function faultOf(row: TypedRow, found: readonly q.Found[], amount: ReturnType<typeof readYuan>, twice: boolean): Fault | null {
  const staff = row.staffNumber;
  const [one] = found;
  if (staff === '') return { path: 'staffNumber', why: words.noStaff };
  if (one === undefined) return { path: 'staffNumber', why: words.staffUnknown, slots: { staff } };
  if (found.length > 1) return { path: 'staffNumber', why: words.staffTwice, slots: { staff, n: found.length } };
  if (row.name !== '' && row.name.replace(/\s/g, '') !== one.name.replace(/\s/g, '')) return { path: 'name', why: words.nameOther, slots: { staff, name: one.name } };
  if (!amount.ok) return { path: 'amount', why: amount.why, ...(amount.slots ? { slots: amount.slots } : {}) };
  if (amount.fen <= 0n) return { path: 'amount', why: words.amountZero };
  if (amount.fen > MOST_FEN) return { path: 'amount', why: words.amountLarge };
  if (row.reason === '') return { path: 'reason', why: words.noReason };
  return twice ? { path: 'reason', why: words.rowTwice } : null;
}

/** A person has one line for one reason on a list: the same row sent again is the same line. */
const keyOf = (listId: string, personId: string, reason: string): string => `byHand/${listId}/${personId}/${createHash('sha256').update(reason).digest('hex').slice(0, 16)}`;

/** Finds whom each row would pay, and what is wrong with it. */
async function judge(tx: Tx, by: Actor, { id, rows }: In<'matchRows'>): Promise<Judged[]> {
  const { union } = await ownList(tx, by, id);
  const found = Map.groupBy(await q.findByStaff(tx, union.path, [...new Set(rows.map((r) => r.staffNumber))]), (f) => f.staffNumber);
  const keyed = rows.map((row) => keyOf(id, found.get(row.staffNumber)?.[0]?.personId ?? '', row.reason));
  const there = await payments.findByKeys(tx, keyed);
  const seen = new Set<string>();
  return rows.map((row, i) => {
    const own = found.get(row.staffNumber) ?? [];
    const amount = readYuan(row.amount);
    const key = keyed[i] ?? '';
    const before = there.get(key);
    const twice = seen.has(key) || (before !== undefined && (!amount.ok || before.amountFen !== amount.fen));
    if (own.length === 1) seen.add(key);
    return { row, found: own[0] ?? null, fen: amount.ok ? amount.fen : 0n, fault: faultOf(row, own, amount, twice) };
  });
}

/** Says whom the rows would pay, and what is to be corrected. */
export async function matchRows(tx: Tx, by: Actor, input: In<'matchRows'>, call: Call) {
  const judged = await judge(tx, by, input);
  return {
    items: judged.map(({ row, found, fault }) => ({ ...row, name: found?.name ?? row.name, unit: found?.unit ?? '', fault: fault ? say(fault.why, call.locale, fault.slots) : null })),
    totalFen: String(sumFen(judged.filter((j) => j.fault === null).map((j) => j.fen))), faults: judged.filter((j) => j.fault !== null).length,
  };
}

/** Adds rows to a list: all of them, or none with what is wrong at each. */
export async function addRows(tx: Tx, by: Actor, input: In<'addRows'>) {
  const judged = await judge(tx, by, input);
  const fields = judged.flatMap(({ fault }, i) => (fault ? [{ path: `rows.${i}.${fault.path}`, why: fault.why, ...(fault.slots ? { slots: fault.slots } : {}) }] : []));
  if (fields.length > 0) throw new Refused(words.faultsLeft, { status: 400, slots: { n: fields.length }, fields: fields.slice(0, 100) });
  const lines = judged.flatMap(({ row, found, fen }): LineWanted[] => (found ? [{ personId: found.personId, amountFen: fen, reason: row.reason, document: { kind: 'paymentList', id: input.id }, key: keyOf(input.id, found.personId, row.reason) }] : []));
  const { added, already, left } = await payments.addLines(tx, by, { listId: input.id, lines });
  return { added, already, left: left.length };
}
