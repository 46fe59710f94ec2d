import { addDays, instantAt, legalDateOf, monthEnd } from '#shared/dates';
import { newId } from '#shared/ids';
import type { Staff } from './staff.demo.ts';
import { groupFor } from './suggestions.rules.ts';
import type { TakenBenefit, TakenReview } from './taken.sql.ts';
import type { Told } from './year.demo.ts';

/** Verified in that year, in fen: 7,745,400 yuan (source file 002: 774.54 ten thousand). */
const VERIFIED_FEN = 774_540_000;
const WITH_BENEFIT = 686;
const REFUSED = 31;

const BASES = ['月节约用电{n}度，按0.78元计，乘核定月数。', '废品减少{n}件，单件成本按财务定额计。', '节约工时{n}小时，按班组平均工资计，扣除改造费用。', '材料利用率提高，节约板料{n}公斤，按当期采购价计。', '减少外委修理，对比上年同期合同金额。', '切削液少换{n}升，加上危废处置费。'];
const WHY_NOT = ['与上月已核定的项目重复计算。', '没有扣除改造费用，请重新核算。', '产量下降造成的节约不能计入。'];
const OPINIONS = { implement: ['方案可行，建议实施。', '投入产出合理，同意实施。', '有推广价值。', '技术上没有问题，注意联锁。'], adopt: ['思路可取，暂不实施。', '建议列入技改计划。'], reject: ['效果不明显，不建议采纳。', '与现行标准不一致。', '费用偏高。'] } as const;

const pick = <T>(of: readonly T[], random: () => number): T => of[Math.floor(random() * of.length)] as T;

/** Benefits claimed over a window and verified by finance before the year ended; together exactly what the source says. */
export function benefitsOf(list: readonly Told[], year: number, accountantId: string, random: () => number): TakenBenefit[] {
  const early = list.filter((t) => t.way.completedOn !== null && t.way.completedOn <= `${String(year)}-09-20`);
  const order = early.map((t) => [random() + (t.s.grade ?? 3) * 0.4, t] as const).sort((a, b) => a[0] - b[0]).map(([, t]) => t);
  const some = order.slice(0, WITH_BENEFIT);
  const weights = some.map(() => Math.exp(2.2 * (random() + random() + random() - 1.5)));
  const sum = weights.reduce((a, b) => a + b, 0);
  const amounts = weights.map((w) => Math.floor((w / sum) * (VERIFIED_FEN / 100)) * 100);
  amounts[0] = (amounts[0] ?? 0) + VERIFIED_FEN - amounts.reduce((a, b) => a + b, 0);
  return order.slice(0, WITH_BENEFIT + REFUSED).map((t, n) => {
    const fen = amounts[n] ?? null;
    const windowFrom = addDays(t.way.completedOn ?? '', 1);
    const windowTo = monthEnd(addDays(windowFrom, 45));
    const claimedAt = instantAt(addDays(windowTo, 1 + Math.floor(random() * 6)), 560 + Math.floor(random() * 300));
    const settledAt = instantAt(addDays(windowTo, 9 + Math.floor(random() * 18)), 540 + Math.floor(random() * 400));
    const settled = { id: newId(), suggestionId: t.id, basis: pick(BASES, random).replace('{n}', String(40 + Math.floor(random() * 4000))), windowFrom, windowTo, claimedById: t.s.author.personId, claimedAt, settledById: accountantId, settledAt };
    if (fen === null) return { ...settled, state: 'refused' as const, claimedFen: 100_000 + 100 * Math.floor(random() * 20_000), verifiedFen: null, text: pick(WHY_NOT, random) };
    t.benefit = { fen, on: legalDateOf(settledAt) };
    return { ...settled, state: 'verified' as const, claimedFen: random() < 0.6 ? fen : Math.ceil((fen * (1 + random() * 0.25)) / 100) * 100, verifiedFen: fen, text: '' };
  });
}

/** Two opinions on each that the company decided; most reviewers agree with one another, some do not. */
export function opinionsOf(list: readonly Told[], staff: Staff, random: () => number): TakenReview[] {
  return list.filter((t) => t.s.way === 'company').flatMap((t) => {
    const group = groupFor(t.written.category);
    const own = new Set([t.s.author, ...t.s.coauthors].map((p) => p.personId));
    const able = (staff.experts.get(group) ?? []).filter((id) => !own.has(id));
    const from = Math.floor(random() * able.length);
    const end = t.way.rejectedOn ?? t.way.adoptedOn ?? t.s.submittedOn;
    const decided = t.s.fate === 'rejected' ? 'reject' : t.s.grade === null ? 'adopt' : 'implement';
    const asked = t.way.events[0]?.at ?? t.way.openedAt;
    return [0, 1].map((n): TakenReview => {
      const other = n === 1 && random() < 0.17;
      const verdict = !other ? decided : decided === 'implement' ? (random() < 0.7 ? 'adopt' : 'reject') : 'implement';
      const grade = verdict !== 'implement' ? null : Math.min(3, Math.max(1, (t.s.grade ?? 3) + (n === 1 && random() < 0.24 ? (random() < 0.5 ? -1 : 1) : 0)));
      const latest = instantAt(end, 460).getTime();
      const givenAt = new Date(asked.getTime() + Math.max(600_000, (latest - asked.getTime()) * (0.3 + 0.6 * random())));
      return { suggestionId: t.id, reviewerId: able[(from + n) % able.length] ?? '', expertGroup: group, askedById: staff.company.officerId, askedAt: new Date(asked.getTime() + 300_000), verdict, grade, text: pick(OPINIONS[verdict], random), givenAt };
    });
  });
}
