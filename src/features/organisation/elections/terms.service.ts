import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { addMonths, daysBetween, legalDateOf } from '#shared/dates';
import { say } from '#shared/words';
import type { Call, Download } from '#platform/http';
import { exportSheet } from '#platform/sheets';
import { termStands } from '#engines/ballot';
import { audit } from '#engines/audit';
import { notify } from '#engines/notify';
import { findUnions, loadUnionFor, officersOf } from '#engines/org';
import { rulebook } from '#engines/rulebook';
import { KEEP } from './access.service.ts';
import type { terms } from './elections.contract.ts';
import { REMIND_MONTHS, reminderOf } from './elections.rules.ts';
import * as q from './elections.sql.ts';
import { words } from './elections.words.ts';

type In<K extends keyof typeof terms> = z.output<(typeof terms)[K]['in']>;
const EXPORT_MOST = 5_000;
const WATCH = Math.max(...REMIND_MONTHS);
const OFFICES = ['chair', 'viceChair', 'organiser'] as const;

async function viewOf(tx: Tx, by: Actor, r: q.TermRow, today: string) {
  const { values } = await rulebook.look(tx, { unionId: r.unionId }, ['elections.term.delayMonths', 'elections.vacancy.withinMonths']);
  const stands = r.termTo === null ? ('none' as const) : termStands({ from: r.termFrom ?? r.termTo, lastDay: r.termTo, latest: addMonths(r.termTo, values['elections.term.delayMonths']) }, today, daysBetween(today, addMonths(today, WATCH)));
  const waits = r.electionId === null && (stands !== 'running' || r.vacantSince !== null);
  return {
    ...r, id: r.unionId, chair: r.chair ?? '', stands, days: r.termTo === null ? null : daysBetween(today, r.termTo), vacantDue: r.vacantSince === null ? null : addMonths(r.vacantSince, values['elections.vacancy.withinMonths']),
    may: [...(r.electionId === null ? ['start'] : []), ...(waits && by.grants.some((g) => g.permission === KEEP && r.path !== g.path && r.path.startsWith(g.path)) ? ['remind'] : [])],
  };
}

/** Terms of the own unions and those below: what ends within six months, what is over, where nobody chairs. */
export async function list(tx: Tx, by: Actor, { unionId, text, stands, limit, offset }: In<'list'>) {
  const today = legalDateOf(tx.now);
  const unionPath = unionId === undefined ? undefined : (await loadUnionFor(tx, by, KEEP, unionId)).path;
  const { items, ...sums } = await q.listTerms(tx, by, { unionPath, text, stands, today, soon: addMonths(today, WATCH) }, { limit, offset });
  return { ...sums, items: await Promise.all(items.map((r) => viewOf(tx, by, r, today))) };
}

/** The watch over terms as a sheet. */
export async function exportTerms(tx: Tx, by: Actor, { columns, ...f }: In<'exportTerms'>, call: Call): Promise<Download> {
  const { items } = await list(tx, by, { ...f, limit: EXPORT_MOST, offset: 0 });
  await audit.record(tx, by, words.auditExported, { subject: { kind: 'register', id: tx.federationId }, slots: { name: words.termsName, n: items.length } });
  return exportSheet({
    name: words.termsName, now: tx.now, locale: call.locale, rows: items, shown: columns,
    columns: [
      { heading: words.columnUnion, under: ['union'], cell: (r) => r.union }, { heading: words.columnAbove, under: ['union'], cell: (r) => r.above }, { heading: words.columnMembers, under: ['members'], cell: (r) => String(r.members) }, { heading: words.columnChair, under: ['chair'], cell: (r) => r.chair },
      { heading: words.columnVacant, under: ['chair'], cell: (r) => r.vacantSince }, { heading: words.columnFrom, under: ['term'], cell: (r) => r.termFrom }, { heading: words.columnTo, under: ['term'], cell: (r) => r.termTo }, { heading: words.columnStands, under: ['stands'], cell: (r) => say(words[`stands_${r.stands}`], call.locale) },
      { heading: words.columnDays, under: ['stands'], cell: (r) => (r.days === null ? '' : String(r.days)) }, { heading: words.columnState, under: ['state'], cell: (r) => (r.electionState === null ? '' : say(words[`state_${r.electionState}`], call.locale)) },
    ],
  });
}

async function tellUnion(tx: Tx, t: { unionId: string; union: string; termTo: string }, key: string, over: boolean, to: readonly string[], months: number): Promise<void> {
  if (to.length === 0) return;
  await notify.tell(tx, {
    key, kind: 'elections.terms', to: [...new Set(to)], word: over ? words.tellOver : words.tellEnds, body: over ? words.tellOverBody : words.tellEndsBody, slots: { union: t.union, day: t.termTo, n: months }, link: `/console/elections/new?unionId=${t.unionId}`, unionId: t.unionId,
  });
}

/** Reminds unions by hand, each once a day: those whose term ends or is over and that prepare nothing. */
export async function remind(tx: Tx, by: Actor, { unionIds }: In<'remind'>) {
  const today = legalDateOf(tx.now);
  let told = 0;
  for (const id of new Set(unionIds)) {
    const union = await loadUnionFor(tx, by, KEEP, id);
    const to = (await officersOf(tx, [id], OFFICES)).map((o) => o.personId).filter((p) => p !== by.personId);
    await audit.record(tx, by, words.auditReminded, { subject: { kind: 'union', id }, unionId: id, slots: { union: union.name } });
    if (to.length === 0) continue;
    const termTo = union.termTo ?? today;
    await tellUnion(tx, { unionId: id, union: union.name, termTo }, `elections/${id}/asked/${today}`, termTo < today, to, reminderOf(termTo, today) ?? WATCH);
    told += 1;
  }
  return { told };
}

/** Reminds the officers of each union six, three and one months before a term ends and once it is over; then the union above too. @returns how many unions */
export async function remindOfEnds(tx: Tx): Promise<number> {
  const today = legalDateOf(tx.now);
  const ending = await q.listEnding(tx, addMonths(today, WATCH));
  const officers = Map.groupBy(await officersOf(tx, [...new Set(ending.flatMap((t) => [t.unionId, ...(t.parentId === null ? [] : [t.parentId])]))], OFFICES), (o) => o.unionId);
  const unions = await findUnions(tx, ending.map((t) => t.unionId));
  let told = 0;
  for (const t of ending) {
    const due = reminderOf(t.termTo, today);
    if (due === null || !unions.has(t.unionId)) continue;
    const to = [...(officers.get(t.unionId) ?? []), ...(due === 0 && t.parentId !== null ? (officers.get(t.parentId) ?? []) : [])].map((o) => o.personId);
    await tellUnion(tx, t, `elections/${t.unionId}/${t.termTo}/${due}`, due === 0, to, due);
    if (to.length > 0) told += 1;
  }
  return told;
}
