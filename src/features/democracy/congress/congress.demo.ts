import type { Actor, Tx } from '#shared/call';
import { addDays, addMonths, legalDateOf } from '#shared/dates';
import type { DemoStage } from '#shared/demo';
import { newId, newSecretId } from '#shared/ids';
import { ballots, numberFor } from '#engines/ballot';
import { lastDay, numberKey, numbers } from './by-rule.service.ts';
import { cardNumber } from './congress.rules.ts';
import * as con from './constituencies.sql.ts';
import { drawByUnits } from './constituencies.service.ts';
import * as d from './delegates.sql.ts';
import * as e from './elections.sql.ts';
import { electionRules, judgeElection, shareSeats } from './judging.service.ts';
import { announceBallot } from './online.service.ts';
import { insertRecall, putGroup } from './recalls.sql.ts';
import { vote } from './recalls.service.ts';
import { listElectors, type Elector } from './stories.sql.ts';
import * as t from './terms.sql.ts';

const ABOUT = ['班组长，连续三年先进', '敢说真话，大家信得过', '生产骨干，熟悉现场', '热心职工事务', '技术能手，带过六名徒弟'];
const share = (a: number, b: number): number => ((a * 7919 + b * 104_729 + ((a * 31) ^ (b * 17))) >>> 0) % 100;
type Planted = { readonly term: t.TermRow; readonly constituencies: con.Constituency[]; readonly electors: ReadonlyMap<string, Elector[]> };
type Told = { readonly code: string; readonly kind: t.Kind; readonly name: string; readonly form?: t.BodyForm; readonly number: number; readonly years: number; readonly began: string; readonly own: string; readonly sits: boolean; readonly counted?: string; readonly always?: readonly string[] };

/** A body with one term: people counted, number by the rule, constituencies by the units, seats by largest remainder. */
async function plantTerm(stage: DemoStage, tx: Tx, by: Actor, told: Told): Promise<Planted> {
  const union = stage.union(told.code);
  const body = (await t.findBodyOf(tx, union.id, told.kind)) ?? { id: newId(), unionId: union.id, union: union.name, path: union.path, kind: told.kind, form: told.form ?? 'congress', name: told.name };
  await t.insertBody(tx, body);
  const units = await con.countUnits(tx, union.path, told.counted ?? (told.began < legalDateOf(tx.now) ? told.began : legalDateOf(tx.now)));
  const sum = (key: 'people' | 'women' | 'dispatched'): number => units.reduce((all, u) => all + u[key], 0);
  const rule = await numbers(tx, body, [numberKey(told.kind)], { keep: true });
  const seats = body.form === 'meeting' ? 0 : numberFor(rule.values[numberKey(told.kind)], sum('people')).least;
  const id = newId();
  const plan = { number: told.number, years: told.years, beganOn: told.began, endsOn: lastDay(told.began, told.years), renewal: told.number === 1 ? ('first' as const) : ('due' as const), renewalReason: '', approval: '', countedOn: addDays(told.began, -30), workers: sum('people'), women: sum('women'), dispatched: sum('dispatched'), seats, seatsLeast: seats, seatsReason: '', ruleSetId: rule.ruleSetId };
  await t.insertTerm(tx, id, body, plan);
  const drawn = body.form === 'meeting' ? [] : drawByUnits(union.path, units, told.own).map((c, i) => ({ ...c, id: newId(), number: i + 1 }));
  await con.insertConstituencies(tx, id, drawn);
  const shared = new Map((shareSeats(seats, drawn) ?? []).map((s) => [s.id, s.seats]));
  await con.updateConstituencies(tx, drawn.map((c) => ({ ...c, seats: shared.get(c.id) ?? 0 })));
  if (told.sits) await t.seatTerm(tx, { id, bodyId: body.id, beganOn: told.began }, by.personId);
  const term = (await t.findAnyTerm(tx, id)) as t.TermRow;
  return { term, constituencies: await con.listConstituencies(tx, id), electors: Map.groupBy(await listElectors(tx, id, told.always ?? []), (p) => p.constituencyId) };
}

const postOf = (p: Elector, i: number, n: number): d.Post => (/经理|主任|部长|厂长|科长/.test(p.job) || i % 7 === 6 || (n > 12 && i % 9 === 8) ? 'manager' : /工程师|设计|工艺员|会计|技术|试验/.test(p.job) ? 'technical' : 'frontline');

