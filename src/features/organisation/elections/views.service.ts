import type { z } from 'zod';
import { type Actor, mayIn, type Tx } from '#shared/call';
import { addMonths } from '#shared/dates';
import { type Locale, say, type Slots, type Word } from '#shared/words';
import type { Call, Download } from '#platform/http';
import { exportSheet } from '#platform/sheets';
import { audit } from '#engines/audit';
import { type Ballot, ballots, checkTraits, electedLine } from '#engines/ballot';
import { cases } from '#engines/cases';
import { files } from '#engines/files';
import { loadUnionFor } from '#engines/org';
import { rulebook } from '#engines/rulebook';
import { COUNT, KEEP, loadElection } from './access.service.ts';
import * as con from './contests.sql.ts';
import { tallyOf } from './counting.service.ts';
import type { desk, Finding } from './elections.contract.ts';
import { electionProcess } from './elections.process.ts';
import { listedPosts, seatsOf } from './elections.rules.ts';
import * as q from './elections.sql.ts';
import { words } from './elections.words.ts';
import { barsOf, leastFor } from './nominees.service.ts';
import * as people from './people.sql.ts';
import { planRules } from './planning.service.ts';
import { outcomeOf, type Tally } from './tally.service.ts';

type In<K extends keyof typeof desk> = z.output<(typeof desk)[K]['in']>;
type Found = z.input<typeof Finding>;
const EXPORT_MOST = 5_000;
const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/** One line of a register. */
export const rowOf = (e: q.Election, locale: Locale) => ({
  id: e.id, number: e.caseNumber, unionId: e.unionId, union: e.union, kind: e.kind, post: e.post, term: e.number, timing: e.timing, state: e.state, stateWord: say(electionProcess.states[e.state].word, locale), plannedOn: e.plannedOn, endsOn: e.endsOn, electedOn: e.electedOn, due: iso(e.due), method: e.method,
});

/** Elections over the unions of the officer, latest first. */
export async function register(tx: Tx, by: Actor, { unionId, limit, offset, ...f }: In<'register'>, { locale }: Pick<Call, 'locale'>) {
  const unionPath = unionId === undefined ? undefined : (await loadUnionFor(tx, by, COUNT, unionId)).path;
  const { items, total } = await q.listKept(tx, by, { ...f, unionPath }, { limit, offset });
  return { total, items: items.map((e) => rowOf(e, locale)) };
}

/** The register as a sheet. */
export async function exportRegister(tx: Tx, by: Actor, { columns, ...f }: In<'exportRegister'>, call: Call): Promise<Download> {
  const { items } = await register(tx, by, { ...f, limit: EXPORT_MOST, offset: 0 }, call);
  await audit.record(tx, by, words.auditExported, { subject: { kind: 'register', id: tx.federationId }, slots: { name: words.registerName, n: items.length } });
  return exportSheet({
    name: words.registerName, now: tx.now, locale: call.locale, rows: items, shown: columns,
    columns: [
      { heading: words.columnNumber, under: ['union'], cell: (r) => r.number }, { heading: words.columnUnion, under: ['union'], cell: (r) => r.union }, { heading: words.columnKind, under: ['kind'], cell: (r) => say(words[`kind_${r.kind}`], call.locale) }, { heading: words.columnTiming, under: ['kind'], cell: (r) => say(words[`timing_${r.timing}`], call.locale) },
      { heading: words.columnState, under: ['state'], cell: (r) => r.stateWord }, { heading: words.columnPlanned, under: ['planned'], cell: (r) => r.plannedOn }, { heading: words.columnElected, under: ['planned'], cell: (r) => r.electedOn }, { heading: words.columnTo, under: ['ends'], cell: (r) => r.endsOn },
    ],
  });
}

