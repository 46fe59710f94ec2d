import type { Tx } from '#shared/call';
import { newId } from '#shared/ids';
import type { Locale, Slots } from '#shared/words';
import { secrets } from '#platform/secrets';
import * as q from './claim.sql.ts';
import type { Claimed, Lease, MessageRow } from './claim.sql.ts';
import * as channels from './channels.sql.ts';
import { openSettings } from './seal.ts';
import { listChoices, listHours } from './choices.sql.ts';
import { digestOf, eventOf, letterOf, robotMessageOf, saidIn, smsText } from './compose.ts';
import { decide, type Decision } from './decide.rules.ts';
import type { Parcel } from './deliver.ts';
import { settle } from './finish.sql.ts';
import { leaveToken } from './leave.ts';
import { maskEmail, maskPhone, maskUrl } from './mask.rules.ts';
import type { FullSettings } from './settings.ts';
import { type Contact, current } from './setup.ts';
import { type Hours, nextAt, USUAL_HOURS } from './times.rules.ts';

/** Something to be sent now: one parcel, and the deliveries (several in a digest) it stands for. */
export type Job = {
  readonly parcel: Parcel;
  /** goes by the operator's own server, which may stand in an internal network */
  readonly trusted: boolean;
  readonly channelId: string | null;
  readonly group: boolean;
  readonly digestFor: string | null;
  readonly parts: readonly { readonly deliveryId: string; readonly attemptId: string; readonly messageId: string; readonly tries: number; readonly secret: boolean }[];
};

/** Messages a minute: what the robots' makers allow, and what we allow ourselves towards a receiver of webhooks. */
const PER_MINUTE = { wecom: 20, dingtalk: 20, webhook: 600 } as const;
const BATCH = 50;
const CHANNELS = 20;
const DIGESTS = 25;

type Known = {
  readonly messages: Map<string, MessageRow>;
  readonly contacts: Map<string, Contact>;
  readonly choices: Awaited<ReturnType<typeof listChoices>>;
  readonly hours: Map<string, Hours>;
  /** `own`: the operator's own, from the environment */
  readonly ways: Map<string, { channelId: string | null; unionId: string | null; settings: FullSettings; own?: true }>;
};

/** Takes everything due of one federation, as much as one round can send, in the transaction that begins the tries. */
export async function claim(tx: Tx, lease: Lease): Promise<{ jobs: Job[]; taken: number }> {
  const urgent = await q.claimPersonal(tx, lease, true, BATCH);
  const usual = await q.claimPersonal(tx, lease, false, BATCH - urgent.length);
  const group = await claimGroups(tx, lease);
  const people = await q.lockDigestPeople(tx, lease, DIGESTS);
  const digest = people.length === 0 ? [] : await q.claimDigest(tx, lease, people);
  const all = [...urgent, ...usual, ...group, ...digest];
  if (all.length > 0) await q.loseTries(tx, all.filter((d) => d.tries > 1).map((d) => d.id));
  const known = await gather(tx, all, people);
  const go = await sortOut(tx, all, known, people);
  const jobs = [...go.filter((d) => !d.digest).map((d) => jobOf(tx, d, known)), ...digestJobs(tx, go.filter((d) => d.digest), known)];
  await q.insertAttempts(tx, jobs.flatMap((job) => attemptsOf(job, go, known)));
  await idleDigests(tx, people, jobs, known);
  return { jobs, taken: all.length + people.length };
}

async function claimGroups(tx: Tx, lease: Lease): Promise<Claimed[]> {
  const locked = await q.lockGroupChannels(tx, CHANNELS);
  const orphans = await q.claimOrphans(tx, lease, BATCH);
  if (locked.length === 0) return orphans;
  const begun = await q.countTries(tx, locked.map((c) => c.id), new Date(tx.now.getTime() - 60_000));
  const room = locked.map((c) => ({ id: c.id, n: Math.min(BATCH, PER_MINUTE[c.kind as keyof typeof PER_MINUTE] - (begun.get(c.id) ?? 0)) })).filter((c) => c.n > 0);
  return room.length === 0 ? orphans : [...orphans, ...(await q.claimGroup(tx, lease, room))];
}

async function gather(tx: Tx, all: readonly Claimed[], digestPeople: readonly string[]): Promise<Known> {
  const messages = await q.loadMessages(tx, all.map((d) => d.messageId));
  const receivers = all.flatMap((d) => (d.personId === null ? [] : [d.personId]));
  const called = all.filter((d) => d.channel === 'wecom' || d.channel === 'dingtalk').flatMap((d) => messages.get(d.messageId)?.calls ?? []);
  const people = [...new Set([...receivers, ...called])];
  const contacts = people.length === 0 ? [] : await current().contactsOf(tx, people);
  const hours = await listHours(tx, [...new Set([...receivers, ...digestPeople])]);
  return {
    messages, contacts: new Map(contacts.map((c) => [c.personId, c])), choices: people.length === 0 ? [] : await listChoices(tx, people),
    hours: new Map(hours.map((h) => [h.personId, h])), ways: await waysOut(tx, all, messages),
  };
}

