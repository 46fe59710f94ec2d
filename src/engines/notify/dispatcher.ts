import { createHash } from 'node:crypto';
import { newId } from '#shared/ids';
import { clock } from '#platform/clock';
import { log } from '#platform/log';
import type { Outcome } from './adapters/outcome.ts';
import { closeMail } from './adapters/smtp.ts';
import { claim, type Job } from './claim.service.ts';
import { listDueFederations, setNextDigest } from './claim.sql.ts';
import { listHours } from './choices.sql.ts';
import { deliver, type Visible } from './deliver.ts';
import * as f from './finish.sql.ts';
import type { Ended } from './finish.sql.ts';
import { maskPhone } from './mask.rules.ts';
import { current } from './setup.ts';
import { onWake } from './wake.ts';
import { MOST_TRIES, nextAt, USUAL_HOURS, waitAfter } from './times.rules.ts';

/** How long a round may hold what it took. Twice what its slowest sends can need. */
const LEASE_MS = 120_000;
const LAST_START_MS = 90_000;
const AT_ONCE = 10;
const POLL_MS = 2_000;
/** A federation with much to send lets the others in after this many rounds. */
const ROUNDS = 20;

const spreadOf = (id: string): number => createHash('sha256').update(id).digest().readUInt16BE(0) / 65_535;

/** What an outcome means for one delivery. */
export function endingOf(outcome: Outcome, part: Job['parts'][number], now: Date): Ended {
  const base = { deliveryId: part.deliveryId, attemptId: part.attemptId, code: outcome.code, uncounted: false };
  if (outcome.state === 'sent') return { ...base, state: 'sent', due: now };
  const wait = Math.max(outcome.waitSeconds ?? 0, outcome.again === 'pause' ? 60 : waitAfter(part.tries, spreadOf(part.deliveryId)));
  const due = new Date(now.getTime() + wait * 1_000);
  if (outcome.again === 'pause') return { ...base, state: 'waiting', due, uncounted: true };
  const over = outcome.again === 'never' || part.tries >= MOST_TRIES;
  return { ...base, state: over ? 'dead' : 'waiting', due: over ? now : due };
}

async function writeDown(federationId: string, lease: string, done: readonly { job: Job; outcome: Outcome }[]): Promise<void> {
  const now = clock.now();
  await current().database.transaction(federationId, now, async (tx) => {
    const ended = done.flatMap(({ job, outcome }) => job.parts.map((part) => endingOf(outcome, part, now)));
    await f.finish(tx, lease, ended);
    const secret = done.filter((d) => d.outcome.state === 'sent').flatMap((d) => d.job.parts.filter((p) => p.secret).map((p) => p.messageId));
    if (secret.length > 0) await f.forgetSecrets(tx, secret);
    const notes = new Map<string, { id: string; fault: string; pausedUntil: Date | null }>();
    for (const { job, outcome } of done) {
      if (job.channelId === null || (outcome.state === 'failed' && !outcome.channelFault && outcome.again !== 'pause')) continue;
      const fault = outcome.state === 'failed' && outcome.channelFault ? outcome.code : '';
      const rest = job.group && outcome.state === 'failed' && outcome.again === 'pause' ? new Date(now.getTime() + (outcome.waitSeconds ?? 60) * 1_000) : null;
      notes.set(job.channelId, { id: job.channelId, fault, pausedUntil: rest });
    }
    if (notes.size > 0) await f.noteChannels(tx, [...notes.values()]);
    const digests = done.filter((d) => d.job.digestFor !== null);
    if (digests.length > 0) {
      const hours = new Map((await listHours(tx, digests.map((d) => d.job.digestFor as string))).map((h) => [h.personId, h]));
      await setNextDigest(tx, digests.map(({ job, outcome }) => {
        const personId = job.digestFor as string;
        const ending = endingOf(outcome, job.parts[0] as Job['parts'][number], now);
        return { personId, at: ending.state === 'waiting' ? ending.due : nextAt(now, (hours.get(personId) ?? USUAL_HOURS).digestAt) };
      }));
    }
  }, { retry: true });
}

/** Shows short messages instead of sending them: demonstration only. */
function showing(federationId: string): (v: Visible) => Promise<void> {
  return (v) => current().database.transaction(federationId, clock.now(), (tx) => f.showSms(tx, { id: newId(), masked: maskPhone(v.phone), text: v.text }));
}

/** Sends what a round took, ten at once, and writes each end down as soon as the last writing is done. */
async function sendAll(federationId: string, lease: string, jobs: readonly Job[], began: number): Promise<void> {
  const queue = [...jobs];
  let done: { job: Job; outcome: Outcome }[] = [];
  let writing: Promise<void> = Promise.resolve();
  const note = (job: Job, outcome: Outcome): void => {
    done.push({ job, outcome });
    writing = writing.then(async () => {
      const some = done;
      done = [];
      if (some.length > 0) await writeDown(federationId, lease, some);
    });
  };
  const show = showing(federationId);
  const one = async (): Promise<void> => {
    for (let job = queue.shift(); job; job = queue.shift()) {
      if (performance.now() - began > LAST_START_MS) {
        queue.unshift(job);
        return;
      }
      const outcome = await deliver(job.parcel, job.trusted, clock.now(), show).catch((error: unknown): Outcome => {
        log.error({ error, way: job?.parcel.way }, 'a message could not be handed over');
        return { state: 'failed', code: 'ourMistake', again: 'later' };
      });
      note(job, outcome);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  await writing;
  const left = queue.flatMap((job) => job.parts);
  if (left.length > 0) await current().database.transaction(federationId, clock.now(), (tx) => f.giveBack(tx, lease, left));
}

/** One round for one federation: take, commit, send, write down. How many deliveries it took. */
export async function round(federationId: string): Promise<number> {
  const began = performance.now();
  const now = clock.now();
  const lease = { id: newId(), until: new Date(now.getTime() + LEASE_MS) };
  const { jobs, taken } = await current().database.transaction(federationId, now, (tx) => claim(tx, lease), { retry: true });
  await sendAll(federationId, lease.id, jobs, began);
  return taken;
}

/** Sends everything that is due, in all federations. Any number of processes may do so at once. */
export async function dispatch(): Promise<number> {
  let all = 0;
  const due = await current().database.transaction(null, clock.now(), listDueFederations);
  for (const federationId of due) {
    for (let i = 0; i < ROUNDS; i++) {
      const taken = await round(federationId);
      all += taken;
      if (taken === 0) break;
    }
  }
  return all;
}

/** Starts the loop that sends. `stop` waits for what is being sent. */
export function startDispatcher(): { stop(): Promise<void> } {
  let stopped = false;
  let again = true;
  let rest: (() => void) | null = null;
  const poke = (): void => {
    again = true;
    rest?.();
  };
  onWake(poke);
  const loop = (async () => {
    while (!stopped) {
      again = false;
      const sent = await dispatch().catch((error: unknown) => {
        log.error({ error }, 'sending messages was interrupted');
        return 0;
      });
      if (sent > 0 || again || stopped) continue;
      await new Promise<void>((go) => {
        rest = go;
        setTimeout(go, POLL_MS).unref();
      });
      rest = null;
    }
  })();
  return {
    stop: async () => {
      stopped = true;
      poke();
      onWake(null);
      await loop;
      closeMail();
    },
  };
}
