/**
 * A crowd at its telephones: sends one POST for each token over kept connections, as fast as answers come, and prints what it saw as JSON.
 * A process of its own, on bare sockets, so that the crowd costs as little as it can. Reads an {@link Order} from standard input.
 */
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';

export type Order = { readonly port: number; readonly path: string; readonly tokens: readonly string[]; readonly connections: number; /** what the n-th sends; `{}` unless told */ readonly bodies?: readonly string[] };
/** `lastWon`: milliseconds until the last 201; `done`: until everybody had an answer. */
export type Pressed = { readonly byStatus: Readonly<Record<string, number>>; readonly lastWon: number; readonly done: number; readonly p50: number; readonly p99: number; readonly cpu: number };

const { port, path, tokens, connections, bodies } = JSON.parse(await text(process.stdin)) as Order;
let next = 0;
const took: number[] = [];
const byStatus: Record<string, number> = {};
let lastWon = 0;
let begun = 0;

const requestFor = (n: number): string => {
  const body = bodies?.[n] ?? '{}';
  return `POST ${path} HTTP/1.1\r\nhost: bench\r\nauthorization: Bearer ${tokens[n]}\r\nidempotency-key: k${n}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
};

/** One connection: its socket is open before the crowd begins. */
async function opened(): Promise<() => Promise<void>> {
  const socket = connect(port, '127.0.0.1');
  socket.setNoDelay(true);
  await new Promise((go, fail) => { socket.once('connect', go); socket.once('error', fail); });
  return () => new Promise((over, fail) => {
    let sent = 0;
    let waiting = '';
    const send = (): void => {
      if (next >= tokens.length) { socket.destroy(); over(); return; }
      sent = performance.now();
      socket.write(requestFor(next++));
    };
    socket.on('error', fail);
    socket.on('data', (chunk) => {
      waiting += chunk.toString('latin1');
      const head = waiting.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/content-length: (\d+)/i.exec(waiting.slice(0, head))?.[1] ?? 0);
      if (waiting.length < head + 4 + length) return;
      const status = waiting.slice(9, 12);
      waiting = waiting.slice(head + 4 + length);
      const now = performance.now();
      took.push(now - sent);
      byStatus[status] = (byStatus[status] ?? 0) + 1;
      if (status === '201') lastWon = now - begun;
      send();
    });
    send();
  });
}

const crowd = await Promise.all(Array.from({ length: connections }, opened));
begun = performance.now();
await Promise.all(crowd.map((go) => go()));
const done = performance.now() - begun;
took.sort((a, b) => a - b);
const at = (share: number): number => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0;
const { user, system } = process.cpuUsage();
process.stdout.write(JSON.stringify({ byStatus, lastWon, done, p50: at(0.5), p99: at(0.99), cpu: (user + system) / 1_000 } satisfies Pressed));
