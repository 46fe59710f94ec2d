import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { audit } from '#engines/audit';
import { loadConstituency, loadLiving, loadPrepared, subject, wrong } from './access.service.ts';
import type { division } from './congress.contract.ts';
import * as q from './constituencies.sql.ts';
import { words } from './congress.words.ts';
import { findDelegates } from './delegates.sql.ts';
import { shareSeats } from './judging.service.ts';
import type { TermRow } from './terms.sql.ts';
import { withoutUnion } from './unit-names.reading.ts';

type In<K extends keyof typeof division> = z.output<(typeof division)[K]['in']>;
const SMALLEST = 8;

/** Which unit belongs to which constituency when a union is divided by its units: one for each unit directly below it, with all below that; one for the people the union has itself. Very small ones join the union's own. */
export function drawByUnits(path: string, units: readonly q.UnitCount[], ownName: string): Omit<q.Drawn, 'id' | 'number'>[] {
  const depth = path.split('/').length;
  const groups = [...Map.groupBy(units, (u) => u.path.split('/').slice(0, depth + 1).join('/')).values()];
  const sum = (of: readonly q.UnitCount[], key: 'people' | 'women' | 'dispatched'): number => of.reduce((all, u) => all + u[key], 0);
  const own = groups.filter((g) => g.some((u) => u.path === path) || (sum(g, 'people') > 0 && sum(g, 'people') < SMALLEST)).flat();
  const branches = groups.filter((g) => sum(g, 'people') >= SMALLEST && !g.some((u) => own.includes(u)));
  return [...(sum(own, 'people') > 0 ? [{ of: own, name: ownName }] : []), ...branches.map((of) => ({ of, name: withoutUnion(of[0]?.name ?? '') }))]
    .map(({ of, name }) => ({ name, counted: sum(of, 'people'), women: sum(of, 'women'), dispatched: sum(of, 'dispatched'), others: 0, othersReason: '', unionIds: of.map((u) => u.id) }));
}

/** Divides a prepared term anew by the union's units, as they are in the register on the day of the count. */
export async function propose(tx: Tx, by: Actor, { id }: In<'propose'>) {
  const term = await loadPrepared(tx, by, id);
  const there = await q.listConstituencies(tx, id);
  for (const c of there) if (await q.isVotedIn(tx, c.id)) throw new Refused(words.votedIn, { slots: { name: c.name } });
  await q.deleteConstituencies(tx, there.map((c) => c.id));
  const list = drawByUnits(term.path, await q.countUnits(tx, term.path, term.countedOn), words.ownUnits[by.locale]);
  if (list.length === 0) throw new Refused(words.nobodyCounted);
  const taken = new Set<string>();
  await q.insertConstituencies(tx, id, list.map((c, i) => {
    const name = taken.has(c.name) ? `${c.name.slice(0, 54)} ${i + 1}` : c.name;
    taken.add(name);
    return { ...c, name, id: newId(), number: i + 1 };
  }));
  await share(tx, term);
  await audit.record(tx, by, words.auditProposed, subject(term, { n: list.length }));
  return { id, constituencies: list.length };
}

type Wanted = { readonly name: string; readonly unionIds: readonly string[]; readonly others: number; readonly othersReason: string; readonly dispatched: number };

/** Counts the people of the units that were chosen, which have to lie below the body's union. */
async function counted(tx: Tx, term: TermRow, w: Wanted): Promise<Pick<q.Drawn, 'counted' | 'women' | 'dispatched'>> {
  const units = new Map((await q.countUnits(tx, term.path, term.countedOn)).map((u) => [u.id, u]));
  const chosen = w.unionIds.map((u) => units.get(u) ?? wrong('unionIds', words.unitOutside));
  const people = chosen.reduce((sum, u) => sum + u.people, 0);
  if (people + w.others < 0) wrong('others', words.othersTooFew, { n: people });
  if (w.others !== 0 && w.othersReason.length < 2) wrong('othersReason', words.othersReason);
  return { counted: people, women: chosen.reduce((sum, u) => sum + u.women, 0), dispatched: Math.max(w.dispatched, chosen.reduce((sum, u) => sum + u.dispatched, 0)) };
}

async function placeUnits(tx: Tx, term: TermRow, id: string, w: Wanted): Promise<void> {
  const put = await q.putUnits(tx, term.id, w.unionIds.map((unionId) => ({ constituencyId: id, unionId })));
  if (put < new Set(w.unionIds).size) wrong('unionIds', words.unitTaken);
}

const nameFree = (there: readonly q.Constituency[], name: string, id?: string): void => { if (there.some((c) => c.name === name && c.id !== id)) wrong('name', words.constituencyTwice); };

