import type { Actor, Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import type { Slots, Word } from '#shared/words';
import { doorWords } from '#platform/http';
import { audit } from '#engines/audit';
import { cases } from '#engines/cases';
import { notify } from '#engines/notify';
import { type Contest, findContest } from './contests.sql.ts';
import { electionProcess } from './elections.process.ts';
import type { State } from './elections.rules.ts';
import * as q from './elections.sql.ts';
import { words } from './elections.words.ts';

export const KEEP = 'elections.keep';
export const COUNT = 'elections.count';
const MOST_TOLD = 200_000;

/** Refuses one field with a sentence. */
export const wrong = (path: string, why: Word, slots: Slots = {}): never => { throw new Refused(doorWords.checkInput, { status: 400, fields: [{ path, why, slots }] }); };
export const missing = (): never => { throw new Refused(doorWords.notFound, { status: 404 }); };

/** An election of a union over which the actor holds the word, locked when it is to change; refused in another state. */
export async function loadElection(tx: Tx, by: Actor, id: string, o: { readonly permission?: string; readonly lock?: boolean; readonly states?: readonly State[] } = {}): Promise<q.Election> {
  if (o.lock) await q.lockElection(tx, id);
  const e = (await q.findKept(tx, by, o.permission ?? KEEP, id)) ?? missing();
  if (o.states && !o.states.includes(e.state)) throw new Refused(words.stateWrong);
  return e;
}

/** A vote of an election while people vote, both locked; not yet declared. */
export async function loadRunning(tx: Tx, by: Actor, id: string, permission = COUNT): Promise<{ e: q.Election; c: Contest }> {
  const seen = (await findContest(tx, id)) ?? missing();
  const e = await loadElection(tx, by, seen.electionId, { permission, lock: true, states: ['voting'] });
  const c = (await findContest(tx, id, true)) ?? missing();
  if (c.outcome !== null) throw new Refused(words.contestDeclared);
  return { e, c };
}

type Verb = keyof typeof electionProcess.steps;

/** Takes a step of the case: the only way an election moves. */
export const take = (tx: Tx, by: Actor, e: Pick<q.Election, 'id'>, verb: Verb, given: { readonly text?: string; readonly unionId?: string } = {}): Promise<unknown> => cases.step(tx, electionProcess, verb, e.id, { kind: 'person', actor: by }, given);

/** The union above, which consents; refused where there is none on the platform. */
export const aboveOf = (e: Pick<q.Election, 'parentId'>): string => {
  if (e.parentId === null) throw new Refused(words.noneAbove);
  return e.parentId;
};

/** Writes a line of the log about an election. */
export const noted = (tx: Tx, by: Actor, word: Word, e: Pick<q.Election, 'id' | 'unionId' | 'union'>, slots: Record<string, string | number | Word> = {}): Promise<void> =>
  audit.record(tx, by, word, { subject: { kind: 'committeeElection', id: e.id }, unionId: e.unionId, slots: { union: e.union, ...slots } });

/** Tells people about an election; `people` gives whom, at most so many. */
export async function tellOf(tx: Tx, e: q.Election, what: string, said: { readonly title: Word; readonly body: Word; readonly slots?: Slots }, people: (limit: number) => Promise<readonly string[]>): Promise<void> {
  const to = await people(MOST_TOLD);
  if (to.length > 0) await notify.tell(tx, { key: `elections/${e.id}/${what}`, kind: 'elections.member', to: [...to], word: said.title, body: said.body, slots: { union: e.union, ...said.slots }, link: `/elections/${e.id}`, unionId: e.unionId });
}
