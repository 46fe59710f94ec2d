import type { Actor } from '#shared/call';
import type { Locale } from '#shared/words';
import { clock } from '#platform/clock';
import { log } from '#platform/log';
import { messageOf, placeOf, readPlace } from './message.ts';
import { findToldTo, type InboxRow, listAfter } from './inbox.sql.ts';
import { callOut } from './live.sql.ts';
import { current } from './setup.ts';

/** One event of a person's stream. `id` is where the stream can be taken up again. */
export type Live = { readonly id?: string; readonly event: string; readonly data: unknown };

/** Something that happened to people. With a message: they were told it. Without: what they see of messages changed. */
export type Announcement = {
  readonly federationId: string;
  readonly people: readonly string[];
  readonly messageId?: string;
  /** an event of another engine, small; instead of a message */
  readonly live?: Live;
};

const CHANNEL = 'niangjia_live';
/** PostgreSQL carries at most 8,000 bytes in one call; ids take 39. */
const PEOPLE_IN_CALL = 150;
const MOST_WAITING = 100;
const STREAMS_PER_PERSON = 10;
const STREAMS = 20_000;
const MISSED = 50;
/** Paths of routes whose answers change with a message; screens that show them ask again. */
const STALE = ['/api/v1/me', '/api/v1/messages', '/api/v1/messages/unread'];

type Stream = { readonly federationId: string; readonly personId: string; readonly locale: Locale; readonly waiting: Live[]; wake: () => void; over: boolean };

const streams = new Map<string, Set<Stream>>();
let open = 0;

const resync: Live = { event: 'resync', data: { stale: STALE } };

function push(stream: Stream, event: Live): void {
  if (stream.waiting.length >= MOST_WAITING) stream.waiting.splice(0, stream.waiting.length, resync);
  else stream.waiting.push(event);
  stream.wake();
}

const streamsOf = (people: readonly string[]): Stream[] => people.flatMap((p) => [...(streams.get(p) ?? [])]);

const toldEvent = (row: InboxRow, locale: Locale): Live => {
  const m = messageOf(row, locale);
  return { id: placeOf(row), event: 'told', data: { message: { id: m.id, title: m.title, link: m.link, urgent: m.urgent }, stale: STALE } };
};

/** Every stream of the process is told to look again: after calls may have been missed. */
export function resyncAll(): void {
  for (const set of streams.values()) for (const stream of set) push(stream, resync);
}

type Call = { f: string; p: string[] | null; m?: string; l?: Live };

/** What another process (or this one) called out. Nobody listening: nothing is asked of the database. */
export async function hear(text: string): Promise<void> {
  const call = JSON.parse(text) as Call;
  const here = call.p === null ? [...streams.values()].flatMap((set) => [...set]) : streamsOf(call.p);
  const mine = here.filter((s) => s.federationId === call.f);
  if (mine.length === 0) return;
  if (call.m === undefined) {
    const event = call.l ?? { event: 'read', data: { stale: STALE } };
    for (const stream of mine) push(stream, event);
    return;
  }
  const messageId = call.m;
  const people = [...new Set(mine.map((s) => s.personId))];
  const told = await current().database.read(call.f, clock.now(), (tx) => findToldTo(tx, messageId, people));
  if (told === null) return;
  const had = new Set(told.people);
  for (const stream of mine) if (had.has(stream.personId)) push(stream, toldEvent(told.row, stream.locale));
}

const outgoing: string[] = [];
let flushing = false;

async function flush(): Promise<void> {
  await new Promise((go) => setTimeout(go, 5));
  while (outgoing.length > 0) {
    const texts = outgoing.splice(0, 500);
    await current().database.transaction(null, clock.now(), (tx) => callOut(tx, CHANNEL, texts));
  }
}

/** Calls out what happened, after the commit; calls of one moment travel together. A lost call costs a delay, never a message. */
export function announce(a: Announcement): void {
  const few = a.people.length <= PEOPLE_IN_CALL;
  const call: Call = {
    f: a.federationId, p: few ? [...a.people] : null, ...(a.messageId === undefined ? {} : { m: a.messageId }), ...(a.live === undefined ? {} : { l: a.live }),
  };
  outgoing.push(JSON.stringify(call));
  if (flushing) return;
  flushing = true;
  flush().catch((error: unknown) => log.warn({ error }, 'live calls could not be made')).finally(() => { flushing = false; });
}

