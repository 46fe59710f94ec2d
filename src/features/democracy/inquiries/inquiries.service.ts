import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { addDays, instantAt, legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { newId, newSecretId } from '#shared/ids';
import type { Word } from '#shared/words';
import { doorWords } from '#platform/http';
import { secrets } from '#platform/secrets';
import { audit } from '#engines/audit';
import { notify } from '#engines/notify';
import { loadUnionFor, refuseEnded } from '#engines/org';
import type { api } from './inquiries.contract.ts';
import { shownCount } from './inquiries.rules.ts';
import * as q from './inquiries.sql.ts';
import { words } from './inquiries.words.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
const KEEP = 'inquiries.keep';

const wrong = (path: string, why: Word): never => { throw new Refused(doorWords.checkInput, { status: 400, fields: [{ path, why }] }); };
export const subject = (id: string) => ({ kind: 'inquiry', id });
const period = (d: { readonly fromDay: string; readonly toDay: string }) => ({ from: instantAt(d.fromDay), to: instantAt(addDays(d.toDay, 1)) });

/** An inquiry that this officer keeps, or the refusal that hides it. */
export async function loadKept(tx: Tx, by: Actor, id: string): Promise<q.InquiryRow> {
  const i = await q.findKept(tx, by, id);
  if (i === null) throw new Refused(doorWords.notFound, { status: 404 });
  return i;
}

/** How many said nothing in a time, by unit; small counts are not shown. */
export async function silent(tx: Tx, by: Actor, d: In<'silent'>) {
  const union = await loadUnionFor(tx, by, KEEP, d.unionId);
  if (d.toDay < d.fromDay) wrong('toDay', words.periodWrong);
  const units = await q.countSilent(tx, { unionId: union.id, path: union.path, ...period(d) });
  return { members: units.reduce((n, u) => n + u.members, 0), silent: units.reduce((n, u) => n + u.silent, 0), units: units.map((u) => ({ name: u.name, members: u.members, silent: shownCount(u.silent) })) };
}

/** Prepares an inquiry; nobody is invited yet. */
export async function create(tx: Tx, by: Actor, d: In<'create'>) {
  refuseEnded(await loadUnionFor(tx, by, KEEP, d.unionId));
  if (d.toDay < d.fromDay) wrong('toDay', words.periodWrong);
  if (d.closesOn <= legalDateOf(tx.now)) wrong('closesOn', words.closesPast);
  const id = newId();
  await q.insertInquiry(tx, { ...d, id, seed: d.seed || createHash('sha256').update(id).digest('hex').slice(0, 12), madeById: by.personId });
  await audit.record(tx, by, words.auditCreated, { subject: subject(id), unionId: d.unionId, slots: { title: d.title } });
  return { id };
}

/** Invites those who said nothing. */
export async function open(tx: Tx, by: Actor, { id }: In<'open'>) {
  const i = await loadKept(tx, by, id);
  if (!(await q.turn(tx, id, 'open'))) throw new Refused(words.openAlready);
  const invited = await q.inviteSilent(tx, { ...i, ...period(i), butNot: by.personId });
  if (invited.length === 0) throw new Refused(words.nobodySilent);
  await notify.tell(tx, { key: `inquiries/${id}/invite`, to: invited, kind: 'inquiries.invited', word: words.tellInvite, body: words.tellInviteBody, slots: { union: i.union, question: i.question }, link: `/inquiries/${id}`, unionId: i.unionId });
  await audit.record(tx, by, words.auditOpened, { subject: subject(id), unionId: i.unionId, slots: { title: i.title, n: invited.length } });
  return { id, invited: invited.length };
}

/** Ends an inquiry; what was said is mixed a last time and still followed up. */
export async function close(tx: Tx, by: Actor | { readonly system: string }, i: q.InquiryRow): Promise<void> {
  if (!(await q.turn(tx, i.id, 'closed'))) throw new Refused(words.notOpen);
  await q.mixAnswers(tx, i.id);
  await audit.record(tx, by, words.auditClosed, { subject: subject(i.id), unionId: i.unionId, slots: { title: i.title } });
}
export async function closeByHand(tx: Tx, by: Actor, { id }: In<'close'>) {
  await close(tx, by, await loadKept(tx, by, id));
  return { id };
}

/** Invites again who has neither answered nor declined; once a day. */
export async function remind(tx: Tx, by: Actor, { id }: In<'remind'>) {
  const i = await loadKept(tx, by, id);
  if (i.state !== 'open') throw new Refused(words.notOpen);
  if (!(await q.markReminded(tx, id, new Date(tx.now.getTime() - 20 * 3_600_000)))) throw new Refused(words.remindedAlready);
  const to = await q.listUnanswered(tx, id);
  if (to.length > 0) await notify.tell(tx, { key: `inquiries/${id}/again/${legalDateOf(tx.now)}`, to, kind: 'inquiries.invited', word: words.tellAgain, body: words.tellInviteBody, slots: { union: i.union, question: i.question }, link: `/inquiries/${id}`, unionId: i.unionId });
  await audit.record(tx, by, words.auditReminded, { subject: subject(id), unionId: i.unionId, slots: { title: i.title } });
  return { id };
}

const mineView = (i: q.MineRow) => ({ id: i.id, title: i.title, union: i.union, question: i.question, closesOn: i.closesOn, state: i.state, own: i.own, reply: i.reply === null ? null : secrets.open(i.reply) });

/** Inquiries the person is invited to. */
export async function mine(tx: Tx, by: Actor, page: In<'mine'>) {
  const { items, total } = await q.listMine(tx, by.personId, page);
  return { items: items.map(mineView), total };
}

async function loadMine(tx: Tx, by: Actor, id: string): Promise<q.MineRow> {
  const [i] = (await q.listMine(tx, by.personId, { limit: 1, offset: 0 }, id)).items;
  if (i === undefined) throw new Refused(doorWords.notFound, { status: 404 });
  return i;
}
export const one = async (tx: Tx, by: Actor, { id }: In<'one'>) => mineView(await loadMine(tx, by, id));

/** Answers in private: without a name nothing leads from the answer to the person. */
export async function answer(tx: Tx, by: Actor, d: In<'answer'>) {
  const i = await loadMine(tx, by, d.id);
  if (i.state !== 'open') throw new Refused(words.notOpen);
  if (!(await q.turnPerson(tx, d.id, by.personId, 'answered'))) throw new Refused(words.answeredAlready);
  await q.insertAnswer(tx, { id: newSecretId(), inquiryId: d.id, personId: d.named ? by.personId : null, channel: 'app', text: secrets.seal(d.text), enteredById: null });
  return { id: d.id };
}

/** Rather not; nobody asks again. */
export async function decline(tx: Tx, by: Actor, { id }: In<'decline'>) {
  const i = await loadMine(tx, by, id);
  if (i.state !== 'open') throw new Refused(words.notOpen);
  if (!(await q.turnPerson(tx, id, by.personId, 'declined'))) throw new Refused(words.answeredAlready);
  return { id };
}
