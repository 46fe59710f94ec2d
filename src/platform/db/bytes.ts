import { type RawBuilder, sql } from 'kysely';

/**
 * Many byte strings on their way to a set-based statement, as one parameter: an array of them would travel as text, twice as
 * long, and be taken apart again. `from` and `length` go into `unnest` beside the other columns, `at` cuts a string out:
 *
 *     const sealed = bytesOf(list.map((x) => x.sealed));
 *     sql`select ${sealed.at(sql`x.f`, sql`x.n`)} from unnest(${sealed.from}::int[], ${sealed.length}::int[]) as x(f, n)`
 */
export type Bytes = { readonly from: number[]; readonly length: (number | null)[]; readonly at: (from: RawBuilder<unknown>, length: RawBuilder<unknown>) => RawBuilder<Buffer | null> };

/** @param list null where a row has none */
export function bytesOf(list: readonly (Buffer | null)[]): Bytes {
  const from: number[] = [];
  const length: (number | null)[] = [];
  let next = 1;
  for (const bytes of list) {
    from.push(next);
    length.push(bytes?.length ?? null);
    next += bytes?.length ?? 0;
  }
  const all = Buffer.concat(list.filter((bytes) => bytes !== null));
  return { from, length, at: (start, count) => sql<Buffer | null>`substring(${all}::bytea from ${start} for ${count})` };
}
