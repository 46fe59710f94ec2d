import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { pick, regionsAbove, type Standing } from './pick.rules.ts';
import type { Param } from './rule.rules.ts';
import { sayValue } from './phrases.rules.ts';
import { listParams } from './shelf.service.ts';
import { schemaOf, weigh } from './shapes.rules.ts';

const param = (stricter: Param['stricter']): Param =>
  ({ key: 'p', area: 'a', title: { code: 'p', zh: 'p', en: 'p' }, shape: { kind: 'whole', min: 0, max: 1000 }, unit: 'days', comparator: 'LE', stricter, rules: [] });

const standing = (distance: number, value: number, confidence: Standing['confidence'], more: Partial<Standing> = {}): Standing => ({
  distance, at: 'union', place: String(distance), placeName: '', forKind: false, from: '2020-01-01', to: null, value, basis: { document: 'd', documentEn: 'd', article: '' },
  confidence, note: '', noteEn: '', id: `${distance}-${value}`, decidedAt: '', ...more,
});
const held = (stricter: Param['stricter'], list: Standing[], day = '2026-11-21'): unknown => pick(param(stricter), list, day)?.value;

test('which rule holds: nearest first, laws and decisions from above bind, a local law stands before all', () => {
  const cases: [string, unknown, Param['stricter'], Standing[]][] = [
    ['nothing', undefined, 'smaller', []],
    ['a usual value yields to a looser decision', 5, 'smaller', [standing(0, 5, 'decided'), standing(9, 2, 'unconfirmed')]],
    ['a confirmed usual value yields too', 5, 'smaller', [standing(0, 5, 'decided'), standing(9, 2, 'confirmed')]],
    ['a stricter decision holds before the law', 5, 'smaller', [standing(0, 5, 'decided'), standing(9, 15, 'statute')]],
    ['a looser decision does not hold before the law', 15, 'smaller', [standing(0, 20, 'decided'), standing(9, 15, 'statute')]],
    ['the same where more is stricter', 180, 'larger', [standing(0, 90, 'decided'), standing(9, 180, 'statute')]],
    ['a law of the place stands even where it is looser', 20, 'smaller', [standing(7, 20, 'statute'), standing(9, 15, 'statute')]],
    ['the decision of the union above binds', 3, 'smaller', [standing(0, 5, 'decided'), standing(1, 3, 'decided'), standing(9, 2, 'unconfirmed')]],
    ['where nothing is stricter the nearest holds', 7, 'nearer', [standing(0, 7, 'decided'), standing(1, 3, 'decided'), standing(9, 2, 'statute')]],
    ['of one place the one that began last', 6, 'smaller', [standing(0, 4, 'decided'), standing(0, 6, 'decided', { from: '2026-11-21' })]],
    ['not one that begins tomorrow', 4, 'smaller', [standing(0, 4, 'decided'), standing(0, 6, 'decided', { from: '2026-11-22' })]],
    ['the last day is included', 4, 'smaller', [standing(0, 4, 'decided', { to: '2026-11-21' }), standing(9, 9, 'unconfirmed')]],
    ['the day after is not', 9, 'smaller', [standing(0, 4, 'decided', { to: '2026-11-20' }), standing(9, 9, 'unconfirmed')]],
    ['for one kind of union before all kinds', 8, 'smaller', [standing(0, 4, 'decided'), standing(0, 8, 'decided', { forKind: true })]],
  ];
  for (const [name, value, stricter, list] of cases) assert.equal(held(stricter, list), value, name);
});

const anyStanding = fc.record({ distance: fc.nat(5), value: fc.nat(50), confidence: fc.constantFrom('statute', 'decided', 'confirmed', 'unconfirmed') })
  .map(({ distance, value, confidence }) => standing(distance, value, confidence as Standing['confidence']));

test('whatever stands, the order of the list does not matter', () => {
  fc.assert(fc.property(fc.uniqueArray(anyStanding, { selector: (s) => s.distance, maxLength: 6 }), fc.infiniteStream(fc.nat()), (list, keys) => {
    const shuffled = list.map((s) => ({ s, k: keys.next().value as number })).sort((a, b) => a.k - b.k).map((x) => x.s);
    assert.equal(pick(param('smaller'), shuffled, '2026-01-01'), pick(param('smaller'), list, '2026-01-01'));
  }));
});

