import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { ballots } from '#engines/ballot';
import { identity } from '#engines/identity';
import { appointMany, draftUnion, foundFederation, foundUnions } from '#engines/org';
import { clock } from '#platform/clock';
import { readConfig } from '#platform/config';
import { connect, type Database } from '#platform/db';
import { log } from '#platform/log';
import { newId } from '#shared/ids';
import { announceSurvey } from '../src/features/democracy/surveys/asking.service.ts';
import { Gatherer, groupsOf } from '../src/features/democracy/surveys/counting.service.ts';
import { answered } from '../src/features/democracy/surveys/stories.demo.ts';
import { findSurvey, insertSurvey } from '../src/features/democracy/surveys/surveys.sql.ts';
import { AGES, SEXES } from '../src/features/democracy/surveys/tally.rules.ts';
import { satisfactionForm } from '../src/features/democracy/surveys/templates.rules.ts';
import { openHouse } from '../src/house.ts';
import { databaseOf, newName, onServer, startTestServer } from '../test/postgres.ts';
import { fillMembers, listMembers, someOthers } from './fill.sql.ts';
import type { Order, Timing } from './load.ts';
import type { Line } from './run.ts';
import { fillAnswers } from './survey.sql.ts';

const PAPERS = Number(process.env['NIANGJIA_BENCH_ANSWERS'] ?? 100_000);
const UNIONS = 20;
const OFFICERS = 40;
const BATCH = 5_000;
const BY = { system: 'bench' };
const LOAD = fileURLToPath(new URL('./load.ts', import.meta.url));

type Stage = { readonly federationId: string; readonly surveyId: string; readonly tokens: readonly string[] };

/** What somebody answers: always the same for the same place. */
const contentOf = (i: number, unions: readonly string[]): object => ({ kind: 'questions', answers: { given: answered(satisfactionForm(), i, { satisfied: i % 43 !== 0, mood: 0.9 }), about: { unit: unions[i % unions.length], sex: SEXES[i % 2], age: AGES[i % 3] } } });

async function fill(database: Database): Promise<Stage> {
  const federationId = newId();
  const within = <T>(run: Parameters<typeof database.transaction<T>>[2]): Promise<T> => database.transaction(federationId, clock.now(), run, { statementTimeout: 900_000 });
  const { top, unions, officers } = await within(async (tx) => {
    const whole = await foundFederation(tx, { name: 'Bench', code: 'BENCH' });
    const below = Array.from({ length: UNIONS }, (_, i) => draftUnion({ name: `Union ${i}`, code: `U${i}`, kind: 'enterprise', parentId: whole.id }, whole));
    await foundUnions(tx, below);
    await fillMembers(tx, PAPERS, below.map((u) => u.id));
    const some = await someOthers(tx, OFFICERS);
    await appointMany(tx, some.map((personId) => ({ id: newId(), personId, unionId: whole.id, office: 'viceChair' as const, title: '', fullTime: false, fromDate: '2020-01-01', toDate: null, basis: '' })));
    return { top: whole, unions: below.map((u) => u.id), officers: some };
  });
  const surveyId = newId();
  const now = clock.now();
  await within((tx) => insertSurvey(tx, {
    id: surveyId, unionId: top.id, series: surveyId, title: 'Bench', about: '', form: satisfactionForm(), level: 'open', groups: ['unit', 'sex', 'age'], roll: { unions: [], sex: null, ages: [], works: [], offices: false, sample: null }, seed: '', links: 0,
    opensAt: new Date(now.getTime() - 60_000), closesAt: new Date(now.getTime() + 3_600_000), resultsTo: 'asked', madeById: null,
  }));
  await within(async (tx) => { const s = await findSurvey(tx, surveyId); if (s) await announceSurvey(tx, BY, s); await ballots.makeKeysWithin(tx, surveyId); });
  await within((tx) => ballots.open(tx, BY, surveyId));
  const people = await within((tx) => listMembers(tx, PAPERS));
  for (let at = 0; at < people.length; at += BATCH) {
    const some = people.slice(at, at + BATCH);
    await within((tx) => fillAnswers(tx, surveyId, some, some.map((_, i) => JSON.stringify(contentOf(at + i, unions)))));
  }
  await within((tx) => ballots.close(tx, BY, surveyId));
  return { federationId, surveyId, tokens: await within((tx) => identity.issueTokens(tx, officers)) };
}

async function time(url: string, tokens: readonly string[]): Promise<Timing> {
  const child = spawn(process.execPath, [LOAD], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(JSON.stringify({ url, tokens, asks: 400, atOnce: 4 } satisfies Order));
  return JSON.parse(await text(child.stdout)) as Timing;
}

/** Counts from the raw papers, as a page would have to without what was kept at the close. */
async function countRaw(database: Database, s: Stage): Promise<{ papers: number; reading: number; counting: number }> {
  return database.read(s.federationId, clock.now(), async (tx) => {
    const survey = await findSurvey(tx, s.surveyId);
    if (survey === null) throw new Error('the survey is gone');
    const gatherer = new Gatherer(survey.form, groupsOf(survey));
    const begun = performance.now();
    let counting = 0;
    for await (const { content } of ballots.contents(tx, s.surveyId)) {
      const from = performance.now();
      gatherer.take((content as { answers: unknown }).answers);
      counting += performance.now() - from;
    }
    return { papers: gatherer.end().tally.papers, reading: performance.now() - begun - counting, counting };
  });
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

/** 39 questions answered by many: what the close takes, and the results page beside counting from raw papers. */
export async function benchSurvey(): Promise<Line[]> {
  const { server, stop } = await startTestServer();
  const name = newName();
  await onServer(server.connection, (main) => main.pool.query(`CREATE DATABASE ${name} TEMPLATE ${server.template}`));
  const database = connect(databaseOf(server.connection, name, 10));
  const dataDir = await mkdtemp(join(tmpdir(), 'niangjia-bench-'));
  const house = await openHouse(readConfig({ NIANGJIA_MODE: 'demo', DATA_DIR: dataDir }), log, { database });
  try {
    const s = await fill(database);
    await database.pool.query('vacuum analyze');
    const begun = performance.now();
    await ballots.finishNow(database, s.federationId, s.surveyId, clock.now());
    const close = performance.now() - begun;
    const raw = await countRaw(database, s);
    if (raw.papers !== PAPERS) throw new Error(`${raw.papers} of ${PAPERS} papers were counted`);
    const address = await house.server.listen({ host: '127.0.0.1', port: 0 });
    const bare = await time(`${address}/healthz`, s.tokens);
    const page = await time(`${address}/api/v1/survey-results/${s.surveyId}`, s.tokens);
    const byUnit = await time(`${address}/api/v1/survey-results/${s.surveyId}?by=unit`, s.tokens);
    const all = raw.reading + raw.counting;
    const n = PAPERS.toLocaleString('en');
    const pageLine = (what: string, t: Timing): Line => ({ figure: what, value: `p50 ${t.p50.toFixed(1)} ms, p99 ${t.p99.toFixed(1)} ms`, against: `counting from ${n} raw papers: ${seconds(all)}; bare route p50 ${bare.p50.toFixed(1)} ms`, ratio: (t.p50 / all).toExponential(1) });
    return [
      { figure: `close of a survey of 39 questions, ${n} papers: board, count, figures by group, 561 tables`, value: seconds(close), against: `counting alone ${seconds(raw.counting)}, reading ${seconds(raw.reading)}`, ratio: (close / all).toFixed(2) },
      pageLine('results page', page), pageLine('results page by 20 units', byUnit),
    ];
  } finally {
    await house.close();
    await database.close();
    await stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
