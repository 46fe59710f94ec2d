import type { Readable } from 'node:stream';
import type { z } from 'zod';
import { type Actor, mayIn, type Tx } from '#shared/call';
import { chinaTime } from '#shared/dates';
import { type Locale, say } from '#shared/words';
import type { Call, Download } from '#platform/http';
import { exportSheet } from '#platform/sheets';
import { audit } from '#engines/audit';
import { type Ballot, ballots, type RollLine } from '#engines/ballot';
import { files } from '#engines/files';
import { listAncestors, loadUnion, loadUnionFor } from '#engines/org';
import type { desk, mine as own } from './appraisals.contract.ts';
import { type RaterClass, SECRET } from './appraisals.rules.ts';
import * as q from './appraisals.sql.ts';
import { words } from './appraisals.words.ts';
import { classNamed } from './classes.reading.ts';
import { decidesOf } from './counting.service.ts';
import { loadKept, missing } from './holding.service.ts';
import { figuresOf, gradesOf, leadersOf } from './report.service.ts';
import { FILES } from './steps.service.ts';

type In<K extends keyof typeof desk> = z.output<(typeof desk)[K]['in']>;
type Found = Omit<In<'register'>, 'limit' | 'offset'> & { readonly limit: number; readonly offset: number };
const EXPORT_MOST = 2_000;
const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

const cardOf = (b: Ballot, a: q.Held) => ({
  id: a.id, title: b.title, union: a.union, year: a.year, state: b.state, level: SECRET.find((l) => l === b.level) ?? 'detached', leaders: a.leaders, entitled: a.entitled, given: a.given, opensAt: iso(b.opensAt), closesAt: iso(b.closesAt),
});

/** Appraisals that somebody keeps or may read about, latest first, and the sums of each year. */
export async function register(tx: Tx, by: Actor, f: Found) {
  const unionPath = f.unionId === undefined ? undefined : (await loadUnion(tx, f.unionId)).path;
  const { items, total } = await q.listKept(tx, by, { ...f, unionPath });
  const ids = items.map((a) => a.id);
  const [all, readable] = [new Map((await ballots.findBallots(tx, ids)).map((b) => [b.id, b])), await q.readableAmong(tx, by, ids)];
  return {
    total, years: await q.sumYears(tx, by, { ...f, unionPath }),
    items: items.flatMap((a) => { const b = all.get(a.id); return b ? [{ ...cardOf(b, a), returned: b.result?.counts.ballotsReturned ?? null, may: [...(mayIn(by, q.KEEP, a.path) ? ['keep'] : []), ...(readable.has(a.id) ? ['read'] : [])] }] : []; }),
  };
}

/** The register as it is shown, as a sheet. */
export async function exportRegister(tx: Tx, by: Actor, f: In<'exportRegister'>, call: Call): Promise<Download> {
  const { items } = await register(tx, by, { ...f, limit: EXPORT_MOST, offset: 0 });
  await audit.record(tx, by, words.auditExported, { subject: { kind: 'register', id: tx.federationId }, slots: { n: items.length } });
  return exportSheet({
    name: words.registerName, now: tx.now, locale: call.locale, rows: items, shown: f.columns,
    columns: [
      { heading: words.titleColumn, under: ['title'], cell: (r) => r.title }, { heading: words.unionColumn, under: ['union'], cell: (r) => r.union }, { heading: words.yearColumn, under: ['year'], cell: (r) => String(r.year) }, { heading: words.leadersColumn, under: ['leaders'], cell: (r) => String(r.leaders) },
      { heading: words.stateColumn, under: ['state'], cell: (r) => say(words[`state_${r.state}`], call.locale) }, { heading: words.closesColumn, under: ['closes'], cell: (r) => (r.closesAt ? chinaTime(new Date(r.closesAt)) : '') },
      { heading: words.entitledColumn, under: ['turnout'], cell: (r) => String(r.entitled) }, { heading: words.givenColumn, under: ['turnout'], cell: (r) => String(r.given) },
    ],
  });
}

function mayOf(b: Ballot, a: q.Held): string[] {
  const raise = a.given === 0 && b.level !== 'blind' ? ['raise'] : [];
  const hall = b.level === 'blind' ? ['hall'] : [];
  switch (b.state) {
    case 'prepared': return ['change', 'duty', 'announce', 'callOff'];
    case 'announced': return ['duty', ...(b.keysReady ? ['open'] : []), ...raise, ...hall, 'callOff'];
    case 'open': return ['close', 'remind', ...raise, ...hall, 'callOff'];
    case 'closed': return b.result === null ? [] : ['declare', 'annul'];
    case 'declared': return ['annul'];
    case 'void': return [];
  }
}

async function leaderList(tx: Tx, id: string, leaders: readonly q.Leader[], personId: string | null) {
  const all = new Map(((await files.listOf(tx, FILES, [id])).get(id) ?? []).map((f) => [f.id, { id: f.id, name: f.name, image: f.kind === 'image' }]));
  return leaders.map((l) => ({ no: l.no, personId: l.personId, name: l.name, post: l.post, duty: l.duty, files: l.files.flatMap((f) => all.get(f) ?? []), dutyAt: iso(l.dutyAt), own: l.personId !== null && l.personId === personId }));
}

