import { PassThrough } from 'node:stream';
import type { z } from 'zod';
import { type Actor, may, mayIn, type Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { maskIdNumber } from '#shared/id-number';
import { maskPhone } from '#shared/phone';
import { say, type Word } from '#shared/words';
import { type Call, doorWords, Download } from '#platform/http';
import { writeSheet } from '#platform/sheets';
import { audit } from '#engines/audit';
import { findPeople, listHistory, loadPerson, loadUnionFor } from '#engines/org';
import type { api, Member } from './members.contract.ts';
import { findMember, listMembers, type MemberFilter, type MemberRow } from './members.sql.ts';
import { words } from './members.words.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
const EXPORT_MOST = 100_000;

async function filterOf(tx: Tx, by: Actor, f: In<'register'> | In<'exportRegister'>): Promise<MemberFilter> {
  return { text: f.text, state: f.state, category: f.category, since: f.since, ...(f.unionId ? { unionPath: (await loadUnionFor(tx, by, 'members.read', f.unionId)).path } : {}) };
}

/** Members of the subtrees within the officer's reach. */
export async function register(tx: Tx, by: Actor, f: In<'register'>) {
  return listMembers(tx, by, await filterOf(tx, by, f), f);
}

/** The member within the actor's reach, or the refusal that hides the person. */
export async function loadMember(tx: Tx, by: Actor, permission: string, id: string): Promise<MemberRow> {
  const found = await findMember(tx, by, permission, id);
  if (found === null) throw new Refused(doorWords.notFound, { status: 404 });
  return found;
}

function steps(by: Actor, m: MemberRow): string[] {
  const manage = mayIn(by, 'members.manage', m.unionPath) && m.id !== by.personId;
  return [...(manage && m.state === 'active' ? ['retire', 'end'] : []), ...(manage && m.state === 'reserved' ? ['restore', 'end'] : []), ...(mayIn(by, 'members.unmask', m.unionPath) ? ['unmask'] : [])];
}

/** One member, masked. */
export async function member(tx: Tx, by: Actor, { id }: In<'member'>): Promise<z.input<typeof Member>> {
  const m = await loadMember(tx, by, 'members.read', id);
  const person = await loadPerson(tx, id);
  const periods = await listHistory(tx, id);
  return {
    ...m, sex: person.sex ?? '', birthYear: person.birthDate?.slice(0, 4) ?? '', idNumber: person.idNumber ? maskIdNumber(person.idNumber) : '', phone: person.phone ? maskPhone(person.phone) : '', department: periods[0]?.department ?? '',
    periods: periods.map((p) => ({ union: p.unionName, state: p.state, beganOn: p.beganOn, endedOn: p.endedOn, endReason: p.endReason, category: p.category })), may: steps(by, m),
  };
}

/** A masked field in full, with the purpose kept in the log. */
export async function unmask(tx: Tx, by: Actor, { id, field, purpose }: In<'unmask'>) {
  const m = await loadMember(tx, by, 'members.unmask', id);
  await audit.looked(tx, by, { subject: { kind: 'person', id }, unionId: m.unionId, fields: [field], purpose });
  return { value: (await loadPerson(tx, id))[field] ?? '' };
}

/** The register as a spreadsheet. Document numbers only with the special permission and a purpose (rules.md §28, row 34). */
export async function exportRegister(tx: Tx, by: Actor, f: In<'exportRegister'>, call: Call): Promise<Download> {
  if (f.identity && (!may(by, 'members.exportIdentity') || f.purpose.length < 2)) {
    throw new Refused(words.identityNeedsApproval, { status: 403, fields: [{ path: 'purpose', why: words.identityNeedsApproval }] });
  }
  const { items } = await listMembers(tx, by, await filterOf(tx, by, f), { limit: EXPORT_MOST, offset: 0 });
  const people = f.identity ? await findPeople(tx, items.map((m) => m.id)) : null;
  const word = (w: Word): string => say(w, call.locale);
  const columns = [words.name, words.union, words.state, words.category, words.card, words.staffNumber, words.job, words.since, ...(f.identity ? [words.idNumber] : [])].map((w) => ({ heading: word(w) }));
  const cells = items.map((m) => [m.name, m.union, word(words[`state_${m.state}` as 'state_active']), word(words[`category_${m.category}` as 'category_regular']), m.cardNumber, m.staffNumber, m.job, m.beganOn, ...(people ? [people.get(m.id)?.idNumber ?? ''] : [])]);
  await audit.record(tx, by, f.identity ? words.auditExportedIds : words.auditExported, { subject: { kind: 'register', id: tx.federationId }, slots: { n: items.length, purpose: f.purpose } });
  const out = new PassThrough();
  void writeSheet(columns, (async function* () { yield* cells; })(), out);
  return new Download({ name: `${word(words.exportName)}-${legalDateOf(tx.now)}.xlsx`, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', content: out });
}
