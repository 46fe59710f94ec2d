import { randomBytes } from 'node:crypto';
import { Index } from 'flexsearch';
import { foundFederation } from '#engines/org';
import { Corpus, similarity } from '#engines/similarity';
import { connect, type Database } from '#platform/db';
import { keyRing, secrets } from '#platform/secrets';
import { newId } from '#shared/ids';
import { databaseOf, newName, onServer, startTestServer } from '../test/postgres.ts';
import type { Line } from './run.ts';
import { labelled } from './similar-texts.ts';

/** Sizes by `NIANGJIA_BENCH_TEXTS`; 1000000 on demand. Texts come in batches, so that memory is the index and not the texts. */
const SIZES = (process.env['NIANGJIA_BENCH_TEXTS'] ?? '10000,100000,230000').split(',').map(Number);
const QUESTIONS = 300;
const BATCH = 1_000;
const NOW = new Date('2026-11-21T04:00:00Z');
/** Questions put to PostgreSQL: a trigram search takes up to a second each. */
const TRIGRAM_QUESTIONS = 40;

/** `first`: how often the first answer is the right one (precision at one). */
type Found = { readonly recall: number; readonly mrr: number; readonly first: number; readonly p50: number; readonly p95: number };
type Made = ReturnType<typeof labelled>;

const at = (list: readonly number[], share: number): number => [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))] ?? 0;

/** Asks all questions; `ask` answers the numbers of texts, best first. */
async function asked(questions: Made['questions'], ask: (text: string) => number[] | Promise<number[]>): Promise<Found> {
  const times: number[] = [];
  let [found, reciprocal, first] = [0, 0, 0];
  for (const { text, gold } of questions) {
    const from = performance.now();
    const hits = await ask(text);
    times.push(performance.now() - from);
    const rank = hits.slice(0, 10).indexOf(gold) + 1;
    if (rank > 0) { found += 1; reciprocal += 1 / rank; }
    if (rank === 1) first += 1;
  }
  return { recall: found / questions.length, mrr: reciprocal / questions.length, first: first / questions.length, p50: at(times, 0.5), p95: at(times, 0.95) };
}

/** BM25 over characters, as simply as it can be written: what must be beaten. */
function characters(texts: readonly string[]): (text: string) => number[] {
  const lists = new Map<string, number[]>();
  texts.forEach((text, n) => { for (const c of new Set(text)) { const list = lists.get(c); if (list) list.push(n); else lists.set(c, [n]); } });
  const mean = texts.reduce((sum, t) => sum + t.length, 0) / texts.length;
  const scores = new Float32Array(texts.length);
  return (text) => {
    scores.fill(0);
    for (const c of new Set(text)) {
      const list = lists.get(c) ?? [];
      const idf = Math.log(1 + (texts.length - list.length + 0.5) / (list.length + 0.5));
      for (const n of list) scores[n] = (scores[n] as number) + (idf * 2.2) / (1 + 1.2 * (0.25 + (0.75 * (texts[n] as string).length) / mean));
    }
    const best: number[] = [];
    for (let n = 0; n < scores.length; n++) {
      if (best.length === 10 && (scores[n] as number) <= (scores[best[9] as number] as number)) continue;
      best.push(n);
      best.sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b);
      best.length = Math.min(10, best.length);
    }
    return best;
  };
}

/** flexsearch as its users would set it up for Chinese: each character is a word, and any of those asked for may be missing. */
function flexible(texts: readonly string[]): (text: string) => number[] {
  const apart = (text: string): string[] => [...new Set(text.replace(/[^\p{L}\p{N}]/gu, ''))];
  const index = new Index({ tokenize: 'strict', encode: apart });
  texts.forEach((text, n) => void index.add(n, text));
  return (text) => index.search(text, { limit: 10, suggest: true }) as number[];
}

async function trigrams(database: Database, made: Made): Promise<Found> {
  await database.pool.query('create extension if not exists pg_trgm');
  await database.pool.query('create table bench_text (n integer primary key, text text not null)');
  for (let from = 0; from < made.texts.length; from += 10_000) await database.pool.query('insert into bench_text select $1 + n - 1, t from unnest($2::text[]) with ordinality x(t, n)', [from, made.texts.slice(from, from + 10_000)]);
  await database.pool.query('create index on bench_text using gin (text gin_trgm_ops)');
  await database.pool.query('set pg_trgm.similarity_threshold = 0.1');
  const found = await asked(made.questions.slice(0, TRIGRAM_QUESTIONS), async (text) => (await database.pool.query<{ n: number }>('select n from bench_text where text % $1 order by similarity(text, $1) desc, n limit 10', [text])).rows.map((r) => r.n));
  await database.pool.query('drop table bench_text');
  return found;
}

