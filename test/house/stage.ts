import { countMembers, findUnion } from '#engines/org';
import { clock } from '#platform/clock';
import type { Route } from '#platform/http';
import { DEMO_FEDERATION } from '../../src/demo/load.ts';
import { cast, EVERY_OFFICE, foundBelow, foundCity, type Player } from '../people.ts';
import { type Answer, startHouse, type TestHouse } from '../server.ts';
import { realIds } from './rows.ts';
import { requestOf } from './inputs.ts';

/**
 * Where the routes are probed: the demonstration federation with a story in every state (its rows are the ones to be guarded), another
 * federation, a sibling union, and those who come without being entitled.
 */
export type ProbeStage = TestHouse & {
  readonly guarded: string;
  /** ids of the guarded federation's rows, by table */
  readonly ids: ReadonlyMap<string, readonly string[]>;
  /** every office of another federation */
  readonly stranger: Player;
  /** every office of a union that lies beside those of the stories */
  readonly sibling: Player;
  /** every office at the top of the guarded federation: may do everything that may be done */
  readonly whole: Player;
  /** every office at the top until yesterday */
  readonly revoked: Player;
  /** an ordinary member of the sibling union */
  readonly member: Player;
  /** everybody who holds everything, in turns, so that no one's rate limit is reached */
  anyWhole(): Player;
  call(route: Route, input: Record<string, unknown>, o?: { token?: string | null; english?: boolean }): Promise<Answer>;
};

const MANY = 12;
const MOST_IDS = 2_000;

/** Opens the stage: the whole house in demonstration mode with all its stories. */
export async function openProbeStage(): Promise<ProbeStage> {
  const house = await startHouse({ mode: 'demo', demonstration: 'brief' });
  const top = await house.within(DEMO_FEDERATION, async (tx) => {
    await countMembers(tx, '2026-01-01');
    const union = await findUnion(tx, DEMO_FEDERATION);
    if (union === null) throw new Error('the demonstration has no top union');
    return union;
  });
  const ids = await realIds(house.database, DEMO_FEDERATION, MOST_IDS);
  const beside = await foundBelow(house, DEMO_FEDERATION, top, 'BESIDE');
  const city = await foundCity(house, 'ELSEWHERE');
  const [stranger] = await cast(house, city.federationId, [{ name: '外地人', unionId: city.top.id, offices: EVERY_OFFICE }]);
  const [sibling, member, revoked, ...wholes] = await cast(house, DEMO_FEDERATION, [
    { name: '邻会干部', unionId: beside.id, offices: EVERY_OFFICE },
    { name: '邻会会员', unionId: beside.id },
    { name: '卸任干部', unionId: top.id, offices: EVERY_OFFICE, revoked: true },
    ...Array.from({ length: MANY }, (_, i) => ({ name: `全职干部${i}`, unionId: top.id, offices: EVERY_OFFICE })),
  ]);
  if (!stranger || !sibling || !member || !revoked || !wholes[0]) throw new Error('somebody of the cast is missing');
  let turn = 0;
  return {
    ...house, guarded: DEMO_FEDERATION, ids, stranger, sibling, member, revoked, whole: wholes[0],
    anyWhole: () => wholes[turn++ % wholes.length] as Player,
    call(route, input, o = {}) {
      // Half a second between two calls keeps everybody within what one person may ask.
      clock.advance(500);
      const { method, url, body } = requestOf(route, input);
      return house.ask(method, url, body, { token: o.token ?? null, ...(o.english ? { headers: { 'accept-language': 'en' } } : {}) });
    },
  };
}

/** A refusal's sentence, or nothing when the answer is none. */
export function sentenceOf(answer: Answer): string {
  const { error } = (answer.body ?? {}) as { error?: { code?: unknown; sentence?: unknown } };
  return typeof error?.sentence === 'string' && typeof error.code === 'string' ? error.sentence : '';
}
