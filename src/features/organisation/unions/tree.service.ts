import type { z } from 'zod';
import { type Actor, mayIn, type Tx } from '#shared/call';
import { daysBetween, legalDateOf } from '#shared/dates';
import { type Locale, say, type Word } from '#shared/words';
import type { Call, Download } from '#platform/http';
import { exportSheet } from '#platform/sheets';
import { audit } from '#engines/audit';
import { notify } from '#engines/notify';
import { findUnion, listAncestors, listOfficeHistory, loadUnionFor, type OfficeHolding, officersOf, orgWords, sumFigures, type Union } from '#engines/org';
import type { api, UnionRow, UnionView } from './unions.contract.ts';
import { dutiesOf } from './unions.rules.ts';
import * as q from './unions.sql.ts';
import { words } from './unions.words.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;

const FOUND_MOST = 2000;
const orgWord = (key: string, locale: Locale): string => say((orgWords as Record<string, Word>)[key] ?? words.none, locale);
const row = (u: q.SummedRow, locale: Locale): z.input<typeof UnionRow> => ({ ...u, kindWord: orgWord(`kind_${u.kind}`, locale) });

/** The topmost unions over which the actor holds office. */
export async function roots(tx: Tx, by: Actor, _o: In<'roots'>, call: Call) {
  const own = by.grants.filter((g) => g.permission === 'unions.read');
  const top = own.filter((g) => !own.some((o) => o.path !== g.path && g.path.startsWith(o.path)));
  return { items: (await q.listRoots(tx, [...new Set(top.map((g) => g.unionId))], legalDateOf(tx.now))).map((u) => row(u, call.locale)) };
}

/** Branches of one union, by either line. */
export async function branches(tx: Tx, by: Actor, { id, offset }: In<'branches'>, call: Call) {
  await loadUnionFor(tx, by, 'unions.read', id);
  const { items, total } = await q.listBranches(tx, by, id, legalDateOf(tx.now), offset);
  return { items: items.map((u) => row(u, call.locale)), total };
}

/** Unions by name or code. */
export async function find(tx: Tx, by: Actor, { unionId, ...f }: In<'find'>, call: Call) {
  const path = unionId ? (await loadUnionFor(tx, by, 'unions.read', unionId)).path : undefined;
  const { items, total } = await q.findUnions(tx, by, { ...f, path }, legalDateOf(tx.now));
  return { items: items.map((u) => row(u, call.locale)), total };
}

/** The unions found as a spreadsheet, at most 2,000; the export is in the log. */
export async function exportFound(tx: Tx, by: Actor, f: In<'exportFound'>, call: Call): Promise<Download> {
  const { items } = await find(tx, by, { ...f, limit: FOUND_MOST, offset: 0 }, call);
  await audit.record(tx, by, words.auditExported, { subject: { kind: 'register', id: tx.federationId }, slots: { n: items.length } });
  return exportSheet({
    name: words.exportName, now: tx.now, locale: call.locale, rows: items, shown: f.columns,
    columns: [
      { heading: words.code, under: ['name'], cell: (u) => u.code }, { heading: words.name, under: ['name'], cell: (u) => u.name }, { heading: words.parent, under: ['parent'], cell: (u) => u.parent }, { heading: words.kind, under: ['kind'], cell: (u) => u.kindWord },
      { heading: words.state, under: ['state'], cell: (u) => say(words[`state_${u.state}` as 'state_active'], call.locale) }, { heading: words.chair, under: ['chair'], cell: (u) => u.chair },
      { heading: words.allMembers, under: ['members'], kind: 'number', cell: (u) => u.allMembers }, { heading: words.members, under: ['members'], kind: 'number', cell: (u) => u.members }, { heading: words.unionsUnder, under: ['below'], kind: 'number', cell: (u) => Math.max(0, u.allUnions - 1) },
    ],
  });
}