/** What a vote came to, in the reader's language. */
export function resultOf(t: Tally, locale: Locale) {
  const line = (l: Tally['lines'][number]) => ({ holds: l.holds, rule: say(l.rule.word, locale, l.rule.slots), worked: say(l.worked.word, locale, l.worked.slots) });
  return {
    entitled: t.counts.entitled, present: t.counts.present, issued: t.counts.ballotsIssued, returned: t.counts.ballotsReturned, valid: t.counts.validBallots, invalid: t.invalid, outcome: outcomeOf(t), lines: t.lines.map(line), seats: t.elected.seats, elected: t.elected.elected,
    standings: t.elected.standings.map((s) => ({ id: s.id, name: s.name, group: s.group ?? '', for: s.for, against: s.against, abstain: s.abstain, place: s.place, elected: s.elected, worked: line(electedLine(s.for, t)).worked })),
    next: t.elected.next === null ? null : { why: t.elected.next.why, seats: t.elected.next.seats, names: t.elected.next.among.map((a) => a.name) }, basis: t.rule.basis.map((b) => b[locale]),
  };
}

const RUNNING = ['announced', 'open'];

function contestMay(by: Actor, e: q.Election, c: con.Contest, b: Ballot | null, ready: boolean, last: boolean): string[] {
  if (e.state !== 'voting') return [];
  const counts = mayIn(by, COUNT, e.path);
  const keeps = mayIn(by, KEEP, e.path);
  if (c.outcome !== null) return keeps && last && c.outcome !== 'elected' ? ['again', ...(c.outcome === 'short' && c.post !== 'chair' && (c.result?.elected.elected ?? 0) > 0 ? ['leaveOpen'] : [])] : [];
  const may = [b?.state === 'announced' && b.keysReady && 'open', b?.state === 'open' && 'close', c.method !== 'online' && 'enter', ready && 'declare'];
  return counts ? may.filter((m) => m !== false) : [];
}

/** Votes of an election with how they stand. */
export async function contestsOf(tx: Tx, by: Actor, e: q.Election, locale: Locale) {
  const all = await con.listContests(tx, e.id);
  const held = new Map((await ballots.findBallots(tx, all.flatMap((c) => c.ballotId ?? []))).map((b) => [b.id, b]));
  return Promise.all(all.map(async (c) => {
    const b = c.ballotId === null ? null : (held.get(c.ballotId) ?? null);
    const t = b !== null && RUNNING.includes(b.state) ? null : await tallyOf(tx, c);
    const given = b === null ? 0 : (await ballots.countTurnout(tx, b.id)).given;
    return {
      ...c, seats: c.paper.seats, candidates: c.paper.candidates.map((x) => ({ id: x.id, name: x.name })), ballotState: b?.state ?? null, keysReady: b?.keysReady ?? true, opensAt: iso(b?.opensAt ?? null), closesAt: iso(b?.closesAt ?? null), given, votes: [...(c.votes ?? [])],
      result: t === null ? null : resultOf(t, locale), may: contestMay(by, e, c, b, t !== null, !all.some((x) => x.post === c.post && x.round > c.round)),
    };
  }));
}

/** Everybody proposed, with support, picture, and why somebody may not stand. */
export async function nomineesOf(tx: Tx, e: q.Election, locale: Locale) {
  const all = await people.listNominees(tx, e.id);
  const pictures = await files.listOf(tx, 'electionNominee', all.slice(0, 500).map((n) => n.id));
  return all.map((n) => ({ ...n, picture: pictures.get(n.id)?.at(-1)?.id ?? null, bars: barsOf(n, e.unionKind, locale) }));
}