const wayKey = (d: Claimed, m: MessageRow | undefined, federationId: string): string => d.channelId ?? `${m?.unionId ?? federationId}/${d.channel}`;

/** The settings each delivery goes by: its own channel, or the nearest mail server or gateway above the union it speaks for. */
async function waysOut(tx: Tx, all: readonly Claimed[], messages: Map<string, MessageRow>): Promise<Known['ways']> {
  const ways: Known['ways'] = new Map();
  const { email, sms } = current();
  const free = all.filter((d) => d.channelId === null);
  const unions = [...new Set(free.map((d) => messages.get(d.messageId)?.unionId ?? tx.federationId))];
  for (const union of unions) {
    if (email) ways.set(`${union}/email`, { channelId: null, unionId: null, settings: { kind: 'email', ...email }, own: true });
    if (sms) ways.set(`${union}/sms`, { channelId: null, unionId: null, settings: { kind: 'sms', ...sms } as FullSettings, own: true });
  }
  const own = unions.length === 0 ? [] : await channels.findWays(tx, unions);
  for (const w of own) ways.set(`${w.forUnion}/${w.kind}`, { channelId: w.id, unionId: null, settings: openSettings(w.settingsSealed) });
  const bound = [...new Set(all.flatMap((d) => d.channelId ?? []))];
  const found = bound.length === 0 ? [] : await channels.findEnabled(tx, bound);
  for (const c of found) ways.set(c.id, { channelId: c.id, unionId: c.unionId, settings: openSettings(c.settingsSealed) });
  return ways;
}

const isGroup = (d: Claimed): boolean => d.channel === 'wecom' || d.channel === 'dingtalk' || d.channel === 'webhook';

function addressOf(d: Claimed, known: Known): string | null {
  if (d.addressSealed !== null) return secrets.open(d.addressSealed);
  const contact = d.personId === null ? undefined : known.contacts.get(d.personId);
  return (d.channel === 'email' ? contact?.email : contact?.phone) ?? null;
}

/** The log's line about something that was not even tried. */
function leftLine(d: Claimed, code: string, known: Known): q.NewAttempt {
  const m = messageFor(d, known);
  const address = isGroup(d) ? null : addressOf(d, known);
  const masked = address === null ? '' : d.channel === 'email' ? maskEmail(address) : maskPhone(address);
  return { id: newId(), deliveryId: d.id, channel: d.channel, channelId: d.channelId, unionId: m.unionId, kind: m.kind, address: masked, number: Math.max(0, d.tries - 1), left: code };
}

/** Lays aside what must not go out now; answers the rest. */
async function sortOut(tx: Tx, all: readonly Claimed[], known: Known, digestPeople: readonly string[]): Promise<Claimed[]> {
  const go: Claimed[] = [];
  const rest: { d: Claimed; decision: Exclude<Decision, { do: 'send' }> }[] = [];
  for (const d of all) {
    const m = known.messages.get(d.messageId);
    const decision = decide({
      now: tx.now, queuedAt: d.queuedAt, channel: d.channel, urgent: d.urgent, digest: d.digest && digestPeople.includes(d.personId ?? ''), trial: m?.kind === 'notify.try',
      group: m?.group ?? '', to: isGroup(d) ? 'group' : d.personId === null ? 'outside' : 'person', hasAddress: isGroup(d) || addressOf(d, known) !== null,
      hasWay: known.ways.has(wayKey(d, m, tx.federationId)), choices: known.choices.filter((c) => c.personId === d.personId),
      hours: d.personId === null ? null : (known.hours.get(d.personId) ?? null),
    });
    if (decision.do === 'send') go.push(d);
    else rest.push({ d, decision });
  }
  await settle(tx, rest.map(({ d, decision }) => ({ id: d.id, decision })));
  await q.insertAttempts(tx, rest.flatMap(({ d, decision }) => (decision.do === 'wait' ? [] : [leftLine(d, decision.code, known)])));
  return go;
}

const secretOf = (m: MessageRow): Slots => (m.secretSealed === null ? {} : (JSON.parse(secrets.open(m.secretSealed)) as Slots));

function messageFor(d: Claimed, known: Known): MessageRow {
  const m = known.messages.get(d.messageId);
  if (!m) throw new Error('notify: a delivery without its message');
  return m;
}

const localeFor = (d: Claimed, known: Known): Locale => (d.personId === null ? d.locale : (known.contacts.get(d.personId)?.locale ?? 'zh'));

