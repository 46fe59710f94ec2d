/** A process of its own that posts batches and seals blocks, for tests that kill it: settings come as JSON in POSTER. Says each batch that was acknowledged. */
import { writeSync } from 'node:fs';
import { ledger } from '#engines/ledger';
import { type Connection, connect } from '#platform/db';

export type PosterOrder = {
  readonly connection: Connection; readonly federationId: string; readonly bookId: string;
  readonly from: readonly number[]; readonly to: number; readonly run: number; readonly size: number; readonly at: string;
};

const o = JSON.parse(process.env['POSTER'] ?? '{}') as PosterOrder;
const database = connect({ ...o.connection, poolSize: 4 });
const now = new Date(o.at);

async function work(lane: number): Promise<void> {
  for (let n = 0; ; n++) {
    const batch = `${o.run}-${lane}-${n}`;
    await database.transaction(o.federationId, now, (tx) => ledger.post(tx, { madeBy: null }, Array.from({ length: o.size }, (_, i) => ({
      bookId: o.bookId, key: `${batch}/${i}`, on: '2026-11-10', summary: 'batch', document: { kind: 'batch', id: batch },
      moves: [{ from: o.from[(n + i) % o.from.length] ?? 0, to: o.to, amount: BigInt(i + 1) }],
    }))));
    writeSync(1, `${batch}\n`);
    if (n % 5 === 4) await database.transaction(o.federationId, now, (tx) => ledger.sealBlock(tx, o.bookId));
  }
}

await Promise.all([0, 1, 2].map(work));
