import type { Tx } from '#shared/call';
import { audit } from '#engines/audit';
import { changeParticulars, findMemberships, restorePeople, takeBack } from '#engines/org';
import { secrets } from '#platform/secrets';
import type { Progress } from './checking.service.ts';
import { lockImport, queueUp, type Result, updateImport } from './imports.sql.ts';
import type { Former } from './people.service.ts';
import { words } from './rosters.words.ts';
import { type AppliedRow, markUndone, nextToUndo } from './rows.sql.ts';

/** Rows that one step takes back. */
const STEP_ROWS = 500;

type Kept = AppliedRow & { readonly values: Former };

const formerOf = (row: AppliedRow): Former => (row.former === null ? { person: null, work: null } : (JSON.parse(secrets.open(row.former)) as Former));

/** Former values of people, where nobody changed them since; one statement for each moment at which rows were taken in. */
async function restore(tx: Tx, list: readonly Kept[]): Promise<Set<string>> {
  const restored = new Set<string>();
  for (const [at, rows] of Map.groupBy(list, (r) => r.appliedAt.getTime())) {
    const people = rows.flatMap((r) => (r.values.person ? [r.values.person] : []));
    for (const id of await restorePeople(tx, people, new Date(at))) restored.add(id);
  }
  return restored;
}

/** Rows that changed somebody who was a member before. @returns the row numbers that have their former values again */
async function undoUpdates(tx: Tx, list: readonly Kept[]): Promise<number[]> {
  const living = await findMemberships(tx, list.map((r) => r.personId));
  const same = list.filter((r) => living.get(r.personId)?.id === r.membershipId);
  const restored = await restore(tx, same);
  const back = same.filter((r) => r.values.person === null || restored.has(r.personId));
  await changeParticulars(tx, back.flatMap((r) => (r.values.work ? [r.values.work] : [])));
  return back.map((r) => r.row);
}

/** Rows that took somebody in. @returns the row numbers whose memberships are gone again */
async function undoAdded(tx: Tx, importId: string, list: readonly Kept[]): Promise<number[]> {
  const gone = await takeBack(tx, importId, list.flatMap((r) => (r.membershipId ? [{ personId: r.personId, membershipId: r.membershipId, addsPerson: r.addsPerson }] : [])));
  const back = list.filter((r) => r.membershipId !== null && gone.has(r.membershipId));
  await restore(tx, back.filter((r) => r.values.person !== null));
  return back.map((r) => r.row);
}

/** Takes the next rows back: who was added goes again if nothing else refers to them, who was changed gets the former values. */
export async function undoStep(tx: Tx, importId: string): Promise<Progress> {
  await queueUp(tx);
  const i = await lockImport(tx, importId);
  if (i === null || i.state !== 'undoing') return { over: true, done: 0, total: 0 };
  const rows = (await nextToUndo(tx, importId, i.cursor, STEP_ROWS)).map((r) => ({ ...r, values: formerOf(r) }));
  const added = await undoAdded(tx, importId, rows.filter((r) => r.outcome === 'added'));
  const updated = await undoUpdates(tx, rows.filter((r) => r.outcome === 'updated'));
  const back = new Set([...added, ...updated]);
  await markUndone(tx, importId, [...back], rows.map((r) => r.row).filter((row) => !back.has(row)));
  const was: Result = { added: 0, updated: 0, same: 0, elsewhere: 0, rejected: 0, ...i.result };
  const result: Result = { ...was, taken: (was.taken ?? 0) + added.length, restored: (was.restored ?? 0) + updated.length, kept: (was.kept ?? 0) + rows.length - back.size };
  const over = rows.length < STEP_ROWS;
  if (over) {
    await updateImport(tx, importId, { state: 'undone', result, endedAt: tx.now });
    await audit.record(tx, { system: 'rosters' }, words.auditUndone, { subject: { kind: 'rosterImport', id: importId }, unionId: i.unionId, slots: { file: audit.veil(i.fileName), taken: result.taken ?? 0, restored: result.restored ?? 0, kept: result.kept ?? 0 } });
  } else await updateImport(tx, importId, { cursor: rows.at(-1)?.row ?? i.cursor, result });
  return { over, done: (result.taken ?? 0) + (result.restored ?? 0) + (result.kept ?? 0), total: was.added + was.updated };
}