/** What the rules find in a plan and its candidates. */
async function findingsOf(tx: Tx, e: q.Election, nominees: Awaited<ReturnType<typeof nomineesOf>>, locale: Locale): Promise<Found[]> {
  const { values } = await planRules(tx, e.unionId, false);
  const find = (key: string, title: Word, text: Word, slots: Slots, state: Found['state']): Found => ({ key, title: say(title, locale), text: say(text, locale, slots), state });
  const latest = e.endsOn === null ? null : addMonths(e.endsOn, values['elections.term.delayMonths']);
  const out: Found[] = [find('timing', words.findTiming, e.timing === 'due' ? words.findDue : e.timing === 'early' ? words.findEarly : words.findLate, { day: e.endsOn ?? '', months: values['elections.term.delayMonths'], reason: e.reason }, e.timing === 'due' ? 'ok' : latest !== null && e.plannedOn > latest ? 'short' : 'warn')];
  if (e.state === 'preparing' || e.state === 'planReported') return out;
  const stand = nominees.filter((n) => n.standing === 'candidate');
  for (const { post, seats } of seatsOf(e).filter((s) => listedPosts(e).includes(s.post))) {
    const least = await leastFor(tx, e.unionId, post, seats);
    const n = stand.filter((c) => c.post === post).length;
    out.push(find(`least-${post}`, words[`post_${post}`], words.findLeast, { seats, least, n }, n >= least ? 'ok' : 'short'));
  }
  const committee = stand.filter((n) => n.post === 'committee');
  if (e.kind === 'renewal' && committee.length > 0) {
    const [women] = checkTraits({ total: committee.length, women: committee.filter((n) => n.sex === 'female').length }, { total: e.members, women: e.women }, [{ trait: 'women', bound: { kind: 'proportion' }, must: false }]);
    if (women) out.push(find('women', words.findWomen, words.findWomenText, { n: women.count, total: committee.length, bound: women.bound }, women.holds ? 'ok' : 'warn'));
  }
  const barred = stand.filter((n) => n.bars.length > 0);
  out.push(find('barred', words.findBarred, barred.length === 0 ? words.findNoneBarred : words.findSomeBarred, { names: barred.map((n) => n.name).join('、') }, barred.length === 0 ? 'ok' : 'short'));
  return out;
}

/** Steps of the election that are open to the actor: those of the process, less what the votes do not allow yet. */
function mayOf(by: Actor, e: q.Election, held: Parameters<typeof cases.openSteps>[2], o: { chair: boolean; voted: boolean }): string[] {
  const open = cases.openSteps(electionProcess, { kind: 'person', actor: by }, held, false);
  const keeps = mayIn(by, KEEP, e.path);
  const not = new Set<string>([...(e.publicityFrom !== null ? ['publish'] : ['announceVote']), ...(e.kind === 'byElection' || e.chairBy === 'assembly' || o.chair ? ['chairVote'] : ['reportResult'])]);
  const answers = open.some((s) => ['approvePlan', 'approveCandidates', 'confirm'].includes(s)) ? ['answer'] : [];
  return [...open.filter((s) => !not.has(s)), ...answers, ...(keeps && e.state === 'preparing' ? ['change'] : []), ...(keeps && e.state === 'nominating' ? ['nominate'] : []), ...(e.state === 'voting' && e.method !== 'online' && mayIn(by, COUNT, e.path) ? ['handOut'] : []), ...(keeps && ['voting', 'counted'].includes(e.state) ? ['identify'] : [])];
}

/** The bar of places that everybody sees. */
export const placesOf = (state: q.Election['state'], locale: Locale) => {
  const all = Object.values(electionProcess.states).filter((s) => s.place !== undefined);
  return { places: all.map((s) => say(s.word, locale)), place: (electionProcess.states[state].place ?? 0) - 1 };
};

/** One election at the desk: plan, findings, nominees, votes, who was elected, the story. */
export async function one(tx: Tx, by: Actor, { id }: In<'one'>, { locale }: Call) {
  const e = await loadElection(tx, by, id, { permission: COUNT });
  const held = await cases.loadWhole(tx, electionProcess, id, false);
  const nominees = await nomineesOf(tx, e, locale);
  const seats = await con.listSeats(tx, id);
  const contests = await contestsOf(tx, by, e, locale);
  const steps = electionProcess.steps as Record<string, { word: Word } | undefined>;
  return {
    ...e, ...rowOf(e, locale), ...placesOf(e.state, locale), frozenAt: iso(e.frozenAt), findings: await findingsOf(tx, e, nominees, locale), basis: await rulebook.basisOf(tx, e.ruleSetId, locale), nominees, contests, elected: seats,
    posts: await Promise.all(seatsOf(e).map(async (s) => ({ ...s, listed: listedPosts(e).includes(s.post), least: await leastFor(tx, e.unionId, s.post, s.seats) }))),
    events: held.events.flatMap((v) => { const word = v.step === 'opened' ? words.didOpen : steps[v.step]?.word; return word ? [{ id: v.id, word: say(word, locale), by: v.byTitle, text: v.step === 'opened' ? '' : v.text, at: v.at.toISOString() }] : []; }),
    may: mayOf(by, e, held, { chair: seats.some((s) => s.post === 'chair'), voted: contests.length > 0 }),
  };
}
