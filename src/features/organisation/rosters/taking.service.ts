import type { Tx } from '#shared/call';
import { audit } from '#engines/audit';
import { admitMany, changeParticulars, draftMembership, findUnion, listSubtree, type Membership, type Particulars, type Person, savePeople, sealAhead } from '#engines/org';
import { secrets } from '#platform/secrets';
import { openRow, type Progress } from './checking.service.ts';
import { lockImport, queueUp, type Result, type RosterImport, updateImport } from './imports.sql.ts';
import { judge, type Placed, type Standing } from './judging.service.ts';
import { type Former, personOf, samePerson, sameWork, withRow, withWork, workOf } from './people.service.ts';
import { KEEP_DAYS } from './periods.rules.ts';
import { breath, PIECE_ROWS, slices } from './pieces.service.ts';
import { words } from './rosters.words.ts';
import type { RosterPerson } from './rosters.rules.ts';
import { type Applied, markApplied, nextToTake, type StagedRow } from './rows.sql.ts';

const NONE: Result = { added: 0, updated: 0, same: 0, elsewhere: 0, rejected: 0 };

/** A staged row opened; `made` is its person, sealed already, where the preview found nobody. */
type Opened = { readonly row: number; readonly unionId: string | null; readonly lookup: Buffer; readonly person: RosterPerson; readonly made: Person | null };

/** The rows of the step after the present one, opened and sealed while the database was busy with the present one. */
let ahead: { readonly key: string; readonly rows: readonly Opened[] } | null = null;

const keyOf = (i: RosterImport, after: number): string => `${i.id}/${i.turn}/${after}`;

function openStaged(staged: readonly StagedRow[]): Opened[] {
  const rows = staged.map(({ row, outcome, unionId, idLookup, sealed }) => {
    const { person } = openRow(sealed);
    return { row, unionId, lookup: idLookup, person, made: outcome === 'new' ? personOf(person) : null };
  });
  sealAhead(rows.flatMap((r) => (r.made ? [r.made] : [])));
  return rows;
}

/** The next rows, from memory or the database. Staged rows do not change while an import runs. */
async function nextRows(tx: Tx, i: RosterImport): Promise<readonly Opened[]> {
  const kept = ahead?.key === keyOf(i, i.cursor) ? ahead.rows : null;
  ahead = null;
  return kept ?? openStaged(await nextToTake(tx, i.id, i.cursor, PIECE_ROWS));
}

/** Opens the rows of the next step while `busy` runs; a step that fails, or another process, does it again. */
async function meanwhile<T>(busy: Promise<T>, i: RosterImport, after: number, next: readonly StagedRow[]): Promise<T> {
  busy.catch(() => {});
  const rows: Opened[] = [];
  for (const some of slices(next)) {
    await breath();
    rows.push(...openStaged(some));
  }
  ahead = { key: keyOf(i, after), rows };
  return busy;
}

/** What one row writes. */
type Write = { readonly applied: Applied; readonly person: Person | null; readonly membership: Membership | null; readonly work: Particulars | null };

const sealFormer = (former: Former): Buffer => secrets.seal(JSON.stringify(former));

const nothing = (row: number, outcome: Applied['outcome'], standing: Standing): Applied =>
  ({ row, outcome, otherId: outcome === 'elsewhere' ? (standing.membership?.unionId ?? null) : null, personId: standing.person?.id ?? null, membershipId: null, addsPerson: false, former: null });

function takeIn(tx: Tx, i: RosterImport, { row, person: said, unionId, made }: Opened & Placed, known: Person | null): Write {
  const person = known === null ? (made ?? personOf(said)) : withRow(known, said);
  const membership = draftMembership(tx, {
    personId: person.id, unionId, origin: 'roster', originId: i.id, state: said.state, ...withWork({ department: '', job: '', employmentForm: '', employedOn: null, contractTo: null }, said),
    ...(said.joinedOn === null ? {} : { beganOn: said.joinedOn }), ...(said.cardNumber === '' ? {} : { cardNumber: said.cardNumber }),
    ...(said.newForm === '' ? {} : { category: 'unattached' as const }),
  });
  const changes = known === null || !samePerson(known, person);
  const former = known !== null && changes ? sealFormer({ person: known, work: null }) : null;
  return { applied: { row, outcome: 'added', otherId: null, personId: person.id, membershipId: membership.id, addsPerson: known === null, former }, person: changes ? person : null, membership, work: null };
}

