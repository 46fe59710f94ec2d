import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { doorWords } from '#platform/http';
import { audit } from '#engines/audit';
import { cases } from '#engines/cases';
import { notify } from '#engines/notify';
import { findMemberships, findUnion, findUnionByJoinCode, listOpenOffers, loadUnion, lockOffer, officersOf, officesWith, type OfferRow, refuseEnded, settleOffer, type Union } from '#engines/org';
import { rulebook } from '#engines/rulebook';
import type { api } from './transfers.contract.ts';
import { transferProcess } from './transfers.process.ts';
import { closeTransfer, findOpen, insertTransfer, searchUnions } from './transfers.sql.ts';
import { words } from './transfers.words.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
type Told = Pick<In<'request'>, 'reason' | 'employer' | 'job' | 'unattached' | 'newForm'>;

const NOTHING: Told = { reason: '', employer: '', job: '', unattached: false, newForm: '' };

/** Offers by which the new union has consented already; an application of the member is none. */
const consents = (offer: OfferRow): boolean => offer.origin !== 'application';

async function releaseAfter(tx: Tx, unionId: string): Promise<number> {
  const { values } = await rulebook.look(tx, { unionId }, ['membership.transfer.releaseAfterWorkdays']);
  return values['membership.transfer.releaseAfterWorkdays'];
}

/** Where the member stands and what is behind the code of the new union. */
export async function door(tx: Tx, by: Actor, { code, unionId }: In<'door'>) {
  const found = code ? await findUnionByJoinCode(tx, code.toLowerCase()) : unionId ? await findUnion(tx, unionId) : null;
  const union = found?.state === 'active' ? found : null;
  const living = (await findMemberships(tx, [by.personId])).get(by.personId);
  const from = living ? await findUnion(tx, living.unionId) : null;
  const openId = await findOpen(tx, by.personId);
  const standing = openId ? 'open' as const : !living ? 'none' as const : living.state === 'reserved' ? 'reserved' as const : living.unionId === union?.id ? 'here' as const : 'member' as const;
  return {
    union: union && { id: union.id, name: union.name, takesUnattached: union.takesUnattached, employer: union.employerName }, from: from?.name ?? null, standing, openId,
    releaseAfter: await releaseAfter(tx, from?.id ?? tx.federationId),
  };
}

/** Unions of the federation by name. */
export async function unions(tx: Tx, by: Actor, { text }: In<'unions'>) {
  return { items: await searchUnions(tx, text, by.membership?.unionId ?? null) };
}

/** The union the member leaves, or why there is nothing to transfer. */
async function unionLeft(tx: Tx, by: Actor, to: Union | null): Promise<Union> {
  const living = (await findMemberships(tx, [by.personId])).get(by.personId);
  if (living === undefined) throw new Refused(words.notMember);
  if (living.state === 'reserved') throw new Refused(words.reservedFirst);
  if (living.unionId === to?.id) throw new Refused(words.sameUnion, { slots: { union: to.name } });
  return loadUnion(tx, living.unionId);
}

async function tellComing(tx: Tx, caseId: string, number: string, by: Actor, to: Union): Promise<void> {
  const officers = await officersOf(tx, [to.id], officesWith('transfers.receive'));
  const people = [...new Set(officers.map((o) => o.personId))].filter((id) => id !== by.personId);
  if (people.length > 0) await notify.tell(tx, { key: `transfers/${caseId}/comes`, to: people, kind: 'transfer.comes', word: words.comes, body: words.comesBody, slots: { number, name: by.name, union: to.name }, link: `/console/transfers/${caseId}` });
}

/** Opens the transfer: the member asks and thereby consents. One open per person, whoever is faster. */
async function start(tx: Tx, by: Actor, o: { to: Union | null; outside: string; told: Told; offer: OfferRow | null }): Promise<{ id: string }> {
  const from = await unionLeft(tx, by, o.to);
  if (o.to) refuseEnded(o.to);
  const opened = await cases.open(tx, transferProcess, {
    unionId: from.id, originUnionId: o.to?.id ?? from.id, title: by.name, text: o.told.reason, privacy: 'named', channel: 'phone', author: by, subjectId: by.personId, facts: {},
  });
  const invited = o.offer !== null && consents(o.offer);
  const came = await insertTransfer(tx, { ...o.told, caseId: opened.id, personId: by.personId, fromUnionId: from.id, toUnionId: o.to?.id ?? null, outside: o.outside, offerId: o.offer?.id ?? null, invited });
  if (!came) throw new Refused(words.openAlready);
  if (o.offer) await settleOffer(tx, o.offer.id, 'accepted');
  if (o.to && !invited) await tellComing(tx, opened.id, opened.number, by, o.to);
  return { id: opened.id };
}

/** Asks to go to another union of the federation. An open invitation of that union is answered by it. */
export async function request(tx: Tx, by: Actor, { unionId, ...told }: In<'request'>) {
  const to = await findUnion(tx, unionId);
  if (to === null) throw new Refused(words.codeGone, { status: 404 });
  const unattached = told.unattached && to.takesUnattached;
  if (!unattached && told.employer === '') throw new Refused(doorWords.checkInput, { status: 400, fields: [{ path: 'employer', why: words.employerNeeded }] });
  const offer = (await listOpenOffers(tx, by.personId)).find((x) => x.unionId === to.id) ?? null;
  return start(tx, by, { to, outside: '', told: { ...told, unattached }, offer });
}

/** Asks to leave for a union outside the federation: the old union gives a letter. */
export async function requestOutside(tx: Tx, by: Actor, { union, reason }: In<'requestOutside'>) {
  return start(tx, by, { to: null, outside: union, told: { ...NOTHING, reason }, offer: null });
}

async function takeOffer(tx: Tx, by: Actor, id: string): Promise<OfferRow> {
  const offer = await lockOffer(tx, by.personId, id);
  if (offer === null) throw new Refused(words.offerGone, { status: 404 });
  return offer;
}

/** Accepts an invitation with what was told in it. */
export async function accept(tx: Tx, by: Actor, { id, reason }: In<'accept'>) {
  const offer = await takeOffer(tx, by, id);
  const to = await loadUnion(tx, offer.unionId);
  return start(tx, by, { to, outside: '', told: { reason, employer: offer.employer || to.employerName, job: offer.job, unattached: offer.unattached, newForm: offer.newForm as Told['newForm'] }, offer });
}

/** Declines an invitation; nothing changes. */
export async function refuseOffer(tx: Tx, by: Actor, { id }: In<'refuseOffer'>) {
  const offer = await takeOffer(tx, by, id);
  await settleOffer(tx, id, 'declined');
  await audit.record(tx, by, words.auditOfferDeclined, { subject: { kind: 'membershipOffer', id }, unionId: offer.unionId, slots: { union: offer.unionName } });
  return { id };
}

/** Takes the own request back while it is open; the membership stays where it is. */
export async function withdraw(tx: Tx, by: Actor, { id }: In<'withdraw'>) {
  await cases.step(tx, transferProcess, 'withdraw', id, { kind: 'person', actor: by });
  await closeTransfer(tx, id, null);
  return { id };
}
