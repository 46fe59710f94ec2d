import type { z } from 'zod';
import { audit } from '#engines/audit';
import { type Channel, type ChannelInput, notify } from '#engines/notify';
import { findUnionFor, inSubtrees, visibleTo } from '#engines/org';
import type { Call } from '#platform/http';
import { type Actor, may, type Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { say, type Word } from '#shared/words';
import type { api } from './messages.contract.ts';
import { nameProcesses } from './messages.service.ts';
import { words } from './messages.words.ts';
import { endOf, reasonOf } from './reasons.rules.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
type Out<K extends keyof typeof api> = z.input<(typeof api)[K]['out']>;

const CHANNELS = 'messages.channels';
const LOG = 'messages.log';

const GATEWAY = { url: '', method: 'POST', format: 'json', fields: {}, headers: {}, prefix: '' } as const;

/** The contract's settings as the engine wants them: a gateway's empty places are filled. */
function inputOf(i: Pick<In<'addChannel'>, 'name' | 'settings' | 'kinds' | 'enabled'>): ChannelInput {
  const s = i.settings;
  const settings = s.kind !== 'sms' ? s
    : s.provider === 'visible' ? { kind: 'sms' as const, provider: 'visible' as const }
    : { ...GATEWAY, ...s, fields: s.fields ?? {}, headers: s.headers ?? {}, provider: 'gateway' as const };
  return { name: i.name, kinds: i.kinds, enabled: i.enabled, settings: settings as ChannelInput['settings'] };
}

function shown(c: Channel, call: Call): Out<'changeChannel'> {
  const why = reasonOf(c.kind, c.fault);
  return { ...c, faultWhy: c.fault === '' ? '' : say(why.word, call.locale, why.slots) };
}

async function record(tx: Tx, by: Actor, word: Word, c: Channel): Promise<void> {
  await audit.record(tx, by, word, { subject: { kind: 'messageChannel', id: c.id }, unionId: c.unionId, slots: { union: c.unionName, name: audit.veil(c.name) } });
}

async function unionFor(tx: Tx, by: Actor, id: string, permission = CHANNELS) {
  const union = await findUnionFor(tx, by, permission, id);
  if (union === null) throw new Refused(words.unionUnknown, { status: 404 });
  return union;
}

/** Channels of the own subtree, or of a union in it and below. */
export async function channels(tx: Tx, by: Actor, i: In<'channels'>, call: Call): Promise<Out<'channels'>> {
  const seen = i.unionId === undefined ? visibleTo(by, CHANNELS) : inSubtrees([(await unionFor(tx, by, i.unionId)).path]);
  nameProcesses();
  const { groups } = await notify.choicesOf(tx, by.personId);
  return {
    items: (await notify.listChannels(tx, seen)).map((c) => shown(c, call)),
    groups: groups.filter((g) => g.group !== '*').map((g) => ({ group: g.group, title: say(g.title, call.locale) })),
    may: may(by, CHANNELS) ? ['add', 'change', 'remove', 'try'] : [],
  };
}

/** Adds a channel to a union. */
export async function addChannel(tx: Tx, by: Actor, i: In<'addChannel'>, call: Call): Promise<Out<'addChannel'>> {
  const union = await unionFor(tx, by, i.unionId);
  const made = await notify.addChannel(tx, union.id, inputOf(i), visibleTo(by, CHANNELS));
  await record(tx, by, words.saidAdded, made.channel);
  return { channel: shown(made.channel, call), ...(made.secret === undefined ? {} : { secret: made.secret }) };
}

/** Changes a channel. */
export async function changeChannel(tx: Tx, by: Actor, i: In<'changeChannel'>, call: Call): Promise<Out<'changeChannel'>> {
  const channel = await notify.changeChannel(tx, i.id, inputOf(i), visibleTo(by, CHANNELS));
  await record(tx, by, words.saidChanged, channel);
  return shown(channel, call);
}

/** Removes a channel; what waited for it is left out. */
export async function removeChannel(tx: Tx, by: Actor, i: In<'removeChannel'>): Promise<Out<'removeChannel'>> {
  await record(tx, by, words.saidRemoved, await notify.removeChannel(tx, i.id, visibleTo(by, CHANNELS)));
  return { done: true };
}

/** Sends a trial through a channel. */
export async function tryChannel(tx: Tx, by: Actor, i: In<'tryChannel'>): Promise<Out<'tryChannel'>> {
  const { deliveryId, channel } = await notify.tryChannel(tx, i.id, by.personId, visibleTo(by, CHANNELS));
  await record(tx, by, words.saidTried, channel);
  return { deliveryId };
}

/** The delivery log of the own subtree. */
export async function log(tx: Tx, by: Actor, i: In<'log'>, call: Call): Promise<Out<'log'>> {
  nameProcesses();
  const { unionId, ...filter } = i;
  const seen = unionId === undefined ? visibleTo(by, LOG) : inSubtrees([(await unionFor(tx, by, unionId, LOG)).path]);
  const found = await notify.log(tx, { ...filter, seen });
  const items = found.items.map((line) => {
    const end = endOf(line);
    const group = say(notify.groupTitle(line.kind.split('.')[0] ?? ''), call.locale);
    return { ...line, channel: line.channel as Out<'log'>['items'][number]['channel'], group, why: say(end.word, call.locale, end.slots) };
  });
  return { items, ...(found.next === undefined ? {} : { next: found.next }), may: ['retry'] };
}

/** Lets undeliverable messages be tried again. */
export async function retry(tx: Tx, by: Actor, i: In<'retry'>): Promise<Out<'retry'>> {
  const count = await notify.retry(tx, i.deliveryIds, visibleTo(by, LOG));
  if (count === 0) throw new Refused(words.retryNone);
  await audit.record(tx, by, words.saidRetried, { subject: { kind: 'messageDelivery', id: i.deliveryIds[0] ?? '' }, slots: { count } });
  return { count };
}

/** Short messages the demonstration shows instead of sending; for the top union's officers, because they belong to no union. */
export async function shownTexts(tx: Tx, by: Actor): Promise<Out<'shown'>> {
  const top = by.grants.some((g) => g.permission === LOG && /^\/[^/]+\/$/.test(g.path));
  const items = top ? await notify.listVisible(tx, 50) : [];
  return { items: items.map((s) => ({ ...s, sentAt: s.sentAt.toISOString() })) };
}
