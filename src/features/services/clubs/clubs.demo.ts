import type { Actor, Tx } from '#shared/call';
import { addDays, instantAt, legalDateOf } from '#shared/dates';
import type { DemoStage } from '#shared/demo';
import { newId } from '#shared/ids';
import { cases } from '#engines/cases';
import { claims } from '#engines/claims';
import { rulebook } from '#engines/rulebook';
import { makeList, publishAwards } from './awards.service.ts';
import { clubProcess } from './clubs.process.ts';
import { nameKey, NO_LIMIT, usualGrant } from './clubs.rules.ts';
import * as q from './clubs.sql.ts';
import { dissolve, KIND, suspend } from './deciding.service.ts';
import * as g from './gatherings.sql.ts';
import * as m from './money.sql.ts';
import * as p from './people.sql.ts';
import { CHARTER, COMMENTS, OTHERS, TOLD, type Told } from './stories.demo.ts';
import { listAwards, putReport } from './years.sql.ts';

const DAY = 86_400_000;
const YEARS = 730;
const FAR = new Date('2199-12-31T00:00:00Z');
type Club = { readonly id: string; readonly told: Told; readonly officer: Actor; readonly people: readonly string[]; readonly begun: Date; readonly n: number };

const chance = (a: number, b: number): number => ((a * 7919 + b * 104_729 + ((a * 31) ^ (b * 17))) >>> 0) % 100;

/** Cases, clubs, places and members: the first half of the wishes joins at the founding, the others over time. */
async function plantClubs(stage: DemoStage, told: readonly Told[], officers: ReadonlyMap<string, Actor>): Promise<Club[]> {
  const worker = await stage.actor('worker');
  const begun = new Date(stage.now.getTime() - (YEARS + 40) * DAY);
  const clubs = await stage.at(stage.now, async (tx) => {
    const list: Club[] = [];
    for (const [n, one] of told.entries()) {
      const wished = one.members + (one.limit !== null && one.members >= one.limit ? 3 : 0);
      const found = await p.listSome(tx, stage.union(one.union).path, one.name, wished);
      const people = n === 0 || n === 3 ? [worker.personId, ...found.filter((id) => id !== worker.personId)].slice(0, wished) : found.filter((id) => id !== worker.personId);
      list.push({ id: newId(), told: one, officer: officers.get(one.officer) as Actor, people: n === 3 ? [...people.slice(1, 6), people[0] as string, ...people.slice(6)] : people, begun, n });
    }
    await cases.takeOver(tx, clubProcess, list.map((c) => ({
      id: c.id, title: c.told.name, text: c.told.purpose, state: 'active', privacy: 'named', channel: 'phone', unionId: stage.union(c.told.union).id, authorId: c.people[0] ?? null, openedAt: new Date(begun.getTime() - 20 * DAY),
      events: [{ step: 'submit', toState: 'submitted', byKind: 'author', byId: c.people[0] ?? null, at: new Date(begun.getTime() - 10 * DAY) }, { step: 'approve', toState: 'active', byKind: 'officer', byId: c.officer.personId, at: begun }],
    })));
    for (const c of list) await keepClub(tx, stage.union(c.told.union).id, c.id, { ...c.told, places: c.told.limit }, c.people.slice(0, 11), legalDateOf(begun));
    return list;
  });
  await stage.at(begun, async (tx) => { for (const c of clubs) await openClub(tx, stage.union(c.told.union).id, c, c.people.slice(0, Math.ceil(c.told.members / 2))); });
  await stage.at(stage.ago(400, '12:00'), async (tx) => { for (const c of clubs) await claims.decide(tx, c.id, wishes(tx, c.people.slice(Math.ceil(c.told.members / 2)))); });
  return clubs;
}

const wishes = (tx: Tx, ids: readonly string[]) => ids.map((personId) => ({ personId, key: 'story', places: 1, unitId: null, at: tx.now }));

