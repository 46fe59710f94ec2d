import { type Run, runs } from '#platform/jobs';
import type { Tx } from '#shared/call';
import { say } from '#shared/words';
import { cases } from '#engines/cases';
import { countGathered, takeUntold } from './letters.sql.ts';
import { findTopic } from './topics.sql.ts';
import { words } from './topics.words.ts';

export const TELL_RUN = 'topics.tell';
const AT_ONCE = 25;

/** The result as a line in the letter's story; its writer is told by the letter's own process. Nobody learns who else wrote. */
async function inform(tx: Tx, letterId: string, text: string, others: number): Promise<void> {
  const word = others > 0 ? words.together : words.togetherAlone;
  await cases.step(tx, cases.processNamed('letter'), 'inform', letterId, { kind: 'system', job: TELL_RUN }, {
    text, data: { zh: say(word, 'zh', { n: others }), en: say(word, 'en', { n: others }) },
  });
}

/** Tells the next letters of a topic and marks them as told, both or neither. @returns how many */
export async function tellNext(tx: Tx, topicId: string): Promise<{ told: number; letters: number }> {
  const { letters } = await countGathered(tx, topicId);
  const result = (await findTopic(tx, topicId))?.result ?? '';
  const due = await takeUntold(tx, topicId, AT_ONCE);
  for (const id of due) await inform(tx, id, result, letters - 1);
  return { told: due.length, letters };
}

/**
 * Tells the result in every gathered letter, 25 in a transaction that also marks them as told: after a crash it goes on behind the last
 * one, and no letter is told twice.
 */
async function tellAll(run: Run<{ topicId: string }, null>): Promise<{ told: number }> {
  const { topicId } = run.input;
  let { done } = run;
  for (let more = true; more; ) {
    await run.step(async (tx) => {
      const { told, letters } = await tellNext(tx, topicId);
      more = told === AT_ONCE;
      done += told;
      return { done, total: letters };
    });
  }
  return { told: done };
}

/** Declares the run; once per process. */
export const declareTelling = (): void => runs.define(TELL_RUN, tellAll);
