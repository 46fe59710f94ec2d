/**
 * A process of its own that votes, mixes or counts until it is killed: for tests that kill it. Reads `{"database","federationId","ballotId","act","people"}`
 * from ORDER; says `go` when it begins and `person number` for each vote that was acknowledged.
 */
import { ballots } from '#engines/ballot';
import { connect, type Connection } from '#platform/db';
import { keyRing, secrets } from '#platform/secrets';

export type Order = { readonly database: Connection; readonly key: string; readonly federationId: string; readonly ballotId: string; readonly act: 'vote' | 'mix' | 'finish'; readonly people: readonly string[]; readonly at: string };

const order = JSON.parse(process.env['ORDER'] ?? '{}') as Order;
secrets.use(keyRing([Buffer.from(order.key, 'base64')]));
ballots.useKind({ name: 'story', title: { code: 'story.ballot', zh: '议案', en: 'Motion' }, memberPath: '/ballots/:id', consolePath: '/ballots/:id', keep: 'ballots.keep' });
ballots.declareJobs();
const database = connect(order.database);
const at = new Date(order.at);
await database.read(order.federationId, at, (tx) => ballots.findBallot(tx, order.ballotId));
process.stdout.write('go\n');
if (order.act === 'finish') await ballots.finishNow(database, order.federationId, order.ballotId, at);
if (order.act === 'mix') for (;;) await database.transaction(order.federationId, at, (tx) => ballots.mix(tx, order.ballotId));
const vote = async (person: string): Promise<void> => {
  const { number } = await database.transaction(order.federationId, at, (tx) => ballots.cast(tx, person, order.ballotId, { kind: 'motion', choice: 'for' }));
  process.stdout.write(`${person} ${number ?? ''}\n`);
};
const left = [...order.people];
await Promise.all([0, 1, 2, 3].map(async () => { for (let next = left.shift(); next !== undefined; next = left.shift()) await vote(next); }));
process.exit(0);
