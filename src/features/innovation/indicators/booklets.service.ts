import type { z } from 'zod';
import { type Actor, may, type Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { say } from '#shared/words';
import type { Call } from '#platform/http';
import { audit } from '#engines/audit';
import { files } from '#engines/files';
import { findBooklet, listEvidence, replaceItems, saveBooklet as writeBooklet } from './booklets.sql.ts';
import type { api } from './indicators.contract.ts';
import { words } from './indicators.words.ts';
import { type BookletRow, findFit, listFit, listPrinted } from './items.sql.ts';
import { itemView } from './lists.service.ts';
import { scopeFor, settledScope } from './scope.service.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
const yearOf = (tx: Tx, year: number | undefined): number => year ?? Number(legalDateOf(tx.now).slice(0, 4)) - 1;
/** Steps whose pictures show how it is now; all others show how it was. */
const AFTERWARDS = new Set(['progress', 'report', 'reportOwn', 'accept', 'standardise']);
/** Pictures of each side that are printed. */
const PICTURES = 2;

/** Ids of pictures before and after, by suggestion. */
async function picturesOf(tx: Tx, list: readonly BookletRow[]): Promise<Map<string, { before: string[]; after: string[] }>> {
  const ids = list.map((x) => x.id);
  const images = new Set([...(await files.listOf(tx, 'suggestion', ids)).values()].flat().filter((f) => f.kind === 'image').map((f) => f.id));
  const found = new Map<string, { before: string[]; after: string[] }>();
  for (const e of await listEvidence(tx, ids)) {
    const at = found.get(e.caseId) ?? { before: [], after: [] };
    at[AFTERWARDS.has(e.step) ? 'after' : 'before'].push(...e.files.filter((id) => images.has(id)));
    found.set(e.caseId, at);
  }
  return found;
}

/** The booklet of a year, ready to be printed. Nobody has made one yet: empty, under its usual title. */
export async function booklet(tx: Tx, by: Actor, o: In<'booklet'>, call: Call) {
  const scope = await scopeFor(tx, by, o);
  const year = yearOf(tx, o.year);
  const found = await findBooklet(tx, scope.scheme.id, year);
  const list = found === null ? [] : await listPrinted(tx, found.id);
  const pictures = await picturesOf(tx, list);
  return {
    id: found?.id ?? null, year, title: found?.title ?? say(words.bookletTitle, call.locale, { year }), preface: found?.preface ?? '', version: found?.version ?? 0, scheme: { id: scope.scheme.id, name: scope.scheme.name },
    items: list.map((x) => ({ ...itemView(x), before: pictures.get(x.id)?.before.slice(0, PICTURES) ?? [], after: pictures.get(x.id)?.after.slice(-PICTURES) ?? [] })),
    may: scope.own === null && may(by, 'indicators.settle') ? ['settle'] : [],
  };
}

/** Suggestions of a year that may go into its booklet. */
export async function candidates(tx: Tx, by: Actor, o: In<'candidates'>) {
  const scope = await settledScope(tx, by, o);
  const { items, total } = await listFit(tx, { schemeId: scope.scheme.id, year: yearOf(tx, o.year), kind: o.kind, text: o.text }, o);
  return { items: items.map(itemView), total };
}

/** Writes the booklet of a year: its title, its preface, its suggestions in their order. */
export async function saveBooklet(tx: Tx, by: Actor, o: In<'saveBooklet'>) {
  const scope = await settledScope(tx, by, o);
  const ids = [...new Set(o.ids)];
  const fit = await findFit(tx, scope.scheme.id, ids);
  const wrong = ids.findIndex((id) => !fit.has(id));
  if (wrong >= 0) throw new Refused(words.notFit, { status: 400, slots: { number: wrong + 1 }, fields: [{ path: `ids.${wrong}`, why: words.notFit }] });
  const saved = await writeBooklet(tx, { id: newId(), schemeId: scope.scheme.id, year: o.year, title: o.title, preface: o.preface, version: o.version, byId: by.personId });
  if (saved === null) throw new Refused(words.bookletChanged);
  await replaceItems(tx, saved.id, ids);
  await audit.record(tx, by, words.auditBooklet, { subject: { kind: 'indicatorBooklet', id: saved.id }, unionId: scope.scheme.id, slots: { year: o.year, n: ids.length } });
  return saved;
}
