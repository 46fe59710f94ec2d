import type { z } from 'zod';
import { type Actor, mayIn, type Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { plainYuan } from '#shared/money';
import { say } from '#shared/words';
import type { Call } from '#platform/http';
import { exportSheet } from '#platform/sheets';
import { audit } from '#engines/audit';
import { notify } from '#engines/notify';
import { listAncestors, loadUnion, officersOf, officesWith } from '#engines/org';
import { rulebook } from '#engines/rulebook';
import { listAwardViews, mayAward } from './award.service.ts';
import { reckon, windowOf } from './benefit.rules.ts';
import { type ClaimRow, findClaim, insertClaim, listBenefits, listClaims, type ListedClaim, lockSuggestion, replaceVerified, settleClaim } from './benefit.sql.ts';
import { changeSuggestion, listAuthors } from './suggestions.sql.ts';
import { loadSeen, type Seen } from './views.service.ts';
import type { workApi } from './work.contract.ts';
import { MOST_EXPORTED, pathOf } from './work.service.ts';
import { words } from './work.words.ts';

type In<K extends keyof typeof workApi> = z.output<(typeof workApi)[K]['in']>;
type Out<K extends keyof typeof workApi> = z.input<(typeof workApi)[K]['out']>;

/** Yuan as sentences and the log say them. */
export const yuan = (fen: number): string => plainYuan(BigInt(fen));
const WINDOW = 'suggestions.benefit.windowMonths';

const isDone = ({ row }: Seen): boolean => row.completedOn !== null && row.revokedOn === null;

function mayClaim(by: Actor, seen: Seen): boolean {
  const { as, row, seat } = seen;
  return as === 'author' || as === 'coauthor' || row.ownerId === by.personId || (!seat.barred && (mayIn(by, 'suggestions.review', seat.unitPath) || mayIn(by, 'suggestions.decide', seat.deskPath)));
}

function claimView(c: ClaimRow, today: string, locale: Call['locale'], may: boolean) {
  return {
    id: c.id, state: c.state, stateWord: say(words[`benefit_${c.state}`], locale), claimedFen: c.claimedFen, verifiedFen: c.verifiedFen, basis: c.basis, reckoning: c.reckoning, windowFrom: c.windowFrom, windowTo: c.windowTo,
    windowOver: c.windowTo < today, claimedBy: c.claimedBy, claimedAt: c.claimedAt.toISOString(), settledBy: c.settledBy, settledAt: c.settledAt?.toISOString() ?? null, text: c.text,
    may: may && c.state === 'claimed' ? (['verify', 'refuse'] as const).slice() : [],
  };
}

/** Why this person does not settle this claim, as the rules stand; none = may. */
async function isOwn(tx: Tx, by: Actor, c: Pick<ClaimRow, 'suggestionId' | 'claimedById'>, ownerId: string | null): Promise<boolean> {
  return c.claimedById === by.personId || ownerId === by.personId || (await listAuthors(tx, c.suggestionId)).some((a) => a.personId === by.personId);
}

/** Claims and awards of a suggestion with what the reader may do. */
export async function benefit(tx: Tx, by: Actor, { id }: In<'benefit'>, call: Call): Promise<Out<'benefit'>> {
  const seen = await loadSeen(tx, by, id);
  const { values } = await rulebook.look(tx, { unionId: seen.company.id }, [WINDOW]);
  const claims = seen.as === 'colleague' || seen.as === 'reviewer' ? [] : await listClaims(tx, id);
  const window = seen.row.adoptedOn === null ? null : windowOf(seen.row.adoptedOn, values[WINDOW]);
  const verifies = mayIn(by, 'suggestions.verify', seen.seat.unitPath);
  const today = legalDateOf(tx.now);
  const views = await Promise.all(claims.map(async (c) => claimView(c, today, call.locale, verifies && !(await isOwn(tx, by, c, seen.row.ownerId)))));
  return {
    windowFrom: window?.from ?? null, windowTo: window?.to ?? null, windowMonths: values[WINDOW], claims: views, awards: await listAwardViews(tx, id, call),
    may: [...(isDone(seen) && mayClaim(by, seen) && !claims.some((c) => c.state === 'claimed') ? (['claim'] as const) : []), ...(mayAward(by, seen) ? (['award'] as const) : [])],
  };
}

/** The nearest union upwards from the unit with somebody who verifies, and who that is. */
async function verifiersOf(tx: Tx, unionId: string): Promise<string[]> {
  const unit = await loadUnion(tx, unionId);
  for (const u of [unit, ...(await listAncestors(tx, unit))]) {
    const found = (await officersOf(tx, [u.id], [...officesWith('suggestions.verify')])).map((o) => o.personId);
    if (found.length > 0) return [...new Set(found)];
  }
  return [];
}

/**
 * Claims what a completed suggestion brings in its window, by authors, owner or officers; finance is told.
 * @throws Refused before completion, while another claim waits, or when the amount is not what the reckoning comes to
 */
export async function claim(tx: Tx, by: Actor, d: In<'claim'>): Promise<{ id: string }> {
  const seen = await loadSeen(tx, by, d.id);
  if (!mayClaim(by, seen)) throw new Refused(words.mayNotClaim, { status: 403 });
  await lockSuggestion(tx, d.id);
  const { row, company } = await loadSeen(tx, by, d.id);
  if (!isDone({ ...seen, row }) || row.adoptedOn === null) throw new Refused(words.notDone);
  if (d.reckoning !== null && reckon(d.reckoning) !== d.claimedFen) throw new Refused(words.reckonedOtherwise, { status: 400, fields: [{ path: 'claimedFen', why: words.reckonedOtherwise }] });
  const { values } = await rulebook.resolve(tx, { unionId: company.id }, [WINDOW]);
  const window = windowOf(row.adoptedOn, values[WINDOW]);
  const id = newId();
  if (!(await insertClaim(tx, { ...d, id, suggestionId: d.id, windowFrom: window.from, windowTo: window.to, claimedById: by.personId }))) throw new Refused(words.claimOpen);
  await audit.record(tx, by, words.auditClaimed, { subject: { kind: 'suggestion', id: d.id }, unionId: row.unitUnionId, slots: { number: row.number, yuan: yuan(d.claimedFen) } });
  const to = (await verifiersOf(tx, row.unitUnionId)).filter((p) => p !== by.personId);
  if (to.length > 0) await notify.tell(tx, { key: `suggestion/${d.id}/benefit/${id}`, kind: 'suggestion.benefit', word: words.tellClaimed, body: words.tellClaimedBody, slots: { number: row.number, title: row.title, yuan: yuan(d.claimedFen) }, link: '/console/suggestion-benefits', to });
  return { id };
}

/** A claim that this accountant may settle, its suggestion locked. */
async function toSettle(tx: Tx, by: Actor, id: string): Promise<{ claim: ClaimRow; seen: Seen }> {
  const hidden = (): never => { throw new Refused(words.claimUnknown, { status: 404 }); };
  const found = (await findClaim(tx, id)) ?? hidden();
  await lockSuggestion(tx, found.suggestionId);
  const seen = await loadSeen(tx, by, found.suggestionId).catch((why: unknown) => (why instanceof Refused ? hidden() : Promise.reject(why)));
  if (await isOwn(tx, by, found, seen.row.ownerId)) throw new Refused(words.ownBenefit, { status: 403 });
  if (!mayIn(by, 'suggestions.verify', seen.seat.unitPath)) hidden();
  const claim = (await findClaim(tx, id)) ?? hidden();
  if (claim.state !== 'claimed') throw new Refused(words.claimSettled, { slots: { name: claim.settledBy, day: claim.settledAt === null ? '' : legalDateOf(claim.settledAt) } });
  return { claim, seen };
}

const authorsAnd = async (tx: Tx, c: ClaimRow): Promise<string[]> => [...new Set([c.claimedById, ...(await listAuthors(tx, c.suggestionId)).map((a) => a.personId)])];

/**
 * Finance verifies a claim: from here on this sum counts for the suggestion, and what was verified before gives way.
 * @throws Refused for own suggestions, for more than was claimed, for less without a reason, and when another accountant was faster
 */
export async function verify(tx: Tx, by: Actor, { id, verifiedFen, text }: In<'verify'>): Promise<{ id: string }> {
  const { claim: c, seen } = await toSettle(tx, by, id);
  const wrong = (path: string, why: typeof words.moreThanClaimed | typeof words.lowerNeedsReason): never => { throw new Refused(why, { status: 400, fields: [{ path, why }] }); };
  if (verifiedFen > c.claimedFen) wrong('verifiedFen', words.moreThanClaimed);
  if (verifiedFen < c.claimedFen && text.length < 2) wrong('text', words.lowerNeedsReason);
  if (!isDone(seen)) throw new Refused(words.notDone);
  await replaceVerified(tx, c.suggestionId);
  await settleClaim(tx, id, { state: 'verified', verifiedFen, text, by: by.personId });
  await changeSuggestion(tx, c.suggestionId, { benefitFen: verifiedFen, benefitOn: legalDateOf(tx.now) });
  await audit.record(tx, by, words.auditVerified, { subject: { kind: 'suggestion', id: c.suggestionId }, unionId: seen.row.unitUnionId, slots: { number: seen.row.number, yuan: yuan(verifiedFen) } });
  await notify.tell(tx, { key: `suggestion/${c.suggestionId}/benefit/${id}/verified`, kind: 'suggestion.benefit', word: words.tellVerified, body: words.tellVerifiedBody, slots: { title: seen.row.title, yuan: yuan(verifiedFen) }, link: `/suggestions/${c.suggestionId}`, to: await authorsAnd(tx, c) });
  return { id };
}

/** Finance refuses a claim with a reason; what was verified before stands, and it may be claimed anew. */
export async function refuse(tx: Tx, by: Actor, { id, text }: In<'refuse'>): Promise<{ id: string }> {
  const { claim: c, seen } = await toSettle(tx, by, id);
  await settleClaim(tx, id, { state: 'refused', verifiedFen: null, text, by: by.personId });
  await audit.record(tx, by, words.auditRefused, { subject: { kind: 'suggestion', id: c.suggestionId }, unionId: seen.row.unitUnionId, slots: { number: seen.row.number } });
  await notify.tell(tx, { key: `suggestion/${c.suggestionId}/benefit/${id}/refused`, kind: 'suggestion.benefit', word: words.tellRefused, body: words.tellRefusedBody, slots: { title: seen.row.title }, link: `/suggestions/${c.suggestionId}`, to: await authorsAnd(tx, c) });
  return { id };
}

/** Claims of all suggestions the actor may read, with sums: what waits, and what counts. */
export async function benefits(tx: Tx, by: Actor, { unionId, ...f }: In<'benefits'>, call: Call): Promise<Out<'benefits'>> {
  const { items, ...sums } = await listBenefits(tx, by, { ...f, unitPath: await pathOf(tx, by, unionId) }, f);
  const today = legalDateOf(tx.now);
  return {
    ...sums,
    items: items.map((c) => ({ ...claimView(c, today, call.locale, !c.own && c.claimedById !== by.personId && mayIn(by, 'suggestions.verify', c.unitPath)), suggestionId: c.suggestionId, number: c.number, title: c.title, unit: c.unit, authors: c.authors })),
  };
}

/** The same as a spreadsheet. */
export async function exportBenefits(tx: Tx, by: Actor, { unionId, columns, ...f }: In<'exportBenefits'>, call: Call) {
  const { items } = await listBenefits(tx, by, { ...f, unitPath: await pathOf(tx, by, unionId) }, { limit: MOST_EXPORTED, offset: 0 });
  await audit.record(tx, by, words.auditExported, { subject: { kind: 'suggestionBenefits', id: tx.federationId }, slots: { n: items.length } });
  const day = (at: Date | null): string => (at === null ? '' : legalDateOf(at));
  return exportSheet<ListedClaim>({
    name: words.benefitsFile, now: tx.now, locale: call.locale, rows: items, shown: columns,
    columns: [
      { heading: words.colNumber, under: ['number'], cell: (c) => c.number }, { heading: words.colTitle, under: ['title'], cell: (c) => c.title }, { heading: words.colUnit, under: ['unit'], cell: (c) => c.unit },
      { heading: words.colAuthors, under: ['authors'], cell: (c) => c.authors }, { heading: words.colState, under: ['state'], cell: (c) => say(words[`benefit_${c.state}`], call.locale) },
      { heading: words.colClaimed, under: ['claimed'], kind: 'money', cell: (c) => c.claimedFen }, { heading: words.colVerified, under: ['verified'], kind: 'money', cell: (c) => c.verifiedFen },
      { heading: words.colWindow, under: ['window'], cell: (c) => `${c.windowFrom} ~ ${c.windowTo}` }, { heading: words.colBasis, under: ['basis'], cell: (c) => c.basis },
      { heading: words.colClaimedBy, under: ['claimedBy'], cell: (c) => c.claimedBy }, { heading: words.colClaimedOn, under: ['claimedBy'], kind: 'date', cell: (c) => day(c.claimedAt) },
      { heading: words.colSettledBy, under: ['settledBy'], cell: (c) => c.settledBy }, { heading: words.colSettledOn, under: ['settledBy'], kind: 'date', cell: (c) => day(c.settledAt) || null }, { heading: words.colText, under: ['settledBy'], cell: (c) => c.text },
    ],
  });
}
