import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import type { Call } from '#platform/http';
import { loadUnionFor } from '#engines/org';
import type { api } from './suggestions.contract.ts';
import { listRegister, type RegisterFilter } from './suggestions.sql.ts';
import { rowView } from './views.service.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;

/** What the register is narrowed by, its union looked up in the officer's scope. */
export async function filterOf(tx: Tx, by: Actor, { unionId, limit: _l, offset: _o, ...f }: In<'register'>): Promise<RegisterFilter> {
  const given = Object.fromEntries(Object.entries(f).filter(([, value]) => value !== undefined)) as RegisterFilter;
  return unionId ? { ...given, unitPath: (await loadUnionFor(tx, by, 'suggestions.read', unionId)).path } : given;
}

/** The register of suggestions over the subtrees where the officer may read them, newest first. */
export async function register(tx: Tx, by: Actor, f: In<'register'>, call: Call) {
  const { items, total } = await listRegister(tx, by, await filterOf(tx, by, f), f);
  return { items: items.map((s) => rowView(s, tx.now, call.locale)), total };
}
