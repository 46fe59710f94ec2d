import type { z } from 'zod';
import { audit } from '#engines/audit';
import { cases, type CaseEvent, type CaseFile, caseWords, type ListedCase } from '#engines/cases';
import { findPeople, findUnion, loadUnionFor, type Person } from '#engines/org';
import { type Call, doorWords } from '#platform/http';
import { secrets } from '#platform/secrets';
import type { Actor, Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { type Locale, say, type Word } from '#shared/words';
import { readChanges, type Wanted } from './changes.rules.ts';
import { personCodes } from './codes.service.ts';
import { carryOutFor, refuseClosing } from './effects.service.ts';
import { type Field, FIELDS, fieldWord, spoken } from './holdings.service.ts';
import type { api, ChangedField, RequestKind } from './my-data.contract.ts';
import { requestProcess } from './my-data.process.ts';
import { words } from './my-data.words.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
type Kind = z.infer<typeof RequestKind>;
type Changed = z.infer<typeof ChangedField>;
type Verb = keyof typeof requestProcess.steps;

const kindOf = (file: Pick<CaseFile, 'facts'>): Kind => file.facts.kind as Kind;

/** The wanted values travel sealed: they may hold an identity number. */
const seal = (wanted: Wanted): string => secrets.seal(JSON.stringify(wanted)).toString('base64');
export const unseal = (file: Pick<CaseFile, 'facts'>): Wanted =>
  typeof file.facts.sealed === 'string' ? (JSON.parse(secrets.open(Buffer.from(file.facts.sealed, 'base64'))) as Wanted) : {};

async function wantedBy(tx: Tx, by: Actor, o: In<'ask'>): Promise<Wanted> {
  if (o.kind !== 'correction') return {};
  const person = (await findPeople(tx, [by.personId])).get(by.personId);
  const wanted = readChanges(o.changes ?? {}, legalDateOf(tx.now), personCodes().read);
  const fields = Object.keys(wanted) as Field[];
  if (fields.length === 0) throw new Refused(words.nothingToCorrect, { status: 400, fields: [{ path: 'changes', why: words.nothingToCorrect }] });
  if (person && fields.every((f) => (person[f] ?? '') === wanted[f])) throw new Refused(words.sameAsNow);
  return wanted;
}

async function refuseSecond(tx: Tx, by: Actor, kind: Kind): Promise<void> {
  const own = await cases.listOwn(tx, by.personId, [requestProcess.name], { limit: 50, offset: 0 });
  const open = own.find((c) => c.isOpen && kindOf(c) === kind);
  if (open) throw new Refused(words.alreadyAsked, { slots: { number: open.number } });
}

/** The own union, or the federation where there is none; one level up for those who would decide on themselves. */
async function unionFor(tx: Tx, by: Actor): Promise<string> {
  const own = await findUnion(tx, by.membership?.unionId ?? by.federationId);
  if (own === null) throw new Error('a person belongs to a union that is not there');
  if (!cases.mayOver(by, 'myData.answer', own)) return own.id;
  return ((await cases.oneLevelUp(tx, own)) ?? own).id;
}

/** Asks the own union, or the federation where there is none, for correction, deletion or closing. One of a kind at a time. */
export async function ask(tx: Tx, by: Actor, o: In<'ask'>) {
  const wanted = await wantedBy(tx, by, o);
  if (o.kind === 'closing') await refuseClosing(tx, by.personId);
  await refuseSecond(tx, by, o.kind);
  const title = words[`kind_${o.kind}`];
  const { id, number } = await cases.open(tx, requestProcess, {
    unionId: await unionFor(tx, by), title: say(title, by.locale), text: o.text, privacy: 'named', channel: 'phone', author: by,
    facts: { kind: o.kind, ...(o.kind === 'correction' ? { sealed: seal(wanted) } : {}) },
  });
  return { id, number };
}

const stateWord = (state: string): Word => requestProcess.states[state as keyof typeof requestProcess.states].word;

function rowOf(tx: Tx, c: CaseFile, o: { union: string; person: string }, locale: Locale) {
  const kind = kindOf(c);
  return {
    id: c.id, number: c.number, kind, title: say(words[`kind_${kind}`], locale), state: c.state, stateWord: say(stateWord(c.state), locale),
    place: requestProcess.states[c.state as keyof typeof requestProcess.states].place ?? null, union: o.union, person: o.person,
    due: c.nextDue?.toISOString() ?? null, late: c.nextDue !== null && c.nextDue < tx.now, openedAt: c.openedAt.toISOString(),
  };
}

const listed = (tx: Tx, c: ListedCase, locale: Locale) => rowOf(tx, c, { union: c.unionName, person: c.authorName ?? '' }, locale);

export async function mine(tx: Tx, by: Actor, page: In<'mine'>, call: Call) {
  return { items: (await cases.listOwn(tx, by.personId, [requestProcess.name], page)).map((c) => listed(tx, c, call.locale)) };
}

/** Requests over the subtrees of the officer, the newest first. */
export async function register(tx: Tx, by: Actor, { open, text, unionId, ...page }: In<'register'>, call: Call) {
  const within = unionId ? { unionPath: (await loadUnionFor(tx, by, 'myData.read', unionId)).path } : {};
  const { items, total } = await cases.listRegister(tx, requestProcess, by, { ...within, ...(open === undefined ? {} : { open }), ...(text ? { text } : {}) }, page);
  return { items: items.map((c) => listed(tx, c, call.locale)), total };
}

/** Now and wanted, field by field. `full` shows numbers as they are. */
export function changesOf(person: Person | undefined, wanted: Wanted, locale: Locale, full: boolean): Changed[] {
  const shown = (field: Field, value: string | null): string => {
    const s = spoken(field, value, locale);
    return (full ? s.value : s.masked) || say(words.empty, locale);
  };
  return FIELDS.filter((f) => wanted[f] !== undefined).map((f) => ({
    field: f, label: say(fieldWord(f), locale), now: shown(f, person?.[f] ?? null), wanted: shown(f, wanted[f] ?? null),
  }));
}

function eventView(e: CaseEvent, locale: Locale) {
  const own = (requestProcess.steps as Record<string, { word: Word }>)[e.step]?.word ?? (caseWords as Record<string, Word>)[e.step] ?? words.opened;
  const by = e.byKind === 'system' ? say(words.system, locale) : [e.byName ?? '', e.byTitle].filter(Boolean).join(' · ') || say(words.office, locale);
  return { id: e.id, word: say(e.step === 'opened' ? words.opened : own, locale), by, byKind: e.byKind, text: e.text, at: e.at.toISOString() };
}

/** One request, for the person who asked or the officers of the union that has it. */
export async function request(tx: Tx, by: Actor, { id }: In<'request'>, call: Call) {
  const seen = await cases.load(tx, requestProcess, by, id);
  const authorId = seen.file.authorId ?? '';
  const person = (await findPeople(tx, [authorId])).get(authorId);
  const own = authorId === by.personId;
  return {
    ...rowOf(tx, seen.file, { union: seen.union.name, person: person?.name ?? '' }, call.locale),
    text: seen.events[0]?.text ?? '', changes: changesOf(person, unseal(seen.file), call.locale, false),
    events: seen.events.map((e) => eventView(e, call.locale)), may: own || cases.mayOver(by, 'myData.answer', seen.union) ? [...seen.may] : [],
  };
}

/** Fields that screens mask or the law holds sensitive; opening them is a look. */
const PRIVATE: readonly Field[] = ['idNumber', 'phone', 'email', 'birthDate'];

/** The full numbers of a request, after saying what for; the person sees this look in the own log. */
export async function look(tx: Tx, by: Actor, { id, purpose }: In<'look'>, call: Call) {
  const { file, union, as } = await cases.loadSeen(tx, requestProcess, by, id);
  if (as !== 'officer' || file.authorId === null || !cases.mayOver(by, 'myData.answer', union)) throw new Refused(doorWords.notFound, { status: 404 });
  const person = (await findPeople(tx, [file.authorId])).get(file.authorId);
  const wanted = unseal(file);
  const fields = PRIVATE.filter((f) => wanted[f] !== undefined);
  if (fields.length > 0) {
    await audit.looked(tx, by, { subject: { kind: 'person', id: file.authorId, name: person?.name ?? '' }, unionId: union.id, fields, purpose });
  } else await audit.record(tx, by, words.saidOpened, { subject: { kind: 'dataRequest', id }, unionId: union.id, slots: { number: file.number } });
  return { changes: changesOf(person, wanted, call.locale, true) };
}

const stepAs = (verb: Verb) => async (tx: Tx, by: Actor, { id, text }: { id: string; text?: string }) => {
  const { file } = await cases.step(tx, requestProcess, verb, id, { kind: 'person', actor: by }, text === undefined ? {} : { text });
  return { id, state: file.state };
};

export const sayMore = stepAs('say');
export const withdraw = stepAs('withdraw');
export const question = stepAs('question');
export const decline = stepAs('decline');

/** Against a refusal the union above decides; above the highest there are only the authorities. */
export async function appeal(tx: Tx, by: Actor, { id, text }: In<'appeal'>) {
  const { union } = await cases.loadSeen(tx, requestProcess, by, id);
  const above = await cases.oneLevelUp(tx, union);
  if (above === null) throw new Refused(words.noOneAbove);
  const { file } = await cases.step(tx, requestProcess, 'appeal', id, { kind: 'person', actor: by }, { text, unionId: above.id });
  return { id, state: file.state };
}

/** Carries a request out: the step and its effect stand or fall together. */
export async function carryOut(tx: Tx, by: Actor, { id, text }: In<'carryOut'>) {
  const { file, union } = await cases.step(tx, requestProcess, 'carryOut', id, { kind: 'person', actor: by }, { text });
  if (file.authorId === null) throw new Error(`request ${file.number} has no author`);
  await carryOutFor(tx, by, { personId: file.authorId, unionId: union.id, kind: kindOf(file), wanted: unseal(file) });
  return { id, state: file.state };
}
