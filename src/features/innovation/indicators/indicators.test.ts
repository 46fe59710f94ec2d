import assert from 'node:assert/strict';
import test from 'node:test';
import { fixClock } from '#test/clock';
import { cast, foundBelow, type Player } from '#test/people';
import { startHouse } from '#test/server';
import { groupPeople, openCampaign, type PlantedSuggestion, plantSuggestions } from '#test/suggestion-rows';
import { foundCompany } from '#test/suggestions';
import { readSheet } from '#platform/sheets';
import { rows, sql } from '#platform/db';
import { type Counts, exactRate, GROUPS, INDICATORS, KINDS, MEASURES, rateOf, showRate } from './indicators.rules.ts';

type Row = { id: string; counts: Counts };
type Figures = {
  scheme: { id: string }; unit: { id: string } | null; staffDay: string; whole: boolean; all: Counts; units: (Row & { open: boolean })[]; months: { from: string; to: string; counts: Counts }[]; kinds: { kind: string; counts: Counts }[];
  groups: { group: string; counts: Counts }[]; campaigns: Row[]; targets: { unitId: string; group: string; indicator: string; target: number }[]; may: string[];
};
type Body = Figures & { error?: { code: string }; items: { id: string; name: string }[]; total: number; changed: number; id: string; version: number; sound: boolean; differences: { measure: string; kept: number; today: number }[]; figures: Figures; before: unknown[]; title: string; unit: { id: string; name: string }; counts: Counts };

/** A small repeatable generator. */
function dice(seed: number) {
  let a = seed;
  const next = (): number => {
    a = (Math.imul(a, 1_664_525) + 1_013_904_223) >>> 0;
    return a / 2 ** 32;
  };
  return { under: (n: number): number => Math.floor(next() * n), chance: (p: number): boolean => next() < p };
}
const dayIn = (year: number, n: number): string => new Date(Date.UTC(year, 0, 1 + n)).toISOString().slice(0, 10);

async function stage() {
  fixClock('2026-06-15T01:00:00Z');
  const house = await startHouse();
  const c = await foundCompany(house, 'I');
  const shift = await foundBelow(house, c.federationId, c.works, 'I-W-1');
  const [unitChair, director] = (await cast(house, c.federationId, [{ name: '分厂主席', unionId: c.tools.id, offices: ['chair'] }, { name: '委员', unionId: c.company.id, offices: ['committeeMember'] }])) as [Player, Player];
  const crew = await cast(house, c.federationId, Array.from({ length: 12 }, (_, i) => ({ name: `职工${i}`, unionId: [shift.id, c.works.id, c.tools.id][i % 3] as string })));
  await house.within(c.federationId, (tx) => sql`update membership set began_on = '2020-01-01' where federation_id = ${c.federationId}`.execute(rows(tx)));
  const ask = async (who: Player | null, method: 'GET' | 'POST', path: string, body?: unknown): Promise<{ status: number; body: Body; code: string | undefined }> => {
    const a = await house.ask(method, `/api/v1/indicators${path}`, body, { token: who?.token ?? null });
    return { status: a.status, body: a.body as Body, code: (a.body as Body | null)?.error?.code };
  };
  return { ...c, house, shift, unitChair, director, crew, ask };
}
type Stage = Awaited<ReturnType<typeof stage>>;

