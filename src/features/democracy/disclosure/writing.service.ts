import type { z } from 'zod';
import { type Actor, mayIn, type Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { doorWords } from '#platform/http';
import { audit } from '#engines/audit';
import { cases } from '#engines/cases';
import { files } from '#engines/files';
import { findUnions, loadUnionFor, type Union } from '#engines/org';
import { type Line, setLines } from './audience.sql.ts';
import { findCircles } from './catalogue.sql.ts';
import type { desk } from './desk.contract.ts';
import { disclosureProcess } from './disclosure.process.ts';
import * as q from './disclosure.sql.ts';
import { words } from './disclosure.words.ts';
import { dueOfEvent, loadEntry, numbersOf } from './duties.service.ts';

type In<K extends keyof typeof desk> = z.output<(typeof desk)[K]['in']>;
type Said = Omit<In<'save'>, 'id' | 'version'>;
export const [LOOK, KEEP, CHECK] = ['disclosure.desk', 'disclosure.keep', 'disclosure.check'] as const;
export const FILES = 'disclosure';
const WRITABLE = ['due', 'drafted', 'rectifying'];

/** Files of an item belong to a draft; readers open those of published versions, officers those of the draft too. */
export const declareFiles = (): void => files.declareOwner(FILES, { most: 40, mayOpen: q.mayOpenFiles });

/** An item for officers with a permission word over its union, locked to the end of the transaction. */
export async function loadKept(tx: Tx, by: Actor, id: string, permission: string): Promise<q.ItemRow> {
  const item = await q.findKept(tx, by, permission, id, true);
  if (item === null) throw new Refused(doorWords.notFound, { status: 404 });
  return item;
}

/** The lines of an audience, each within the union: subtrees, offices there, lists kept there or below. */
async function linesOf(tx: Tx, union: Pick<Union, 'id' | 'path'>, d: Said): Promise<Line[]> {
  if (d.audience === 'all') return [{ kind: 'union', unionId: union.id, office: '', circleId: null }];
  if (d.lines.length === 0) throw new Refused(doorWords.checkInput, { status: 400, fields: [{ path: 'lines', why: words.circleMissing }] });
  const unions = await findUnions(tx, d.lines.flatMap((l) => (l.kind === 'circle' ? [] : [l.unionId])));
  const circles = new Map((await findCircles(tx, d.lines.flatMap((l) => (l.kind === 'circle' ? [l.circleId] : [])))).map((c) => [c.id, c]));
  const inside = d.lines.every((l) => (l.kind === 'circle' ? circles.get(l.circleId)?.path : unions.get(l.unionId)?.path)?.startsWith(union.path) ?? false);
  if (!inside) throw new Refused(doorWords.checkInput, { status: 400, fields: [{ path: 'lines', why: words.audienceOutside }] });
  return d.lines.map((l) => (l.kind === 'circle' ? { kind: l.kind, unionId: null, office: '', circleId: l.circleId } : { kind: l.kind, unionId: l.unionId, office: l.kind === 'office' ? l.office : '', circleId: null }));
}

function refuseDays(days: number, least: number): void {
  if (days < least) throw new Refused(words.daysTooFew, { status: 400, slots: { days: least }, fields: [{ path: 'publicDays', why: words.daysTooFew, slots: { days: least } }] });
}

/** Writes an item without a period: something that happened, or what is disclosed besides what is due. */
export async function draft(tx: Tx, by: Actor, { unionId, entry, happenedOn, ...d }: In<'draft'>) {
  const union = await loadUnionFor(tx, by, KEEP, unionId);
  const { months } = await loadEntry(tx, unionId, entry);
  const wrong = (path: string, why: typeof words.happenedMissing): never => { throw new Refused(doorWords.checkInput, { status: 400, fields: [{ path, why }] }); };
  if (months === 0 && happenedOn === undefined) wrong('happenedOn', words.happenedMissing);
  if (happenedOn !== undefined && happenedOn > legalDateOf(tx.now)) wrong('happenedOn', words.happenedFuture);
  const { leastDays } = await numbersOf(tx, unionId);
  refuseDays(d.publicDays, leastDays);
  const lines = await linesOf(tx, union, d);
  const dueAt = happenedOn === undefined ? null : await dueOfEvent(tx, unionId, happenedOn);
  const { id } = await cases.open(tx, disclosureProcess, { unionId, title: d.title, text: '', privacy: 'named', channel: 'desk', filedBy: by, ...(dueAt ? { dues: { finish: dueAt } } : {}) });
  const draftId = newId();
  await q.insertItem(tx, { ...d, id, unionId, entry, period: '', dueAt, draftId, leastDays, writtenById: by.personId });
  await setLines(tx, id, lines);
  await files.attach(tx, by, d.files, { kind: FILES, id: draftId });
  const held = await cases.step(tx, disclosureProcess, 'write', id, { kind: 'person', actor: by });
  return { id, state: held.file.state };
}

/** Changes what is written: before it is published, or while it is put right. Readers go on seeing the last version. */
export async function save(tx: Tx, by: Actor, { id, version, ...d }: In<'save'>) {
  const item = await loadKept(tx, by, id, KEEP);
  if (!WRITABLE.includes(item.state) || (version !== undefined && version !== item.caseVersion)) throw new Refused(words.notWritable);
  refuseDays(d.publicDays, item.leastDays);
  const lines = await linesOf(tx, { id: item.unionId, path: item.path }, d);
  const known = new Set(item.draftFiles);
  await files.attach(tx, by, d.files.filter((f) => !known.has(f)), { kind: FILES, id: item.draftId });
  await q.updateDraft(tx, id, { ...d, draftId: item.draftId, writtenById: by.personId });
  await setLines(tx, id, lines);
  if (item.state === 'due') await cases.step(tx, disclosureProcess, 'write', id, { kind: 'person', actor: by }, { title: d.title });
  await audit.record(tx, by, words.auditSaved, { subject: { kind: 'disclosure', id }, unionId: item.unionId, slots: { title: d.title } });
  return { id, state: item.state === 'due' ? 'drafted' : item.state };
}

/** Sends what is written to a second person, who looks for secrets. */
export async function submit(tx: Tx, by: Actor, { id, version }: In<'submit'>) {
  const item = await loadKept(tx, by, id, KEEP);
  if (item.draftBody === '' && item.draftFiles.length === 0) throw new Refused(words.bodyMissing, { status: 400, fields: [{ path: 'body', why: words.bodyMissing }] });
  if (item.no > 0 && item.why === '') throw new Refused(words.whyMissing, { status: 400, fields: [{ path: 'why', why: words.whyMissing }] });
  const verb = item.state === 'rectifying' ? 'resubmit' : 'submit';
  const held = await cases.step(tx, disclosureProcess, verb, id, { kind: 'person', actor: by }, { ...(version === undefined ? {} : { version }), ...(item.no === 0 ? { title: item.draftTitle } : {}) });
  await q.setSubmitted(tx, id, by.personId);
  return { id, state: held.file.state };
}

/** Whether this person may look for secrets: nobody who wrote or sent it. */
export const mayCheck = (by: Actor, item: Pick<q.ItemRow, 'path' | 'writtenById' | 'submittedById'>): boolean => mayIn(by, CHECK, item.path) && item.writtenById !== by.personId && item.submittedById !== by.personId;
