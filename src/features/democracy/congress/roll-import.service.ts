import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { say, type Slots, type Word } from '#shared/words';
import type { Call } from '#platform/http';
import { readSheet, type SheetRow } from '#platform/sheets';
import { audit } from '#engines/audit';
import { loadLiving, subject } from './access.service.ts';
import { listConstituencies } from './constituencies.sql.ts';
import { words } from './congress.words.ts';
import type { roll } from './delegates.contract.ts';
import { nextCards } from './delegates.service.ts';
import * as q from './delegates.sql.ts';
import { classNamed, postNamed, type RollLine, rollLines, saysYes } from './roll-rows.reading.ts';
import type { TermRow } from './terms.sql.ts';

type In<K extends keyof typeof roll> = z.output<(typeof roll)[K]['in']>;
const MOST_ROWS = 5_000;
type Fault = { readonly path: keyof RollLine; readonly why: Word; readonly slots?: Slots };
type Judged = { readonly row: RollLine; readonly fault: Fault | null; readonly as: Omit<q.NewDelegate, 'id' | 'cardCode'> | null };

/** Receives the sheet before the transaction begins. */
export async function receive(_by: Actor | null, { name }: In<'readRoll'>, call: Call): Promise<RollLine[]> {
  const read: SheetRow[] = [];
  for await (const row of readSheet({ bytes: await buffer(call.body as Readable), name }, { fileBytes: 5 * 1024 * 1024 })) {
    read.push(row);
    if (read.length > MOST_ROWS + 20) throw new Refused(words.tooManyRows, { slots: { most: MOST_ROWS }, status: 413 });
  }
  const lines = rollLines(read);
  if (lines === null) throw new Refused(words.noColumns, { status: 400 });
  if (lines.length === 0) throw new Refused(words.noRows, { status: 400 });
  return lines;
}

const plain = (name: string): string => name.replace(/\s/g, '');

function faultOf(row: RollLine, found: readonly q.Worker[], constituencies: ReadonlyMap<string, string>, seen: { people: Set<string>; cards: Set<string> }): Fault | null {
  const [one] = found;
  const as = classNamed(row.class);
  if (as === null) return { path: 'class', why: words.rowClass, slots: { text: row.class } };
  if (postNamed(row.post) === null) return { path: 'post', why: words.rowPost, slots: { text: row.post } };
  if (row.cardNumber !== '' && (row.cardNumber.length < 3 || seen.cards.has(row.cardNumber))) return { path: 'cardNumber', why: words.rowCard, slots: { card: row.cardNumber } };
  if (as === 'guest' && row.staffNumber === '') return row.name.length < 2 ? { path: 'name', why: words.guestName } : null;
  if (row.staffNumber === '') return { path: 'staffNumber', why: words.rowStaff };
  if (one === undefined) return { path: 'staffNumber', why: words.rowUnknown, slots: { staff: row.staffNumber } };
  if (found.length > 1) return { path: 'staffNumber', why: words.rowTwo, slots: { staff: row.staffNumber } };
  if (row.name !== '' && plain(row.name) !== plain(one.name)) return { path: 'name', why: words.rowName, slots: { staff: row.staffNumber, name: one.name } };
  if (seen.people.has(one.personId)) return { path: 'staffNumber', why: words.rowTwice, slots: { name: one.name } };
  if (as !== 'delegate') return null;
  const wanted = row.constituency === '' ? one.constituencyId : (constituencies.get(row.constituency) ?? null);
  return wanted === null ? { path: 'constituency', why: words.rowConstituency, slots: { text: row.constituency } } : null;
}

