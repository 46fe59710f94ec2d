import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { drawStory, entrantsOf, made, rulesOf, ROUND_1000, sealedAgain, witnessSecrets } from '#test/draws';
import { type Check, checkDraw, checkEntry, hexOf, sha256, witnessCommitment } from '#shared/draw-check';
import type { DrawFile } from '#shared/draw-shape';
import { documentHash, freeze, noticeOf, proofOf, QUICKNET, rank, randomnessOf, roundAfter, timeOfRound, verifyDraw, witnessSeal } from '../index.ts';

const bad = (checks: readonly Check[]): string[] => checks.filter(({ ok }) => !ok).map(({ check }) => check);
/** What both implementations find; they must find the same. */
async function faults(d: unknown, known: string | null = null): Promise<string[]> {
  const [here, there] = [bad(verifyDraw(d, known)), bad(await checkDraw(JSON.stringify(d), known))];
  assert.deepEqual(there, here, 'the two implementations disagree');
  return here;
}

test('fixed vectors: nothing of the protocol may change', () => {
  const d = drawStory();
  assert.deepEqual([d.notice.rules, d.notice.root, d.seed, d.file, d.order.map((t) => t.slice(0, 4)).join(' ')], VECTORS.witnesses);
  const beacon = drawStory({ kind: 'drand' });
  assert.deepEqual([beacon.notice.rules, beacon.notice.root, beacon.seed, beacon.file, beacon.order.map((t) => t.slice(0, 4)).join(' ')], VECTORS.drand);
  assert.equal(witnessSeal(d.rules.draw, 1, witnessSecrets[0] ?? ''), witnessCommitment(d.rules.draw, 1, witnessSecrets[0] ?? ''));
});

test('drand: rounds and randomness as drand counts them', () => {
  assert.equal(randomnessOf(ROUND_1000), 'fe290beca10872ef2fb164d2aa4442de4566183ec51c56ff3cd603d930e54fdd');
  const source = { kind: 'drand' as const, ...QUICKNET, after: 0 };
  assert.equal(roundAfter(source, '2026-04-20T00:00:00.000Z'), 27_946_612);
  assert.equal(roundAfter(source, '2026-04-20T00:00:00.001Z'), 27_946_613);
  assert.equal(timeOfRound(source, 27_946_612).toISOString(), '2026-04-20T00:00:00.000Z');
});

test('what is no result file is refused', async () => {
  for (const text of ['', '[]', 'null', '{', '{"format":"niangjia-draw/1"}']) assert.deepEqual(bad(await checkDraw(text)), ['form'], text);
  assert.deepEqual(await faults({ ...drawStory(), more: 1 }), ['form']);
  assert.deepEqual(await faults({ ...drawStory(), entrants: [] }), ['form']);
  const many = drawStory().entrants[0];
  assert.deepEqual(await faults({ ...drawStory(), entrants: Array.from({ length: 2_000 }, () => ({ token: many?.token, tickets: 1_000 })) }), ['form']);
});

test('a whole draw fits, from witnesses and from drand', async () => {
  assert.deepEqual(await faults(drawStory()), []);
  assert.deepEqual(await faults(drawStory({ kind: 'drand' })), []);
});

/** Every place of a file where a single value stands, as a way of keys. */
const placesOf = (value: unknown, way: readonly (string | number)[] = []): (readonly (string | number)[])[] =>
  typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, inner]) => placesOf(inner, [...way, key])) : [way];

function changed(d: DrawFile, way: readonly (string | number)[]): DrawFile {
  const copy = structuredClone(d) as unknown as Record<string, unknown>;
  const end = way.slice(0, -1).reduce<Record<string, unknown>>((at, key) => at[key] as Record<string, unknown>, copy);
  const key = way.at(-1) as string;
  const was = end[key];
  if (typeof was === 'number') end[key] = was + 1;
  else if (typeof was !== 'string') end[key] = made('other');
  else if (/^[0-9a-f]{32,}$/.test(was)) end[key] = was.replace(/^./, (c) => (c === '0' ? '1' : '0'));
  else if (/^\d{4}-.*Z$/.test(was)) end[key] = was.replace(/\d(?=Z)/, (c) => String((Number(c) + 1) % 10));
  else end[key] = `${was}。`;
  return copy as unknown as DrawFile;
}