/** A hundred and sixty suggestions of two years with everything that can happen to one. */
async function plantTwoYears(s: Stage): Promise<{ list: PlantedSuggestion[]; ids: string[]; campaign: string }> {
  const d = dice(7);
  const campaign = await openCampaign(s.house, s.federationId, s.company.id, { title: '安全专项', from: '2025-05-01', to: '2025-08-31' });
  const homes = s.crew.map((p, i) => ({ personId: p.id, unitId: i % 3 === 2 ? s.tools.id : s.works.id }));
  const list = Array.from({ length: 160 }, (): PlantedSuggestion => {
    const first = homes[d.under(9)] as (typeof homes)[number];
    const second = homes[d.under(9)] as (typeof homes)[number];
    const day = d.under(500);
    const later = (n: number): string => dayIn(2025, day + n);
    const [adopted, started, completed] = [d.chance(0.8), d.chance(0.85), d.chance(0.8)];
    return {
      unitId: first.unitId, authors: second.personId === first.personId || d.chance(0.6) ? [first] : [first, second], category: KINDS[d.under(KINDS.length)] as string, campaignId: d.chance(0.2) ? campaign : null, submittedOn: later(0),
      ...(d.chance(0.08) ? { voidOn: later(2) } : {}), ...(adopted ? { adoptedOn: later(5 + d.under(20)) } : {}), ...(adopted && started ? { startedOn: later(30), grade: 1 + d.under(3) } : {}),
      ...(adopted && started && completed ? { completedOn: later(40 + d.under(60)) } : {}), ...(adopted && started && completed && d.chance(0.3) ? { standardisedOn: later(120) } : {}),
      ...(adopted && started && completed && d.chance(0.3) ? { benefitFen: 100_000 * (1 + d.under(50)), benefitOn: later(150) } : {}), ...(adopted && d.chance(0.05) ? { revokedOn: later(160) } : {}),
    };
  });
  await groupPeople(s.house, s.federationId, s.company.id, [
    ...[0, 1, 2].map((i) => ({ personId: s.crew[i]?.id ?? '', group: 'teamLeader', from: '2020-01-01' })), ...[1, 5, 11].map((i) => ({ personId: s.crew[i]?.id ?? '', group: 'party', from: '2021-01-01' })),
    { personId: s.crew[6]?.id ?? '', group: 'manager', from: '2020-01-01', to: '2025-12-30' }, { personId: s.crew[7]?.id ?? '', group: 'manager', from: '2020-01-01', to: '2025-12-31' },
  ]);
  return { list, ids: await plantSuggestions(s.house, s.federationId, s.company.id, list), campaign };
}

const DAY = { valid: 'submittedOn', adopted: 'adoptedOn', started: 'startedOn', completed: 'completedOn', standardised: 'standardisedOn', benefited: 'benefitOn' } as const;
/** The same counts once more, from the planted facts and nothing else. */
function recount(list: readonly PlantedSuggestion[], from: string, to: string, basis: string): Record<string, number> {
  const within = (day: string | undefined): boolean => day !== undefined && day >= from && day <= to;
  const valid = list.filter((s) => s.voidOn === undefined);
  const of = (m: keyof typeof DAY): PlantedSuggestion[] => valid.filter((s) => (m === 'valid' || s.revokedOn === undefined) && (basis === 'event' ? within(s[DAY[m]]) : within(s.submittedOn) && s[DAY[m]] !== undefined));
  return { ...Object.fromEntries(MEASURES.map((m) => [m, of(m).length])), benefitFen: of('benefited').reduce((sum, s) => sum + (s.benefitFen ?? 0), 0), participants: new Set(valid.filter((s) => within(s.submittedOn)).flatMap((s) => s.authors.map((a) => a.personId))).size };
}
const same = (c: Counts, expected: Record<string, number>, what: string): void => assert.deepEqual(Object.fromEntries(Object.keys(expected).map((k) => [k, c[k as keyof Counts]])), expected, what);

test('INN-3 refusals: who has no office, no scheme, another unit, days that run backwards, steps of the office', async () => {
  const s = await stage();
  const { ask, writer, specialist, office, outsider, accountant, director, company, works, tools, other: otherWorker } = s;
  assert.equal((await ask(null, 'GET', '')).status, 401);
  assert.equal((await ask(writer, 'GET', '')).status, 404);
  assert.equal((await ask(otherWorker, 'GET', '/items')).status, 404);
  assert.equal((await ask(outsider, 'GET', '/mine')).code, 'indicators.notInScheme');
  assert.equal((await ask(specialist, 'GET', `?unitId=${tools.id}`)).status, 404, 'a specialist opens the own unit only');
  assert.equal((await ask(specialist, 'GET', `/people?unitId=${tools.id}`)).status, 404);
  assert.equal((await ask(office, 'GET', `?schemeId=${works.id}`)).status, 404, 'a unit runs no scheme');
  assert.equal((await ask(office, 'GET', '?from=2026-02-01&to=2026-01-01')).code, 'indicators.daysWrong');
  assert.equal((await ask(office, 'GET', '?from=2001-01-01&to=2026-01-01')).code, 'indicators.daysWrong');
  const target = { unitId: works.id, group: 'all', indicator: 'adoption', target: 9000 };
  for (const who of [specialist, accountant, director]) {
    assert.equal((await ask(who, 'POST', '/targets', { year: 2026, targets: [target] })).status, 404);
    assert.equal((await ask(who, 'POST', '/reports', { from: '2025-01-01', to: '2025-12-31' })).status, 404);
    assert.equal((await ask(who, 'GET', '/booklet/candidates')).status, 404);
  }
  assert.equal((await ask(s.unitChair, 'POST', '/targets', { year: 2026, targets: [target] })).status, 404, 'the chair of a unit settles nothing for the company');
  assert.equal((await ask(office, 'POST', '/targets', { year: 2026, targets: [{ ...target, unitId: s.top.id }] })).code, 'indicators.unitUnknown');
  assert.equal((await ask(office, 'POST', '/targets/copy', { year: 2026 })).code, 'indicators.nothingToCopy');
  assert.equal((await ask(office, 'POST', '/reports', { from: '2026-06-01', to: '2026-06-30' })).code, 'indicators.notOver');
  assert.equal((await ask(office, 'GET', `/reports/${company.id}`)).status, 404);
});

