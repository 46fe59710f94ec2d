import type { Actor } from '#shared/call';
import { addDays, instantAt, legalDateOf } from '#shared/dates';
import type { DemoStage } from '#shared/demo';
import { splitByWeights } from '#shared/money';
import { officersOf } from '#engines/org';
import { payments } from '#engines/payments';
import { bestSuggestions, bestUnit, drawYear, specialists } from './honours.service.ts';
import { listCandidates, listUnits } from './honours.sql.ts';
import { daysOf } from './rewards.rules.ts';
import { drawMonth } from './rewards.service.ts';

/** What the ten best units got together, as file 002 has it after all else: one per cent of a month's payroll each. */
const BEST_UNITS_FEN = 5_693_000n;
const BEST = 10;
const CALL = { locale: 'zh' } as never;

type Officers = { readonly ideas: Actor; readonly accountant: Actor; readonly chair: Actor; readonly cashier: Actor };

/** A moment some days after a date, at a time of day; never after the demonstration's day. */
function after(stage: DemoStage, date: string, days: number, minutes: number): Date {
  const moment = instantAt(addDays(date, days), minutes);
  return moment < stage.now ? moment : stage.now;
}

/** Takes a list from the desk of the accountant to the bank, within a week. */
async function pay(stage: DemoStage, o: Officers, id: string, from: string): Promise<void> {
  await stage.at(after(stage, from, 1, 560), (tx) => payments.submit(tx, o.accountant, { id }));
  await stage.at(after(stage, from, 2, 900), (tx) => payments.approve(tx, o.chair, { id }));
  await stage.at(after(stage, from, 3, 590), (tx) => payments.file(tx, o.cashier, { id }));
  await stage.at(after(stage, from, 5, 980), (tx) => payments.settle(tx, o.cashier, { id, failed: [] }));
}

/** A month's rewards, listed on the third of the next month and paid; nothing where nothing was due. */
async function payMonth(stage: DemoStage, o: Officers, month: string): Promise<void> {
  const next = addDays(daysOf(month).to, 1);
  const drawn = await stage.at(after(stage, next, 2, 545), (tx) => drawMonth(tx, o.ideas, { unionId: stage.union('HQ').id, month }, CALL)).catch((why: { word?: { code?: string } }) => {
    if (why.word?.code === 'rewards.nothingDue') return null;
    throw why;
  });
  if (drawn?.id) await pay(stage, o, drawn.id, addDays(next, 2));
}

/** The awards of a year, given in the middle of the next January and paid. */
async function honour(stage: DemoStage, o: Officers, year: number): Promise<void> {
  const unionId = stage.union('HQ').id;
  const day = `${year + 1}-01-15`;
  await stage.at(after(stage, day, 0, 600), async (tx) => {
    const { items } = await listCandidates(tx, unionId, { year, campaignId: null, text: '', limit: BEST, offset: 0 });
    await bestSuggestions(tx, o.ideas, { unionId, year, suggestionIds: items.map((s) => s.id) });
    const units = (await listUnits(tx, { id: unionId }, year)).slice(0, BEST);
    const takers = await officersOf(tx, units.map((u) => u.id), ['suggestionSpecialist']);
    const awards = splitByWeights(BEST_UNITS_FEN, units.map((u) => u.started));
    for (const [i, unit] of units.entries()) {
      const payeeId = takers.find((t) => t.unionId === unit.id)?.personId;
      if (payeeId) await bestUnit(tx, o.ideas, { unionId, year, unitId: unit.id, month: `${year}-12`, payrollFen: Number((awards[i] ?? 0n) * 100n), payeeId });
    }
    await specialists(tx, o.ideas, { unionId, year });
  });
  const drawn = await stage.at(after(stage, day, 1, 600), (tx) => drawYear(tx, o.ideas, { unionId, year }, CALL));
  if (drawn.id) await pay(stage, o, drawn.id, addDays(day, 1));
}

/** Last year's months and awards, paid; this year's months up to the last; this month's list, drafted. */
export async function demo(stage: DemoStage): Promise<void> {
  const o: Officers = { ideas: await stage.actor('ideas'), accountant: await stage.actor('accountant'), chair: await stage.actor('li'), cashier: await stage.member('HQ', 6) };
  const today = legalDateOf(stage.now);
  const year = Number(today.slice(0, 4));
  const months = [year - 1, year].flatMap((y) => Array.from({ length: 12 }, (_, m) => `${y}-${String(m + 1).padStart(2, '0')}`)).filter((m) => m < today.slice(0, 7));
  for (const month of months) await payMonth(stage, o, month);
  await honour(stage, o, year - 1);
  await stage.at(stage.ago(0, '09:00'), (tx) => drawMonth(tx, o.ideas, { unionId: stage.union('HQ').id, month: today.slice(0, 7) }, CALL)).catch((why: { word?: { code?: string } }) => {
    if (why.word?.code !== 'rewards.nothingDue') throw why;
  });
}
