import type { Feature } from '#platform/http';
import attachments from './across/attachments/index.ts';
import auditLog from './across/audit-log/index.ts';
import letters from './mailbox/letters/index.ts';
import rosters from './organisation/rosters/index.ts';
import unions from './organisation/unions/index.ts';

/** Every part of the product, in the order of systems.md. A new part is one line here. */
export const features: readonly Feature[] = [
  unions,
  rosters,
  letters,
  attachments,
  auditLog,
];
