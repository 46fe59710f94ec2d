import type { z } from 'zod';
import { type Actor, mayIn, type Tx } from '#shared/call';
import { chinaTime, legalDateOf } from '#shared/dates';
import { type Locale, say } from '#shared/words';
import type { Call, Download } from '#platform/http';
import { exportSheet } from '#platform/sheets';
import { type Ballot, ballots } from '#engines/ballot';
import { cases } from '#engines/cases';
import { loadUnionFor } from '#engines/org';
import { rulebook } from '#engines/rulebook';
import { DECIDE, HELD, KEEP, loadKept, note, numbersOf, type Quorum, quorumOf, quorumOut } from './access.service.ts';
import * as t from './items.sql.ts';
import type { room } from './room.contract.ts';
import * as s from './seats.sql.ts';
import type { CountOut, desk, ItemOut, PaperOut, SessionCard, Speaker } from './sessions.contract.ts';
import { sessionProcess } from './sessions.process.ts';
import { isVoted } from './sessions.rules.ts';
import * as q from './sessions.sql.ts';
import { words } from './sessions.words.ts';

type In<K extends keyof typeof desk> = z.output<(typeof desk)[K]['in']>;
type Hall<K extends keyof typeof room> = z.output<(typeof room)[K]['in']>;
const EXPORT_MOST = 20_000;
const SHOWN_SPEAKERS = 20;
const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/** A session as lists show it. */
export const cardOf = (z: q.SessionRow): z.input<typeof SessionCard> => ({
  id: z.id, title: z.title, body: z.body, union: z.union, unionId: z.unionId, sort: z.sort, mode: z.mode, number: z.number, place: z.place, heldAt: z.heldAt.toISOString(), endsAt: z.endsAt.toISOString(), state: z.state, entitled: z.entitled, present: z.closedAt ? z.presentFirst : z.present, items: z.items, passed: z.passed, failed: z.failed, openTasks: z.openTasks,
  reportBy: z.reportedAt === null ? iso(z.reportBy) : null,
});

/** What a vote came to; nothing before it is declared, for nobody. */
export function countOf(b: Ballot | undefined, locale: Locale): z.input<typeof CountOut> | null {
  const r = b?.state === 'declared' ? b.result : null;
  if (!r || (r.kind !== 'motion' && r.kind !== 'election')) return null;
  const last = r.lines.at(-1);
  const votes = r.kind === 'motion' ? { for: r.for, against: r.against, abstain: r.abstain } : { for: 0, against: 0, abstain: 0 };
  return { ...votes, entitled: r.counts.entitled, present: r.counts.present, returned: r.counts.ballotsReturned, sum: last ? say(last.worked.word, locale, last.worked.slots) : '', elected: r.kind === 'election' ? r.standings.filter((x) => x.elected).map((x) => x.name) : [] };
}

/** A paper with the marks it carries: late for ever when it came after the last day, new to whoever has not looked since. */
export const paperOf = (p: t.PaperRow, z: Pick<q.SessionRow, 'papersBy'>, seenAt: Date | null | undefined): z.input<typeof PaperOut> => ({ id: p.id, name: p.name, at: p.at.toISOString(), late: legalDateOf(p.at) > z.papersBy, fresh: seenAt !== undefined && (seenAt === null || p.at > seenAt) });
export const speakerOf = (k: t.SpeakerRow): z.input<typeof Speaker> => ({ id: k.id, name: k.name, delegation: k.delegation, about: k.about, item: k.item, state: k.state, minutes: k.minutes, askedAt: k.askedAt.toISOString(), beganAt: iso(k.beganAt) });

type Turnouts = ReadonlyMap<string, { readonly given: number; readonly present: number }>;

function itemMay(by: Actor, z: q.SessionRow, i: t.ItemRow, b: Ballot | undefined): string[] {
  if (!mayIn(by, KEEP, z.path)) return [];
  const held = z.sort === 'joint' ? HELD.includes(z.state) : z.state === 'sitting';
  const before = z.state === 'preparing' || z.state === 'confirmed';
  const listing = before || ['noticed', 'discussing', 'open', 'sitting'].includes(z.state);
  const can: readonly (readonly [string, boolean])[] = [
    ['change', listing && i.state === 'listed'], ['move', before], ['amend', listing && ['listed', 'presented', 'failed'].includes(i.state)], ['present', held && i.state === 'listed'], ['note', held && i.state === 'presented' && !isVoted(i.act)], ['openVote', held && i.state === 'presented' && isVoted(i.act) && (b === undefined || b.keysReady)],
    ['keys', held && i.state === 'presented' && isVoted(i.act) && b !== undefined && !b.keysReady], ['cards', i.level === 'blind' && (b?.state === 'announced' || b?.state === 'open')], ['closeVote', i.state === 'voting'], ['declare', i.state === 'counting' && b?.result !== null && b !== undefined && mayIn(by, DECIDE, z.path)], ['withdraw', listing && ['listed', 'presented', 'voting'].includes(i.state)],
    ['resolve', ['open', 'sitting', 'adjourned', 'closed'].includes(z.state) && (i.state === 'passed' || i.state === 'noted')], ['track', ['closed', 'published', 'reported'].includes(z.state) && i.state === 'passed' && i.execBy !== ''], ['papers', listing], ['opinions', i.opinions > 0 || z.state === 'discussing'],
  ];
  return can.flatMap(([name, yes]) => (yes ? [name] : []));
}

