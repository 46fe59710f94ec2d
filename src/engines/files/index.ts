import { declareJobs, sweepAll, sweepAllStrays } from './files.jobs.ts';
import { attach, discard, keep, letGo, listOf, open, openFor, receive } from './files.service.ts';
import { MOST } from './kinds.rules.ts';
import { declareOwner } from './owners.service.ts';
import { keepFilesIn } from './place.service.ts';
import { openStore } from './store.service.ts';

/** Uploads, what they are, whose they are and how long they stay: see about.md. */
export const files = { declareOwner, receive, keep, attach, listOf, open, openFor, discard, letGo, sweepAll, sweepAllStrays, declareJobs };
/** The largest upload of any kind, in bytes: `upload: { maxBytes: MOST_UPLOAD_BYTES }`. */
export const MOST_UPLOAD_BYTES = MOST;
export { keepFilesIn, openStore };
export type { FileFacts, Opened, Received } from './files.service.ts';
export type { Owner, OwnerKind } from './owners.service.ts';
export type { Store } from './store.service.ts';
