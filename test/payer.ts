/** A process of its own that drafts, approves and settles payment lists, for tests that kill it: settings come as JSON in PAYER. Says each step that was acknowledged. */
import { writeSync } from 'node:fs';
import { notify } from '#engines/notify';
import { contactsOf } from '#engines/org';
import { type LineWanted, payments, type Purpose } from '#engines/payments';
import { type Connection, connect } from '#platform/db';
import type { Actor } from '#shared/call';

export type PayerOrder = {
  readonly connection: Connection; readonly federationId: string; readonly unionId: string; readonly purpose: Purpose; readonly at: string;
  readonly accountant: Actor; readonly chair: Actor; readonly cashier: Actor; readonly people: readonly string[]; readonly run: number; readonly size: number;
};

const o = JSON.parse(process.env['PAYER'] ?? '{}') as PayerOrder;
const database = connect({ ...o.connection, poolSize: 4 });
const within = <T>(run: Parameters<typeof database.transaction<T>>[2]): Promise<T> => database.transaction(o.federationId, new Date(o.at), run);
payments.usePurpose(o.purpose);
notify.use({ database, contactsOf, publicUrl: 'https://union.example', mode: 'demo' });

/** Both lanes want the same keys, and so does whoever was killed before. */
const lines = (n: number): LineWanted[] => Array.from({ length: o.size }, (_, i) => ({
  personId: o.people[i % o.people.length] ?? '', amountFen: BigInt(100 + i), reason: 'reward', document: { kind: 'suggestion', id: `${n}-${i}` }, key: `suggestion/${n}-${i}/reward`,
}));

async function work(lane: number): Promise<void> {
  for (let n = o.run; ; n++) {
    const { id } = await within((tx) => payments.draft(tx, o.accountant, { unionId: o.unionId, purpose: o.purpose.name, period: '2026-11', title: `list ${n}`, lines: lines(n) }));
    if (id === null) continue;
    const said = (what: string): void => void writeSync(1, `${what} ${id}\n`);
    said('drafted');
    await within((tx) => payments.submit(tx, o.accountant, { id }));
    await within((tx) => payments.approve(tx, o.chair, { id }));
    said('approved');
    await within((tx) => payments.file(tx, o.cashier, { id }));
    await within((tx) => payments.settle(tx, o.cashier, { id, failed: n % 3 === lane ? [{ personId: o.people[0] ?? '', why: 'returned by the bank' }] : [] }));
    said('settled');
  }
}

await Promise.all([0, 1].map(work));
