import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { newSecretId } from '#shared/ids';
import { say } from '#shared/words';
import { type Call, doorWords, type Download } from '#platform/http';
import { secrets } from '#platform/secrets';
import { exportSheet } from '#platform/sheets';
import { audit } from '#engines/audit';
import { notify } from '#engines/notify';
import { loadUnionFor } from '#engines/org';
import type { api } from './inquiries.contract.ts';
import { loadKept, subject } from './inquiries.service.ts';
import * as q from './inquiries.sql.ts';
import { words } from './inquiries.words.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
type All<K extends keyof typeof api> = Omit<In<K>, 'limit' | 'offset'> & { readonly limit: number; readonly offset: number };
const EXPORT_MOST = 5_000;

const rowOf = (i: q.InquiryRow) => ({ id: i.id, title: i.title, union: i.union, state: i.state, closesOn: i.closesOn, invited: i.invited, answered: i.answered, declined: i.declined, said: i.said });

/** Inquiries over the officer's unions, latest first. */
export async function register(tx: Tx, by: Actor, f: All<'register'>) {
  const unionPath = f.unionId === undefined ? undefined : (await loadUnionFor(tx, by, 'inquiries.keep', f.unionId)).path;
  const { items, total } = await q.listKept(tx, by, { unionPath, text: f.text, state: f.state, limit: f.limit, offset: f.offset });
  return { items: items.map(rowOf), total };
}

/** The register as a sheet. */
export async function exportRegister(tx: Tx, by: Actor, f: In<'exportRegister'>, call: Call): Promise<Download> {
  const { items } = await register(tx, by, { ...f, limit: EXPORT_MOST, offset: 0 });
  await audit.record(tx, by, words.auditExported, { subject: { kind: 'register', id: tx.federationId }, slots: { n: items.length } });
  return exportSheet({
    name: words.registerName, now: tx.now, locale: call.locale, rows: items, shown: f.columns,
    columns: [
      { heading: words.colTitle, under: ['title'], cell: (x) => x.title }, { heading: words.colUnion, under: ['union'], cell: (x) => x.union }, { heading: words.colState, under: ['state'], cell: (x) => say(words[`state_${x.state}`], call.locale) },
      { heading: words.colCloses, under: ['closes'], cell: (x) => x.closesOn }, { heading: words.colInvited, under: ['people'], cell: (x) => String(x.invited) }, { heading: words.colAnswered, under: ['people'], cell: (x) => String(x.answered) },
    ],
  });
}

/** One inquiry with its figures by channel. */
export async function kept(tx: Tx, by: Actor, { id }: In<'kept'>) {
  const i = await loadKept(tx, by, id);
  const may = { draft: ['open'], open: ['close', 'remind', 'enter'], closed: [] }[i.state];
  return { ...rowOf(i), unionId: i.unionId, question: i.question, fromDay: i.fromDay, toDay: i.toDay, most: i.most, seed: i.seed, channels: await q.listChannels(tx, id), may };
}

/** Who was invited and whether they spoke; never what they said. */
export async function people(tx: Tx, by: Actor, f: All<'people'>) {
  await loadKept(tx, by, f.id);
  return q.listPeople(tx, f.id, f);
}

/** Who was invited, as a sheet. */
export async function exportPeople(tx: Tx, by: Actor, f: In<'exportPeople'>, call: Call): Promise<Download> {
  const i = await loadKept(tx, by, f.id);
  const { items } = await q.listPeople(tx, f.id, { ...f, limit: EXPORT_MOST, offset: 0 });
  await audit.record(tx, by, words.auditExportedPeople, { subject: subject(f.id), unionId: i.unionId, slots: { title: i.title, n: items.length } });
  return exportSheet({
    name: words.peopleName, now: tx.now, locale: call.locale, rows: items, shown: f.columns,
    columns: [{ heading: words.colName, under: ['name'], cell: (x) => x.name }, { heading: words.colUnit, under: ['unit'], cell: (x) => x.unit }, { heading: words.colState, under: ['state'], cell: (x) => say(words[`person_${x.state}`], call.locale) }],
  });
}

