import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { type Call, doorWords, type Download } from '#platform/http';
import { exportSheet } from '#platform/sheets';
import { audit } from '#engines/audit';
import { cases } from '#engines/cases';
import { notify } from '#engines/notify';
import { findUnion, findUnionFor, loadUnionFor } from '#engines/org';
import * as a from './accounts.sql.ts';
import { accountsFor, advance, bookOf, payDebts, postAll, summary } from './book.service.ts';
import { findScheme } from './credits.sql.ts';
import type { api } from './points.contract.ts';
import { pointsText } from './points.rules.ts';
import { words } from './points.words.ts';
import { listOwn } from './reservations.sql.ts';
import { reservationView } from './views.service.ts';
import { linesOf, walletOf, yearOf } from './wallet.service.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
const EXPORT_MOST = 5_000;

async function pathOf(tx: Tx, by: Actor, unionId: string | undefined): Promise<string | undefined> {
  return unionId ? (await loadUnionFor(tx, by, 'points.view', unionId)).path : undefined;
}

/** People with points over the unions of the officer, those who earned most in the year first. */
export async function ranking(tx: Tx, by: Actor, { unionId, ...f }: In<'ranking'>) {
  const year = f.year ?? yearOf(tx.now);
  const { items, total } = await a.listRanking(tx, by, { unionPath: await pathOf(tx, by, unionId), text: f.text, year, debt: f.debt === 'yes' }, f);
  return { items: items.map((x, i) => ({ id: x.personId, personId: x.personId, name: x.name, unit: x.unit, schemeId: x.schemeId, rank: f.offset + i + 1, earned: x.earned, balance: x.balance, held: x.held, debt: x.debt })), total, year };
}

/** The ranking as a spreadsheet, at most 5,000 people; the export is in the log. */
export async function exportRanking(tx: Tx, by: Actor, f: In<'exportRanking'>, call: Call): Promise<Download> {
  const { items, year } = await ranking(tx, by, { ...f, limit: EXPORT_MOST, offset: 0 });
  await audit.record(tx, by, words.auditExportedRanking, { subject: { kind: 'register', id: tx.federationId }, slots: { n: items.length, year } });
  const text = (n: number): string => pointsText(n);
  return exportSheet({
    name: words.exportRankingName, now: tx.now, locale: call.locale, rows: items, shown: f.columns,
    columns: [
      { heading: words.columnRank, under: ['rank'], cell: (x) => x.rank }, { heading: words.columnName, under: ['name'], cell: (x) => x.name }, { heading: words.columnUnit, under: ['unit'], cell: (x) => x.unit }, { heading: words.columnYear, under: ['earned'], cell: () => year },
      { heading: words.columnEarned, under: ['earned'], cell: (x) => text(x.earned) }, { heading: words.columnBalance, under: ['balance'], cell: (x) => text(x.balance) }, { heading: words.columnHeld, under: ['held'], cell: (x) => text(x.held) }, { heading: words.columnDebt, under: ['debt'], cell: (x) => text(x.debt) },
    ],
  });
}

/** Units by the points their people earned in a year. */
export async function units(tx: Tx, by: Actor, f: In<'units'>) {
  const year = f.year ?? yearOf(tx.now);
  return { items: await a.listUnits(tx, by, { unionPath: await pathOf(tx, by, f.unionId), year }), year };
}

/** One person's points with the statement of a year, for the desk and for paper. */
export async function holder(tx: Tx, by: Actor, { schemeId, personId, ...f }: In<'holder'>) {
  const [found, scheme] = [await a.findHolder(tx, by, schemeId, personId), await findUnion(tx, schemeId)];
  if (found === null || scheme === null) throw new Refused(doorWords.notFound, { status: 404 });
  const year = f.year ?? yearOf(tx.now);
  const keeps = cases.mayOver(by, 'points.keep', scheme) && personId !== by.personId;
  return {
    name: found.name, unit: found.unit, scheme: scheme.name, wallet: await walletOf(tx, schemeId, personId), year, ...(await linesOf(tx, schemeId, personId, year)),
    reservations: (await listOwn(tx, personId)).filter((v) => v.schemeId === schemeId).map((v) => reservationView(v, [])), may: keeps ? ['correct'] : [],
  };
}

/** Members below a scheme by the beginning of the name, for corrections and for whoever collects for a colleague. */
export async function members(tx: Tx, by: Actor, { schemeId, text }: In<'members'>) {
  const union = await findUnion(tx, schemeId);
  if (union === null || !by.grants.some((g) => g.permission === 'points.handOut' && (union.path.startsWith(g.path) || g.path.startsWith(union.path)))) throw new Refused(doorWords.notFound, { status: 404 });
  return { items: await a.findMembers(tx, union.path, text) };
}

/**
 * Gives or takes points by hand, with a reason, as a journal; never one's own. More than is there may be taken: the rest stands as a debt
 * that the next points make up.
 */
export async function correct(tx: Tx, by: Actor, d: In<'correct'>) {
  const [union, scheme] = [await findUnionFor(tx, by, 'points.keep', d.schemeId), await findScheme(tx, d.schemeId)];
  const person = union === null ? null : await a.memberUnder(tx, union.path, d.personId);
  if (union === null || scheme === null || person === null) throw new Refused(doorWords.notFound, { status: 404 });
  if (d.personId === by.personId) throw new Refused(words.notOwnPoints);
  if (d.amount === 0) throw new Refused(doorWords.checkInput, { status: 400, fields: [{ path: 'amount', why: words.notNothing }] });
  const book = await bookOf(tx, scheme);
  const accounts = await accountsFor(tx, book, [d.personId]);
  const wallet = accounts.get(d.personId)?.walletNo ?? 0;
  const slots = { name: person.name, n: pointsText(d.amount), reason: d.reason };
  await audit.record(tx, by, words.auditCorrected, { subject: { kind: 'pointAccount', id: d.personId }, unionId: person.unionId, slots });
  if (!(await a.insertCorrection(tx, { id: d.requestId, schemeId: d.schemeId, personId: d.personId, amount: d.amount, reason: d.reason, by: by.personId }))) {
    const [before] = await a.findCorrections(tx, [d.requestId]);
    if (before?.personId !== d.personId || before.amount !== d.amount) throw new Refused(words.requestTaken);
    return { id: d.requestId };
  }
  const amount = BigInt(Math.abs(d.amount));
  if (d.amount < 0) await advance(tx, book, accounts, new Map([[d.personId, amount]]), d.requestId);
  const today = legalDateOf(tx.now);
  const tags = { year: today.slice(0, 4) };
  await postAll(tx, { madeBy: by.personId }, [{
    bookId: book.id, key: `points/corrected/${d.requestId}`, on: today, summary: summary(words.summaryCorrected, { reason: d.reason }), document: { kind: 'pointCorrection', id: d.requestId },
    moves: [d.amount > 0 ? { from: book.corrected, to: wallet, amount, tags } : { from: wallet, to: book.corrected, amount, tags }],
  }]);
  await payDebts(tx, book, [...accounts.values()]);
  await notify.tell(tx, {
    key: `points/corrected/${d.requestId}`, kind: 'points.corrected', word: d.amount > 0 ? words.tellGiven : words.tellTaken, body: words.tellCorrectedBody, slots: { n: pointsText(Math.abs(d.amount)), reason: d.reason }, link: '/points',
    unionId: d.schemeId, to: [d.personId],
  });
  return { id: d.requestId };
}
