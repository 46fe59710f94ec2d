import { z } from 'zod';
import { endpoint, PAGE } from '#shared/contract';
import { Shown } from '#shared/shown';
import { words as w } from './audit-log.words.ts';

const when = z.iso.datetime();

/** One line: its author, the sentence in the reader's language, what it rested on. */
export const Line = z.object({
  id: z.uuid(), at: when, act: z.enum(['write', 'look']),
  by: z.object({ kind: z.enum(['person', 'anonymous', 'system']), name: z.string(), personId: z.uuid().nullable() }),
  union: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  subject: z.object({ kind: z.string(), id: z.string() }),
  word: z.string(), sentence: z.string(),
  /** figures a decision rested on; `ruleSetId` can be asked for with `basis` */
  basis: z.record(z.string(), z.union([z.string(), z.number()])),
  fields: z.array(z.string()), purpose: z.string(),
  /** false for the minute before a block takes it in */
  sealed: z.boolean(),
});

const Page = { after: z.string().max(120).optional(), limit: z.coerce.number().int().min(1).max(PAGE.most).default(PAGE.usual) };
const Filter = {
  /** a union and all below it */
  unionId: z.uuid().optional(),
  personId: z.uuid().optional(),
  subjectKind: z.string().trim().min(1).max(60).optional(),
  subjectId: z.string().trim().min(1).max(100).optional(),
  /** days in China, both included */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
};
const Lines = z.object({ items: z.array(Line), next: z.string().nullable() });
const Fault = z.object({ what: z.enum(['changed', 'missing', 'inserted', 'chain', 'head']), id: z.string() });

export const api = {
  list: endpoint({ method: 'GET', path: '/api/v1/audit', can: 'audit.read', about: w.aboutList, in: z.object({ ...Filter, ...Page }), out: Lines }),
  looks: endpoint({ method: 'GET', path: '/api/v1/audit/looks', can: 'audit.read', about: w.aboutLooks, in: z.object({ ...Filter, ...Page }), out: Lines }),
  exportLines: endpoint({
    method: 'POST', path: '/api/v1/audit/export', can: 'audit.read', about: w.aboutExport, download: true,
    in: z.object({ ...Filter, ...Shown, looks: z.boolean().default(false) }), out: z.object({}),
  }),
  basis: endpoint({
    method: 'GET', path: '/api/v1/audit/basis/:ruleSetId', can: 'audit.read', about: w.aboutBasis,
    in: z.object({ ruleSetId: z.uuid() }), out: z.object({ items: z.array(z.string()) }),
  }),
  chain: endpoint({
    method: 'GET', path: '/api/v1/audit/chain', can: 'audit.read', about: w.aboutChain, in: z.object({}),
    out: z.object({
      /** to be printed in disclosures: `federation:block:hash` */
      head: z.string(), block: z.string(), sealedAt: when.nullable(), waiting: z.int(),
      check: z.object({
        at: when, blocks: z.int(), entries: z.int(), faultCount: z.int(), faults: z.array(Fault), headBlock: z.string(), headHash: z.string(),
      }).nullable(),
      may: z.array(z.string()),
    }),
  }),
  verify: endpoint({ method: 'POST', path: '/api/v1/audit/verify', can: 'audit.verify', about: w.aboutVerify, in: z.object({}), out: z.object({ asked: z.boolean() }) }),
};