async function keepClub(tx: Tx, unionId: string, id: string, a: Pick<q.About, 'name' | 'category' | 'purpose' | 'meets' | 'places'>, founders: readonly string[], on: string | null): Promise<void> {
  await q.insertClub(tx, { id, unionId, key: nameKey(a.name) }, { ...a, charter: CHARTER });
  await p.insertFounders(tx, id, founders, 'confirmed');
  if (on !== null) await q.setFounded(tx, id, on);
}

async function openClub(tx: Tx, unionId: string, c: Pick<Club, 'id' | 'officer' | 'told'>, first: readonly string[]): Promise<void> {
  await claims.put(tx, c.officer, { id: c.id, unionId, kind: KIND, title: c.told.name, mode: 'first', opensAt: tx.now, closesAt: FAR, places: c.told.limit ?? NO_LIMIT, waits: true, who: { unions: [unionId] }, place: c.told.meets });
  await claims.open(tx, c.officer, c.id);
  await claims.decide(tx, c.id, wishes(tx, first));
  for (const [i, role] of (['leader', 'deputy', 'treasurer'] as const).entries()) if (first[i]) await p.putRole(tx, c.id, role, first[i], legalDateOf(tx.now));
}

/** Two years of gatherings with who came, what they thought and what it cost, in a few statements; and what comes next. */
async function plantGatherings(stage: DemoStage, clubs: readonly Club[]): Promise<void> {
  const held = clubs.flatMap((c) => Array.from({ length: Math.floor((stage.brief ? 90 : YEARS) / c.told.every) }, (_, k) => {
    const day = 3 + (c.n % 5) + k * c.told.every;
    return { id: newId(), clubId: c.id, title: c.told.what[k % c.told.what.length] ?? c.told.name, place: c.told.place, startsAt: stage.ago(day, k % 3 === 0 ? '18:30' : '12:30'), about: '', byId: c.people[k % 2] ?? c.officer.personId, c, k };
  }));
  const next = clubs.filter((c) => c.n % 4 !== 3).map((c) => ({ id: newId(), clubId: c.id, title: c.told.what[0] ?? c.told.name, place: c.told.place, startsAt: new Date(instantAt(addDays(legalDateOf(stage.now), 2 + (c.n % 9))).getTime() + 18.5 * 3_600_000), about: '请穿运动鞋，自带水杯。', byId: c.people[0] ?? c.officer.personId }));
  const came = held.flatMap((e) => e.c.people.slice(0, e.startsAt < stage.ago(400, '12:00') ? Math.ceil(e.c.told.members / 2) : e.c.told.members).flatMap((personId, i) => (chance(e.k + e.c.n * 101, i) < e.c.told.share + (i < 3 ? 25 : 0) ? [{ e, personId, i }] : [])));
  const starsOf = (x: (typeof came)[number]): number | null => (x.i % 3 === 1 ? null : Math.max(1, Math.min(5, x.e.c.told.stars - (chance(x.i, x.e.k) < 25 ? 1 : 0))));
  const counts = Map.groupBy(came, (x) => x.e.id);
  await stage.at(stage.now, async (tx) => {
    await g.insertGatherings(tx, [...held, ...next]);
    await g.plantAttendance(tx, { gatheringIds: came.map((x) => x.e.id), personIds: came.map((x) => x.personId), stars: came.map(starsOf), comments: came.map((x) => (x.i % 3 === 1 ? '' : (COMMENTS[(x.i + x.e.k) % COMMENTS.length] ?? ''))) });
    await m.insertCosts(tx, held.flatMap((e) => {
      const [on, n] = [legalDateOf(e.startsAt), counts.get(e.id)?.length ?? 0];
      return n === 0 || e.k % 2 === 1 ? [] : [{ id: newId(), clubId: e.clubId, year: Number(on.slice(0, 4)), gatheringId: e.id, item: ['场地', '器材', '饮用水', '奖品'][e.k % 4] ?? '场地', amountFen: BigInt(n * e.c.told.each * 150), spentOn: on, note: '', byId: e.c.people[2] ?? e.byId }];
    }));
    const last = next[0];
    if (last) await g.insertGatherings(tx, [{ ...last, id: newId(), title: '户外友谊赛', startsAt: new Date(last.startsAt.getTime() + 7 * DAY) }]);
  });
  const off = held.find((e) => e.c.n === 1);
  if (off) await stage.at(stage.ago(2, '09:00'), async (tx) => { const id = newId(); await g.insertGatherings(tx, [{ ...off, id, title: '雨天外拍', startsAt: stage.ago(1, '09:00') }]); await g.dropGathering(tx, id, '下雨，改期。'); });
}