for (const kind of ['witnesses', 'drand'] as const) {
  test(`every value of a file changed (${kind}): refused, also when its fingerprint was made anew`, async () => {
    const d = drawStory({ kind });
    const unseen: string[] = [];
    const places = placesOf(d);
    assert.ok(places.length > 60);
    for (const way of places) {
      const tampered = changed(d, way);
      assert.notDeepEqual(await faults(tampered), [], way.join('.'));
      if (way[0] !== 'file' && (await faults(sealedAgain(tampered))).length === 0) unseen.push(way.join('.').replace(/\d+/, 'n'));
    }
    // How a winner is shown, and by how long the draw came after the list, do not enter into the seed: the posted fingerprint of the file holds them.
    assert.deepEqual([...new Set(unseen)], ['drawnAt', 'winners.n.name']);
  });
}

test('a draw forged as a whole is found by the fingerprint that was posted', async () => {
  const posted = documentHash(drawStory().notice);
  const forged = drawStory({ entrants: entrantsOf([1, 1, 1, 1, 1]) });
  assert.deepEqual(await faults(forged), []);
  assert.deepEqual(await faults(forged, posted), ['notice']);
  assert.deepEqual(await faults(drawStory(), posted.toUpperCase()), []);
});

test('one witness withholds: after the deadline it counts without, before it does not', async () => {
  const reveals = [witnessSecrets[0] ?? '', null, witnessSecrets[2] ?? ''];
  assert.deepEqual(await faults(drawStory({ reveals, drawnAt: new Date('2026-11-01T16:00:01.000Z') })), []);
  assert.ok((await faults(drawStory({ reveals }))).includes('source'));
  const one = drawStory({ reveals: [null, null, witnessSecrets[2] ?? ''], drawnAt: new Date('2026-11-02T16:00:01.000Z') });
  assert.deepEqual(await faults(one), ['source', 'seed']);
  const swapped = drawStory({ reveals: [witnessSecrets[1] ?? '', witnessSecrets[0] ?? '', witnessSecrets[2] ?? ''] });
  assert.deepEqual(await faults(swapped), ['source', 'seed']);
});

test('one entrant more or less, or a ticket more: another root', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 40 }), fc.nat(), (tickets, n) => {
    const all = entrantsOf(tickets);
    const at = n % all.length;
    const { root } = freeze(made('x'), all);
    const others = [all.filter((_, i) => i !== at), [...all, { token: made('new'), tickets: 1 }], all.map((e, i) => (i === at ? { ...e, tickets: e.tickets + 1 } : e))];
    for (const list of others) assert.notEqual(freeze(made('x'), list).root, root);
    assert.equal(freeze(made('x'), all.toReversed()).root, root, 'the order in which people entered must not matter');
  }), { numRuns: 60 });
});

test('any list and prizes: everybody once in the order, each winner once, both implementations agree', async () => {
  await fc.assert(fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 60 }), fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 4 }), fc.boolean(), async (tickets, counts, beacon) => {
    const d = drawStory({ kind: beacon ? 'drand' : 'witnesses', entrants: entrantsOf(tickets), prizes: counts.map((count, i) => ({ name: `${i + 1} 等奖`, count })) });
    assert.equal(new Set(d.order).size, tickets.length);
    assert.equal(new Set(d.winners.map((w) => w.token)).size, Math.min(tickets.length, counts.reduce((a, b) => a + b)));
    assert.deepEqual(await faults(d), []);
  }), { numRuns: 60 });
});