/**
 * Hands an event to people who have an app open, in every process, after the commit: `{ event, data: { stale: [paths] } }`.
 * Small and without personal data; for more than 150 people only with the same meaning for everybody connected.
 */
export function pushTo(tx: { federationId: string; afterCommit(run: () => void): void }, people: readonly string[], live: Live): void {
  for (let from = 0; from < people.length; from += PEOPLE_IN_CALL) {
    const some = people.slice(from, from + PEOPLE_IN_CALL);
    tx.afterCommit(() => announce({ federationId: tx.federationId, people: some, live }));
  }
}

async function missed(by: Actor, lastEventId: string | null): Promise<Live[]> {
  const place = lastEventId === null ? null : readPlace(lastEventId);
  if (place === null) return [];
  const found = await current().database.read(by.federationId, clock.now(), (tx) => listAfter(tx, by.personId, place, MISSED + 1));
  return found.length > MISSED ? [resync] : [...found.map((row) => toldEvent(row, by.locale)), resync];
}

function end(stream: Stream): void {
  stream.over = true;
  leave(stream);
  stream.wake();
}

function enter(by: Actor): Stream | null {
  const own = streams.get(by.personId) ?? new Set<Stream>();
  if (open >= STREAMS) return null;
  const oldest = own.size >= STREAMS_PER_PERSON ? own.values().next().value : undefined;
  if (oldest) end(oldest);
  const stream: Stream = { federationId: by.federationId, personId: by.personId, locale: by.locale, waiting: [], wake: () => {}, over: false };
  own.add(stream);
  streams.set(by.personId, own);
  open++;
  return stream;
}

function leave(stream: Stream): void {
  const own = streams.get(stream.personId);
  if (!own?.delete(stream)) return;
  open--;
  if (own.size === 0) streams.delete(stream.personId);
}

/**
 * A person's stream: what was missed since `lastEventId`, then everything as it happens, until `signal`.
 * At most 100 events wait for a slow reader; beyond that one `resync` stands for them. At most ten streams a person:
 * an eleventh ends the oldest.
 */
export async function* follow(by: Actor, o: { readonly lastEventId: string | null; readonly signal: AbortSignal }): AsyncGenerator<Live> {
  const stream = enter(by);
  if (stream === null) return;
  const stop = (): void => stream.wake();
  o.signal.addEventListener('abort', stop);
  try {
    const before = await missed(by, o.lastEventId);
    // What is called out while the missed ones are read would otherwise come twice.
    const had = new Set(before.flatMap((event) => event.id ?? []));
    yield* before;
    while (!o.signal.aborted && !stream.over) {
      const next = stream.waiting.shift();
      if (next) { if (next.id === undefined || !had.has(next.id)) yield next; }
      else await new Promise<void>((go) => { stream.wake = go; if (o.signal.aborted || stream.over) go(); });
    }
  } finally {
    o.signal.removeEventListener('abort', stop);
    leave(stream);
  }
}

/** Streams open in this process. */
export const openStreams = (): number => open;

const AGAIN_MS = 1_000;

/** Listens for the calls of all processes on a connection of its own; takes it up again when it breaks. */
export function listen(): { ready: Promise<void>; stop(): Promise<void> } {
  let stopped = false;
  let first = true;
  let release: (() => void) | null = null;
  let ended: () => void = () => {};
  const ready = Promise.withResolvers<void>();
  const once = async (): Promise<void> => {
    const client = await current().database.pool.connect();
    const broken = new Promise<void>((go) => {
      ended = go;
      client.once('error', () => go());
      client.once('end', () => go());
    });
    release = () => client.release(true);
    try {
      client.on('notification', (n) => {
        if (n.channel === CHANNEL && n.payload) hear(n.payload).catch((error: unknown) => log.warn({ error }, 'a live call could not be followed'));
      });
      await client.query(`LISTEN ${CHANNEL}`);
      if (!first) resyncAll();
      first = false;
      ready.resolve();
      if (!stopped) await broken;
    } finally {
      release?.();
      release = null;
    }
  };
  const run = (async () => {
    while (!stopped) {
      await once().catch((error: unknown) => log.warn({ error }, 'listening for live calls was interrupted'));
      if (!stopped) await new Promise((go) => setTimeout(go, AGAIN_MS));
    }
  })();
  return {
    ready: ready.promise,
    stop: async () => {
      stopped = true;
      ended();
      await run;
      for (const set of [...streams.values()]) for (const stream of [...set]) end(stream);
    },
  };
}
