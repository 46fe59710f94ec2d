import type { Ballot } from './ballot.rules.ts';
import { readContent } from './count/paper.rules.ts';

/** How many papers there were. */
export type Figures = { readonly entitled: number; readonly present: number; readonly issued: number };
export type Tally = { take(name: string, content: unknown): void; end(f: Figures): Record<string, unknown> };

/** Counts papers one by one, whatever their order. `undefined` is a paper that did not open. */
export function tallyOf(ballot: Ballot): Tally {
  let [returned, valid] = [0, 0];
  return {
    take(_name, content) {
      const read = readContent(ballot.paper, content);
      returned += 1;
      if (read.ok && read.valid) valid += 1;
    },
    end: (f) => ({ ...f, returned, valid, invalid: returned - valid }),
  };
}
