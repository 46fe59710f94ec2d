import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { addMonths, legalDateOf } from '#shared/dates';
import { type Locale, say, type Word } from '#shared/words';
import type { Call, Download } from '#platform/http';
import { exportSheet } from '#platform/sheets';
import { audit } from '#engines/audit';
import { loadUnionFor } from '#engines/org';
import { KEEP, loadTerm, open } from './access.service.ts';
import { delegateRule } from './by-rule.service.ts';
import type { api, division } from './congress.contract.ts';
import { ageAt, monthsLeft, YOUNG_AGE, youngSince } from './congress.rules.ts';
import * as con from './constituencies.sql.ts';
import { words } from './congress.words.ts';
import type { roll } from './delegates.contract.ts';
import * as d from './delegates.sql.ts';
import { sayFindings } from './findings.service.ts';
import { findTermFindings, shareSeats } from './judging.service.ts';
import * as q from './terms.sql.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
type RollIn<K extends keyof typeof roll> = z.output<(typeof roll)[K]['in']>;
const EXPORT_MOST = 20_000;

const dayOf = (tx: Tx): { today: string; six: string } => { const today = legalDateOf(tx.now); return { today, six: addMonths(today, 6) }; };
type Asked = Omit<In<'bodies'>, 'limit' | 'offset' | 'vacant'> & { readonly vacant?: boolean | undefined };
const filterOf = async (tx: Tx, by: Actor, f: Asked): Promise<q.BodyFilter> => ({ ...f, unionPath: f.unionId ? (await loadUnionFor(tx, by, KEEP, f.unionId)).path : undefined });

/** Bodies of the unions that the actor keeps: what ends first stands first. */
export async function bodies(tx: Tx, by: Actor, { limit, offset, ...f }: In<'bodies'>) {
  const day = dayOf(tx);
  const filter = await filterOf(tx, by, f);
  const { items, total } = await q.listBodies(tx, by, filter, { ...day, limit, offset });
  return { items: items.map((b) => ({ ...b, monthsLeft: b.endsOn === null ? null : monthsLeft(b.endsOn, day.today) })), total, ...(await q.sumBodies(tx, by, filter.unionPath, day)) };
}

const exported = async (tx: Tx, by: Actor, name: Word, n: number, line: { id: string; unionId: string; kind: string } | null): Promise<void> =>
  audit.record(tx, by, words.auditExported, { subject: { kind: line?.kind ?? 'congressBody', id: line?.id ?? by.personId }, unionId: line?.unionId ?? by.membership?.unionId ?? null, slots: { name, n } });

/** The same as a spreadsheet. */
export async function exportBodies(tx: Tx, by: Actor, { columns, ...f }: In<'exportBodies'>, call: Call): Promise<Download> {
  const { items } = await q.listBodies(tx, by, await filterOf(tx, by, f), { ...dayOf(tx), limit: EXPORT_MOST, offset: 0 });
  await exported(tx, by, words.bodiesName, items.length, items[0] ? { id: items[0].id, unionId: items[0].unionId, kind: 'congressBody' } : null);
  return exportSheet({
    name: words.bodiesName, now: tx.now, locale: call.locale, rows: items, shown: columns,
    columns: [
      { heading: words.columnBody, under: ['name'], cell: (b) => b.name }, { heading: words.columnUnion, under: ['name'], cell: (b) => b.union }, { heading: words.columnKind, under: ['kind'], cell: (b) => say(words[`kind_${b.kind}`], call.locale) },
      { heading: words.columnTerm, under: ['term'], kind: 'number', cell: (b) => b.number }, { heading: words.columnBegan, under: ['term'], cell: (b) => b.beganOn ?? '' }, { heading: words.columnEnds, under: ['ends'], cell: (b) => b.endsOn ?? '' },
      { heading: words.columnSeats, under: ['seats'], kind: 'number', cell: (b) => b.seats }, { heading: words.columnDelegates, under: ['seats'], kind: 'number', cell: (b) => b.delegates }, { heading: words.columnVacant, under: ['vacant'], kind: 'number', cell: (b) => b.vacancies },
    ],
  });
}

