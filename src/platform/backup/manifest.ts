import { z } from 'zod';

export const MANIFEST = 'manifest.json';
export const JOBS = 'jobs.jsonl.gz';
export const KEYS = 'keys.json';
export const FILES = 'files/';
/** Rows before compression that one part holds, in bytes. */
export const PART_BYTES = 8_388_608;

export const partName = (table: string, part: number): string => `tables/${table}.${String(part).padStart(5, '0')}.copy.gz`;
/** Every entry is followed by one of this name, in the form `sha256sum -c` reads. */
export const sumName = (name: string): string => `${name}.sha256`;
export const sumLine = (name: string, hash: string): string => `${hash}  ${name}\n`;

/** The last entry: what the backup holds. */
export const manifest = z.object({
  kind: z.literal('niangjia-backup'),
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  migrations: z.array(z.object({ name: z.string(), hash: z.string() })),
  tables: z.array(z.object({ name: z.string().regex(/^[a-z0-9_]+$/), columns: z.array(z.string().regex(/^[a-z0-9_]+$/)), rows: z.number().int(), parts: z.number().int() })),
  files: z.object({ count: z.number().int(), bytes: z.number().int() }),
  waitingJobs: z.number().int(),
  /** names of the keys that opened the sealed columns when it was made */
  keyIds: z.array(z.string()),
  withKeys: z.boolean(),
});
export type Manifest = z.infer<typeof manifest>;
