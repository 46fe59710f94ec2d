import { Readable } from 'node:stream';
import type { Actor } from '#shared/call';
import { addDays, legalDateOf } from '#shared/dates';
import type { DemoStage } from '#shared/demo';
import { files } from '#engines/files';
import { appoint } from '#engines/org';
import { decideAward } from './award.service.ts';
import { claim, refuse, verify } from './benefit.service.ts';
import { adoptUnit } from './steps.service.ts';
import { accept, plan, progress, redo, report, standardise } from './work.service.ts';
import { write } from './writing.service.ts';

type Benefit = { readonly yuan: number; readonly basis: string; readonly verified?: number; readonly why?: string; readonly refused?: string };
type Told = {
  readonly unit: string; readonly n: number; readonly owner: number; readonly day: number; readonly grade: number; readonly title: string; readonly category: Parameters<typeof write>[2]['category']; readonly place: string;
  readonly problem: string; readonly remedy: string; readonly days: number; readonly progress?: string; readonly done?: string; readonly redo?: string; readonly accepted?: boolean; readonly picture?: boolean;
  readonly standard?: { readonly number: string; readonly kind: Parameters<typeof standardise>[2]['documentKind'] }; readonly benefits?: readonly Benefit[];
  readonly awards?: readonly { readonly after: number; readonly ground: 'benefit' | 'effect'; readonly level: number | null; readonly yuan: number; readonly reason: string }[];
};

const TOLD: readonly Told[] = [
  { unit: 'HQ-CY', n: 10, owner: 11, day: 12, grade: 3, title: '冲压件周转箱加装隔板', category: 'quality', place: '冲压三线', problem: '薄板件在周转箱里互相碰撞，每箱有三五件划伤要返修。', remedy: '用旧皮带裁成隔板插在周转箱内，每箱分六格，不用另外花钱。', days: 30, progress: '已裁好四十块隔板，本周先在三线试用。' },
  { unit: 'HQ-ZZ', n: 11, owner: 11, day: 60, grade: 2, title: '总装二线增设工具影子板', category: 'site', place: '总装二线', problem: '班后找不到扳手和套筒，平均每班找工具要二十分钟。', remedy: '按工位做工具影子板，缺一件一眼看得出来，班后由班长点检。', days: 35 },
  { unit: 'HQ-DN', n: 12, owner: 14, day: 40, grade: 2, title: '循环水泵加装变频控制', category: 'energy', place: '动能分厂水泵房', problem: '循环水泵常年工频运行，用水少的夜班也是满负荷。', remedy: '加装变频器，按回水温度调节转速，夜班预计节电三成。', days: 45, picture: true, done: '变频器已经装好，连续运行两周，夜班电流由82安降到55安。' },
  { unit: 'HQ-CY', n: 13, owner: 15, day: 45, grade: 3, title: '卷料开卷处加装接油盘', category: 'environment', place: '开卷线', problem: '开卷时防锈油滴在地面，行走打滑，每周要清洗一次。', remedy: '用边角料折一个接油盘，油用滤网过滤后回收。', days: 40, done: '接油盘已经装好。', redo: '接油盘挡住了点检口，请改成可以抽出的。' },
  { unit: 'HQ-ZL', n: 14, owner: 14, day: 75, grade: 2, title: '检具校准到期自动提醒', category: 'management', place: '质量部计量室', problem: '检具校准到期靠人翻台账，上半年有六件超期使用。', remedy: '把校准日期录入系统，到期前十天提醒保管人和计量员。', days: 60, done: '三百二十件检具已全部录入，提醒已经开始。', accepted: true, benefits: [{ yuan: 38_000, basis: '上半年因检具超期返检六批，每批返检费用约3160元，按全年十二批估算。' }] },
  { unit: 'HQ-ZZ', n: 15, owner: 16, day: 120, grade: 1, title: '总装线吊具改为快换结构', category: 'equipment', place: '总装一线', problem: '换型时更换吊具要四个人四十分钟，每周换型五次。', remedy: '吊具改为定位销加快换夹头，两个人十分钟可以换完。', days: 80, picture: true, done: '五套快换吊具全部投用。', accepted: true,
    standard: { number: 'Q/HQ-GC-2026-018', kind: 'operatingRule' },
    benefits: [{ yuan: 96_000, basis: '每周换型五次，每次节约四人三十分钟和停线损失。', verified: 88_000, why: '扣除吊具制作费用8000元。' }, { yuan: 156_000, basis: '满三个月后按实际换型次数和产量重新测算。', verified: 152_000, why: '停线损失按财务口径核算。' }],
    awards: [{ after: 1, ground: 'benefit', level: null, yuan: 450, reason: '按核定的年价值评定，技术委员会一致同意。' }, { after: 2, ground: 'benefit', level: null, yuan: 1_200, reason: '重新核定后年价值超过十万元，升为三级，补发差额。' }] },
  { unit: 'HQ-CY', n: 16, owner: 17, day: 140, grade: 2, title: '冲床防护光栅统一复位流程', category: 'safety', place: '冲压一线', problem: '光栅触发以后各班复位方法不同，有人直接短接。', remedy: '制定统一的复位步骤和点检表，贴在每台冲床上，班长签字后才能复位。', days: 50, done: '二十六台冲床全部张贴，班前会已经培训。', accepted: true, standard: { number: 'Q/HQ-AQ-2026-007', kind: 'checklist' },
    benefits: [{ yuan: 60_000, basis: '减少停机和工伤风险，估算。', refused: '安全效益不能直接换算为金额，请按效果评奖。' }], awards: [{ after: 1, ground: 'effect', level: 4, yuan: 400, reason: '消除了短接光栅的隐患，按效果评为四级。' }] },
];