function update({ row, person: said }: Placed, known: Person, membership: Membership): Write {
  const person = withRow(known, said);
  const work = withWork(membership, said);
  const changesPerson = !samePerson(known, person);
  const changesWork = !sameWork(workOf(membership), work);
  const former = sealFormer({ person: changesPerson ? known : null, work: changesWork ? { id: membership.id, ...workOf(membership) } : null });
  return {
    applied: { row, outcome: 'updated', otherId: null, personId: known.id, membershipId: membership.id, addsPerson: false, former },
    person: changesPerson ? person : null, membership: null, work: changesWork ? { id: membership.id, ...work } : null,
  };
}

function writeOf(tx: Tx, i: RosterImport, placed: Opened & Placed, standing: Standing): Write {
  if (standing.outcome === 'new') return takeIn(tx, i, placed, standing.person);
  if (standing.outcome === 'update') return update(placed, standing.person, standing.membership);
  return { applied: nothing(placed.row, standing.outcome, standing), person: null, membership: null, work: null };
}

/** The result of a row whose union was merged or dissolved since the preview, or whose person was taken in elsewhere at this very moment. */
const refused = (row: number): Applied => ({ row, outcome: 'rejected', otherId: null, personId: null, membershipId: null, addsPerson: false, former: null });

async function write(tx: Tx, writes: readonly Write[]): Promise<Applied[]> {
  await savePeople(tx, writes.flatMap((w) => (w.person ? [w.person] : [])));
  const came = await admitMany(tx, writes.flatMap((w) => (w.membership ? [w.membership] : [])));
  await changeParticulars(tx, writes.flatMap((w) => (w.work ? [w.work] : [])));
  return writes.map((w) => (w.membership && !came.has(w.membership.id) ? { ...w.applied, outcome: 'elsewhere' as const, membershipId: null } : w.applied));
}

async function livingUnions(tx: Tx, unionId: string): Promise<ReadonlySet<string>> {
  const target = await findUnion(tx, unionId);
  const below = target ? await listSubtree(tx, target.path) : [];
  return new Set(below.filter((u) => u.state === 'active' || u.state === 'preparing').map((u) => u.id));
}

async function finish(tx: Tx, i: RosterImport, result: Result): Promise<void> {
  await updateImport(tx, i.id, { state: 'done', result, endedAt: tx.now, eraseAt: new Date(tx.now.getTime() + KEEP_DAYS * 86_400_000) });
  await audit.record(tx, { system: 'rosters' }, words.auditDone, { subject: { kind: 'rosterImport', id: i.id }, unionId: i.unionId, slots: { file: audit.veil(i.fileName), added: result.added, updated: result.updated } });
}

/** Takes the next thousand rows in, in one transaction; each row is looked at again, because the world went on since the preview. */
export async function takeStep(tx: Tx, importId: string): Promise<Progress> {
  await queueUp(tx);
  const i = await lockImport(tx, importId);
  if (i === null || i.state !== 'running') return { over: true, done: 0, total: 0 };
  const before: Result = { ...NONE, elsewhere: i.preview.elsewhere ?? 0, rejected: i.preview.rejected ?? 0, ...i.result };
  const total = (i.preview.new ?? 0) + (i.preview.update ?? 0) + (i.preview.same ?? 0);
  const staged = await nextRows(tx, i);
  const cursor = staged.at(-1)?.row ?? i.cursor;
  const living = await livingUnions(tx, i.unionId);
  const placed = staged.flatMap((s) => (s.unionId && living.has(s.unionId) ? [{ ...s, unionId: s.unionId }] : []));
  const standings = await judge(tx, placed);
  const there = new Set(placed.map((p) => p.row));
  const writes = placed.flatMap((p) => {
    const standing = standings.get(p.row);
    return standing ? [writeOf(tx, i, p, standing)] : [];
  });
  const next = staged.length < PIECE_ROWS ? [] : await nextToTake(tx, importId, cursor, PIECE_ROWS);
  const applied = [...(await meanwhile(write(tx, writes), i, cursor, next)), ...staged.filter((s) => !there.has(s.row)).map((s) => refused(s.row))];
  await markApplied(tx, importId, applied);
  const of = (outcome: Applied['outcome']): number => applied.filter((a) => a.outcome === outcome).length;
  const result: Result = {
    added: before.added + of('added'), updated: before.updated + of('updated'), same: before.same + of('same'),
    elsewhere: before.elsewhere + of('elsewhere'), rejected: before.rejected + of('rejected'),
  };
  const done = result.added + result.updated + result.same + (result.elsewhere - (i.preview.elsewhere ?? 0)) + (result.rejected - (i.preview.rejected ?? 0));
  if (staged.length < PIECE_ROWS) await finish(tx, i, result);
  else await updateImport(tx, importId, { cursor, result });
  return { over: staged.length < PIECE_ROWS, done: Math.min(done, total), total };
}
