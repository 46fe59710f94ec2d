import type { Actor } from '#shared/call';
import { addDays, instantAt, legalDateOf } from '#shared/dates';
import type { DemoStage } from '#shared/demo';
import { newId } from '#shared/ids';
import { cases, type TakenEvent } from '#engines/cases';
import { setLines } from './audience.sql.ts';
import { dueAfter, publicDays, publicUntil, type Span, spanOf } from './catalogue.rules.ts';
import { putEmployer } from './catalogue.sql.ts';
import * as circles from './circles.service.ts';
import * as deciding from './deciding.service.ts';
import { disclosureProcess, questionProcess } from './disclosure.process.ts';
import * as q from './disclosure.sql.ts';
import { congress, numbersOf, openDue } from './duties.service.ts';
import * as k from './questions.sql.ts';
import * as r from './reading.sql.ts';
import { ASKED, CORRECTED, HOUSES, TOLD, type Told } from './stories.demo.ts';
import * as writing from './writing.service.ts';

const DAY = 86_400_000;
type Officers = ReadonlyMap<string, { readonly writes: Actor; readonly checks: Actor }>;
type Placed = { readonly id: string; readonly told: Told; readonly span: Span; readonly dueAt: Date; readonly at: Date };
const CLEAN = { stateSecret: 'none', tradeSecret: 'none', personalData: 'none', redaction: '' } as const;

/** The period that lies so many before the one in which today lies. */
function spanBefore(today: string, months: 1 | 3 | 12, back: number): Span {
  let span = spanOf(today, months);
  for (let n = 0; n < back; n++) span = spanOf(addDays(span.from, -1), months);
  return span;
}

async function place(stage: DemoStage): Promise<Placed[]> {
  const today = legalDateOf(stage.now);
  return stage.at(stage.now, async (tx) => {
    const placed: Placed[] = [];
    for (const told of stage.brief ? TOLD.filter((_, i) => i % 3 === 0 || i === 2 || i === 6) : TOLD) {
      const n = await numbersOf(tx, stage.union(told.union).id);
      const span = spanBefore(today, told.months === 0 ? 1 : told.months, told.back);
      const dueAt = dueAfter(span.to, n.regularDays, n.hours);
      const wanted = new Date(dueAt.getTime() + (told.late ? told.late * DAY : -2 * DAY) - 7 * 3_600_000);
      placed.push({ id: newId(), told, span, dueAt, at: new Date(Math.min(wanted.getTime(), stage.now.getTime() - 13 * DAY)) });
    }
    return placed;
  });
}

/** The steps a case took by the time of the demonstration. */
function stepsOf(p: Placed, o: { writes: Actor; checks: Actor }, now: Date): TakenEvent[] {
  const at = (days: number): Date => new Date(Math.min(p.at.getTime() + days * DAY, now.getTime()));
  const step = (name: string, toState: string, days: number, text = '', by: Actor | null = o.writes): TakenEvent => ({ step: name, toState, byKind: by === null ? 'system' : 'officer', byId: by?.personId ?? null, at: at(days), ...(text ? { text } : {}) });
  const first = [step('write', 'drafted', -2), step('submit', 'checking', -1), step('clear', 'published', 0, '', o.checks)];
  const feedback = step('feedback', 'feedback', 1, '', null);
  const then: Readonly<Record<Told['state'], TakenEvent[]>> = {
    published: [], feedback: [feedback], rectifying: [feedback, step('rectify', 'rectifying', 8, p.told.why)], closed: [step('close', 'closed', 40)], archived: [step('close', 'closed', 40), step('archive', 'archived', 60)], withdrawn: [step('withdraw', 'withdrawn', 6, p.told.why)],
  };
  return [...first, ...then[p.told.state]];
}

/** Publishes one as it was then, with its readers. */
async function plantOne(stage: DemoStage, p: Placed, o: { writes: Actor; checks: Actor }): Promise<void> {
  const union = stage.union(p.told.union);
  await stage.at(p.at, async (tx) => {
    await q.insertItem(tx, { id: p.id, unionId: union.id, entry: p.told.entry, period: p.span.period, dueAt: p.dueAt, title: p.told.title, body: p.told.body, files: [], draftId: newId(), publicDays: 90, leastDays: 15, audience: 'all', why: '', writtenById: o.writes.personId });
    await setLines(tx, p.id, [{ kind: 'union', unionId: union.id, office: '', circleId: null }]);
    const item = await q.findItem(tx, p.id);
    if (item === null) throw new Error(`disclosure ${p.told.title} is not there`);
    const days = p.told.state === 'closed' || p.told.state === 'archived' ? 30 : 90;
    await q.setSubmitted(tx, p.id, o.writes.personId);
    await q.publish(tx, item, { byId: o.writes.personId, checkedById: o.checks.personId, check: CLEAN, until: publicUntil(p.at, days), nextDraftId: newId() });
    await r.countAudience(tx, p.id);
    const people = (await r.listPeople(tx, p.id, { unread: false })).slice(0, stage.brief ? 12 : 2_500);
    const readers = people.filter((_, i) => (i * 37) % 100 < p.told.read * 100);
    await r.putReadings(tx, p.id, 1, readers);
    await r.setUnderstood(tx, p.id, readers.filter((_, i) => i % 3 === 0), true);
    await r.setUnderstood(tx, p.id, readers.filter((_, i) => (i * 13) % 100 < (p.told.unclear ?? 0) * 100), false);
  });
  const gone = new Date(Math.min(p.at.getTime() + 6 * DAY, stage.now.getTime()));
  if (p.told.state === 'withdrawn') await stage.at(gone, (tx) => q.takeDown(tx, p.id, publicDays(p.at, gone), p.told.why ?? ''));
}

