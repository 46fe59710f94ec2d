/**
 * What the engine is held against: the same counter over HTTP in other shapes, each a Fastify POST in a process of its own. Reads an
 * {@link Stall} from standard input, prints its port, serves until it is killed.
 * `bare`: nothing is stored; `known`: nothing is stored either, but it asks the database whose session it is, many in one look, as our door does; `rows`: one UPDATE and one INSERT per request in a transaction; `redis`: a script, stored by nobody.
 */
import { connect as dial } from 'node:net';
import { text } from 'node:stream/consumers';
import Fastify from 'fastify';
import { identity } from '#engines/identity';
import { readConfig } from '#platform/config';
import { connect, type Connection } from '#platform/db';
import { log } from '#platform/log';
import { openHouse } from '../src/house.ts';
import { sellRow } from './flash-sale.sql.ts';

export type Stall = { readonly shape: 'bare' | 'known' | 'rows' | 'redis'; readonly database: Connection; readonly folder: string; readonly redis: number; readonly stock: number };

const stall = JSON.parse(await text(process.stdin)) as Stall;

type Sell = (person: string) => Promise<boolean>;

async function known(): Promise<Sell> {
  await openHouse(readConfig({ NIANGJIA_MODE: 'demo', DATA_DIR: stall.folder }), log, { database: connect({ ...stall.database, poolSize: 10 }) });
  return async (bearer) => (await identity.bearerOf(bearer.slice(7), new Date())) !== null;
}

function rows(): Sell {
  const database = connect({ ...stall.database, poolSize: 20 });
  return (person) => sellRow(database, person);
}

/** A Redis client of the smallest kind: one connection, answers in order. */
function redis(): Sell {
  const socket = dial(stall.redis, '127.0.0.1');
  socket.setNoDelay(true);
  const waiting: ((n: boolean) => void)[] = [];
  let rest = '';
  socket.on('data', (chunk) => {
    rest += chunk.toString('latin1');
    for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
      waiting.shift()?.(rest.slice(0, end) === ':1');
      rest = rest.slice(end + 2);
    }
  });
  const script = `if redis.call('sismember','won',ARGV[1])==1 then return 1 end if redis.call('scard','won')>=${stall.stock} then return 0 end redis.call('sadd','won',ARGV[1]) return 1`;
  const command = (person: string): string => ['EVAL', script, '0', person].reduce((text, part) => `${text}$${Buffer.byteLength(part)}\r\n${part}\r\n`, '*4\r\n');
  return (person) => new Promise((go) => { waiting.push(go); socket.write(command(person)); });
}

const sell: Sell = await { bare: () => async () => true, known, rows, redis }[stall.shape]();
const app = Fastify({ logger: false });
app.post('/claims', async (request, reply) => {
  const won = await sell(request.headers.authorization ?? '');
  return won ? reply.status(201).send({ yours: true }) : reply.status(409).send({ code: 'sold_out' });
});
await app.listen({ host: '127.0.0.1', port: 0, backlog: 4_096 });
const at = app.server.address();
process.stdout.write(`${typeof at === 'object' ? at?.port : 0}\n`);