type Voted = { readonly election: e.ElectionRow; readonly candidates: e.CandidateRow[] };

/** Elections in constituencies with candidates and figures; those first in the list are elected. */
async function plantElections(tx: Tx, p: Planted, list: readonly { constituency: con.Constituency; people: readonly Elector[]; seats: number; purpose?: 'term' | 'byElection' }[], o: { by: Actor; on: string; counted: boolean; support?: number; round?: number }): Promise<Voted[]> {
  const { ruleSetId } = await electionRules(tx, p.term, { keep: true });
  const elections = list.map(({ constituency: c, seats, purpose }) => ({ id: newId(), constituencyId: c.id, purpose: purpose ?? ('term' as const), round: o.round ?? 1, seats, method: 'hall' as const, heldOn: o.on, place: `${c.name}会议室`, entitled: c.counted + c.others, ruleSetId }));
  await e.insertElections(tx, p.term.id, elections);
  await e.insertCandidates(tx, elections.flatMap((x, k) => (list[k]?.people ?? []).map((who, i) => {
    const most = Math.floor(x.entitled * 0.9);
    const good = Math.min(most, Math.max(Math.floor(x.entitled / 2) + 1, Math.floor((x.entitled * (62 + (share(k, i) % 26))) / 100)));
    const votes = i < x.seats ? Math.floor((good * (o.support ?? 100)) / 100) : Math.floor((x.entitled * (12 + (share(i, k) % 20))) / 100);
    return { electionId: x.id, personId: who.personId, number: i + 1, way: i % 5 === 4 ? ('joint' as const) : ('unit' as const), post: postOf(who, i, x.seats), dispatched: who.dispatched, about: ABOUT[(i + k) % ABOUT.length] ?? '', votes: o.counted ? votes : null };
  })));
  const voted: Voted[] = [];
  for (const x of elections) {
    const present = Math.max(1, Math.floor(x.entitled * 0.94));
    if (o.counted) await e.setFigures(tx, x.id, { present, issued: present, returned: present, invalid: Math.min(2, Math.floor(present / 60)), heldOn: o.on, place: x.place, tellers: '监票人 王秀兰，计票人 李志强' }, o.by.personId);
    voted.push({ election: (await e.findElection(tx, x.id)) as e.ElectionRow, candidates: await e.listCandidates(tx, x.id) });
  }
  return voted;
}

/** Declares elections and puts those elected on the roll with running card numbers. */
async function plantDeclared(tx: Tx, p: Planted, voted: readonly Voted[], by: Actor, o: { from: number; checked: d.Checked; since: string; replaces?: string | null }): Promise<d.NewDelegate[]> {
  const seated: d.NewDelegate[] = [];
  for (const v of voted) {
    const judged = await judgeElection(tx, p.term, v.election, v.candidates);
    if (judged === null) continue;
    await e.setElected(tx, v.election.id, judged.elected);
    await e.closeElection(tx, v.election.id, { outcome: judged.outcome, findings: judged, byId: by.personId });
    for (const c of v.candidates.filter((x) => judged.elected.includes(x.personId))) {
      seated.push({ id: newId(), personId: c.personId, name: '', class: 'delegate', constituencyId: v.election.constituencyId, delegationId: null, electionId: v.election.id, replacesId: o.replaces ?? null, post: c.post, dispatched: c.dispatched, unit: '', cardNumber: cardNumber(p.term.number, 'delegate', o.from + seated.length), cardCode: newSecretId(), since: o.since, checked: o.checked });
    }
  }
  await d.insertDelegates(tx, p.term.id, seated);
  return seated;
}

const GROUPS: readonly [name: string, duty: string][] = [['提案审查小组', '征集、审查提案，督办答复'], ['劳动安全卫生小组', '检查安全生产和职业卫生'], ['生活福利小组', '审议福利费使用，听取食堂、班车意见'], ['民主评议小组', '组织评议领导人员']];
const DELEGATIONS: readonly [name: string, from: number, to: number][] = [['冲压总装代表团', 0, 5], ['机加铸锻代表团', 5, 10], ['焊接电子代表团', 10, 14], ['动能保障代表团', 14, 18], ['技术质量代表团', 18, 21], ['机关后勤代表团', 21, 40]];