/** The agenda with votes and papers, for the desk. */
async function agendaOf(tx: Tx, by: Actor, z: q.SessionRow, papers: readonly t.PaperRow[], locale: Locale): Promise<z.input<typeof ItemOut>[]> {
  const list = await t.listItems(tx, z.id);
  const all = new Map((await ballots.findBallots(tx, list.map((i) => i.id))).map((b) => [b.id, b]));
  const turnouts: Turnouts = new Map(await Promise.all([...all.values()].map(async (b) => [b.id, await ballots.countTurnout(tx, b.id)] as const)));
  return list.map((i) => {
    const b = all.get(i.id);
    return {
      id: i.id, number: i.number, matter: i.matter, act: i.act, title: i.title, body: i.body, reporter: i.reporter, level: i.level, state: i.state, candidates: [...i.candidates], seats: i.seats, amends: i.amends, ratifies: i.ratifies, resolution: i.resolution, execBy: i.execBy, execDue: i.execDue, execNote: i.execNote, execDoneAt: iso(i.execDoneAt),
      papers: papers.filter((p) => p.itemId === i.id).map((p) => paperOf(p, z, undefined)), opinions: i.opinions, given: turnouts.get(i.id)?.given ?? 0, voters: turnouts.get(i.id)?.present ?? 0, counted: b?.result !== null && b !== undefined, count: countOf(b, locale), ratified: i.ratified, version: i.version, may: itemMay(by, z, i, b),
    };
  });
}

type Presidium = Awaited<ReturnType<typeof s.listPresidium>>;

/** What the rule asks of a session beside its steps: sizes and days, with a sentence each. */
function findingsOf(z: q.SessionRow, now: Quorum, presidium: Presidium, n: Awaited<ReturnType<typeof numbersOf>>, late: number, locale: Locale) {
  const found = (key: string, text: string, state: 'ok' | 'warn' | 'short') => ({ key, text, state });
  const band = n.presidium.find((x) => now.entitled >= x.from && (x.to === null || now.entitled <= x.to));
  const least = band && 'least' in band && typeof band.least === 'number' ? band.least : 1;
  const front = presidium.filter((p) => p.post === 'frontline').length;
  return [
    ...(z.sort === 'joint' ? [] : [found('presidium', say(words.findPresidium, locale, { n: presidium.length, least }), presidium.length >= least ? 'ok' : 'warn'), found('frontLine', say(words.findFrontLine, locale, { n: front, all: presidium.length }), front * n.frontLine.den >= presidium.length * n.frontLine.num ? 'ok' : 'warn')]),
    found('papers', say(late > 0 ? words.findPapersLate : words.findPapers, locale, { n: late, day: z.papersBy, days: n.papersDays }), late > 0 ? 'warn' : 'ok'),
  ];
}

function mayOf(by: Actor, z: q.SessionRow, steps: readonly string[]): string[] {
  const keeps = mayIn(by, KEEP, z.path);
  const before = ['preparing', 'confirmed', 'noticed', 'discussing'].includes(z.state);
  const can: readonly (readonly [string, boolean])[] = [['change', keeps && before], ['agree', keeps && (z.state === 'preparing' || z.state === 'confirmed')], ['add', keeps && (before || HELD.includes(z.state))], ['papers', keeps && (before || [...HELD, 'adjourned'].includes(z.state))], ['door', keeps && (before || [...HELD, 'adjourned'].includes(z.state)) && z.state !== 'preparing' && z.state !== 'confirmed'], ['speakers', keeps && HELD.includes(z.state)]];
  return [...steps.filter((x) => z.sort !== 'joint' || x !== 'preside'), ...can.flatMap(([name, yes]) => (yes ? [name] : []))];
}

