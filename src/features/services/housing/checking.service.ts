import type { z } from 'zod';
import { type Actor, mayIn, type Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { doorWords } from '#platform/http';
import { audit } from '#engines/audit';
import { cases, type Given } from '#engines/cases';
import { files } from '#engines/files';
import { openHousehold, PAPERS } from './applying.service.ts';
import * as q from './applications.sql.ts';
import type { desk } from './desk.contract.ts';
import { applicationProcess } from './housing.process.ts';
import { join } from './queue.service.ts';

type In<K extends keyof typeof desk> = z.output<(typeof desk)[K]['in']>;
const LOOK_MS = 3_600_000;

/** An application for those who check there; never one's own. */
async function loadChecked(tx: Tx, by: Actor, id: string): Promise<q.Application> {
  const h = await q.findApplication(tx, by, id);
  if (h === null || h.personId === by.personId || !mayIn(by, 'housing.check', h.path)) throw new Refused(doorWords.notFound, { status: 404 });
  return h;
}

/** Opens the household and the papers with a purpose: who looked stands in the log, the files stay open to that officer for an hour. */
export async function papers(tx: Tx, by: Actor, { id, purpose }: In<'papers'>) {
  const h = await loadChecked(tx, by, id);
  await audit.looked(tx, by, { subject: { kind: PAPERS, id }, unionId: h.unionId, fields: ['household', 'income', 'phone', 'papers'], purpose });
  const until = new Date(tx.now.getTime() + LOOK_MS);
  await q.putLook(tx, id, by.personId, until);
  const sealed = await q.findSealed(tx, id);
  if (sealed === null) throw new Error(`application ${id} has no household`);
  const there = (await files.listOf(tx, PAPERS, [id])).get(id) ?? [];
  return { household: openHousehold(sealed), files: there.map((f) => ({ id: f.id, name: f.name, image: f.kind === 'image' })), until: until.toISOString() };
}

async function decide(tx: Tx, by: Actor, verb: 'ask' | 'accept' | 'reject' | 'uphold', o: { id: string; version?: number | undefined; text: string }): Promise<{ id: string; state: string }> {
  await loadChecked(tx, by, o.id);
  const given: Given = { text: o.text, ...(o.version === undefined ? {} : { version: o.version }) };
  const held = await cases.step(tx, applicationProcess, verb, o.id, { kind: 'person', actor: by }, given);
  return { id: o.id, state: held.file.state };
}

/** Asks for more papers; the number is kept. */
export const ask = (tx: Tx, by: Actor, o: In<'ask'>) => decide(tx, by, 'ask', o);
/** Rejects with a reason; the applicant may object once. */
export const reject = (tx: Tx, by: Actor, o: In<'reject'>) => decide(tx, by, 'reject', o);
/** Leaves it at the rejection after an objection. */
export const uphold = (tx: Tx, by: Actor, o: In<'uphold'>) => decide(tx, by, 'uphold', o);

/** Accepts an application, also after an objection: it waits from now on, at the place of its number. */
export async function accept(tx: Tx, by: Actor, o: In<'accept'>) {
  const done = await decide(tx, by, 'accept', o);
  const [h] = await q.findApplications(tx, [o.id]);
  if (h !== undefined) await join(tx, h);
  return done;
}
