import { hash } from 'node:crypto';
import type { Actor, Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { formatYuan, sumFen } from '#shared/money';
import { say } from '#shared/words';
import { audit } from '#engines/audit';
import { cases } from '#engines/cases';
import { bodyText, type LineWanted, MOST_LINES, type Reason, setOff } from './lines.rules.ts';
import * as l from './lines.sql.ts';
import { listProcess } from './payments.process.ts';
import * as q from './payments.sql.ts';
import { words } from './payments.words.ts';
import { purposeNamed } from './purposes.ts';

/** Who drafts: a person, or a job of the system. What that person may do is asked by the part. */
export type Drafter = Actor | { readonly system: string };

/** What a call came to. `already` lines live on a list under their key; `left` are the keys of set-offs that found nothing to be set off against. */
export type Drafted = { readonly added: number; readonly already: number; readonly left: readonly string[] };

const personOf = (by: Drafter): string | null => ('system' in by ? null : by.personId);
const CHARS = 200;
const textsOf = (reason: Reason): { zh: string; en: string } => {
  const [zh, en] = typeof reason === 'string' ? [reason, reason] : [say(reason.word, 'zh', reason.slots), say(reason.word, 'en', reason.slots)];
  return { zh: zh.slice(0, CHARS), en: en.slice(0, CHARS) };
};

type Hashed = LineWanted & { readonly bodyHash: Buffer };
const taken = (key: string): Refused => new Refused(words.keyTaken, { slots: { key } });

/** The lines without repeats of themselves. */
function onceEach(unionId: string, purpose: string, lines: readonly LineWanted[]): Hashed[] {
  const byKey = new Map<string, Hashed>();
  for (const line of lines) {
    const hashed = { ...line, bodyHash: hash('sha256', bodyText(unionId, purpose, line), 'buffer') };
    const twin = byKey.get(line.key);
    if (twin && !twin.bodyHash.equals(hashed.bodyHash)) throw taken(line.key);
    byKey.set(line.key, twin ?? hashed);
  }
  return [...byKey.values()];
}

/** Which of the lines are new: those on a list are counted, those that failed or were withdrawn get their next attempt. */
async function choose(tx: Tx, unionId: string, purpose: string, lines: readonly LineWanted[], standing: ReadonlyMap<string, bigint>): Promise<Drafted & { readonly lines: l.NewLine[] }> {
  const once = onceEach(unionId, purpose, lines);
  const there = await l.selectKeys(tx, once.map((x) => x.key));
  const fresh: Hashed[] = [];
  for (const line of once) {
    const before = there.get(line.key);
    if (before && before.state !== 'withdrawn' && !before.bodyHash.equals(line.bodyHash)) throw taken(line.key);
    if (before?.state !== 'pending' && before?.state !== 'paid') fresh.push(line);
  }
  const { takes, leaves } = setOff(fresh, standing);
  const written = takes.map((x): l.NewLine => ({
    id: newId(), personId: x.personId, amountFen: x.amountFen, ...textsOf(x.reason), documentKind: x.document.kind, documentId: x.document.id, key: x.key,
    bodyHash: x.bodyHash, attempt: (there.get(x.key)?.attempt ?? 0) + 1,
  }));
  return { added: written.length, already: once.length - fresh.length, left: leaves.map((x) => x.key), lines: written };
}

/** Writes chosen lines in the order of their keys, so that two calls never wait in a circle. */
async function write(tx: Tx, by: Drafter, listId: string, lines: readonly l.NewLine[]): Promise<void> {
  const inOrder = [...lines].sort((a, b) => (a.key < b.key ? -1 : 1));
  const written = await l.insertLines(tx, listId, personOf(by), inOrder);
  // Whoever drafts for this union and purpose waits for us, so a key that appeared meanwhile belongs to something else.
  const lost = inOrder.find((x) => !written.has(x.id));
  if (lost) throw taken(lost.key);
}

function refuseSize(lines: number): void {
  if (lines > MOST_LINES) throw new Refused(words.tooMany, { slots: { most: MOST_LINES } });
}

/**
 * Drafts a list, for up to 10,000 lines. Lines whose keys live on a list already are left out and counted, so the same call again
 * drafts nothing. Without a line that is new no list is made (`id` null), unless none was asked for: an empty list to be filled by hand.
 * @param o.period the month or year it is for, `2026-03` or `2026`
 * @throws Refused when a key was used with other contents, the union has ended, or nobody declared the purpose
 */
export async function draft(
  tx: Tx, by: Drafter, o: { unionId: string; purpose: string; period: string; title: string; lines: readonly LineWanted[] },
): Promise<Drafted & { readonly id: string | null; readonly number: string | null }> {
  purposeNamed(o.purpose);
  refuseSize(o.lines.length);
  await q.lockPurpose(tx, o.unionId, o.purpose);
  const { lines, ...drafted } = await choose(tx, o.unionId, o.purpose, o.lines, new Map());
  if (lines.length === 0 && o.lines.length > 0) return { ...drafted, id: null, number: null };
  const opened = await cases.open(tx, listProcess, { unionId: o.unionId, title: o.title, text: '', privacy: 'named', channel: 'system' in by ? by.system : 'payments', ...('system' in by ? {} : { filedBy: by }) });
  await q.insertList(tx, { id: opened.id, unionId: o.unionId, purpose: o.purpose, title: o.title, period: o.period, madeById: personOf(by) });
  await write(tx, by, opened.id, lines);
  await audit.record(tx, by, words.auditDrafted, { subject: { kind: listProcess.name, id: opened.id }, unionId: o.unionId, slots: { title: o.title, n: drafted.added, already: drafted.already }, basis: { totalFen: String(sumFen(lines.map((x) => x.amountFen))) } });
  return { ...drafted, id: opened.id, number: opened.number };
}

/** A list whose lines may change, locked. */
async function editable(tx: Tx, id: string): Promise<q.ListRow> {
  const list = await q.findList(tx, id, true);
  if (list === null) throw new Refused(words.lineUnknown, { status: 404 });
  if (list.state !== 'drafted' && list.state !== 'returned') throw new Refused(words.notEditable);
  return list;
}

/**
 * Adds lines to a list that is being prepared; like `draft` for keys and set-offs.
 * @throws Refused when the list was submitted, a key was used with other contents, or it would have more than 10,000 lines
 */
export async function addLines(tx: Tx, by: Drafter, o: { listId: string; lines: readonly LineWanted[] }): Promise<Drafted> {
  const seen = await q.findList(tx, o.listId);
  if (seen !== null) await q.lockPurpose(tx, seen.unionId, seen.purpose);
  const list = await editable(tx, o.listId);
  const there = await l.listLines(tx, list.id, ['pending']);
  refuseSize(there.length + o.lines.length);
  const standing = await l.selectSums(tx, list.id);
  const { lines, ...drafted } = await choose(tx, list.unionId, list.purpose, o.lines, standing);
  await write(tx, by, list.id, lines);
  await audit.record(tx, by, words.auditAdded, { subject: { kind: listProcess.name, id: list.id }, unionId: list.unionId, slots: { title: list.title, n: drafted.added } });
  return drafted;
}

/**
 * Withdraws a line of a list that is being prepared, or gives up one that could not be paid: its key is free again.
 * @throws Refused when it was submitted, is paid, or set-offs of the same person need it
 */
export async function removeLine(tx: Tx, by: Drafter, o: { lineId: string; why: string }): Promise<void> {
  const found = await l.findLine(tx, o.lineId);
  if (found === null) throw new Refused(words.lineUnknown, { status: 404 });
  const list = await q.findList(tx, found.listId, true);
  const line = await l.findLine(tx, o.lineId);
  if (list === null || line === null) throw new Refused(words.lineUnknown, { status: 404 });
  if (line.state === 'pending') {
    if (list.state !== 'drafted' && list.state !== 'returned') throw new Refused(words.notEditable);
    const sum = (await l.selectSums(tx, list.id)).get(line.personId) ?? 0n;
    if (sum - line.amountFen < 0n) throw new Refused(words.belowZero);
  } else if (line.state !== 'failed') throw new Refused(words.stillLive);
  await l.endLines(tx, [line.id], { to: 'withdrawn', why: [o.why], from: line.state });
  await audit.record(tx, by, words.auditRemoved, { subject: { kind: listProcess.name, id: list.id }, unionId: list.unionId, slots: { title: list.title, amount: formatYuan(line.amountFen), why: audit.veil(o.why) } });
}

/**
 * Drafts a list of what could not be paid from a settled one: the same keys with their next attempt.
 * @throws Refused when nothing of it is open
 */
export async function draftAgain(tx: Tx, by: Drafter, o: { listId: string; title: string; period: string }): Promise<Drafted & { readonly id: string }> {
  const list = await q.findList(tx, o.listId);
  if (list === null) throw new Refused(words.lineUnknown, { status: 404 });
  const failed = await l.listLines(tx, list.id, ['failed']);
  const drafted = await draft(tx, by, {
    unionId: list.unionId, purpose: list.purpose, period: o.period, title: o.title,
    lines: failed.map((x) => ({ personId: x.personId, amountFen: x.amountFen, reason: { word: { code: 'payments.again', zh: x.zh, en: x.en } }, document: { kind: x.documentKind, id: x.documentId }, key: x.key })),
  });
  if (failed.length === 0 || drafted.id === null) throw new Refused(words.nothingFailed);
  return { ...drafted, id: drafted.id };
}
