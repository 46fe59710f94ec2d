import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { addMonths, legalDateOf, monthEnd, monthStart } from '#shared/dates';
import { Refused } from '#shared/errors';
import { formatYuan } from '#shared/money';
import type { Call } from '#platform/http';
import { audit } from '#engines/audit';
import { notify } from '#engines/notify';
import { loadUnionFor, type Union } from '#engines/org';
import { rulebook } from '#engines/rulebook';
import * as q from './prizes.sql.ts';
import type { api } from './savings.contract.ts';
import { words } from './savings.words.ts';
import { listRanking, type Ranked } from './sums.sql.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
const NUMBERS = ['savings.prize.count', 'savings.prize.each'] as const;
const RANKED = 200;

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
    confirmedAt: confirmed?.at.toISOString() ?? null, confirmedBy: confirmed?.by ?? null,
    basis: basis.map((g) => `${rulebook.sayValue(g, call.locale)} · ${rulebook.sayBasis(g, call.locale)}`),
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
  await tellWinners(tx, union, month, each, winners);
  await audit.record(tx, by, words.auditPrize, { subject: { kind: 'savingPrize', id: unionId }, unionId, slots: { month, n: kept }, basis: { ruleSetId } });
  return { winners: kept };
}

/** Takes the confirmation of a month back with its reason; it can be confirmed again. */
export async function takeBack(tx: Tx, by: Actor, { unionId, month, text }: In<'takeBack'>) {
  await loadUnionFor(tx, by, 'savings.award', unionId);
  if (!(await q.deleteMonth(tx, unionId, `${month}-01`))) throw new Refused(words.noPrize);
  await audit.record(tx, by, words.auditPrizeBack, { subject: { kind: 'savingPrize', id: unionId }, unionId, slots: { month, reason: text } });
  return { month };
}
