import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { type Locale, say, type Word } from '#shared/words';
import { type Call, doorWords, type Download } from '#platform/http';
import { exportSheet } from '#platform/sheets';
import { audit } from '#engines/audit';
import { type CaseEvent, cases, caseWords, type ListedCase, type Process } from '#engines/cases';
import { findUnion } from '#engines/org';
import type { api } from './worklist.contract.ts';
import { words } from './worklist.words.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
type Item = z.input<(typeof api)['list']['out']>['items'][number];
const EXPORT_MOST = 2000;

/** The path of a union the officer has something to do with; the list itself stays within the officer's own unions. */
export async function pathOf(tx: Tx, by: Actor, unionId: string | undefined): Promise<string | undefined> {
  if (unionId === undefined) return undefined;
  const union = await findUnion(tx, unionId);
  if (union === null || !by.grants.some((g) => union.path.startsWith(g.path) || union.sectorPath?.startsWith(g.path))) throw new Refused(doorWords.notFound, { status: 404 });
  return union.path;
}

/** How the one who wrote wants to be known; nothing where nobody wrote (a duty that the house itself put on the list). */
function privacyOf(c: ListedCase, locale: Locale): string {
  if (c.privacy === 'named' && c.authorId === null && c.subjectId === null) return '';
  return say({ named: words.named, hidden: words.hidden, anonymous: words.anonymous }[c.privacy], locale);
}

/** A row: where it comes from is always shown, who wrote it only when written with a name. */
function itemOf(tx: Tx, by: Actor, c: ListedCase, locale: Locale): Item {
  const p = cases.processNamed(c.process);
  return {
    id: c.id, process: c.process, processTitle: say(p.title, locale), number: `${say(p.prefix, locale)} ${c.number}`, title: c.title, origin: c.originName,
    author: c.privacy === 'named' ? (c.subjectName ?? c.authorName) : null, privacyWord: privacyOf(c, locale),
    state: c.state, stateWord: say(p.states[c.state]?.word ?? p.title, locale), union: c.unionName,
    assignee: c.assigneeId === null ? null : c.assigneeTitle || c.assigneeName, givenToMe: c.assigneeId === by.personId,
    nextDue: c.nextDue?.toISOString() ?? null, late: c.nextDue !== null && c.nextDue < tx.now, reported: c.lateUnionId !== null,
    openedAt: c.openedAt.toISOString(), path: p.consolePath.replace(':id', c.id),
  };
}

/** What waits for the officer, most urgent first. */
export async function list(tx: Tx, by: Actor, f: In<'list'>, call: Call) {
  const unionPath = await pathOf(tx, by, f.unionId);
  const narrowed = { ...(f.text ? { text: f.text } : {}), ...(unionPath ? { unionPath } : {}) };
  const found = await cases.listWaiting(tx, by, { ...narrowed, ...(f.process ? { process: f.process } : {}), ...(f.late ? { late: true } : {}) }, f);
  const counted = await cases.countWaiting(tx, by, narrowed);
  const total = counted.filter((c) => !f.process || c.process === f.process).reduce((sum, c) => sum + (f.late ? c.late : c.waiting), 0);
  return { items: found.map((c) => itemOf(tx, by, c, call.locale)), total };
}

/** The work list as a spreadsheet, at most 2,000 rows; the export is in the log. */
export async function exportList(tx: Tx, by: Actor, f: In<'exportList'>, call: Call): Promise<Download> {
  const { items } = await list(tx, by, { ...f, limit: EXPORT_MOST, offset: 0 }, call);
  const day = (at: string | null): string => (at === null ? '' : legalDateOf(new Date(at)));
  await audit.record(tx, by, words.auditExported, { subject: { kind: 'worklist', id: by.personId }, slots: { n: items.length } });
  return exportSheet({
    name: words.exportName, now: tx.now, locale: call.locale, rows: items, shown: f.columns,
    columns: [
      { heading: words.columnProcess, under: ['item'], cell: (i) => i.processTitle }, { heading: words.columnNumber, under: ['item', 'number'], cell: (i) => i.number }, { heading: words.columnTitle, under: ['item'], cell: (i) => i.title },
      { heading: words.columnOrigin, under: ['origin'], cell: (i) => (i.author ? `${i.origin} · ${i.author}` : i.origin) }, { heading: words.columnState, under: ['stands'], cell: (i) => i.stateWord },
      { heading: words.columnAssignee, under: ['assignee'], cell: (i) => i.assignee }, { heading: words.columnUnion, under: ['union', 'assignee'], cell: (i) => i.union },
      { heading: words.columnDue, under: ['due'], cell: (i) => day(i.nextDue) }, { heading: words.columnOpened, under: ['opened'], cell: (i) => day(i.openedAt) },
    ],
  });
}

function happened(p: Process, e: CaseEvent, named: boolean, locale: Locale) {
  const word = p.steps[e.step]?.word ?? (caseWords as Record<string, Word>)[e.step] ?? p.title;
  const slots = { union: typeof e.data.union === 'string' ? e.data.union : '', clock: say((caseWords as Record<string, Word>)[`clock_${String(e.data.clock)}`] ?? p.title, locale) };
  const author = named ? (e.byName ?? say(words.author, locale)) : say(words.author, locale);
  const by = e.byKind === 'system' ? say(words.system, locale) : e.byKind === 'author' ? author : [e.byName, e.byTitle].filter(Boolean).join(' · ') || say(words.office, locale);
  return { id: e.id, word: say(word, locale, slots), by, text: e.text, at: e.at.toISOString() };
}

/** One case with its story, for processes whose part brings no panel of its own. */
export async function item(tx: Tx, by: Actor, { process, id }: In<'item'>, call: Call) {
  const p = cases.allProcesses().find((x) => x.name === process);
  if (p === undefined) throw new Refused(doorWords.notFound, { status: 404 });
  const { file, union, events } = await cases.load(tx, p, by, id);
  const origin = file.originUnionId === union.id ? union : await findUnion(tx, file.originUnionId);
  const listed: ListedCase = { ...file, unionName: union.name, originName: origin?.name ?? union.name, authorName: events[0]?.byKind === 'author' ? events[0].byName : null, assigneeName: null, subjectName: null };
  return { ...itemOf(tx, by, listed, call.locale), story: events.map((e) => happened(p, e, file.privacy === 'named', call.locale)) };
}