test('each entrant can prove to be in, and nobody else', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 40 }), fc.nat(), (tickets, n) => {
    const rules = rulesOf();
    const entrants = entrantsOf(tickets);
    const list = freeze(rules.draw, entrants);
    const notice = noticeOf(rules, list, new Date('2026-11-01T00:00:00Z'), [null, null, null]);
    const own = proofOf(list, notice, entrants[n % entrants.length]?.token ?? '');
    assert.match(checkEntry(JSON.stringify(own)) ?? '', /^[0-9a-f]{64}$/);
    assert.equal(checkEntry(JSON.stringify({ ...own, token: made('stranger') })), null);
    assert.equal(checkEntry(JSON.stringify({ ...own, notice: { ...notice, root: made('other') } })), null);
    assert.equal(checkEntry(JSON.stringify(proofOf(list, notice, made('stranger')))), null);
  }), { numRuns: 80 });
});

test('the own SHA-256 of the verifier agrees with node, at every length around a block and beyond', () => {
  for (const length of [...Array(200).keys(), 1_000, 70_000]) {
    const bytes = new Uint8Array(length).map((_, i) => (i * 31 + length) % 256);
    assert.equal(hexOf(sha256(bytes)), randomnessOf(Buffer.from(bytes).toString('hex')), String(length));
  }
});

/** Chi-square of counts against what was to be expected. */
const chiSquare = (counts: readonly number[], expected: readonly number[]): number => counts.reduce((sum, n, i) => sum + (n - (expected[i] ?? 0)) ** 2 / (expected[i] ?? 1), 0);

test('chi-square over 20,000 seeds: every place is as likely for everybody, tickets count in proportion', () => {
  const SEEDS = 20_000;
  const even = freeze(made('even'), entrantsOf([1, 1, 1, 1, 1, 1, 1, 1]));
  const places = new Map(even.entrants.map((e) => [e.token, Array.from({ length: 8 }, () => 0)]));
  const uneven = freeze(made('uneven'), entrantsOf([1, 2, 5]));
  const firsts = new Map<string, number>();
  for (let i = 0; i < SEEDS; i += 1) {
    rank(even, made(`seed ${i}`)).forEach((token, place) => { const row = places.get(token) ?? []; row[place] = (row[place] ?? 0) + 1; });
    const first = rank(uneven, made(`seed ${i}`))[0] ?? '';
    firsts.set(first, (firsts.get(first) ?? 0) + 1);
  }
  // 49 degrees of freedom: 99.9 % lie below 85.35; 2 degrees: below 13.82. The seeds are fixed, so this is no matter of luck.
  assert.ok(chiSquare([...places.values()].flat(), Array.from({ length: 64 }, () => SEEDS / 8)) < 85.35);
  assert.ok(chiSquare(uneven.entrants.map((e) => firsts.get(e.token) ?? 0), uneven.entrants.map((e) => (SEEDS * e.tickets) / 8)) < 13.82);
});

const VECTORS = {
  witnesses: [
    'a65eb9bc079bf68ea0f0063a46f74c8b31ce5ff63c8f4e1b0aff85f9c9001d90',
    'ab562fc1464211e2d25c2fd450bb91924cb94657efd8bece63f77b81013f8940',
    '5100f8ef2e6efb125eb0b9727b54e27fbb20a2e0509867942ccd3c5e19da786b',
    'a81cfaedc08f861f8154ec16ff0addf69d0fd79b4b3f069c9aa9f7c2d9e29232',
    'd78f 37a8 6d83 5438 59f8 9003 764b 9eeb c884 b907 7a3d b18e',
  ],
  drand: [
    '83584ffc3d63b5f4f1ed68084c31e23df0262ff157788832e4ef2b464c436f27',
    'ab562fc1464211e2d25c2fd450bb91924cb94657efd8bece63f77b81013f8940',
    'd8253331155b169f99581eeb13abd4941971bd1fe4a4d9a307e2d8b48f12fff5',
    '7662997580dc6228001042edd8192d5b8b126e9ae0147ee4b02b312639b8f473',
    '37a8 b18e 764b 7a3d 6d83 b907 9eeb 9003 c884 d78f 5438 59f8',
  ],
};
