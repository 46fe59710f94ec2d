import { randomBytes } from 'node:crypto';
import type { Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import type { RawBuilder } from '#platform/db';
import * as q from './channels.sql.ts';
import { words } from './notify.words.ts';
import { openSettings, sealSettings } from './seal.ts';
import { type ChannelSettings, checkSettings, joined, shownOf } from './settings.ts';
import { current } from './setup.ts';
import { tellThrough } from './tell.service.ts';
import type { ChannelKind } from './tell.sql.ts';

/** A channel as officers see it: no secret is ever in it. */
export type Channel = {
  id: string; unionId: string; unionName: string; kind: ChannelKind; name: string; settings: Record<string, unknown>; kinds: string[]; enabled: boolean;
  /** the provider's answer that says the settings are wrong; empty when all is well */
  fault: string; faultAt: string | null; pausedUntil: string | null; changedAt: string;
};

const MOST_CHANNELS = 20;
const TRY_EVERY_S = 20;

const channelOf = (row: q.ChannelRow): Channel => ({
  id: row.id, unionId: row.unionId, unionName: row.unionName, kind: row.kind, name: row.name, settings: row.shown, kinds: row.kinds, enabled: row.enabled,
  fault: row.fault, faultAt: row.faultAt?.toISOString() ?? null, pausedUntil: row.pausedUntil?.toISOString() ?? null, changedAt: row.changedAt.toISOString(),
});

/** Channels of the unions that the condition on `union_unit u` lets through. */
export const listChannels = async (tx: Tx, seen: RawBuilder<boolean>): Promise<Channel[]> => (await q.listChannels(tx, seen)).map(channelOf);

async function load(tx: Tx, id: string, seen: RawBuilder<boolean>, lock = false): Promise<q.ChannelRow> {
  const row = await q.findChannel(tx, id, seen, lock);
  if (row === null) throw new Refused(words.channelUnknown, { status: 404 });
  return row;
}

export type ChannelInput = { readonly name: string; readonly settings: ChannelSettings; readonly kinds: readonly string[]; readonly enabled: boolean };

/** A secret for a webhook when the officer brought none: shown once, when it is made. */
export const newWebhookSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

/** Adds a channel to a union the caller has checked. A webhook without a secret is given one, which only this answer holds. */
export async function addChannel(tx: Tx, unionId: string, c: ChannelInput, seen: RawBuilder<boolean>): Promise<{ channel: Channel; secret?: string }> {
  const made = c.settings.kind === 'webhook' && !c.settings.secret ? newWebhookSecret() : undefined;
  const given = made === undefined ? c.settings : ({ ...c.settings, secret: made } as ChannelSettings);
  const full = joined(given, null);
  checkSettings(full, current().outbound, current().mode);
  if ((await q.countChannels(tx, unionId)) >= MOST_CHANNELS) throw new Refused(words.channelsFull, { slots: { most: MOST_CHANNELS } });
  const id = newId();
  const added = await q.insertChannel(tx, { id, unionId, kind: full.kind, name: c.name, settingsSealed: sealSettings(full), shown: shownOf(full), kinds: c.kinds, enabled: c.enabled });
  if (!added) throw new Refused(words.channelTwice);
  const channel = channelOf(await load(tx, id, seen));
  return made === undefined ? { channel } : { channel, secret: made };
}

/** Changes a channel. Secrets left out stay; see `joined`. */
export async function changeChannel(tx: Tx, id: string, c: ChannelInput, seen: RawBuilder<boolean>): Promise<Channel> {
  const row = await load(tx, id, seen, true);
  if (row.kind !== c.settings.kind) throw new Refused(words.channelKindFixed);
  const full = joined(c.settings, openSettings(row.settingsSealed));
  checkSettings(full, current().outbound, current().mode);
  await q.updateChannel(tx, { id, name: c.name, settingsSealed: sealSettings(full), shown: shownOf(full), kinds: c.kinds, enabled: c.enabled });
  return channelOf(await load(tx, id, seen));
}

/** Removes a channel; what waited for it is left out. Answers its name and union for the audit line. */
export async function removeChannel(tx: Tx, id: string, seen: RawBuilder<boolean>): Promise<Channel> {
  const row = await load(tx, id, seen, true);
  await q.deleteChannel(tx, id);
  return channelOf(row);
}

/**
 * Sends a trial through a channel, after the commit: into the group, to the receiver, or to the officer's own address.
 * How it went stands in the log under the delivery's id.
 */
export async function tryChannel(tx: Tx, id: string, personId: string, seen: RawBuilder<boolean>): Promise<{ deliveryId: string; channel: Channel }> {
  const row = await load(tx, id, seen, true);
  const last = await q.lastTry(tx, id);
  const wait = last === null ? 0 : TRY_EVERY_S - Math.floor((tx.now.getTime() - last.getTime()) / 1000);
  if (wait > 0) throw new Refused(words.tryTooSoon, { status: 429, slots: { seconds: wait } });
  if (row.kind === 'email' || row.kind === 'sms') {
    const [contact] = await current().contactsOf(tx, [personId]);
    if (!(row.kind === 'email' ? contact?.email : contact?.phone)) throw new Refused(words.tryNoAddress);
  }
  const content = {
    key: `try/${id}/${newId()}`, kind: 'notify.try', word: words.tryTitle, body: words.tryBody, slots: { name: row.name }, link: '/console/messages', unionId: row.unionId,
  };
  return { deliveryId: await tellThrough(tx, content, { id, kind: row.kind }, personId), channel: channelOf(row) };
}
