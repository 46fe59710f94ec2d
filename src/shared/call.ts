import type { Locale } from './words.ts';

/** One permission word over one subtree of unions (`path` is the materialised path of its root, `/…/…/`). */
export type Grant = { readonly permission: string; readonly unionId: string; readonly path: string };

/** Who is asking: made afresh for each request from session, memberships and offices; see the org engine. */
export type Actor = {
  readonly federationId: string;
  readonly personId: string;
  readonly sessionId: string;
  readonly name: string;
  readonly locale: Locale;
  /** the union of the active (or reserved) membership, if any */
  readonly membership: { readonly unionId: string; readonly path: string; readonly state: 'active' | 'reserved' } | null;
  readonly grants: readonly Grant[];
};

/** Who holds a session, and nothing else about them: for routes that thousands ask in the same second (`can: 'session'`). */
export type Bearer = Pick<Actor, 'federationId' | 'personId' | 'sessionId'>;

declare const inTransaction: unique symbol;

/**
 * An open transaction. Services pass it on; only `*.sql.ts` files can look inside (`rows(tx)` of `#platform/db`).
 * `now` is the one clock reading of the whole call, so that all its rows agree.
 */
export type Tx = {
  readonly [inTransaction]: true;
  readonly now: Date;
  /** the tenant this call belongs to; every statement carries it */
  readonly federationId: string;
  /** runs after the commit and never when the transaction failed */
  afterCommit(run: () => void | Promise<void>): void;
};

/** Whether the actor holds the permission word anywhere. Which rows it reaches is `scopesOf`. */
export const may = (by: Actor, permission: string): boolean => by.grants.some((g) => g.permission === permission);

/** The roots (materialised paths) under which the actor holds the permission word; empty when nowhere. */
export const scopesOf = (by: Actor, permission: string): string[] =>
  by.grants.filter((g) => g.permission === permission).map((g) => g.path);

/** Whether the actor holds the permission word over the union with this path. */
export const mayIn = (by: Actor, permission: string, path: string): boolean =>
  by.grants.some((g) => g.permission === permission && path.startsWith(g.path));
