import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { addDays, legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { cases, type Given, type Held } from '#engines/cases';
import { files } from '#engines/files';
import { loadUnion } from '#engines/org';
import { rulebook } from '#engines/rulebook';
import { mayDecide } from './deciding.service.ts';
import { lookAgain } from './looking.service.ts';
import type { api } from './suggestions.contract.ts';
import { suggestionProcess } from './suggestions.process.ts';
import { groupFor } from './suggestions.rules.ts';
import { type Change, changeSuggestion, findFacts, type SuggestionFacts } from './suggestions.sql.ts';
import { words } from './suggestions.words.ts';
import { wholeText } from './writing.service.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
export type Verb = keyof typeof suggestionProcess.steps;
type Stepping = { readonly id: string; readonly version?: number | undefined; readonly text?: string; readonly files?: readonly string[] };

/** What a screen gets back after a step. */
export const stepped = ({ file }: Held) => ({ id: file.id, state: file.state, version: file.version });

/** The row of a suggestion that is there: every case of the process has one. */
export async function loadFacts(tx: Tx, id: string): Promise<SuggestionFacts> {
  const facts = (await findFacts(tx, [id])).get(id);
  if (!facts) throw new Refused(words.unknown, { status: 404 });
  return facts;
}

/** Who takes a step when it is not simply an officer or the author, and what else is written with it under the same lock. */
type Further = { readonly entrusted?: true; readonly alongside?: (before: Held) => Promise<void> };

/** Takes a step of the process and writes what it means into the row. */
export async function take(tx: Tx, by: Actor, verb: Verb, { id, version, text, files: added }: Stepping, change: Change = {}, given: Given = {}, { entrusted, alongside }: Further = {}) {
  const held = await cases.step(tx, suggestionProcess, verb, id, { kind: 'person', actor: by, ...(entrusted ? { entrusted } : {}) }, {
    ...given, ...(text ? { text } : {}), ...(added ? { files: added } : {}), ...(version === undefined ? {} : { version }),
  }, async (before) => {
    await alongside?.(before);
    await changeSuggestion(tx, id, change);
  });
  if (added && added.length > 0) await files.attach(tx, by, [...added], { kind: 'suggestion', id });
  return stepped(held);
}

const today = (tx: Tx): string => legalDateOf(tx.now);

/** A decision of the company: after its experts, and on an appeal by somebody else than before. */
const decide = (tx: Tx, by: Actor, verb: Verb, d: Stepping, change: Change) => take(tx, by, verb, d, change, {}, { alongside: mayDecide(tx, by, d.text) });

export const giveBack = (tx: Tx, by: Actor, d: In<'giveBack'>) => take(tx, by, 'giveBack', d);
export const say = (tx: Tx, by: Actor, d: In<'say'>) => take(tx, by, 'say', d);
export const withdraw = (tx: Tx, by: Actor, d: In<'withdraw'>) => take(tx, by, 'withdraw', d, { voidOn: today(tx), voidWhy: 'withdrawn' });
export const rejectUnit = (tx: Tx, by: Actor, d: In<'rejectUnit'>) => take(tx, by, 'rejectUnit', d, { level: 'unit', rejectedOn: today(tx) });
export const handBack = (tx: Tx, by: Actor, d: In<'handBack'>) => take(tx, by, 'handBack', d, { level: 'unit', expertGroup: null });
export const reject = (tx: Tx, by: Actor, d: In<'reject'>) => decide(tx, by, 'reject', d, { rejectedOn: today(tx) });
export const uphold = (tx: Tx, by: Actor, d: In<'uphold'>) => decide(tx, by, 'uphold', d, {});
export const revoke = (tx: Tx, by: Actor, d: In<'revoke'>) => take(tx, by, 'revoke', d, { revokedOn: today(tx) });

/** Hands a suggestion that was given back in again, completed; it is compared with others anew. */
export async function complete(tx: Tx, by: Actor, { title, category, problem, remedy, effect, place, ...d }: In<'complete'>) {
  const done = await take(tx, by, 'complete', { ...d, text: [d.text, wholeText({ problem, remedy })].filter(Boolean).join('\n') }, { category, problem, remedy, effect, place }, { title });
  const [{ file }, facts] = [await cases.loadSeen(tx, suggestionProcess, by, d.id), await loadFacts(tx, d.id)];
  await lookAgain(tx, by, file, await loadUnion(tx, facts.schemeUnionId), { title: file.title, problem, remedy });
  return done;
}

const categorised = (category: SuggestionFacts['category'] | undefined): Change => (category === undefined ? {} : { category });

/** The unit adopts: it is carried out, and its reward follows the grade. */
export const adoptUnit = (tx: Tx, by: Actor, { category, grade, ...d }: In<'adoptUnit'>) =>
  take(tx, by, 'adoptUnit', d, { ...categorised(category), level: 'unit', firstGrade: grade, grade, adoptedOn: today(tx), startedOn: today(tx) });

/** The unit adopts without carrying it out now. */
export const adoptUnitOnly = (tx: Tx, by: Actor, { category, grade, ...d }: In<'adoptUnitOnly'>) =>
  take(tx, by, 'adoptUnitOnly', d, { ...categorised(category), level: 'unit', firstGrade: grade, adoptedOn: today(tx) });

/** Passes it to the company with a first grade, to the expert group of its kind unless another is named. */
export async function forward(tx: Tx, by: Actor, { category, grade, expertGroup, ...d }: In<'forward'>) {
  const facts = await loadFacts(tx, d.id);
  const group = expertGroup ?? groupFor(category ?? facts.category);
  return take(tx, by, 'forward', d, { ...categorised(category), level: 'company', firstGrade: grade, expertGroup: group }, { unionId: facts.schemeUnionId });
}

/** The company adopts without carrying it out now. */
export const adopt = (tx: Tx, by: Actor, { grade, ...d }: In<'adopt'>) =>
  decide(tx, by, 'adopt', d, { level: 'company', adoptedOn: today(tx), rejectedOn: null, ...(grade === undefined ? {} : { grade }) });

/** The company adopts, and the unit it came from carries it out. */
export const adoptForImplementation = (tx: Tx, by: Actor, { grade, ...d }: In<'adoptForImplementation'>) =>
  decide(tx, by, 'adoptForImplementation', d, { level: 'company', grade, adoptedOn: today(tx), startedOn: today(tx), rejectedOn: null });

/** What was adopted before is carried out now. */
export const implementLater = (tx: Tx, by: Actor, { grade, ...d }: In<'implementLater'>) => take(tx, by, 'implementLater', d, { grade, startedOn: today(tx) });

/**
 * Appeals against a rejection, once and within the rulebook's days; it goes to the company.
 * @throws Refused the second time, or too late
 */
export async function appeal(tx: Tx, by: Actor, d: In<'appeal'>) {
  const { file } = await cases.loadSeen(tx, suggestionProcess, by, d.id, { lock: true });
  const facts = await loadFacts(tx, d.id);
  const name = 'suggestions.appeal.withinDays';
  const { values } = await rulebook.look(tx, { unionId: facts.schemeUnionId }, [name]);
  const days = Number(values[name]);
  if (file.facts.appealed === true) throw new Refused(words.appealOnce);
  if (facts.rejectedOn !== null && addDays(facts.rejectedOn, days) < today(tx)) throw new Refused(words.appealTooLate, { slots: { days } });
  return take(tx, by, 'appeal', d, { level: 'company' }, { unionId: facts.schemeUnionId, facts: { appealed: true } });
}

/** Rows follow what the system does by itself: a suggestion that nobody completed is void. */
export async function followSystem(tx: Tx, verb: string, { file }: Held): Promise<void> {
  if (verb === 'closeIncomplete') await changeSuggestion(tx, file.id, { voidOn: legalDateOf(tx.now), voidWhy: 'incomplete' });
}