test('INN-3 every number is that of the raw rows, by cohort and by event, for the whole and each breakdown; each list is exactly its number', { timeout: 240_000 }, async () => {
  const s = await stage();
  const { list, campaign } = await plantTwoYears(s);
  for (const basis of ['cohort', 'event']) {
    const [from, to] = ['2025-01-01', '2025-12-31'];
    const at = `from=${from}&to=${to}&basis=${basis}`;
    const f = (await s.ask(s.office, 'GET', `?${at}`)).body;
    same(f.all, recount(list, from, to, basis), `${basis} all`);
    assert.equal(f.all.staff, 21, 'the company, its units and their shift, nobody from elsewhere');
    for (const u of f.units) {
      const { participants: _, ...of } = recount(list.filter((x) => x.unitId === u.id), from, to, basis);
      same(u.counts, { ...of, participants: new Set(list.filter((x) => x.voidOn === undefined && x.submittedOn <= to).flatMap((x) => x.authors).filter((a) => a.unitId === u.id).map((a) => a.personId)).size }, `${basis} unit`);
    }
    for (const m of f.months) same(m.counts, recount(list, m.from, m.to, basis), `${basis} ${m.from}`);
    for (const k of f.kinds) same(k.counts, recount(list.filter((x) => x.category === k.kind), from, to, basis), `${basis} ${k.kind}`);
    same(f.campaigns.find((x) => x.id === campaign)?.counts as Counts, recount(list.filter((x) => x.campaignId === campaign), from, to, basis), `${basis} campaign`);
    const members: Record<string, string[]> = { teamLeader: [0, 1, 2].map((i) => s.crew[i]?.id ?? ''), party: [1, 5, 11].map((i) => s.crew[i]?.id ?? ''), manager: [s.crew[7]?.id ?? ''], keyStaff: [] };
    for (const g of f.groups) {
      const inside = (members[g.group] ?? []);
      const of = recount(list.filter((x) => x.authors.some((a) => inside.includes(a.personId))), from, to, basis);
      same(g.counts, { ...of, staff: inside.length, participants: new Set(list.filter((x) => x.voidOn === undefined && x.submittedOn <= to).flatMap((x) => x.authors.map((a) => a.personId)).filter((id) => inside.includes(id))).size }, `${basis} ${g.group}`);
    }
    await openEvery(s, at, f);
  }
  const later = (await s.ask(s.office, 'GET', '?from=2026-01-01&to=2026-12-31')).body;
  assert.equal(later.staffDay, '2026-06-15', 'a year that runs takes the members of today');
  same(later.all, recount(list, '2026-01-01', '2026-12-31', 'cohort'), 'the year after');
});

/** Opens the list behind every number of a page and compares its length. */
async function openEvery(s: Stage, at: string, f: Figures): Promise<void> {
  const places: [string, Counts][] = [['', f.all], ...f.units.map((u): [string, Counts] => [`&unitId=${u.id}`, u.counts]), ...f.kinds.slice(0, 4).map((k): [string, Counts] => [`&kind=${k.kind}`, k.counts]), ...f.groups.map((g): [string, Counts] => [`&group=${g.group}`, g.counts]), ...f.campaigns.map((c): [string, Counts] => [`&campaignId=${c.id}`, c.counts])];
  let opened = 0;
  for (const [place, counts] of places) {
    for (const measure of MEASURES) {
      const { body } = await s.ask(s.office, 'GET', `/items?${at}&measure=${measure}${place}&limit=100`);
      assert.deepEqual([body.total, body.items.length], [counts[measure], Math.min(100, counts[measure])], `${at} ${measure}${place}`);
      opened += 1;
    }
    for (const measure of ['staff', 'participants'] as const) {
      if (place.includes('kind') || place.includes('campaign')) continue;
      const { body } = await s.ask(s.office, 'GET', `/people?${at}&measure=${measure}${place}&limit=100`);
      assert.deepEqual([body.total, new Set(body.items.map((p) => p.id)).size], [counts[measure], counts[measure]], `${at} ${measure}${place}`);
    }
  }
  assert.ok(opened > 60);
}

