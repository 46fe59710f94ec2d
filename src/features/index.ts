import type { Feature } from '#platform/http';
import letters from './mailbox/letters/index.ts';

/** Every part of the product, in the order of systems.md. A new part is one line here. */
export const features: readonly Feature[] = [letters];
