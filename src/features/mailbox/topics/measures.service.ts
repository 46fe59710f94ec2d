import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { addDays, instantAt, legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import type { Word } from '#shared/words';
import { type Call, doorWords } from '#platform/http';
import { cases, type Given } from '#engines/cases';
import { files } from '#engines/files';
import { findUnion, listAncestors, listSubtree, officersOf } from '#engines/org';
import type { api } from './topics.contract.ts';
import { measureProcess, topicProcess } from './topics.process.ts';
import { insertMeasure, listMeasures } from './topics.sql.ts';
import { words } from './topics.words.ts';
import { stepped, viewMeasure } from './views.service.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
type Verb = keyof typeof measureProcess.steps;
const MOST_MEASURES = 100;
const MOST_DAYS = 730;
/** The office closes at 18:00: a measure is due at the end of a working day. */
const CLOSING_MINUTE = 18 * 60;

const seenBy = (tx: Tx, by: Actor, id: string): Promise<boolean> =>
  cases.loadSeen(tx, measureProcess, by, id).then(() => true, (why: unknown) => {
    if (why instanceof Refused) return false;
    throw why;
  });

/** Says once who may open the proof of a measure: whoever may see the measure. */
export const declareMeasures = (): void => files.declareOwner('measure', { most: 20, mayOpen: seenBy });

const atField = (path: string, why: Word): Refused => new Refused(why, { status: 400, fields: [{ path, why }] });

function dueOf(tx: Tx, due: string): Date {
  const today = legalDateOf(tx.now);
  if (due <= today || due > addDays(today, MOST_DAYS)) throw atField('due', words.dueSoon);
  return instantAt(due, CLOSING_MINUTE);
}

/** Sets a measure for the topic's union or one below it, with a day and perhaps an officer; it is a case of its own on their work list. */
export async function addMeasure(tx: Tx, by: Actor, { id, title, text, unionId, assigneeId, due }: In<'addMeasure'>) {
  const topic = await cases.loadSeen(tx, topicProcess, by, id, { lock: true });
  if (!cases.mayOver(by, 'topics.work', topic.union)) throw new Refused(doorWords.notFound, { status: 404 });
  if (!['gathering', 'surveying', 'measures'].includes(topic.file.state)) throw new Refused(words.gatherOver);
  const union = await findUnion(tx, unionId);
  if (union === null || !union.path.startsWith(topic.union.path)) throw atField('unionId', words.unionOutside);
  if ((await listMeasures(tx, id)).length >= MOST_MEASURES) throw new Refused(words.mostMeasures);
  const opened = await cases.open(tx, measureProcess, { unionId, title, text, privacy: 'named', channel: 'desk', filedBy: by, dues: { finish: dueOf(tx, due) } });
  await insertMeasure(tx, opened.id, id);
  if (assigneeId) return stepped(await cases.step(tx, measureProcess, 'assign', opened.id, { kind: 'person', actor: by }, { assigneeId }));
  return stepped(await cases.loadSeen(tx, measureProcess, by, opened.id));
}

/** One measure for whoever works on it or may see it. */
export async function measure(tx: Tx, by: Actor, { id }: In<'measure'>, call: Call) {
  return viewMeasure(tx, await cases.load(tx, measureProcess, by, id), call.locale);
}

async function take(tx: Tx, by: Actor, verb: Verb, id: string, given: Given) {
  const held = await cases.step(tx, measureProcess, verb, id, { kind: 'person', actor: by }, given);
  if (given.files && given.files.length > 0) await files.attach(tx, by, given.files, { kind: 'measure', id });
  return stepped(held);
}

export const reportMeasure = (tx: Tx, by: Actor, { id, ...given }: In<'reportMeasure'>) => take(tx, by, 'report', id, given);
/** Done, with what proves it. */
export const finishMeasure = (tx: Tx, by: Actor, { id, ...given }: In<'finishMeasure'>) => take(tx, by, 'finish', id, given);
export const dropMeasure = (tx: Tx, by: Actor, { id, ...given }: In<'dropMeasure'>) => take(tx, by, 'drop', id, given);
export const resumeMeasure = (tx: Tx, by: Actor, { id, ...given }: In<'resumeMeasure'>) => take(tx, by, 'resume', id, given);

/** Unions a questionnaire may go to or a measure may be given to: the topic's and those below, by name. */
export async function unions(tx: Tx, by: Actor, { id, text }: In<'unions'>) {
  const { union } = await cases.loadSeen(tx, topicProcess, by, id);
  const all = (await listSubtree(tx, union.path)).filter((u) => u.state === 'active' && (!text || u.name.includes(text)));
  return { items: all.slice(0, 200).map((u) => ({ id: u.id, name: u.name })) };
}

/** Who may be asked to see to a measure of a union: its officers and those above it, up to the topic's union. */
export async function officers(tx: Tx, by: Actor, { id, unionId }: In<'officers'>) {
  const topic = await cases.loadSeen(tx, topicProcess, by, id);
  const union = await findUnion(tx, unionId);
  if (union === null || !union.path.startsWith(topic.union.path)) throw new Refused(doorWords.notFound, { status: 404 });
  const above = (await listAncestors(tx, union)).filter((u) => u.path.startsWith(topic.union.path));
  const held = await officersOf(tx, [union.id, ...above.map((u) => u.id)], null);
  const seen = new Set<string>();
  return { items: held.filter((o) => o.unionId === unionId && !seen.has(o.personId) && seen.add(o.personId)).slice(0, 200).map((o) => ({ id: o.personId, name: o.personName, title: o.title })) };
}