/** Puts all texts through the engine as the product does, forgets what is in memory and looks once: what a restart costs. */
async function kept(database: Database, made: Made): Promise<{ put: number; loaded: number; one: number; seen: Found }> {
  const federation = newId();
  const inCity = <T>(run: Parameters<typeof database.transaction<T>>[2]): Promise<T> => database.transaction(federation, NOW, run);
  const top = await inCity((tx) => foundFederation(tx, { name: '市总工会', code: federation.slice(-8) }));
  const ids = made.texts.map(() => newId());
  const numbers = new Map(ids.map((id, n) => [id, n]));
  let from = performance.now();
  for (let n = 0; n < ids.length; n += BATCH) await inCity((tx) => similarity.put(tx, 'letters', made.texts.slice(n, n + BATCH).map((text, i) => ({ id: ids[n + i] as string, unionId: top.id, text, at: NOW }))));
  const put = (performance.now() - from) / 1000;
  const look = (text: string) => inCity(async (tx) => (await similarity.search(tx, { collection: 'letters', text, scopes: [top.path], limit: 10 })).map((f) => numbers.get(f.id) ?? -1));
  similarity.forget();
  from = performance.now();
  await look('更衣室热水不够用');
  const loaded = (performance.now() - from) / 1000;
  from = performance.now();
  await inCity((tx) => similarity.put(tx, 'letters', [{ id: newId(), unionId: top.id, text: made.texts[0] ?? '', at: NOW }]));
  const one = performance.now() - from;
  const seen = await asked(made.questions.slice(0, 100), look);
  similarity.forget();
  return { put, loaded, one, seen };
}

const said = (f: Found): string => `recall@10 ${f.recall.toFixed(3)}, MRR ${f.mrr.toFixed(3)}, precision@1 ${f.first.toFixed(3)}, p50 ${f.p50.toFixed(1)} ms, p95 ${f.p95.toFixed(1)} ms`;
const n = (x: number): string => x.toLocaleString('en');

async function measure(database: Database, size: number): Promise<Line[]> {
  const made = labelled(size, QUESTIONS);
  const corpus = new Corpus();
  let from = performance.now();
  for (const text of made.texts) corpus.add(text);
  const build = (performance.now() - from) / 1000;
  const own = await asked(made.questions, (text) => corpus.search(text, 10).map((h) => h.document));
  from = performance.now();
  const plain = characters(made.texts);
  const plainBuild = (performance.now() - from) / 1000;
  const simple = await asked(made.questions, plain);
  from = performance.now();
  const before = process.memoryUsage.rss();
  const flexsearch = flexible(made.texts);
  const flexBuild = (performance.now() - from) / 1000;
  const flexBytes = process.memoryUsage.rss() - before;
  const flex = await asked(made.questions, flexsearch);
  const lines: Line[] = [
    { figure: `${n(size)} texts, flexsearch`, value: `${said(flex)}; built in ${flexBuild.toFixed(1)} s, about ${Math.round(flexBytes / 1e6)} MB`, against: `the engine: ${said(own)}; ${build.toFixed(1)} s, ${Math.round(corpus.bytes / 1e6)} MB`, ratio: (flex.p95 / own.p95).toFixed(1) },
    { figure: `${n(size)} texts, in memory`, value: said(own), against: `BM25 over characters: ${said(simple)}`, ratio: (own.recall / Math.max(simple.recall, 1e-9)).toFixed(2) },
    { figure: `${n(size)} texts, built`, value: `${build.toFixed(1)} s, index ${Math.round(corpus.bytes / 1e6)} MB`, against: `BM25 over characters: ${plainBuild.toFixed(1)} s`, ratio: (build / plainBuild).toFixed(2) },
  ];
  const k = await kept(database, made);
  lines.push({ figure: `${n(size)} texts, as the product keeps them`, value: `put ${k.put.toFixed(1)} s, read again after a restart ${k.loaded.toFixed(1)} s, one more ${k.one.toFixed(1)} ms; ${said(k.seen)}`, against: `in memory: p95 ${own.p95.toFixed(1)} ms`, ratio: (k.seen.p95 / own.p95).toFixed(2) });
  const t = await trigrams(database, made);
  lines.push({ figure: `${n(size)} texts, PostgreSQL trigram index`, value: said(t), against: `the engine: ${said(own)}`, ratio: (t.p95 / own.p95).toFixed(1) });
  return lines;
}

/** Finding the likes of texts: matters of a works, each asked for in other words (similar-texts.ts). */
export async function benchSimilar(): Promise<Line[]> {
  secrets.use(keyRing([randomBytes(32)]));
  const { server, stop } = await startTestServer();
  const name = newName();
  try {
    await onServer(server.connection, (main) => main.pool.query(`CREATE DATABASE ${name} TEMPLATE ${server.template}`));
    const database = connect(databaseOf(server.connection, name, 1));
    try {
      const lines: Line[] = [];
      for (const size of SIZES) lines.push(...(await measure(database, size)));
      return lines;
    } finally {
      await database.close();
    }
  } finally {
    await stop();
  }
}
