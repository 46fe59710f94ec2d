import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import type { Call } from '#platform/http';
import { doorWords } from '#platform/http';
import { audit } from '#engines/audit';
import { ballots } from '#engines/ballot';
import { rulebook } from '#engines/rulebook';
import { words } from './congress.words.ts';
import { listRoll, setContact as keepContact } from './delegates.sql.ts';
import { findElection, listCandidates } from './elections.sql.ts';
import type { mine } from './my.contract.ts';
import * as q from './my.sql.ts';

type In<K extends keyof typeof mine> = z.output<(typeof mine)[K]['in']>;
const MONTH = 31 * 86_400_000;
const missing = (): never => { throw new Refused(doorWords.notFound, { status: 404 }); };

/** Who represents me: in each body of my unions my constituency with its delegates, my own card, elections. */
export async function congress(tx: Tx, by: Actor) {
  const bodies = await q.listMine(tx, by);
  const constituencies = bodies.flatMap((b) => b.constituencyId ?? []);
  const people = await q.listOfConstituencies(tx, constituencies, bodies.map((b) => b.termId), by.personId);
  const elections = await q.listElectionsOf(tx, constituencies, new Date(tx.now.getTime() - MONTH));
  const items = bodies.map(({ constituencyId, ...b }) => ({
    ...b, cardId: people.find((p) => p.termId === b.termId && p.personId === by.personId)?.id ?? null, elections: elections.filter((e) => e.constituencyId === constituencyId && e.termId === b.termId),
    delegates: people.filter((p) => constituencyId !== null && p.constituencyId === constituencyId).map((p) => ({ id: p.id, name: p.name, unit: p.unit, post: p.post, contact: p.contact, me: p.personId === by.personId })),
  }));
  return { items, total: items.length };
}

/** A term of my unions with its delegates. */
export async function term(tx: Tx, by: Actor, { id, text, limit, offset }: In<'term'>) {
  const t = (await q.findMyTerm(tx, by, id)) ?? missing();
  const { items, total } = await listRoll(tx, id, { text, class: 'delegate' }, { limit, offset });
  return { ...t, items: items.map((d) => ({ id: d.id, name: d.name, unit: d.unit, constituency: d.constituency, delegation: d.delegation, post: d.post, roles: [...d.roles] })), total };
}

/** An election of delegates as a worker sees it: votes only once it is declared. */
export async function election(tx: Tx, by: Actor, { id }: In<'election'>, call: Call) {
  const of = (await q.findMyElection(tx, by, id)) ?? missing();
  const e = (await findElection(tx, id)) ?? missing();
  const declared = e.outcome !== null;
  const b = e.ballotId === null ? null : await ballots.findBallot(tx, e.ballotId);
  const entry = b === null ? null : await ballots.findVoter(tx, b.id, by.personId);
  return {
    ...e, ...of, present: declared ? e.present : null, returned: declared ? e.returned : null, rule: await rulebook.basisOf(tx, e.ruleSetId, call.locale), ballotState: b?.state ?? null, onRoll: entry !== null, voted: entry?.given ?? false,
    candidates: (await listCandidates(tx, id)).map((c) => ({ name: c.name, unit: c.unit, post: c.post, about: c.about, votes: declared ? c.votes : null, elected: declared && c.elected })),
  };
}

/** My own card. */
export async function card(tx: Tx, by: Actor, { id }: In<'card'>) {
  const mine = (await q.findMyCard(tx, by, id)) ?? missing();
  return { ...mine, groups: [...mine.groups] };
}

/** How the workers of my constituency reach me. */
export async function setContact(tx: Tx, by: Actor, { id, contact }: In<'setContact'>) {
  const mine = (await q.findMyCard(tx, by, id)) ?? missing();
  await keepContact(tx, id, contact);
  await audit.record(tx, by, words.auditContact, { subject: { kind: 'congressDelegate', id }, unionId: mine.unionId, slots: { body: mine.body } });
  return { id };
}
