import type { z } from 'zod';
import { type Actor, mayIn, type Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { say, type Word } from '#shared/words';
import type { Call } from '#platform/http';
import { audit } from '#engines/audit';
import { findMemberships, findUnion, officersOf, type Union } from '#engines/org';
import { type LineWanted, payments } from '#engines/payments';
import { rulebook } from '#engines/rulebook';
import * as q from './honours.sql.ts';
import type { api } from './rewards.contract.ts';
import { among, backKey, honourKey, unitAward } from './rewards.rules.ts';
import { draw, schemeFor } from './rewards.service.ts';
import { listLists } from './rewards.sql.ts';
import { words } from './rewards.words.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
export const HONOUR = 'suggestion.honour';
const RULES = ['suggestions.bestOfYear.count', 'suggestions.bestOfYear.each', 'suggestions.bestUnits.count', 'suggestions.bestUnits.payrollShare', 'suggestions.specialists.best', 'suggestions.specialists.other'] as const;

const lastDay = (year: number): string => `${year}-12-31`;
const living = (all: readonly q.Honour[], kind: q.HonourKind): q.Honour[] => all.filter((h) => h.kind === kind && h.withdrawnAt === null);

async function begin(tx: Tx, by: Actor, unionId: string, year: number): Promise<{ union: Union; all: q.Honour[] }> {
  const union = await schemeFor(tx, by, 'rewards.honour', unionId);
  if (`${year}-01-01` > legalDateOf(tx.now)) throw new Refused(words.yearToCome, { slots: { year } });
  await q.lockScheme(tx, union.id);
  return { union, all: await q.listHonours(tx, union.id, year) };
}

const resolved = (tx: Tx, union: Union, year: number) => rulebook.resolve(tx, { unionId: union.id, at: lastDay(year) }, RULES);

type Given = Omit<q.NewHonour, 'id' | 'schemeUnionId' | 'decidedById'>;

/** Writes awards, those that are given already left out, with one line in the log. */
async function give(tx: Tx, by: Actor, union: Union, kind: q.HonourKind, list: readonly Given[]): Promise<{ given: number }> {
  const written = await q.insertHonours(tx, list.map((h) => ({ ...h, id: newId(), schemeUnionId: union.id, decidedById: by.personId })));
  await audit.record(tx, by, words.auditHonoured, { subject: { kind: 'union', id: union.id }, unionId: union.id, slots: { kind: words[kind], n: written.length }, ...(list[0]?.ruleSetId ? { basis: { ruleSetId: list[0].ruleSetId } } : {}) });
  return { given: written.length };
}

const NOTHING = { suggestionId: null, unitUnionId: null, personId: null, campaignId: null, place: 0, month: '' } as const;

async function qualify(tx: Tx, union: Union, o: { year: number; campaignId: string | null; ids: readonly string[]; why: Word }): Promise<string[]> {
  const ids = [...new Set(o.ids)];
  const qualified = await q.findQualified(tx, union.id, { year: o.year, campaignId: o.campaignId, ids });
  if (ids.some((id) => !qualified.has(id))) throw new Refused(o.why, { status: 400, fields: [{ path: 'suggestionIds', why: o.why }] });
  return ids;
}

/** Names suggestions among the best of a year: grade one, completed in it; no more than the rulebook says. */
export async function bestSuggestions(tx: Tx, by: Actor, { unionId, year, suggestionIds }: In<'bestSuggestions'>) {
  const { union, all } = await begin(tx, by, unionId, year);
  const ids = await qualify(tx, union, { year, campaignId: null, ids: suggestionIds, why: words.notCandidate });
  const { values, ruleSetId } = await resolved(tx, union, year);
  const there = living(all, 'bestSuggestion');
  const fresh = ids.filter((id) => !there.some((h) => h.suggestionId === id));
  const most = values['suggestions.bestOfYear.count'];
  if (there.length + fresh.length > most) throw new Refused(words.tooManyBest, { slots: { n: most, given: there.length } });
  return give(tx, by, union, 'bestSuggestion', fresh.map((suggestionId) => ({ ...NOTHING, year, kind: 'bestSuggestion', suggestionId, amountFen: BigInt(values['suggestions.bestOfYear.each']), ruleSetId })));
}

/** Names a best unit: its share of a month's payroll goes to a member of it, who takes it for all. */
export async function bestUnit(tx: Tx, by: Actor, { unionId, year, unitId, month, payrollFen, payeeId }: In<'bestUnit'>) {
  const { union, all } = await begin(tx, by, unionId, year);
  const unit = await findUnion(tx, unitId);
  if (unit === null || unit.parentId !== union.id) throw new Refused(words.unknownUnit, { status: 400, fields: [{ path: 'unitId', why: words.unknownUnit }] });
  const home = (await findMemberships(tx, [payeeId])).get(payeeId);
  const at = home === undefined ? null : await findUnion(tx, home.unionId);
  if (!at?.path.startsWith(unit.path)) throw new Refused(words.unknownPayee, { status: 400, fields: [{ path: 'payeeId', why: words.unknownPayee }] });
  const { values, ruleSetId } = await resolved(tx, union, year);
  const there = living(all, 'bestUnit');
  const most = values['suggestions.bestUnits.count'];
  if (there.length >= most && !there.some((h) => h.unitUnionId === unitId)) throw new Refused(words.tooManyUnits, { slots: { n: most, given: there.length } });
  await q.savePayrolls(tx, by.personId, [{ unionId: unitId, month, payrollFen: BigInt(payrollFen) }]);
  return give(tx, by, union, 'bestUnit', [{ ...NOTHING, year, kind: 'bestUnit', unitUnionId: unitId, personId: payeeId, place: 1, month, amountFen: unitAward(BigInt(payrollFen), values['suggestions.bestUnits.payrollShare']), ruleSetId }]);
}

/** Gives every specialist of the year's last day the award: more in the best units, which are named first. */
export async function specialists(tx: Tx, by: Actor, { unionId, year }: In<'specialists'>) {
  const { union, all } = await begin(tx, by, unionId, year);
  const best = living(all, 'bestUnit');
  if (best.length === 0) throw new Refused(words.unitsFirst);
  const { values, ruleSetId } = await resolved(tx, union, year);
  const people = await q.listSpecialists(tx, union.path, lastDay(year));
  return give(tx, by, union, 'specialist', people.map((p) => {
    const among = best.some((h) => h.unitUnionId === p.unitId);
    return { ...NOTHING, year, kind: 'specialist', unitUnionId: p.unitId, personId: p.personId, place: among ? 1 : 0, amountFen: BigInt(values[among ? 'suggestions.specialists.best' : 'suggestions.specialists.other']), ruleSetId };
  }));
}

/** Gives a campaign's prize to entries that were adopted; no more of a place than the campaign offers. */
export async function campaignPrize(tx: Tx, by: Actor, { unionId, year, campaignId, place, suggestionIds }: In<'campaignPrize'>) {
  const { union, all } = await begin(tx, by, unionId, year);
  const prize = (await q.listCampaigns(tx, union.id, year)).find((c) => c.id === campaignId)?.prizes.find((p) => p.place === place);
  if (prize === undefined) throw new Refused(words.noSuchPrize, { slots: { place }, status: 400, fields: [{ path: 'place', why: { ...words.noSuchPrize } }] });
  const ids = await qualify(tx, union, { year, campaignId, ids: suggestionIds, why: words.notEntry });
  const there = living(all, 'campaign').filter((h) => h.campaignId === campaignId);
  const fresh = ids.filter((id) => !there.some((h) => h.suggestionId === id));
  const given = there.filter((h) => h.place === place).length;
  if (given + fresh.length > prize.count) throw new Refused(words.tooManyPrizes, { slots: { n: prize.count, given, place } });
  return give(tx, by, union, 'campaign', fresh.map((suggestionId) => ({ ...NOTHING, year, kind: 'campaign', suggestionId, campaignId, place, amountFen: BigInt(prize.amountFen), ruleSetId: null })));
}

type Reason = Exclude<LineWanted['reason'], string>;

function reasonOf(h: q.Honour): Reason {
  if (h.kind === 'bestSuggestion') return { word: words.lineBest, slots: { year: h.year, number: h.number } };
  if (h.kind === 'bestUnit') return { word: words.lineUnit, slots: { year: h.year, unit: h.unit } };
  if (h.kind === 'specialist') return { word: words.lineSpecialist, slots: { year: h.year, unit: h.unit } };
  return { word: words.lineCampaign, slots: { campaign: h.campaign, place: h.place, number: h.number } };
}

/** The lines of awards: for suggestions split among authors, otherwise one for the person. */
async function linesOf(tx: Tx, honours: readonly q.Honour[]): Promise<Map<string, LineWanted[]>> {
  const sharing = await q.listSharing(tx, honours.flatMap((h) => (h.suggestionId ? [h.suggestionId] : [])));
  return new Map(honours.map((h) => {
    const parts = h.suggestionId ? among(h.amountFen, sharing.get(h.suggestionId) ?? []) : h.personId && h.amountFen > 0n ? [{ personId: h.personId, amountFen: h.amountFen }] : [];
    const document = h.suggestionId ? { kind: 'suggestion', id: h.suggestionId } : { kind: 'honour', id: h.id };
    return [h.id, parts.map((p) => ({ ...p, reason: reasonOf(h), document, key: honourKey(h.id, p.personId) }))];
  }));
}

/** Drafts the payment list of a year's awards that are on no list; those that were taken back after they were paid are set off. */
export async function drawYear(tx: Tx, by: Actor, { unionId, year }: In<'drawYear'>, call: Call) {
  const union = await schemeFor(tx, by, 'rewards.draw', unionId);
  const honours = await q.listHonours(tx, union.id, year);
  const lines = await linesOf(tx, honours);
  const places = await payments.findByKeys(tx, [...lines.values()].flat().map((l) => l.key));
  const wanted = honours.flatMap((h) => (lines.get(h.id) ?? []).flatMap((l): LineWanted[] => {
    const state = places.get(l.key)?.state;
    if (h.withdrawnAt === null) return state === 'pending' || state === 'paid' ? [] : [l];
    return state === 'paid' ? [{ ...l, amountFen: -l.amountFen, reason: { word: words.lineHonourBack }, key: backKey(l.key) }] : [];
  }));
  const back = await payments.findByKeys(tx, wanted.filter((l) => l.amountFen < 0n).map((l) => l.key));
  return draw(tx, by, { unionId: union.id, purpose: HONOUR, period: String(year), title: say(words.listYear, call.locale, { year }), lines: wanted.filter((l) => !back.has(l.key)) });
}

/** Takes an award back: off a list that is still being prepared; what was paid is set off by the next list. */
export async function withdraw(tx: Tx, by: Actor, { id, why }: In<'withdraw'>) {
  const h = await q.lockHonour(tx, id);
  if (h === null || h.withdrawnAt !== null) throw new Refused(words.unknownHonour, { status: 404 });
  const union = await schemeFor(tx, by, 'rewards.honour', h.schemeUnionId);
  const lines = (await linesOf(tx, [h])).get(h.id) ?? [];
  for (const p of (await payments.findByKeys(tx, lines.map((l) => l.key))).values()) {
    if (p.state === 'failed' || (p.state === 'pending' && (p.listState === 'drafted' || p.listState === 'returned'))) await payments.removeLine(tx, by, { lineId: p.lineId, why: say(words.withdrawnLine, 'zh') });
  }
  await q.withdrawHonour(tx, id, why);
  await audit.record(tx, by, words.auditWithdrawn, { subject: { kind: 'union', id: union.id }, unionId: union.id, slots: { what: [say(words[h.kind], 'zh'), h.number || h.unit, h.person].filter(Boolean).join(' ') } });
  return { id };
}

async function standing(tx: Tx, honours: readonly q.Honour[]): Promise<Map<string, 'none' | 'listed' | 'paid'>> {
  const lines = await linesOf(tx, honours);
  const places = await payments.findByKeys(tx, [...lines.values()].flat().map((l) => l.key));
  return new Map(honours.map((h) => {
    const states = (lines.get(h.id) ?? []).map((l) => places.get(l.key)?.state);
    return [h.id, states.length > 0 && states.every((s) => s === 'paid') ? 'paid' : states.some((s) => s === 'pending' || s === 'paid') ? 'listed' : 'none'];
  }));
}

/** The awards of a year, what may be given still, and from what. */
export async function year(tx: Tx, by: Actor, { unionId, year: y }: In<'year'>) {
  const union = await schemeFor(tx, by, 'rewards.read', unionId);
  const honours = await q.listHonours(tx, union.id, y);
  const { values } = await rulebook.look(tx, { unionId: union.id, at: lastDay(y) }, RULES);
  const states = await standing(tx, honours);
  const units = await q.listUnits(tx, union, y);
  const officers = await officersOf(tx, units.map((u) => u.id), ['chair', 'suggestionSpecialist']);
  const given = (campaignId: string, place: number): number => living(honours, 'campaign').filter((h) => h.campaignId === campaignId && h.place === place).length;
  return {
    honours: honours.map((h) => ({ id: h.id, kind: h.kind, suggestionId: h.suggestionId, title: h.title, number: h.number, unit: h.unit, person: h.person, campaign: h.campaign, place: h.place, month: h.month, amountFen: Number(h.amountFen), decidedAt: h.decidedAt.toISOString(), withdrawn: h.withdrawnAt === null ? null : h.withdrawnWhy, paid: states.get(h.id) ?? 'none' })),
    best: { count: values['suggestions.bestOfYear.count'], given: living(honours, 'bestSuggestion').length, eachFen: values['suggestions.bestOfYear.each'] },
    units, payees: officers.map((o) => ({ unitId: o.unionId, personId: o.personId, name: o.personName })), unitCount: values['suggestions.bestUnits.count'], unitShare: values['suggestions.bestUnits.payrollShare'],
    specialists: await q.listSpecialists(tx, union.path, lastDay(y)), specialistBestFen: values['suggestions.specialists.best'], specialistOtherFen: values['suggestions.specialists.other'],
    campaigns: (await q.listCampaigns(tx, union.id, y)).map((c) => ({ ...c, prizes: c.prizes.map((p) => ({ ...p, given: given(c.id, p.place) })) })),
    lists: (await listLists(tx, union.id, HONOUR, String(y))).map((l) => ({ ...l, totalFen: Number(l.totalFen) })),
    mayHonour: mayIn(by, 'rewards.honour', union.path), mayDraw: mayIn(by, 'rewards.draw', union.path),
  };
}

/** Suggestions that qualify for the best of a year, or for a campaign's prizes. */
export async function candidates(tx: Tx, by: Actor, { unionId, year: y, campaignId, ...f }: In<'candidates'>) {
  const union = await schemeFor(tx, by, 'rewards.read', unionId);
  return q.listCandidates(tx, union.id, { ...f, year: y, campaignId: campaignId ?? null });
}
