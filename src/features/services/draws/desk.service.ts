import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { addDays, chinaTime, instantAt, legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { plainYuan } from '#shared/money';
import { say } from '#shared/words';
import type { Call, Download } from '#platform/http';
import { exportSheet } from '#platform/sheets';
import { audit } from '#engines/audit';
import { type ClaimState, claims, draws, STATES } from '#engines/claims';
import { loadUnionFor } from '#engines/org';
import { freezeAndTell, loadKept } from './campaigns.service.ts';
import type { api } from './draws.contract.ts';
import { stageAt } from './draws.rules.ts';
import * as q from './draws.sql.ts';
import { words } from './draws.words.ts';
import { givenNow, marksOf, prizesShown, termsIn, whoIn, witnessView } from './views.service.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
const EXPORT_MOST = 20_000;
const REGISTER_MOST = 2_000;
const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

async function rowOf(tx: Tx, c: q.CampaignRow) {
  return {
    id: c.id, title: c.title, union: c.union, stage: stageAt(c, tx.now), opensAt: c.opensAt.toISOString(), closesAt: c.closesAt.toISOString(), prizes: await prizesShown(tx, c.unionId, c.prizes), entrants: c.entrants, holders: c.holders, handed: c.handed, monthly: c.scheduleId !== null,
  };
}

/** Draws over the unions of the officer, latest first. */
export async function register(tx: Tx, by: Actor, f: Omit<In<'register'>, 'limit' | 'offset'> & { readonly limit: number; readonly offset: number }) {
  const unionPath = f.unionId === undefined ? undefined : (await loadUnionFor(tx, by, 'draws.keep', f.unionId)).path;
  const { items, total } = await q.listKept(tx, by, { unionPath, text: f.text, stage: f.stage, from: f.from === undefined ? undefined : instantAt(f.from), to: f.to === undefined ? undefined : instantAt(addDays(f.to, 1)), limit: f.limit, offset: f.offset });
  return { items: await Promise.all(items.map((c) => rowOf(tx, c))), total };
}

/** The register as it is shown, as a sheet. */
export async function exportRegister(tx: Tx, by: Actor, f: In<'exportRegister'>, call: Call): Promise<Download> {
  const { items } = await register(tx, by, { ...f, limit: REGISTER_MOST, offset: 0 });
  await audit.record(tx, by, words.auditExportedAll, { subject: { kind: 'register', id: tx.federationId }, slots: { n: items.length } });
  return exportSheet({
    name: words.registerName, now: tx.now, locale: call.locale, rows: items, shown: f.columns,
    columns: [
      { heading: words.titleColumn, under: ['name'], cell: (r) => r.title }, { heading: words.prizesColumn, under: ['name'], cell: (r) => r.prizes.map((p) => `${p.name} × ${p.count}`).join('、') }, { heading: words.union, under: ['union'], cell: (r) => r.union },
      { heading: words.state, under: ['stage'], cell: (r) => say(words[`stage_${r.stage}`], call.locale) }, { heading: words.closes, under: ['closes'], cell: (r) => chinaTime(new Date(r.closesAt)) }, { heading: words.entrants, under: ['entrants'], cell: (r) => String(r.entrants) },
      { heading: words.holders, under: ['given'], cell: (r) => String(r.holders) }, { heading: words.handed, under: ['given'], cell: (r) => String(r.handed) },
    ],
  });
}

function mayOf(c: q.CampaignRow, now: Date): string[] {
  const stage = stageAt(c, now);
  const again = c.frozenAt !== null && c.next === null && c.handed === 0 && (stage === 'drawn' || stage === 'frozen' || stage === 'off');
  const off = !['off', 'empty'].includes(stage) && c.handed === 0;
  return [...(stage === 'draft' ? ['change', 'announce'] : []), ...(stage === 'closing' ? ['freeze'] : []), ...(stage === 'frozen' ? ['draw'] : []), ...(again ? ['again'] : []), ...(off ? ['callOff'] : [])];
}

/** One draw at the desk. */
export async function kept(tx: Tx, by: Actor, { id }: In<'kept'>, { locale }: Call) {
  const c = await loadKept(tx, by, id);
  const [d, witnesses, people] = [await draws.findDraw(tx, id), await draws.listWitnesses(tx, [id]), await q.findPeople(tx, c.path, c.witnessIds)];
  return {
    ...(await rowOf(tx, c)), about: c.about, who: whoIn(d, c, locale), place: c.place, pickFrom: c.handOverFrom && legalDateOf(c.handOverFrom), pickTo: c.handOverTo && addDays(legalDateOf(c.handOverTo), -1), birthMonth: c.birthMonth, memberDays: c.memberDays, restDays: c.restDays,
    source: c.source, need: c.need, revealHours: c.revealHours, unionId: c.unionId, people, witnesses: witnesses.map((w) => ({ ...witnessView(w), personId: w.personId })), terms: termsIn(d, locale), marks: marksOf(c), frozenAt: iso(c.frozenAt), dueAt: iso(c.dueAt), drawnAt: iso(c.drawnAt),
    offWhy: c.offWhy, againOf: c.againOf, next: c.next, why: c.why, version: c.version, link: `/draws/${c.id}`, may: mayOf(c, tx.now),
  };
}

/** Whoever left before the list was frozen is not shown; whoever gave a prize back is. */
const statesShown = (c: q.CampaignRow): readonly ClaimState[] => (c.drawnAt === null && c.state !== 'cancelled' ? STATES.filter((s) => s !== 'cancelled') : STATES);

/** Those who entered, in the order of the draw once there is one. */
export async function entrants(tx: Tx, by: Actor, { id, text, limit, offset }: In<'entrants'>) {
  const c = await loadKept(tx, by, id);
  const [{ items, total }, given] = [await claims.listClaims(tx, id, { text, limit, offset, states: statesShown(c) }), await givenNow(tx, c)];
  return { items: items.map((x) => ({ id: x.id, name: x.name, unit: x.unit, at: x.at.toISOString(), rank: x.rank, state: x.state, prize: given.get(x.id)?.name ?? null })), total };
}

/** The list with real names, prizes and tax: for handing out and for the tax return. */
export async function exportEntrants(tx: Tx, by: Actor, { id, text, columns }: In<'exportEntrants'>, call: Call): Promise<Download> {
  const c = await loadKept(tx, by, id);
  const { items } = await claims.listClaims(tx, id, { text, limit: EXPORT_MOST, offset: 0, states: statesShown(c) });
  const [given, prizes] = [await givenNow(tx, c), await prizesShown(tx, c.unionId, c.prizes)];
  await audit.record(tx, by, words.auditExported, { subject: { kind: 'offer', id }, unionId: c.unionId, slots: { title: c.title, n: items.length } });
  const prizeOf = (claimId: string) => prizes.find((p) => p.name === given.get(claimId)?.name);
  return exportSheet({
    name: words.exportName, now: tx.now, locale: call.locale, rows: items, shown: columns,
    columns: [
      { heading: words.rank, under: ['rank'], cell: (r) => (r.rank === null ? '' : String(r.rank)) }, { heading: words.name, under: ['name'], cell: (r) => r.name }, { heading: words.staffNumber, under: ['name'], cell: (r) => r.staffNumber }, { heading: words.unit, under: ['unit'], cell: (r) => r.unit },
      { heading: words.enteredAt, under: ['at'], cell: (r) => chinaTime(r.at) }, { heading: words.state, under: ['state'], cell: (r) => say(claims.stateWord('draw', r.state), call.locale) }, { heading: words.prize, under: ['prize'], cell: (r) => prizeOf(r.id)?.name ?? '' },
      { heading: words.value, under: ['prize'], cell: (r) => { const p = prizeOf(r.id); return p ? plainYuan(BigInt(p.value)) : ''; } }, { heading: words.taxEach, under: ['prize'], cell: (r) => { const p = prizeOf(r.id); return p ? plainYuan(BigInt(p.taxFen)) : ''; } },
      { heading: words.taxWay, under: ['prize'], cell: (r) => { const p = prizeOf(r.id); return p ? say(words[`tax_${p.tax}`], call.locale) : ''; } },
    ],
  });
}

/** Who may be a witness, by the beginning of their name. */
export async function people(tx: Tx, by: Actor, { unionId, text }: In<'people'>) {
  const union = await loadUnionFor(tx, by, 'draws.keep', unionId);
  return { items: await q.listPeople(tx, union.path, text) };
}

/** Freezes the list by hand, where the clock has not done it yet. */
export async function freeze(tx: Tx, by: Actor, { id }: In<'freeze'>) {
  await loadKept(tx, by, id);
  await freezeAndTell(tx, by, id);
  return { id };
}

/** Draws by hand, where what is needed is there. A draw that waits for drand is held by the job that asks drand. */
export async function drawByHand(tx: Tx, by: Actor, { id }: In<'draw'>) {
  const c = await loadKept(tx, by, id);
  if (c.source === 'drand') throw new Refused(words.drandItself);
  await draws.drawNow(tx, by, id);
  return { id };
}
