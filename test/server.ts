import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { identity } from '#engines/identity';
import { clock } from '#platform/clock';
import { readConfig } from '#platform/config';
import type { Database } from '#platform/db';
import type { Feature } from '#platform/http';
import { log } from '#platform/log';
import type { Tx } from '#shared/call';
import { type House, openHouse } from '../src/house.ts';
import { freshDatabase } from './database.ts';
import { demonstrationDatabase } from './demonstration.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
/** What a call answered; `body` is null where the answer is no JSON, `text` is always what came. */
export type Answer = { readonly status: number; readonly text: string; readonly body: unknown; readonly headers: Readonly<Record<string, unknown>> };
export type Asked = { readonly token?: string | null; readonly headers?: Readonly<Record<string, string>> };

/** The whole product over one test database, asked without a socket. */
export type TestHouse = {
  readonly house: House;
  readonly database: Database;
  readonly features: readonly Feature[];
  /** asks a route; `body` goes as JSON, or as it is when it is a Buffer */
  ask(method: Method, url: string, body?: unknown, o?: Asked): Promise<Answer>;
  /** one transaction of a tenant at the clock's time */
  within<T>(federationId: string | null, run: (tx: Tx) => Promise<T>): Promise<T>;
  /** bearer tokens of these people, in their order (demonstration mode) */
  tokens(federationId: string, personIds: readonly string[]): Promise<string[]>;
};

const json = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

function asking(house: House): TestHouse['ask'] {
  return async (method, url, body, o = {}) => {
    const raw = Buffer.isBuffer(body);
    const r = await house.server.inject({
      method, url,
      headers: {
        'x-niangjia': '1', ...(o.token ? { authorization: `Bearer ${o.token}` } : {}),
        ...(raw ? { 'content-type': 'application/octet-stream' } : body === undefined ? {} : { 'content-type': 'application/json' }), ...o.headers,
      },
      ...(body === undefined ? {} : { payload: raw || typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return { status: r.statusCode, text: r.body, body: json(r.body), headers: r.headers };
  };
}

/**
 * Opens the whole house for a test file and closes it when the file is over: its own database, its own data folder, no background work
 * and no socket. `demonstration` = with the demonstration federation and every part's stories (demo mode only); `brief` = without the thousands of one year.
 */
export async function startHouse(o: { mode?: 'demo' | 'live'; demonstration?: boolean | 'brief'; env?: Readonly<Record<string, string>>; poolSize?: number } = {}): Promise<TestHouse> {
  const dataDir = await mkdtemp(join(tmpdir(), 'niangjia-house-'));
  const config = readConfig({ NIANGJIA_MODE: o.mode ?? 'demo', DATA_DIR: dataDir, ...o.env });
  const pool = o.poolSize === undefined ? {} : { poolSize: o.poolSize };
  const database = await (o.demonstration ? demonstrationDatabase(dataDir, { ...pool, brief: o.demonstration === 'brief' }) : freshDatabase(pool));
  const house = await openHouse(config, log, { database, web: null });
  await house.server.ready();
  after(async () => {
    await house.close();
    await rm(dataDir, { recursive: true, force: true });
  });
  return {
    house, database, features: house.features,
    ask: asking(house),
    within: (federationId, run) => database.transaction(federationId, clock.now(), run),
    tokens: (federationId, personIds) => database.transaction(federationId, clock.now(), (tx) => identity.issueTokens(tx, personIds)),
  };
}