/** Budgets, grants of last year and this, reports of last year; one club came late with its report and one sent none. */
async function plantMoney(stage: DemoStage, clubs: readonly Club[]): Promise<void> {
  const year = Number(legalDateOf(stage.now).slice(0, 4));
  const grantsOf = (y: number, on: Date) => stage.at(on, async (tx) => {
    for (const [unionId, those] of Map.groupBy(clubs, (c) => stage.union(c.told.union).id)) {
      const { values, ruleSetId } = await rulebook.resolve(tx, { unionId }, ['clubs.grant.perMember', 'clubs.grant.most']);
      const spent = await m.sumCosts(tx, those.map((c) => c.id), y);
      const all = those.filter((c) => y < year || c.n !== 13).map((c) => ({ c, usual: usualGrant(c.told.members, values['clubs.grant.perMember'], values['clubs.grant.most']), needs: Number(spent.get(c.id) ?? 0n) })).map((x) => ({ ...x, fen: Math.max(x.usual, Math.min(values['clubs.grant.most'], Math.ceil(x.needs / 50_000) * 50_000)) }));
      await m.putBudget(tx, unionId, y, BigInt(Math.ceil(all.reduce((sum, x) => sum + x.fen, 0) / 1_000_000) * 1_000_000 + 500_000), those[0]?.officer.personId ?? '');
      for (const { c, usual, fen } of all) {
        await m.putGrant(tx, { clubId: c.id, year: y, amountFen: BigInt(fen), account: c.told.category === 'volunteer' ? '50106' : '50102', members: c.told.members, usualFen: BigInt(usual), note: fen > usual ? '全年活动场次多，经主席办公会研究增加。' : '', ruleSetId, byId: c.officer.personId });
      }
    }
  });
  await grantsOf(year, stage.now);
  await grantsOf(year - 1, stage.now);
  const report = (c: Club, on: string) => stage.at(new Date(Math.min(instantAt(on, 600).getTime(), stage.now.getTime())), (tx) => putReport(tx, {
    clubId: c.id, year: year - 1, byId: c.people[0] ?? '', done: `全年按计划开展活动，会员参与积极，组织了${c.told.what.join('、')}等项目，没有发生安全问题。`, plans: '新的一年增加新会员体验日，争取在市里比赛中取得名次。',
  }));
  for (const c of clubs) if (c.n !== 13) await report(c, c.n === 9 ? `${year}-01-18` : `${year}-01-0${3 + (c.n % 6)}`);
}

/** Last year's award lists: the factory's is published with prizes, the city's waits to be confirmed. */
async function plantAwards(stage: DemoStage, li: Actor): Promise<void> {
  const year = Number(legalDateOf(stage.now).slice(0, 4)) - 1;
  const due = new Date(Math.min(instantAt(`${year + 1}-01-19`, 380).getTime(), stage.now.getTime()));
  const [factory] = await stage.at(due, async (tx) => [await makeList(tx, { system: 'clubs' }, stage.union('HQ').id, year), await makeList(tx, { system: 'clubs' }, stage.union('MZ').id, year)]);
  if (!factory) return;
  await stage.at(new Date(Math.min(due.getTime() + 4 * DAY, stage.now.getTime())), async (tx) => {
    const winners = (await listAwards(tx, factory)).filter((c) => c.won);
    await publishAwards(tx, li, { id: factory, prizes: winners.map((c) => ({ clubId: c.clubId, prize: '优秀俱乐部奖牌', prizeFen: 100_000 })) }, { locale: 'zh' } as Parameters<typeof publishAwards>[3]);
  });
}

