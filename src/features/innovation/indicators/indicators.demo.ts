import type { DemoStage } from '#shared/demo';
import { addDays, legalDateOf } from '#shared/dates';
import { candidates, saveBooklet } from './booklets.service.ts';
import { keep } from './reports.service.ts';
import { copyTargets, setTargets } from './targets.service.ts';

/** Targets of the company for the year, in per cent; the units are asked for the same. */
const COMPANY = { participation: 95, submission: 300, adoption: 88, implementation: 95, completion: 90 } as const;
const UNITS = ['HQ-CY', 'HQ-DN', 'HQ-ZZ', 'HQ-ZL'] as const;
/** What groups of people are asked for beyond that. */
const GROUPS = { manager: { participation: 100 }, keyStaff: { participation: 100, submission: 400 }, teamLeader: { participation: 100 }, party: { participation: 98 } } as const;

const hundredfold = (of: Readonly<Record<string, number>>) => Object.entries(of).map(([indicator, percent]) => ({ indicator: indicator as keyof typeof COMPANY, target: percent * 100 }));

const PREFACE = '金点子来自每一个岗位。这一年，职工围绕安全、质量、节能和降本提出并完成了许多改善，现选编成册，供各单位学习借鉴。';

/** The booklet of a year, from the first ten that may go in; a year without any has none. */
async function tellBooklet(stage: DemoStage, schemeId: string, year: number): Promise<void> {
  const chair = await stage.actor('li');
  await stage.at(stage.ago(0, '08:10'), async (tx) => {
    const { items } = await candidates(tx, chair, { schemeId, year, limit: 10, offset: 0 });
    if (items.length > 0) await saveBooklet(tx, chair, { schemeId, year, title: `${year} 年优秀合理化建议成果汇编`, preface: PREFACE, version: 0, ids: items.map((x) => x.id) });
  });
}

/** Targets of this and the last year, the reports of last year and of last month, the booklets of both years. */
export async function demo(stage: DemoStage): Promise<void> {
  const chair = await stage.actor('li');
  const company = stage.union('HQ').id;
  const year = Number(legalDateOf(stage.now).slice(0, 4));
  const targets = [
    ...[company, ...UNITS.map((code) => stage.union(code).id)].flatMap((unitId) => hundredfold(COMPANY).map((t) => ({ unitId, group: 'all' as const, ...t }))),
    ...Object.entries(GROUPS).flatMap(([group, of]) => hundredfold(of).map((t) => ({ unitId: company, group: group as keyof typeof GROUPS, ...t }))),
  ];
  const lastMonth = addDays(`${legalDateOf(stage.now).slice(0, 7)}-01`, -1);
  await stage.at(stage.ago(400, '09:00'), (tx) => setTargets(tx, chair, { schemeId: company, year: year - 1, targets }));
  await stage.at(stage.ago(300, '09:00'), (tx) => copyTargets(tx, chair, { schemeId: company, year }));
  await stage.at(stage.ago(0, '08:00'), async (tx) => {
    await keep(tx, chair, { schemeId: company, from: `${year - 1}-01-01`, to: `${year - 1}-12-31`, basis: 'cohort' });
    await keep(tx, chair, { schemeId: company, from: `${lastMonth.slice(0, 7)}-01`, to: lastMonth, basis: 'cohort' });
  });
  await tellBooklet(stage, company, year - 1);
  await tellBooklet(stage, company, year);
}
