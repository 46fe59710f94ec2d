import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { addMonths, legalDateOf, monthEnd, monthStart } from '#shared/dates';
import { Refused } from '#shared/errors';
import { formatYuan } from '#shared/money';
import { type Locale, say, type Word } from '#shared/words';
import type { Call } from '#platform/http';
import { audit } from '#engines/audit';
import { notify } from '#engines/notify';
import { loadUnionFor, type Union } from '#engines/org';
import { payments } from '#engines/payments';
import { rulebook } from '#engines/rulebook';
import * as q from './prizes.sql.ts';
import type { api } from './savings.contract.ts';
import { words } from './savings.words.ts';
import { listRanking, type Ranked } from './sums.sql.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
const NUMBERS = ['savings.prize.count', 'savings.prize.each'] as const;
const RANKED = 200;
const PURPOSE = 'saving.prize';
/** Steps of a list in which a line may still be taken from it. */
const OPEN_LISTS: readonly string[] = ['drafted', 'returned'];

/** Says once, when the part is loaded, what the prizes are paid as. */
export const declarePurpose = (): void => payments.usePurpose({ name: PURPOSE, title: words.prize, expense: { code: '503', name: words.prizeExpense }, memberPath: '/savings', consolePath: '/saving-prizes' });

const keyOf = (month: string, personId: string): string => `saving/${month}/prize/${personId}`;

/** Where the payment of a month stands; null when nothing is on a list. */
async function placesOf(tx: Tx, month: string, people: readonly string[]) {
  return [...(await payments.findByKeys(tx, people.map((id) => keyOf(month, id)))).values()];
}

async function paymentOf(tx: Tx, month: string, people: readonly string[], locale: Locale): Promise<{ number: string; state: string } | null> {
  const [place] = await placesOf(tx, month, people);
  if (place === undefined) return null;
  const state = (payments.process.states as Readonly<Record<string, { word: Word }>>)[place.listState];
  return { number: place.number, state: state ? say(state.word, locale) : '' };
}

/** Drafts the list of a confirmed month: one line for each winner, whose key is paid once. */
async function draftList(tx: Tx, by: Actor, union: Union, month: string, each: bigint, people: readonly Ranked[]): Promise<void> {
  if (each === 0n) return;
  await payments.draft(tx, by, {
    unionId: union.id, purpose: PURPOSE, period: month, title: `${say(words.prize, 'zh')} ${month}`,
    lines: people.map((p) => ({ personId: p.id, amountFen: each, reason: { word: words.prizeReason, slots: { month } }, document: { kind: 'savingPrize', id: union.id }, key: keyOf(month, p.id) })),
  });
}

const ranking = (tx: Tx, union: Union, month: string): Promise<Ranked[]> => listRanking(tx, { path: union.path, from: `${month}-01`, to: monthEnd(`${month}-01`) }, RANKED);
const lastMonth = (tx: Tx): string => addMonths(monthStart(legalDateOf(tx.now)), -1).slice(0, 7);
const isOver = (tx: Tx, month: string): boolean => monthEnd(`${month}-01`) < legalDateOf(tx.now);

/** The union whose prize it is: the chosen one, or the first where the actor confirms prizes. */
function unionFor(tx: Tx, by: Actor, unionId: string | undefined): Promise<Union> {
  const first = by.grants.filter((g) => g.permission === 'savings.award').sort((a, b) => a.path.length - b.path.length)[0]?.unionId;
  return loadUnionFor(tx, by, 'savings.award', unionId ?? first ?? '');
}

