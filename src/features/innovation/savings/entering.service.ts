import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { addDays, addMonths, legalDateOf, monthEnd, monthStart } from '#shared/dates';
import { Refused } from '#shared/errors';
import type { Word } from '#shared/words';
import { doorWords } from '#platform/http';
import { cases } from '#engines/cases';
import { files } from '#engines/files';
import { findUnion, listAncestors, officersOf, officesWith, type Union } from '#engines/org';
import { rulebook } from '#engines/rulebook';
import type { api } from './savings.contract.ts';
import { savingProcess } from './savings.process.ts';
import { equalShares, monthsOf, postKey, readDecimal, reckon } from './savings.rules.ts';
import * as q from './savings.sql.ts';
import { words } from './savings.words.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
const A_DAY = 30;
const MOST_MONTHS = 12;
const MOST_FEN = 1_000_000_000_000n;
const NUMBERS = ['savings.entry.withinDays', 'savings.financeAbove.fen'] as const;

/** The union of the membership and those above it, nearest first. */
export async function chainOf(tx: Tx, unionId: string): Promise<Union[]> {
  const own = await findUnion(tx, unionId);
  return own === null ? [] : [own, ...(await listAncestors(tx, own))].filter((u) => u.state === 'active' || u.state === 'preparing');
}

/** The nearest union up from this one where somebody may do what the permission word says and shares in nothing; null when there is none. */
export async function nearestWith(tx: Tx, unionId: string, permission: string, except: readonly string[]): Promise<Union | null> {
  const chain = await chainOf(tx, unionId);
  const officers = await officersOf(tx, chain.map((u) => u.id), officesWith(permission));
  const able = new Set(officers.filter((o) => !except.includes(o.personId)).map((o) => o.unionId));
  return chain.find((u) => able.has(u.id)) ?? null;
}

/** What the form starts with: posts used before, how far back and up to what amount. */
export async function start(tx: Tx, by: Actor) {
  const today = legalDateOf(tx.now);
  if (by.membership === null) return { unit: null, posts: [], withinDays: 0, financeAbove: 0, today };
  const { unionId } = by.membership;
  const { values } = await rulebook.look(tx, { unionId }, NUMBERS);
  return { unit: (await findUnion(tx, unionId))?.name ?? null, posts: await q.listPosts(tx, unionId, by.personId), withinDays: values['savings.entry.withinDays'], financeAbove: values['savings.financeAbove.fen'], today };
}

/** Colleagues of the own unit by name. */
export async function colleagues(tx: Tx, by: Actor, { text }: In<'colleagues'>) {
  return { items: by.membership === null ? [] : await q.listColleagues(tx, by.membership.unionId, by, text) };
}

const wrong = (path: string, why: Word, slots: Record<string, string | number> = {}): never => { throw new Refused(doorWords.checkInput, { status: 400, fields: [{ path, why, slots }] }); };

type Amount = { before: bigint | null; after: bigint | null; price: bigint | null; claimed: bigint };

/** The claimed amount: reckoned from quantities, or given with how it was reckoned. */
function amountOf(d: In<'enter'>): Amount {
  const [before, after, price] = [readDecimal(d.before ?? '', 3), readDecimal(d.after ?? '', 3), readDecimal(d.price ?? '', 4)];
  if (before !== null && after !== null && price !== null) {
    const claimed = before > after ? reckon(before, after, price) : 0n;
    if (claimed < 1n) wrong('after', words.nothingSaved);
    if (claimed > MOST_FEN) wrong('price', words.tooMuch);
    return { before, after, price, claimed };
  }
  if (d.amountFen === undefined) return wrong('amountFen', words.needsQuantities);
  if (d.reckoned === '') wrong('reckoned', words.needsReckoned);
  return { before: null, after: null, price: null, claimed: BigInt(d.amountFen) };
}

/** The time in which it was made; per-month savings take whole months. The present month may be entered before it is over. */
function timeOf(d: In<'enter'>, today: string, days: number): { from: string; to: string } {
  const { from, to } = d.monthly ? { from: monthStart(d.madeFrom), to: monthEnd(d.madeTo) } : { from: d.madeFrom, to: d.madeTo };
  if (to < from) wrong('madeTo', words.wrongOrder);
  if (to > (d.monthly ? monthEnd(today) : today)) wrong('madeTo', words.notYet);
  if (to < addDays(today, -days)) wrong('madeTo', words.tooLate, { days });
  if (monthsOf(d.monthly, from, to) > MOST_MONTHS || from < addMonths(to, -MOST_MONTHS)) wrong('madeFrom', words.tooManyMonths);
  return { from, to };
}

/** Enters a saving made at a post of the own unit; it goes to the nearest union where somebody can verify it. */
export async function enter(tx: Tx, by: Actor, d: In<'enter'>) {
  if (by.membership === null) throw new Refused(words.noUnion);
  const { unionId } = by.membership;
  const today = legalDateOf(tx.now);
  const { values } = await rulebook.look(tx, { unionId }, NUMBERS);
  const { from, to } = timeOf(d, today, values['savings.entry.withinDays']);
  const amount = amountOf(d);
  const others = [...new Set(d.colleagues)].filter((id) => id !== by.personId);
  if (others.length > 0 && (await q.countMembersOf(tx, unionId, others)) !== others.length) wrong('colleagues', words.notColleague);
  if ((await q.countEntered(tx, by.personId, today)) >= A_DAY) throw new Refused(words.tooManyToday, { slots: { n: A_DAY }, status: 429 });
  const people = [by.personId, ...others];
  const verifiers = await nearestWith(tx, unionId, 'savings.verify', people);
  if (verifiers === null) throw new Refused(words.noVerifier);
  const opened = await cases.open(tx, savingProcess, {
    unionId: verifiers.id, originUnionId: unionId, title: d.title, text: d.text, privacy: 'named', channel: 'phone', author: by, files: d.files,
    barred: others.map((personId) => ({ personId, why: 'shares' })),
  });
  const key = postKey(d.post);
  const postId = await q.keepPost(tx, { unionId, name: d.post, key });
  await q.insertSaving(tx, {
    id: opened.id, unitId: unionId, postId, kind: d.kind, monthly: d.monthly, madeFrom: from, madeTo: to, ...amount, measure: amount.price === null ? '' : d.measure, reckoned: d.reckoned, enteredOn: today,
  }, equalShares(people.length).map((share, i) => ({ personId: people[i] ?? by.personId, share })));
  if (d.files.length > 0) await files.attach(tx, by, d.files, { kind: 'saving', id: opened.id });
  return { id: opened.id, number: opened.number };
}
