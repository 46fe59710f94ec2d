import type { Tx } from '#shared/call';
import type { NoticePart } from '#shared/draw-shape';
import { Refused } from '#shared/errors';
import { clock } from '#platform/clock';
import type { Database } from '#platform/db';
import { jobs } from '#platform/jobs';
import { log } from '#platform/log';
import { ask, type Outbound, outboundOf, Unreachable } from '#platform/outbound';
import { draws, QUICKNET } from '#engines/claims';
import { notify } from '#engines/notify';
import { listTenants } from '#engines/org';
import { begin } from './birthdays.service.ts';
import { freezeAndTell } from './campaigns.service.ts';
import { findCampaign } from './draws.sql.ts';
import { words } from './draws.words.ts';
import { listActive } from './schedules.sql.ts';

/** Where a round of drand is asked for; another one stands in for it in tests. */
export type Drand = { readonly address: string; readonly ways: Outbound };
const PUBLIC_DRAND: Drand = { address: 'https://api.drand.sh', ways: outboundOf() };
const BY = { system: 'draws' } as const;

/** The signature of a round. @throws Unreachable when drand cannot be asked or says something else */
export async function askRound(round: number, drand: Drand): Promise<string> {
  const answer = await ask({ url: `${drand.address}/${QUICKNET.chain}/public/${round}`, method: 'GET', headers: { accept: 'application/json' }, body: null }, drand.ways);
  if (answer.status !== 200) throw new Unreachable('refusedThere', true);
  const said = parsed(answer.body);
  if (said?.round !== round || typeof said.signature !== 'string' || !/^[0-9a-f]{96}$/.test(said.signature)) throw new Unreachable('strangeAnswer', true);
  return said.signature;
}

function parsed(body: string): { round?: unknown; signature?: unknown } | null {
  try {
    return JSON.parse(body) as { round?: unknown; signature?: unknown } | null;
  } catch {
    return null;
  }
}

/** What a step waits for is no fault; whoever made the draw hears of seals that are missing, once. */
async function waits(database: Database, tenant: string, id: string, step: () => Promise<unknown>): Promise<boolean> {
  try {
    await step();
    return true;
  } catch (error) {
    if (error instanceof Unreachable) {
      log.warn({ draw: id, code: error.code }, 'drand could not be asked');
      return false;
    }
    if (!(error instanceof Refused)) throw error;
    if (error.word.code === 'draw.commitmentsMissing') await database.transaction(tenant, clock.now(), (tx) => remind(tx, id));
    return false;
  }
}

async function remind(tx: Tx, id: string): Promise<void> {
  const c = await findCampaign(tx, id);
  const missing = (await draws.listWitnesses(tx, [id])).filter((w) => w.commitment === null).map((w) => w.personId);
  if (c === null || missing.length === 0) return;
  await notify.tell(tx, { key: `draws/${id}/seal`, to: missing, kind: 'draws.witness', word: words.tellSeal, body: words.tellSealBody, slots: { title: c.title }, link: `/draws/${id}/witness`, unionId: c.unionId, urgent: true });
}

async function drawOne(database: Database, tenant: string, id: string, drand: Drand): Promise<void> {
  const notice = await database.read(tenant, clock.now(), async (tx) => JSON.parse((await draws.findDraw(tx, id))?.notice ?? 'null') as NoticePart | null);
  const signature = notice?.source.kind === 'drand' ? await askRound(notice.source.round, drand) : null;
  await database.transaction(tenant, clock.now(), (tx) => draws.drawNow(tx, BY, id, signature));
}

/** Does what the clock asks for: begins the month's draws, freezes what has closed, draws what can be drawn. @returns how many steps were taken */
export async function tick(database: Database, now: Date, drand: Drand = PUBLIC_DRAND): Promise<number> {
  let steps = 0;
  for (const tenant of await database.read(null, now, listTenants)) {
    for (const s of await database.read(tenant, now, listActive)) {
      if ((await database.transaction(tenant, now, (tx) => begin(tx, s))) !== null) steps += 1;
    }
    for (const { id, frozen } of await database.read(tenant, now, draws.listDue)) {
      const freeze = () => database.transaction(tenant, now, (tx) => freezeAndTell(tx, BY, id));
      if (await waits(database, tenant, id, frozen ? () => drawOne(database, tenant, id, drand) : freeze)) steps += 1;
    }
  }
  return steps;
}

/** Declares the minute's work; once per process. */
export function declareWork(): void {
  jobs.define('draws.tick', { every: '* * * * *', run: ({ database, now }) => tick(database, now).then(() => undefined) });
}
