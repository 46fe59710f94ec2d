import type { Tx } from '#shared/call';
import { Kysely, PostgresDialect, type PostgresPoolClient } from 'kysely';
import pg from 'pg';
import { log } from '#platform/log';
import { NamedClient, parsers } from './client.ts';
import type { Tables } from './tables.ts';

/** Stands for "no tenant": look-ups before one is known (sign-in), and work of the whole installation. */
export const NO_FEDERATION = '00000000-0000-0000-0000-000000000000';

/** Where and how to connect. `url` or host/socket fields; `poolSize` connections at most (10 unless told). */
export type Connection = {
  readonly url?: string;
  readonly host?: string;
  readonly port?: number;
  readonly user?: string;
  readonly password?: string;
  readonly database?: string;
  readonly poolSize?: number;
};

/** How one transaction differs from the usual. */
export type How = {
  /** milliseconds a statement may run; 30,000 unless told, 0 for no limit */
  readonly statementTimeout?: number;
  /** run again, up to 3 times in all, after a serialisation failure or a deadlock; `run` must have no effect outside */
  readonly retry?: boolean;
  /** read committed unless told */
  readonly isolation?: 'read committed' | 'repeatable read' | 'serializable';
};

/** A pool of connections to one database. */
export type Database = {
  /** Runs `run` in one transaction of the tenant (null: of none) and commits when it returns; then the afterCommit callbacks. */
  transaction<T>(federationId: string | null, now: Date, run: (tx: Tx) => Promise<T>, how?: How): Promise<T>;
  /** Runs `run` over one read-only snapshot. */
  read<T>(federationId: string | null, now: Date, run: (tx: Tx) => Promise<T>, how?: Omit<How, 'isolation'>): Promise<T>;
  /** Ends all connections; running transactions finish first. */
  close(): Promise<void>;
  /** where it is connected */
  readonly config: Connection;
  /** The pool itself, for the platform only (jobs, backup, migrations). */
  readonly pool: pg.Pool;
};

const STATEMENT_TIMEOUT = 30_000;
const IDLE_IN_TRANSACTION = 60_000;
const WAIT_FOR_CONNECTION = 15_000;
const TRIES = 3;

const open = new WeakMap<Tx, Kysely<Tables>>();

/** The tables, bound to an open transaction. Only `*.sql.ts` files call this. */
export function rows(tx: Tx): Kysely<Tables> {
  const bound = open.get(tx);
  if (!bound) throw new Error('This transaction has ended: something was not awaited inside it.');
  return bound;
}

/** Connects to a PostgreSQL of version 15 or newer; nothing is sent before the first transaction. */
export function connect(to: string | Connection): Database {
  const { url, poolSize, ...fields } = typeof to === 'string' ? { url: to, poolSize: undefined } : to;
  const pool = new pg.Pool({
    ...(url ? { connectionString: url } : fields),
    max: poolSize ?? 10,
    Client: NamedClient as unknown as NonNullable<pg.PoolConfig['Client']>,
    types: parsers,
    connectionTimeoutMillis: WAIT_FOR_CONNECTION,
    idleTimeoutMillis: 60_000,
    statement_timeout: STATEMENT_TIMEOUT,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION,
    application_name: 'niangjia',
    // The law's days are days in China, whatever the machine's clock is set to.
    options: '-c TimeZone=Asia/Shanghai',
  });
  pool.on('error', (error) => log.warn({ error }, 'an idle database connection was lost'));
  return {
    pool,
    config: typeof to === 'string' ? { url: to } : to,
    transaction: (federationId, now, run, how = {}) => {
      const begin = how.isolation ? `BEGIN ISOLATION LEVEL ${how.isolation}` : 'BEGIN';
      return again(how.retry ? TRIES : 1, () => once(pool, begin, federationId, now, run, how.statementTimeout));
    },
    read: (federationId, now, run, how = {}) =>
      again(how.retry ? TRIES : 1, () =>
        once(pool, 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', federationId, now, run, how.statementTimeout),
      ),
    close: () => pool.end(),
  };
}

async function again<T>(tries: number, run: () => Promise<T>): Promise<T> {
  for (let left = tries; ; left--) {
    try {
      return await run();
    } catch (error) {
      const code = (error as { code?: unknown }).code;
      if (left <= 1 || (code !== '40001' && code !== '40P01')) throw error;
      await new Promise((wake) => setTimeout(wake, Math.random() * 20 * (tries - left + 1)));
    }
  }
}

async function once<T>(
  pool: pg.Pool,
  begin: string,
  federationId: string | null,
  now: Date,
  run: (tx: Tx) => Promise<T>,
  timeout: number | undefined,
): Promise<T> {
  const client = await pool.connect();
  const callbacks: (() => void | Promise<void>)[] = [];
  const tx = {
    now,
    federationId: federationId ?? NO_FEDERATION,
    afterCommit: (callback: () => void | Promise<void>) => void callbacks.push(callback),
  } as Tx;
  let broken = false;
  let value: T;
  try {
    await client.query(timeout === undefined ? begin : `${begin}; SET LOCAL statement_timeout = ${Math.trunc(timeout)}`);
    open.set(tx, boundTo(client));
    value = await run(tx);
    if (client.getTransactionStatus() === 'I') throw new Error('A statement ended the transaction from inside; whatever it wrote stands.');
    const { command } = await client.query('COMMIT');
    if (command !== 'COMMIT') throw new Error('A statement had failed inside the transaction and its error was swallowed; nothing was written.');
  } catch (error) {
    broken = (error as { routine?: unknown }).routine === 'RevalidateCachedQuery';
    await client.query('ROLLBACK').catch(() => {
      broken = true;
    });
    throw error;
  } finally {
    open.delete(tx);
    client.release(broken || (client as unknown as NamedClient).full);
  }
  for (const callback of callbacks) {
    try {
      await callback();
    } catch (error) {
      log.error({ error }, 'something that follows a commit failed');
    }
  }
  return value;
}

const kyselys = new WeakMap<pg.PoolClient, Kysely<Tables>>();

/** Kysely over one physical connection; statements sent side by side wait for each other. */
function boundTo(client: pg.PoolClient): Kysely<Tables> {
  let bound = kyselys.get(client);
  if (!bound) {
    let last = Promise.resolve();
    const lent: PostgresPoolClient = Object.create(client);
    const connectOne = async (): Promise<PostgresPoolClient> => {
      const before = last;
      const { promise, resolve } = Promise.withResolvers<void>();
      last = promise;
      await before;
      lent.release = () => resolve();
      return lent;
    };
    bound = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: { connect: connectOne, end: async () => {}, options: {} } }) });
    kyselys.set(client, bound);
  }
  return bound;
}