/** A session at the desk. */
export async function one(tx: Tx, by: Actor, { id }: In<'one'>, { locale }: Call) {
  const z = await loadKept(tx, by, id);
  const { may, events } = await cases.load(tx, sessionProcess, by, id);
  const [now, n, papers, presidium] = [await quorumOf(tx, z), await numbersOf(tx, z), await t.listPapers(tx, id), await s.listPresidium(tx, id, z.termId)];
  const today = legalDateOf(tx.now);
  return {
    ...cardOf(z), entitled: now.entitled, federationId: tx.federationId, about: z.about, calledBy: z.calledBy, papersBy: z.papersBy, agreedEmployer: z.agreedEmployer, agreedUnion: z.agreedUnion, openedAt: iso(z.openedAt), closedAt: iso(z.closedAt), hands: z.hands, minutes: z.minutes, publishBy: z.publishBy, publishedAt: iso(z.publishedAt), report: z.report, reportedAt: iso(z.reportedAt), version: z.version,
    agenda: await agendaOf(tx, by, z, papers, locale), papers: papers.filter((p) => p.itemId === null).map((p) => paperOf(p, z, undefined)), delegations: await s.sumDelegations(tx, id), presidium, observers: now.observers, quorum: quorumOut(now, locale), findings: findingsOf(z, now, presidium, n, papers.filter((p) => legalDateOf(p.at) > z.papersBy).length, locale),
    carried: (await t.listCarried(tx, { termId: z.termId, sessionId: id, heldAt: z.heldAt })).map((c) => ({ ...c, overdue: c.execDue !== null && c.execDue < today })), speakers: (await t.listSpeakers(tx, id, true)).map(speakerOf), why: events.find((e) => e.step === 'callOff' || e.step === 'adjourn')?.text ?? '', basis: await rulebook.basisOf(tx, z.ruleSetId, locale), may: mayOf(by, z, may),
  };
}

/** Bodies that the officer may convene. */
export async function start(tx: Tx, by: Actor, { unionId }: In<'start'>) {
  return { bodies: (await q.listBodies(tx, by, { unionId })).map(({ unionId: _, path: __, ...b }) => b) };
}

const filterOf = async (tx: Tx, by: Actor, { unionId, ...f }: Omit<In<'register'>, 'limit' | 'offset'>): Promise<q.Filter> => ({ ...f, ...(unionId ? { unionPath: (await loadUnionFor(tx, by, KEEP, unionId)).path } : {}) });

/** The register over the unions of the officer. */
export async function register(tx: Tx, by: Actor, f: In<'register'>) {
  const { items, total } = await q.listRegister(tx, by, await filterOf(tx, by, f), f);
  return { items: items.map(cardOf), total };
}

const number = { kind: 'number' } as const;

/** The register as a sheet. */
export async function exportRegister(tx: Tx, by: Actor, { columns, ...f }: In<'exportRegister'>, { locale }: Call): Promise<Download> {
  const { items } = await q.listRegister(tx, by, await filterOf(tx, by, f), { limit: EXPORT_MOST, offset: 0 });
  await note(tx, by, words.auditExported, { id: tx.federationId, unionId: tx.federationId, title: say(words.exportName, 'zh') }, { n: items.length });
  return exportSheet({
    name: words.exportName, now: tx.now, locale, rows: items.map(cardOf), shown: columns,
    columns: [
      { heading: words.columnTitle, under: ['title'], cell: (r) => r.title }, { heading: words.columnUnion, under: ['union'], cell: (r) => r.union }, { heading: words.columnHeld, under: ['held'], cell: (r) => chinaTime(new Date(r.heldAt)) }, { heading: words.columnPlace, under: ['held'], cell: (r) => r.place }, { heading: words.columnState, under: ['state'], cell: (r) => say(words[`state_${r.state}`], locale) },
      { heading: words.columnEntitled, under: ['present'], ...number, cell: (r) => r.entitled }, { heading: words.columnPresent, under: ['present'], ...number, cell: (r) => r.present }, { heading: words.columnPassed, under: ['items'], ...number, cell: (r) => r.passed }, { heading: words.columnFailed, under: ['items'], ...number, cell: (r) => r.failed },
    ],
  });
}

const seatOut = (x: s.SeatRow) => ({ id: x.id, name: x.name, class: x.class, vacant: x.vacant, votes: x.votes, unit: x.unit, delegation: x.delegation, head: x.head, card: x.card, presidium: x.presidium, here: x.here, cameAt: iso(x.cameAt), leftAt: iso(x.leftAt) });

/** Seats with who is there. */
export async function seats(tx: Tx, by: Actor, { id, limit, offset, ...f }: Hall<'seats'>) {
  await loadKept(tx, by, id);
  const { items, total } = await s.listSeats(tx, id, f, { limit, offset });
  return { items: items.map(seatOut), total };
}

