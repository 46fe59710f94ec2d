/**
 * The voting booth over HTTP, and what it is held against: `/token` signs a blinded token, `/paper` takes a paper, `/bare` stores nothing, `/insert` writes
 * one row. A process of its own; reads a {@link Booth} from standard input, prints its port, serves until it is killed.
 */
import { hash } from 'node:crypto';
import { text } from 'node:stream/consumers';
import Fastify from 'fastify';
import { ballots } from '#engines/ballot';
import { connect, type Connection } from '#platform/db';
import { keyRing, secrets } from '#platform/secrets';
import type { Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { putInBox } from './ballot.sql.ts';

export type Booth = { readonly database: Connection; readonly key: string; readonly federationId: string; readonly ballotId: string };

const booth = JSON.parse(await text(process.stdin)) as Booth;
secrets.use(keyRing([Buffer.from(booth.key, 'base64')]));
const database = connect({ ...booth.database, poolSize: 10 });
const within = <T>(run: (tx: Tx) => Promise<T>): Promise<T> => database.transaction(booth.federationId, new Date(), run);
type Asked = { Body: { blinded: string; body: string }; Headers: { authorization?: string } };
const app = Fastify({ logger: false, bodyLimit: 1_000_000 });
app.setErrorHandler((error, _request, reply) => reply.status(error instanceof Refused ? error.status : 500).send({ code: String(error) }));
app.post<Asked>('/token', async (request, reply) => reply.status(201).send(await within((tx) => ballots.issueToken(tx, (request.headers.authorization ?? '').slice(7), booth.ballotId, request.body.blinded))));
app.post<Asked>('/paper', async (request, reply) => reply.status(201).send(await within((tx) => ballots.post(tx, booth.ballotId, request.body.body))));
app.post('/bare', async (_request, reply) => reply.status(201).send({ paper: true }));
app.post<Asked>('/insert', async (request, reply) => {
  const body = Buffer.from(request.body.body, 'base64url');
  await within((tx) => putInBox(tx, hash('sha256', body, 'buffer'), body));
  return reply.status(201).send({ paper: true });
});
await app.listen({ host: '127.0.0.1', port: 0, backlog: 4_096 });
const at = app.server.address();
process.stdout.write(`${typeof at === 'object' ? at?.port : 0}\n`);
