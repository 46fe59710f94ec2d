import { addDays, daysBetween, instantAt, type LegalDate, weekdayOf } from '#shared/dates';
import type { TakenEvent } from '#engines/cases';
import { isStarted, isVoid, type Planned } from './plan.demo.ts';

/** Who acts for the company and for a unit. */
export type Desk = { readonly unionId: string; readonly officerId: string };
/** The way of one suggestion: its timeline, and what of it stands in the row. */
export type Way = {
  readonly state: string; readonly openedAt: Date; readonly events: readonly TakenEvent[]; readonly atCompany: boolean;
  readonly voidOn: LegalDate | null; readonly rejectedOn: LegalDate | null; readonly adoptedOn: LegalDate | null; readonly startedOn: LegalDate | null; readonly completedOn: LegalDate | null;
  readonly standardisedOn: LegalDate | null; readonly firstGrade: number | null;
};

const ADOPTED = ['可行，同意采纳，由本单位组织实施。', '问题属实，措施具体，采纳。', '投入小、见效快，采纳实施。', '班组可以自己完成，采纳。', '同意，纳入本月改善计划。', '采纳，请设备员配合。', ''];
const FORWARDED = ['涉及其他单位，请公司评审。', '需要资金和停产窗口，报公司评审。', '技术上拿不准，请专家组把关。', '有推广价值，建议公司评审。'];
const ONLY = ['思路可取，列入明年技改计划，暂不实施。', '采纳，待设备大修时一并考虑。', '采纳为管理参考，目前条件不成熟。'];
const REJECTED = ['现有工艺文件已有同样规定，请按文件执行。', '改动会影响安全联锁，不能采纳。', '投入约为收益的三倍以上，暂不采纳。', '该设备下半年报废，不再改造。', '所述情况与现场核实不符。', '属于日常维修范围，已转机修处理。', '客户图样有要求，不能更改。', '已有在实施的同类项目，不重复立项。', '措施不具体，无法判断效果。'];
const APPEALS = ['现场情况和核实时不一样，附上夜班的照片，请再看一次。', '文件里写的是旧设备，新设备没有规定，请公司评审。', '费用重新算过，用库里的旧件可以省一大半。'];
const UPHELD = ['专家组现场看过，维持原意见；其中好的想法请并入下次大修。', '复核后费用仍然超过收益，维持原意见。'];
const REPORTED = ['已经装好，试用一周没有问题。', '完成，前后照片已附。', '按方案做完，班组都会用了。', '做完了，费用没有超。', '实施完成，效果比预想的好。'];
const ACCEPTED = ['现场查看，符合方案，验收通过。', '效果明显，同意验收。', '验收通过，请保持。', '资料齐全，验收通过。'];
const ABANDONED = ['该产线已调整，改善对象不再使用。', '与年度技改项目合并实施，单独立项终止。', '试用后影响节拍，经商量不再推行。', '设备更新后问题已消除。', '采购周期过长，年内无法实施，终止。'];

/** The next day on which people work, not after the end of the year. */
function workday(on: LegalDate): LegalDate {
  const end = `${on.slice(0, 4)}-12-31`;
  const days = { 0: 1, 6: 2 }[weekdayOf(on)] ?? 0;
  const day = addDays(on, days);
  return day > end ? end : day;
}

type Days = Omit<Way, 'state' | 'openedAt' | 'events' | 'atCompany'>;
const NONE: Days = { voidOn: null, rejectedOn: null, adoptedOn: null, startedOn: null, completedOn: null, standardisedOn: null, firstGrade: null };

/** A suggestion on its way through the year: every step on a later day than the one before, the last in the same year. */
class Walk {
  readonly events: TakenEvent[] = [];
  readonly s: Planned;
  readonly unit: Desk;
  readonly company: Desk;
  readonly random: () => number;
  readonly openedAt: Date;
  last: LegalDate;

  constructor(s: Planned, unit: Desk, company: Desk, random: () => number) {
    [this.s, this.unit, this.company, this.random] = [s, unit, company, random];
    this.openedAt = instantAt(s.submittedOn, 440 + Math.floor(random() * 700));
    this.last = s.submittedOn;
  }

  get end(): LegalDate {
    return `${this.s.submittedOn.slice(0, 4)}-12-31`;
  }

  pick(of: readonly string[]): string {
    return of[Math.floor(this.random() * of.length)] ?? '';
  }

  /** Takes a step within some days; late in the year things are pressed together. @returns its day */
  take(days: number, step: string, toState: string, by: 'author' | 'unit' | 'company', text: string, data?: Record<string, unknown>): LegalDate {
    const left = Math.max(1, Math.min(days, daysBetween(this.last, this.end) - 6));
    this.last = workday(addDays(this.last, 1 + Math.floor(this.random() * left)));
    if (this.last > this.end) this.last = this.end;
    // On one day an hour lies between two steps.
    const at = instantAt(this.last, 470 + Math.floor(this.random() * 60) + 70 * this.events.length);
    const byId = by === 'author' ? this.s.author.personId : this[by].officerId;
    this.events.push({ step, toState, byKind: by === 'author' ? 'author' : 'officer', byId, text, at, ...(data ? { data } : {}) });
    return this.last;
  }