async function plantPast(stage: DemoStage, placed: readonly Placed[], officers: Officers): Promise<void> {
  const of = (p: Placed) => officers.get(p.told.union) as { writes: Actor; checks: Actor };
  await stage.at(stage.now, (tx) => cases.takeOver(tx, disclosureProcess, placed.map((p) => ({
    id: p.id, title: p.told.title, text: '', state: p.told.state, privacy: 'named' as const, channel: 'system', unionId: stage.union(p.told.union).id, authorId: null, openedAt: new Date(p.at.getTime() - 3 * DAY), events: stepsOf(p, of(p), stage.now),
  }))).then(() => undefined));
  for (const p of placed) await plantOne(stage, p, of(p));
}

/** Questions with and without answers, one of them late. */
async function plantQuestions(stage: DemoStage, placed: readonly Placed[], officers: Officers): Promise<void> {
  for (const asked of ASKED) {
    const p = placed.find((x) => x.told.title === asked.about);
    if (p === undefined) continue;
    const author = await stage.member(p.told.union === 'HQ' ? 'HQ-CY' : 'HB-BJ02', asked.by % 12);
    const at = stage.ago(asked.days, '19:20');
    const opened = await stage.at(at, async (tx) => {
      const n = await numbersOf(tx, stage.union(p.told.union).id);
      const dueAt = dueAfter(legalDateOf(tx.now), n.answerDays, n.hours);
      const { id } = await cases.open(tx, questionProcess, { unionId: stage.union(p.told.union).id, title: p.told.title, text: asked.text, privacy: asked.named ? 'named' : 'hidden', channel: 'phone', author, facts: { itemId: p.id }, dues: { answer: dueAt } });
      await k.insertQuestion(tx, { id, itemId: p.id, personId: author.personId, kind: asked.kind, text: asked.text, named: asked.named, followsId: null, dueAt });
      return id;
    });
    if (asked.answer === undefined) continue;
    const by = officers.get(p.told.union)?.writes as Actor;
    await stage.at(stage.ago(asked.days - 2, '10:10'), async (tx) => {
      await cases.step(tx, questionProcess, 'answer', opened, { kind: 'person', actor: by }, { text: asked.answer ?? '' });
      await k.setAnswer(tx, opened, { text: asked.answer ?? '', open: asked.open ?? true, upheld: asked.upheld ?? null, byId: by.personId });
    });
  }
}

/** A second version with what was wrong in the first. */
async function correct(stage: DemoStage, placed: readonly Placed[], officers: Officers): Promise<void> {
  const p = placed.find((x) => x.told.title === CORRECTED.about);
  const o = officers.get('HQ');
  if (p === undefined || o === undefined) return;
  const written = { id: p.id, version: undefined, title: p.told.title, body: CORRECTED.body, files: [], publicDays: 90, audience: 'all' as const, lines: [], why: CORRECTED.why };
  await stage.at(stage.ago(6, '15:00'), (tx) => deciding.rectify(tx, o.writes, { id: p.id, text: CORRECTED.why }));
  await stage.at(stage.ago(6, '15:20'), (tx) => writing.save(tx, o.writes, written));
  await stage.at(stage.ago(6, '15:30'), (tx) => writing.submit(tx, o.writes, { id: p.id, version: undefined }));
  await stage.at(stage.ago(5, '09:00'), async (tx) => {
    await cases.step(tx, disclosureProcess, 'clearAgain', p.id, { kind: 'person', actor: o.checks });
    const item = await q.findItem(tx, p.id);
    if (item !== null) await q.publish(tx, item, { byId: o.writes.personId, checkedById: o.checks.personId, check: CLEAN, until: publicUntil(tx.now, 90), nextDraftId: newId() });
    await r.putReadings(tx, p.id, 2, (await r.listPeople(tx, p.id, { unread: false })).filter((_, i) => i % 5 < 2));
  });
}

