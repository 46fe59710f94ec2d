import type { z } from 'zod';
import { type Actor, may, type Tx } from '#shared/call';
import { addDays, addMonths, daysBetween, legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import * as q from './figures.sql.ts';
import type { api, Figures } from './indicators.contract.ts';
import { type Basis, type Counts, GROUPS, KINDS, MONTHS_MOST, monthsOf, NOTHING, type Period, plus } from './indicators.rules.ts';
import { words } from './indicators.words.ts';
import { listCampaigns } from './scheme.sql.ts';
import { type Scope, scopeFor, scopeOfMember, schemesFor } from './scope.service.ts';
import type { Span } from './span.sql.ts';
import { listTargets } from './targets.sql.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
export type FiguresView = z.input<typeof Figures>;
type Asked = { readonly from?: string | undefined; readonly to?: string | undefined };

/** The period that was asked for; without days the calendar year of today. @throws Refused when it runs backwards or is longer than five years */
export function periodOf(tx: Tx, o: Asked): Period {
  const year = legalDateOf(tx.now).slice(0, 4);
  const from = o.from ?? `${o.to?.slice(0, 4) ?? year}-01-01`;
  const to = o.to ?? `${from.slice(0, 4)}-12-31`;
  if (from > to || addMonths(from, MONTHS_MOST) <= to || from < '1950-01-01') throw new Refused(words.daysWrong, { status: 400, fields: [{ path: 'to', why: words.daysWrong }] });
  return { from, to };
}

/** What is counted: the scheme or one unit of it over a period. Members are taken on its last day, or today while it runs. */
export function spanOf(tx: Tx, scope: Pick<Scope, 'scheme' | 'unitOf'>, period: Period, basis: Basis, unitId: string | null): Span {
  const today = legalDateOf(tx.now);
  const unions = [...scope.unitOf].filter(([, unit]) => unitId === null || unit === unitId).map(([union]) => union);
  return { ...period, basis, schemeId: scope.scheme.id, unitId, unions, staffDay: period.to < today ? period.to : today };
}

const has = (bits: string, place: number): boolean => ((BigInt(bits) >> BigInt(place)) & 1n) === 1n;

/** Looks up distinct people by unit, month, kind, campaign or group of people. */
function peopleOf(list: readonly q.PeopleRow[]) {
  const sum = (part: q.PeopleRow['part'], of: (key: string) => boolean): number => list.reduce((n, r) => (r.part === part && of(r.key) ? n + r.n : n), 0);
  const units = new Map(list.filter((r) => r.part === 'unit').map((r) => [r.key, r.n]));
  return { all: sum('all', () => true), unit: (id: string) => units.get(id) ?? 0, at: (part: 'month' | 'kind' | 'campaign' | 'group', place: number) => sum(part, (bits) => has(bits, place)) };
}

/** Looks up what was counted of suggestions. */
function countsOf(list: readonly q.CountRow[]) {
  const known = new Map(list.map((r) => [`${r.part}/${r.key}`, plus(NOTHING, r)]));
  return { all: list.reduce((sum, r) => (r.part === 'month' ? plus(sum, r) : sum), NOTHING), at: (part: q.CountRow['part'], key: string): Counts => known.get(`${part}/${key}`) ?? NOTHING };
}

/** Members of the unions that `of` picks, on each of the days. */
const staffBy = (list: readonly q.StaffRow[], of: (unionId: string) => boolean) => (day: number): number => list.reduce((n, r) => (of(r.unionId) && r.first <= day && day < r.last ? n + r.n : n), 0);

const groupCounts = (list: readonly q.GroupRow[], place: number): Counts => list.reduce((sum, row) => ((row.bits >> place) & 1 ? plus(sum, row) : sum), NOTHING);

/** Counts everything for a scheme or one unit of it. The ranking of units is always of the whole scheme. */
export async function countAll(tx: Tx, scope: Omit<Scope, 'unitId'>, o: Period & { basis: Basis; unitId: string | null }): Promise<FiguresView> {
  const span = spanOf(tx, scope, o, o.basis, o.unitId);
  const months = monthsOf(o);
  const read = { first: o.from, days: months.flatMap((m, place) => Array.from({ length: daysBetween(m.from, m.to) + 1 }, () => place)) };
  const campaigns = await listCampaigns(tx, scope.scheme.id, o.from, o.to);
  const counted = countsOf(await q.countSuggestions(tx, span, read));
  const people = peopleOf(await q.countParticipants(tx, span, read, campaigns.map((c) => c.id)));
  const staff = await q.countStaff(tx, [...scope.unitOf.keys()], months.map((m) => addDays(m.to < span.staffDay ? m.to : span.staffDay, 1)));
  const groups = await q.countGroups(tx, span);
  const rewards = await q.sumRewards(tx, span, [...scope.unitOf.keys()]);
  const paid = (of: (unit: string | null) => boolean): number => rewards.reduce((sum, r) => (of(r.unionId === null ? null : (scope.unitOf.get(r.unionId) ?? null)) ? sum + r.paidFen : sum), 0);
  const last = months.length - 1;
  const staffHere = staffBy(staff, (union) => o.unitId === null || scope.unitOf.get(union) === o.unitId);
  const all = { ...counted.all, staff: staffHere(last), participants: people.all, rewardFen: paid((unit) => o.unitId === null || unit === o.unitId) };
  const unit = scope.units.find((u) => u.id === o.unitId);
  const units = scope.units.map((u) => ({ id: u.id, name: u.name, head: u.id === scope.scheme.id, ended: u.ended, open: scope.own?.has(u.id) ?? true, counts: { ...counted.at('unit', u.id), staff: staffBy(staff, (x) => scope.unitOf.get(x) === u.id)(last), participants: people.unit(u.id), rewardFen: paid((unit) => unit === u.id) } }));
  return {
    scheme: { id: scope.scheme.id, name: scope.scheme.name }, unit: unit ? { id: unit.id, name: unit.name } : null, from: o.from, to: o.to, basis: o.basis, staffDay: span.staffDay, workers: scope.scheme.workers, rewards: rewards.length > 0, all,
    units: units.filter((u) => u.counts.staff + u.counts.valid > 0 || !u.ended).map(({ ended: _, ...u }) => u),
    months: months.map((m, i) => ({ ...m, counts: { ...counted.at('month', String(i)), staff: staffHere(i), participants: people.at('month', i) } })),
    kinds: KINDS.map((kind, i) => ({ kind, counts: { ...counted.at('kind', kind), staff: all.staff, participants: people.at('kind', i) } })),
    groups: GROUPS.map((group, i) => ({ group, counts: { ...groupCounts(groups, i), participants: people.at('group', i) } })),
    campaigns: campaigns.map((c, i) => ({ id: c.id, title: c.title, counts: { ...counted.at('campaign', c.id), staff: all.staff, participants: people.at('campaign', i) } })),
    targets: await listTargets(tx, scope.scheme.id, Number(o.to.slice(0, 4))),
  };
}

/** Schemes the reader reaches with the units that may be opened. */
export async function schemes(tx: Tx, by: Actor) {
  const list = await schemesFor(tx, by);
  const items = [];
  for (const s of list.slice(0, 50)) {
    const scope = await scopeFor(tx, by, { schemeId: s.id }).catch((why: unknown) => (why instanceof Refused ? null : Promise.reject(why)));
    if (scope) items.push({ id: s.id, name: s.name, whole: scope.own === null, units: scope.units.filter((u) => !u.ended && (scope.own?.has(u.id) ?? true)).map((u) => ({ id: u.id, name: u.name })) });
  }
  return { items };
}

/** The five rates with all they are made of. */
export async function figures(tx: Tx, by: Actor, o: In<'figures'>) {
  const scope = await scopeFor(tx, by, o);
  const whole = scope.own === null;
  return { ...(await countAll(tx, scope, { ...periodOf(tx, o), basis: o.basis, unitId: scope.unitId })), whole, may: whole && may(by, 'indicators.settle') ? ['settle'] : [] };
}

/** How the member's unit stands this year, and the ranking of units. Nobody is named. */
export async function mine(tx: Tx, by: Actor, { year }: In<'mine'>) {
  const scope = await scopeOfMember(tx, by);
  const at = String(year ?? legalDateOf(tx.now).slice(0, 4));
  const f = await countAll(tx, scope, { from: `${at}-01-01`, to: `${at}-12-31`, basis: 'cohort', unitId: null });
  const own = f.units.find((u) => u.id === scope.unitId);
  return {
    scheme: f.scheme, from: f.from, to: f.to, staffDay: f.staffDay, all: f.all, unit: { id: scope.unitId, name: own?.name ?? f.scheme.name }, counts: own?.counts ?? NOTHING,
    targets: f.targets.filter((t) => t.group === 'all' && (t.unitId === scope.unitId || t.unitId === f.scheme.id)), units: f.units.map((u) => ({ name: u.name, own: u.id === scope.unitId, counts: u.counts })),
  };
}
