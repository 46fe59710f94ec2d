import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { say } from '#shared/words';
import { audit } from '#engines/audit';
import { claims } from '#engines/claims';
import { files } from '#engines/files';
import { notify } from '#engines/notify';
import { cabinetForKeeper, notFound } from './access.service.ts';
import { findCabinet, findCompartmentById } from './cabinets.sql.ts';
import type { desk } from './desk.contract.ts';
import { wasOpenedFor } from './doors.sql.ts';
import { endLoan, findLoan, type LoanRow, setMissing } from './loans.sql.ts';
import type { api } from './lockers.contract.ts';
import { lateTelling } from './late.service.ts';
import { words } from './lockers.words.ts';
import { raise } from './reports.service.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
type Desk<K extends keyof typeof desk> = z.output<(typeof desk)[K]['in']>;

/** A loan that is still out; over or not yet begun is refused. */
function refuseOver(loan: LoanRow): void {
  if (loan.endedAt !== null) throw new Refused(words.isOver);
  if (loan.lentAt === null) throw new Refused(words.notYetLent);
}

async function own(tx: Tx, by: Actor, id: string): Promise<LoanRow> {
  const loan = await findLoan(tx, id);
  if (loan?.personId !== by.personId) return notFound();
  refuseOver(loan);
  return loan;
}

async function ofKeeper(tx: Tx, by: Actor, id: string): Promise<LoanRow> {
  const loan = await findLoan(tx, id);
  if (loan === null) return notFound();
  await cabinetForKeeper(tx, by, loan.cabinetId);
  refuseOver(loan);
  return loan;
}

/** Ends the claim and with it the loan; the compartment is free for the next unless it goes out of use. */
async function close(tx: Tx, by: Actor, loan: LoanRow, o: { readonly ending: 'returned' | 'writtenOff'; readonly officer: boolean; readonly note: string; readonly trouble?: { readonly kind: 'broken' | 'missing'; readonly text: string } }): Promise<void> {
  if (loan.claimId !== null) await claims.giveBack(tx, by, loan.claimId, o.note);
  await endLoan(tx, loan.id, { ending: o.ending, byId: o.officer ? by.personId : null, note: o.note });
  if (o.trouble === undefined) return;
  const [cabinet, door] = [await findCabinet(tx, loan.cabinetId), await findCompartmentById(tx, loan.compartmentId)];
  if (cabinet !== null && door !== null) await raise(tx, by, cabinet, door, { ...o.trouble, loanId: loan.id, byId: by.personId });
}

/** It is back: after the door was opened for it, the borrower says so, in what condition, perhaps with a picture. */
export async function giveBack(tx: Tx, by: Actor, d: In<'giveBack'>) {
  const loan = await own(tx, by, d.id);
  if (!(await wasOpenedFor(tx, loan.id))) throw new Refused(words.openFirst);
  await close(tx, by, loan, { ending: 'returned', officer: false, note: d.text, ...(d.broken ? { trouble: { kind: 'broken', text: d.text || say(words.brokenText, 'zh') } } : {}) });
  if (d.files.length > 0) await files.attach(tx, by, d.files, { kind: 'lockerLoan', id: loan.id });
  return { id: loan.id };
}

/** The borrower has lost it: it is on the keepers' list of missing things. */
export async function lost(tx: Tx, by: Actor, d: In<'lost'>) {
  const loan = await own(tx, by, d.id);
  const [cabinet, door] = [await findCabinet(tx, loan.cabinetId), await findCompartmentById(tx, loan.compartmentId)];
  if (cabinet === null || door === null) return notFound();
  if ((await setMissing(tx, [loan.id])).length === 0) throw new Refused(words.wrongState);
  await raise(tx, by, cabinet, door, { kind: 'missing', text: d.text, loanId: loan.id, byId: by.personId });
  return { id: loan.id };
}

/** A keeper takes it back by hand: the door would not open, or it was found. */
export async function takeBack(tx: Tx, by: Actor, d: Desk<'takeBack'>) {
  const loan = await ofKeeper(tx, by, d.id);
  await close(tx, by, loan, { ending: 'returned', officer: true, note: d.text, ...(d.broken ? { trouble: { kind: 'broken', text: d.text || say(words.brokenText, 'zh') } } : {}) });
  await audit.record(tx, by, words.auditTakenBack, { subject: { kind: 'locker', id: loan.cabinetId }, unionId: loan.unionId, slots: { n: loan.cabinetNumber, label: loan.label } });
  return { id: loan.id };
}

/** A keeper writes it off; the compartment stays out of use until something new is in it. */
export async function writeOff(tx: Tx, by: Actor, d: Desk<'writeOff'>) {
  const loan = await ofKeeper(tx, by, d.id);
  await close(tx, by, loan, { ending: 'writtenOff', officer: true, note: d.text, trouble: { kind: 'missing', text: say(words.lostText, 'zh') } });
  await audit.record(tx, by, words.auditWrittenOff, { subject: { kind: 'locker', id: loan.cabinetId }, unionId: loan.unionId, slots: { n: loan.cabinetNumber, label: loan.label } });
  return { id: loan.id };
}

/** A keeper reminds a borrower now, once a day at most. */
export async function remind(tx: Tx, by: Actor, d: Desk<'remind'>) {
  const loan = await ofKeeper(tx, by, d.id);
  await notify.tell(tx, lateTelling(loan, `asked/${legalDateOf(tx.now)}`));
  await audit.record(tx, by, words.auditReminded, { subject: { kind: 'locker', id: loan.cabinetId }, unionId: loan.unionId, slots: { n: loan.cabinetNumber, label: loan.label } });
  return { id: loan.id };
}
