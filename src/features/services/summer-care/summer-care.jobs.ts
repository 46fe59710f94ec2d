import type { Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { clock } from '#platform/clock';
import type { Database } from '#platform/db';
import { jobs } from '#platform/jobs';
import { audit } from '#engines/audit';
import { notify } from '#engines/notify';
import { listTenants } from '#engines/org';
import { subject } from './access.service.ts';
import { listRunning, listToForget, takeMissing } from './days.sql.ts';
import { tellGuardian } from './door.service.ts';
import { forgetSession } from './entries.sql.ts';
import { findSession } from './programmes.sql.ts';
import { clockOf, missingFrom } from './summer-care.rules.ts';
import { words } from './summer-care.words.ts';
import { absentMinutes } from './views.service.ts';

const SYSTEM = { system: 'summerCare' };

/** Tells the guardians of children of one session who did not come today and of whom nobody said why; each is told once a day. @returns how many */
export async function noticeAbsent(tx: Tx, sessionId: string): Promise<number> {
  const s = await findSession(tx, sessionId);
  if (s === null) return 0;
  const day = legalDateOf(tx.now);
  const minutes = await absentMinutes(tx, s.unionId);
  if (tx.now < missingFrom(day, s.opensMinute, minutes)) return 0;
  const missing = await takeMissing(tx, sessionId, day);
  for (const m of missing) await tellGuardian(tx, s, { id: m.entryId, guardianId: m.guardianId }, { sign: `absent/${day}`, kind: 'absent', word: words.tellAbsent, body: words.tellAbsentBody, slots: { time: clockOf(Math.min(1439, s.opensMinute + minutes)) }, urgent: true });
  if (missing.length > 0) await audit.record(tx, SYSTEM, words.auditAbsent, { ...subject(s), slots: { title: s.title, n: missing.length } });
  return missing.length;
}

/** Wipes children's data of one session whose time is over, and tells the guardians. @returns how many children */
export async function forget(tx: Tx, sessionId: string): Promise<number> {
  const s = await findSession(tx, sessionId);
  if (s === null || s.forgottenAt !== null) return 0;
  const { children, guardianIds } = await forgetSession(tx, sessionId);
  if (guardianIds.length > 0) await notify.tell(tx, { key: `summerCare/${s.id}/forgot`, kind: 'summerCare.forgot', word: words.tellForgot, body: words.tellForgotBody, slots: { title: s.title }, link: '/summer-care', to: guardianIds, unionId: s.unionId });
  await audit.record(tx, SYSTEM, words.auditForgot, { ...subject(s), slots: { title: s.title, n: children } });
  return children;
}

async function overTenants(database: Database, now: Date, list: (tx: Tx) => Promise<string[]>, one: (tx: Tx, id: string) => Promise<number>): Promise<number> {
  let n = 0;
  for (const federation of await database.read(null, now, listTenants)) for (const id of await database.read(federation, now, list)) n += await database.transaction(federation, now, (tx) => one(tx, id), { retry: true });
  return n;
}

/** Goes through all sessions of today. @returns how many guardians were told */
export const noticeAll = (database: Database, now: Date): Promise<number> => overTenants(database, now, (tx) => listRunning(tx, legalDateOf(now)), noticeAbsent);

/** Goes through all sessions whose time of keeping is over. @returns how many children were forgotten */
export const forgetAll = (database: Database, now: Date): Promise<number> => overTenants(database, now, (tx) => listToForget(tx, legalDateOf(now)), forget);

/** Background work of the part. */
export function declareJobs(): void {
  jobs.define('summerCare.absent', { every: '*/10 * * * *', run: async ({ database }) => { await noticeAll(database, clock.now()); } });
  jobs.define('summerCare.forget', { every: '40 2 * * *', minutes: 60, run: async ({ database }) => { await forgetAll(database, clock.now()); } });
}
