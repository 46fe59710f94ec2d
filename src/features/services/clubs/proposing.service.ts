import type { z } from 'zod';
import { type Actor, mayIn, type Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { doorWords } from '#platform/http';
import { audit } from '#engines/audit';
import { cases } from '#engines/cases';
import { notify } from '#engines/notify';
import { findUnion, listAncestors, loadUnion, officersOf, officesWith, type Union } from '#engines/org';
import { rulebook } from '#engines/rulebook';
import { confirmedOf, KEEP, leads, loadClub, neededIn, subject, wrong } from './access.service.ts';
import type { api } from './clubs.contract.ts';
import { clubProcess } from './clubs.process.ts';
import { nameKey } from './clubs.rules.ts';
import * as q from './clubs.sql.ts';
import { words } from './clubs.words.ts';
import { setPlaces } from './deciding.service.ts';
import * as p from './people.sql.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
const FOUNDERS_MOST = 60;
const OPEN = ['gathering', 'returned'];

/** Unions where this person may propose: the own one and those above, as far as somebody else there can approve; nearest first. */
async function hostsFor(tx: Tx, by: Actor): Promise<Union[]> {
  const own = by.membership === null ? null : await findUnion(tx, by.membership.unionId);
  if (own === null) return [];
  const chain = [own, ...(await listAncestors(tx, own))].filter((u) => u.state === 'active' || u.state === 'preparing');
  const officers = await officersOf(tx, chain.map((u) => u.id), officesWith(KEEP).filter((o) => o !== 'platformAdmin'));
  const able = new Set(officers.filter((o) => o.personId !== by.personId).map((o) => o.unionId));
  return chain.filter((u) => able.has(u.id));
}

/** What the form starts with: where one may propose and how many founders each asks for. */
export async function start(tx: Tx, by: Actor) {
  const hosts = await hostsFor(tx, by);
  return { hosts: await Promise.all(hosts.map(async (u) => ({ id: u.id, name: u.name, needed: await neededIn(tx, u.id) }))) };
}

/** Colleagues that can be asked to found a club of this union. */
export async function colleagues(tx: Tx, by: Actor, { unionId, text }: In<'colleagues'>) {
  const host = (await hostsFor(tx, by)).find((u) => u.id === unionId);
  if (host === undefined) throw new Refused(words.unionNotYours, { status: 404 });
  return { items: await p.listColleagues(tx, host.path, text, by.personId) };
}

async function ask(tx: Tx, by: Actor, c: { id: string; unionId: string; name: string }, people: readonly string[]): Promise<number> {
  const union = await loadUnion(tx, c.unionId);
  const ids = [...new Set(people)].filter((id) => id !== by.personId);
  if (ids.length === 0) return 0;
  if ((await p.listMembersAmong(tx, union.path, ids)).length < ids.length) wrong('founders', words.founderOutside, { union: union.name });
  if ((await p.listFounders(tx, c.id)).length + ids.length > FOUNDERS_MOST) wrong('founders', words.foundersMost, { most: FOUNDERS_MOST });
  const asked = await p.insertFounders(tx, c.id, ids);
  if (asked.length > 0) {
    await notify.tell(tx, {
      key: `clubs/${c.id}/asked/${tx.now.getTime()}`, kind: 'clubs.asked', word: words.tellAsked, body: words.tellAskedBody, slots: { name: by.name, title: c.name, needed: await neededIn(tx, union.id) }, link: `/clubs/${c.id}`, unionId: union.id, to: asked,
    });
  }
  return asked.length;
}

/** Proposes a club: the proposer is its first founder, the others are asked on their phones. */
export async function propose(tx: Tx, by: Actor, { unionId, founders, ...about }: In<'propose'>) {
  if (by.membership === null) throw new Refused(words.noUnion);
  const hosts = await hostsFor(tx, by);
  const host = unionId === undefined ? hosts[0] : hosts.find((u) => u.id === unionId);
  if (host === undefined) throw unionId === undefined ? new Refused(words.noApprover) : new Refused(words.unionNotYours, { status: 404 });
  const opened = await cases.open(tx, clubProcess, { unionId: host.id, originUnionId: by.membership.unionId, title: about.name, text: about.purpose, privacy: 'named', channel: 'phone', author: by });
  if (!(await q.insertClub(tx, { id: opened.id, unionId: host.id, key: nameKey(about.name) }, about))) wrong('name', words.nameTaken);
  await p.insertFounders(tx, opened.id, [by.personId], 'confirmed');
  await ask(tx, by, { id: opened.id, unionId: host.id, name: about.name }, founders);
  await audit.record(tx, by, words.auditProposed, { subject: { kind: 'club', id: opened.id }, unionId: host.id, slots: { title: about.name } });
  return { id: opened.id, number: opened.number };
}

async function loadOwn(tx: Tx, by: Actor, id: string): Promise<q.ClubRow> {
  const c = await loadClub(tx, by, id, true);
  if (c.authorId !== by.personId) throw new Refused(doorWords.notFound, { status: 404 });
  if (!OPEN.includes(c.state)) throw new Refused(words.notDraft);
  return c;
}

/** Changes what is said: the proposer until it is sent, afterwards its leader and the union. A limit below the members is refused; a higher one lets who waits in. */
export async function save(tx: Tx, by: Actor, { id, version, ...about }: In<'save'>) {
  const c = await loadClub(tx, by, id, true);
  if (version !== undefined && version !== c.version) throw new Refused(words.notChangeable);
  const running = c.state === 'active' || c.state === 'suspended';
  const own = c.authorId === by.personId && OPEN.includes(c.state);
  if (!own && !(running && leads(by, c)) && !(c.state === 'submitted' && mayIn(by, KEEP, c.path))) throw new Refused(c.authorId === by.personId || leads(by, c) ? words.notChangeable : doorWords.notFound, { status: c.authorId === by.personId || leads(by, c) ? 409 : 404 });
  if (!(await q.updateClub(tx, id, nameKey(about.name), about))) wrong('name', words.nameTaken);
  if (running) await setPlaces(tx, by, c, about.name, about.places);
  await audit.record(tx, by, words.auditSaved, { ...subject(c), slots: { title: about.name } });
  return { id, state: c.state };
}

/** Asks more colleagues to found it. */
export async function invite(tx: Tx, by: Actor, { id, people }: In<'invite'>) {
  const c = await loadOwn(tx, by, id);
  const n = await ask(tx, by, c, people);
  await audit.record(tx, by, words.auditInvited, subject(c, { n }));
  return { id };
}

/** Takes somebody off the founders. */
export async function uninvite(tx: Tx, by: Actor, { id, personId }: In<'uninvite'>) {
  const c = await loadOwn(tx, by, id);
  if (personId === by.personId) throw new Refused(words.founderSelf);
  if (!(await p.dropFounder(tx, id, personId))) throw new Refused(words.memberUnknown, { status: 404 });
  await audit.record(tx, by, words.auditUninvited, subject(c));
  return { id };
}

/** Confirms or declines to found a club, as often as one changes one's mind until it is sent. */
export async function answer(tx: Tx, by: Actor, { id, confirm }: In<'answer'>) {
  const c = await loadClub(tx, by, id, true);
  if (!OPEN.includes(c.state)) throw new Refused(words.notDraft);
  if (c.authorId === by.personId) throw new Refused(words.founderSelf);
  if (!(await p.setAnswer(tx, id, by.personId, confirm ? 'confirmed' : 'declined'))) throw new Refused(words.notAsked);
  const [confirmed, needed] = [await countConfirmed(tx, c), await neededIn(tx, c.unionId)];
  if (confirm && confirmed === needed && c.authorId !== null) {
    await notify.tell(tx, { key: `clubs/${id}/enough`, kind: 'clubs.enough', word: words.tellEnough, body: words.tellEnoughBody, slots: { title: c.name, n: confirmed }, link: `/clubs/${id}`, unionId: c.unionId, to: [c.authorId] });
  }
  await audit.record(tx, by, confirm ? words.auditConfirmed : words.auditRefused, subject(c));
  return { id, confirmed, needed };
}

const countConfirmed = async (tx: Tx, c: q.ClubRow): Promise<number> => (await confirmedOf(tx, c)).length;

/**
 * Sends a proposal to the union once enough founders confirmed.
 * @throws Refused with how many there are and how many it takes
 */
export async function submit(tx: Tx, by: Actor, { id, version }: In<'submit'>) {
  const c = await loadClub(tx, by, id, true);
  const { values, ruleSetId } = await rulebook.resolve(tx, { unionId: c.unionId }, ['clubs.founders.least']);
  const [have, needed] = [await countConfirmed(tx, c), values['clubs.founders.least']];
  if (OPEN.includes(c.state) && c.authorId === by.personId) {
    if (have < needed) throw new Refused(words.foundersFew, { slots: { needed, have } });
    if (c.places !== null && c.places < have) throw new Refused(words.placesFew, { slots: { n: have } });
  }
  const held = await cases.step(tx, clubProcess, 'submit', id, { kind: 'person', actor: by }, { title: c.name, text: c.purpose, data: { ruleSetId, founders: have }, ...(version ? { version } : {}) });
  await q.setRules(tx, id, ruleSetId);
  return { id, state: held.file.state };
}

/** Withdraws a proposal; its name is free again. */
export async function withdraw(tx: Tx, by: Actor, { id, version }: In<'withdraw'>) {
  await loadClub(tx, by, id, true);
  const held = await cases.step(tx, clubProcess, 'withdraw', id, { kind: 'person', actor: by }, version ? { version } : {});
  await q.freeName(tx, id);
  return { id, state: held.file.state };
}
