import type { Actor, Tx } from '#shared/call';
import type { DemoStage } from '#shared/demo';
import { cases, type Given } from '#engines/cases';
import { letterProcess } from './letters.process.ts';
import { insertPublication } from './letters.sql.ts';
import { LETTERS, type Told } from './stories.demo.ts';

type Verb = keyof typeof letterProcess.steps;

const isMember = (key: string): boolean => key.includes('#');

/** `key` of the cast, or `CODE#3` for the fourth ordinary member of a union. */
async function somebody(stage: DemoStage, key: string): Promise<Actor> {
  if (!isMember(key)) return stage.actor(key);
  const [code = '', index = '0'] = key.split('#');
  return stage.member(code, Number(index));
}

async function openLetter(stage: DemoStage, tx: Tx, told: Told): Promise<{ id: string; code: string | null }> {
  const union = stage.union(told.union);
  const facts = { category: told.category, place: told.place ?? '', aboutChair: false };
  const common = { unionId: union.id, title: told.title, text: told.text, channel: told.channel ?? 'phone', facts };
  if (told.by === null) return cases.open(tx, letterProcess, { ...common, privacy: 'anonymous' });
  const author = await somebody(stage, told.by);
  return cases.open(tx, letterProcess, { ...common, privacy: told.hidden ? 'hidden' : 'named', author });
}

async function tellSteps(stage: DemoStage, id: string, told: Told): Promise<void> {
  for (const { step, day, time, by, assignee, ...given } of told.steps) {
    const actor = by === undefined ? null : await somebody(stage, by);
    const assigneeId = assignee === undefined ? undefined : (await somebody(stage, assignee)).personId;
    const full: Given = { ...given, ...(assigneeId === undefined ? {} : { assigneeId }) };
    await stage.at(stage.ago(day, time), (tx) => cases.step(tx, letterProcess, step as Verb, id, actor === null ? { kind: 'code' } : { kind: 'person', actor }, full));
  }
}

/** Letters in every state, most of them at the branch company with its twenty sites (source 003). */
export async function demo(stage: DemoStage): Promise<void> {
  for (const told of LETTERS) {
    const when = stage.ago(told.day, told.time);
    const { id } = await stage.at(when, (tx) => openLetter(stage, tx, told));
    await tellSteps(stage, id, told);
    if (told.published) {
      const { day, question, answer } = told.published;
      const by = await somebody(stage, told.published.by);
      await stage.at(stage.ago(day, '16:00'), (tx) => insertPublication(tx, { caseId: id, unionId: stage.union(told.union).id, category: told.category, question, answer, by: by.personId }).then(() => undefined));
    }
  }
}
