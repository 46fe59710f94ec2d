import { claims, type OfferWanted } from '#engines/claims';
import { fixClock } from './clock.ts';
import { cast, foundCity, type Player } from './people.ts';
import { startHouse } from './server.ts';

/** The clock of the stories. */
export const NOW = new Date('2026-11-21T04:00:00Z');
export const hours = (n: number): Date => new Date(NOW.getTime() + n * 3_600_000);
type Place = { id: string; name?: string; state: string; stateText: string; ahead: number; code: string | null; shortCode: string | null; may: string[]; path: string };
type Body = { items?: Place[]; total?: number; id?: string; state?: string; may?: string[]; story?: { text: string; why: string }[]; promoted?: number; places?: number; taken?: number; pools?: { no: number; capacity: number; taken: number }[]; error?: { code: string; sentence: string; fields?: unknown[] } };

/** Two unions with their chairs and members, and offers of kind `trial` of the first. */
export async function placesStage() {
  fixClock(NOW.toISOString());
  const house = await startHouse();
  const city = await foundCity(house, 'PLC');
  const [officer, other, one, two, three, far] = (await cast(house, city.federationId, [
    { name: '陈主席', unionId: city.one.id, offices: ['chair'] }, { name: '邻主席', unionId: city.other.id, offices: ['chair'] }, { name: '王小兵', unionId: city.one.id }, { name: '李大山', unionId: city.one.id }, { name: '赵小梅', unionId: city.one.id }, { name: '远方人', unionId: city.other.id },
  ])) as [Player, Player, Player, Player, Player, Player];
  await house.database.pool.query("UPDATE person SET staff_number = 'A' || right(id::text, 6) WHERE federation_id = $1", [city.federationId]);
  const offer = (wanted: Partial<OfferWanted> = {}): Promise<string> => house.within(city.federationId, async (tx) => {
    const id = await claims.put(tx, { system: 'story' }, { unionId: city.one.id, kind: 'trial', title: '帆布袋', mode: 'first', opensAt: hours(-1), closesAt: hours(20), places: 1, waits: true, ...wanted });
    await claims.open(tx, { system: 'story' }, id);
    return id;
  });
  const ask = async (who: Player | null, method: 'GET' | 'POST', url: string, body?: object): Promise<{ status: number; body: Body; text: string }> => {
    const a = await house.ask(method, url, body, { token: who?.token ?? null, headers: { 'idempotency-key': `k${Math.random()}` } });
    return { status: a.status, body: a.body as Body, text: a.text };
  };
  const claim = async (who: Player, offerId: string): Promise<string> => (await ask(who, 'POST', `/api/v1/offers/${offerId}/claims`, {})).body.id ?? '';
  const audited = async (): Promise<number> => (await house.database.pool.query<{ n: number }>('SELECT count(*)::int AS n FROM audit_entry WHERE federation_id = $1', [city.federationId])).rows[0]?.n ?? 0;
  return { house, city, officer, other, one, two, three, far, offer, ask, claim, audited };
}
