import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { cases } from '#engines/cases';
import { files } from '#engines/files';
import { notify } from '#engines/notify';
import { loadKept } from './councils.service.ts';
import type { CouncilRow } from './councils.sql.ts';
import type { api } from './joint-meetings.contract.ts';
import { itemProcess } from './joint-meetings.process.ts';
import { bothOf, VERB_OF } from './joint-meetings.rules.ts';
import { words } from './joint-meetings.words.ts';
import { entrusted, hearers, openItem, speakerOf, wrong } from './meetings.service.ts';
import * as q from './meetings.sql.ts';
import { FILES, loadItem, sideOf, tells } from './views.service.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;

async function tellable(tx: Tx, by: Actor, id: string): Promise<{ item: q.ItemRow; council: CouncilRow }> {
  const found = await loadItem(tx, by, id);
  if (!tells(by, found.council, found.item)) throw new Refused(words.notYours, { status: 403 });
  return found;
}

/** How far an item is, with evidence. */
export async function report(tx: Tx, by: Actor, { id, text, progress, files: evidence }: In<'report'>) {
  await tellable(tx, by, id);
  await cases.step(tx, itemProcess, 'report', id, entrusted(by), { text, files: evidence, data: { progress } });
  await files.attach(tx, by, evidence, { kind: FILES, id });
  await q.setProgress(tx, id, progress);
  return { id };
}

/** Asks both sides to take an item as done, to drop it or to give it a later day. Who speaks for a side consents by asking. */
export async function ask(tx: Tx, by: Actor, d: In<'ask'>) {
  const { item, council } = await tellable(tx, by, d.id);
  const due = d.ask === 'postpone' ? d.dueOn : null;
  if (d.ask === 'postpone' && (due === null || due <= legalDateOf(tx.now) || due <= item.dueOn)) wrong('dueOn', words.laterDay);
  await cases.step(tx, itemProcess, 'ask', d.id, entrusted(by), { text: d.text, files: d.files, data: { ask: d.ask, ...(due ? { due } : {}) } });
  await files.attach(tx, by, d.files, { kind: FILES, id: d.id });
  await q.setAsk(tx, d.id, { ask: d.ask, text: d.text, due, byId: by.personId });
  const side = sideOf(council);
  const round = item.round + 1;
  if (side !== null) await q.insertConsent(tx, d.id, round, side, by.personId);
  const to = await hearers(tx, council.id, { speakers: true, ...(side === null ? {} : { side: side === 'union' ? 'other' as const : 'union' as const }), but: by.personId });
  if (to.length > 0) await notify.tell(tx, { key: `jointMeetings/item/${d.id}/asked/${round}`, kind: 'jointMeetings.item', word: words[`tellAsk_${d.ask}`], body: words.tellAskBody, slots: { title: item.title, text: d.text, day: due ?? item.dueOn }, link: `/joint-meetings/items/${d.id}`, unionId: item.unionId, to });
  return { id: d.id };
}

/** A side takes what was asked. With the second side the item is done, dropped or carried to its later day as an item of its own. */
export async function accept(tx: Tx, by: Actor, { id, round }: In<'accept'>) {
  const { item: before, council } = await loadItem(tx, by, id);
  if (before.state === 'asked' && sideOf(council) !== null) await cases.step(tx, itemProcess, 'accept', id, entrusted(by));
  const item = (await q.findItem(tx, id)) ?? before;
  const side = speakerOf(council, { round: item.round, waits: item.state === 'asked' }, round);
  if (!(await q.insertConsent(tx, id, round, side, by.personId))) throw new Refused(words.consentedAlready);
  const both = bothOf((await q.listConsents(tx, id, round)).map((x) => x.side));
  if (!both || item.ask === null) return { id, state: item.state, next: null };
  const { file } = await cases.step(tx, itemProcess, VERB_OF[item.ask], id, { kind: 'system', job: 'jointMeetings' });
  if (item.ask === 'done') await q.setProgress(tx, id, 100);
  const next = item.ask === 'postpone' && item.askDue !== null ? await openItem(tx, by, council, { meetingId: item.meetingId, item: { title: item.title, detail: item.detail, ownerId: item.ownerId, dueOn: item.askDue }, followsId: id }) : null;
  if (next) await q.setProgress(tx, next, item.progress);
  const to = await hearers(tx, council.id);
  await notify.tell(tx, { key: `jointMeetings/item/${id}/settled/${round}`, kind: 'jointMeetings.item', word: words[`tellSettled_${item.ask}`], body: words.tellSettledBody, slots: { title: item.title, text: item.askText }, link: `/joint-meetings/items/${next ?? id}`, unionId: item.unionId, to });
  return { id, state: file.state as q.ItemRow['state'], next };
}

/** A side does not take it: the item goes on, and its owner hears why. */
export async function refuse(tx: Tx, by: Actor, { id, round, text }: In<'refuse'>) {
  const { item, council } = await loadItem(tx, by, id);
  speakerOf(council, { round: item.round, waits: item.state === 'asked' }, round);
  await cases.step(tx, itemProcess, 'refuse', id, entrusted(by), { text });
  await q.clearAsk(tx, id);
  await notify.tell(tx, { key: `jointMeetings/item/${id}/refused/${round}`, kind: 'jointMeetings.item', word: words.tellRefused, body: words.tellRefusedBody, slots: { title: item.title, text }, link: `/joint-meetings/items/${id}`, unionId: item.unionId, to: [item.ownerId] });
  return { id };
}

/** Gives an item to another representative. */
export async function assign(tx: Tx, by: Actor, { id, version, personId }: In<'assign'>) {
  const { item, council } = await loadItem(tx, by, id);
  await loadKept(tx, by, council.id);
  if (!(await hearers(tx, council.id)).includes(personId)) wrong('personId', words.ownerUnknown);
  await cases.step(tx, itemProcess, 'assign', id, { kind: 'person', actor: by }, { version });
  await q.setOwner(tx, id, personId);
  await notify.tell(tx, { key: `jointMeetings/item/${id}/owner/${personId}/${version}`, kind: 'jointMeetings.item', word: words.tellItem, body: words.tellItemBody, slots: { title: item.title, day: item.dueOn, council: council.title }, link: `/joint-meetings/items/${id}`, unionId: item.unionId, to: [personId] });
  return { id };
}