/** Makes one more constituency of units that lie in none. */
export async function add(tx: Tx, by: Actor, input: In<'add'>) {
  const term = await loadPrepared(tx, by, input.id);
  const there = await q.listConstituencies(tx, term.id);
  nameFree(there, input.name);
  const id = newId();
  await q.insertConstituencies(tx, term.id, [{ ...(await counted(tx, term, input)), id, number: Math.max(0, ...there.map((c) => c.number)) + 1, name: input.name, others: input.others, othersReason: input.othersReason, unionIds: [] }]);
  await placeUnits(tx, term, id, input);
  await share(tx, term);
  await audit.record(tx, by, words.auditConstituency, subject(term, { name: input.name }));
  return { id };
}

/** Changes name, units or people of a constituency; seats are shared out anew. */
export async function change(tx: Tx, by: Actor, input: In<'change'>) {
  const { term, constituency } = await loadConstituency(tx, by, input.id, { prepared: true });
  nameFree(await q.listConstituencies(tx, term.id), input.name, input.id);
  const same = [...input.unionIds].sort().join() === constituency.units.map((u) => u.id).sort().join();
  if (!same && (await q.isVotedIn(tx, input.id))) throw new Refused(words.votedIn, { slots: { name: constituency.name } });
  await q.clearUnits(tx, input.id);
  await placeUnits(tx, term, input.id, input);
  await q.updateConstituencies(tx, [{ ...(await counted(tx, term, input)), id: input.id, name: input.name, others: input.others, othersReason: input.othersReason, seats: constituency.seats }]);
  await share(tx, term);
  await audit.record(tx, by, words.auditConstituency, subject(term, { name: input.name }));
  return { id: input.id };
}

/** Takes a constituency away in which nobody voted yet. */
export async function remove(tx: Tx, by: Actor, { id }: In<'remove'>) {
  const { term, constituency } = await loadConstituency(tx, by, id, { prepared: true });
  if (await q.isVotedIn(tx, id)) throw new Refused(words.votedIn, { slots: { name: constituency.name } });
  await q.deleteConstituencies(tx, [id]);
  await share(tx, term);
  await audit.record(tx, by, words.auditRemoved, subject(term, { name: constituency.name }));
  return { id };
}

/** Shares the seats of a term out by largest remainder, at least one each. */
export async function share(tx: Tx, term: TermRow): Promise<number> {
  const list = await q.listConstituencies(tx, term.id);
  const shared = shareSeats(term.seats, list);
  if (shared === null) throw new Refused(words.seatsFewer, { slots: { n: list.length, seats: term.seats } });
  const seats = new Map(shared.map((s) => [s.id, s.seats]));
  await q.updateConstituencies(tx, list.map((c) => ({ ...c, seats: seats.get(c.id) ?? 0 })));
  return [...seats.values()].reduce((a, b) => a + b, 0);
}

/** Shares the seats out anew. */
export async function apportion(tx: Tx, by: Actor, { id }: In<'apportion'>) {
  const term = await loadPrepared(tx, by, id);
  const seats = await share(tx, term);
  await audit.record(tx, by, words.auditApportioned, subject(term, { n: seats }));
  return { id, seats };
}

/** Makes or changes a delegation: its constituencies, its head and deputy. */
export async function saveDelegation(tx: Tx, by: Actor, input: In<'saveDelegation'>) {
  const term = await loadLiving(tx, by, input.id);
  const there = await q.listDelegations(tx, term.id);
  if (input.delegationId !== null && !there.some((g) => g.id === input.delegationId)) wrong('delegationId', words.delegationUnknown);
  const known = new Set((await q.listConstituencies(tx, term.id)).map((c) => c.id));
  if (input.constituencyIds.some((c) => !known.has(c))) wrong('constituencyIds', words.constituencyUnknown);
  const heads = [input.headId, input.deputyId].filter((h) => h !== null);
  const held = new Set((await findDelegates(tx, heads)).filter((d) => d.termId === term.id && d.until === null && d.class === 'delegate').map((d) => d.id));
  if (input.headId !== null && !held.has(input.headId)) wrong('headId', words.headOutside);
  if (input.deputyId !== null && (!held.has(input.deputyId) || input.deputyId === input.headId)) wrong('deputyId', words.headOutside);
  const id = input.delegationId ?? newId();
  const number = there.find((g) => g.id === id)?.number ?? Math.max(0, ...there.map((g) => g.number)) + 1;
  if (!(await q.putDelegation(tx, term.id, { id, number, name: input.name, headId: input.headId, deputyId: input.deputyId }))) wrong('name', words.delegationTwice);
  await q.setDelegation(tx, term.id, id, input.constituencyIds);
  await audit.record(tx, by, words.auditDelegation, subject(term, { name: input.name }));
  return { id };
}

/** Takes a delegation away; its constituencies have none then. */
export async function dropDelegation(tx: Tx, by: Actor, { id }: In<'dropDelegation'>) {
  const termId = await q.termOfDelegation(tx, id);
  if (termId === null) throw new Refused(words.delegationUnknown, { status: 404 });
  const term = await loadLiving(tx, by, termId);
  const name = (await q.listDelegations(tx, termId)).find((g) => g.id === id)?.name ?? '';
  await q.deleteDelegation(tx, id);
  await audit.record(tx, by, words.auditDelegationDropped, subject(term, { name }));
  return { id };
}
