import type { Actor, Tx } from '#shared/call';
import { addDays, daysBetween, instantAt, legalDateOf } from '#shared/dates';
import type { DemoStage } from '#shared/demo';
import { newId } from '#shared/ids';
import { answer } from './answering.service.ts';
import * as a from './answers.sql.ts';
import { BANK, FAULTY, FRESH, OUTDATED } from './bank.demo.ts';
import { turn } from './bank.service.ts';
import { amendBoard, open } from './boards.service.ts';
import { warnGaps } from './daily-question.jobs.ts';
import { type Days, placesOf, wantedDays } from './daily-question.rules.ts';
import * as q from './daily-question.sql.ts';
import { credit, openBook } from './points.service.ts';
import { voidDay } from './schedule.service.ts';

/** Answers in the year of source 004 (上海港国际客运中心). */
const YEAR_ANSWERS = 7_646;
const POINT_DAYS = 15;

/** A bank with its questions in order. */
async function fillBank(tx: Tx, unionId: string, by: Actor, list: readonly q.Said[]): Promise<{ id: string; answer: number }[]> {
  const made = list.map((s) => ({ id: newId(), ...s }));
  await q.insertQuestions(tx, unionId, by.personId, made);
  return made;
}

/** Many answers of a time, spread over its days and the people; about four of five are right. */
async function answerMany(tx: Tx, unionId: string, days: readonly { readonly day: string; readonly answer: number }[], people: readonly { readonly personId: string; readonly unitId: string }[], total: number): Promise<void> {
  const [each, more] = [Math.floor(total / days.length), total % days.length];
  const list = days.flatMap(({ day, answer: right }, d) => Array.from({ length: Math.min(people.length, each + (d < more ? 1 : 0)) }, (_, i): a.AnswerRow => {
    const who = people[(d * 37 + i) % people.length] as (typeof people)[number];
    const correct = (d * 7 + i * 13) % 100 < 81;
    return { day, personId: who.personId, unitId: who.unitId, given: correct ? right : right === 1 ? 2 : 1, correct, answeredAt: instantAt(day, 7 * 60 + ((d * 11 + i * 17) % 780)) };
  }));
  await a.insertAnswers(tx, unionId, list);
}

/** The days on which points are given already: a few people answer each day, the worker of the cast with a miss and a mistake. */
async function lately(stage: DemoStage, board: q.Board, days: readonly { readonly day: string; readonly answer: number }[], today: string): Promise<void> {
  const worker = await stage.actor('worker');
  const others = [await stage.actor('expert'), await stage.member('HQ-CY', 3), await stage.member('HQ-CY', 4)];
  const crowd = stage.brief ? [] : (await stage.at(stage.now, (tx) => a.listMembers(tx, board.path))).filter((_, i) => i > 20 && i % 50 === 48).slice(0, 36);
  for (const { day, answer: right } of days) {
    const ago = daysBetween(day, today);
    const known = [...(ago === 0 || ago === 11 ? [] : [worker]), ...others.filter((_, i) => (ago + i) % 5 !== 4)].map((p) => ({ personId: p.personId, unitId: p.membership?.unionId ?? board.unionId }));
    const there = [...known, ...crowd.filter((_, i) => i % 3 === ago % 3)];
    const list = there.map((p, i) => { const correct = p.personId === worker.personId ? ago !== 4 && ago !== 9 : (ago * 3 + i) % 7 !== 5; return { day, ...p, given: correct ? right : right === 1 ? 2 : 1, correct, answeredAt: stage.ago(ago, '12:10') }; });
    await stage.at(stage.ago(ago, '12:10'), async (tx) => {
      await a.insertAnswers(tx, board.unionId, list);
      const earned = [];
      // The crowd answers each third day: nobody of it has a streak.
      for (const [i, x] of list.entries()) earned.push({ personId: x.personId, unitId: x.unitId, correct: x.correct, streak: i < known.length ? (await a.countStreaks(tx, board.unionId, x.personId, day)).now : 1 });
      await credit(tx, board, earned);
    });
  }
}

