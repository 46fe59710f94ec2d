import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '#shared/call';
import type { LiveEvent } from './call.ts';
import { type DoorKeepers, tokenOf } from './door.ts';
import { liveStreams } from './metrics.ts';

const BEAT_MS = 20_000;
const LONGEST_MS = 3_600_000;

/** How to end each stream of this process. */
const ends = new Set<() => void>();

/** Ends all streams: a server that closes would otherwise wait for every open app. */
export function endStreams(): void {
  for (const end of ends) end();
}

/**
 * Streams server-sent events until the client goes, the session ends (looked at with every beat) or an hour is over;
 * browsers reconnect by themselves with the last event id.
 */
export async function streamLive(
  request: FastifyRequest,
  reply: FastifyReply,
  by: Actor,
  live: (by: Actor, o: { lastEventId: string | null; signal: AbortSignal }) => AsyncIterable<LiveEvent>,
  keepers: DoorKeepers,
): Promise<FastifyReply> {
  const stop = new AbortController();
  const end = (): void => stop.abort();
  request.raw.once('close', end);
  ends.add(end);
  reply.hijack();
  const raw = reply.raw;
  raw.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no', connection: 'close' });
  raw.write('retry: 3000\n\n');
  const beat = setInterval(async () => {
    const token = tokenOf(request);
    const still = token === null ? null : await keepers.actorOf(token, keepers.now()).catch(() => null);
    if (still === null) end();
    else raw.write(': beat\n\n');
  }, BEAT_MS);
  const longest = setTimeout(end, LONGEST_MS);
  liveStreams.inc();
  try {
    const last = request.headers['last-event-id'];
    for await (const e of live(by, { lastEventId: typeof last === 'string' ? last.slice(0, 100) : null, signal: stop.signal })) {
      if (stop.signal.aborted) break;
      const head = e.id === undefined ? '' : `id: ${e.id}\n`;
      if (!raw.write(`${head}event: ${e.event}\ndata: ${JSON.stringify(e.data)}\n\n`)) {
        await new Promise<void>((go) => { raw.once('drain', go); raw.once('close', go); });
      }
    }
  } finally {
    ends.delete(end);
    clearInterval(beat);
    clearTimeout(longest);
    liveStreams.dec();
    raw.end();
  }
  return reply;
}
