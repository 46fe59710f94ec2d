import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { audit } from '#engines/audit';
import { cases, type Given } from '#engines/cases';
import { notify } from '#engines/notify';
import { publicDays, publicUntil, tooEarly } from './catalogue.rules.ts';
import type { desk } from './desk.contract.ts';
import { disclosureProcess } from './disclosure.process.ts';
import * as q from './disclosure.sql.ts';
import { words } from './disclosure.words.ts';
import * as r from './reading.sql.ts';
import { CHECK, KEEP, loadKept, mayCheck } from './writing.service.ts';

type In<K extends keyof typeof desk> = z.output<(typeof desk)[K]['in']>;
const DAY_MS = 86_400_000;

const given = (o: { readonly version?: number | undefined; readonly text?: string }): Given => ({ ...(o.version === undefined ? {} : { version: o.version }), ...(o.text ? { text: o.text } : {}) });

async function loadToCheck(tx: Tx, by: Actor, id: string): Promise<q.ItemRow> {
  const item = await loadKept(tx, by, id, CHECK);
  if (!mayCheck(by, item)) throw new Refused(words.checkerWrote, { status: 403 });
  return item;
}

/** The second person found nothing left to hide: it is public from now on, and its audience is told. */
export async function clear(tx: Tx, by: Actor, { id, version, ...found }: In<'clear'>) {
  const item = await loadToCheck(tx, by, id);
  const { stateSecret, tradeSecret, personalData, redaction } = found;
  if (stateSecret === 'found' || tradeSecret === 'found' || personalData === 'found') throw new Refused(words.secretFound, { status: 400, fields: (['stateSecret', 'tradeSecret', 'personalData'] as const).filter((k) => found[k] === 'found').map((path) => ({ path, why: words.secretFound })) });
  if ([stateSecret, tradeSecret, personalData].includes('redacted') && redaction === '') throw new Refused(words.redactionMissing, { status: 400, fields: [{ path: 'redaction', why: words.redactionMissing }] });
  const held = await cases.step(tx, disclosureProcess, item.state === 'rechecking' ? 'clearAgain' : 'clear', id, { kind: 'person', actor: by }, given({ version }));
  const byId = item.submittedById;
  if (byId === null) throw new Error(`disclosure ${id} was sent by nobody`);
  await q.publish(tx, item, { byId, checkedById: by.personId, check: { stateSecret, tradeSecret, personalData, redaction }, until: publicUntil(tx.now, item.publicDays), nextDraftId: newId() });
  await r.countAudience(tx, id);
  const to = await r.listPeople(tx, id, { unread: false });
  const again = item.no > 0;
  if (to.length > 0) {
    await notify.tell(tx, {
      key: `disclosure/${id}/version/${item.no + 1}`, kind: again ? 'disclosure.changed' : 'disclosure.published', word: again ? words.tellChanged : words.tellPublished, body: again ? words.tellChangedBody : words.tellPublishedBody, slots: { title: item.draftTitle, union: item.union, why: item.why }, link: `/disclosures/${id}`, unionId: item.unionId, to,
    });
  }
  return { id, state: held.file.state };
}

/** The second person returns it with remarks. */
export async function giveBack(tx: Tx, by: Actor, { id, version, text }: In<'giveBack'>) {
  const item = await loadToCheck(tx, by, id);
  const held = await cases.step(tx, disclosureProcess, item.state === 'rechecking' ? 'giveBackAgain' : 'giveBack', id, { kind: 'person', actor: by }, given({ version, text }));
  return { id, state: held.file.state };
}

/** There is nothing to disclose this period, and why. */
export async function nothing(tx: Tx, by: Actor, { id, version, text }: In<'nothing'>) {
  const item = await loadKept(tx, by, id, KEEP);
  if (item.period === '') throw new Refused(words.notDuty);
  const held = await cases.step(tx, disclosureProcess, 'nothing', id, { kind: 'person', actor: by }, given({ version, text }));
  return { id, state: held.file.state };
}

/** Drops a draft that no duty asks for. */
export async function drop(tx: Tx, by: Actor, { id, version }: In<'drop'>) {
  const item = await loadKept(tx, by, id, KEEP);
  if (item.period !== '') throw new Refused(words.dutyStays);
  const held = await cases.step(tx, disclosureProcess, 'drop', id, { kind: 'person', actor: by }, given({ version }));
  return { id, state: held.file.state };
}

function takes<K extends 'takeUp' | 'rectify' | 'archive'>(verb: K) {
  return async (tx: Tx, by: Actor, { id, ...said }: { id: string; version?: number | undefined; text?: string }) => {
    await loadKept(tx, by, id, KEEP);
    const held = await cases.step(tx, disclosureProcess, verb, id, { kind: 'person', actor: by }, given(said));
    return { id, state: held.file.state };
  };
}

/** There is something to disclose after all. */
export const takeUp = takes('takeUp');
/** Begins to put right what is public; readers go on seeing it until the new version is cleared. */
export const rectify = takes('rectify');
/** Puts what is closed into the archive of its year. */
export const archive = takes('archive');

/** Takes an item down. Before it was public long enough this is a violation that stays visible (rules.md §28 row 31). */
export async function withdraw(tx: Tx, by: Actor, { id, version, text }: In<'withdraw'>) {
  const item = await loadKept(tx, by, id, KEEP);
  const held = await cases.step(tx, disclosureProcess, 'withdraw', id, { kind: 'person', actor: by }, given({ version, text }));
  if (item.publishedAt === null) throw new Error(`disclosure ${id} was never public`);
  const days = publicDays(item.publishedAt, tx.now);
  await q.takeDown(tx, id, days, text);
  return { id, state: held.file.state, violation: tooEarly(days, item.leastDays) };
}

/** Ends the time of publication: after its last day, and when every question has its answer. */
export async function close(tx: Tx, by: Actor, { id, version }: In<'close'>) {
  const item = await loadKept(tx, by, id, KEEP);
  if (item.publicUntil !== null && item.publicUntil >= legalDateOf(tx.now)) throw new Refused(words.stillPublic, { slots: { date: item.publicUntil } });
  if (item.open > 0) throw new Refused(words.questionsOpen, { slots: { n: item.open } });
  const held = await cases.step(tx, disclosureProcess, 'close', id, { kind: 'person', actor: by }, given({ version }));
  return { id, state: held.file.state };
}

/** Reminds everybody of the audience who has not read the last version; once in a day. */
export async function remind(tx: Tx, by: Actor, { id }: In<'remind'>) {
  const item = await loadKept(tx, by, id, KEEP);
  if (item.no === 0 || item.withdrawnAt !== null || ['closed', 'archived'].includes(item.state)) throw new Refused(words.notPublic);
  if (item.remindedAt !== null && tx.now.getTime() - item.remindedAt.getTime() < DAY_MS) throw new Refused(words.remindedToday);
  const to = await r.listPeople(tx, id, { unread: true });
  await r.setReminded(tx, id);
  if (to.length > 0) await notify.tell(tx, { key: `disclosure/${id}/unread/${legalDateOf(tx.now)}`, kind: 'disclosure.unread', word: words.tellUnread, body: words.tellUnreadBody, slots: { title: item.title, union: item.union, date: item.publicUntil ?? '' }, link: `/disclosures/${id}`, unionId: item.unionId, to });
  await audit.record(tx, by, words.auditReminded, { subject: { kind: 'disclosure', id }, unionId: item.unionId, slots: { title: item.title, n: to.length } });
  return { n: to.length };
}
