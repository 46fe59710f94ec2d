import type { Tx } from '#shared/call';
import { newId } from '#shared/ids';
import { fixClock } from './clock.ts';
import { cast, foundBelow, foundCity, type Player } from './people.ts';
import { startHouse } from './server.ts';

/** A suggestion as another part writes it, with its authors. */
type Written = { readonly authors: readonly { readonly personId: string; readonly share: number; readonly unitId: string }[]; readonly dates?: Readonly<Record<string, string | boolean>>; readonly title?: string };
/** What routes of this part answer, as far as tests look at it. */
export type PointsBody = {
  id: string; code: string; token: string | null; ready: boolean; debt: number; state: string; why: string | null; left: number; expired: number; total: number; at: string;
  error?: { code: string; message: string; fields?: { path: string }[] }; wallet: { balance: number; held: number; debt: number; available: number; earned: number; carried: number; expiring: number };
  round: { id: string; standing: string } | null; items: PointsBody[]; list: PointsBody[]; may: string[]; mine: number; missing: number; title: string; kind: string; red: boolean; amount: number; balance: number; text: string; rank: number; name: string; earned: number; prize: string;
  stock: number; reserved: number; collected: number; cancelled: number; people: number; spent: number; version: number; points: number; unit: string; waiting: number;
};

/** A firm with a scheme: the union `one`, a unit of it, an office, a specialist and some workers. */
export async function pointsStage(o: { poolSize?: number } = {}) {
  fixClock('2026-11-10T02:00:00Z');
  const house = await startHouse(o);
  const city = await foundCity(house, 'P');
  const unit = await foundBelow(house, city.federationId, city.one, 'P-1-A');
  const [office, specialist, sibling, one, two, three] = (await cast(house, city.federationId, [
    { name: '办公室', unionId: city.one.id, offices: ['suggestionOffice'] }, { name: '专员', unionId: unit.id, offices: ['suggestionSpecialist'] }, { name: '邻厂主席', unionId: city.other.id, offices: ['chair'] },
    { name: '甲师傅', unionId: unit.id }, { name: '乙师傅', unionId: unit.id }, { name: '丙师傅', unionId: city.one.id },
  ])) as [Player, Player, Player, Player, Player, Player];
  const pool = house.database.pool;
  await pool.query(`INSERT INTO suggestion_scheme (federation_id, union_id, opened_on, blind) VALUES ($1, $2, '2024-01-01', false) ON CONFLICT DO NOTHING`, [city.federationId, city.one.id]);
  const ask = async (who: Player | null, method: 'GET' | 'POST', path: string, body?: unknown): Promise<{ status: number; body: PointsBody; text: string }> => {
    const a = await house.ask(method, `/api/v1${path}`, body, { token: who?.token ?? null });
    return { status: a.status, body: a.body as PointsBody, text: a.text };
  };
  /** Another part's rows, as its steps leave them. */
  const suggest = async (s: Written): Promise<string> => {
    const id = newId();
    const [first] = s.authors;
    await pool.query(
      `INSERT INTO case_file (federation_id, id, process, number, title, state, is_open, privacy, channel, union_id, origin_union_id, author_id, opened_at, changed_at)
       VALUES ($1, $2, 'suggestion', $3, $4, 'adopted', true, 'named', 'phone', $5, $5, $6, now(), now())`, [city.federationId, id, id.slice(-8), s.title ?? '焊装夹具改快换', first?.unitId, first?.personId]);
    await pool.query(`INSERT INTO suggestion (federation_id, id, scheme_union_id, unit_union_id, category, problem, remedy, submitted_on, grade) VALUES ($1, $2, $3, $4, 'quality', '换型慢', '改快换', '2026-01-05', 2)`, [city.federationId, id, city.one.id, first?.unitId]);
    for (const [i, a] of s.authors.entries()) await pool.query(`INSERT INTO suggestion_author (federation_id, suggestion_id, person_id, position, share, unit_union_id) VALUES ($1, $2, $3, $4, $5, $6)`, [city.federationId, id, a.personId, i + 1, a.share, a.unitId]);
    await set(id, s.dates ?? {});
    return id;
  };
  const set = async (id: string, dates: Readonly<Record<string, string | boolean | null>>): Promise<void> => {
    for (const [column, value] of Object.entries(dates)) await pool.query(`UPDATE suggestion SET ${column} = $3 WHERE federation_id = $1 AND id = $2`, [city.federationId, id, value]);
  };
  const within = <T>(run: (tx: Tx) => Promise<T>): Promise<T> => house.within(city.federationId, run);
  const give = (who: Player, points: number) => ask(office, 'POST', `/point-accounts/${city.one.id}/${who.id}/correct`, { requestId: newId(), amount: points * 100, reason: '上年结转积分' });
  const wallet = async (who: Player) => (await ask(who, 'GET', '/my-points')).body.wallet;
  const roundIn = {
    title: '2026 年积分兑换', from: '2026-11-10', to: '2026-11-30', collectFrom: '2026-11-12', collectTo: '2026-12-10', place: '工会办公室', mostEach: 3,
    bands: [{ title: '日用', from: 5, to: 19 }, { title: '家电', from: 20, to: 99 }],
  };
  /** A round that is open, with one prize. */
  const openRound = async (stock = 2, points = 10, more: object = {}): Promise<{ roundId: string; prizeId: string }> => {
    const roundId = (await ask(office, 'POST', '/prize-rounds', { schemeId: city.one.id, year: 2026, ...roundIn })).body.id;
    const prizeId = (await ask(office, 'POST', `/prize-rounds/${roundId}/prizes`, { title: '太阳伞', points, worthFen: 4_500, perPerson: 1, stock, ...more })).body.id;
    await ask(office, 'POST', `/prize-rounds/${roundId}/open`, {});
    return { roundId, prizeId };
  };
  const reserve = (who: Player, prizeId: string, requestId = newId()) => ask(who, 'POST', `/prizes/${prizeId}/reserve`, { requestId });
  /** The same person on another day: sessions of the day before may be over. */
  const later = async (at: string, ...who: readonly Player[]): Promise<Player[]> => {
    fixClock(at);
    const tokens = await house.tokens(city.federationId, who.map((p) => p.id));
    return who.map((p, i) => ({ ...p, token: tokens[i] ?? '' }));
  };
  return { house, city, unit, office, specialist, sibling, one, two, three, ask, suggest, set, within, give, wallet, openRound, reserve, later, roundIn, pool };
}
