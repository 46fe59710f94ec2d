/** A second process of the product that keeps texts and looks for their likes: one JSON line asked, one answered. */
import { createInterface } from 'node:readline';
import { similarity } from '#engines/similarity';
import { connect } from '#platform/db';
import { keyRing, secrets } from '#platform/secrets';

const { connection, key, federationId, scope } = JSON.parse(process.env['ALIKE'] ?? '{}') as { connection: Parameters<typeof connect>[0]; key: string; federationId: string; scope: string };
secrets.use(keyRing([Buffer.from(key, 'base64')]));
const database = connect(connection);
const NOW = new Date('2026-11-21T04:00:00Z');

type Asked = { put?: { id: string; unionId: string; text: string }[]; search?: string };
for await (const line of createInterface({ input: process.stdin })) {
  const { put, search } = JSON.parse(line) as Asked;
  const found = await database.transaction(federationId, NOW, async (tx) => {
    if (put) await similarity.put(tx, 'letters', put.map((t) => ({ ...t, at: NOW })));
    return search === undefined ? [] : similarity.search(tx, { collection: 'letters', text: search, scopes: [scope], limit: 50 });
  });
  process.stdout.write(`${JSON.stringify(found.map((f) => f.id))}\n`);
}
await database.close();