test('INN-3 a specialist sees the own unit and the ranking, a member how the unit stands and nobody’s name', async () => {
  const s = await stage();
  const at = { unitId: s.works.id, category: 'process', submittedOn: '2025-03-03' };
  const me = (i: number) => [{ personId: s.crew[i]?.id ?? '', unitId: s.works.id }];
  await plantSuggestions(s.house, s.federationId, s.company.id, [0, 0, 1, 3].map((i, n) => ({ ...at, authors: me(i), ...(n < 3 ? { adoptedOn: '2025-04-01' } : {}), ...(n < 2 ? { startedOn: '2025-04-01' } : {}), ...(n < 1 ? { completedOn: '2025-05-01' } : {}) })));
  const f = (await s.ask(s.specialist, 'GET', '?from=2025-01-01&to=2025-12-31')).body;
  assert.deepEqual([f.whole, f.unit?.id, f.may], [false, s.works.id, []]);
  assert.deepEqual(INDICATORS.map((i) => showRate(rateOf(i, f.all))), ['27%', '133%', '75%', '67%', '50%']);
  assert.equal(exactRate(rateOf('participation', f.all)), '27.27%', '3 of the 11 of the unit and its shift');
  assert.deepEqual(f.units.map((u) => u.open), f.units.map((u) => u.id === s.works.id));
  assert.equal((await s.ask(s.specialist, 'GET', '/items?from=2025-01-01&to=2025-12-31')).body.total, 4);
  assert.equal((await s.ask(s.specialist, 'GET', '/people?from=2025-01-01&to=2025-12-31&measure=absent')).body.total, 8);
  assert.equal((await s.ask(s.director, 'GET', '?from=2025-01-01&to=2025-12-31')).body.whole, true);
  const own = (await s.ask(s.writer, 'GET', '/mine?year=2025')).body;
  assert.deepEqual([own.unit.id, own.counts.valid, own.all.valid, JSON.stringify(own).includes('职工')], [s.works.id, 4, 4, false]);
});

test('INN-3 targets are set, taken away, copied to the next year; both are in the log', async () => {
  const s = await stage();
  const t = (unitId: string, indicator: string, target: number | null, group = 'all') => ({ unitId, group, indicator, target });
  assert.equal((await s.ask(s.office, 'POST', '/targets', { year: 2025, targets: [t(s.company.id, 'participation', 9500), t(s.works.id, 'adoption', 9000), t(s.company.id, 'participation', 10_000, 'party')] })).body.changed, 3);
  assert.equal((await s.ask(s.chair, 'POST', '/targets', { year: 2025, targets: [t(s.works.id, 'adoption', 9000), t(s.company.id, 'participation', null)] })).body.changed, 1);
  assert.equal((await s.ask(s.office, 'POST', '/targets/copy', { year: 2026 })).body.changed, 2);
  assert.equal((await s.ask(s.office, 'POST', '/targets/copy', { year: 2026 })).body.changed, 0, 'what is set already stays');
  const seen = (await s.ask(s.specialist, 'GET', '/targets?year=2026')).body;
  assert.deepEqual([seen.items.length, seen.before.length, seen.may], [2, 2, []]);
  assert.equal((await s.ask(s.specialist, 'GET', '?from=2026-01-01&to=2026-12-31')).body.targets.length, 2);
  const lines = await s.house.within(s.federationId, (tx) => sql<{ n: number }>`select count(*)::int as n from audit_entry where federation_id = ${s.federationId} and subject_kind = 'indicatorTargets'`.execute(rows(tx)));
  assert.equal(lines.rows[0]?.n, 4);
});

