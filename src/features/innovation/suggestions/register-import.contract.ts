import { z } from 'zod';
import { endpoint } from '#shared/contract';
import { FIELDS, type RegisterField } from './register-import.rules.ts';
import { words as w } from './register-import.words.ts';
import { page } from './suggestions.contract.ts';

const id = z.uuid();
const at = <P extends string>(path: P) => `/api/v1/suggestion-imports${path}` as const;
const can = 'suggestions.import';
const Field = z.enum(FIELDS as unknown as [RegisterField, ...RegisterField[]]);
const Ref = z.object({ id: z.string() });
/** The largest sheet, in bytes. */
const MOST_BYTES = 100 * 1024 * 1024;

export const ImportState = z.enum(['read', 'checking', 'previewed', 'running', 'done', 'undoing', 'undone', 'cancelled']);
export const ImportLine = z.object({
  id: z.string(), state: ImportState, fileName: z.string(), union: z.string(), author: z.string(), createdAt: z.iso.datetime(), endedAt: z.iso.datetime().nullable(), rows: z.int(), done: z.int(), good: z.int(), bad: z.int(), unmatched: z.int(), taken: z.int(), removed: z.int(), kept: z.int(),
});
const Note = z.object({ field: z.string(), sentence: z.string(), stops: z.boolean() });

export const importApi = {
  upload: endpoint({ method: 'POST', path: at(''), can, about: w.aboutUpload, in: z.object({ union: id, name: z.string().min(1).max(400) }), out: Ref, upload: { maxBytes: MOST_BYTES } }),
  imports: endpoint({ method: 'GET', path: at(''), can, about: w.aboutList, in: z.object(page), out: z.object({ items: z.array(ImportLine), total: z.int(), schemes: z.array(z.object({ id: z.string(), name: z.string() })) }) }),
  import: endpoint({
    method: 'GET', path: at('/:id'), can, about: w.aboutOne, in: z.object({ id }),
    out: ImportLine.extend({
      columns: z.array(z.object({ column: z.int(), heading: z.string(), examples: z.array(z.string()), field: Field.nullable() })), fields: z.array(z.object({ field: Field, word: z.string(), needed: z.boolean() })),
      reasons: z.array(z.object({ sentence: z.string(), count: z.int() })), eraseAt: z.iso.datetime(), erased: z.boolean(), may: z.array(z.enum(['map', 'confirm', 'cancel', 'undo', 'report'])),
    }),
  }),
  rows: endpoint({ method: 'GET', path: at('/:id/rows'), can, about: w.aboutRows, in: z.object({ id, ...page }), out: z.object({ items: z.array(z.object({ id: z.string(), row: z.int(), title: z.string(), taken: z.boolean(), notes: z.array(Note) })) }) }),
  map: endpoint({ method: 'PUT', path: at('/:id/mapping'), can, about: w.aboutStep, in: z.object({ id, mapping: z.partialRecord(Field, z.int().min(0).max(199)) }), out: Ref }),
  confirm: endpoint({ method: 'POST', path: at('/:id/confirm'), can, about: w.aboutStep, in: z.object({ id, count: z.int().min(0) }), out: Ref }),
  cancel: endpoint({ method: 'POST', path: at('/:id/cancel'), can, about: w.aboutStep, in: z.object({ id }), out: Ref }),
  undo: endpoint({ method: 'POST', path: at('/:id/undo'), can, about: w.aboutStep, in: z.object({ id }), out: Ref }),
  report: endpoint({ method: 'POST', path: at('/:id/report'), can, about: w.aboutReport, in: z.object({ id }), out: z.object({}), download: true }),
  exportWhole: endpoint({ method: 'POST', path: '/api/v1/suggestion-register/export', can, about: w.aboutExport, in: z.object({}), out: z.object({}), download: true }),
};
