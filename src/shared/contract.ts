import type { z } from 'zod';
import type { Word } from './words.ts';

/**
 * One route as the outside sees it: server, both apps and the OpenAPI document are made from it.
 * `in` gathers path, query and body fields under one schema: names in `path` (`:id`) come from the path,
 * the rest from the query (GET) or the JSON body (POST, PUT, DELETE).
 */
export type Endpoint<I extends z.ZodObject = z.ZodObject, O extends z.ZodType = z.ZodType> = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: `/${string}`;
  /** permission word `part.verb`, or `anyone` (no session needed), `person` (any signed-in person) or `session` (the same, with nothing read but whose session it is) */
  readonly can: string;
  readonly about: Word;
  readonly in: I;
  readonly out: O;
  /** the answer is a file, not JSON; `out` then describes nothing */
  readonly download?: boolean;
  /** the body is one file sent as it is (`application/octet-stream`), with its name in the query; largest size in bytes */
  readonly upload?: { readonly maxBytes: number };
  /** takes an `Idempotency-Key` header: 200 answers what was there before, 201 what was made now, 202 what is decided later */
  readonly keyed?: boolean;
  /** a write that leaves no audit line, and why */
  readonly unaudited?: string;
};

/** Declares a route; see {@link Endpoint}. Its literal types are kept: they decide what `bind` asks of the service. */
export function endpoint<const E extends Endpoint>(e: E): E {
  return e;
}

/** Every page a list may ask for is bounded: 20 rows unless told, 100 at most. */
export const PAGE = { usual: 20, most: 100 } as const;