/** Constituencies with how their seats came about. */
async function divided(tx: Tx, term: q.TermRow) {
  const list = await con.listConstituencies(tx, term.id);
  const by = new Map((shareSeats(term.seats, list) ?? []).map((s) => [s.id, s]));
  return list.map((c) => {
    const s = by.get(c.id);
    return {
      id: c.id, number: c.number, name: c.name, units: [...c.units], counted: c.counted, others: c.others, othersReason: c.othersReason, workers: c.counted + c.others, women: c.women, dispatched: c.dispatched, share: s?.share ?? '', by: s?.by ?? ('nobody' as const),
      seats: c.seats, filled: c.filled, vacant: Math.max(0, c.seats - c.filled), delegationId: c.delegationId, delegation: c.delegation, election: c.electionId === null ? null : { id: c.electionId, state: c.electionState ?? 'open' },
    };
  });
}

/** Units with people that lie in no constituency. */
async function unitsApart(tx: Tx, term: q.TermRow, list: readonly { units: readonly { id: string }[] }[]): Promise<{ id: string; name: string; people: number }[]> {
  const placed = new Set(list.flatMap((c) => c.units.map((u) => u.id)));
  return (await con.countUnits(tx, term.path, legalDateOf(tx.now))).filter((u) => u.people > 0 && !placed.has(u.id)).map((u) => ({ id: u.id, name: u.name, people: u.people })).slice(0, 500);
}

function stepsOf(by: Actor, term: q.TermRow, sums: d.Sums, seatsOpen: boolean): string[] {
  const prepared = term.stage === 'prepared';
  if (term.stage === 'ended') return [];
  return open(by, term.path, [prepared && 'adjust', prepared && 'divide', 'elect', 'delegations', 'roll', 'groups', !prepared && 'recall'],
    [prepared && 'confirm', prepared && !seatsOpen && sums.waiting + sums.failed === 0 && 'ready', prepared && sums.delegates === 0 && 'drop']);
}

/** The page of a term: numbers with their basis, constituencies, delegations, findings, what is open. */
export async function term(tx: Tx, by: Actor, { id }: In<'term'>, call: Call) {
  const t = await loadTerm(tx, by, id);
  const sums = await d.sumRoll(tx, id, youngSince(legalDateOf(tx.now)));
  const constituencies = await divided(tx, t);
  const rule = await delegateRule(tx, { unionId: t.unionId, kind: t.kind, people: t.workers }, call.locale);
  const findings = t.form === 'meeting' ? [] : await findTermFindings(tx, t, sums);
  return {
    ...t, confirmedAt: t.confirmedAt?.toISOString() ?? null, rule, delegates: sums.delegates, observers: sums.observers, guests: sums.guests, waiting: sums.waiting, failed: sums.failed, vacancies: sums.vacancies, entitled: sums.delegates + sums.vacancies, findings: sayFindings(findings, call.locale),
    constituencies, apart: t.form === 'meeting' ? [] : await unitsApart(tx, t, constituencies), delegations: await con.listDelegations(tx, id), may: stepsOf(by, t, sums, constituencies.some((c) => c.vacant > 0)),
  };
}

/** Constituencies with the table that explains their seats. */
export async function exportConstituencies(tx: Tx, by: Actor, { id, columns }: z.output<(typeof division)['exportConstituencies']['in']>, call: Call): Promise<Download> {
  const t = await loadTerm(tx, by, id);
  const list = await divided(tx, t);
  await exported(tx, by, words.constituenciesName, list.length, { ...t, kind: 'congressTerm' });
  return exportSheet({
    name: words.constituenciesName, now: tx.now, locale: call.locale, rows: list, shown: columns,
    columns: [
      { heading: words.columnConstituency, under: ['name'], cell: (c) => c.name }, { heading: words.columnUnits, under: ['units'], cell: (c) => c.units.map((u) => u.name).join('、') }, { heading: words.columnWorkers, under: ['workers'], kind: 'number', cell: (c) => c.workers }, { heading: words.columnWomen, under: ['women'], kind: 'number', cell: (c) => c.women },
      { heading: words.columnShare, under: ['share'], cell: (c) => c.share }, { heading: words.columnBy, under: ['share'], cell: (c) => say(words[`by_${c.by}`], call.locale) },
      { heading: words.columnSeats, under: ['seats'], kind: 'number', cell: (c) => c.seats }, { heading: words.columnDelegates, under: ['seats'], kind: 'number', cell: (c) => c.filled }, { heading: words.columnDelegation, under: ['delegation'], cell: (c) => c.delegation },
    ],
  });
}

