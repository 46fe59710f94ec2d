import type { Readable } from 'node:stream';
import type { Locale } from '#shared/words';

/** What a service may need of the request besides its input. Nothing here leads to a person on `anyone` routes. */
export type Call = {
  readonly requestId: string;
  readonly locale: Locale;
  /** session token of the cookie or the bearer header; null on `anyone` routes except those that set it */
  readonly token: string | null;
  /** `User-Agent`, for naming a device in the list of sessions; empty on `anyone` routes marked forgetful */
  readonly userAgent: string;
  /** `Idempotency-Key`: what a client sends the same when it sends the same request again; null when there is none */
  readonly key: string | null;
  /** the uploaded bytes of an `upload` endpoint, bounded by its maxBytes; null otherwise */
  readonly body: Readable | null;
  /** what the route's `prepare` made before the transaction began */
  readonly prepared: unknown;
  /** sets the session cookie, or clears it with null */
  setSession(token: string | null, maxAgeSeconds?: number): void;
  /** what an earlier step of signing in left in this browser; it travels to `/api/v1/sign-in…` only, so no other route sees it */
  readonly trail: string | null;
  /** leaves something in this browser for the steps of signing in that follow, out of reach of scripts; null takes it away */
  setTrail(value: string | null, maxAgeSeconds?: number): void;
};

/** Answer of a `download` endpoint. */
export class Download {
  readonly name: string;
  readonly type: string;
  readonly content: Readable | Buffer | string;
  readonly inline: boolean;

  /** @param o.inline shown in the browser rather than saved; only for types that cannot carry script */
  constructor(o: { name: string; type: string; content: Readable | Buffer | string; inline?: boolean }) {
    this.name = o.name;
    this.type = o.type;
    this.content = o.content;
    this.inline = o.inline ?? false;
  }
}

/** An answer whose status says more than that all is well: 201 it was made now, 202 it is decided later. */
export class Answered {
  readonly status: 200 | 201 | 202;
  readonly body: unknown;

  constructor(status: 200 | 201 | 202, body: unknown) {
    this.status = status;
    this.body = body;
  }
}

/** One server-sent event; `id` is what a browser sends back as Last-Event-ID. */
export type LiveEvent = { readonly id?: string; readonly event: string; readonly data: unknown };
