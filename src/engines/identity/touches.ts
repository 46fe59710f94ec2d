import { roundDown, SEEN_STEP } from './limits.rules.ts';

/**
 * The last use of sessions, gathered in memory and written in batches at random moments. A row written with each request would
 * tell, by its place in the log of the database, who was active when an anonymous letter came in; and a request stays one read.
 * What is lost when the process is killed is a few minutes of use, never a session.
 */
export class Touches {
  readonly #waiting = new Map<string, { federationId: string; at: Date }>();

  /** Notes a use; returns the newest one known here, since the database learns of it later. */
  note(federationId: string, sessionId: string, o: { officer: boolean; seenAt: Date; now: Date }): void {
    const at = roundDown(o.now, o.officer ? SEEN_STEP.officer : SEEN_STEP.worker);
    if (at > o.seenAt) this.#waiting.set(sessionId, { federationId, at });
  }

  /** The later of what the database says and what still waits here. */
  latest(sessionId: string, seenAt: Date): Date {
    const waiting = this.#waiting.get(sessionId);
    return waiting && waiting.at > seenAt ? waiting.at : seenAt;
  }

  /** Takes what waits, by federation, at most 1,000 in a list, ordered by the random ids. */
  take(): { federationId: string; seen: { id: string; at: Date }[] }[] {
    const all = [...this.#waiting].sort(([a], [b]) => (a < b ? -1 : 1));
    this.#waiting.clear();
    const lists: { federationId: string; seen: { id: string; at: Date }[] }[] = [];
    for (const [id, { federationId, at }] of all) {
      const list = lists.findLast((l) => l.federationId === federationId);
      if (list && list.seen.length < 1_000) list.seen.push({ id, at });
      else lists.push({ federationId, seen: [{ id, at }] });
    }
    return lists;
  }
}
