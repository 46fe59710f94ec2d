/**
 * Asks one URL as many people in turn, several at a time, over kept connections, and prints the milliseconds of each answer as JSON.
 * A process of its own, so that measuring does not slow down what is measured. Reads `{"url","tokens","asks","atOnce"}` from standard input.
 */
import { Agent, get } from 'node:http';
import { text } from 'node:stream/consumers';

/** What a run found: milliseconds at the middle and at the end of the distribution, and answers per second. */
export type Timing = { readonly p50: number; readonly p99: number; readonly perSecond: number };
export type Order = { readonly url: string; readonly tokens: readonly string[]; readonly asks: number; readonly atOnce: number };

const { url, tokens, asks, atOnce } = JSON.parse(await text(process.stdin)) as Order;
const agent = new Agent({ keepAlive: true, maxSockets: atOnce });

const ask = (token: string): Promise<number> => new Promise((done, failed) => {
  const begun = performance.now();
  get(url, { agent, headers: { authorization: `Bearer ${token}` } }, (answer) => {
    answer.on('end', () => (answer.statusCode === 200 ? done(performance.now() - begun) : failed(new Error(`${url} answered ${answer.statusCode}`)))).resume();
  }).on('error', failed);
});

let next = 0;
const token = (): string => tokens[next++ % tokens.length] ?? '';
for (let i = 0; i < 40; i++) await ask(token());
const took: number[] = [];
const begun = performance.now();
await Promise.all(Array.from({ length: atOnce }, async () => { for (let i = 0; i < asks / atOnce; i++) took.push(await ask(token())); }));
const seconds = (performance.now() - begun) / 1000;
took.sort((a, b) => a - b);
const at = (share: number): number => took[Math.floor(took.length * share)] ?? 0;
process.stdout.write(JSON.stringify({ p50: at(0.5), p99: at(0.99), perSecond: took.length / seconds } satisfies Timing));
agent.destroy();
