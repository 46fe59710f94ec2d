import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { draws } from '#engines/claims';
import type { api } from './draws.contract.ts';
import { stageAt } from './draws.rules.ts';
import { findCampaign } from './draws.sql.ts';
import { loadSeen, prizesShown } from './views.service.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;

/** Draws for which the person is a witness, latest first. */
export async function witnessed(tx: Tx, by: Actor) {
  const items = [];
  for (const w of await draws.listWitnessed(tx, by.personId)) {
    const c = await findCampaign(tx, w.drawId);
    if (c === null || c.state === 'draft') continue;
    items.push({
      id: c.id, title: c.title, union: c.union, stage: stageAt(c, tx.now), opensAt: c.opensAt.toISOString(), closesAt: c.closesAt.toISOString(), prizes: await prizesShown(tx, c.unionId, c.prizes), entrants: c.entrants, source: c.source, mine: null, may: [],
      no: w.no, committed: w.commitment !== null, revealed: w.secret !== null, dueAt: c.dueAt?.toISOString() ?? null,
    });
  }
  return { items };
}

/** Hands in the seal of a secret that stays on the witness's device. */
export async function commit(tx: Tx, by: Actor, { id, commitment }: In<'commit'>) {
  await loadSeen(tx, by, id);
  await draws.commit(tx, by, id, commitment);
  return { id };
}

/** Opens the secret. When it was the last one missing, the draw is held at once. */
export async function reveal(tx: Tx, by: Actor, { id, secret }: In<'reveal'>) {
  await loadSeen(tx, by, id);
  const complete = await draws.reveal(tx, by, id, secret);
  if (complete) await draws.drawNow(tx, { system: 'draws' }, id);
  return { drawn: complete };
}
