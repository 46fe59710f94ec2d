import { z } from 'zod';
import { endpoint, PAGE } from '#shared/contract';
import { Shown } from '#shared/shown';
import { words as w } from './unions.words.ts';

export const Kind = z.enum(['district', 'street', 'industry', 'group', 'area', 'joint', 'enterprise', 'sector', 'park', 'building', 'streetFront', 'site', 'farmCooperative', 'dwelling', 'branch', 'unionGroup']);
const id = z.uuid();
const day = z.iso.date();

/** A union as a line of the tree: `members` and `branches` are its own, `allMembers` and `allUnions` those of its whole subtree, itself included. */
export const UnionRow = z.object({
  id: z.string(), name: z.string(), code: z.string(), kind: z.string(), kindWord: z.string(), state: z.string(), parentId: z.string().nullable(),
  parent: z.string().nullable(), branches: z.int(), members: z.int(), allUnions: z.int(), allMembers: z.int(), chair: z.string().nullable(), bySector: z.boolean(),
});

const Particulars = {
  name: z.string().trim().min(2).max(60), code: z.string().trim().regex(/^[A-Za-z0-9][A-Za-z0-9-]{1,39}$/), kind: Kind,
  employerName: z.string().trim().max(80).default(''), employerUscc: z.string().trim().max(24).default(''), unionUscc: z.string().trim().max(24).default(''),
  address: z.string().trim().max(120).default(''), regionCode: z.string().trim().regex(/^(\d{6})?$/).default(''), industry: z.string().trim().max(8).default(''),
  workers: z.int().min(0).max(5_000_000).default(0), women: z.int().min(0).max(5_000_000).default(0), takesUnattached: z.boolean().default(false),
  foundedOn: day.nullable().default(null), termYears: z.union([z.literal(3), z.literal(5)]).nullable().default(null), termFrom: day.nullable().default(null), termTo: day.nullable().default(null),
};

const Office = z.object({ id: z.string(), personId: z.string(), person: z.string(), office: z.string(), officeWord: z.string(), title: z.string(), fullTime: z.boolean(), fromDate: z.string(), toDate: z.string().nullable() });

export const UnionView = z.object({
  id: z.string(), ...Particulars, kind: z.string(), kindWord: z.string(), state: z.string(), joinCode: z.string(), mailbox: z.string().nullable(), parent: z.object({ id: z.string(), name: z.string() }).nullable(),
  sectorParent: z.object({ id: z.string(), name: z.string() }).nullable(), ancestors: z.array(z.object({ id: z.string(), name: z.string() })), mergedInto: z.string().nullable(), endedOn: z.string().nullable(),
  figures: z.object({ unions: z.int(), members: z.int(), women: z.int(), unattached: z.int(), reserved: z.int(), joinedYear: z.int(), countedAt: z.iso.datetime().nullable() }),
  own: z.int(), offices: z.array(Office), officeHistory: z.array(Office), duties: z.array(z.string()), may: z.array(z.string()),
});

const Ref = z.object({ id: z.string() });
const Search = { text: z.string().trim().min(1).max(40), unionId: id.optional() };
const Page = { limit: z.coerce.number().int().min(1).max(PAGE.most).default(30), offset: z.coerce.number().int().min(0).max(10_000).default(0) };
const at = <P extends string>(path: P) => `/api/v1/unions${path}` as const;

export const api = {
  roots: endpoint({ method: 'GET', path: at(''), can: 'unions.read', about: w.aboutRoots, in: z.object({}), out: z.object({ items: z.array(UnionRow) }) }),
  branches: endpoint({ method: 'GET', path: at('/:id/branches'), can: 'unions.read', about: w.aboutBranches, in: z.object({ id, offset: z.coerce.number().int().min(0).max(100_000).default(0) }), out: z.object({ items: z.array(UnionRow), total: z.int() }) }),
  find: endpoint({ method: 'GET', path: '/api/v1/union-search', can: 'unions.read', about: w.aboutFind, in: z.object({ ...Search, ...Page }), out: z.object({ items: z.array(UnionRow), total: z.int() }) }),
  exportFound: endpoint({ method: 'POST', path: '/api/v1/union-search/export', can: 'unions.read', about: w.aboutExportFound, in: z.object({ ...Search, ...Shown }), out: z.object({}), download: true }),
  union: endpoint({ method: 'GET', path: at('/:id'), can: 'unions.read', about: w.aboutUnion, in: z.object({ id }), out: UnionView }),
  found: endpoint({ method: 'POST', path: at(''), can: 'unions.manage', about: w.aboutFound, in: z.object({ ...Particulars, parentId: id, approval: z.string().trim().min(2).max(80) }), out: Ref }),
  change: endpoint({ method: 'PUT', path: at('/:id'), can: 'unions.manage', about: w.aboutChange, in: z.object({ id, ...Particulars, kind: z.union([Kind, z.literal('federation')]) }), out: Ref }),
  move: endpoint({ method: 'POST', path: at('/:id/move'), can: 'unions.manage', about: w.aboutMove, in: z.object({ id, parentId: id }), out: z.object({ id: z.string(), moved: z.int() }) }),
  setSector: endpoint({ method: 'POST', path: at('/:id/sector-parent'), can: 'unions.manage', about: w.aboutSector, in: z.object({ id, sectorParentId: id.nullable() }), out: Ref }),
  merge: endpoint({ method: 'POST', path: at('/:id/merge'), can: 'unions.manage', about: w.aboutMerge, in: z.object({ id, intoId: id, approval: z.string().trim().min(2).max(80) }), out: z.object({ id: z.string(), members: z.int() }) }),
  dissolve: endpoint({ method: 'POST', path: at('/:id/dissolve'), can: 'unions.manage', about: w.aboutDissolve, in: z.object({ id, approval: z.string().trim().min(2).max(80) }), out: Ref }),
  renewQr: endpoint({ method: 'POST', path: at('/:id/joining-code'), can: 'unions.manage', about: w.aboutRenewQr, in: z.object({ id }), out: z.object({ joinCode: z.string() }) }),
  candidates: endpoint({ method: 'GET', path: at('/:id/candidates'), can: 'unions.appoint', about: w.aboutCandidates, in: z.object({ id, text: z.string().trim().min(1).max(40) }), out: z.object({ items: z.array(z.object({ id: z.string(), name: z.string(), union: z.string(), staffNumber: z.string() })) }) }),
  appoint: endpoint({ method: 'POST', path: at('/:id/offices'), can: 'unions.appoint', about: w.aboutAppoint,
    in: z.object({ id, personId: id, office: z.enum(['chair', 'viceChair', 'committeeMember', 'organiser', 'mailboxClerk', 'departmentLiaison', 'womenDirector', 'accountant', 'cashier', 'auditor', 'socialWorker', 'groupLeader', 'platformAdmin', 'suggestionSpecialist', 'suggestionOffice']), title: z.string().trim().max(40).default(''), fullTime: z.boolean().default(false), toDate: day.nullable().default(null), basis: z.string().trim().max(80).default('') }), out: Ref }),
  endOffice: endpoint({ method: 'POST', path: '/api/v1/offices/:id/end', can: 'unions.appoint', about: w.aboutEndOffice, in: z.object({ id }), out: Ref }),
  exportUnions: endpoint({ method: 'POST', path: at('/:id/export'), can: 'unions.read', about: w.aboutExport, in: z.object({ id }), out: z.object({}), download: true }),
};
