import { auditedCount, list, looked, record, recordEach } from './audit.service.ts';
import { check, head, lastCheck, sealBlock, verify } from './chain.service.ts';
import { looksSecret, veil } from './secrets.rules.ts';

/** The log of who did what to what: see about.md. */
export const audit = { record, recordEach, looked, list, sealBlock, verify, check, lastCheck, head, veil, looksSecret };
export { auditedCount };
export type { AuditSlots, By, Line, Look, Subject } from './entry.rules.ts';
export type { ReadLine, Search } from './audit.service.ts';
export type { Fault, Head, Verification } from './chain.service.ts';