const answerView = (a: q.AnswerRow) => ({ id: a.id, name: a.name, channel: a.channel, text: secrets.open(a.text), reply: a.reply === null ? null : secrets.open(a.reply), state: a.state });

/** What was said; each look stands in the log. */
export async function answers(tx: Tx, by: Actor, f: All<'answers'>) {
  await loadKept(tx, by, f.id);
  const { items, total } = await q.listAnswers(tx, f.id, f);
  return { items: items.map(answerView), total };
}

/** What was said, as a sheet. */
export async function exportAnswers(tx: Tx, by: Actor, f: In<'exportAnswers'>, call: Call): Promise<Download> {
  const i = await loadKept(tx, by, f.id);
  const items = (await q.listAnswers(tx, f.id, { ...f, limit: EXPORT_MOST, offset: 0 })).items.map(answerView);
  await audit.record(tx, by, words.auditExportedAnswers, { subject: subject(f.id), unionId: i.unionId, slots: { title: i.title, n: items.length } });
  return exportSheet({
    name: words.answersName, now: tx.now, locale: call.locale, rows: items, shown: f.columns,
    columns: [
      { heading: words.colText, under: ['text'], cell: (x) => x.text }, { heading: words.colName, under: ['who'], cell: (x) => x.name ?? say(words.nameless, call.locale) }, { heading: words.colChannel, under: ['channel'], cell: (x) => say(words[`channel_${x.channel}`], call.locale) },
      { heading: words.colState, under: ['state'], cell: (x) => say(words[`answer_${x.state}`], call.locale) }, { heading: words.colReply, under: ['reply'], cell: (x) => x.reply ?? '' },
    ],
  });
}

/** Enters what was said by telephone or at a visit by somebody who was invited, or what stands on a slip of the box. */
export async function enter(tx: Tx, by: Actor, d: In<'enter'>) {
  const i = await loadKept(tx, by, d.id);
  if (i.state !== 'open') throw new Refused(words.notOpen);
  if (d.channel === 'box' && d.personId !== null) throw new Refused(words.boxNameless, { status: 400 });
  if (d.channel !== 'box' && (d.personId === null || !(await q.turnPerson(tx, d.id, d.personId, 'answered')))) throw new Refused(words.notInvited);
  const id = newSecretId();
  await q.insertAnswer(tx, { id, inquiryId: d.id, personId: d.named ? d.personId : null, channel: d.channel, text: secrets.seal(d.text), enteredById: by.personId });
  await audit.record(tx, by, words.auditEntered, { subject: subject(d.id), unionId: i.unionId, slots: { title: i.title, channel: words[`channel_${d.channel}`] } });
  return { id };
}

/** Notes that an answer is being followed up, or what came of it; whoever gave a name hears it. */
export async function follow(tx: Tx, by: Actor, d: In<'follow'>) {
  const a = await q.findAnswer(tx, d.id);
  const i = a === null ? null : await q.findKept(tx, by, a.inquiryId);
  if (a === null || i === null) throw new Refused(doorWords.notFound, { status: 404 });
  if (!(await q.followAnswer(tx, d.id, d.settle ? secrets.seal(d.reply) : null))) throw new Refused(words.settledAlready);
  if (d.settle && a.personId !== null) await notify.tell(tx, { key: `inquiries/answer/${a.id}`, to: [a.personId], kind: 'inquiries.reply', word: words.tellReply, body: words.tellReplyBody, slots: { reply: d.reply }, link: `/inquiries/${a.inquiryId}`, unionId: i.unionId });
  await audit.record(tx, by, words.auditFollowed, { subject: subject(a.inquiryId), unionId: i.unionId, slots: { title: i.title } });
  return { id: d.id };
}
