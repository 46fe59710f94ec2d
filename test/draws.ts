import { createHash } from 'node:crypto';
import type { DrawFile, RulesPart } from '#shared/draw-shape';
import { orderly } from '#shared/orderly';
import { draw, type Entrant, freeze, noticeOf, QUICKNET, randomnessOf, roundAfter, serverCommitment, timeOfRound, tokenOf, witnessSeal } from '#engines/claims';

/** A made-up value that is always the same for the same name, hexadecimal. */
export const made = (name: string, bytes = 32): string => createHash('sha256').update(name).digest('hex').slice(0, bytes * 2);

export const DRAW = '01930000-0000-7000-8000-00000000d0a1';
const SECRET = made('server');
const SALT = made('salt');
/** Round 1000 of quicknet as drand publishes it. */
export const ROUND_1000 = 'b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39';

type Story = { readonly kind?: 'drand' | 'witnesses'; readonly entrants?: readonly Entrant[]; readonly prizes?: RulesPart['prizes']; readonly reveals?: readonly (string | null)[]; readonly drawnAt?: Date };

export const entrantsOf = (tickets: readonly number[]): Entrant[] => tickets.map((n, i) => ({ token: tokenOf(SALT, `person-${i}`), tickets: n }));

export const witnessSecrets = [1, 2, 3].map((n) => made(`witness ${n}`, 16));

export function rulesOf({ kind = 'witnesses', prizes }: Story = {}): RulesPart {
  return {
    format: 'niangjia-draw-rules/1', draw: DRAW, union: '红旗机械厂工会', title: '十一月生日蛋糕', who: '十一月过生日的会员', tickets: '每人一签',
    opensAt: '2026-10-20T00:00:00.000Z', closesAt: '2026-10-31T16:00:00.000Z', prizes: prizes ?? [{ name: '八寸蛋糕', count: 2 }, { name: '六寸蛋糕', count: 3 }],
    terms: ['个人所得税由工会承担'], commitment: serverCommitment(DRAW, SECRET), replaces: null,
    source: kind === 'drand' ? { kind, ...QUICKNET, after: 60 } : { kind, need: 2, hours: 24, names: ['职工代表甲', '经审委员乙', '一线职工丙'] },
  };
}

/** A whole draw from fixed secrets: twelve people with one to three tickets, unless told. */
export function drawStory(story: Story = {}): DrawFile {
  const rules = rulesOf(story);
  const entrants = story.entrants ?? entrantsOf(Array.from({ length: 12 }, (_, i) => 1 + (i % 3)));
  const frozenAt = rules.source.kind === 'drand' ? timeOfRound(rules.source, 979) : new Date('2026-10-31T16:00:01.000Z');
  const closes = { ...rules, ...(rules.source.kind === 'drand' ? { opensAt: '2023-08-01T00:00:00.000Z', closesAt: '2023-08-23T00:00:00.000Z' } : {}) };
  const notice = noticeOf(closes, freeze(DRAW, entrants), frozenAt, witnessSecrets.map((secret, i) => witnessSeal(DRAW, i + 1, secret)));
  const source: DrawFile['source'] = rules.source.kind === 'drand'
    ? { kind: 'drand', round: roundAfter(rules.source, frozenAt.toISOString()), signature: ROUND_1000, randomness: randomnessOf(ROUND_1000) }
    : { kind: 'witnesses', reveals: story.reveals ?? witnessSecrets };
  const names = new Map(entrants.map(({ token }, i) => [token, `职*${i + 1}（装配车间）`]));
  return draw({ rules: closes, notice, secret: SECRET, source, entrants, drawnAt: story.drawnAt ?? new Date(frozenAt.getTime() + 3_600_000), nameOf: (token) => names.get(token) ?? '' });
}

/** Closes a changed file again, as somebody would who wants the change not to be seen at once. */
export function sealedAgain(d: DrawFile): DrawFile {
  const { file: _, ...body } = d;
  return { ...body, file: createHash('sha256').update(orderly(body)).digest('hex') };
}
