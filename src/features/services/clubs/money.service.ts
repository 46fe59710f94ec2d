import type { z } from 'zod';
import { type Actor, mayIn, type Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { say } from '#shared/words';
import { type Call, doorWords, type Download } from '#platform/http';
import { exportSheet } from '#platform/sheets';
import { audit } from '#engines/audit';
import { files } from '#engines/files';
import { notify } from '#engines/notify';
import { loadUnionFor } from '#engines/org';
import { rulebook } from '#engines/rulebook';
import { belongs, GRANT, KEEP, leads, loadClub, loadKept, loadLed, refuseUnlessActive, subject, wrong, yuan } from './access.service.ts';
import { usualGrant } from './clubs.rules.ts';
import { words } from './clubs.words.ts';
import type { desk } from './desk.contract.ts';
import type { meeting } from './gatherings.contract.ts';
import { findGathering } from './gatherings.sql.ts';
import * as q from './money.sql.ts';

type In<K extends keyof typeof meeting> = z.output<(typeof meeting)[K]['in']>;
type DeskIn<K extends keyof typeof desk> = z.output<(typeof desk)[K]['in']>;
const NUMBERS = ['clubs.grant.perMember', 'clubs.grant.most'] as const;
const EXPORT_MOST = 20_000;
const money = { kind: 'number' } as const;

export const yearOf = (tx: Tx): number => Number(legalDateOf(tx.now).slice(0, 4));

/** Says once, when the part is loaded, who may open receipts. */
export const declareReceipts = (): void => files.declareOwner('clubReceipt', { most: 6, mayOpen: async (tx, by, id) => {
  const cost = await q.findCost(tx, id);
  return cost !== null && loadClub(tx, by, cost.clubId).then((c) => leads(by, c, ['leader', 'deputy', 'treasurer']), () => false);
} });

/** The money of a club in a year: grant with its basis, what was spent, what is left. Members see it as well: it is theirs. */
export async function ofClub(tx: Tx, by: Actor, { id, year = yearOf(tx) }: In<'money'>, { locale }: Call) {
  const c = await loadClub(tx, by, id);
  if (!belongs(by, c)) throw new Refused(doorWords.notFound, { status: 404 });
  const grant = (await q.findGrants(tx, [id], year)).get(id);
  const items = await q.listCosts(tx, id, year);
  const receipts = await files.listOf(tx, 'clubReceipt', items.filter((x) => !x.activity).map((x) => x.id).slice(0, 500));
  const spends = leads(by, c, ['leader', 'deputy', 'treasurer']);
  const spent = items.reduce((sum, x) => sum + Number(x.amountFen), 0);
  return {
    year, grantFen: grant ? Number(grant.amountFen) : null, account: grant ? say(words[`account_${grant.account as '50102'}`], locale) : '', note: grant?.note ?? '', spentFen: spent, leftFen: Number(grant?.amountFen ?? 0n) - spent, decidedOn: grant ? legalDateOf(grant.decidedAt) : null, decidedBy: grant?.decidedBy ?? '',
    basis: grant ? await rulebook.basisOf(tx, grant.ruleSetId, locale) : [],
    items: items.map((x) => ({
      id: x.id, item: x.item, amountFen: Number(x.amountFen), spentOn: x.spentOn, note: x.note, by: x.by, gathering: x.gathering, activity: x.activity, files: spends ? (receipts.get(x.id) ?? []).map((f) => ({ id: f.id, name: f.name, image: f.type.startsWith('image/') })) : [],
      mayRemove: !x.activity && (x.byId === by.personId || mayIn(by, KEEP, c.path)),
    })),
    may: [...(spends && c.state === 'active' && grant !== undefined && isOpenYear(tx, year) ? ['spend'] : []), ...(mayIn(by, GRANT, c.path) && c.foundedOn !== null ? ['grant'] : [])],
  };
}

/** This year, and in January the last one. */
const isOpenYear = (tx: Tx, year: number): boolean => year === yearOf(tx) || (year === yearOf(tx) - 1 && legalDateOf(tx.now).slice(5, 7) === '01');

/** What a club spent as a spreadsheet; the export is in the log. */
export async function exportCosts(tx: Tx, by: Actor, { id, year = yearOf(tx), columns }: In<'exportCosts'>, { locale }: Call): Promise<Download> {
  const c = await loadKept(tx, by, id);
  const items = await q.listCosts(tx, id, year);
  await audit.record(tx, by, words.auditExported, { ...subject(c), slots: { name: words.costsName, n: items.length } });
  return exportSheet({
    name: words.costsName, now: tx.now, locale, rows: items, shown: columns,
    columns: [
      { heading: words.columnDay, under: ['day'], cell: (x) => x.spentOn }, { heading: words.columnItem, under: ['item'], cell: (x) => x.item }, { heading: words.columnAmount, under: ['amount'], ...money, cell: (x) => Number(x.amountFen) / 100 },
      { heading: words.columnTitle, under: ['gathering'], cell: (x) => x.gathering }, { heading: words.columnNote, under: ['note'], cell: (x) => x.note }, { heading: words.columnBy, under: ['by'], cell: (x) => x.by },
    ],
  });
}

/**
 * Enters what a club spent, with receipts. The grant is locked while it is looked at: two at once cannot spend the same yuan.
 * @throws Refused when there is no grant or not enough of it left
 */
export async function addCost(tx: Tx, by: Actor, { id, files: receipts, gatheringId, amountFen, spentOn, ...said }: In<'addCost'>) {
  const c = await loadLed(tx, by, id, ['leader', 'deputy', 'treasurer']);
  refuseUnlessActive(c);
  const year = Number(spentOn.slice(0, 4));
  if (spentOn > legalDateOf(tx.now)) wrong('spentOn', words.costFuture);
  if (!isOpenYear(tx, year)) wrong('spentOn', words.costYear);
  if (gatheringId !== null && (await findGathering(tx, gatheringId))?.clubId !== id) wrong('gatheringId', words.costGathering);
  const grant = (await q.findGrants(tx, [id], year, true)).get(id);
  if (grant === undefined) throw new Refused(words.noGrant, { slots: { year } });
  const left = grant.amountFen - ((await q.sumCosts(tx, [id], year)).get(id) ?? 0n);
  if (BigInt(amountFen) > left) throw new Refused(words.overGrant, { slots: { left: yuan(left > 0n ? left : 0n) } });
  const fresh = newId();
  await q.insertCosts(tx, [{ id: fresh, clubId: id, year, gatheringId, amountFen: BigInt(amountFen), spentOn, byId: by.personId, ...said }]);
  if (receipts.length > 0) await files.attach(tx, by, receipts, { kind: 'clubReceipt', id: fresh });
  await audit.record(tx, by, words.auditCost, subject(c, { amount: yuan(amountFen) }));
  return { id: fresh };
}

/** Takes back what was entered by mistake: whoever entered it, or the union. */
export async function removeCost(tx: Tx, by: Actor, { id }: In<'removeCost'>) {
  const cost = await q.findCost(tx, id);
  if (cost === null) throw new Refused(doorWords.notFound, { status: 404 });
  const c = await loadClub(tx, by, cost.clubId, true);
  if (cost.byId !== by.personId && !mayIn(by, KEEP, c.path)) throw new Refused(doorWords.notFound, { status: 404 });
  await q.removeCost(tx, id);
  await audit.record(tx, by, words.auditCostRemoved, subject(c, { amount: yuan(cost.amountFen) }));
  return { id };
}

/**
 * Decides the grant of a club for a year, or decides it anew. All grants of a union for a year wait for its budget, so that together they never exceed it.
 * @throws Refused above the budget, above the most of the rulebook, below what is spent, or above the usual without a reason
 */
export async function grant(tx: Tx, by: Actor, { id, year, amountFen, account, note }: DeskIn<'grant'>) {
  const c = await loadKept(tx, by, id, GRANT);
  refuseUnlessActive(c);
  const { values, ruleSetId } = await rulebook.resolve(tx, { unionId: c.unionId }, NUMBERS);
  const [most, usual, amount] = [values['clubs.grant.most'], usualGrant(c.members, values['clubs.grant.perMember'], values['clubs.grant.most']), BigInt(amountFen)];
  const budget = await q.lockBudget(tx, c.unionId, year);
  if (budget === null) throw new Refused(words.budgetMissing, { slots: { union: c.union, year } });
  await q.findGrants(tx, [id], year, true);
  const left = budget - (await q.sumGrants(tx, c.unionId, year, id));
  const spent = (await q.sumCosts(tx, [id], year)).get(id) ?? 0n;
  if (amountFen > most) wrong('amountFen', words.overMost, { most: yuan(most) });
  if (amount > left) wrong('amountFen', words.overBudget, { year, left: yuan(left > 0n ? left : 0n) });
  if (amount < spent) wrong('amountFen', words.underSpent, { spent: yuan(spent) });
  if (amountFen > usual && note === '') wrong('note', words.noteMissing, { usual: yuan(usual) });
  await q.putGrant(tx, { clubId: id, year, amountFen: amount, account, members: c.members, usualFen: BigInt(usual), note, ruleSetId, byId: by.personId });
  if (c.leaderId !== null) {
    await notify.tell(tx, { key: `clubs/${id}/grant/${year}/${tx.now.getTime()}`, kind: 'clubs.grant', word: words.tellGrant, body: words.tellGrantBody, slots: { title: c.name, year, amount: yuan(amount) }, link: `/clubs/${id}`, unionId: c.unionId, to: [c.leaderId] });
  }
  await audit.record(tx, by, words.auditGrant, { ...subject(c, { year, amount: yuan(amount), usual: yuan(usual), members: c.members }), basis: { ruleSetId } });
  return { id, grantFen: amountFen, usualFen: usual };
}

/** Sets what a union has for its clubs in a year. */
export async function setBudget(tx: Tx, by: Actor, { year, unionId, amountFen }: DeskIn<'setBudget'>) {
  const union = await loadUnionFor(tx, by, GRANT, unionId);
  await q.lockBudget(tx, union.id, year);
  const granted = await q.sumGrants(tx, union.id, year);
  if (BigInt(amountFen) < granted) wrong('amountFen', words.underGranted, { granted: yuan(granted) });
  await q.putBudget(tx, union.id, year, BigInt(amountFen), by.personId);
  await audit.record(tx, by, words.auditBudget, { subject: { kind: 'union', id: union.id }, unionId: union.id, slots: { year, amount: yuan(amountFen) } });
  return { budgetFen: amountFen, grantedFen: Number(granted) };
}

const pathOf = async (tx: Tx, by: Actor, unionId: string | undefined): Promise<string | undefined> => (unionId === undefined ? undefined : (await loadUnionFor(tx, by, KEEP, unionId)).path);

type Overview = { readonly by: Actor; readonly unionPath: string | undefined; readonly year: number; readonly limit: number; readonly offset: number };
async function overview(tx: Tx, o: Overview) {
  const { items, total } = await q.listFunded(tx, o);
  const ids = items.map((c) => c.id);
  const [grants, last, spent] = [await q.findGrants(tx, ids, o.year), await q.findGrants(tx, ids, o.year - 1), await q.sumCosts(tx, ids, o.year)];
  const rules = new Map<string, { perMember: number; most: number }>();
  for (const unionId of new Set(items.map((c) => c.unionId))) {
    const { values } = await rulebook.look(tx, { unionId }, NUMBERS);
    rules.set(unionId, { perMember: values['clubs.grant.perMember'], most: values['clubs.grant.most'] });
  }
  const list = items.map((c) => {
    const [g, rule, fen] = [grants.get(c.id), rules.get(c.unionId), Number(spent.get(c.id) ?? 0n)];
    return {
      ...c, usualFen: usualGrant(c.members, rule?.perMember ?? 0, rule?.most ?? 0), mostFen: rule?.most ?? 0, lastFen: last.has(c.id) ? Number(last.get(c.id)?.amountFen) : null, grantFen: g ? Number(g.amountFen) : null, account: g?.account ?? '', note: g?.note ?? '', spentFen: fen, leftFen: Number(g?.amountFen ?? 0n) - fen,
      perMember: rule?.perMember ?? 0,
    };
  });
  return { list, total };
}

/** Grants of a year with totals against the budgets of the unions. */
export async function grants(tx: Tx, by: Actor, { unionId, year = yearOf(tx), limit, offset }: DeskIn<'grants'>, { locale }: Call) {
  const unionPath = await pathOf(tx, by, unionId);
  const { list, total } = await overview(tx, { by, unionPath, year, limit, offset });
  const budgets = await q.listBudgets(tx, by, unionPath, year);
  const spent = await q.sumCosts(tx, budgets.flatMap((b) => b.clubIds), year);
  return {
    year, total, may: by.grants.some((g) => g.permission === GRANT) ? ['grant'] : [],
    items: list.map(({ perMember, ...c }) => ({ ...c, basis: [say(words.usualBasis, locale, { members: c.members, each: yuan(perMember), most: yuan(c.mostFen) })] })),
    budgets: budgets.map((b) => ({ union: b.union, unionId: b.unionId, budgetFen: b.budgetFen === null ? null : Number(b.budgetFen), grantedFen: Number(b.grantedFen), spentFen: b.clubIds.reduce((sum, id) => sum + Number(spent.get(id) ?? 0n), 0), clubs: b.clubs })),
  };
}

/** Grants of a year as a spreadsheet; the export is in the log. */
export async function exportGrants(tx: Tx, by: Actor, { unionId, year = yearOf(tx), columns }: DeskIn<'exportGrants'>, { locale }: Call): Promise<Download> {
  const { list } = await overview(tx, { by, unionPath: await pathOf(tx, by, unionId), year, limit: EXPORT_MOST, offset: 0 });
  await audit.record(tx, by, words.auditExported, { subject: { kind: 'register', id: tx.federationId }, slots: { name: words.grantsName, n: list.length } });
  return exportSheet({
    name: words.grantsName, now: tx.now, locale, rows: list, shown: columns,
    columns: [
      { heading: words.columnName, under: ['name'], cell: (c) => c.name }, { heading: words.columnUnion, under: ['union'], cell: (c) => c.union }, { heading: words.columnMembers, under: ['members'], ...money, cell: (c) => c.members }, { heading: words.columnUsual, under: ['usual'], ...money, cell: (c) => c.usualFen / 100 },
      { heading: words.columnLast, under: ['last'], ...money, cell: (c) => (c.lastFen === null ? null : c.lastFen / 100) }, { heading: words.columnGrant, under: ['grant'], ...money, cell: (c) => (c.grantFen === null ? null : c.grantFen / 100) }, { heading: words.columnSpent, under: ['spent'], ...money, cell: (c) => c.spentFen / 100 },
      { heading: words.columnLeft, under: ['left'], ...money, cell: (c) => c.leftFen / 100 }, { heading: words.columnAccount, under: ['account'], cell: (c) => c.account }, { heading: words.columnNote, under: ['note'], cell: (c) => c.note },
    ],
  });
}