/** The list to be signed, as a sheet. */
export async function exportSeats(tx: Tx, by: Actor, { id, columns, ...f }: Hall<'exportSeats'>, { locale }: Call): Promise<Download> {
  const z = await loadKept(tx, by, id);
  const { items } = await s.listSeats(tx, id, f, { limit: EXPORT_MOST, offset: 0 });
  await note(tx, by, words.auditExported, z, { n: items.length });
  return exportSheet({
    name: words.seatsName, now: tx.now, locale, rows: items.map(seatOut), shown: columns,
    columns: [
      { heading: words.columnName, under: ['name'], cell: (r) => (r.vacant ? say(words.vacant, locale) : r.name) }, { heading: words.columnCard, under: ['name'], cell: (r) => r.card }, { heading: words.columnClass, under: ['class'], cell: (r) => say(words[`class_${r.class}`], locale) }, { heading: words.columnUnit, under: ['unit'], cell: (r) => r.unit },
      { heading: words.columnDelegation, under: ['unit'], cell: (r) => r.delegation }, { heading: words.columnHere, under: ['here'], cell: (r) => say(words[`here_${r.here || 'no'}`], locale) }, { heading: words.columnCame, under: ['here'], cell: (r) => (r.cameAt ? chinaTime(new Date(r.cameAt)) : '') },
    ],
  });
}

const opinionOut = (o: t.OpinionRow) => ({ id: o.id, itemId: o.itemId, item: o.item, delegation: o.delegation, sort: o.sort, name: o.name, text: o.text, taken: o.taken, answer: o.answer, at: o.at.toISOString() });

/** What delegations said. */
export async function opinions(tx: Tx, by: Actor, { id, itemId, limit, offset }: Hall<'opinions'>) {
  await loadKept(tx, by, id);
  const { items, total } = await t.listOpinions(tx, id, { itemId }, { limit, offset });
  return { items: items.map(opinionOut), total };
}

/** The same as a sheet. */
export async function exportOpinions(tx: Tx, by: Actor, { id, columns }: Hall<'exportOpinions'>, { locale }: Call): Promise<Download> {
  const z = await loadKept(tx, by, id);
  const { items } = await t.listOpinions(tx, id, {}, { limit: EXPORT_MOST, offset: 0 });
  await note(tx, by, words.auditExported, z, { n: items.length });
  return exportSheet({
    name: words.opinionsName, now: tx.now, locale, rows: items.map(opinionOut), shown: columns,
    columns: [
      { heading: words.columnItem, under: ['item'], cell: (r) => r.item }, { heading: words.columnDelegation, under: ['by'], cell: (r) => r.delegation }, { heading: words.columnName, under: ['by'], cell: (r) => r.name }, { heading: words.columnOpinion, under: ['text'], cell: (r) => r.text },
      { heading: words.columnTaken, under: ['taken'], cell: (r) => say(words[`taken_${r.taken || 'open'}`], locale) }, { heading: words.columnAnswer, under: ['taken'], cell: (r) => r.answer },
    ],
  });
}

/** What the wall of the hall shows: agenda, quorum, who speaks, how many voted, then the declared result. Never a partial one. */
export async function screen(tx: Tx, by: Actor, { id }: Hall<'screen'>, { locale }: Call) {
  const z = await loadKept(tx, by, id);
  const agenda = await agendaOf(tx, by, z, [], locale);
  const speaking = (await t.listSpeakers(tx, id)).map(speakerOf);
  const vote = agenda.find((i) => i.state === 'voting' || i.state === 'counting');
  const decided = (await t.listItems(tx, id)).filter((i) => i.state === 'passed' || i.state === 'failed').sort((a, b) => Number(b.decidedAt) - Number(a.decidedAt))[0];
  const last = agenda.find((i) => i.id === decided?.id);
  return {
    title: z.title, union: z.union, state: z.state, now: tx.now.toISOString(), quorum: quorumOut(await quorumOf(tx, z), locale), agenda: agenda.filter((i) => i.state !== 'withdrawn').map((i) => ({ number: i.number, title: i.title, state: i.state })), speaker: speaking.find((k) => k.state === 'speaking') ?? null, waiting: speaking.filter((k) => k.state === 'asked').slice(0, SHOWN_SPEAKERS),
    vote: vote ? { title: vote.title, given: vote.given, voters: vote.voters, open: vote.state === 'voting' } : null, result: last?.count ? { title: last.title, passed: last.state === 'passed', for: last.count.for, against: last.count.against, abstain: last.count.abstain, sum: last.count.sum, elected: last.count.elected } : null,
  };
}
