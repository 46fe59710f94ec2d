import { createWriteStream } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import { basename } from 'node:path';
import { Refused } from '#shared/errors';
import type { Tx } from '#shared/call';
import { clock } from '#platform/clock';
import type { Database } from '#platform/db';
import { findUnionsByCode, listTenants, type Union } from '#engines/org';
import { sayField } from './wording.rules.ts';
import { checkStep, type Progress } from './checking.service.ts';
import { lockImport, type RosterImport, updateImport } from './imports.sql.ts';
import { keepRoster, readRoster } from './intake.service.ts';
import { offerStep } from './offers.service.ts';
import { writeReport } from './report.service.ts';
import { words } from './rosters.words.ts';
import { takeStep } from './taking.service.ts';
import { recount, walkThrough } from './work.jobs.ts';

/** What the command line asks for. `federation` is the code of a top union, where several have a union of this code. */
export type RosterOrder = { readonly file: string; readonly union: string; readonly federation?: string; readonly report?: string; readonly offerTransfers?: boolean };
/** What came of it: every person of the sheet is in one of the three counts. */
export type RosterOutcome = { readonly rows: number; readonly accepted: number; readonly updated: number; readonly rejected: number; /** invited to transfer, when that was asked for */ readonly offered?: number };

const STATEMENT_MS = 120_000;

/** The union of this code, in whichever federation has it. */
async function findTarget(database: Database, o: RosterOrder): Promise<{ federationId: string; union: Union }> {
  const found: { federationId: string; union: Union }[] = [];
  for (const federationId of await database.read(null, clock.now(), listTenants)) {
    const unions = await database.read(federationId, clock.now(), (tx) => findUnionsByCode(tx, [o.union, ...(o.federation ? [o.federation] : [])]));
    const union = unions.get(o.union);
    const here = o.federation === undefined || unions.get(o.federation)?.id === federationId;
    if (union && here) found.push({ federationId, union });
  }
  const [only] = found;
  if (!only) throw new Refused(words.unionNotFound, { slots: { code: o.union } });
  if (found.length > 1) throw new Refused(words.unionAmbiguous, { slots: { code: o.union, n: found.length } });
  return only;
}

/**
 * Imports a roster from a file on this machine, from reading to report, without asking in between. Works beside a running
 * server: if this process is killed, the server carries on what was begun.
 * @throws Refused with one sentence when the file cannot be read or the union is not there
 */
export async function importRoster(database: Database, o: RosterOrder): Promise<RosterOutcome> {
  await access(o.file, constants.R_OK).catch(() => { throw new Refused(words.fileNotFound, { slots: { file: basename(o.file) } }); });
  const { federationId, union } = await findTarget(database, o);
  const intake = await readRoster({ path: o.file }, basename(o.file));
  if (intake.headings.missing.length > 0) throw new Refused(words.missingColumns, { slots: { columns: intake.headings.missing.map((f) => sayField(f, 'zh')).join(', ') } });
  const write = <T>(run: (tx: Tx) => Promise<T>): Promise<T> => database.transaction(federationId, clock.now(), run, { statementTimeout: STATEMENT_MS });
  const walk = (step: (tx: Tx, id: string) => Promise<Progress>, id: string): Promise<void> =>
    walkThrough(database, federationId, () => write((tx) => step(tx, id)), { writesPeople: step !== checkStep });
  const id = await write(async (tx) => {
    const kept = await keepRoster(tx, null, union, intake);
    await updateImport(tx, kept, { state: 'checking' });
    return kept;
  });
  await walk(checkStep, id);
  await write((tx) => updateImport(tx, id, { state: 'running', cursor: 0, confirmedAt: tx.now }));
  await walk(takeStep, id);
  const done = await write((tx) => lockImport(tx, id));
  if (done === null || done.state !== 'done') throw new Refused(words.brokeOff);
  if (o.report !== undefined) await saveReport(database, federationId, done, o.report);
  await recount(database, federationId, clock.now());
  if (!o.offerTransfers) return outcomeOf(done);
  let offered = 0;
  for (let at = 0, over = false; !over; ) {
    const from = at;
    const step = await write((tx) => offerStep(tx, { importId: id, by: null }, from));
    [at, over, offered] = [step.row, step.over, offered + step.offered];
  }
  return { ...outcomeOf(done), offered };
}

async function saveReport(database: Database, federationId: string, done: RosterImport, path: string): Promise<void> {
  const format = path.toLowerCase().endsWith('.xlsx') ? 'xlsx' : 'csv';
  const to = createWriteStream(path, { mode: 0o600 });
  await database.read(federationId, clock.now(), (tx) => writeReport(tx, done, to, { format, rows: 'bad', locale: 'zh', open: false }), { statementTimeout: STATEMENT_MS });
}

/** The counts of a finished import; who was a member already counts as updated, changed or not. */
export function outcomeOf(done: RosterImport): RosterOutcome {
  const { added = 0, updated = 0, same = 0, elsewhere = 0, rejected = 0 } = done.result;
  return { rows: done.preview.people ?? 0, accepted: added, updated: updated + same, rejected: elsewhere + rejected };
}

