import assert from 'node:assert/strict';
import test from 'node:test';
import { codeHash } from '#engines/claims';
import { clock } from '#platform/clock';
import { hours, placesStage } from '#test/places';

type Scanned = { id: string | null; outcome: string; unpaid: boolean; sentence: string; name: string };
type Item = { id: string; hash: string; shortHash: string; name: string; state: string };

async function stage() {
  const s = await placesStage();
  const offerId = await s.offer({ places: 3, waits: false });
  const codes = new Map<string, { code: string; shortCode: string }>();
  for (const who of [s.one, s.two, s.three]) codes.set(who.name, (await s.ask(who, 'POST', `/api/v1/offers/${offerId}/claims`, {})).body as unknown as { code: string; shortCode: string });
  const code = (name: string): string => codes.get(name)?.code ?? '';
  const bring = async (scans: readonly { code: string; at: Date; paid?: boolean }[], who = s.officer): Promise<{ status: number; items: Scanned[] }> => {
    const a = await s.ask(who, 'POST', `/api/v1/offers/${offerId}/scans`, { scans: scans.map((x) => ({ ...x, at: x.at.toISOString() })) });
    return { status: a.status, items: (a.body as unknown as { items?: Scanned[] }).items ?? [] };
  };
  return { ...s, offerId, codes, code, bring };
}

test('scanning, refusals: nobody but who keeps it; nonsense, another offer’s code, too many at once', async () => {
  const s = await stage();
  for (const who of [s.one, s.other]) {
    assert.equal((await s.ask(who, 'GET', `/api/v1/offers/${s.offerId}/scanner`)).status, 404);
    assert.equal((await s.bring([{ code: s.code('王小兵'), at: hours(0) }], who)).status, 404);
  }
  assert.equal((await s.bring([])).status, 400);
  assert.equal((await s.bring(Array.from({ length: 201 }, () => ({ code: 'x', at: hours(0) })))).status, 400);
  const elsewhere = (await s.ask(s.one, 'POST', `/api/v1/offers/${await s.offer()}/claims`, {})).body as unknown as { code: string };
  const { items } = await s.bring([{ code: 'nonsense', at: hours(0) }, { code: elsewhere.code, at: hours(0) }, { code: s.code('王小兵').replace(/.{4}$/, 'AAAA'), at: hours(0) }]);
  assert.deepEqual(items.map((r) => [r.outcome, r.id]), [['refused', null], ['refused', null], ['refused', null]]);
});

test('scanning: the list holds hashes and masked names, never codes; a scan hands over and leaves an audit line', async () => {
  const s = await stage();
  const list = await s.ask(s.officer, 'GET', `/api/v1/offers/${s.offerId}/scanner`);
  const items = list.body.items as unknown as Item[];
  assert.equal(items.length, 3);
  assert.doesNotMatch(list.text, /NJC1|小兵/);
  const mine = s.codes.get('王小兵');
  assert.deepEqual(items.filter((k) => k.hash === codeHash(mine?.code ?? '') && k.shortHash === codeHash(mine?.shortCode ?? '')).map((k) => k.name), ['王*兵']);
  const before = await s.audited();
  const { items: [done] } = await s.bring([{ code: mine?.shortCode ?? '', at: hours(0) }]);
  assert.deepEqual([done?.outcome, done?.name], ['handed', '王*兵']);
  assert.equal(await s.audited(), before + 1);
});

test('scanning: two devices without a network bring the same codes hours later: whoever is first on the server holds, the other is told when', async () => {
  const s = await stage();
  const [a, b, c] = ['王小兵', '李大山', '赵小梅'].map((name) => s.code(name)) as [string, string, string];
  clock.advance(3 * 3_600_000);
  const first = await s.bring([{ code: a, at: hours(1) }, { code: b, at: hours(1.1) }]);
  assert.deepEqual(first.items.map((r) => r.outcome), ['handed', 'handed']);
  const second = await s.bring([{ code: c, at: hours(0.5) }, { code: b, at: hours(0.9) }, { code: c, at: hours(0.5) }]);
  assert.deepEqual(second.items.map((r) => r.outcome), ['handed', 'refused', 'again']);
  assert.match(second.items[1]?.sentence ?? '', /已于.*13:06/);
  const repeated = await s.bring([{ code: a, at: hours(1) }, { code: b, at: hours(1.1) }]);
  assert.deepEqual(repeated.items.map((r) => r.outcome), ['again', 'again'], 'the same scans, sent again because the answer was lost');
  const { rows } = await s.house.database.pool.query<{ at: Date }>("SELECT handed_at AS at FROM claim WHERE offer_id = $1 AND state = 'handed' ORDER BY no", [s.offerId]);
  assert.deepEqual(rows.map((r) => r.at.toISOString()), [hours(1), hours(1.1), hours(0.5)].map((d) => d.toISOString()));
});

test('scanning: two devices at the same moment: one hands over', async () => {
  const s = await stage();
  const scans = await Promise.all([0, 1, 2, 3].map((n) => s.bring([{ code: s.code('王小兵'), at: new Date(hours(0).getTime() - n * 1_000) }])));
  assert.deepEqual(scans.map((r) => r.items[0]?.outcome).sort(), ['handed', 'refused', 'refused', 'refused']);
});

test('scanning: where money is due, only with the money taken', async () => {
  const s = await placesStage();
  const offerId = await s.offer({ pays: 'atHandOver', price: 500n });
  const { shortCode } = (await s.ask(s.one, 'POST', `/api/v1/offers/${offerId}/claims`, {})).body as unknown as { shortCode: string };
  const bring = async (paid: boolean) => ((await s.ask(s.officer, 'POST', `/api/v1/offers/${offerId}/scans`, { scans: [{ code: shortCode, at: hours(0).toISOString(), paid }] })).body as unknown as { items: Scanned[] }).items[0];
  assert.deepEqual([(await bring(false))?.outcome, (await bring(false))?.unpaid], ['refused', true]);
  assert.equal((await bring(true))?.outcome, 'handed');
});
