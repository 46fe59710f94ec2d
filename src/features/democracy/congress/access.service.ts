import { type Actor, mayIn, type Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import type { Word } from '#shared/words';
import { doorWords } from '#platform/http';
import * as c from './constituencies.sql.ts';
import { words } from './congress.words.ts';
import { type DelegateRow, findDelegates } from './delegates.sql.ts';
import { type ElectionRow, findElection } from './elections.sql.ts';
import * as t from './terms.sql.ts';

export const KEEP = 'congress.keep';
export const DECIDE = 'congress.decide';

/** Refuses one field with a sentence. */
export const wrong = (path: string, why: Word, slots: Record<string, string | number> = {}): never => { throw new Refused(doorWords.checkInput, { status: 400, fields: [{ path, why, slots }] }); };
const missing = (): never => { throw new Refused(doorWords.notFound, { status: 404 }); };

/** What the log says of a term. */
export const subject = (of: t.TermRow, slots: Record<string, string | number | Word> = {}) => ({ subject: { kind: 'congressTerm', id: of.id }, unionId: of.unionId, slots: { body: of.body, number: of.number, ...slots } });

/** A term over which the actor holds the word. @param lock to the end of the transaction */
export async function loadTerm(tx: Tx, by: Actor, id: string, o: { lock?: boolean; permission?: string } = {}): Promise<t.TermRow> {
  if (o.lock) await t.lockTerm(tx, id);
  return (await t.findTerm(tx, by, o.permission ?? KEEP, id)) ?? missing();
}

/** The same, locked, as long as it is not over. */
export async function loadLiving(tx: Tx, by: Actor, id: string, permission = KEEP): Promise<t.TermRow> {
  const term = await loadTerm(tx, by, id, { lock: true, permission });
  if (term.stage === 'ended') throw new Refused(words.termEnded);
  return term;
}

/** The same, as long as it is prepared: numbers and division are fixed once delegates are confirmed. */
export async function loadPrepared(tx: Tx, by: Actor, id: string, permission = KEEP): Promise<t.TermRow> {
  const term = await loadLiving(tx, by, id, permission);
  if (term.stage !== 'prepared') throw new Refused(words.termSits);
  return term;
}

/** A constituency with its term, locked; the term is prepared when `prepared`. */
export async function loadConstituency(tx: Tx, by: Actor, id: string, o: { prepared?: boolean } = {}): Promise<{ term: t.TermRow; constituency: c.Constituency }> {
  const termId = (await c.termOfConstituency(tx, id)) ?? missing();
  const term = await (o.prepared ? loadPrepared : loadLiving)(tx, by, termId);
  const [constituency] = await c.listConstituencies(tx, termId, [id]);
  return { term, constituency: constituency ?? missing() };
}

/** A delegate with its living term, locked. */
export async function loadDelegate(tx: Tx, by: Actor, id: string, permission = KEEP): Promise<{ term: t.TermRow; delegate: DelegateRow }> {
  const [seen] = await findDelegates(tx, [id]);
  const term = await loadLiving(tx, by, seen?.termId ?? missing(), permission);
  const [delegate] = await findDelegates(tx, [id]);
  return { term, delegate: delegate ?? missing() };
}

/** The same, as long as the seat is held. */
export async function loadHeld(tx: Tx, by: Actor, id: string): Promise<{ term: t.TermRow; delegate: DelegateRow }> {
  const found = await loadDelegate(tx, by, id);
  if (found.delegate.until !== null) throw new Refused(words.delegateEnded);
  return found;
}

/** An election with its term; locked unless it is only looked at. */
export async function loadElection(tx: Tx, by: Actor, id: string, o: { look?: boolean } = {}): Promise<{ term: t.TermRow; election: ElectionRow }> {
  const seen = (await findElection(tx, id)) ?? missing();
  const term = o.look ? await loadTerm(tx, by, seen.termId) : await loadLiving(tx, by, seen.termId);
  const election = (o.look ? seen : await findElection(tx, id, true)) ?? missing();
  return { term, election };
}

/** The same, as long as it is not closed. */
export async function loadOpen(tx: Tx, by: Actor, id: string): Promise<{ term: t.TermRow; election: ElectionRow }> {
  const found = await loadElection(tx, by, id);
  if (found.election.outcome !== null) throw new Refused(words.electionClosed);
  return found;
}

/** Steps open to the actor: of those that need only keeping, and those that are decided by the chair. */
export const open = (by: Actor, path: string, keep: readonly (string | false)[], decide: readonly (string | false)[] = []): string[] =>
  [...(mayIn(by, KEEP, path) ? keep : []), ...(mayIn(by, DECIDE, path) ? decide : [])].filter((s) => s !== false);