async function plantDelegations(tx: Tx, p: Planted, seated: readonly d.NewDelegate[], told = DELEGATIONS): Promise<void> {
  const [own, ...others] = p.constituencies;
  const order = [...others, ...(own ? [own] : [])];
  for (const [i, [name, from, to]] of told.entries()) {
    const places = order.slice(from, to).map((c) => c.id);
    if (places.length === 0) continue;
    const inside = seated.filter((s) => s.constituencyId !== null && places.includes(s.constituencyId));
    const id = newId();
    await con.putDelegation(tx, p.term.id, { id, number: i + 1, name, headId: inside[0]?.id ?? null, deputyId: inside[1]?.id ?? null });
    await con.setDelegation(tx, p.term.id, id, places);
  }
}

async function plantGroups(tx: Tx, p: Planted, seated: readonly d.NewDelegate[]): Promise<void> {
  const every = Math.max(1, Math.floor(seated.length / 8));
  for (const [i, [name, duty]] of GROUPS.entries()) { const people = seated.filter((_, n) => n % every === i).slice(0, 7).map((s) => s.id); await putGroup(tx, p.term.id, { id: newId(), sort: 'standing', name, duty, delegateIds: people, leadId: people[0] ?? null }); }
  const chosen = seated.filter((s) => s.post === 'frontline').slice(0, 6).concat(seated.filter((s) => s.post === 'manager').slice(0, 2), seated.filter((s) => s.post === 'technical').slice(0, 1)).map((s) => s.id);
  await putGroup(tx, p.term.id, { id: newId(), sort: 'presidium', name: '主席团', duty: '主持会议，处理会议期间的重大事项', delegateIds: chosen, leadId: null });
}

/** Seats that changed since: somebody left and a by-election is open, one was filled again, one recall passed, one failed, one is open. */
async function plantChanges(stage: DemoStage, p: Planted, seated: readonly d.NewDelegate[], li: Actor): Promise<void> {
  const of = (n: number): { c: con.Constituency; people: readonly d.NewDelegate[]; free: readonly Elector[] } => {
    const c = p.constituencies[n] as con.Constituency;
    const people = seated.filter((s) => s.constituencyId === c.id);
    return { c, people, free: (p.electors.get(c.id) ?? []).filter((x) => !seated.some((s) => s.personId === x.personId)) };
  };
  const [filled, open, recalled, kept, asked] = [of(2), of(3), of(4), of(5), of(6)];
  const last = (x: { people: readonly d.NewDelegate[] }): d.NewDelegate => x.people.at(-1) as d.NewDelegate;
  const day = (n: number): string => legalDateOf(stage.ago(n, '09:00'));
  await stage.at(stage.ago(200, '09:00'), async (tx) => {
    await d.endDelegate(tx, last(filled).id, { reason: 'leftFirm', note: '调往外地单位', on: day(200) });
    const voted = await plantElections(tx, p, [{ constituency: filled.c, people: filled.free.slice(0, 2), seats: 1, purpose: 'byElection' }], { by: li, on: day(180), counted: true });
    await plantDeclared(tx, p, voted, li, { from: seated.length + 1, checked: 'passed', since: day(180), replaces: last(filled).id });
  });
  await stage.at(stage.ago(20, '09:00'), async (tx) => {
    await d.endDelegate(tx, last(open).id, { reason: 'leftFirm', note: '解除劳动合同', on: day(20) });
    await plantElections(tx, p, [{ constituency: open.c, people: open.free.slice(0, 2), seats: 1, purpose: 'byElection' }], { by: li, on: day(-5), counted: false });
  });
  const ruleSetId = (await stage.at(stage.now, (tx) => numbers(tx, p.term, ['congress.recall.majority'], { keep: true }))).ruleSetId;
  const propose = async (x: typeof filled, n: number, reason: string): Promise<string> => stage.at(stage.ago(n, '10:00'), async (tx) => { const id = newId(); await insertRecall(tx, { id, termId: p.term.id, delegateId: last(x).id, constituencyId: x.c.id, proposedOn: day(n), proposers: Math.max(1, Math.ceil((x.c.counted) / 10)), reason, entitled: x.c.counted, ruleSetId }); return id; });
  const decide = async (id: string, x: typeof filled, n: number, percent: number, statement: string): Promise<void> => { const came = Math.floor(x.c.counted * 0.9); await stage.at(stage.ago(n, '16:00'), (tx) => vote(tx, li, { id, on: day(n), statement, issued: came, returned: came, approvals: Math.floor((x.c.counted * percent) / 100), invalid: 1 }).then(() => undefined)); };
  await decide(await propose(recalled, 90, '长期不参加代表活动，不反映职工意见。'), recalled, 75, 71, '工作忙，确实没有尽到责任。');
  await decide(await propose(kept, 120, '对食堂问题的答复没有转达给班组。'), kept, 100, 31, '答复已经在班组会上说明，有记录。');
  await propose(asked, 6, '三次未传达职代会决议，选区职工联名提出。');
}

