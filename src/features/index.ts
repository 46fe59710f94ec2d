import type { Feature } from '#platform/http';
import attachments from './across/attachments/index.ts';
import auditLog from './across/audit-log/index.ts';
import messages from './across/messages/index.ts';
import home from './across/home/index.ts';
import myData from './across/my-data/index.ts';
import worklist from './across/worklist/index.ts';
import letters from './mailbox/letters/index.ts';
import joining from './organisation/joining/index.ts';
import rules from './organisation/rules/index.ts';
import unions from './organisation/unions/index.ts';

/** Every part of the product, in the order of systems.md. A new part is one line here. */
export const features: readonly Feature[] = [
  unions,
  joining,
  rules,
  letters,
  attachments,
  auditLog,
  messages,
  myData,
  worklist,
  home,
];
