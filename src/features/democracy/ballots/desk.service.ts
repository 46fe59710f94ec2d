import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { chinaTime } from '#shared/dates';
import { type Locale, say } from '#shared/words';
import type { Call, Download } from '#platform/http';
import { exportSheet } from '#platform/sheets';
import { audit } from '#engines/audit';
import { type Ballot, ballots, shownTurnout } from '#engines/ballot';
import { loadUnionFor } from '#engines/org';
import type { desk } from './ballots.contract.ts';
import * as q from './ballots.sql.ts';
import { words } from './ballots.words.ts';
import { loadKept } from './holding.service.ts';
import { rollFor } from './roll.service.ts';
import { cardOf, decidesOf, fullOf, iso, resultOf, ruleFor } from './views.service.ts';

type In<K extends keyof typeof desk> = z.output<(typeof desk)[K]['in']>;
const EXPORT_MOST = 2_000;

/** Votes over the unions of the officer, latest first. */
export async function register(tx: Tx, by: Actor, f: Omit<In<'register'>, 'limit' | 'offset'> & { readonly limit: number; readonly offset: number }, { locale }: { readonly locale: Locale }) {
  const unionPath = f.unionId === undefined ? undefined : (await loadUnionFor(tx, by, 'ballots.keep', f.unionId)).path;
  const { items, total } = await q.listKept(tx, by, { ...f, unionPath });
  const all = new Map((await ballots.findBallots(tx, items.map((h) => h.id))).map((b) => [b.id, b]));
  return { total, items: items.flatMap((h) => { const b = all.get(h.id); return b ? [{ ...cardOf(b, h), verdict: b.result === null ? null : resultOf(b.result, locale).verdict }] : []; }) };
}

/** The register as it is shown, as a sheet. */
export async function exportRegister(tx: Tx, by: Actor, f: In<'exportRegister'>, call: Call): Promise<Download> {
  const { items } = await register(tx, by, { ...f, limit: EXPORT_MOST, offset: 0 }, call);
  await audit.record(tx, by, words.auditExported, { subject: { kind: 'register', id: tx.federationId }, slots: { n: items.length } });
  const time = (at: string | null): string => (at === null ? '' : chinaTime(new Date(at)));
  return exportSheet({
    name: words.registerName, now: tx.now, locale: call.locale, rows: items, shown: f.columns,
    columns: [
      { heading: words.titleColumn, under: ['title'], cell: (r) => r.title }, { heading: words.unionColumn, under: ['union'], cell: (r) => r.union }, { heading: words.levelColumn, under: ['level'], cell: (r) => say(words[`level_${r.level}`], call.locale) },
      { heading: words.stateColumn, under: ['state'], cell: (r) => say(words[`state_${r.state}`], call.locale) }, { heading: words.closesColumn, under: ['closes'], cell: (r) => time(r.closesAt) }, { heading: words.entitledColumn, under: ['turnout'], cell: (r) => String(r.entitled) },
      { heading: words.givenColumn, under: ['turnout'], cell: (r) => String(r.given) },
    ],
  });
}

function mayOf(b: Ballot, h: q.Held): string[] {
  const fresh = h.given === 0 && b.level !== 'blind' ? ['raise'] : [];
  const round = b.state === 'declared' && b.result?.kind === 'election' && b.result.next !== null && h.next === null ? ['again'] : [];
  switch (b.state) {
    case 'prepared': return ['change', 'announce', 'callOff'];
    case 'announced': return [...(b.keysReady ? ['open'] : []), ...fresh, 'callOff'];
    case 'open': return ['close', 'remind', ...fresh, 'callOff'];
    case 'closed': return b.result === null ? [] : ['declare', 'annul'];
    case 'declared': return [...round, 'annul'];
    case 'void': return [];
  }
}

/** Turnout by unit, small ones together, names in the order of their size. */
async function unitsOf(tx: Tx, b: Ballot, locale: Locale) {
  const { units, others } = shownTurnout(await ballots.listTurnout(tx, b.id));
  if (units.length + (others ? 1 : 0) < 2) return [];
  const names = await q.nameUnions(tx, units.map((u) => u.unionId));
  const list = units.toSorted((x, y) => y.entitled - x.entitled).slice(0, 200).map((u) => ({ name: names.get(u.unionId) ?? '', entitled: u.entitled, given: u.given }));
  return others ? [...list, { name: say(words.othersTogether, locale), entitled: others.entitled, given: others.given }] : list;
}

/** One vote at the desk. */
export async function kept(tx: Tx, by: Actor, { id }: In<'kept'>, { locale }: Call) {
  const { h, b } = await loadKept(tx, by, id);
  return {
    ...(await fullOf(tx, b, h, locale)), unionId: h.unionId, basisCode: h.basis, roll: { how: h.roll.how, people: await q.findPeople(tx, h.path, h.roll.people), unions: (await ballots.findUnits(tx, h.path, h.roll.unions ?? [])).map((u) => ({ id: u.id, name: u.name })), listed: h.roll.people.length }, keysReady: b.keysReady, tellers: h.tellers, round: h.round, next: h.next, againOf: h.againOf,
    units: b.state === 'prepared' ? [] : await unitsOf(tx, b, locale), announcedAt: iso(b.announcedAt), openedAt: iso(b.openedAt), closedAt: iso(b.closedAt), version: b.version, may: mayOf(b, h),
  };
}

/** What a rule and a roll would mean, before anything is prepared. */
export async function look(tx: Tx, by: Actor, d: In<'look'>, { locale }: Call) {
  const union = await loadUnionFor(tx, by, 'ballots.keep', d.unionId);
  const rule = await ruleFor(tx, d.unionId, d.basis);
  return { people: await q.countRoll(tx, await rollFor(tx, union, d.roll)), decides: decidesOf(rule, d.basis === 'election' ? 'election' : 'motion', locale), basis: rule.basis.map((x) => x[locale]) };
}

/** Members below a union by the beginning of their name. */
export async function people(tx: Tx, by: Actor, d: In<'people'>) {
  const union = await loadUnionFor(tx, by, 'ballots.keep', d.unionId);
  return { items: await q.listPeople(tx, union.path, d.text) };
}
