import { audit } from '#engines/audit';
import type { Actor, Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { PURPOSES, type Purpose, type PurposeText, textHash } from './consent.purposes.ts';
import { type Channel, type ConsentRow, findApp, markWithdrawn, selectConsented, selectHistory, selectStanding, writeConsent } from './consent.sql.ts';
import { words } from './consent.words.ts';

/** `outdated`: agreed to an earlier text that no longer counts; `open`: never asked or not answered. */
export type ConsentState = 'given' | 'withdrawn' | 'refused' | 'open' | 'outdated';
export type ConsentView = { readonly purpose: Purpose; readonly text: PurposeText; readonly state: ConsentState; readonly givenAt: Date | null; readonly withdrawnAt: Date | null };

function stateOf(row: ConsentRow | undefined, text: PurposeText): ConsentState {
  if (row === undefined) return 'open';
  if (row.withdrawnAt !== null) return 'withdrawn';
  if (row.decision === 'refused') return row.version >= text.oldestValid ? 'refused' : 'open';
  return row.version >= text.oldestValid ? 'given' : 'outdated';
}

const view = (purpose: Purpose, row: ConsentRow | undefined): ConsentView => ({
  purpose, text: PURPOSES[purpose], state: stateOf(row, PURPOSES[purpose]),
  givenAt: row?.decision === 'given' ? row.decidedAt : null, withdrawnAt: row?.withdrawnAt ?? null,
});

/** Every purpose with where the person stands. */
export async function listConsents(tx: Tx, personId: string): Promise<ConsentView[]> {
  const standing = new Map((await selectStanding(tx, personId)).map((r) => [r.purpose, r]));
  return (Object.keys(PURPOSES) as Purpose[]).map((p) => view(p, standing.get(p)));
}

/** Every answer a person ever gave, newest first; at most 500. */
export const consentHistory = (tx: Tx, personId: string): ReturnType<typeof selectHistory> => selectHistory(tx, personId, 500);

const CHANNEL: Readonly<Record<string, Channel>> = { member: 'phone', console: 'console', api: 'api' };

/**
 * Writes down a yes or a no to the text that was read. A no is remembered so that nobody asks again before the text changes.
 * @throws Refused outdated (409) when another version was read than the one that holds
 */
export async function answerConsent(tx: Tx, by: Actor, o: { purpose: Purpose; version: number; refuse: boolean }): Promise<ConsentView> {
  const text: PurposeText = PURPOSES[o.purpose];
  if (o.version !== text.version) throw new Refused(words.outdated);
  const decision = o.refuse ? 'refused' : 'given';
  const channel = CHANNEL[(await findApp(tx, by.sessionId)) ?? 'api'] ?? 'api';
  await writeConsent(tx, { id: newId(), personId: by.personId, purpose: o.purpose, version: text.version, textHash: textHash(o.purpose), fields: text.fields, decision, channel });
  await audit.record(tx, by, o.refuse ? words.saidRefused : words.saidConsented, {
    subject: { kind: 'person', id: by.personId }, slots: { purpose: text.title, version: text.version },
  });
  return view(o.purpose, { purpose: o.purpose, version: text.version, decision, decidedAt: tx.now, withdrawnAt: null, channel });
}

/**
 * Takes a consent back, as easily as it was given; what was done before stays lawful, jobs skip the person from now on.
 * @throws Refused notGiven (409), noticeStays (409)
 */
export async function withdrawConsent(tx: Tx, by: Actor, purpose: Purpose): Promise<ConsentView> {
  if (purpose === 'notice') throw new Refused(words.noticeStays);
  if (!(await markWithdrawn(tx, by.personId, purpose))) throw new Refused(words.notGiven);
  await audit.record(tx, by, words.saidWithdrew, { subject: { kind: 'person', id: by.personId }, slots: { purpose: PURPOSES[purpose].title } });
  return (await listConsents(tx, by.personId)).find((c) => c.purpose === purpose) ?? view(purpose, undefined);
}

/** Whether a person's consent to a purpose stands now. */
export const consented = async (tx: Tx, personId: string, purpose: Purpose): Promise<boolean> => (await consentedAmong(tx, [personId], purpose)).has(personId);

/** Those of many people (up to 5,000) whose consent to a purpose stands: what jobs ask before they touch anybody's data. */
export async function consentedAmong(tx: Tx, personIds: readonly string[], purpose: Purpose): Promise<Set<string>> {
  return new Set(await selectConsented(tx, personIds, purpose, PURPOSES[purpose].oldestValid));
}