  is(state: string, atCompany: boolean, days: Partial<Days>): Way {
    return { state, openedAt: this.openedAt, events: this.events, atCompany, ...NONE, ...days };
  }
}

function toNothing(w: Walk): Way {
  if (w.s.fate === 'withdrawn') return w.is('withdrawn', false, { voidOn: w.take(3, 'withdraw', 'withdrawn', 'author', '想再完善一下，先撤回。') });
  if (w.s.fate === 'merged') return w.is('merged', false, { voidOn: w.take(4, 'merge', 'merged', 'unit', '与先提出的建议内容相同，合并办理。') });
  const closed = addDays(w.take(2, 'giveBack', 'returned', 'unit', '请补充现状照片和具体措施。'), 15);
  const voidOn = closed > w.end ? w.end : closed;
  w.events.push({ step: 'closeIncomplete', toState: 'incomplete', byKind: 'system', byId: null, at: instantAt(voidOn, 20 * 60) });
  return w.is('incomplete', false, { voidOn });
}

/** What was started: carried out, accepted, made standard, or given up. */
function toWork(w: Walk, firstGrade: number | null): Way {
  const { s } = w;
  const byCompany = s.way !== 'unit';
  const data = { grade: s.grade, ...(byCompany ? { unionId: w.unit.unionId } : {}) };
  const startedOn = byCompany ? w.take(7, 'adoptForImplementation', 'implementing', 'company', w.pick(ADOPTED), data) : w.take(5, 'adoptUnit', 'implementing', 'unit', w.pick(ADOPTED), data);
  const begun = { adoptedOn: startedOn, startedOn, firstGrade };
  if (s.fate === 'implementing') return w.is('implementing', false, begun);
  if (s.fate === 'abandoned') {
    w.take(40, 'abandon', 'abandoned', 'company', w.pick(ABANDONED));
    return w.is('abandoned', false, begun);
  }
  if (w.random() < 0.6) w.take(26, 'reportOwn', 'accepting', 'author', w.pick(REPORTED));
  else w.take(26, 'report', 'accepting', 'unit', w.pick(REPORTED));
  if (s.fate === 'accepting') return w.is('accepting', false, begun);
  const completedOn = w.take(4, 'accept', 'completed', 'unit', w.pick(ACCEPTED));
  if (s.fate === 'completed') return w.is('completed', false, { ...begun, completedOn });
  return w.is('standardised', false, { ...begun, completedOn, standardisedOn: w.take(25, 'standardise', 'standardised', 'unit', '效果稳定，写入标准。') });
}

/** Walks one planned suggestion through its year by the steps of the process. */
export function wayOf(s: Planned, unit: Desk, company: Desk, random: () => number): Way {
  const w = new Walk(s, unit, company, random);
  if (isVoid(s.fate)) return toNothing(w);
  const first = s.grade === null ? 2 + Math.floor(random() * 2) : random() < 0.76 ? s.grade : Math.min(3, s.grade + 1);
  if (s.way === 'unit' && random() < 0.04 && w.last < `${w.end.slice(0, 4)}-11-20`) {
    w.take(2, 'giveBack', 'returned', 'unit', '请写清楚是哪一台设备，附一张照片。');
    w.take(3, 'complete', 'submitted', 'author', '');
  }
  if (s.way === 'company') w.take(3, 'forward', 'company', 'unit', w.pick(FORWARDED), { unionId: company.unionId, firstGrade: first });
  if (s.way === 'appeal') {
    const rejectedOn = w.take(4, 'rejectUnit', 'rejected', 'unit', w.pick(REJECTED));
    w.take(6, 'appeal', 'appealed', 'author', w.pick(APPEALS), { unionId: company.unionId });
    if (s.fate === 'rejected') {
      w.take(8, 'uphold', 'rejected', 'company', w.pick(UPHELD));
      return w.is('rejected', true, { rejectedOn });
    }
  }
  const firstGrade = s.way === 'company' ? first : s.way === 'unit' ? s.grade : null;
  const byCompany = s.way !== 'unit';
  if (isStarted(s.fate)) return toWork(w, firstGrade);
  if (s.fate === 'rejected') return w.is('rejected', byCompany, { rejectedOn: byCompany ? w.take(6, 'reject', 'rejected', 'company', w.pick(REJECTED)) : w.take(6, 'rejectUnit', 'rejected', 'unit', w.pick(REJECTED)), firstGrade });
  return w.is('adopted', byCompany, { adoptedOn: byCompany ? w.take(6, 'adopt', 'adopted', 'company', w.pick(ONLY)) : w.take(6, 'adoptUnitOnly', 'adopted', 'unit', w.pick(ONLY)), firstGrade: byCompany ? first : 3 });
}