/** The factory's workers’ congress in its eighth term, with all that happened since; its member congress ends soon and is being prepared anew. */
async function plantFactory(stage: DemoStage, li: Actor): Promise<void> {
  const began = legalDateOf(stage.ago(540, '09:00'));
  const [worker, press] = [await stage.actor('worker'), await stage.actor('press')];
  const { p, seated } = await stage.at(stage.ago(545, '09:00'), async (tx) => {
    const planted = await plantTerm(stage, tx, li, { code: 'HQ', kind: 'workers', name: '红旗机械厂职工代表大会', number: 8, years: 5, began, own: '厂部机关', sits: true, always: [press.personId, worker.personId] });
    const first = [press.personId, worker.personId];
    const voted = await plantElections(tx, planted, planted.constituencies.map((constituency) => {
      const people = [...(planted.electors.get(constituency.id) ?? [])].sort((a, b) => Number(first.includes(b.personId)) - Number(first.includes(a.personId)));
      return { constituency, people: people.slice(0, constituency.seats + Math.max(1, Math.ceil(constituency.seats * 0.15))), seats: constituency.seats };
    }), { by: li, on: addDays(began, -5), counted: true });
    const list = await plantDeclared(tx, planted, voted, li, { from: 1, checked: 'passed', since: began });
    await plantDelegations(tx, planted, list);
    await plantGroups(tx, planted, list);
    return { p: planted, seated: list };
  });
  await stage.at(stage.ago(500, '09:00'), async (tx) => {
    const free = [...p.electors.values()].flat().filter((x) => !seated.some((s) => s.personId === x.personId));
    await d.insertDelegates(tx, p.term.id, [
      ...free.slice(-3).map((x, i): d.NewDelegate => ({ id: newId(), personId: x.personId, name: '', class: 'observer', constituencyId: null, delegationId: null, electionId: null, replacesId: null, post: 'technical', dispatched: false, unit: '', cardNumber: cardNumber(8, 'observer', i + 1), cardCode: newSecretId(), since: began, checked: 'passed' })),
      { id: newId(), personId: null, name: '周志刚', class: 'guest', constituencyId: null, delegationId: null, electionId: null, replacesId: null, post: 'technical', dispatched: false, unit: '明州市机械冶金工会', cardNumber: cardNumber(8, 'guest', 1), cardCode: newSecretId(), since: began, checked: 'passed' },
    ]);
    const mine = seated.find((s) => s.personId === worker.personId);
    if (mine) await d.setContact(tx, mine.id, '冲压一线班组，工间休息在休息室；微信群“冲压职工之家”');
    const chief = seated.find((s) => s.personId === press.personId);
    if (chief) await d.setContact(tx, chief.id, '冲压分厂办公楼 203，每周三下午接待');
  });
  await plantChanges(stage, p, seated, li);
  await stage.at(stage.ago(540, '09:00'), async (tx) => {
    const began5 = addMonths(legalDateOf(stage.now), -58);
    const members = await plantTerm(stage, tx, li, { code: 'HQ', kind: 'members', name: '红旗机械厂工会会员代表大会', number: 12, years: 5, began: began5, counted: began, own: '厂部机关', sits: true });
    const roll = members.constituencies.flatMap((c) => (members.electors.get(c.id) ?? []).slice(-c.seats).map((who, i) => ({ c, who, i })));
    await d.insertDelegates(tx, members.term.id, roll.map(({ c, who, i }, n): d.NewDelegate => ({ id: newId(), personId: who.personId, name: '', class: 'delegate', constituencyId: c.id, delegationId: null, electionId: null, replacesId: null, post: postOf(who, i, c.seats), dispatched: who.dispatched, unit: '', cardNumber: cardNumber(12, 'delegate', n + 1), cardCode: newSecretId(), since: began5, checked: 'passed' })));
  });
}

