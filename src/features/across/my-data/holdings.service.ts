import { cases } from '#engines/cases';
import { type HeldRow, type Holding, identity } from '#engines/identity';
import { findPeople, listHistory, officesOf, orgWords, type Person } from '#engines/org';
import type { Tx } from '#shared/call';
import { legalDateOf, timeOfDay } from '#shared/dates';
import { maskDocument } from '#shared/identity-document';
import { maskPhone } from '#shared/phone';
import { type Locale, say, type Word } from '#shared/words';
import { personCodes } from './codes.service.ts';
import { emptyVoluntary } from './my-data.sql.ts';
import { words } from './my-data.words.ts';

const MOST = 500;

/** Fields of the person's record in the order in which they are shown; numbers with their mask. */
export const FIELDS = [
  'name', 'sex', 'birthDate', 'idNumber', 'phone', 'email', 'staffNumber', 'ethnicity', 'politicalStatus', 'education', 'skillGrade', 'professionalTitle', 'household',
] as const;
export type Field = (typeof FIELDS)[number];

export const fieldWord = (field: Field): Word => words[`field_${field}`];

/** A field's value as text, and how a screen shows it. */
export function spoken(field: Field, value: string | null, locale: Locale): { value: string; masked: string } {
  const text = value ?? '';
  if (text === '') return { value: '', masked: '' };
  if (field === 'idNumber') return { value: text, masked: maskDocument(text) };
  if (field === 'phone') return { value: text, masked: maskPhone(text) };
  if (field === 'sex') { const said = say(text === 'male' ? words.male : words.female, locale); return { value: said, masked: said }; }
  const word = personCodes().word(field, text);
  const said = word ? say(word, locale) : text;
  return { value: said, masked: said };
}

async function personRows(tx: Tx, personId: string, locale: Locale): Promise<HeldRow[]> {
  const person: Person | undefined = (await findPeople(tx, [personId])).get(personId);
  if (person === undefined) return [];
  return FIELDS.map((field) => ({ label: say(fieldWord(field), locale), ...spoken(field, person[field], locale) })).filter((r) => r.value !== '');
}

async function membershipRows(tx: Tx, personId: string, locale: Locale): Promise<HeldRow[]> {
  const periods = await listHistory(tx, personId);
  return periods.map((m) => ({ label: m.unionName, value: say(words.membershipRow, locale, { from: m.beganOn, to: m.endedOn ?? say(words.present, locale) }) }));
}

async function officeRows(tx: Tx, personId: string, locale: Locale): Promise<HeldRow[]> {
  const held = await officesOf(tx, personId);
  return held.map((h) => ({
    label: `${h.unionName} · ${h.title || say((orgWords as Record<string, Word>)[`office_${h.office}`] ?? words.officesTitle, locale)}`,
    value: say(words.membershipRow, locale, { from: h.fromDate, to: h.toDate ?? say(words.present, locale) }),
  }));
}

/** A time to the hour, as it stands in China. */
const toTheHour = (at: Date): string => `${legalDateOf(at)} ${String(Math.floor(timeOfDay(at) / 3_600_000)).padStart(2, '0')}:00`;

async function sessionRows(tx: Tx, personId: string, locale: Locale): Promise<HeldRow[]> {
  const sessions = await identity.selectSessions(tx, personId, MOST);
  return sessions.map((s) => ({ label: s.device || s.app, value: say(words.sessionRow, locale, { begun: toTheHour(s.begunAt), seen: toTheHour(s.seenAt) }) }));
}

async function vendorRows(tx: Tx, personId: string, locale: Locale): Promise<HeldRow[]> {
  const own = await identity.ownVendors(tx, personId);
  return own.flatMap(({ vendor, bound }) => (bound === null ? [] : [{
    label: say(words[`vendor_${vendor}`], locale), value: say(bound.by === 'person' ? words.vendorRow : words.vendorRowDirectory, locale, { at: toTheHour(bound.at) }),
  }]));
}

async function consentRows(tx: Tx, personId: string, locale: Locale): Promise<HeldRow[]> {
  const answers = await identity.consentHistory(tx, personId);
  const titles = identity.PURPOSES as Readonly<Record<string, { title: Word }>>;
  return answers.map((a) => ({
    label: say(titles[a.purpose]?.title ?? words.consentsTitle, locale),
    value: `${say(a.withdrawnAt ? words.consentWithdrawn : a.decision === 'given' ? words.consentGiven : words.consentRefused, locale)} · ${legalDateOf(a.withdrawnAt ?? a.decidedAt)}`,
  }));
}

async function caseRows(tx: Tx, personId: string, locale: Locale): Promise<HeldRow[]> {
  const own = await cases.listOwn(tx, personId, null, { limit: MOST, offset: 0 });
  return own.map((c) => ({ label: `${say(cases.processNamed(c.process).title, locale)} ${c.number}`, value: `${c.title} · ${legalDateOf(c.openedAt)}` }));
}

/** What the engines hold; parts declare theirs themselves. */
export const HOLDINGS: readonly Holding[] = [
  { key: 'person', title: words.personTitle, why: words.personWhy, kept: words.personKept, collect: personRows, erase: emptyVoluntary },
  { key: 'membership', title: words.membershipTitle, why: words.membershipWhy, kept: words.membershipKept, collect: membershipRows },
  { key: 'offices', title: words.officesTitle, why: words.officesWhy, kept: words.officesKept, collect: officeRows },
  { key: 'cases', title: words.casesTitle, why: words.casesWhy, kept: words.casesKept, collect: caseRows },
  { key: 'consents', title: words.consentsTitle, why: words.consentsWhy, kept: words.consentsKept, collect: consentRows },
  { key: 'sessions', title: words.sessionsTitle, why: words.sessionsWhy, kept: words.sessionsKept, collect: sessionRows },
  { key: 'vendors', title: words.vendorsTitle, why: words.vendorsWhy, kept: words.vendorsKept, collect: vendorRows },
];
