import { z } from 'zod';
import { endpoint } from '#shared/contract';
import { words as w } from './attachments.words.ts';

/** What a screen may know of a file. `thumbnail`: it is a picture and a small one can be fetched. */
export const FileView = z.object({
  id: z.uuid(), name: z.string(), kind: z.enum(['image', 'document', 'sheet', 'text']), type: z.string(), bytes: z.int(),
  width: z.int().nullable(), height: z.int().nullable(), thumbnail: z.boolean(),
});

/** The largest upload of any kind, in bytes; each kind has its own limit below (engine files). */
const MOST_BYTES = 20_000_000;
const name = z.string().min(1).max(255);
const id = z.uuid();

export const api = {
  upload: endpoint({
    method: 'POST', path: '/api/v1/attachments', can: 'person', about: w.aboutUpload, in: z.object({ name }), out: FileView,
    upload: { maxBytes: MOST_BYTES }, unaudited: 'a file belongs to nothing before it is attached; attaching leaves its part’s line',
  }),
  uploadAnonymous: endpoint({
    method: 'POST', path: '/api/v1/attachments/anonymous', can: 'anyone', about: w.aboutUploadAnonymous,
    in: z.object({ name, joinCode: z.string().trim().min(4).max(20) }), out: FileView,
    upload: { maxBytes: MOST_BYTES }, unaudited: 'what is sent without a name must leave no trace',
  }),
  open: endpoint({ method: 'GET', path: '/api/v1/attachments/:id', can: 'person', about: w.aboutOpen, in: z.object({ id }), out: z.object({}), download: true }),
  thumbnail: endpoint({
    method: 'GET', path: '/api/v1/attachments/:id/thumbnail', can: 'person', about: w.aboutThumbnail, in: z.object({ id }), out: z.object({}), download: true,
  }),
  discard: endpoint({
    method: 'DELETE', path: '/api/v1/attachments/:id', can: 'person', about: w.aboutDiscard, in: z.object({ id }), out: z.object({}),
    unaudited: 'an upload that was never sent is gone after a day anyway',
  }),
};
