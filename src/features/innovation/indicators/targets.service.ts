import type { z } from 'zod';
import { type Actor, may, type Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { audit } from '#engines/audit';
import type { api } from './indicators.contract.ts';
import { words } from './indicators.words.ts';
import { scopeFor, settledScope } from './scope.service.ts';
import { deleteTargets, listTargets, type TargetRow, upsertTargets } from './targets.sql.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;

/** Targets of a year beside those of the year before. */
export async function targets(tx: Tx, by: Actor, o: In<'targets'>) {
  const scope = await scopeFor(tx, by, o);
  const year = o.year ?? Number(legalDateOf(tx.now).slice(0, 4));
  return {
    year, scheme: { id: scope.scheme.id, name: scope.scheme.name }, units: scope.units.filter((u) => !u.ended).map((u) => ({ id: u.id, name: u.name, head: u.id === scope.scheme.id })),
    items: await listTargets(tx, scope.scheme.id, year), before: await listTargets(tx, scope.scheme.id, year - 1), may: scope.own === null && may(by, 'indicators.settle') ? ['settle'] : [],
  };
}

/** Sets targets of units and groups for a year; null takes one away. */
export async function setTargets(tx: Tx, by: Actor, o: In<'setTargets'>) {
  const scope = await settledScope(tx, by, o);
  const known = new Set(scope.units.map((u) => u.id));
  if (o.targets.some((t) => !known.has(t.unitId))) throw new Refused(words.unitUnknown, { status: 400, fields: [{ path: 'targets', why: words.unitUnknown }] });
  const last = new Map(o.targets.map((t) => [`${t.unitId} ${t.group} ${t.indicator}`, t]));
  const at = { schemeId: scope.scheme.id, year: o.year, byId: by.personId };
  const [set, gone] = [[...last.values()].filter((t): t is TargetRow => t.target !== null), [...last.values()].filter((t) => t.target === null)];
  const changed = (await upsertTargets(tx, at, set)) + (await deleteTargets(tx, at, gone));
  await audit.record(tx, by, words.auditTargets, { subject: { kind: 'indicatorTargets', id: scope.scheme.id }, unionId: scope.scheme.id, slots: { year: o.year, n: changed } });
  return { changed };
}

/** Copies the targets of the year before where this year has none yet. */
export async function copyTargets(tx: Tx, by: Actor, o: In<'copyTargets'>) {
  const scope = await settledScope(tx, by, o);
  const units = new Set(scope.units.filter((u) => !u.ended).map((u) => u.id));
  const before = (await listTargets(tx, scope.scheme.id, o.year - 1)).filter((t) => units.has(t.unitId));
  if (before.length === 0) throw new Refused(words.nothingToCopy, { slots: { year: o.year - 1 } });
  const there = new Set((await listTargets(tx, scope.scheme.id, o.year)).map((t) => `${t.unitId} ${t.group} ${t.indicator}`));
  const changed = await upsertTargets(tx, { schemeId: scope.scheme.id, year: o.year, byId: by.personId }, before.filter((t) => !there.has(`${t.unitId} ${t.group} ${t.indicator}`)));
  await audit.record(tx, by, words.auditCopied, { subject: { kind: 'indicatorTargets', id: scope.scheme.id }, unionId: scope.scheme.id, slots: { year: o.year, n: changed } });
  return { changed };
}