function leaveUrl(tx: Tx, personId: string, group: string): string {
  return `${current().publicUrl}/unsubscribe/${leaveToken({ federationId: tx.federationId, personId, group })}`;
}

const partOf = (d: Claimed, secret: boolean): Job['parts'][number] => ({ deliveryId: d.id, attemptId: newId(), messageId: d.messageId, tries: d.tries, secret });

function jobOf(tx: Tx, d: Claimed, known: Known): Job {
  const m = messageFor(d, known);
  const way = known.ways.get(wayKey(d, m, tx.federationId));
  if (!way) throw new Error('notify: a delivery without its way');
  return { parcel: parcelOf(tx, d, m, way.settings, known), channelId: way.channelId, trusted: way.own ?? false, group: isGroup(d), digestFor: null, parts: [partOf(d, m.secretSealed !== null)] };
}

function parcelOf(tx: Tx, d: Claimed, m: MessageRow, s: FullSettings, known: Known): Parcel {
  const { publicUrl } = current();
  const said = saidIn(m, localeFor(d, known), secretOf(m), publicUrl);
  if (s.kind === 'email') {
    const leave = d.personId === null ? null : leaveUrl(tx, d.personId, m.group);
    const { mailbox } = current();
    return { way: 'email', settings: s.mailbox || !mailbox ? s : { ...s, mailbox }, to: addressOf(d, known) ?? '', letter: letterOf({ id: d.id, locale: localeFor(d, known), said, thread: m.thread, leave }) };
  }
  if (s.kind === 'sms') return { way: 'sms', settings: s, sms: { id: d.id, phone: addressOf(d, known) ?? '', text: smsText(said) } };
  const zh = saidIn(m, 'zh', {}, publicUrl);
  if (s.kind === 'webhook') return { way: 'webhook', settings: s, event: eventOf(m, d.id, zh, saidIn(m, 'en', {}, publicUrl)) };
  const mobiles = m.calls.flatMap((id) => known.contacts.get(id)?.phone ?? []).slice(0, 20);
  return { way: s.kind, settings: s, message: robotMessageOf(zh, mobiles) } as Parcel;
}

function digestJobs(tx: Tx, go: readonly Claimed[], known: Known): Job[] {
  const byPerson = Map.groupBy(go, (d) => d.personId ?? '');
  return [...byPerson].map(([personId, list]) => {
    const sorted = [...list].sort((a, b) => messageFor(a, known).toldAt.getTime() - messageFor(b, known).toldAt.getTime());
    const first = sorted[0] as Claimed;
    const way = known.ways.get(wayKey(first, messageFor(first, known), tx.federationId));
    if (way?.settings.kind !== 'email') throw new Error('notify: a digest without a mail server');
    const { publicUrl } = current();
    const locale = localeFor(first, known);
    const said = sorted.map((d) => saidIn(messageFor(d, known), locale, {}, publicUrl));
    const letter = digestOf({ ids: list.map((d) => d.id), locale, said, leave: leaveUrl(tx, personId, '*'), home: `${publicUrl}/messages` });
    return {
      parcel: { way: 'email', settings: way.settings, to: addressOf(first, known) ?? '', letter }, channelId: way.channelId, trusted: way.own ?? false, group: false, digestFor: personId,
      parts: sorted.map((d) => partOf(d, false)),
    };
  });
}

function maskedAddress(p: Parcel): string {
  if (p.way === 'email') return maskEmail(p.to);
  if (p.way === 'sms') return maskPhone(p.sms.phone);
  return maskUrl(p.settings.url ?? '');
}

function attemptsOf(job: Job, go: readonly Claimed[], known: Known): q.NewAttempt[] {
  const byId = new Map(go.map((d) => [d.id, d]));
  return job.parts.map((part) => {
    const d = byId.get(part.deliveryId) as Claimed;
    const m = messageFor(d, known);
    const channelUnion = job.channelId === null ? null : (known.ways.get(job.channelId)?.unionId ?? null);
    return {
      id: part.attemptId, deliveryId: d.id, channel: d.channel, channelId: job.channelId, unionId: channelUnion ?? m.unionId, kind: m.kind,
      address: maskedAddress(job.parcel), number: d.tries,
    };
  });
}

/** People whose digest had nothing in it: on to the next one. */
async function idleDigests(tx: Tx, people: readonly string[], jobs: readonly Job[], known: Known): Promise<void> {
  const busy = new Set(jobs.flatMap((job) => job.digestFor ?? []));
  const idle = people.filter((p) => !busy.has(p));
  if (idle.length > 0) await q.setNextDigest(tx, idle.map((personId) => ({ personId, at: nextAt(tx.now, (known.hours.get(personId) ?? USUAL_HOURS).digestAt) })));
}
