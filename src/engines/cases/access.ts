import { type Actor, mayIn, type Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { findUnion, type Union } from '#engines/org';
import { words } from './cases.words.ts';
import { findCase, isBarred, lockCase, type CaseFile } from './cases.sql.ts';
import type { Process, Step } from './process.rules.ts';

/**
 * Who takes a step: an officer or author with a session, the author without an account by follow-up code, or the system.
 * `entrusted`: the part vouches that it gave this work to this person, who may hold no office; only steps that an assignee may take are open then.
 */
export type Doer = { readonly kind: 'person'; readonly actor: Actor; readonly entrusted?: true } | { readonly kind: 'code' } | { readonly kind: 'system'; readonly job: string };

/** A case with the union that has it. */
export type Held = { readonly file: CaseFile; readonly union: Union };

/** Whether the actor holds the permission word over the union, on either line. */
export const mayOver = (by: Actor, permission: string, union: Pick<Union, 'path' | 'sectorPath'>): boolean =>
  mayIn(by, permission, union.path) || (union.sectorPath !== null && mayIn(by, permission, union.sectorPath));

/** Whether the actor may see the case as an officer: by scope or because it was given to him or her. Being barred is looked at apart. */
export const seesAsOfficer = (p: Process, by: Actor, held: Held): boolean =>
  held.file.authorId !== by.personId && p.states[held.file.state]?.ownOnly !== true && (held.file.assigneeId === by.personId || mayOver(by, p.readers, held.union));

/** Whether this doer may take this step now, its state left aside. */
export function mayTake(step: Step, doer: Doer, held: Held): boolean {
  const { file, union } = held;
  if (doer.kind === 'system') return true;
  if (doer.kind === 'code') return step.can === 'author' && file.authorId === null;
  const { actor } = doer;
  if (doer.entrusted) return step.assigneeToo === true;
  if (step.can === 'author') return file.authorId === actor.personId;
  if (step.can === 'subject') return file.subjectId === actor.personId;
  if (step.can === 'system') return false;
  if (file.authorId === actor.personId || file.subjectId === actor.personId) return false;
  if (step.assigneeToo && file.assigneeId === actor.personId) return true;
  return step.can !== 'assignee' && mayOver(actor, step.can, union);
}

/** The steps open to this doer in the present state. */
export const openSteps = (p: Process, doer: Doer, held: Held, barred: boolean): string[] =>
  barred ? [] : Object.entries(p.steps).filter(([, s]) => s.from.includes(held.file.state) && mayTake(s, doer, held)).map(([verb]) => verb);

/** A case with the union that has it, or the refusal that hides it. */
export async function hold(tx: Tx, p: Process, file: CaseFile | null): Promise<Held> {
  if (file === null || file.process !== p.name) throw new Refused(words.unknown, { status: 404 });
  const union = await findUnion(tx, file.unionId);
  if (union === null) throw new Error(`case ${file.id} belongs to no union`);
  return { file, union };
}

/** A case for one who may see it (officer, author, subject, assignee), or the refusal that hides it. */
export async function loadSeen(tx: Tx, p: Process, by: Actor, id: string, o: { lock?: boolean } = {}): Promise<Held & { as: 'officer' | 'author' }> {
  const held = await hold(tx, p, o.lock ? await lockCase(tx, id) : await findCase(tx, id));
  const own = held.file.authorId === by.personId || held.file.subjectId === by.personId;
  if (own) return { ...held, as: 'author' };
  if (!seesAsOfficer(p, by, held) || (await isBarred(tx, id, by.personId))) throw new Refused(words.unknown, { status: 404 });
  return { ...held, as: 'officer' };
}

/** A case locked for a step, for a doer who may at least see it. */
export async function lockFor(tx: Tx, p: Process, id: string, doer: Doer): Promise<Held> {
  if (doer.kind === 'person' && !doer.entrusted) return loadSeen(tx, p, doer.actor, id, { lock: true });
  return hold(tx, p, await lockCase(tx, id));
}
