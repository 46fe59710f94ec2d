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
  name: 'identity-actor',
  text: `
  select s.federation_id, s.id as session_id, s.person_id, p.name, p.locale, s.app, s.method, s.second_factor, s.begun_at, s.seen_at,
    m.state as membership_state, m.union_id, mu.path as union_path, pw.set_at as password_set_at, pw.must_change,
    (select json_agg(json_build_object('office', o.office, 'unionId', o.union_id, 'path', ou.path))
       from office_holding o join union_unit ou on ou.federation_id = o.federation_id and ou.id = o.union_id
      where o.federation_id = s.federation_id and o.person_id = s.person_id and ou.state in ('preparing', 'active')
        and o.from_date <= ($3::timestamptz at time zone 'Asia/Shanghai')::date
        and (o.to_date is null or o.to_date >= ($3::timestamptz at time zone 'Asia/Shanghai')::date)) as offices,
    (select json_agg(json_build_object('office', a.office, 'permission', a.permission, 'allowed', a.allowed))
       from office_permission a where a.federation_id = s.federation_id) as overrides
  from session s
  join person p on p.federation_id = s.federation_id and p.id = s.person_id
  left join membership m on m.federation_id = s.federation_id and m.person_id = s.person_id and m.state <> 'ended'
  left join union_unit mu on mu.federation_id = m.federation_id and mu.id = m.union_id
  left join password pw on pw.federation_id = s.federation_id and pw.person_id = s.person_id
  where s.federation_id = $1 and s.token_hash = $2`,
} as const;

/**
 * Session, person, membership, offices and the federation's own permissions in one prepared statement outside any
 * transaction: this runs before every request, so it costs one round trip and keeps nothing open.
 */
export async function findActor(db: Database, federationId: string, tokenHash: Buffer, now: Date): Promise<ActorRow | null> {
  const found = await db.pool.query<ActorRow>({ ...STATEMENT, values: [federationId, tokenHash, now] });
  return found.rows[0] ?? null;
}
