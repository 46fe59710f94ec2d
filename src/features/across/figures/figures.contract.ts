import { z } from 'zod';
import { endpoint, PAGE } from '#shared/contract';
import { words as w } from './figures.words.ts';

/** A part of a whole; screens always show both. */
const Share = z.object({ part: z.int(), of: z.int() });
const Asked = { unionId: z.uuid().optional(), year: z.coerce.number().int().min(2000).max(2100).optional() };

const Letters = z.object({ opened: z.int(), open: z.int(), late: z.int(), reopened: z.int(), inTime: Share, satisfied: Share });

/** One branch with everything below it. */
const Branch = z.object({
  id: z.string(), name: z.string(), below: z.int(), members: z.int(), women: z.int(), unattached: z.int(), joinedYear: z.int(),
  opened: z.int(), inTime: Share, satisfied: Share,
});

export const api = {
  figures: endpoint({
    method: 'GET', path: '/api/v1/figures', can: 'figures.read', about: w.aboutFigures, in: z.object(Asked),
    out: z.object({
      union: z.object({ id: z.string(), name: z.string() }).nullable(), year: z.int(),
      members: z.object({ unions: z.int(), members: z.int(), joinedYear: z.int(), women: Share, unattached: Share, reserved: z.int(), countedAt: z.iso.datetime().nullable() }),
      letters: Letters,
      /** January to December; months to come are zero */
      months: z.array(z.object({ month: z.int(), opened: z.int(), answered: z.int(), inTime: z.int() })),
      categories: z.array(z.object({ category: z.string(), title: z.string(), opened: z.int() })),
      deadlines: z.array(z.object({ clock: z.enum(['accept', 'answer', 'finish']), kept: Share })),
    }),
  }),
  branches: endpoint({
    method: 'GET', path: '/api/v1/figures/branches', can: 'figures.read', about: w.aboutBranches,
    in: z.object({ ...Asked, limit: z.coerce.number().int().min(1).max(PAGE.most).default(PAGE.usual), offset: z.coerce.number().int().min(0).max(10_000).default(0) }),
    out: z.object({ items: z.array(Branch), total: z.int() }),
  }),
  exportBranches: endpoint({ method: 'POST', path: '/api/v1/figures/export', can: 'figures.read', about: w.aboutExport, in: z.object(Asked), out: z.object({}), download: true }),
};
