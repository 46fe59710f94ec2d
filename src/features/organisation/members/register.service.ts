import type { z } from 'zod';
import { type Actor, may, mayIn, type Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { maskIdNumber } from '#shared/id-number';
import { maskPhone } from '#shared/phone';
import { say } from '#shared/words';
import { type Call, doorWords, type Download } from '#platform/http';
import { exportSheet } from '#platform/sheets';
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
  await audit.record(tx, by, f.identity ? words.auditExportedIds : words.auditExported, { subject: { kind: 'register', id: tx.federationId }, slots: { n: items.length, purpose: f.purpose } });
  return exportSheet({
    name: words.exportName, now: tx.now, locale: call.locale, rows: items, shown: f.columns,
    columns: [
      { heading: words.name, under: ['name'], cell: (m) => m.name }, { heading: words.union, under: ['union'], cell: (m) => m.union },
      { heading: words.state, under: ['state'], cell: (m) => say(words[`state_${m.state}` as 'state_active'], call.locale) }, { heading: words.category, under: ['state'], cell: (m) => say(words[`category_${m.category}` as 'category_regular'], call.locale) },
      { heading: words.card, under: ['card'], cell: (m) => m.cardNumber }, { heading: words.staffNumber, under: ['staffNumber'], cell: (m) => m.staffNumber },
      { heading: words.job, under: ['job'], cell: (m) => m.job }, { heading: words.since, under: ['since'], cell: (m) => m.beganOn },
      ...(people ? [{ heading: words.idNumber, cell: (m: (typeof items)[number]) => people.get(m.id)?.idNumber ?? '' }] : []),
    ],
  });
}
