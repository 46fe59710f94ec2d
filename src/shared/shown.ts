import { z } from 'zod';

/** Input of an export route: the columns that the list shows; without them all are written. */
export const Shown = { columns: z.array(z.string().max(40)).max(40).optional() };
