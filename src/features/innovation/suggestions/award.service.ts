import type { z } from 'zod';
import { type Actor, mayIn, type Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { plainYuan } from '#shared/money';
import { say } from '#shared/words';
import type { Call } from '#platform/http';
import { audit } from '#engines/audit';
import type { Held } from '#engines/cases';
import { notify } from '#engines/notify';
import { listAncestors, officersOf, type Union } from '#engines/org';
import { rulebook } from '#engines/rulebook';
import { type AwardGround, type AwardLevel, type AwardScale, borrowedLevel, isFiled, isWithin, LEVELS, levelFor, levelOfValue, paysOf, splitAward } from './award.rules.ts';
import { type AwardRow, insertAward, listAwards, takeBackAwards } from './award.sql.ts';
import { lockSuggestion } from './benefit.sql.ts';
import { changeSuggestion, listAuthors } from './suggestions.sql.ts';
import { loadSeen, type Seen } from './views.service.ts';
import type { workApi } from './work.contract.ts';
import { words } from './work.words.ts';

type In<K extends keyof typeof workApi> = z.output<(typeof workApi)[K]['in']>;
type Out<K extends keyof typeof workApi> = z.input<(typeof workApi)[K]['out']>;

const DEDUCTS = 'suggestions.award.deductsReward';
const KEYS = [
  'suggestions.award.level1.from', 'suggestions.award.level2.from', 'suggestions.award.level3.from', 'suggestions.award.level4.from',
  'suggestions.award.level1.atLeast', 'suggestions.award.level1.atMost', 'suggestions.award.level2.atLeast', 'suggestions.award.level2.atMost', 'suggestions.award.level3.atLeast', 'suggestions.award.level3.atMost',
  'suggestions.award.level4.atLeast', 'suggestions.award.level4.atMost', 'suggestions.award.level5.atLeast', 'suggestions.award.level5.atMost',
  DEDUCTS, 'suggestions.reward.grade1', 'suggestions.reward.grade2', 'suggestions.reward.grade3',
] as const;
type Values = Readonly<Record<(typeof KEYS)[number], number>>;

const boundsOf = (v: Values, level: AwardLevel) => ({ atLeast: v[`suggestions.award.level${level}.atLeast`], atMost: v[`suggestions.award.level${level}.atMost`] });
const scaleOf = (v: Values): AwardScale => ({
  from: { 1: v['suggestions.award.level1.from'], 2: v['suggestions.award.level2.from'], 3: v['suggestions.award.level3.from'], 4: v['suggestions.award.level4.from'] },
  bounds: { 1: boundsOf(v, 1), 2: boundsOf(v, 2), 3: boundsOf(v, 3), 4: boundsOf(v, 4), 5: boundsOf(v, 5) },
});

/** What the reward of its grade takes off an award: nothing, unless the union decided so. */
const deducted = (v: Values, { startedOn, grade }: Seen['row']): number => (v[DEDUCTS] === 1 && startedOn !== null && grade !== null ? v[`suggestions.reward.grade${grade as 1 | 2 | 3}`] : 0);
const paidBy = (awards: readonly AwardRow[]): number => awards.reduce((sum, a) => sum + (a.takenBackAt === null ? a.paysFen : 0), 0);

/** The grounds that are open: what is applied goes by its benefit or its effect, what is not can only be a reserve. */
function groundsOf({ row }: Seen): AwardGround[] {
  if (row.adoptedOn === null || row.revokedOn !== null) return [];
  if (row.completedOn !== null) return (row.benefitFen ?? 0) > 0 ? ['benefit'] : ['effect'];
  return row.state === 'adopted' ? ['reserve'] : [];
}

/** Whether this officer may decide an award now; nobody awards what he or she wrote. */
export const mayAward = (by: Actor, seen: Seen): boolean => seen.as === 'officer' && !seen.seat.barred && mayIn(by, 'suggestions.award', seen.company.path) && groundsOf(seen).length > 0;

async function loadToAward(tx: Tx, by: Actor, id: string): Promise<Seen> {
  const seen = await loadSeen(tx, by, id);
  if (seen.as !== 'officer' || seen.seat.barred || !mayIn(by, 'suggestions.award', seen.company.path)) throw new Refused(words.claimUnknown, { status: 404 });
  return seen;
}

async function unconfirmedOf(tx: Tx, unionId: string): Promise<ReadonlySet<string>> {
  const { lines } = await rulebook.chapters(tx, { unionId }, 'suggestions');
  return new Set(lines.flatMap((l) => (l.now?.confidence === 'unconfirmed' ? [l.param.key] : [])));
}

/** What an officer must know before deciding: value, level, bounds and whether anybody confirmed them, what was paid before. */
export async function award(tx: Tx, by: Actor, { id }: In<'award'>): Promise<Out<'award'>> {
  const seen = await loadToAward(tx, by, id);
  const { values } = await rulebook.look(tx, { unionId: seen.company.id }, KEYS);
  const scale = scaleOf(values);
  const unsure = await unconfirmedOf(tx, seen.company.id);
  const level = seen.row.benefitFen === null || seen.row.benefitFen === 0 ? null : levelOfValue(seen.row.benefitFen, scale);
  const reward = deducted(values, seen.row);
  const awards = await listAwards(tx, id);
  return {
    valueFen: seen.row.benefitFen, level, levelBorrowed: level === null ? null : borrowedLevel(level), paidBeforeFen: paidBy(awards) + reward, deductedRewardFen: reward, grounds: groundsOf(seen),
    unconfirmed: KEYS.some((k) => k.startsWith('suggestions.award.') && unsure.has(k)),
    levels: LEVELS.map((l) => ({
      level: l, fromFen: l === 5 ? 0 : scale.from[l], atLeastFen: scale.bounds[l].atLeast, atMostFen: scale.bounds[l].atMost, filed: isFiled(l),
      unconfirmed: [`suggestions.award.level${l}.from`, `suggestions.award.level${l}.atLeast`, `suggestions.award.level${l}.atMost`].some((k) => unsure.has(k)),
    })),
    authors: (await listAuthors(tx, id)).map((a) => ({ name: a.name, share: a.share })),
  };
}

function levelAsked(d: In<'decideAward'>, seen: Seen, scale: AwardScale): AwardLevel {
  const grounds = groundsOf(seen);
  if (grounds.length === 0) throw new Refused(words.awardState);
  if (!grounds.includes(d.ground)) throw new Refused(d.ground === 'effect' && grounds.includes('benefit') ? words.awardHasValue : d.ground === 'benefit' && grounds.includes('effect') ? words.awardNoValue : words.awardState);
  const level = levelFor({ ground: d.ground, borrowed: d.borrowed, valueFen: seen.row.benefitFen, chosen: d.level as AwardLevel | null }, scale);
  if (level === null) throw new Refused(words.awardLevelMissing, { status: 400, fields: [{ path: 'level', why: words.awardLevelMissing }] });
  if (!isWithin(d.amountFen, level, scale)) {
    const slots = { level, from: plainYuan(BigInt(scale.bounds[level].atLeast)), to: plainYuan(BigInt(scale.bounds[level].atMost)) };
    throw new Refused(words.awardOutside, { status: 400, slots, fields: [{ path: 'amountFen', why: words.awardOutside, slots }] });
  }
  return level;
}

/** Levels 1 and 2 are filed with the union above: its leaders are told. */
async function file(tx: Tx, seen: Seen, above: Union, o: { awardId: string; level: number; amountFen: number }): Promise<void> {
  const to = [...new Set((await officersOf(tx, [above.id], ['chair', 'viceChair'])).map((x) => x.personId))];
  if (to.length === 0) return;
  await notify.tell(tx, {
    key: `suggestion/${seen.row.id}/award/${o.awardId}/filed`, kind: 'suggestion.filed', word: words.tellFiled, body: words.tellFiledBody, to, link: `/console/suggestions/${seen.row.id}`,
    slots: { union: seen.company.name, number: seen.row.number, title: seen.row.title, level: o.level, yuan: plainYuan(BigInt(o.amountFen)) },
  });
}

/**
 * Decides the award of a suggestion, or decides it anew: the difference to what was paid before is paid, split among the authors by their shares.
 * @throws Refused when the ground does not fit, the amount lies outside its level, or nothing changes
 */
export async function decideAward(tx: Tx, by: Actor, d: In<'decideAward'>): Promise<Out<'decideAward'>> {
  await loadToAward(tx, by, d.id);
  await lockSuggestion(tx, d.id);
  const seen = await loadToAward(tx, by, d.id);
  const { values, ruleSetId } = await rulebook.resolve(tx, { unionId: seen.company.id }, KEYS);
  const level = levelAsked(d, seen, scaleOf(values));
  const before = await listAwards(tx, d.id);
  const last = before.at(-1);
  if (last && last.takenBackAt === null && last.level === level && last.amountFen === d.amountFen && last.ground === d.ground) throw new Refused(words.awardSame);
  const paidBeforeFen = paidBy(before) + deducted(values, seen.row);
  const paysFen = paysOf(d.amountFen, paidBeforeFen);
  const authors = await listAuthors(tx, d.id);
  const parts = authors.length === 0 ? [] : splitAward(paysFen, authors.map((a) => a.share));
  const above = isFiled(level) ? ((await listAncestors(tx, seen.company))[0] ?? null) : null;
  const id = newId();
  await insertAward(tx, {
    id, suggestionId: d.id, position: before.length + 1, level, ground: d.ground, borrowed: d.borrowed, amountFen: d.amountFen, paidBeforeFen, paysFen, reason: d.reason, decidedById: by.personId, ruleSetId,
    valueFen: d.ground === 'benefit' ? seen.row.benefitFen : null, filedWithId: above?.id ?? null,
  }, authors.map((a, i) => ({ personId: a.personId, paysFen: parts[i] ?? 0 })));
  await changeSuggestion(tx, d.id, { awardLevel: level });
  await audit.record(tx, by, words.auditAwarded, { subject: { kind: 'suggestion', id: d.id }, unionId: seen.company.id, slots: { number: seen.row.number, level, yuan: plainYuan(BigInt(d.amountFen)), pays: plainYuan(BigInt(paysFen)) }, basis: { ruleSetId } });
  await notify.tell(tx, { key: `suggestion/${d.id}/award/${id}`, kind: 'suggestion.award', word: words.tellAwarded, body: words.tellAwardedBody, slots: { title: seen.row.title, level }, link: `/suggestions/${d.id}`, to: authors.map((a) => a.personId) });
  if (above !== null) await file(tx, seen, above, { awardId: id, level, amountFen: d.amountFen });
  return { id, level, paysFen };
}

/** Awards of a suggestion as screens show them. */
export async function listAwardViews(tx: Tx, id: string, call: Call): Promise<Out<'benefit'>['awards']> {
  return (await listAwards(tx, id)).map(({ suggestionId: _, decidedAt, takenBackAt, ...a }) => ({ ...a, groundWord: say(words[`ground_${a.ground}`], call.locale), decidedAt: decidedAt.toISOString(), takenBackAt: takenBackAt?.toISOString() ?? null }));
}

/** When an adoption is taken back, so are its honour and what its awards paid (条例 1986 art. 21): `taken_back_at` tells those who pay. */
export async function followRevoke(tx: Tx, verb: string, { file: { id } }: Held): Promise<void> {
  if (verb !== 'revoke') return;
  await takeBackAwards(tx, id);
  await changeSuggestion(tx, id, { awardLevel: null });
}
