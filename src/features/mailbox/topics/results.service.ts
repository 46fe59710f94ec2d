import { randomInt } from 'node:crypto';
import type { z } from 'zod';
import type { Tx } from '#shared/call';
import { newSecretId } from '#shared/ids';
import { secrets } from '#platform/secrets';
import { cases } from '#engines/cases';
import { choicesOf, type Count, countOne, coverSmall, noCount, REST, type Sheet, shuffled } from './survey.rules.ts';
import * as q from './survey.sql.ts';
import type { Results } from './topics.contract.ts';
import { topicProcess } from './topics.process.ts';

const PAGE = 2_000;
const FIRST = '00000000-0000-0000-0000-000000000000';

type Opened = { counts: Map<number, Count>; texts: string[][]; people: number };

/** Opens every sheet of the box, adding it to the counts of its place. */
async function openBox(tx: Tx, survey: q.SurveyRow): Promise<Opened> {
  const { questions } = survey;
  const opened: Opened = { counts: new Map(), texts: questions.map(() => []), people: 0 };
  for (let page = await q.listSheets(tx, survey.id, FIRST, PAGE); page.length > 0; page = await q.listSheets(tx, survey.id, page.at(-1)?.id ?? FIRST, PAGE)) {
    for (const { sealed } of page) {
      const { place, answers } = JSON.parse(secrets.open(sealed)) as Sheet;
      opened.counts.set(place, countOne(opened.counts.get(place) ?? noCount(questions), answers));
      opened.people += 1;
      for (const [at, { text }] of answers.entries()) if (text !== '') opened.texts[at]?.push(text);
    }
  }
  return opened;
}

/**
 * Counts a questionnaire whose time is over, in one transaction: opens the box, keeps counts of places that are large enough (small ones go
 * into the rest) and texts where enough people wrote, and destroys the sheets. Twice does nothing.
 * @returns whether it was counted now
 */
export async function countSurvey(tx: Tx, surveyId: string): Promise<boolean> {
  const survey = await q.findSurvey(tx, surveyId, 'update');
  const over = survey?.state === 'counting' || (survey?.state === 'open' && survey.closesAt !== null && survey.closesAt <= tx.now);
  if (survey === null || !over) return false;
  const smallest = survey.smallest ?? Number.POSITIVE_INFINITY;
  const { counts, texts, people } = await openBox(tx, survey);
  const shown = coverSmall(counts, smallest);
  await q.insertCounts(tx, surveyId, [...shown].flatMap(([place, c]) => c.votes.flatMap((of, question) => of.map((votes, choice) => ({ place, question, choice, votes })))));
  await q.updatePlaces(tx, surveyId, (await q.listPlaces(tx, surveyId)).map((p) => ({
    place: p.place, counted: shown.get(p.place)?.people ?? 0, hidden: p.place !== REST && counts.has(p.place) && !shown.has(p.place),
  })));
  const kept = texts.flatMap((of, question) => (of.length < smallest ? [] : shuffled(of, randomInt).map((text) => ({ id: newSecretId(), question, text }))));
  await q.insertTexts(tx, surveyId, shuffled(kept, randomInt));
  await q.deleteSheets(tx, surveyId);
  await q.turnSurvey(tx, surveyId, ['open', 'counting'], 'counted', people);
  await cases.step(tx, topicProcess, 'count', survey.topicId, { kind: 'system', job: 'topics.count' });
  return true;
}

/** What may be shown of a counted questionnaire: everybody together, and each place that is large enough. */
export async function findResults(tx: Tx, survey: q.SurveyRow): Promise<z.input<typeof Results>> {
  const places = await q.listPlaces(tx, survey.id);
  const counts = await q.listCounts(tx, survey.id);
  const empty = () => survey.questions.map((question) => Array.from({ length: choicesOf(question) }, () => 0));
  const all = empty();
  const byPlace = new Map<number, number[][]>();
  for (const c of counts) {
    const of = byPlace.get(c.place) ?? empty();
    byPlace.set(c.place, of);
    for (const table of [of, all]) {
      const row = table[c.question];
      if (row) row[c.choice] = (row[c.choice] ?? 0) + c.votes;
    }
  }
  const texts: string[][] = [];
  for (const [at, question] of survey.questions.entries()) texts.push(question.kind === 'open' ? await q.listTexts(tx, survey.id, at) : []);
  const hidden = places.filter((p) => p.hidden);
  return {
    people: places.reduce((n, p) => n + p.counted, 0), smallest: survey.smallest ?? 0, votes: all, texts,
    places: places.filter((p) => p.counted > 0).map((p) => ({ union: p.union, asked: p.place === REST ? hidden.reduce((n, h) => n + h.asked, 0) : p.asked, people: p.counted, votes: byPlace.get(p.place) ?? empty() })),
    hidden: hidden.map((p) => p.union ?? ''),
  };
}