/** A first congress on its way: elections open, counted, short, void and called off; others done and waiting for the check. */
async function plantPrepared(stage: DemoStage, gao: Actor): Promise<void> {
  const on = legalDateOf(stage.ago(3, '14:00'));
  await stage.at(stage.ago(3, '15:00'), async (tx) => {
    const p = await plantTerm(stage, tx, gao, { code: 'HB', kind: 'workers', name: '华北分公司职工代表大会', number: 1, years: 3, began: addDays(legalDateOf(stage.now), 12), own: '分公司机关', sits: false });
    const at = (c: con.Constituency, more = 1) => ({ constituency: c, people: (p.electors.get(c.id) ?? []).slice(0, c.seats + more), seats: c.seats });
    const [a, b, s, v, off, ...rest] = p.constituencies;
    if (!a || !b || !s || !v || !off) return;
    await plantElections(tx, p, [at(a)], { by: gao, on: addDays(on, 8), counted: false });
    await plantElections(tx, p, [at(b)], { by: gao, on, counted: true });
    await plantDeclared(tx, p, await plantElections(tx, p, [at(s)], { by: gao, on, counted: true, support: 55 }), gao, { from: 1, checked: 'waiting', since: p.term.beganOn });
    const [bad] = await plantElections(tx, p, [at(v)], { by: gao, on, counted: true });
    if (bad) await e.setFigures(tx, bad.election.id, { present: 3, issued: 3, returned: 3, invalid: 0, heldOn: on, place: '', tellers: '监票人 王秀兰' }, gao.personId);
    if (bad) await plantDeclared(tx, p, [{ election: (await e.findElection(tx, bad.election.id)) as e.ElectionRow, candidates: bad.candidates }], gao, { from: 1, checked: 'waiting', since: p.term.beganOn });
    const [dropped] = await plantElections(tx, p, [at(off)], { by: gao, on, counted: false });
    if (dropped) await e.closeElection(tx, dropped.election.id, { outcome: 'dropped', findings: null, byId: gao.personId });
    await plantDeclared(tx, p, await plantElections(tx, p, rest.slice(0, 8).map((c) => at(c)), { by: gao, on, counted: true }), gao, { from: 20, checked: 'waiting', since: p.term.beganOn });
    const [atDevices] = rest[8] ? await plantElections(tx, p, [at(rest[8])], { by: gao, on: legalDateOf(stage.now), counted: false }) : [];
    if (!atDevices) return;
    await announceBallot(tx, gao, { id: atDevices.election.id, opensOn: legalDateOf(stage.now), opensAt: '09:00', closesOn: addDays(legalDateOf(stage.now), 6), closesAt: '18:00', level: 'detached' });
    await ballots.makeKeysWithin(tx, (await e.findElection(tx, atDevices.election.id))?.ballotId ?? '');
  });
}

/** The factory's congresses, a first congress on its way, a street building whose members all meet, a body past its end. */
export async function demo(stage: DemoStage): Promise<void> {
  const [li, gao, street] = [await stage.actor('li'), await stage.actor('gao'), await stage.actor('street')];
  await plantFactory(stage, li);
  await plantPrepared(stage, gao);
  await stage.at(stage.ago(400, '10:00'), async (tx) => {
    await plantTerm(stage, tx, street, { code: 'MZ-JD-GT-JQ', kind: 'members', form: 'meeting', name: '金桥大厦楼宇工会会员大会', number: 3, years: 5, began: legalDateOf(stage.ago(400, '10:00')), own: '大厦', sits: true });
    await plantTerm(stage, tx, street, { code: 'MZ-JD-GT-LJ', kind: 'workers', form: 'meeting', name: '老街沿街商铺职工大会', number: 2, years: 3, began: addMonths(legalDateOf(stage.now), -38), counted: legalDateOf(stage.now), own: '商铺', sits: true });
  });
}
