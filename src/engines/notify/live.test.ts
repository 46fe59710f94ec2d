import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import test, { after } from 'node:test';
import { contactsOf, foundFederation, newPerson, savePeople } from '#engines/org';
import { clock } from '#platform/clock';
import { keyRing, secrets } from '#platform/secrets';
import type { Actor, Tx } from '#shared/call';
import { newId } from '#shared/ids';
import { defineWords } from '#shared/words';
import { freshDatabase } from '#test/database';
import { type Live, notify } from './index.ts';
import { openStreams } from './live.ts';

const words = defineWords('letters', { title: ['您的来信已答复', 'Your letter was answered'], body: ['请查看', 'Please look'] });
secrets.use(keyRing([randomBytes(32)]));
// Hooks run in this order: the hub gives its connection back before the database closes.
let hub: ReturnType<typeof notify.listen> | null = null;
after(() => hub?.stop());
const database = await freshDatabase();
notify.use({ database, contactsOf, publicUrl: 'https://union.example', mode: 'demo' });
hub = notify.listen();
await hub.ready;

const inCity = <T>(id: string, run: (tx: Tx) => Promise<T>): Promise<T> => database.transaction(id, clock.now(), run);

async function city(people: number): Promise<{ id: string; people: string[] }> {
  const id = newId();
  const list = Array.from({ length: people }, () => newPerson('李师傅'));
  await inCity(id, async (tx) => {
    await foundFederation(tx, { name: '市总工会', code: id.slice(-8) });
    for (let i = 0; i < list.length; i += 1_000) await savePeople(tx, list.slice(i, i + 1_000));
  });
  return { id, people: list.map((p) => p.id) };
}

const actor = (federationId: string, personId: string, locale: 'zh' | 'en' = 'zh'): Actor =>
  ({ federationId, personId, sessionId: newId(), name: '', locale, membership: null, grants: [] });

const tell = (id: string, to: readonly string[]) =>
  inCity(id, (tx) => notify.tell(tx, { key: `letters/${newId()}`, kind: 'letters.answered', word: words.title, body: words.body, link: '/letters/1', to }));

/** A reader of a stream; `next` waits for an event. */
function read(by: Actor, lastEventId: string | null = null) {
  const stop = new AbortController();
  const stream = notify.follow(by, { lastEventId, signal: stop.signal });
  return { next: async (): Promise<Live | undefined> => (await stream.next()).value as Live | undefined, stop: async () => { stop.abort(); await stream.return(undefined); } };
}

test('a person hears what was told after the commit, in the own language, and nobody else does', async () => {
  const here = await city(2);
  const there = await city(1);
  const [one, two] = here.people as [string, string];
  const [mine, other, foreign] = [read(actor(here.id, one, 'en')), read(actor(here.id, two)), read(actor(there.id, one))];
  const [heard, others, foreigners] = [mine.next(), other.next(), foreign.next()];
  await assert.rejects(inCity(here.id, async (tx) => {
    await notify.tell(tx, { key: newId(), kind: 'letters.answered', word: words.title, body: words.body, link: '/letters/0', to: [one] });
    throw new Error('business failed');
  }));
  await tell(here.id, [one]);
  const event = await heard;
  assert.equal(event?.event, 'told');
  const { title, link } = (event as { data: { message: { title: string; link: string } } }).data.message;
  assert.deepEqual([title, link], ['Your letter was answered', '/letters/1']);
  await tell(here.id, [two]);
  await tell(there.id, there.people);
  assert.equal((await others)?.event, 'told');
  await foreign.stop();
  assert.equal(await foreigners, undefined);
  await Promise.all([mine.stop(), other.stop()]);
});

test('one of five thousand receivers who has the app open hears it', async () => {
  const here = await city(5_000);
  const mine = read(actor(here.id, here.people[4_321] as string));
  const heard = mine.next();
  await tell(here.id, here.people);
  assert.equal((await heard)?.event, 'told');
  await mine.stop();
});

test('a stream that was taken up again brings what was missed, or says to look again', async () => {
  const here = await city(1);
  const one = here.people[0] as string;
  const first = read(actor(here.id, one));
  const heard = first.next();
  await tell(here.id, [one]);
  const last = (await heard)?.id as string;
  await first.stop();
  await tell(here.id, [one]);
  await tell(here.id, [one]);
  const again = read(actor(here.id, one), last);
  const events = [await again.next(), await again.next(), await again.next()];
  assert.deepEqual(events.map((e) => e?.event), ['told', 'told', 'resync']);
  assert.ok(events[0]?.id !== last && (events[0]?.id as string) < (events[1]?.id as string));
  await again.stop();
  for (let i = 0; i < 51; i++) await tell(here.id, [one]);
  const late = read(actor(here.id, one), last);
  assert.equal((await late.next())?.event, 'resync');
  await late.stop();
});

test('a reader who does not read holds at most a hundred events, then one word that stands for all', async () => {
  const here = await city(1);
  const one = here.people[0] as string;
  const slow = read(actor(here.id, one));
  const first = slow.next();
  await tell(here.id, [one]);
  await first;
  await inCity(here.id, async (tx) => { for (let i = 0; i < 250; i++) notify.pushTo(tx, [one], { event: 'progress', data: { done: i } }); });
  const mark = read(actor(here.id, one));
  let marked = mark.next();
  await inCity(here.id, async (tx) => notify.pushTo(tx, [one], { event: 'end', data: {} }));
  while ((await marked)?.event !== 'end') marked = mark.next();
  const seen: string[] = [];
  for (let event = await slow.next(); event; event = await slow.next()) {
    seen.push(event.event);
    if (event.event === 'end') break;
  }
  assert.ok(seen.length <= 101, `${seen.length} events were kept`);
  assert.ok(seen.includes('resync'));
  await Promise.all([slow.stop(), mark.stop()]);
});

test('an eleventh stream of a person ends the oldest, and nothing is left behind', async () => {
  const here = await city(1);
  const one = here.people[0] as string;
  const before = openStreams();
  const readers = Array.from({ length: 11 }, () => read(actor(here.id, one)));
  const waits = readers.map((r) => r.next());
  assert.equal(await waits[0], undefined);
  assert.equal(openStreams(), before + 10);
  await Promise.all(readers.map((r) => r.stop()));
  assert.equal(openStreams(), before);
});

test('after a broken connection everybody is told to look again', async () => {
  const here = await city(1);
  const mine = read(actor(here.id, here.people[0] as string));
  const heard = mine.next();
  await database.pool.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()");
  assert.equal((await heard)?.event, 'resync');
  const next = mine.next();
  await tell(here.id, here.people);
  assert.equal((await next)?.event, 'told');
  await mine.stop();
});
