import { randomBytes } from 'node:crypto';
import type { LightMyRequestResponse } from 'fastify';
import { auditedCount } from '#engines/audit';
import { type CodeMessage, identity, useIdentity } from '#engines/identity';
import { admitMany, appointMany, draftMembership, draftUnion, findTenantByJoinCode, foundFederation, foundUnions, newPerson, permissionsOf, savePeople, type Union, usePermissions } from '#engines/org';
import { clock } from '#platform/clock';
import type { Database } from '#platform/db';
import { buildServer, type Feature } from '#platform/http';
import { log } from '#platform/log';
import { keyRing, secrets } from '#platform/secrets';
import type { Tx } from '#shared/call';
import { newId } from '#shared/ids';

/** What a call answered; `body` is what stood in the JSON, or the bytes of a download. */
export type Answer = { readonly status: number; readonly body: ReturnType<typeof JSON.parse>; readonly cookie: string | null; readonly cookieLine: string; readonly headers: Readonly<Record<string, unknown>> };

/** A server over one test database, asked without a socket. */
export type Stage = {
  readonly db: Database;
  /** one-time codes as they went out */
  readonly codes: CodeMessage[];
  ask(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, body?: unknown, o?: { token?: string | undefined; headers?: Record<string, string> }): Promise<Answer>;
  /** the answer as it came, for files */
  raw(method: 'GET' | 'POST', url: string, body: unknown, token: string): Promise<LightMyRequestResponse>;
  /** asks for a one-time code and reads it off the message; empty when none went out */
  codeFor(phone: string): Promise<string>;
  /** signs in with a code and lets a minute pass, so that another may be asked for; the token of the session */
  signIn(phone: string, app?: 'member' | 'console'): Promise<string>;
  in<T>(federationId: string | null, run: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

/** Waits until messages that leave after the answer have left. */
export const settled = (): Promise<void> => new Promise((go) => { setImmediate(go); });

/** Opens a stage with these parts. `mode` decides about limits and second factors. */
export async function openStage(db: Database, features: readonly Feature[], mode: 'demo' | 'live'): Promise<Stage> {
  secrets.use(keyRing([randomBytes(32)]));
  usePermissions(new Map(features.flatMap((f) => Object.entries(f.permissions))));
  const codes: CodeMessage[] = [];
  useIdentity({ db, mode, wordsOf: permissionsOf, sendCode: async (m) => void codes.push(m) });
  const app = buildServer({
    features, log, web: null, ready: async () => true, metricsToken: null,
    keepers: {
      actorOf: identity.actorOf, bearerOf: identity.bearerOf, tenantOf: async ({ joinCode }) => (joinCode === undefined ? null : db.read(null, clock.now(), (tx) => findTenantByJoinCode(tx, joinCode))), audited: auditedCount, now: clock.now, secureCookie: mode === 'live',
      write: (id, now, run, o) => db.transaction(id, now, run, o?.statementTimeoutMs === undefined ? {} : { statementTimeout: o.statementTimeoutMs }),
      read: (id, now, run) => db.read(id, now, run),
    },
  });
  await app.ready();
  const ask: Stage['ask'] = async (method, url, body, o = {}) => {
    const r = await app.inject({
      method, url,
      headers: { 'x-niangjia': '1', ...(o.token ? { authorization: `Bearer ${o.token}` } : {}), ...o.headers },
      ...(body === undefined ? {} : { payload: body as object }),
    });
    const line = String(r.headers['set-cookie'] ?? '');
    return { status: r.statusCode, body: r.body === '' ? null : String(r.headers['content-type']).startsWith('application/json') ? r.json() : r.rawPayload, headers: r.headers, cookie: /^niangjia=([^;]+)/.exec(line)?.[1] ?? null, cookieLine: line };
  };
  const codeFor = async (phone: string): Promise<string> => {
    const r = await ask('POST', '/api/v1/sign-in/code-requests', { phone });
    if (r.status !== 200) throw new Error(JSON.stringify(r.body));
    await settled();
    return codes.findLast((m) => m.phone === phone)?.code ?? '';
  };
  return {
    db, codes, ask, codeFor,
    raw: (method, url, body, token) =>
      app.inject({ method, url, headers: { 'x-niangjia': '1', authorization: `Bearer ${token}` }, ...(body === undefined ? {} : { payload: body as object }) }),
    async signIn(phone, from = 'member') {
      const r = await ask('POST', '/api/v1/sign-in/code', { phone, code: await codeFor(phone), app: from });
      if (r.cookie === null) throw new Error(JSON.stringify(r.body));
      clock.advance(60_000);
      return r.cookie;
    },
    in: (federationId, run) => db.transaction(federationId, clock.now(), run),
    close: () => app.close(),
  };
}

/** A federation with one enterprise union below it. */
export async function foundCity(stage: Stage, code = 'CITY'): Promise<{ federationId: string; top: Union; plant: Union }> {
  const federationId = newId();
  return stage.in(federationId, async (tx) => {
    const top = await foundFederation(tx, { name: `${code}总工会`, code });
    const plant = draftUnion({ name: '机械厂工会', code: `${code}-1`, kind: 'enterprise', parentId: federationId }, top);
    await foundUnions(tx, [plant]);
    return { federationId, top, plant };
  });
}

/** A member of a union; `office` appoints as well. */
export async function addPerson(
  stage: Stage, union: { federationId: string; unionId: string },
  p: { name: string; phone?: string; staffNumber?: string; office?: string },
): Promise<string> {
  return stage.in(union.federationId, async (tx) => {
    const person = { ...newPerson(p.name), phone: p.phone ?? null, staffNumber: p.staffNumber ?? '' };
    await savePeople(tx, [person]);
    await admitMany(tx, [draftMembership(tx, { personId: person.id, unionId: union.unionId, origin: 'demo' })]);
    if (p.office) {
      await appointMany(tx, [{ id: newId(), personId: person.id, unionId: union.unionId, office: p.office, title: '', fullTime: false, fromDate: '2020-01-01', toDate: null, basis: '' }]);
    }
    return person.id;
  });
}
