import { z } from 'zod';
import { endpoint } from '#shared/contract';
import { fieldWords, type RosterField } from './columns.words.ts';
import { Shown } from '#shared/shown';
import { words as w } from './rosters.words.ts';

const id = z.uuid();
const at = <P extends string>(path: P) => `/api/v1/roster-imports${path}` as const;
const can = 'rosters.import';
const page = { limit: z.coerce.number().int().min(1).max(100).default(20), offset: z.coerce.number().int().min(0).max(1_000_000).default(0) };
const Ref = z.object({ id: z.string() });

/** The largest upload, in bytes. */
const MOST_BYTES = 40 * 1024 * 1024;

export const State = z.enum(['read', 'checking', 'previewed', 'running', 'done', 'undoing', 'undone', 'cancelled', 'failed']);
export const OutcomeName = z.enum(['new', 'update', 'same', 'elsewhere', 'rejected', 'added', 'updated']);
const Field = z.enum(Object.keys(fieldWords) as [RosterField, ...RosterField[]]);
const Counts = z.object({
  people: z.int(), skipped: z.int(), new: z.int(), update: z.int(), same: z.int(), elsewhere: z.int(), rejected: z.int(), warned: z.int(),
});
const Result = z.object({ added: z.int(), updated: z.int(), same: z.int(), elsewhere: z.int(), rejected: z.int(), taken: z.int(), restored: z.int(), kept: z.int() });

/** An import as a line of the list. `done` and `total` are those of the present work. */
export const ImportLine = z.object({
  id: z.string(), state: State, stateWord: z.string(), fileName: z.string(), union: z.object({ id: z.string(), name: z.string() }), author: z.string(), createdAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(), rows: z.int(), done: z.int(), total: z.int(), counts: Counts, result: Result,
});

/** One row: who it is (masked), what becomes of it and why. */
export const RowView = z.object({
  row: z.int(), outcome: OutcomeName, outcomeWord: z.string(), name: z.string(), idNumber: z.string(), phone: z.string(), union: z.string(), other: z.string(), undo: z.enum(['taken', 'kept']).nullable(),
  notes: z.array(z.object({ field: z.string(), fieldWord: z.string(), sentence: z.string(), stops: z.boolean() })),
});

export const ImportView = z.object({
  ...ImportLine.shape,
  columns: z.array(z.object({ column: z.int(), letters: z.string(), heading: z.string(), field: z.string().nullable(), sure: z.boolean(), consent: z.boolean(), examples: z.array(z.string()) })),
  fields: z.array(z.object({ field: z.string(), word: z.string(), needed: z.boolean() })),
  missing: z.array(z.string()),
  reasons: z.array(z.object({ reason: z.string(), field: z.string(), sentence: z.string(), count: z.int() })),
  units: z.array(z.object({ id: z.string(), name: z.string(), count: z.int() })),
  sample: z.array(RowView),
  takes: z.int(), refusal: z.string(), eraseAt: z.iso.datetime(), erased: z.boolean(), unmask: z.boolean(), may: z.array(z.enum(['map', 'confirm', 'goOn', 'cancel', 'undo', 'report'])),
});

const Filter = { union: id.optional(), state: State.exclude(['failed']).optional() };

export const api = {
  upload: endpoint({ method: 'POST', path: at(''), can, about: w.aboutUpload, in: z.object({ union: id, name: z.string().min(1).max(400) }), out: Ref, upload: { maxBytes: MOST_BYTES } }),
  list: endpoint({ method: 'GET', path: at(''), can, about: w.aboutList, in: z.object({ ...Filter, ...page }), out: z.object({ items: z.array(ImportLine), total: z.int() }) }),
  exportList: endpoint({ method: 'POST', path: at('/export'), can, about: w.aboutExport, in: z.object({ ...Filter, ...Shown }), out: z.object({}), download: true }),
  targets: endpoint({ method: 'GET', path: '/api/v1/roster-targets', can, about: w.aboutTargets, in: z.object({ text: z.string().trim().max(40).default(''), union: id.optional() }), out: z.object({ items: z.array(z.object({ id: z.string(), name: z.string(), above: z.string() })) }) }),
  import: endpoint({ method: 'GET', path: at('/:id'), can, about: w.aboutImport, in: z.object({ id }), out: ImportView }),
  rows: endpoint({ method: 'GET', path: at('/:id/rows'), can, about: w.aboutRows,
    in: z.object({ id, show: z.enum(['bad', 'all', 'taken', 'kept']).default('bad'), outcome: OutcomeName.optional(), reason: z.string().max(120).optional(), ...page }), out: z.object({ items: z.array(RowView), total: z.int() }) }),
  map: endpoint({ method: 'PUT', path: at('/:id/mapping'), can, about: w.aboutMap, in: z.object({ id, mapping: z.partialRecord(Field, z.int().min(0).max(199)) }), out: Ref }),
  confirm: endpoint({ method: 'POST', path: at('/:id/confirm'), can, about: w.aboutConfirm, in: z.object({ id, people: z.int().min(0) }), out: Ref }),
  cancel: endpoint({ method: 'POST', path: at('/:id/cancel'), can, about: w.aboutCancel, in: z.object({ id }), out: Ref }),
  undo: endpoint({ method: 'POST', path: at('/:id/undo'), can, about: w.aboutUndo, in: z.object({ id }), out: Ref }),
  offers: endpoint({ method: 'GET', path: at('/:id/offers'), can, about: w.aboutOffers, in: z.object({ id }), out: z.object({ elsewhere: z.int(), offered: z.int(), working: z.boolean(), may: z.array(z.enum(['offer'])) }) }),
  offer: endpoint({ method: 'POST', path: at('/:id/offers'), can, about: w.aboutOffer, in: z.object({ id }), out: Ref }),
  report: endpoint({ method: 'POST', path: at('/:id/report'), can, about: w.aboutReport, download: true,
    in: z.object({ id, format: z.enum(['xlsx', 'csv']).default('xlsx'), rows: z.enum(['bad', 'all']).default('bad'), open: z.boolean().default(false), purpose: z.string().trim().max(200).default('') }), out: z.object({}) }),
};
