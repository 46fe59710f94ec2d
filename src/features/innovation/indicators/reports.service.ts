import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { doorWords } from '#platform/http';
import { audit } from '#engines/audit';
import { countAll, type FiguresView, periodOf } from './figures.service.ts';
import type { api, Report } from './indicators.contract.ts';
import { differences } from './indicators.rules.ts';
import { words } from './indicators.words.ts';
import { findReport, insertReport, type KeptReport, listReports } from './reports.sql.ts';
import { scopeFor, settledScope } from './scope.service.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();
const figuresOf = (r: KeptReport): FiguresView => JSON.parse(r.figures) as FiguresView;

const reportView = (r: KeptReport): z.input<typeof Report> => ({ id: r.id, from: r.from, to: r.to, basis: r.basis, keptBy: r.keptBy, keptAt: r.keptAt.toISOString(), hash: r.hash.toString('hex'), all: figuresOf(r).all });

/** Keeps the figures of a period that is over, as they stand now. Once for each period and way of counting. */
export async function keep(tx: Tx, by: Actor, o: In<'keep'>) {
  const scope = await settledScope(tx, by, o);
  const period = periodOf(tx, o);
  if (period.to >= legalDateOf(tx.now)) throw new Refused(words.notOver, { slots: { day: period.to } });
  const figures = JSON.stringify(await countAll(tx, scope, { ...period, basis: o.basis, unitId: null }));
  const id = newId();
  if (!(await insertReport(tx, { ...period, id, schemeId: scope.scheme.id, basis: o.basis, figures, hash: hashOf(figures), byId: by.personId }))) throw new Refused(words.alreadyKept);
  await audit.record(tx, by, words.auditKept, { subject: { kind: 'indicatorReport', id }, unionId: scope.scheme.id, slots: { from: period.from, to: period.to } });
  return { id };
}

/** Kept reports of a scheme. */
export async function reports(tx: Tx, by: Actor, o: In<'reports'>) {
  const scope = await scopeFor(tx, by, o);
  const { items, total } = await listReports(tx, scope.scheme.id, o);
  return { items: items.map(reportView), total };
}

/** A kept report as it was, whether its text still has its hash, and what differs from today's numbers. */
export async function report(tx: Tx, by: Actor, { id }: In<'report'>) {
  const kept = await findReport(tx, id);
  if (kept === null) throw new Refused(doorWords.notFound, { status: 404 });
  const scope = await scopeFor(tx, by, { schemeId: kept.schemeId });
  const figures = figuresOf(kept);
  const today = (await countAll(tx, scope, { from: kept.from, to: kept.to, basis: kept.basis, unitId: null })).all;
  const open = (unit: string): boolean => scope.own === null || scope.own.has(unit);
  return { ...reportView(kept), sound: hashOf(kept.figures).equals(kept.hash), figures: { ...figures, units: figures.units.map((u) => ({ ...u, open: open(u.id) })) }, today, differences: differences(figures.all, today) };
}
