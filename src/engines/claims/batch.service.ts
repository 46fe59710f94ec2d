import type { Database } from '#platform/db';
import { clock } from '#platform/clock';
import { type Ask, goneFor } from './allot.rules.ts';
import { type Answer, decide } from './decide.service.ts';
import { MOST } from './offer.rules.ts';
import { findGone } from './peek.sql.ts';

type Waiting = { readonly ask: Ask; readonly done: (answer: Answer) => void; readonly failed: (error: unknown) => void };

/** Answers to wishes in their order; `gone`: nothing is left of the offer. */
type Decided = { readonly answers: readonly Answer[]; readonly gone: boolean };

/** Wishes for one offer that arrived while the ones before were being decided. While there is something to decide they go one batch after the other. */
class Line {
  readonly #decide: (asks: readonly Ask[]) => Promise<Decided>;
  readonly #over: () => void;
  #waiting: Waiting[] = [];
  #busy = 0;
  #gone = false;

  constructor(run: (asks: readonly Ask[]) => Promise<Decided>, over: () => void) {
    this.#decide = run;
    this.#over = over;
  }

  join(ask: Ask): Promise<Answer> {
    return new Promise((done, failed) => {
      this.#waiting.push({ ask, done, failed });
      if (this.#busy < (this.#gone ? WHEN_GONE : 1)) void this.#work();
    });
  }

  async #work(): Promise<void> {
    this.#busy += 1;
    // Whoever arrives in this turn of the loop travels along.
    await new Promise((go) => setImmediate(go));
    while (this.#waiting.length > 0 && (this.#busy === 1 || this.#gone)) {
      const batch = this.#waiting.splice(0, MOST.asks);
      await this.#answer(batch);
    }
    this.#busy -= 1;
    if (this.#busy === 0) this.#over();
  }

  async #answer(batch: readonly Waiting[]): Promise<void> {
    try {
      const { answers, gone } = await this.#decide(batch.map((w) => w.ask));
      this.#gone = gone;
      batch.forEach((w, i) => { w.done(answers[i] as Answer); });
    } catch (error) {
      for (const w of batch) w.failed(error);
    }
  }
}

/** Looks under way at once when nothing is left: whoever cannot get anything disturbs nobody's order. */
const WHEN_GONE = 2;

const lines = new Map<string, Line>();
let opened: Database | null = null;

/** Tells where the claims are kept; once, at the start. */
export function use(database: Database): void {
  opened = database;
}

/** Decides together: whoever can be told that nothing is left is told so after one look, the others go through a transaction. */
async function decideAll(database: Database, federationId: string, offerId: string, asks: readonly Ask[]): Promise<Decided> {
  const gone = await findGone(database, federationId, offerId, asks.map((a) => a.personId), asks.map((a) => a.key));
  const open = gone === null ? asks : asks.filter((a) => gone.holders.has(a.personId));
  const decided = open.length === 0 ? [] : await database.transaction(federationId, clock.now(), (tx) => decide(tx, offerId, open), { retry: true });
  let next = 0;
  const answers = asks.map((a): Answer => (gone === null || gone.holders.has(a.personId) ? (decided[next++] as Answer) : { no: goneFor(gone, a), offer: gone }));
  return { answers, gone: gone !== null };
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
