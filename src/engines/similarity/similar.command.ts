import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { once } from 'node:events';
import { Refused } from '#shared/errors';
import { Corpus } from './corpus.ts';
import { words } from './similarity.words.ts';

/** What one run over files took. Times in milliseconds, memory in megabytes. */
export type Run = { readonly texts: number; readonly queries: number; readonly buildSeconds: number; readonly p50: number; readonly p95: number; readonly indexMegabytes: number; readonly rssMegabytes: number };

type Line = { id: string; text: string };
const MOST_LINE = 4_000_000;

/** The lines of a JSONL file; `id` may be a number. @throws Refused with the number of the first line that is not `{"id", "text"}` */
async function* linesOf(path: string): AsyncGenerator<Line> {
  let n = 0;
  const file = createReadStream(path, 'utf8');
  file.on('error', () => undefined);
  await once(file, 'open').catch(() => { throw new Refused(words.noFile, { slots: { file: path } }); });
  for await (const line of createInterface({ input: file, crlfDelay: Infinity })) {
    n += 1;
    if (line.trim() === '') continue;
    const read = readLine(line);
    if (read === null) throw new Refused(words.badLine, { slots: { file: path, n } });
    yield read;
  }
}

function readLine(line: string): Line | null {
  if (line.length > MOST_LINE) return null;
  try {
    const { id, text } = JSON.parse(line.replace(/^\ufeff/, '')) as { id?: unknown; text?: unknown };
    return (typeof id === 'string' || typeof id === 'number') && typeof text === 'string' ? { id: String(id), text } : null;
  } catch {
    return null;
  }
}

const at = (sorted: readonly number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/**
 * Looks for the likes of each query in a corpus, both JSONL files of `{"id","text"}`, and writes `{"query","hits":[{"id","score"}]}` lines.
 * A query that is in the corpus by its id is not its own hit. The same code that the product runs.
 */
export async function searchFiles(o: { corpus: string; queries: string; top: number; out: string }): Promise<Run> {
  const corpus = new Corpus();
  const ids: string[] = [];
  const began = performance.now();
  for await (const { id, text } of linesOf(o.corpus)) { corpus.add(text); ids.push(id); }
  const buildSeconds = (performance.now() - began) / 1000;
  const out = createWriteStream(o.out);
  const times: number[] = [];
  for await (const { id, text } of linesOf(o.queries)) {
    const from = performance.now();
    const hits = corpus.search(text, o.top, (document) => ids[document] !== id);
    times.push(performance.now() - from);
    const line = JSON.stringify({ query: id, hits: hits.map((h) => ({ id: ids[h.document], score: Number(h.score.toFixed(6)) })) });
    if (!out.write(`${line}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
  times.sort((a, b) => a - b);
  return {
    texts: ids.length, queries: times.length, buildSeconds: Number(buildSeconds.toFixed(2)), p50: Number(at(times, 0.5).toFixed(2)), p95: Number(at(times, 0.95).toFixed(2)),
    indexMegabytes: Math.round(corpus.bytes / 1e6), rssMegabytes: Math.round(process.memoryUsage().rss / 1e6),
  };
}