function rowOf(r: d.DelegateRow, today: string, may: readonly string[], locale: Locale) {
  const age = ageAt(r.birthDate, today);
  const held = r.until === null;
  const isDelegate = r.class === 'delegate';
  const isVacant = !held && isDelegate && r.replacedBy === '' && r.seatDropped === '' && r.endReason !== 'mistake';
  const steps: readonly (string | false)[] = [held && 'change', held && 'end', held && isDelegate && 'check', held && isDelegate && 'move', held && isDelegate && 'recall', isVacant && r.endReason !== 'recalled' && 'restore', isVacant && 'dropSeat'];
  return { ...r, age, young: age !== null && age <= YOUNG_AGE, endReason: r.endReason === '' ? '' : say((words as unknown as Record<string, Word>)[`end_${r.endReason}`] ?? words.end_resigned, locale), roles: [...r.roles], gone: r.gone || r.elsewhere, may: steps.filter((s) => s !== false && may.includes(s)) as string[] };
}

/** One page of a roll. */
export async function delegates(tx: Tx, by: Actor, { id, limit, offset, ...f }: RollIn<'list'>, call: Call) {
  const t = await loadTerm(tx, by, id);
  const { items, total } = await d.listRoll(tx, id, f, { limit, offset });
  const may = t.stage === 'ended' ? [] : open(by, t.path, ['change', 'end', 'check', 'move', 'restore', t.stage === 'sitting' && 'recall'], ['dropSeat']);
  return { items: items.map((r) => rowOf(r, legalDateOf(tx.now), may, call.locale)), total };
}

/** A roll as a spreadsheet: the delegates' list. */
export async function exportRoll(tx: Tx, by: Actor, { id, columns, ...f }: RollIn<'exportRoll'>, call: Call): Promise<Download> {
  const t = await loadTerm(tx, by, id);
  const { items } = await d.listRoll(tx, id, f, { limit: EXPORT_MOST, offset: 0 });
  await exported(tx, by, words.rollName, items.length, { ...t, kind: 'congressTerm' });
  const today = legalDateOf(tx.now);
  const w = (word: Word): string => say(word, call.locale);
  return exportSheet({
    name: words.rollName, now: tx.now, locale: call.locale, rows: items.map((r) => rowOf(r, today, [], call.locale)), shown: columns,
    columns: [
      { heading: words.columnCard, under: ['card'], cell: (r) => r.cardNumber }, { heading: words.columnName, under: ['name'], cell: (r) => r.name }, { heading: words.columnStaff, under: ['name'], cell: (r) => r.staffNumber }, { heading: words.columnSex, under: ['sex'], cell: (r) => (r.sex === '' ? '' : w(r.sex === 'female' ? words.female : words.male)) }, { heading: words.columnAge, under: ['sex'], kind: 'number', cell: (r) => r.age },
      { heading: words.columnUnit, under: ['unit'], cell: (r) => r.unit }, { heading: words.columnClass, under: ['class'], cell: (r) => w(words[`class_${r.class}`]) }, { heading: words.columnConstituency, under: ['constituency'], cell: (r) => r.constituency }, { heading: words.columnDelegation, under: ['delegation'], cell: (r) => r.delegation },
      { heading: words.columnPost, under: ['post'], cell: (r) => w(words[`post_${r.post}`]) }, { heading: words.columnDispatched, under: ['post'], cell: (r) => (r.dispatched ? w(words.yes) : '') }, { heading: words.columnChecked, under: ['checked'], cell: (r) => w(words[`checked_${r.checked}`]) },
      { heading: words.columnSince, under: ['since'], cell: (r) => r.since }, { heading: words.columnUntil, under: ['since'], cell: (r) => r.until ?? '' }, { heading: words.columnWhy, under: ['since'], cell: (r) => r.endReason },
    ],
  });
}

/** What is printed on the cards of a roll: at most 5,000. */
export async function cards(tx: Tx, by: Actor, { id, delegationId }: RollIn<'cards'>) {
  const t = await loadTerm(tx, by, id);
  const { items, total } = await d.listRoll(tx, id, { delegationId }, { limit: 5000, offset: 0 });
  return { body: t.body, union: t.union, number: t.number, items: items.map((r) => ({ id: r.id, name: r.name, unit: r.unit, class: r.class, delegation: r.delegation, constituency: r.constituency, cardNumber: r.cardNumber, code: r.cardCode })), total };
}
