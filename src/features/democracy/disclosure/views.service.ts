import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import type { Locale } from '#shared/words';
import { type Call, doorWords } from '#platform/http';
import { files } from '#engines/files';
import { lateDays, tooEarly } from './catalogue.rules.ts';
import { differences } from './differences.rules.ts';
import type { api, DisclosureCard, DisclosureOut } from './disclosure.contract.ts';
import * as q from './disclosure.sql.ts';
import { entryWord } from './duties.service.ts';
import { questionView } from './questions.service.ts';
import * as k from './questions.sql.ts';
import * as r from './reading.sql.ts';
import { FILES } from './writing.service.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
type Card = z.input<typeof DisclosureCard>;
type Attached = { id: string; name: string; image: boolean };
const ASKABLE = ['published', 'feedback', 'rectifying', 'rechecking', 'closed'];

/** An item as lists show it. */
export function cardOf(i: q.ItemRow, read: r.Reading | undefined, locale: Locale): Card {
  return {
    id: i.id, number: i.number, title: i.title, entry: entryWord(i.entry, i.agreed, locale), entryCode: i.entry, union: i.union, unionId: i.unionId, period: i.period, state: i.state, publishedAt: i.publishedAt?.toISOString() ?? null, publicUntil: i.publicUntil, changedAt: i.changedAt?.toISOString() ?? null, version: i.no,
    lateDays: i.publishedAt === null ? 0 : lateDays(i.dueAt, i.publishedAt), violation: i.withdrawnDays !== null && tooEarly(i.withdrawnDays, i.leastDays), read: read !== undefined && read.version === i.no, readVersion: read?.version ?? 0, questions: i.questions, files: i.files.length,
  };
}

/** Files by the drafts they belong to, in the order in which a text names them. */
export async function filesOf(tx: Tx, draftIds: readonly string[], named: readonly string[]): Promise<Attached[]> {
  const known = new Map([...(await files.listOf(tx, FILES, [...new Set(draftIds)])).values()].flat().map((f) => [f.id, { id: f.id, name: f.name, image: f.kind === 'image' }]));
  return named.flatMap((id) => known.get(id) ?? []);
}

/** What is disclosed to me, last change first. */
export async function list(tx: Tx, by: Actor, f: In<'list'>, { locale }: Call) {
  const { items, total } = await q.listForMe(tx, by, f);
  const read = await r.findReadings(tx, by.personId, items.map((i) => i.id));
  return { items: items.map((i) => cardOf(i, read.get(i.id), locale)), total, unread: (await q.listUnread(tx, by)).n };
}

/** What I have not read yet, for Home. */
export const waiting = (tx: Tx, by: Actor) => q.listUnread(tx, by);

async function loadForMe(tx: Tx, by: Actor, id: string): Promise<q.ItemRow> {
  const item = await q.findForMe(tx, by, id);
  if (item === null) throw new Refused(doorWords.notFound, { status: 404 });
  return item;
}

const versionView = (v: q.VersionRow) => ({ no: v.no, at: v.at.toISOString(), by: v.by, checkedBy: v.checkedBy, why: v.why, redaction: v.redaction });

/** The page of an item, of what is published. Of what was taken down the text is gone; that it was, when and why stays. */
export async function pageOf(tx: Tx, by: Actor, i: q.ItemRow, locale: Locale, questions: readonly k.QuestionRow[]): Promise<z.input<typeof DisclosureOut>> {
  const read = (await r.findReadings(tx, by.personId, [i.id])).get(i.id);
  const versions = await q.listVersions(tx, i.id);
  const gone = i.withdrawnAt !== null;
  return {
    ...cardOf(i, read, locale), body: gone ? '' : i.body, attached: gone ? [] : await filesOf(tx, versions.map((v) => v.draftId), i.files), versions: versions.map(versionView), audience: i.audience, leastDays: i.leastDays, understood: read?.version === i.no ? read.understood : null,
    withdrawn: i.withdrawnAt === null ? null : { at: i.withdrawnAt.toISOString(), why: i.withdrawnWhy, days: i.withdrawnDays ?? 0 }, list: questions.map((row) => questionView(row, by)), may: ASKABLE.includes(i.state) ? ['ask', 'understood'] : [],
  };
}

/** One disclosure for a reader of its audience. */
export async function one(tx: Tx, by: Actor, { id }: In<'one'>, { locale }: Call) {
  const item = await loadForMe(tx, by, id);
  return pageOf(tx, by, item, locale, await k.listForReader(tx, by, id));
}

/** One version with what it changed, for readers and for the desk. */
export async function version(tx: Tx, by: Actor, { id, no }: In<'version'>) {
  const item = (await q.findForMe(tx, by, id)) ?? (await q.findKept(tx, by, 'disclosure.desk', id));
  const versions = item === null || item.withdrawnAt !== null ? [] : await q.listVersions(tx, id);
  const found = versions.find((v) => v.no === no);
  if (found === undefined) throw new Refused(doorWords.notFound, { status: 404 });
  const before = versions.find((v) => v.no === no - 1);
  const drafts = versions.map((v) => v.draftId);
  const removed = await filesOf(tx, drafts, (before?.files ?? []).filter((f) => !found.files.includes(f)));
  return {
    ...versionView(found), title: found.title, body: found.body, titleDifferences: differences(before?.title ?? found.title, found.title), differences: differences(before?.body ?? found.body, found.body),
    added: await filesOf(tx, drafts, found.files.filter((f) => !(before?.files ?? found.files).includes(f))), removed: removed.map((f) => f.name),
  };
}

/** Notes that this version was read; opening the page does it. */
export async function read(tx: Tx, by: Actor, { id }: In<'read'>) {
  const item = await loadForMe(tx, by, id);
  if (item.withdrawnAt === null) await r.putReadings(tx, id, item.no, [by.personId]);
  return { id };
}

/** Understood or not: one tap, may be changed. */
export async function understood(tx: Tx, by: Actor, o: In<'understood'>) {
  await read(tx, by, { id: o.id });
  await r.setUnderstood(tx, o.id, [by.personId], o.understood);
  return { id: o.id };
}