async function factory(stage: DemoStage): Promise<void> {
  const by = await stage.actor('li');
  const union = stage.union('HQ');
  const today = legalDateOf(stage.now);
  const year = Number(today.slice(0, 4)) - 1;
  const settings = { unionId: union.id, days: 'every' as Days, pointsFrom: addDays(today, -POINT_DAYS) };
  const board: q.Board = { ...settings, union: union.name, path: union.path, openedOn: `${year}-01-01`, closedOn: null, version: 1 };
  const [faulty, outdated, ...bank] = await stage.at(stage.ago(daysBetween(board.openedOn, today), '08:00'), async (tx) => {
    await q.insertBoard(tx, board);
    return fillBank(tx, union.id, by, [FAULTY, OUTDATED, ...BANK]);
  });
  const questionOf = (i: number): { id: string; answer: number } => bank[i % bank.length] as { id: string; answer: number };
  const voided = addDays(today, -6);
  const all = wantedDays('every', `${year}-01-01`, `${year}-12-31`).concat(wantedDays('every', `${year + 1}-01-01`, addDays(today, 9))).map((day, i) => ({ day, ...(day === voided && faulty ? faulty : questionOf(i)) }));
  await stage.at(stage.ago(POINT_DAYS, '00:30'), async (tx) => {
    await q.putDays(tx, union.id, by.personId, all.map((d) => ({ day: d.day, questionId: d.id })));
    await openBook(tx, settings);
    // Two of five of the staff took part.
    const people = (await a.listMembers(tx, union.path)).filter((_, i) => i % 5 < 2);
    const last = all.filter((d) => d.day < `${year + 1}`);
    await answerMany(tx, union.id, last, people, stage.brief ? last.length : YEAR_ANSWERS);
    const since = all.filter((d) => d.day > `${year + 1}` && d.day < settings.pointsFrom);
    if (since.length > 0) await answerMany(tx, union.id, since, people, since.length * (stage.brief ? 1 : 3));
  });
  await lately(stage, board, all.filter((d) => d.day >= settings.pointsFrom && d.day <= today), today);
  await stage.at(stage.ago(5, '09:00'), async (tx) => {
    await voidDay(tx, by, { unionId: union.id, day: voided, why: '食堂当天已改为 19:00，答案有误' });
    await fillBank(tx, union.id, by, FRESH);
    if (outdated) await turn(tx, by, { id: outdated.id, state: 'withdrawn' });
  });
}

/** A board whose schedule ends today, so that its officer was warned, and one that ended. */
async function others(stage: DemoStage): Promise<void> {
  const today = legalDateOf(stage.now);
  const [gao, riders] = [await stage.actor('gao'), await stage.actor('riders')];
  const branch = stage.union('HB').id;
  const bank = await stage.at(stage.ago(12, '09:00'), async (tx) => {
    await open(tx, gao, { unionId: branch, days: 'every', pointsFrom: addDays(today, -12) });
    const made = await fillBank(tx, branch, gao, BANK.slice(0, 13));
    await q.putDays(tx, branch, gao.personId, made.map((x, i) => ({ day: addDays(today, i - 12), questionId: x.id })));
    return made;
  });
  const [wang, right] = [await stage.actor('wang'), bank.at(-1)?.answer ?? 1];
  await stage.at(stage.ago(0, '07:40'), async (tx) => { if (legalDateOf(tx.now) === today) await answer(tx, wang, { day: today, given: placesOf(right) }); });
  await stage.at(stage.ago(0, '08:20'), (tx) => warnGaps(tx).then(() => undefined));

  const street = stage.union('MZ-JD-GT-PH').id;
  await stage.at(stage.ago(60, '10:00'), (tx) => open(tx, riders, { unionId: street, days: 'weekdays', pointsFrom: null }));
  await stage.at(stage.ago(30, '10:00'), (tx) => amendBoard(tx, riders, { id: street, version: 1, running: false, days: 'weekdays', pointsFrom: null }));
}

/** A factory's board with its year, a branch that runs out of questions, a board that ended. */
export async function demo(stage: DemoStage): Promise<void> {
  await factory(stage);
  await others(stage);
}
