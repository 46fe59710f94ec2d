import type { z } from 'zod';
import { audit } from '#engines/audit';
import { cases } from '#engines/cases';
import type { Holding } from '#engines/identity';
import { notify, notifyWords } from '#engines/notify';
import type { Call } from '#platform/http';
import type { Actor, Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { say } from '#shared/words';
import type { api } from './messages.contract.ts';
import { words } from './messages.words.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
type Out<K extends keyof typeof api> = z.input<(typeof api)[K]['out']>;

/** Groups people choose by: those that parts named, and the processes of cases. */
export function nameProcesses(): void {
  for (const p of cases.allProcesses()) notify.nameGroup(p.name, p.title);
}

const reader = (by: Actor, call: Call) => ({ personId: by.personId, locale: call.locale });

/** A page of the own messages. */
export const list = (tx: Tx, by: Actor, i: In<'list'>, call: Call): Promise<Out<'list'>> =>
  notify.inbox(tx, reader(by, call), { after: i.after, unreadOnly: i.unread, limit: i.limit });

/** How many are unread. */
export const unread = async (tx: Tx, by: Actor): Promise<Out<'unread'>> => ({ unread: await notify.unread(tx, by.personId) });

/** Marks messages as read: those named, or everything told until the moment the screen shows. */
export async function read(tx: Tx, by: Actor, i: In<'read'>): Promise<Out<'read'>> {
  if (i.ids === undefined && i.until === undefined) throw new Refused(words.readWhat, { status: 400 });
  const changed = await notify.read(tx, by.personId, i.ids ?? { until: new Date(i.until ?? tx.now) });
  return { changed, unread: await notify.unread(tx, by.personId) };
}

function shown(c: Awaited<ReturnType<typeof notify.choicesOf>>, call: Call): Out<'choices'> {
  return { ...c, groups: c.groups.map((g) => ({ ...g, title: say(g.title, call.locale) })) };
}

/** The own choices, complete. */
export async function choices(tx: Tx, by: Actor, _i: In<'choices'>, call: Call): Promise<Out<'choices'>> {
  nameProcesses();
  return shown(await notify.choicesOf(tx, by.personId), call);
}

/** Replaces the own choices. */
export async function choose(tx: Tx, by: Actor, i: In<'choose'>, call: Call): Promise<Out<'choose'>> {
  nameProcesses();
  return shown(await notify.choose(tx, by.personId, i), call);
}

/** Whose e-mails an unsubscribe link is about. @throws Refused when it was not made here */
export function readToken(token: string): NonNullable<ReturnType<typeof notify.readLeaveToken>> {
  const leaving = notify.readLeaveToken(token);
  if (leaving === null) throw new Refused(notifyWords.tokenBad, { status: 400 });
  return leaving;
}

function titleOf(group: string, call: Call): string {
  nameProcesses();
  return say(notify.groupTitle(group), call.locale);
}

/** What the link would stop; it changes nothing, because mail programs look at links before people do. */
export const leave = async (_tx: Tx, _by: null, i: In<'leave'>, call: Call): Promise<Out<'leave'>> => ({ group: titleOf(readToken(i.token).group, call) });

/** Stops e-mails of one group. */
export async function left(tx: Tx, _by: null, i: In<'left'>, call: Call): Promise<Out<'left'>> {
  const { personId, group } = readToken(i.token);
  await notify.declineEmail(tx, personId, group);
  nameProcesses();
  await audit.record(tx, null, words.saidLeft, { subject: { kind: 'messageChoice', id: personId }, slots: { group: notify.groupTitle(group) } });
  return { group: titleOf(group, call) };
}

const MOST_HELD = 100;

/** What is held about a person here: the newest hundred messages. Closing an account forgets all of it. */
export const HOLDING: Holding = {
  key: 'messages', title: words.heldTitle, why: words.heldWhy, kept: words.heldKept,
  collect: async (tx, personId, locale) =>
    (await notify.inbox(tx, { personId, locale }, { limit: MOST_HELD })).items.map((m) => ({ label: m.title, value: `${m.body} · ${legalDateOf(new Date(m.toldAt))}` })),
  erase: async (tx, personId) => {
    const held = (await notify.inbox(tx, { personId, locale: 'zh' }, { limit: 1 })).items.length > 0;
    await notify.forget(tx, [personId]);
    return held;
  },
};
