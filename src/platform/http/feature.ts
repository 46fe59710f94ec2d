import type { z } from 'zod';
import type { Actor, Bearer, Tx } from '#shared/call';
import type { Endpoint } from '#shared/contract';
import type { DemoStage } from '#shared/demo';
import type { Word } from '#shared/words';
import type { Config } from '#platform/config';
import type { Database } from '#platform/db';
import type { Answered, Call, Download, LiveEvent } from './call.ts';

/** A person's service: the door has checked the permission word, so `by` is there. */
export type Service<I, O> = (tx: Tx, by: Actor, input: I, call: Call) => Promise<O>;
/** A service for anyone: no session was read, so nobody is known. */
export type OpenService<I, O> = (tx: Tx, by: null, input: I, call: Call) => Promise<O>;

/** How long one call may take and what it may do; set where the usual does not fit. */
export type RouteOptions<I> = {
  /** which tenant an `anyone` route works in, when the input tells (join code, follow-up code …) */
  readonly tenant?: (input: I) => { joinCode?: string; followUp?: string } | { federationId: string };
  /** slow work that must not hold a transaction open (receiving an upload, hashing a password); its result is `call.prepared` */
  readonly prepare?: (by: Actor | null, input: I, call: Call) => Promise<unknown>;
  /** milliseconds a statement may run; 30,000 unless told */
  readonly statementTimeoutMs?: number;
};

/**
 * A service that opens its own transactions, because what it counts must outlive a refusal or because it works long between
 * them (sign-in). It leaves its own audit lines.
 */
export type AloneService<I, O, By extends Actor | null = Actor | null> = (by: By, input: I, call: Call, now: Date) => Promise<O | Answered>;

/** A service of a `session` route: only whose session it is is known; `key` is the request's Idempotency-Key. */
export type SwiftService<I = unknown, O = unknown> = (by: Bearer, input: I, key: string | null, now: Date) => Promise<O | Answered>;

export type Route = {
  readonly endpoint: Endpoint;
  /** instead of `run`: see {@link bindAlone} */
  readonly alone?: AloneService<unknown, unknown>;
  readonly run: (tx: Tx, by: Actor | null, input: unknown, call: Call) => Promise<unknown>;
  readonly live?: (by: Actor, o: { lastEventId: string | null; signal: AbortSignal }) => AsyncIterable<LiveEvent>;
  readonly options: RouteOptions<never>;
};

type In<E extends Endpoint> = z.output<E['in']>;
type Out<E extends Endpoint> = E extends { download: true } ? Download : z.input<E['out']>;

/**
 * Joins a contract to the service that fulfils it. GET runs in a read-only snapshot, everything else in a
 * transaction that must leave an audit line unless the endpoint says `unaudited`.
 */
export function bind<E extends Endpoint>(
  endpoint: E,
  service: E extends { can: 'anyone' } ? OpenService<In<E>, Out<E>> : Service<In<E>, Out<E>>,
  options: RouteOptions<In<E>> = {},
): Route {
  return { endpoint, run: service as unknown as Route['run'], options: options as RouteOptions<never> };
}

/** Joins a contract to a service that opens its own transactions; see {@link AloneService}. `by` is null on `anyone` routes only. */
export function bindAlone<E extends Endpoint, By extends Actor | null>(
  endpoint: E,
  service: AloneService<In<E>, Out<E>, By>,
): Route {
  const run = () => Promise.reject(new Error('this route opens its own transactions'));
  return { endpoint, run, alone: service as unknown as AloneService<unknown, unknown>, options: {} };
}

/** Joins a contract for `session` to its service: for what thousands ask in the same second. It opens its own transactions; see {@link SwiftService}. */
export function bindSwift<E extends Endpoint & { can: 'session' }>(endpoint: E, service: SwiftService<In<E>, Out<E>>): Route {
  return bindAlone(endpoint, service as unknown as AloneService<In<E>, Out<E>>);
}

/** Joins a GET contract to a stream of server-sent events that lives until the client or the session goes. */
export function bindLive(
  endpoint: Endpoint,
  live: (by: Actor, o: { lastEventId: string | null; signal: AbortSignal }) => AsyncIterable<LiveEvent>,
): Route {
  return { endpoint, run: () => Promise.reject(new Error('live route')), live, options: {} };
}

/** The thirteen areas of systems.md, and `across` for what serves them all. */
export const AREAS = [
  'organisation', 'services', 'rights', 'assistance', 'democracy', 'innovation', 'competitions',
  'modelWorkers', 'honours', 'news', 'resources', 'mailbox', 'funds', 'across',
] as const;
export type Area = (typeof AREAS)[number];

/** Offices of a union (职务). A permission names those that hold it unless a federation decides otherwise. */
export const OFFICES = [
  'chair', 'viceChair', 'committeeMember', 'organiser', 'mailboxClerk', 'departmentLiaison', 'womenDirector',
  'accountant', 'cashier', 'auditor', 'socialWorker', 'groupLeader', 'platformAdmin',
  'suggestionSpecialist', 'suggestionOffice',
] as const;
export type Office = (typeof OFFICES)[number];

/** A service of a part that was started. `stop` lets what is being done come to its end. */
export type RunningService = { stop(): Promise<void> };

/** A table of codes that a part stores and publishes: what each code means; `standard` names the national standard it follows. */
export type CodeList = { readonly title: Word; readonly standard?: string; readonly values: Readonly<Record<string, Word>> };

/** A part of the product: its front door exports exactly one of these. */
export type Feature = {
  readonly name: string;
  readonly area: Area;
  readonly title: Word;
  /** permission word → offices that hold it by default; `member` = every active member, `person` = anyone signed in */
  readonly permissions: Readonly<Record<string, readonly (Office | 'member' | 'person')[]>>;
  readonly routes: readonly Route[];
  /** what each permission word allows, for the screen where a federation changes them */
  readonly permissionWords?: Readonly<Record<string, Word>>;
  /** code lists the part publishes, by `part.list` */
  readonly codes?: Readonly<Record<string, CodeList>>;
  /** registers background jobs and schedules; called once at start */
  readonly jobs?: () => void;
  /**
   * something of the part that runs beside the web server as long as work is done (a listener); undefined when the settings do not ask
   * for it. Started by `startWork` of the house, stopped first when it closes.
   */
  readonly service?: (house: { readonly config: Config; readonly database: Database }) => Promise<RunningService | undefined>;
  /** tells the part's stories in the demonstration federation, one in every state */
  readonly demo?: (stage: DemoStage) => Promise<void>;
};

const WORD = /^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/;

/** Declares a part; wrong or missing permission words fail here, that is at boot. */
export function feature(f: Feature): Feature {
  for (const { endpoint } of f.routes) {
    const open = endpoint.can === 'anyone' || endpoint.can === 'person' || endpoint.can === 'member' || endpoint.can === 'session';
    if (!open && !WORD.test(endpoint.can)) throw new Error(`${endpoint.method} ${endpoint.path}: no permission word`);
  }
  for (const word of Object.keys(f.permissions)) {
    if (!WORD.test(word)) throw new Error(`${f.name}: ${word} is no permission word`);
  }
  return f;
}
