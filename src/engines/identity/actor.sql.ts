import type { Database } from '#platform/db';
import type { Method } from './session.sql.ts';

/** What one statement tells about a session token. */
export type ActorRow = {
  readonly federation_id: string;
  readonly session_id: string;
  readonly person_id: string;
  readonly name: string;
  readonly locale: 'zh' | 'en';
  readonly app: 'member' | 'console' | 'api';
  readonly method: Method;
  readonly second_factor: boolean;
  readonly begun_at: Date;
  readonly seen_at: Date;
  readonly membership_state: 'active' | 'reserved' | null;
  readonly union_id: string | null;
  readonly union_path: string | null;
  readonly password_set_at: Date | null;
  readonly must_change: boolean | null;
  readonly offices: readonly { office: string; unionId: string; path: string }[] | null;
  readonly overrides: readonly { office: string; permission: string; allowed: boolean }[] | null;
};

const STATEMENT = {
  name: 'identity-actors',
  text: `
  select t.n::int as asked, s.federation_id, s.id as session_id, s.person_id, p.name, p.locale, s.app, s.method, s.second_factor, s.begun_at, s.seen_at,
    m.state as membership_state, m.union_id, mu.path as union_path, pw.set_at as password_set_at, pw.must_change,
    (select json_agg(json_build_object('office', o.office, 'unionId', o.union_id, 'path', ou.path))
       from office_holding o join union_unit ou on ou.federation_id = o.federation_id and ou.id = o.union_id
      where o.federation_id = $1 and o.person_id = s.person_id and ou.state in ('preparing', 'active')
        and o.from_date <= ($3::timestamptz at time zone 'Asia/Shanghai')::date
        and (o.to_date is null or o.to_date >= ($3::timestamptz at time zone 'Asia/Shanghai')::date)) as offices,
    (select json_agg(json_build_object('office', a.office, 'permission', a.permission, 'allowed', a.allowed))
       from office_permission a where a.federation_id = $1) as overrides
  from unnest($2::text[]) with ordinality t(hash, n)
  join session s on s.federation_id = $1 and s.token_hash = decode(t.hash, 'hex')
  join person p on p.federation_id = $1 and p.id = s.person_id
  left join membership m on m.federation_id = $1 and m.person_id = s.person_id and m.state <> 'ended'
  left join union_unit mu on mu.federation_id = $1 and mu.id = m.union_id
  left join password pw on pw.federation_id = $1 and pw.person_id = s.person_id`,
} as const;

/** Of a session alone: whose it is and how long it lived (times in milliseconds, which thousands of rows are read from faster than dates). */
export type BearerRow = Pick<ActorRow, 'session_id' | 'person_id' | 'app'> & { readonly begun: number; readonly seen: number };

const BEARERS = {
  name: 'identity-bearers',
  text: `
  select t.n::int as asked, s.id as session_id, s.person_id, s.app,
    (extract(epoch from s.begun_at) * 1000)::float8 as begun, (extract(epoch from s.seen_at) * 1000)::float8 as seen from unnest($2::text[]) with ordinality t(hash, n)
  join session s on s.federation_id = $1 and s.token_hash = decode(t.hash, 'hex') and $3::timestamptz is not null`,
} as const;

type Asked<Row> = { readonly hash: string; readonly now: Date; readonly done: (row: Row | null) => void; readonly failed: (error: unknown) => void };

/** Requests that arrive while others are being looked up: they go together. */
class Arrivals<Row extends object> {
  readonly #db: Database;
  readonly #statement: { readonly name: string; readonly text: string };
  readonly #lines = new Map<string, { waiting: Asked<Row>[]; busy: number }>();

  constructor(db: Database, statement: { readonly name: string; readonly text: string }) {
    this.#db = db;
    this.#statement = statement;
  }

  find(federationId: string, tokenHash: Buffer, now: Date): Promise<Row | null> {
    let line = this.#lines.get(federationId);
    if (line === undefined) {
      line = { waiting: [], busy: 0 };
      this.#lines.set(federationId, line);
    }
    const own = line;
    return new Promise((done, failed) => {
      own.waiting.push({ hash: tokenHash.toString('hex'), now, done, failed });
      if (own.busy < SIDE_BY_SIDE) void this.#work(federationId, own);
    });
  }

  async #work(federationId: string, line: { waiting: Asked<Row>[]; busy: number }): Promise<void> {
    line.busy += 1;
    // Whoever arrives in this turn of the loop travels along.
    await new Promise((go) => setImmediate(go));
    while (line.waiting.length > 0) await this.#ask(federationId, line.waiting.splice(0, MOST_AT_ONCE));
    line.busy -= 1;
    if (line.busy === 0) this.#lines.delete(federationId);
  }

  async #ask(federationId: string, all: readonly Asked<Row>[]): Promise<void> {
    try {
      const found = await this.#db.pool.query<Row & { readonly asked: number }>({ ...this.#statement, values: [federationId, all.map((a) => a.hash), all[0]?.now] });
      const rows = new Map(found.rows.map((row) => [row.asked, row]));
      all.forEach((a, i) => { a.done(rows.get(i + 1) ?? null); });
    } catch (error) {
      for (const a of all) a.failed(error);
    }
  }
}

/** Look-ups under way at once; whoever comes meanwhile waits for the next. */
const SIDE_BY_SIDE = 2;
const MOST_AT_ONCE = 1_000;
const arrivals = new WeakMap<Database, { readonly actors: Arrivals<ActorRow>; readonly bearers: Arrivals<BearerRow> }>();

function arrivalsAt(db: Database): NonNullable<ReturnType<typeof arrivals.get>> {
  const here = arrivals.get(db) ?? { actors: new Arrivals<ActorRow>(db, STATEMENT), bearers: new Arrivals<BearerRow>(db, BEARERS) };
  arrivals.set(db, here);
  return here;
}

/**
 * Session, person, membership, offices and the federation's own permissions in one prepared statement outside any
 * transaction: this runs before every request, so it keeps nothing open, and requests that arrive together share one round
 * trip. Nothing is remembered: each is looked up after it arrived.
 */
export const findActor = (db: Database, federationId: string, tokenHash: Buffer, now: Date): Promise<ActorRow | null> => arrivalsAt(db).actors.find(federationId, tokenHash, now);

/** The session alone, in the same way: for routes that thousands ask in the same second. */
export const findBearer = (db: Database, federationId: string, tokenHash: Buffer, now: Date): Promise<BearerRow | null> => arrivalsAt(db).bearers.find(federationId, tokenHash, now);
