import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { doorWords } from '#platform/http';
import { audit } from '#engines/audit';
import { loadUnionFor } from '#engines/org';
import * as c from './catalogue.sql.ts';
import type { desk } from './desk.contract.ts';
import { words } from './disclosure.words.ts';
import { KEEP, LOOK } from './writing.service.ts';

type In<K extends keyof typeof desk> = z.output<(typeof desk)[K]['in']>;

async function loadCircle(tx: Tx, by: Actor, permission: string, id: string): Promise<c.Circle> {
  const circle = await c.findCircle(tx, by, permission, id);
  if (circle === null) throw new Refused(doorWords.notFound, { status: 404 });
  return circle;
}

/** Lists of people to which something may be disclosed: delegates and others. */
export async function circles(tx: Tx, by: Actor, { unionId, limit, offset }: In<'circles'>) {
  await loadUnionFor(tx, by, LOOK, unionId);
  const { items, total } = await c.listCircles(tx, unionId, { limit, offset });
  return { items: items.map(({ id, name, kind, people }) => ({ id, name, kind, people })), total };
}

/** Makes a list. */
export async function makeCircle(tx: Tx, by: Actor, { unionId, name, kind }: In<'makeCircle'>) {
  await loadUnionFor(tx, by, KEEP, unionId);
  const id = newId();
  if (!(await c.insertCircle(tx, { id, unionId, name, kind }))) throw new Refused(words.circleTwice, { fields: [{ path: 'name', why: words.circleTwice }] });
  await audit.record(tx, by, words.auditCircle, { subject: { kind: 'disclosureCircle', id }, unionId, slots: { title: name } });
  return { id };
}

/** Who is on a list. */
export async function circlePeople(tx: Tx, by: Actor, { id, limit, offset }: In<'circlePeople'>) {
  await loadCircle(tx, by, LOOK, id);
  return c.listCirclePeople(tx, id, { limit, offset });
}

/** Adds people by name or staff number and removes others. Who is not found, or has a namesake, comes back by what was typed. */
export async function setCircle(tx: Tx, by: Actor, { id, add, remove }: In<'setCircle'>) {
  const circle = await loadCircle(tx, by, KEEP, id);
  const said = [...new Set(add)];
  const found = Map.groupBy(said.length > 0 ? await c.listNamed(tx, circle.path, said) : [], (p) => p.said);
  const sure = said.flatMap((name) => { const list = found.get(name) ?? []; return list.length === 1 && list[0] ? [list[0].id] : []; });
  await c.changeCircle(tx, id, { add: sure, remove });
  const people = (await loadCircle(tx, by, KEEP, id)).people;
  await audit.record(tx, by, words.auditCirclePeople, { subject: { kind: 'disclosureCircle', id }, unionId: circle.unionId, slots: { title: circle.name, n: people } });
  return { people, unknown: said.filter((name) => (found.get(name) ?? []).length !== 1) };
}
