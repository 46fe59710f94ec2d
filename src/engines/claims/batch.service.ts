import type { Database } from '#platform/db';
import { clock } from '#platform/clock';
import { type Ask, goneFor } from './allot.rules.ts';
import { type Answer, decide } from './decide.service.ts';
import { MOST } from './offer.rules.ts';
import { findGone } from './peek.sql.ts';

type Waiting = { readonly ask: Ask; readonly done: (answer: Answer) => void; readonly failed: (error: unknown) => void };

/** Wishes for one offer that arrived while the ones before were being decided. */
class Line {
  readonly #decide: (asks: readonly Ask[]) => Promise<Answer[]>;
  readonly #over: () => void;
  #waiting: Waiting[] = [];
  #busy = false;

  constructor(run: (asks: readonly Ask[]) => Promise<Answer[]>, over: () => void) {
    this.#decide = run;
    this.#over = over;
  }

  join(ask: Ask): Promise<Answer> {
    return new Promise((done, failed) => {
      this.#waiting.push({ ask, done, failed });
      if (!this.#busy) void this.#work();
    });
  }

  async #work(): Promise<void> {
    this.#busy = true;
    // Whoever arrives in this turn of the loop travels along.
    await new Promise((go) => setImmediate(go));
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, MOST.asks);
      await this.#answer(batch);
    }
    this.#busy = false;
    this.#over();
  }

  async #answer(batch: readonly Waiting[]): Promise<void> {
    try {
      const answers = await this.#decide(batch.map((w) => w.ask));
      batch.forEach((w, i) => { w.done(answers[i] as Answer); });
    } catch (error) {
      for (const w of batch) w.failed(error);
    }
  }
}

const lines = new Map<string, Line>();
let opened: Database | null = null;

/** Tells where the claims are kept; once, at the start. */
export function use(database: Database): void {
  opened = database;
}

/** Decides together: whoever can be told that nothing is left is told so after one look, the others go through a transaction. */
async function decideAll(database: Database, federationId: string, offerId: string, asks: readonly Ask[]): Promise<Answer[]> {
  const gone = await findGone(database, federationId, offerId, asks.map((a) => a.personId), asks.map((a) => a.key));
  const open = gone === null ? asks : asks.filter((a) => gone.holders.has(a.personId));
  const decided = open.length === 0 ? [] : await database.transaction(federationId, clock.now(), (tx) => decide(tx, offerId, open), { retry: true });
  let next = 0;
  return asks.map((a) => (gone === null || gone.holders.has(a.personId) ? (decided[next++] as Answer) : { no: goneFor(gone, a), offer: gone }));
}

/**
 * Asks for a place and answers once it is decided and durable. Requests that come while others are being decided are decided together,
 * in order of arrival; each app process has a line of its own for each offer, and the lock of the offer joins them.
 */
export function claim(federationId: string, offerId: string, ask: Ask): Promise<Answer> {
  const database = opened;
  if (database === null) throw new Error('claims: call use(database) at the start');
  const name = `${federationId}/${offerId}`;
  let line = lines.get(name);
  if (line === undefined) {
    line = new Line((asks) => decideAll(database, federationId, offerId, asks), () => { lines.delete(name); });
    lines.set(name, line);
  }
  return line.join(ask);
}
