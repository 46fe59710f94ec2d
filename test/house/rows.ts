import type pg from 'pg';
import type { Database } from '#platform/db';

type Table = { readonly name: string; readonly tenant: boolean; readonly hasId: boolean };

/** The tables of the house, from the catalogue. */
export async function tablesOf(database: Database): Promise<Table[]> {
  const found = await database.pool.query<{ name: string; tenant: boolean; has_id: boolean }>(`
    SELECT c.relname AS name, bool_or(a.attname = 'federation_id') AS tenant, bool_or(a.attname = 'id' AND t.typname = 'uuid') AS has_id
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    JOIN pg_type t ON t.oid = a.atttypid
    WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
    GROUP BY c.relname ORDER BY c.relname`);
  return found.rows.map((row) => ({ name: row.name, tenant: row.tenant, hasId: row.has_id }));
}

/**
 * A print of the rows of each table: how many, and the sum of the transactions that wrote them, which every insert, update and delete
 * changes. With `federationId` only of that tenant's rows.
 */
export async function printOf(database: Database, o: { federationId?: string; except?: readonly string[] } = {}): Promise<Map<string, string>> {
  const tables = (await tablesOf(database)).filter((t) => !o.except?.includes(t.name) && (o.federationId === undefined || t.tenant));
  const one = ({ name }: Table): string =>
    `SELECT '${name}' AS name, count(*) || ' ' || coalesce(sum(xmin::text::bigint), 0) AS print FROM ${name}${o.federationId === undefined ? '' : ` WHERE federation_id = '${o.federationId}'`}`;
  const prints = await database.pool.query<{ name: string; print: string }>(tables.map(one).join(' UNION ALL '));
  return new Map(prints.rows.map((row) => [row.name, row.print]));
}

/** Names of the tables in which two prints differ. */
export const changedTables = (before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): string[] =>
  [...now].filter(([name, print]) => before.get(name) !== print).map(([name]) => name);

/** Ids of rows of a tenant: up to `each` per table, by table. */
export async function realIds(database: Database, federationId: string, each: number): Promise<Map<string, string[]>> {
  const ids = new Map<string, string[]>();
  for (const { name, tenant, hasId } of await tablesOf(database)) {
    if (!tenant || !hasId) continue;
    const found = await database.pool.query<{ id: string }>(`SELECT id FROM ${name} WHERE federation_id = $1 ORDER BY id LIMIT ${each}`, [federationId]);
    if (found.rows.length > 0) ids.set(name, found.rows.map((row) => row.id));
  }
  return ids;
}

/**
 * Listens to what is sent to the database. The house has no views and no functions of its own, so a table of which no statement speaks was not looked into.
 * @returns tells which tables were named since it was asked last
 */
export async function listen(database: Database): Promise<() => Set<string>> {
  const tables = new Set((await tablesOf(database)).map(({ name }) => name));
  const [heard, tapped] = [new Set<string>(), new WeakSet<object>()];
  const read = new Map<string, readonly string[]>();
  const note = (text: string): void => {
    const named = read.get(text) ?? [...new Set(text.match(/[a-z_]+/g))].filter((word) => tables.has(word));
    read.set(text, named);
    for (const table of named) heard.add(table);
  };
  database.pool.on('acquire', (client: pg.PoolClient) => {
    if (tapped.has(client)) return;
    tapped.add(client);
    const ask = client.query.bind(client) as (...args: unknown[]) => unknown;
    client.query = ((...args: unknown[]) => {
      note(typeof args[0] === 'string' ? args[0] : (args[0] as { text: string }).text);
      return ask(...args);
    }) as typeof client.query;
  });
  return () => {
    const since = new Set(heard);
    heard.clear();
    return since;
  };
}