test('nothing that binds is ever loosened, except by a law of the place', () => {
  fc.assert(fc.property(fc.uniqueArray(anyStanding, { selector: (s) => s.distance, minLength: 1, maxLength: 6 }), (list) => {
    const nearest = list.reduce((a, b) => (a.distance < b.distance ? a : b));
    const chosen = pick(param('smaller'), list, '2026-01-01') as Standing;
    if (nearest.confidence === 'statute') return assert.equal(chosen, nearest);
    const binding = list.filter((s) => s === nearest || s.confidence === 'statute' || s.confidence === 'decided');
    return assert.equal(chosen.value, Math.min(...binding.map((s) => s.value as number)));
  }));
});

test('regions from the nearest to the nation', () => {
  assert.deepEqual(regionsAbove('310115'), ['310115', '310100', '310000', 'CN']);
  assert.deepEqual(regionsAbove('310000'), ['310000', 'CN']);
  assert.deepEqual(regionsAbove(''), ['CN']);
  assert.deepEqual(regionsAbove('31'), ['CN']);
});

test('shares are weighed exactly, and 过半 is stricter than 半数以上', () => {
  const share = { kind: 'share' } as const;
  assert.ok((weigh(share, { num: 1, den: 3 }, { num: 333333, den: 1_000_000 }) as number) > 0);
  assert.equal(weigh(share, { num: 1, den: 2 }, { num: 2, den: 4 }), 0);
  const half = (op: string) => ({ op, num: 1, den: 2, base: 'entitled' });
  assert.ok((weigh({ kind: 'majority' }, half('GT'), half('GE')) as number) > 0);
  assert.equal(weigh({ kind: 'hours' }, [], []), null);
});

test('values that a shape refuses', () => {
  const refused: [Parameters<typeof schemaOf>[0], unknown[]][] = [
    [{ kind: 'whole', min: 1, max: 10 }, [0, 11, 1.5, '3', null, Number.NaN]],
    [{ kind: 'share' }, [{ num: 3, den: 2 }, { num: 1, den: 0 }, { num: -1, den: 2 }, { num: 0.5, den: 1 }, { num: 1, den: 2, op: 'GT' }]],
    [{ kind: 'majority' }, [{ num: 1, den: 2 }, { num: 1, den: 2, op: 'XX', base: 'entitled' }, { num: 2, den: 1, op: 'GE', base: 'entitled' }]],
    [{ kind: 'hours' }, [[], [['12:00', '09:00']], [['09:00', '12:00'], ['11:00', '18:00']], [['9:00', '12:00']], [['09:00', '24:00']]]],
    [{ kind: 'oneOf', of: [3, 5] }, [[], [4], [3, 4], 3]],
    [{ kind: 'bands' }, [
      [], [{ from: 1, to: null, least: 3 }], [{ from: 0, to: 9, least: 3 }], [{ from: 0, to: 9, least: 3 }, { from: 11, to: null, least: 3 }],
      [{ from: 0, to: null, least: 3, step: 1 }], [{ from: 0, to: null, least: 3, most: 2 }], [{ from: 0, to: null, least: 3 }, { from: 5, to: null, least: 3 }],
    ]],
  ];
  let seen = 0;
  for (const [shape, values] of refused) for (const value of values) {
    assert.equal(schemaOf(shape).safeParse(value).success, false, JSON.stringify([shape.kind, value]));
    seen += 1;
  }
  assert.equal(seen, 30);
});

test('every shipped number has a value for the nation or a region, both languages and a source', () => {
  const params = listParams();
  assert.ok(params.length >= 60);
  for (const p of params) {
    assert.ok(p.title.zh && p.title.en, p.key);
    assert.ok(p.rules.length > 0, p.key);
    for (const r of p.rules) {
      assert.match(r.from, /^\d{4}-\d\d-\d\d$/);
      assert.ok(r.basis.document.zh && r.basis.document.en);
      assert.match(r.jurisdiction, /^(CN|\d{6})$/);
    }
  }
});

test('a table is said band by band in both languages', () => {
  const value = [{ from: 0, to: 99, least: 30 }, { from: 100, to: null, least: 30, step: 5, per: 100, share: { num: 5, den: 100 }, most: 500 }];
  const said = (locale: 'zh' | 'en'): string => sayValue({ value, unit: 'people', comparator: 'GE' }, locale);
  assert.equal(said('zh'), '0–99：不少于 30；100 及以上：不少于 30、每 100 加 5、不少于其 5%、不超过 500');
  assert.equal(said('en'), '0–99: at least 30; 100 or more: at least 30, 5 more per 100, at least 5% of it, at most 500');
});