test('INN-3 a kept report reads the same later, says what differs today, is kept once even by two at a time, and shows when it was tampered with', async () => {
  const s = await stage();
  const unitId = s.works.id;
  const authors = [{ personId: s.crew[0]?.id ?? '', unitId }];
  const plant = () => plantSuggestions(s.house, s.federationId, s.company.id, [{ unitId, authors, category: 'site', submittedOn: '2026-05-10', adoptedOn: '2026-05-12' }]);
  await plant();
  const month = { from: '2026-05-01', to: '2026-05-31' };
  const both = await Promise.all([s.ask(s.office, 'POST', '/reports', month), s.ask(s.chair, 'POST', '/reports', month)]);
  assert.deepEqual(both.map((r) => r.status).sort(), [200, 409]);
  const id = both.find((r) => r.status === 200)?.body.id ?? '';
  await plant();
  const seen = (await s.ask(s.specialist, 'GET', `/reports/${id}`)).body;
  assert.deepEqual([seen.sound, seen.figures.all.valid, seen.differences], [true, 1, [{ measure: 'valid', kept: 1, today: 2 }, { measure: 'adopted', kept: 1, today: 2 }]]);
  assert.equal((await s.ask(s.accountant, 'GET', '/reports')).body.total, 1);
  assert.equal((await s.ask(s.outsider, 'GET', `/reports/${id}`)).status, 404);
  await s.house.within(s.federationId, (tx) => sql`update indicator_report set figures = replace(figures, '"valid":1', '"valid":9') where federation_id = ${s.federationId}`.execute(rows(tx)));
  assert.equal((await s.ask(s.office, 'GET', `/reports/${id}`)).body.sound, false);
});

test('INN-3 the booklet takes grade-1 completed suggestions in the order of the office, and two editors do not overwrite each other', async () => {
  const s = await stage();
  const best = { unitId: s.works.id, authors: [{ personId: s.crew[0]?.id ?? '', unitId: s.works.id }], category: 'energy', submittedOn: '2025-02-01', adoptedOn: '2025-02-10', startedOn: '2025-02-10' };
  const [a, b, unfinished] = (await plantSuggestions(s.house, s.federationId, s.company.id, [{ ...best, grade: 1, completedOn: '2025-05-01', benefitFen: 5_000_000, benefitOn: '2025-09-01' }, { ...best, grade: 1, completedOn: '2025-06-01' }, { ...best, grade: 1 }, { ...best, grade: 2, completedOn: '2025-06-01' }])) as [string, string, string];
  const text = { year: 2025, title: '2025 年优秀合理化建议成果汇编', preface: '凝聚每一份智慧。' };
  assert.deepEqual((await s.ask(s.office, 'GET', '/booklet/candidates?year=2025')).body.items.map((x) => x.id), [a, b]);
  assert.equal((await s.ask(s.office, 'POST', '/booklet', { ...text, version: 0, ids: [a, unfinished] })).code, 'indicators.notFit');
  const saved = await s.ask(s.office, 'POST', '/booklet', { ...text, version: 0, ids: [b, a] });
  assert.deepEqual([saved.status, saved.body.version], [200, 1]);
  assert.equal((await s.ask(s.chair, 'POST', '/booklet', { ...text, version: 0, ids: [a] })).code, 'indicators.bookletChanged');
  const read = (await s.ask(s.specialist, 'GET', '/booklet?year=2025')).body;
  assert.deepEqual([read.title, read.items.map((x) => x.id), read.may], [text.title, [b, a], []]);
  assert.equal((await s.ask(s.office, 'GET', '/booklet?year=2024')).body.items.length, 0);
});

test('INN-3 the workbook holds summary, units, months, kinds, groups and items; rates stand beside numerator and denominator', async () => {
  const s = await stage();
  await plantTwoYears(s);
  const f = (await s.ask(s.office, 'GET', '?from=2025-01-01&to=2025-12-31')).body;
  const answer = await s.house.house.server.inject({ method: 'POST', url: '/api/v1/indicators/export', headers: { 'x-niangjia': '1', authorization: `Bearer ${s.office.token}`, 'content-type': 'application/json', 'accept-language': 'zh' }, payload: JSON.stringify({ from: '2025-01-01', to: '2025-12-31' }) });
  assert.equal(answer.statusCode, 200);
  const sheets: string[][][] = [];
  for (const name of ['汇总', '单位', '月份', '类别', '人群', '明细']) {
    const lines: string[][] = [];
    for await (const row of readSheet({ bytes: new Uint8Array(answer.rawPayload), name: 'report.xlsx' }, { sheet: name })) lines.push(row.cells.map((c) => c.text));
    sheets.push(lines);
  }
  const rate = sheets[0]?.find((r) => r[0] === '采纳率') ?? [];
  assert.deepEqual(rate.slice(0, 4), ['采纳率', String(f.all.adopted), String(f.all.valid), showRate(rateOf('adoption', f.all))]);
  assert.equal((sheets[5]?.length ?? 0) - 1, f.all.valid);
  assert.equal((sheets[4]?.length ?? 0) - 1, GROUPS.length);
});