const officeView = (o: OfficeHolding, locale: Locale) => ({ id: o.id, personId: o.personId, person: o.personName, office: o.office, officeWord: orgWord(`office_${o.office}`, locale), title: o.title, fullTime: o.fullTime, fromDate: o.fromDate, toDate: o.toDate });

function stepsFor(by: Actor, u: Union): string[] {
  const over = (word: string, path: string): boolean => mayIn(by, word, path);
  if (u.state === 'merged' || u.state === 'dissolved') return [];
  const manage = over('unions.manage', u.path) ? ['change', 'found', 'setSector', 'renewQr', ...(u.parentId === null ? [] : ['move', 'merge', 'dissolve'])] : [];
  return [...manage, ...(over('unions.appoint', u.path) ? ['appoint', 'endOffice'] : [])];
}

/** One union with its people in office, its figures and what it has to mind. */
export async function union(tx: Tx, by: Actor, { id }: In<'union'>, call: Call): Promise<z.input<typeof UnionView>> {
  const u = await loadUnionFor(tx, by, 'unions.read', id);
  const today = legalDateOf(tx.now);
  const above = await listAncestors(tx, u);
  const sector = u.sectorParentId === null ? null : await findUnion(tx, u.sectorParentId);
  const into = u.mergedIntoId === null ? null : await findUnion(tx, u.mergedIntoId);
  const offices = await officersOf(tx, [id]);
  const figures = await sumFigures(tx, q.below(u.path));
  const [own] = await q.listRoots(tx, [id], today);
  const duties = dutiesOf({
    kind: u.kind, members: own?.members ?? 0, workers: u.workers, hasCommittee: offices.some((o) => o.office === 'chair'),
    hasFullTimeChair: offices.some((o) => o.office === 'chair' && o.fullTime), toTermEnd: u.termTo === null ? null : daysBetween(today, u.termTo),
  });
  return {
    ...u, termYears: u.termYears === 3 || u.termYears === 5 ? u.termYears : null, kindWord: orgWord(`kind_${u.kind}`, call.locale), mailbox: notify.mailboxAddress(u.joinCode), parent: above[0] ? { id: above[0].id, name: above[0].name } : null,
    sectorParent: sector ? { id: sector.id, name: sector.name } : null, ancestors: above.reverse().map((a) => ({ id: a.id, name: a.name })), mergedInto: into?.name ?? null,
    figures: { ...figures, countedAt: figures.countedAt?.toISOString() ?? null }, own: own?.members ?? 0, offices: offices.map((o) => officeView(o, call.locale)),
    officeHistory: (await listOfficeHistory(tx, id)).filter((o) => o.toDate !== null && o.toDate < today).map((o) => officeView(o, call.locale)),
    duties: duties.map((d) => say(words[d.duty], call.locale, { n: d.n, days: d.n })), may: stepsFor(by, u),
  };
}

/** The unions of a subtree as a spreadsheet. */
export async function exportUnions(tx: Tx, by: Actor, { id }: In<'exportUnions'>, call: Call): Promise<Download> {
  const u = await loadUnionFor(tx, by, 'unions.read', id);
  const list = await q.listForExport(tx, u.path, legalDateOf(tx.now));
  await audit.record(tx, by, words.auditExported, { subject: { kind: 'union', id }, unionId: id, slots: { n: list.length } });
  return exportSheet({
    name: words.exportName, now: tx.now, locale: call.locale, rows: list,
    columns: [
      { heading: words.code, cell: (x) => x.code }, { heading: words.name, cell: (x) => x.name }, { heading: words.kind, cell: (x) => orgWord(`kind_${x.kind}`, call.locale) }, { heading: words.parent, cell: (x) => x.parent },
      { heading: words.employer, cell: (x) => x.employer }, { heading: words.workers, cell: (x) => x.workers }, { heading: words.women, cell: (x) => x.women }, { heading: words.members, cell: (x) => x.members },
      { heading: words.chair, cell: (x) => x.chair }, { heading: words.termTo, cell: (x) => x.termTo },
    ],
  });
}