const PHOTO: Readonly<Record<'before' | 'after', string>> = { before: '#9aa3ad', after: '#5b8def' };

/** A plain picture, drawn: the demonstration carries no photographs. */
async function picture(stage: DemoStage, by: Actor, when: Date, shows: 'before' | 'after'): Promise<string> {
  const { default: sharp } = await import('sharp');
  const drawn = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="640" height="420"><rect width="640" height="420" fill="${PHOTO[shows]}"/><rect x="90" y="150" width="460" height="180" rx="14" fill="#ffffff" opacity="0.75"/><circle cx="${shows === 'before' ? 190 : 450}" cy="240" r="56" fill="#37424f"/></svg>`);
  const received = await files.receive(Readable.from([await sharp(drawn).png().toBuffer()]), shows === 'before' ? '改进前.png' : '改进后.png', { anonymous: false });
  return (await stage.at(when, (tx) => files.keep(tx, by, received))).id;
}

async function settle(stage: DemoStage, id: string, t: Told, from: number, people: { chair: Actor; finance: Actor; owner: Actor }): Promise<void> {
  const day = (n: number, time: string): Date => stage.ago(Math.max(0, from - n), time);
  for (const [i, b] of (t.benefits ?? []).entries()) {
    const at = 3 + i * 9;
    const claimed = await stage.at(day(at, '10:10'), (tx) => claim(tx, people.owner, { id, claimedFen: b.yuan * 100, basis: b.basis, reckoning: null }));
    const verified = b.verified;
    if (verified !== undefined) await stage.at(day(at + 2, '14:30'), (tx) => verify(tx, people.finance, { id: claimed.id, verifiedFen: verified * 100, text: b.why ?? '' }));
    const refused = b.refused;
    if (refused !== undefined) await stage.at(day(at + 2, '14:40'), (tx) => refuse(tx, people.finance, { id: claimed.id, text: refused }));
    for (const a of (t.awards ?? []).filter((x) => x.after === i + 1)) {
      await stage.at(day(at + 4, '16:00'), (tx) => decideAward(tx, people.chair, { id, ground: a.ground, level: a.level, borrowed: false, amountFen: a.yuan * 100, reason: a.reason }));
    }
  }
}

async function carryOut(stage: DemoStage, id: string, t: Told, chair: Actor, owner: Actor): Promise<number> {
  const began = t.day - 4;
  const from = stage.ago(began, '09:00');
  await stage.at(from, (tx) => plan(tx, chair, { id, ownerId: owner.personId, plannedFrom: legalDateOf(from), plannedTo: addDays(legalDateOf(from), t.days), plan: '先在一处试用，没有问题后全部推开。' }));
  const said = t.progress;
  if (said !== undefined) await stage.at(stage.ago(2, '16:20'), (tx) => progress(tx, owner, { id, text: said, files: [] }));
  const text = t.done;
  if (text === undefined) return began;
  const doneDay = Math.max(2, began - Math.min(t.days, began - 2) + 1);
  const when = stage.ago(doneDay, '15:00');
  const evidence = t.picture ? [{ fileId: await picture(stage, owner, when, 'before'), shows: 'before' as const, label: '改进前' }, { fileId: await picture(stage, owner, when, 'after'), shows: 'after' as const, label: '改进后' }] : [];
  await stage.at(when, (tx) => report(tx, owner, { id, text, evidence }));
  const again = t.redo;
  if (again !== undefined) await stage.at(stage.ago(Math.max(0, doneDay - 1), '09:20'), (tx) => redo(tx, chair, { id, text: again }));
  if (t.accepted) await stage.at(stage.ago(doneDay - 1, '10:00'), (tx) => accept(tx, chair, { id, text: '现场查看，效果良好。' }));
  const standard = t.standard;
  if (standard) await stage.at(stage.ago(doneDay - 2, '11:00'), (tx) => standardise(tx, chair, { id, documentNumber: standard.number, documentKind: standard.kind, documentOn: legalDateOf(stage.ago(doneDay - 2, '11:00')), text: '' }));
  return doneDay - 2;
}

/** What becomes of adopted suggestions: planned, late, reported, sent back, accepted, standard; benefits and awards in every state. */
export async function workDemo(stage: DemoStage): Promise<void> {
  const chair = await stage.actor('li');
  const clerk = await stage.member('HQ-ZL', 40);
  await stage.at(stage.ago(400, '09:00'), (tx) => appoint(tx, { personId: clerk.personId, unionId: stage.union('HQ').id, office: 'accountant', title: '财务部成本会计' }));
  const finance = await stage.member('HQ-ZL', 40);
  for (const t of TOLD) {
    const author = await stage.member(t.unit, t.n);
    const owner = t.owner === t.n ? author : await stage.member(t.unit, t.owner);
    const mate = await stage.member(t.unit, t.n + 8);
    const { id } = await stage.at(stage.ago(t.day, '19:40'), (tx) => write(tx, author, {
      title: t.title, problem: t.problem, remedy: t.remedy, effect: '', place: t.place, category: t.category, campaignId: null, coauthors: t.grade < 3 ? [{ personId: mate.personId, share: 40 }] : [], files: [],
    }));
    await stage.at(stage.ago(t.day - 2, '08:50'), (tx) => adoptUnit(tx, chair, { id, grade: t.grade, text: '' }));
    const from = await carryOut(stage, id, t, chair, owner);
    await settle(stage, id, t, from, { chair, finance, owner });
  }
}