/** One appraisal at the desk: everything but its results. */
export async function kept(tx: Tx, by: Actor, { id }: In<'kept'>, { locale }: { readonly locale: Locale }) {
  const { a, b } = await loadKept(tx, by, id);
  const people = new Map((await q.findPeople(tx, a.path, [...a.classes.flatMap((c) => c.people), ...a.readers.map((r) => r.personId)])).map((p) => [p.id, p]));
  const units = new Map((await ballots.findUnits(tx, a.path, a.classes.flatMap((c) => c.unions))).map((u) => [u.id, { id: u.id, name: u.name, unit: '' }]));
  const sizes = new Map((await ballots.listClasses(tx, id)).map((c) => [c.class, c]));
  const ruled = new Map(b.rule.classes.map((c) => [c.id, c]));
  return {
    ...cardOf(b, a), unionId: a.unionId, about: a.about, scale: a.scale, why: b.why, leaderList: await leaderList(tx, id, await q.listLeaders(tx, id), by.personId),
    classes: a.classes.map((c) => ({ id: c.id, name: say(words[`class_${c.id}`], locale), weight: ruled.get(c.id)?.weight ?? 0, how: c.how, entitled: sizes.get(c.id)?.entitled ?? 0, given: sizes.get(c.id)?.given ?? 0, people: c.people.flatMap((p) => people.get(p) ?? []), unions: c.unions.flatMap((u) => units.get(u) ?? []) })),
    readers: a.readers.flatMap((r) => { const p = people.get(r.personId); return p ? [{ ...p, capacity: r.capacity }] : []; }), above: (await listAncestors(tx, await loadUnion(tx, a.unionId))).map((u) => u.name), grades: gradesOf(b, locale),
    decides: decidesOf(b.rule, a.scale, locale), basis: b.rule.basis.map((x) => x[locale]), fingerprint: (await ballots.fingerprint(tx, id)) ?? '', keysReady: b.keysReady, counted: b.result !== null, figures: b.result === null ? [] : figuresOf(b.result, locale),
    announcedAt: iso(b.announcedAt), openedAt: iso(b.openedAt), closedAt: iso(b.closedAt), released: a.releasedAt !== null, version: b.version, may: mayOf(b, a),
  };
}

/** Appraisals in which somebody rates or is appraised, latest first. */
export async function mine(tx: Tx, by: Actor) {
  const list = await q.listOwn(tx, by.personId);
  const ids = list.map((a) => a.id);
  const [all, led] = [new Map((await ballots.findBallots(tx, ids)).map((b) => [b.id, b])), await q.listLed(tx, by.personId, ids)];
  const rated = new Map((await ballots.listOwn(tx, by.personId, { states: ['announced', 'open', 'closed', 'declared', 'void'], kinds: ['appraisal'], limit: 100 })).map((x) => [x.id, x.given]));
  return {
    items: list.flatMap((a) => { const b = all.get(a.id); return b ? [{ ...cardOf(b, a), rater: rated.has(a.id), leader: led.has(a.id), voted: rated.get(a.id) ?? false, dutyWaits: led.get(a.id) === false && b.state === 'announced' }] : []; }),
  };
}

/** An appraisal for whoever rates or is appraised: duty reports, and what may be known of the results. */
export async function one(tx: Tx, by: Actor, { id }: z.output<(typeof own)['one']['in']>, { locale }: { readonly locale: Locale }) {
  const [[a], b, voter, leaders] = [await q.findHeld(tx, [id]), await ballots.findBallot(tx, id), await ballots.findVoter(tx, id, by.personId), await q.listLeaders(tx, id)];
  const leads = leaders.find((l) => l.personId === by.personId);
  if (a === undefined || b === null || b.state === 'prepared' || (voter === null && leads === undefined)) return missing();
  const declared = b.state === 'declared' && b.result?.kind === 'appraisal' ? b.result : null;
  const shown = declared === null ? [] : await leadersOf(tx, a, declared, leaders, locale);
  return {
    ...cardOf(b, a), about: a.about, leaderList: (await leaderList(tx, id, leaders, by.personId)).map(({ personId: _, ...l }) => l), grades: gradesOf(b, locale), rater: voter !== null, voted: voter?.given ?? false, class: voter ? say(words[`class_${voter.class as RaterClass}`], locale) : '',
    result: shown.filter((l) => a.releasedAt !== null || l.no === leads?.no), figures: declared === null ? [] : figuresOf(declared, locale), released: a.releasedAt !== null, may: leads !== undefined && b.state === 'announced' ? ['duty'] : [],
  };
}

/** Members of a union by the beginning of their name; `above` looks in the unions above as well. */
export async function people(tx: Tx, by: Actor, d: In<'people'>) {
  return { items: await q.findNamed(tx, (await loadUnionFor(tx, by, q.KEEP, d.unionId)).path, d.text, d.above === 'yes') };
}

/** Unions from which raters may be drawn. */
export async function units(tx: Tx, by: Actor, d: In<'units'>) {
  const items = (await ballots.listUnits(tx, (await loadUnionFor(tx, by, q.KEEP, d.unionId)).path)).map(({ path: _, ...u }) => u);
  return { items, total: items.length };
}

/** Receives a roll of raters before the transaction begins. */
export const receive = (_by: Actor | null, { name }: In<'readRoll'>, call: Call): Promise<RollLine[]> => ballots.receiveRoll(call.body as Readable, name);

/** Whom a sheet names, row by row, with the class where it has one; nothing of it is kept. */
export async function readRoll(tx: Tx, by: Actor, d: In<'readRoll'>, call: Call) {
  const union = await loadUnionFor(tx, by, q.KEEP, d.unionId);
  const judged = await ballots.judgeRoll(tx, union.path, call.prepared as RollLine[], (text) => (text === '' ? '' : classNamed(text)));
  return {
    items: judged.map(({ line, found, fault }) => ({ ...line, personId: found?.id ?? null, unit: found?.unit ?? '', fault: fault ? say(fault.word, call.locale, fault.slots) : null })), faults: judged.filter((j) => j.fault !== null).length,
  };
}