/** The ranking of a month with its winners. A saving counts for the month in which it was counted. */
export async function prizes(tx: Tx, by: Actor, o: In<'prizes'>, call: Call) {
  const union = await unionFor(tx, by, o.unionId);
  const month = o.month ?? lastMonth(tx);
  const { values, basis } = await rulebook.look(tx, { unionId: union.id }, NUMBERS);
  const confirmed = await q.findMonth(tx, union.id, `${month}-01`);
  const ranked = await ranking(tx, union, month);
  // winners stand with what was confirmed, whatever became of their savings since
  const kept = confirmed === null ? [] : await q.listWinners(tx, union.id, `${month}-01`);
  const won = new Set(kept.map((k) => k.personId));
  return {
    union: { id: union.id, name: union.name }, month, count: values['savings.prize.count'], eachFen: confirmed === null ? values['savings.prize.each'] : Number(confirmed.eachFen),
    confirmedAt: confirmed?.at.toISOString() ?? null, confirmedBy: confirmed?.by ?? null, payment: await paymentOf(tx, month, [...won], call.locale),
    basis: [...new Set(basis.map((g) => rulebook.sayBasis(g, call.locale)))],
    ranking: [...kept.map((k) => ({ id: k.personId, name: k.name, unit: k.unit, fen: Number(k.share), entries: ranked.find((p) => p.id === k.personId)?.entries ?? 0, won: true, wonElsewhere: false })),
      ...ranked.filter((p) => !won.has(p.id)).map(({ wonIn, fen, ...p }) => ({ ...p, fen: Number(fen), won: false, wonElsewhere: wonIn !== null }))].map((p, i) => ({ ...p, place: i + 1 })),
    may: confirmed !== null ? ['takeBack'] : isOver(tx, month) && ranked.length > 0 ? ['award'] : [],
  };
}

async function tellWinners(tx: Tx, union: Union, month: string, each: bigint, people: readonly Ranked[]): Promise<void> {
  for (const p of people) {
    await notify.tell(tx, {
      key: `saving/${month}/prize/${p.id}/${tx.now.getTime()}`, to: [p.id], kind: 'saving.prize', word: words.tellPrize, body: words.tellPrizeBody,
      slots: { month, saved: formatYuan(p.fen), amount: formatYuan(each) }, link: '/savings', unionId: union.id,
    });
  }
}

/** Confirms the winners of a month that is over, once; their number and amount are the rulebook's. A person wins once a month. */
export async function award(tx: Tx, by: Actor, { unionId, month, people }: In<'award'>) {
  const union = await loadUnionFor(tx, by, 'savings.award', unionId);
  if (!isOver(tx, month)) throw new Refused(words.monthRunning);
  const { values, ruleSetId } = await rulebook.resolve(tx, { unionId }, NUMBERS);
  const wanted = new Set(people);
  if (wanted.size > values['savings.prize.count']) throw new Refused(words.prizeMost, { slots: { n: values['savings.prize.count'] } });
  const winners = (await ranking(tx, union, month)).filter((p) => wanted.has(p.id));
  const each = BigInt(values['savings.prize.each']);
  if (!(await q.insertMonth(tx, { unionId, month: `${month}-01`, each, ruleSetId, by: by.personId }))) throw new Refused(words.prizeConfirmed, { slots: { month } });
  const kept = winners.length === wanted.size ? await q.insertWinners(tx, { unionId, month: `${month}-01`, each, people: winners.map((p) => ({ id: p.id, share: p.fen })) }) : 0;
  if (kept !== wanted.size) throw new Refused(words.notRanked);
  await draftList(tx, by, union, month, each, winners);
  await tellWinners(tx, union, month, each, winners);
  await audit.record(tx, by, words.auditPrize, { subject: { kind: 'savingPrize', id: unionId }, unionId, slots: { month, n: kept }, basis: { ruleSetId } });
  return { winners: kept };
}

/** Takes the winners from the list they are paid by, as long as nobody was asked to approve it. */
async function leaveList(tx: Tx, by: Actor, month: string, people: readonly string[], why: string): Promise<void> {
  for (const place of await placesOf(tx, month, people)) {
    if (place.state !== 'pending' || !OPEN_LISTS.includes(place.listState)) throw new Refused(words.prizeOnList, { slots: { number: place.number } });
    await payments.removeLine(tx, by, { lineId: place.lineId, why });
  }
}

/** Takes the confirmation of a month back with its reason, as long as its payment was not submitted; it can be confirmed again. */
export async function takeBack(tx: Tx, by: Actor, { unionId, month, text }: In<'takeBack'>) {
  await loadUnionFor(tx, by, 'savings.award', unionId);
  const winners = await q.listWinners(tx, unionId, `${month}-01`);
  if (!(await q.deleteMonth(tx, unionId, `${month}-01`))) throw new Refused(words.noPrize);
  await leaveList(tx, by, month, winners.map((p) => p.personId), text);
  await audit.record(tx, by, words.auditPrizeBack, { subject: { kind: 'savingPrize', id: unionId }, unionId, slots: { month, reason: text } });
  return { month };
}
