import { rulebook } from '#engines/rulebook';
import { addDays, legalDateOf } from '#shared/dates';
import type { DemoStage } from '#shared/demo';
import { confirm, decide, end } from './rules.service.ts';

type Told = {
  readonly day: number;
  /** key of the cast, who decides for the union with this code */
  readonly by: string;
  readonly union: string;
  readonly param: string;
  readonly value: number;
  /** days after the decision until it begins */
  readonly begins: number;
  readonly document: string;
  readonly note?: string;
  /** days after the decision until somebody ended or withdrew it */
  readonly ended?: number;
};

/** One decision in every state: in force, ended, still to begin, withdrawn before it began. */
const DECISIONS: readonly Told[] = [
  { day: 200, by: 'city', union: 'MZ', param: 'security.log.keepArchivedDays', value: 730, begins: 0, document: '明工办〔2026〕12 号' },
  { day: 150, by: 'gao', union: 'HB', param: 'membership.lapse.afterMonths', value: 12, begins: 6, document: '华北分工字〔2026〕7 号', note: '项目流动大，放宽到一年。' },
  { day: 120, by: 'li', union: 'HQ', param: 'reception.leastPerMonth', value: 2, begins: 0, document: '红旗厂工字〔2026〕15 号', ended: 60 },
  { day: 20, by: 'city', union: 'MZ', param: 'letters.reopen.withinDays', value: 60, begins: 51, document: '明工办〔2026〕31 号', note: '明年起执行。' },
  { day: 12, by: 'street', union: 'MZ-JD-GT', param: 'membership.transfer.releaseAfterWorkdays', value: 8, begins: 30, document: '顾街工〔2026〕9 号', ended: 5 },
];

/** Values that the city's chair has compared with their sources. */
const CONFIRMED = [
  'letters.accept.withinWorkdays', 'letters.firstAnswer.withinWorkdays', 'letters.escalate.everyWorkdays', 'reception.leastPerMonth',
  'membership.decide.withinWorkdays', 'privacy.smallestGroup', 'security.password.leastLength', 'security.signIn.failuresBeforeLock',
];

async function tell(stage: DemoStage, told: Told): Promise<void> {
  const by = await stage.actor(told.by);
  const when = stage.ago(told.day, '10:30');
  const { id } = await stage.at(when, (tx) => decide(tx, by, {
    param: told.param, unionId: stage.union(told.union).id, value: told.value, from: addDays(legalDateOf(when), told.begins),
    document: told.document, article: '', note: told.note ?? '',
  }));
  if (told.ended === undefined) return;
  const later = stage.ago(told.day - told.ended, '16:00');
  await stage.at(later, (tx) => end(tx, by, { id, on: legalDateOf(later) }));
}

/** Tells what was decided and confirmed. */
export async function demo(stage: DemoStage): Promise<void> {
  const city = await stage.actor('city');
  await stage.at(stage.ago(210, '15:00'), async (tx) => {
    const { lines } = await rulebook.chapters(tx, { unionId: stage.union('MZ').id });
    for (const { param, now } of lines) {
      if (now?.confidence === 'unconfirmed' && CONFIRMED.includes(param.key)) await confirm(tx, city, { param: param.key, ruleId: now.id, note: '已与文件核对' });
    }
  });
  for (const told of DECISIONS) await tell(stage, told);
}
