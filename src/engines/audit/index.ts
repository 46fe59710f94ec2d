import { auditedCount, list, looked, record, recordEach } from './audit.service.ts';
import { check, checkAll, declareJobs, seal } from './audit.jobs.ts';
import { head, lastCheck, sealBlock, verify } from './chain.service.ts';
import { countUnsealed } from './chain.sql.ts';
import { looksSecret, veil } from './secrets.rules.ts';

/** The log of who did what to what: see about.md. */
export const audit = { record, recordEach, looked, list, seal, sealBlock, verify, check, checkAll, lastCheck, head, countUnsealed, declareJobs, veil, looksSecret };
export { auditedCount };
export type { AuditSlots, By, Line, Look, Subject } from './entry.rules.ts';
export type { ReadLine, Search } from './audit.service.ts';
export type { Fault, Head, Verification } from './chain.service.ts';