/** What is under way at the factory: to be checked, being written, nothing this month, for delegates alone. */
async function begin(stage: DemoStage, o: { writes: Actor; checks: Actor }): Promise<void> {
  const union = stage.union('HQ');
  const delegates = await stage.at(stage.ago(200, '10:00'), async (tx) => (await circles.makeCircle(tx, o.writes, { unionId: union.id, name: '职工代表', kind: 'delegates' })).id);
  const named = await Promise.all([1, 2, 3, 4, 5, 6].map((i) => stage.member('HQ-CY', i)));
  await stage.at(stage.ago(200, '10:30'), (tx) => circles.setCircle(tx, o.writes, { id: delegates, add: named.map((a) => a.name), remove: [] }));
  const said = (more: object) => ({ unionId: union.id, files: [], publicDays: 15, audience: 'all' as const, lines: [], why: '', happenedOn: legalDateOf(stage.ago(2, '09:00')), ...more });
  const draft = (days: number, more: object) => stage.at(stage.ago(days, '09:30'), (tx) => writing.draft(tx, o.writes, { ...said(more), entry: 'promotion', title: '', body: '', ...more } as Parameters<typeof writing.draft>[2]));
  const checking = await draft(1, { entry: 'awards', title: '年度先进集体和先进个人推荐名单', body: '经分厂推荐、工会评审，拟推荐先进集体 6 个、先进个人 28 名，名单见下。如有异议请在公开期内提出。' });
  await stage.at(stage.ago(1, '16:00'), (tx) => writing.submit(tx, o.writes, { id: checking.id, version: undefined }));
  await draft(0, { entry: 'workRules', title: '考勤和休假管理办法修订稿', body: '一、带薪年休假可按半天使用。\n二、夜班后次日上午可顺延到岗。' });
  const closed = await draft(3, { entry: 'restructuring', title: '热处理分厂搬迁安置方案要点', body: '搬迁涉及职工 86 人，全部保留岗位；班车线路调整方案提交职代会审议。', audience: 'circle', lines: [{ kind: 'circle', circleId: delegates }], happenedOn: legalDateOf(stage.ago(4, '09:00')) });
  await stage.at(stage.ago(3, '14:00'), (tx) => writing.submit(tx, o.writes, { id: closed.id, version: undefined }));
  await stage.at(stage.ago(2, '10:00'), (tx) => deciding.clear(tx, o.checks, { id: closed.id, version: undefined, stateSecret: 'none', tradeSecret: 'redacted', personalData: 'none', redaction: '隐去搬迁工程的报价' }));
}

/** Duties since the beginning of the last quarter; the most recent month has nothing to disclose at the construction firm. */
async function openDuties(stage: DemoStage, officers: Officers): Promise<void> {
  const since = spanBefore(legalDateOf(stage.now), 1, stage.brief ? 1 : 2).from;
  for (const house of HOUSES) {
    const o = officers.get(house.union) as { writes: Actor; checks: Actor };
    const unionId = stage.union(house.union).id;
    await stage.at(stage.ago(30, '08:30'), (tx) => putEmployer(tx, { unionId, ownership: house.ownership, since }, o.writes.personId));
    for (const days of [14, 1]) await stage.at(stage.ago(days, '06:20'), (tx) => openDue(tx, { unionId, ownership: house.ownership, since }).then(() => undefined));
  }
  const hb = stage.union('HB').id;
  await stage.at(stage.ago(1, '11:00'), async (tx) => {
    const o = officers.get('HB') as { writes: Actor; checks: Actor };
    const { items } = await q.listRegister(tx, o.writes, { state: 'due' }, { limit: 20, offset: 0 });
    const one = items.find((i) => i.unionId === hb && i.entry === 'tenders') ?? items.find((i) => i.unionId === hb);
    if (one) await deciding.nothing(tx, o.writes, { id: one.id, version: undefined, text: '本期没有新开招标项目。' });
  });
}

async function announceCongress(stage: DemoStage): Promise<void> {
  const opensOn = legalDateOf(new Date(instantAt(legalDateOf(stage.now)).getTime() + 24 * DAY));
  const li = await stage.actor('li');
  await stage.at(stage.ago(1, '14:30'), (tx) => congress(tx, li, { unionId: stage.union('HQ').id, name: '红旗机械厂十二届三次职代会', opensOn, closesOn: opensOn }).then(() => undefined));
}

/** Stories of disclosure: a factory, a construction firm and the riders, with items in every state. */
export async function demo(stage: DemoStage): Promise<void> {
  const officers = new Map(await Promise.all(HOUSES.map(async (h) => [h.union, { writes: await stage.actor(h.writes), checks: await stage.actor(h.checks) }] as const)));
  const placed = await place(stage);
  await plantPast(stage, placed, officers);
  await plantQuestions(stage, placed, officers);
  await correct(stage, placed, officers);
  await openDuties(stage, officers);
  await begin(stage, officers.get('HQ') as { writes: Actor; checks: Actor });
  await announceCongress(stage);
}
