import { witnessCommitment } from '#shared/draw-check';
import { notify } from '#engines/notify';
import { fixClock } from './clock.ts';
import { made } from './draws.ts';
import { cast, foundCity, type Player } from './people.ts';
import { startHouse } from './server.ts';

export type Prize = { name: string; count: number; value: number; tax: string; taxFen: number; why: string };
export type DrawBody = {
  id: string; stage: string; may: string[]; bar: string | null; token: string | null; entrants: number; total: number; holders: number; rules: string | null; marks: { rules: string | null; notice: string | null; file: string | null }; version: number; next: string | null; againOf: string | null;
  prizes: Prize[]; winners: { rank: number; prize: string; name: string; mine: boolean }[]; witnesses: { no: number; committed: boolean; revealed: boolean }[]; terms: string[]; who: string; mine: { claimId: string; state: string; rank: number | null; prize: string | null } | null;
  items: (DrawBody & { name: string; rank: number | null; state: string; prize: string | null; claimId: string; lastMonth: string | null; title: string })[]; error?: { code: string; fields?: { path: string }[] }; drawn: boolean; birthday: { on: boolean; month: number | null }; title: string; witnessing: number;
};

const REST = { about: '每月一次', birthMonth: null, memberDays: 0, restDays: 0, place: '工会办公室', source: 'witnesses', need: 2, revealHours: 24 };

/** A house with one union: an officer, three witnesses and six members; the clock stands at nine in the morning of 7 September 2026. */
export async function drawStage() {
  fixClock('2026-09-07T01:00:00Z');
  const house = await startHouse();
  const city = await foundCity(house, 'D');
  const named = (name: string, offices?: string[]) => ({ name, unionId: city.one.id, ...(offices ? { offices } : {}) });
  const people = await cast(house, city.federationId, [
    named('高主席', ['chair']), named('证甲'), named('证乙'), named('证丙'), ...['王小兵', '李大山', '赵铁柱', '钱多多', '孙有才', '周全'].map((n) => named(n)), { name: '邻主席', unionId: city.other.id, offices: ['chair'] },
  ]);
  const [chair, w1, w2, w3, ...rest] = people as [Player, Player, Player, Player, ...Player[]];
  const [members, sibling] = [rest.slice(0, 6), rest[6] as Player];
  let fresh = new Map(people.map((p) => [p.id, p.token]));
  const ask = async (who: Player | null, method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown): Promise<{ status: number; body: DrawBody; text: string }> => {
    const a = await house.ask(method, `/api/v1${path}`, body, { token: who === null ? null : (fresh.get(who.id) ?? null) });
    return { status: a.status, body: a.body as DrawBody, text: a.text };
  };
  const at = async (when: string): Promise<void> => {
    fixClock(when);
    const tokens = await house.tokens(city.federationId, people.map((p) => p.id));
    fresh = new Map(people.map((p, i) => [p.id, tokens[i] ?? '']));
  };
  const form = (more: object = {}) => ({
    ...REST, unionId: city.one.id, title: '中秋音乐会门票', prizes: [{ name: '前排票', count: 1, value: 38_000, tax: 'withheld' }, { name: '后排票', count: 2, value: 18_000, tax: 'none', why: '集体文体活动' }],
    opensOn: '2026-09-07', opensAt: '09:00', closesOn: '2026-09-09', closesAt: '18:00', witnesses: [w1.id, w2.id, w3.id], ...more,
  });
  const secretOf = (drawId: string, no: number): string => made(`${drawId}/${no}`, 16);
  const commit = (who: Player, id: string, no: number) => ask(who, 'POST', `/draws/${id}/commit`, { commitment: witnessCommitment(id, no, secretOf(id, no)) });
  const reveal = (who: Player, id: string, no: number) => ask(who, 'POST', `/draws/${id}/reveal`, { secret: secretOf(id, no) });
  /** Announced, sealed by all witnesses, entered by all members. */
  const open = async (more: object = {}): Promise<string> => {
    const { id } = (await ask(chair, 'POST', '/draw-desk', form(more))).body;
    await ask(chair, 'POST', `/draw-desk/${id}/announce`, {});
    for (const [i, w] of [w1, w2, w3].entries()) await commit(w, id, i + 1);
    for (const m of members) await ask(m, 'POST', `/draws/${id}/enter`, {});
    return id;
  };
  const inbox = async (who: Player) => (await house.within(city.federationId, (tx) => notify.inbox(tx, { personId: who.id, locale: 'zh' }, { limit: 50 }))).items.map((m) => m.title);
  return { house, city, chair, w1, w2, w3, members, sibling, ask, at, form, commit, reveal, secretOf, open, inbox };
}
