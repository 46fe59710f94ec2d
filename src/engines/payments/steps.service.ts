import type { Actor, Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { formatYuan, sumFen } from '#shared/money';
import { audit } from '#engines/audit';
import { cases, type Held } from '#engines/cases';
import { notify } from '#engines/notify';
import { postDue, postPaid, reverseDue } from './books.service.ts';
import { makeFiles } from './file.service.ts';
import { sumsByPerson } from './lines.rules.ts';
import * as l from './lines.sql.ts';
import { listProcess } from './payments.process.ts';
import * as q from './payments.sql.ts';
import { words } from './payments.words.ts';

type Verb = keyof typeof listProcess.steps;
/** What every step is given: the list, and the version of its case that the screen showed. */
export type Given = { readonly id: string; readonly version?: number | undefined };

/** Locks a list, then takes the step, which asks who may and whether the state fits. @returns the list as it was before */
async function take(tx: Tx, by: Actor, verb: Verb, { id, version }: Given, text?: string): Promise<{ list: q.ListRow; held: Held }> {
  const list = await q.findList(tx, id, true);
  const held = await cases.step(tx, listProcess, verb, id, { kind: 'person', actor: by }, { ...(version === undefined ? {} : { version }), ...(text === undefined ? {} : { text }) });
  if (list === null) throw new Error(`payments: case ${id} has no list`);
  return { list, held };
}

/** The living lines of a list; refuses an empty one. That nobody's sum is below zero was held line by line, and is insisted on here. */
async function linesOf(tx: Tx, list: q.ListRow): Promise<l.LineRow[]> {
  const lines = await l.listLines(tx, list.id, ['pending']);
  if (lines.length === 0) throw new Refused(words.emptyList);
  for (const sum of sumsByPerson(lines).values()) if (sum < 0n) throw new Error(`payments: somebody's sum in list ${list.id} is below zero`);
  return lines;
}

const money = (tx: Tx, by: Actor, list: q.ListRow, lines: readonly { readonly amountFen: bigint }[]): Promise<void> => {
  const total = sumFen(lines.map((x) => x.amountFen));
  return audit.record(tx, by, words.auditMoney, { subject: { kind: listProcess.name, id: list.id }, unionId: list.unionId, slots: { title: list.title, n: lines.length, amount: formatYuan(total) }, basis: { totalFen: String(total) } });
};

/** Hands a list over for approval; from here its lines are fixed. @throws Refused when nobody is on it */
export async function submit(tx: Tx, by: Actor, given: Given): Promise<void> {
  const { list } = await take(tx, by, 'submit', given);
  await linesOf(tx, list);
  await q.setSubmitted(tx, list.id, by.personId);
}

/** Gives a list back to whoever prepares it, with what is to be changed. */
export async function sendBack(tx: Tx, by: Actor, given: Given & { readonly text: string }): Promise<void> {
  const { list } = await take(tx, by, 'sendBack', given, given.text);
  await q.setSubmitted(tx, list.id, null);
}

/**
 * Approves a list: what it says is owed from now on (expense → payable).
 * @throws Refused when the approver made or submitted it or added to it; the table refuses the first two as well
 */
export async function approve(tx: Tx, by: Actor, given: Given): Promise<void> {
  const { list } = await take(tx, by, 'approve', given);
  const lines = await linesOf(tx, list);
  if (list.madeById === by.personId || list.submittedById === by.personId || lines.some((x) => x.addedById === by.personId)) throw new Refused(words.ownHand, { status: 403 });
  await q.setApproved(tx, list.id, by.personId);
  await postDue(tx, by, list, lines);
  await money(tx, by, list, lines);
}

/** Cancels a list before it is settled: its keys are free again, and what approving posted is taken back. */
export async function cancel(tx: Tx, by: Actor, given: Given & { readonly text: string }): Promise<void> {
  const before = await q.findList(tx, given.id, true);
  const { list } = await take(tx, by, before?.state === 'drafted' || before?.state === 'returned' ? 'drop' : 'cancel', given, given.text);
  const lines = await l.listLines(tx, list.id, ['pending']);
  await q.setCancelled(tx, list.id, by.personId, given.text);
  await l.endLines(tx, lines.map((x) => x.id), { to: 'withdrawn', why: lines.map(() => given.text) });
  await reverseDue(tx, by, list, lines);
}

/** Makes the payment file: one row for each person whose sum is above zero, frozen with names and staff numbers as they are now. */
export async function file(tx: Tx, by: Actor, given: Given): Promise<void> {
  const { list } = await take(tx, by, 'file', given);
  const hashes = await makeFiles(tx, list, await linesOf(tx, list));
  await q.setFiled(tx, list.id, by.personId, hashes);
}

/** Somebody whose payment failed, and why: all lines of that person in the list fail together, because one sum was paid. */
export type Failure = { readonly personId: string; readonly why: string };

/**
 * Records the result: everybody is paid but those who failed. Paid is posted payable → bank; what failed is no longer owed by this list,
 * and its keys may stand on a later one with their next attempt.
 * @throws Refused when a failure names somebody who is not on the list, or gives no reason
 */
export async function settle(tx: Tx, by: Actor, given: Given & { readonly failed: readonly Failure[] }): Promise<void> {
  const { list, held } = await take(tx, by, 'settle', given);
  const lines = await linesOf(tx, list);
  const whys = new Map(given.failed.map((f) => [f.personId, f.why.trim()]));
  const people = new Set(lines.map((x) => x.personId));
  for (const [i, f] of given.failed.entries()) {
    if (!people.has(f.personId)) throw new Refused(words.notInList, { fields: [{ path: `failed.${i}.personId`, why: words.notInList }] });
    if (f.why.trim() === '') throw new Refused(words.failedWhy, { status: 400, fields: [{ path: `failed.${i}.why`, why: words.failedWhy }] });
  }
  const failed = lines.filter((x) => whys.has(x.personId));
  const paid = lines.filter((x) => !whys.has(x.personId));
  await q.setSettled(tx, list.id, by.personId);
  await l.endLines(tx, paid.map((x) => x.id), { to: 'paid' });
  await l.endLines(tx, failed.map((x) => x.id), { to: 'failed', why: failed.map((x) => whys.get(x.personId) ?? '') });
  await postPaid(tx, by, list, paid);
  await reverseDue(tx, by, list, failed);
  await money(tx, by, list, paid);
  await tell(tx, held.union.name, list, paid, failed, whys);
}

async function tell(tx: Tx, union: string, list: q.ListRow, paid: readonly l.LineRow[], failed: readonly l.LineRow[], whys: ReadonlyMap<string, string>): Promise<void> {
  const said = { union, title: list.title };
  const to = [...sumsByPerson(paid)].flatMap(([personId, sum]) => (sum > 0n ? [personId] : []));
  if (to.length > 0) await notify.tell(tx, { key: `payments/${list.id}/paid`, to, kind: 'payments.paid', word: words.tellPaid, body: words.tellPaidBody, slots: said, link: '/my-payments' });
  for (const [personId, sum] of sumsByPerson(failed)) {
    await notify.tell(tx, { key: `payments/${list.id}/failed/${personId}`, to: [personId], kind: 'payments.failed', word: words.tellFailed, body: words.tellFailedBody, slots: { ...said, amount: formatYuan(sum), why: whys.get(personId) ?? '' }, link: '/my-payments' });
  }
}
