import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { maskIdNumber } from '#shared/id-number';
import { type Locale, say, type Word } from '#shared/words';
import type { Call, Download } from '#platform/http';
import { exportSheet } from '#platform/sheets';
import { audit } from '#engines/audit';
import { listHistory, listOpenOffers, loadPerson, loadUnionFor } from '#engines/org';
import { loadTransferFor } from './decide.service.ts';
import { columns, words as screenWords } from './transfers-ui.words.ts';
import type { api, Transfer } from './transfers.contract.ts';
import { transferProcess } from './transfers.process.ts';
import { duesMonth, stepsFor } from './transfers.rules.ts';
import { type ListedTransfer, listOffers, listOfPerson, listStory, listTransfers, type StoryLine, type TransferFilter } from './transfers.sql.ts';
import { words } from './transfers.words.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
type View = z.input<typeof Transfer>;
type Consent = View['consents'][number];
const EXPORT_MOST = 20_000;

const stateWord = (state: string): Word => transferProcess.states[state as keyof typeof transferProcess.states].word;

function rowView(t: ListedTransfer, by: Actor, locale: Locale) {
  return {
    id: t.caseId, number: t.number, name: t.name, from: t.fromName, to: t.toName ?? t.outside, outside: t.toUnionId === null, state: t.state, stateWord: say(stateWord(t.state), locale), reason: t.reason,
    objected: t.objection !== null, direction: t.isIn && t.isOut ? 'both' as const : t.isIn ? 'in' as const : 'out' as const, openedAt: t.openedAt.toISOString(), nextDue: t.nextDue?.toISOString() ?? null, effectiveOn: t.effectiveOn, may: stepsFor(by, t),
  };
}

async function filterOf(tx: Tx, by: Actor, f: In<'register'> | In<'exportRegister'>): Promise<TransferFilter> {
  return { direction: f.direction, open: f.open, text: f.text, unionPath: f.unionId ? (await loadUnionFor(tx, by, 'transfers.read', f.unionId)).path : undefined };
}

/** Transfers in and out of the subtrees within the officer's reach. */
export async function register(tx: Tx, by: Actor, f: In<'register'>, call: Call) {
  const { items, total } = await listTransfers(tx, by, await filterOf(tx, by, f), f);
  return { items: items.map((t) => rowView(t, by, call.locale)), total };
}

/** The own transfers, and the invitations that wait for an answer. */
export async function mine(tx: Tx, by: Actor, _o: In<'mine'>, call: Call) {
  const offers = (await listOpenOffers(tx, by.personId)).filter((o) => o.unionId !== by.membership?.unionId);
  return {
    items: (await listOfPerson(tx, by.personId)).map((t) => rowView(t, by, call.locale)),
    offers: offers.map((o) => ({ id: o.id, union: o.unionName, origin: o.origin, employer: o.employer, job: o.job, unattached: o.unattached, offeredAt: o.offeredAt.toISOString() })),
  };
}

/** Invitations that unions of the officer sent. */
export async function offers(tx: Tx, by: Actor, f: In<'offers'>) {
  const path = f.unionId ? { unionPath: (await loadUnionFor(tx, by, 'transfers.receive', f.unionId)).path } : {};
  const { items, total } = await listOffers(tx, by, { ...path, state: f.state, limit: f.limit, offset: f.offset });
  return { total, items: items.map((o) => ({ id: o.id, union: o.unionName, name: o.personName, origin: o.origin, employer: o.employer, job: o.job, unattached: o.unattached, offeredAt: o.offeredAt.toISOString(), state: o.state })) };
}

/** The three consents with their dates: drawn as steps on the phone and at the desk. */
function consentsOf(t: ListedTransfer, story: readonly StoryLine[]): Consent[] {
  const of = (...steps: string[]): StoryLine | undefined => story.find((e) => steps.includes(e.step));
  const given = (who: Consent['who'], name: string, e: StoryLine | undefined): Consent => ({ who, name, state: 'given', at: e?.at.toISOString() ?? null, by: e?.byName ?? '', auto: e?.byKind === 'system' });
  const wait = (who: Consent['who'], name: string, now: boolean): Consent => ({ who, name, state: now ? 'waiting' : 'later', at: null, by: '', auto: false });
  const letGo = of('release', 'autoRelease', 'issue');
  const taken = of('receive');
  const refused = of('decline');
  const to = t.toName ?? '';
  const last = refused ? { ...given('to', to, refused), state: 'refused' as const } : taken ?? (t.invited ? of('opened') : undefined) ? given('to', to, taken ?? of('opened')) : wait('to', to, t.state === 'released');
  return [given('member', t.name, of('opened')), letGo ? given('from', t.fromName, letGo) : wait('from', t.fromName, t.state === 'requested'), ...(t.toUnionId === null ? [] : [last])];
}

