import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { addDays, instantAt, legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { say, type Word } from '#shared/words';
import { type Call, doorWords, type Download } from '#platform/http';
import { secrets } from '#platform/secrets';
import { exportSheet } from '#platform/sheets';
import { audit } from '#engines/audit';
import { type CaseFilter, cases } from '#engines/cases';
import { notify } from '#engines/notify';
import { findPeople, listAncestors, listSubtree, loadUnionFor, officersOf, orgWords } from '#engines/org';
import type { api } from './letters.contract.ts';
import { letterProcess } from './letters.process.ts';
import { givesAway } from './letters.rules.ts';
import { deletePublication, findAddress, insertPublication } from './letters.sql.ts';
import { words } from './letters.words.ts';
import { viewRows } from './views.service.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
const EXPORT_MOST = 5000;

async function filterOf(tx: Tx, by: Actor, f: In<'exportRegister'>): Promise<CaseFilter> {
  return {
    ...(f.state ? { states: [f.state] } : {}), ...(f.open === undefined ? {} : { open: f.open }), ...(f.late ? { late: true } : {}), ...(f.text ? { text: f.text } : {}),
    ...(f.unionId ? { unionPath: (await loadUnionFor(tx, by, 'letters.read', f.unionId)).path } : {}), ...(f.category ? { facts: { category: f.category } } : {}),
    ...(f.channel ? { channel: f.channel } : {}), ...(f.from ? { from: instantAt(f.from) } : {}), ...(f.to ? { to: instantAt(addDays(f.to, 1)) } : {}),
  };
}

/** The register of letters over the subtrees where the officer may read them. */
export async function register(tx: Tx, by: Actor, f: In<'register'>, call: Call) {
  const { items, total } = await cases.listRegister(tx, letterProcess, by, await filterOf(tx, by, f), f);
  return { items: await viewRows(tx, items, by, call.locale), total };
}

/** The register as a spreadsheet, at most 5,000 rows; hidden names stay hidden; the export is in the log. */
export async function exportRegister(tx: Tx, by: Actor, f: In<'exportRegister'>, call: Call): Promise<Download> {
  const { items } = await cases.listRegister(tx, letterProcess, by, await filterOf(tx, by, f), { limit: EXPORT_MOST, offset: 0 });
  const list = await viewRows(tx, items, by, call.locale);
  const known = (kind: string, of: string, other: Word): string => say((words as Record<string, Word>)[`${kind}_${of}`] ?? other, call.locale);
  await audit.record(tx, by, words.auditExported, { subject: { kind: 'register', id: tx.federationId }, slots: { n: list.length } });
  return exportSheet({
    name: words.exportName, now: tx.now, locale: call.locale, rows: list, shown: f.columns,
    columns: [
      { heading: words.columnNumber, under: ['number', 'title'], cell: (r) => r.number }, { heading: words.columnTitle, under: ['title'], cell: (r) => r.title },
      { heading: words.columnCategory, under: ['title'], cell: (r) => known('category', r.category, words.category_other) }, { heading: words.columnUnion, under: ['union', 'assignee'], cell: (r) => r.union },
      { heading: words.columnAssignee, under: ['assignee'], cell: (r) => r.assignee }, { heading: words.columnOrigin, under: ['origin'], cell: (r) => r.originUnion },
      { heading: words.columnWriter, under: ['origin'], cell: (r) => r.writer }, { heading: words.columnPrivacy, under: ['origin'], cell: (r) => say(words[`privacy_${r.privacy}`], call.locale) },
      { heading: words.columnChannel, under: ['channel'], cell: (r) => known('channel', r.channel, words.channel_phone) }, { heading: words.columnState, under: ['stands'], cell: (r) => r.stateWord },
      { heading: words.columnOpened, under: ['opened'], cell: (r) => legalDateOf(new Date(r.openedAt)) }, { heading: words.columnDue, under: ['due'], cell: (r) => (r.nextDue ? legalDateOf(new Date(r.nextDue)) : '') },
      { heading: words.columnRating, under: ['rating'], cell: (r) => (r.rating === null ? '' : String(r.rating)) },
    ],
  });
}

/** Who may be asked to work on a letter: office-holders of its union and of those below, the writer and the barred left out. */
export async function assignees(tx: Tx, by: Actor, { id }: In<'assignees'>, call: Call) {
  const { file, union } = await cases.loadSeen(tx, letterProcess, by, id);
  const below = (await listSubtree(tx, union.path)).slice(0, 500);
  const officers = await officersOf(tx, below.map((u) => u.id), null);
  const seen = new Set<string>();
  const items = officers.filter((o) => o.personId !== file.authorId && !seen.has(o.personId) && seen.add(o.personId)).slice(0, 200)
    .map((o) => ({ id: o.personId, name: o.personName, title: o.title || say((orgWords as Record<string, Word>)[`office_${o.office}`] ?? words.office, call.locale), union: o.unionName }));
  return { items };
}

/** Unions a letter may be passed to: those above its union and those of the top union's tree that match a text. */
export async function destinations(tx: Tx, by: Actor, { id, text }: In<'destinations'>) {
  const { union } = await cases.loadSeen(tx, letterProcess, by, id);
  const above = await listAncestors(tx, union);
  const parent = above[0];
  const around = parent ? await listSubtree(tx, parent.path) : await listSubtree(tx, union.path);
  const all = [...above, ...around].filter((u, i, list) => u.id !== union.id && u.state === 'active' && list.findIndex((v) => v.id === u.id) === i);
  return { items: all.filter((u) => !text || u.name.includes(text)).slice(0, 50).map((u) => ({ id: u.id, name: u.name })) };
}

async function loadForPublishing(tx: Tx, by: Actor, id: string) {
  const held = await cases.loadSeen(tx, letterProcess, by, id, { lock: true });
  if (held.as !== 'officer' || !cases.mayOver(by, 'letters.publish', held.union)) throw new Refused(doorWords.notFound, { status: 404 });
  return held;
}

/** The address a letter came from by e-mail, in full, for whoever may answer it; the purpose stays in the log. */
export async function address(tx: Tx, by: Actor, { id, purpose }: In<'address'>) {
  const held = await cases.loadSeen(tx, letterProcess, by, id);
  const found = held.as === 'officer' && cases.seesAuthor(by, 'letters.answer', held) ? await findAddress(tx, id) : null;
  if (found === null) throw new Refused(doorWords.notFound, { status: 404 });
  await audit.looked(tx, by, { subject: { kind: 'letter', id }, unionId: held.union.id, fields: ['email'], purpose });
  return { address: secrets.open(found.sealed) };
}

/** Publishes question and answer without names, and says so in the union's group; refuses text that gives the writer away. */
export async function publish(tx: Tx, by: Actor, { id, question, answer }: In<'publish'>) {
  const { file, union } = await loadForPublishing(tx, by, id);
  if (file.answeredAt === null) throw new Refused(words.notAnsweredYet);
  const writer = file.authorId === null ? null : ((await findPeople(tx, [file.authorId])).get(file.authorId)?.name ?? null);
  const bad = (['question', 'answer'] as const).filter((path) => givesAway({ question, answer }[path], writer));
  if (bad.length > 0) throw new Refused(words.namesInPublication, { status: 400, fields: bad.map((path) => ({ path, why: words.namesInPublication })) });
  const category = typeof file.facts.category === 'string' ? file.facts.category : 'other';
  if (!(await insertPublication(tx, { caseId: id, unionId: union.id, category, question, answer, by: by.personId }))) throw new Refused(words.alreadyPublished);
  // A question taken down and published again is news again.
  await notify.tell(tx, { key: `letters/${id}/published/${tx.now.getTime()}`, kind: 'letter.published', word: words.tellPublished, body: words.tellPublishedBody, slots: { question }, link: '/letters/board', unionId: union.id, to: { groups: [union.id] } });
  await audit.record(tx, by, words.auditPublished, { subject: { kind: 'letter', id }, unionId: union.id, slots: { number: file.number } });
  return { id };
}

/** Takes a publication down again. */
export async function unpublish(tx: Tx, by: Actor, { id }: In<'unpublish'>) {
  const { file, union } = await loadForPublishing(tx, by, id);
  await deletePublication(tx, id);
  await audit.record(tx, by, words.auditUnpublished, { subject: { kind: 'letter', id }, unionId: union.id, slots: { number: file.number } });
  return { id };
}
