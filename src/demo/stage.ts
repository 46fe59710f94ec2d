import type { Actor, Tx } from '#shared/call';
import { addDays, instantAt, legalDateOf } from '#shared/dates';
import type { DemoStage } from '#shared/demo';
import { findMemberships, findPeople, findUnion, officesOf, permissionsOf, type Union } from '#engines/org';
import type { Database } from '#platform/db';

/** A person as if signed in: the same grants that a session would give. */
export async function actorFor(tx: Tx, personId: string): Promise<Actor> {
  const person = (await findPeople(tx, [personId])).get(personId);
  const membership = (await findMemberships(tx, [personId])).get(personId);
  if (person === undefined) throw new Error(`nobody has the id ${personId}`);
  const home = membership === undefined ? null : await findUnion(tx, membership.unionId);
  const offices = (await officesOf(tx, personId)).map((o) => ({ kind: o.office, unionId: o.unionId, path: o.unionPath }));
  const belonging = home === null ? [] : ['person', 'member'].map((kind) => ({ kind, unionId: home.id, path: home.path }));
  return {
    federationId: tx.federationId, personId, sessionId: '00000000-0000-0000-0000-000000000000', name: person.name, locale: 'zh',
    membership: home === null || membership === undefined ? null : { unionId: home.id, path: home.path, state: membership.state === 'reserved' ? 'reserved' : 'active' },
    grants: [...offices, ...belonging].flatMap((o) => permissionsOf(o.kind).map((permission) => ({ permission, unionId: o.unionId, path: o.path }))),
  };
}

/** The stage on which parts tell their stories. */
export function makeStage(database: Database, o: { federationId: string; now: Date; brief: boolean; unions: ReadonlyMap<string, Union>; cast: ReadonlyMap<string, string>; members: ReadonlyMap<string, readonly string[]> }): DemoStage {
  const at = <T>(when: Date, run: (tx: Tx) => Promise<T>): Promise<T> => database.transaction(o.federationId, when, run);
  const need = <T>(value: T | undefined, what: string): T => {
    if (value === undefined) throw new Error(`the demonstration has no ${what}`);
    return value;
  };
  return {
    federationId: o.federationId,
    now: o.now,
    brief: o.brief,
    ago(days, time) {
      const [h = 0, m = 0] = time.split(':').map(Number);
      const moment = instantAt(addDays(legalDateOf(o.now), -days), 60 * h + m);
      return moment < o.now ? moment : o.now;
    },
    at,
    actor: (key) => at(o.now, (tx) => actorFor(tx, need(o.cast.get(key), key))),
    union: (code) => need(o.unions.get(code), code),
    member: (code, index) => at(o.now, (tx) => actorFor(tx, need(need(o.members.get(code), code)[index], `${code} ${index}`))),
  };
}