function eventsOf(t: ListedTransfer, story: readonly StoryLine[], locale: Locale): View['events'] {
  const known = transferProcess.steps as Record<string, { word: Word } | undefined>;
  return story.flatMap((e) => {
    const word = e.step === 'opened' ? words.didRequest : known[e.step]?.word;
    return word ? [{ id: e.id, step: e.step, word: say(word, locale), by: e.byKind === 'author' ? t.name : (e.byName ?? ''), text: e.text, at: e.at.toISOString() }] : [];
  });
}

/** One transfer for the member or an officer of either union; numbers masked. */
export async function one(tx: Tx, by: Actor, { id }: In<'one'>, call: Call): Promise<View> {
  const t = await loadTransferFor(tx, by, id);
  const story = await listStory(tx, id);
  const person = await loadPerson(tx, t.personId);
  const history = await listHistory(tx, t.personId);
  return {
    ...rowView(t, by, call.locale), employer: t.employer, job: t.job, newForm: t.newForm, unattached: t.unattached, idNumber: person.idNumber ? maskIdNumber(person.idNumber) : '',
    cardNumber: history[0]?.cardNumber ?? '', memberSince: history.at(-1)?.beganOn ?? '', duesThrough: t.effectiveOn === null ? null : duesMonth(t.effectiveOn), invited: t.invited, mine: t.personId === by.personId,
    memberId: t.personId, version: t.version, consents: consentsOf(t, story), events: eventsOf(t, story, call.locale),
  };
}

/** The invitations as a spreadsheet; the export is in the log. */
export async function exportOffers(tx: Tx, by: Actor, f: In<'exportOffers'>, call: Call): Promise<Download> {
  const { items } = await offers(tx, by, { ...f, limit: EXPORT_MOST, offset: 0 });
  await audit.record(tx, by, words.auditExportedOffers, { subject: { kind: 'register', id: tx.federationId }, slots: { n: items.length } });
  return exportSheet({
    name: screenWords.invitations, now: tx.now, locale: call.locale, rows: items, shown: f.columns,
    columns: [
      { heading: screenWords.name, under: ['name'], cell: (o) => o.name }, { heading: screenWords.whereTo, under: ['union'], cell: (o) => o.union }, { heading: screenWords.job, under: ['job'], cell: (o) => o.job },
      { heading: screenWords.origin, under: ['origin'], cell: (o) => say(screenWords[`origin_${o.origin}` as 'origin_desk'], call.locale) }, { heading: screenWords.offeredAt, under: ['offeredAt'], cell: (o) => legalDateOf(new Date(o.offeredAt)) },
      { heading: columns.state, under: ['state'], cell: (o) => say(screenWords[`offer_${o.state}`], call.locale) },
    ],
  });
}

/** The register as a spreadsheet. */
export async function exportRegister(tx: Tx, by: Actor, f: In<'exportRegister'>, call: Call): Promise<Download> {
  const { items } = await listTransfers(tx, by, await filterOf(tx, by, f), { limit: EXPORT_MOST, offset: 0 });
  await audit.record(tx, by, words.auditExported, { subject: { kind: 'register', id: tx.federationId }, slots: { n: items.length } });
  return exportSheet({
    name: words.title, now: tx.now, locale: call.locale, rows: items, shown: f.columns,
    columns: [
      { heading: columns.number, under: ['name'], cell: (t) => t.number }, { heading: columns.name, under: ['name'], cell: (t) => t.name }, { heading: columns.from, under: ['from'], cell: (t) => t.fromName },
      { heading: columns.to, under: ['to'], cell: (t) => t.toName ?? t.outside }, { heading: columns.state, under: ['state'], cell: (t) => say(stateWord(t.state), call.locale) },
      { heading: columns.reason, under: ['reason'], cell: (t) => t.reason }, { heading: columns.openedAt, under: ['openedAt'], cell: (t) => legalDateOf(t.openedAt) },
      { heading: columns.effectiveOn, under: ['due'], cell: (t) => t.effectiveOn }, { heading: columns.duesThrough, under: ['due'], cell: (t) => (t.effectiveOn ? duesMonth(t.effectiveOn) : '') },
    ],
  });
}
