import { createHash } from 'node:crypto';
import pg from 'pg';

/** A connection remembers at most this many statements; when it is full it is replaced at its next return. */
const NAMES_PER_CONNECTION = 2_000;
/** Longer statements (generated lists) are sent without a name. */
const LONGEST_NAMED = 8_192;
/** Texts whose hashes are kept in memory, over all connections. */
const HASHES_KEPT = 4_000;

const hashes = new Map<string, string>();

function nameOf(text: string): string {
  let name = hashes.get(text);
  if (name === undefined) {
    if (hashes.size >= HASHES_KEPT) hashes.clear();
    name = createHash('sha256').update(text).digest('base64url').slice(0, 20);
    hashes.set(text, name);
  }
  return name;
}

/** Commands without parameters are prepared only when they read or write rows and are surely one statement. */
const oneStatement = (text: string, values: readonly unknown[]): boolean =>
  values.length > 0 || (/^\s*(select|with|insert|update|delete)\b/i.test(text) && !text.includes(';'));

/**
 * How PostgreSQL's values arrive: bigint as JS bigint (fen, counters: `count(*)` too), numeric as string,
 * date as 'YYYY-MM-DD', timestamptz as Date, uuid as string, bytea as Buffer, json as parsed value.
 */
const parsers = new pg.TypeOverrides();
/** pg's types are told by number; its declaration knows the builtins only. */
type Oid = (typeof pg.types.builtins)[keyof typeof pg.types.builtins];
const TEXTS = 1009 as Oid;
const INT8S = 1016 as Oid;
const DATES = 1182 as Oid;
const elements = (text: string): (string | null)[] => pg.types.getTypeParser(TEXTS)(text) as (string | null)[];
parsers.setTypeParser(pg.types.builtins.INT8, (text: string) => BigInt(text));
parsers.setTypeParser(pg.types.builtins.DATE, (text: string) => text);
parsers.setTypeParser(INT8S, (text: string) => elements(text).map((t) => (t === null ? null : BigInt(t))));
parsers.setTypeParser(DATES, elements);
export { parsers };

/** What of pg's query call is used here; the callback form is left to pg's own. */
type Ask = (config: unknown, values?: unknown, callback?: unknown) => unknown;

/** pg's client, sending each statement of the application as a named prepared statement. */
export class NamedClient extends pg.Client {
  readonly #names = new Set<string>();

  constructor(config?: string | pg.ClientConfig) {
    super(config);
    // A connection lost while it is lent out fails its running statement; the event itself must not end the process.
    this.on('error', () => {});
    const plain = this.query.bind(this) as Ask;
    const named: Ask = (config, values, callback) => {
      if (typeof config !== 'string' || !Array.isArray(values) || callback !== undefined) return plain(config, values, callback);
      if (config.length > LONGEST_NAMED || !oneStatement(config, values)) return plain(config, values);
      const name = nameOf(config);
      if (!this.#names.has(name)) {
        if (this.#names.size >= NAMES_PER_CONNECTION) return plain(config, values);
        this.#names.add(name);
      }
      return plain({ name, text: config, values });
    };
    this.query = named as typeof this.query;
  }

  /** Whether the connection has no room for new names and should be replaced. */
  get full(): boolean {
    return this.#names.size >= NAMES_PER_CONNECTION;
  }
}