type Other = (typeof OTHERS)[number];
function eventsOf(o: Other, author: string, officer: string, at: (days: number) => Date) {
  const sent = { step: 'submit', toState: 'submitted', byKind: 'author', byId: author, at: at(12) } as const;
  const by = (step: string, toState: string, days: number, text: string = o.text) => ({ step, toState, byKind: 'officer' as const, byId: officer, at: at(days), text });
  const active = [{ ...sent, at: at(300) }, by('approve', 'active', 295, '')];
  const ways = {
    gathering: [], submitted: [{ ...sent, at: at(3) }], returned: [sent, by('giveBack', 'returned', 8)], declined: [sent, by('decline', 'declined', 7)], withdrawn: [{ step: 'withdraw', toState: 'withdrawn', byKind: 'author' as const, byId: author, at: at(5) }],
    suspended: active, dissolved: active,
  };
  return ways[o.state];
}

/** One more in every state that a club can be in. */
async function plantOthers(stage: DemoStage, li: Actor): Promise<void> {
  const worker = await stage.actor('worker');
  const union = stage.union('HQ');
  const at = (days: number): Date => stage.ago(days, '10:00');
  for (const o of OTHERS) {
    const id = newId();
    const ran = o.state === 'suspended' || o.state === 'dissolved';
    const people = await stage.at(stage.now, (tx) => p.listSome(tx, union.path, o.name, o.confirmed + o.invited).then((ids) => ids.filter((x) => x !== worker.personId && x !== li.personId)));
    const author = o.state === 'returned' ? worker.personId : (people[0] ?? '');
    await stage.at(stage.now, async (tx) => {
      await cases.takeOver(tx, clubProcess, [{ id, title: o.name, text: o.purpose, state: ran ? 'active' : o.state, privacy: 'named', channel: 'phone', unionId: union.id, authorId: author, openedAt: at(ran ? 310 : 15), events: eventsOf(o, author, li.personId, at) }]);
      await keepClub(tx, union.id, id, { ...o, meets: '', places: null }, [author, ...people.slice(1, o.confirmed)], ran ? legalDateOf(at(295)) : null);
      await p.insertFounders(tx, id, [...(o.state === 'gathering' ? [worker.personId] : []), ...people.slice(o.confirmed)]);
      if (['declined', 'withdrawn'].includes(o.state)) await q.freeName(tx, id);
    });
    if (!ran) continue;
    const told = { ...TOLD[0], name: o.name, meets: '', limit: null } as Told;
    await stage.at(at(295), (tx) => openClub(tx, union.id, { id, officer: li, told }, [author, ...people.slice(1, o.confirmed)]));
    await stage.at(at(o.state === 'suspended' ? 30 : 20), (tx) => (o.state === 'suspended' ? suspend : dissolve)(tx, li, { id, text: o.text }).then(() => undefined));
  }
}

/** Eighteen clubs of the factory, a project firm and the city with two years behind them, one in every other state, money, reports and last year's awards. */
export async function demo(stage: DemoStage): Promise<void> {
  const told = stage.brief ? TOLD.slice(0, 4) : TOLD;
  const officers = new Map<string, Actor>();
  for (const key of ['li', 'gao', 'city']) officers.set(key, await stage.actor(key));
  const li = officers.get('li') as Actor;
  const clubs = await plantClubs(stage, told, officers);
  await plantGatherings(stage, clubs);
  await plantMoney(stage, clubs);
  await plantAwards(stage, li);
  await plantOthers(stage, li);
}
