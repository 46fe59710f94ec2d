import { createHmac } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { clock } from '#platform/clock';
import { ask, type Question, Unreachable } from '#platform/outbound';
import { secrets } from '#platform/secrets';
import { type Cabinet, findCabinet, listCompartments, setSimulator } from './cabinets.sql.ts';
import { DOOR_OPEN_MS } from './lockers.rules.ts';
import { lockerWays } from './ways.service.ts';

/** What is to be opened. `order`: the same order again opens nothing twice. */
export type Order = { readonly order: string; readonly no: number };
export type DoorSeen = { readonly no: number; readonly open: boolean };

/** A cabinet's hardware, whatever it is. Neither function throws for what a cable or a lock may do. */
export type LockerHardware = {
  open(order: Order): Promise<'opened' | 'offline' | 'jammed'>;
  /** the doors as the hardware sees them; null: no connection */
  state(): Promise<readonly DoorSeen[] | null>;
};

const ANSWER_MS = 5_000;
const AGAIN_MS = 400;
const Opened = z.object({ outcome: z.enum(['opened', 'jammed']) });
const State = z.object({ doors: z.array(z.object({ no: z.int().min(1).max(99), open: z.boolean() })).max(99) });

/** Signature of an order: HMAC-SHA256 over the time, a point and the body, in hex. See docs/operations/lockers.md. */
export const signatureOf = (key: string, time: string, body: string): string => createHmac('sha256', key).update(`${time}.${body}`).digest('hex');

async function signed(cabinet: Cabinet, path: string, body: object): Promise<string> {
  const [text, time] = [JSON.stringify(body), clock.now().toISOString()];
  const key = cabinet.keySealed === null ? '' : secrets.open(cabinet.keySealed);
  const question: Question = { url: `${cabinet.address.replace(/\/$/, '')}${path}`, method: 'POST', body: text, headers: { 'content-type': 'application/json', 'x-niangjia-time': time, 'x-niangjia-signature': signatureOf(key, time, text) } };
  const late = wait(ANSWER_MS, null, { ref: false }).then(() => { throw new Unreachable('timeout', true); });
  const answer = await Promise.race([ask(question, lockerWays().outbound), late]);
  if (answer.status !== 200) throw new Unreachable(`status${answer.status}`, answer.status >= 500);
  return answer.body;
}

/** Asks once more when the line failed; the order's id lets the controller see that it is the same one. */
async function twice(cabinet: Cabinet, path: string, body: object): Promise<string> {
  try {
    return await signed(cabinet, path, body);
  } catch (error) {
    if (!(error instanceof Unreachable) || !error.later) throw error;
    await wait(AGAIN_MS);
    return signed(cabinet, path, body);
  }
}

/** Whatever a line or a controller may do wrong is `offline`; anything else is our bug. */
const orNothing = async <T>(run: () => Promise<T>): Promise<T | null> => run().catch((error: unknown) => {
  if (error instanceof Unreachable || error instanceof SyntaxError || error instanceof z.ZodError) return null;
  throw error;
});

/** A generic controller over HTTP: signed JSON, see docs/operations/lockers.md. */
const overHttp = (cabinet: Cabinet): LockerHardware => ({
  open: async ({ order, no }) => (await orNothing(async () => Opened.parse(JSON.parse(await twice(cabinet, '/open', { cabinet: cabinet.id, compartment: no, order }))).outcome)) ?? 'offline',
  state: () => orNothing(async () => State.parse(JSON.parse(await signed(cabinet, '/state', { cabinet: cabinet.id }))).doors),
});

/** A cabinet of the demonstration: its doors are rows, its network is a switch. */
function simulated(federationId: string, id: string): LockerHardware {
  const { database } = lockerWays();
  const open = (at: Date | null, now: Date): boolean => at !== null && now.getTime() - at.getTime() < DOOR_OPEN_MS;
  return {
    open: ({ no }) => database.transaction(federationId, clock.now(), async (tx) => {
      const cabinet = await findCabinet(tx, id, true);
      const door = (await listCompartments(tx, [id])).find((d) => d.no === no);
      if (cabinet === null || door === undefined || cabinet.cut) return 'offline';
      if (door.jammed) return 'jammed';
      await setSimulator(tx, id, { no, openedAt: tx.now });
      return 'opened';
    }),
    state: () => database.read(federationId, clock.now(), async (tx) => {
      const cabinet = await findCabinet(tx, id);
      return cabinet === null || cabinet.cut ? null : (await listCompartments(tx, [id])).map((d) => ({ no: d.no, open: open(d.openedAt, tx.now) }));
    }),
  };
}

/** The hardware of a cabinet. */
export const hardwareOf = (federationId: string, cabinet: Cabinet): LockerHardware => (cabinet.hardware === 'http' ? overHttp(cabinet) : simulated(federationId, cabinet.id));