/** Finds who each row means, and what is wrong with it. */
async function judge(tx: Tx, term: TermRow, rows: readonly RollLine[]): Promise<Judged[]> {
  const found = Map.groupBy(await q.findWorkers(tx, term.id, term.path, { staff: [...new Set(rows.map((r) => r.staffNumber))] }), (f) => f.staffNumber);
  const constituencies = new Map((await listConstituencies(tx, term.id)).map((c) => [c.name, c.id]));
  const there = await q.listRoll(tx, term.id, {}, { limit: 10_000, offset: 0 });
  const seen = { people: new Set(there.items.flatMap((d) => d.personId ?? [])), cards: await q.cardsTaken(tx, term.id, rows.map((r) => r.cardNumber)) };
  const since = term.beganOn < legalDateOf(tx.now) ? term.beganOn : legalDateOf(tx.now);
  return rows.map((row) => {
    const own = found.get(row.staffNumber) ?? [];
    const fault = faultOf(row, own, constituencies, seen);
    if (fault) return { row, fault, as: null };
    const [one] = own;
    const as = classNamed(row.class) ?? 'delegate';
    if (one) seen.people.add(one.personId);
    if (row.cardNumber !== '') seen.cards.add(row.cardNumber);
    return {
      row, fault: null, as: {
        personId: one?.personId ?? null, name: one ? '' : row.name, class: as, constituencyId: as === 'delegate' ? (row.constituency === '' ? (one?.constituencyId ?? null) : (constituencies.get(row.constituency) ?? null)) : null, delegationId: null, electionId: null, replacesId: null,
        post: postNamed(row.post) ?? 'frontline', dispatched: saysYes(row.dispatched) || (one?.dispatched ?? false), unit: '', cardNumber: row.cardNumber, since, checked: as === 'delegate' ? 'waiting' : 'passed',
      },
    };
  });
}

/** What a sheet says and what is to be corrected; nothing of it is kept. */
export async function readRoll(tx: Tx, by: Actor, { id }: In<'readRoll'>, call: Call) {
  const term = await loadLiving(tx, by, id);
  const judged = await judge(tx, term, call.prepared as RollLine[]);
  return { items: judged.map(({ row, fault }) => ({ ...row, fault: fault ? say(fault.why, call.locale, fault.slots) : null })), faults: judged.filter((j) => j.fault !== null).length };
}

/** Takes an existing roll over: all rows, or none with what is wrong at each. */
export async function takeRoll(tx: Tx, by: Actor, { id, rows }: In<'takeRoll'>) {
  const term = await loadLiving(tx, by, id);
  const judged = await judge(tx, term, rows);
  const fields = judged.flatMap(({ fault }, i) => (fault ? [{ path: `rows.${i}.${fault.path}`, why: fault.why, ...(fault.slots ? { slots: fault.slots } : {}) }] : []));
  if (fields.length > 0) throw new Refused(words.faultsLeft, { status: 400, slots: { n: fields.length }, fields: fields.slice(0, 100) });
  const list = judged.flatMap((j) => j.as ?? []);
  await refuseOverfull(tx, term, list);
  const cards = new Map<q.Class, { cardNumber: string; cardCode: string }[]>();
  for (const as of ['delegate', 'observer', 'guest'] as const) cards.set(as, await nextCards(tx, term, as, list.filter((x) => x.class === as).length + rows.length));
  const taken = new Set(list.map((x) => x.cardNumber).filter((c) => c !== ''));
  const numbered = list.map((x): q.NewDelegate => {
    let card = cards.get(x.class)?.shift();
    while (card && x.cardNumber === '' && taken.has(card.cardNumber)) card = cards.get(x.class)?.shift();
    if (card === undefined) throw new Error('congress: no card was left for a row of the roll');
    return { ...x, id: newId(), cardNumber: x.cardNumber || card.cardNumber, cardCode: card.cardCode };
  });
  const kept = await q.insertDelegates(tx, term.id, numbered);
  if (kept.size < numbered.length) throw new Refused(words.onRoll);
  await audit.record(tx, by, words.auditTaken, subject(term, { n: kept.size }));
  return { id, added: kept.size };
}

/** A constituency never gets more delegates than it has seats. */
async function refuseOverfull(tx: Tx, term: TermRow, list: readonly Pick<q.NewDelegate, 'class' | 'constituencyId'>[]): Promise<void> {
  for (const c of await listConstituencies(tx, term.id)) {
    const n = list.filter((x) => x.class === 'delegate' && x.constituencyId === c.id).length;
    if (c.filled + n > c.seats) throw new Refused(words.overfull, { slots: { name: c.name, seats: c.seats, n: c.filled + n } });
  }
}
