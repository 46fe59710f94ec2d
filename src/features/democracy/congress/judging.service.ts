import type { Tx } from '#shared/call';
import { say } from '#shared/words';
import { apportion as allot, type Said as BallotSaying, checkNumber, checkTraits, compare, compareIssued, compareMajority, type Counts, countRule, elect, type Line, minCandidates, numberFor, type TraitRule } from '#engines/ballot';
import { numbers, type Of } from './by-rule.service.ts';
import { words } from './by-rule.words.ts';
import { type Constituency, listConstituencies } from './constituencies.sql.ts';
import type { Sums } from './delegates.sql.ts';
import type { CandidateRow, ElectionRow } from './elections.sql.ts';
import { both, type Found, type Said } from './findings.service.ts';
import type { RecallVote } from './recalls.sql.ts';
import type { TermRow } from './terms.sql.ts';

const spoken = (s: BallotSaying): Said => ({ zh: say(s.word, 'zh', s.slots), en: say(s.word, 'en', s.slots) });
const lineOf = (key: string, title: Said, l: Line, short: Found['state'] = 'short', votes?: number): Found => ({
  key, title, text: votes === undefined ? both(words.lineText, { rule: spoken(l.rule), worked: spoken(l.worked) }) : both(words.votesText, { n: votes, rule: spoken(l.rule), worked: spoken(l.worked) }), state: l.holds ? 'ok' : short,
});

/** How a constituency came to its seats: its exact share to two places, and by what the last of them came. */
export type Share = { readonly id: string; readonly seats: number; readonly share: string; readonly by: 'quota' | 'remainder' | 'atLeastOne' | 'nobody' };

/** Seats of a term shared out by largest remainder, one at least for each with people (rules.md §7.1). Null when there are fewer seats than constituencies. */
export function shareSeats(seats: number, list: readonly Pick<Constituency, 'id' | 'counted' | 'others'>[]): Share[] | null {
  const sizes = list.map((c) => ({ id: c.id, size: c.counted + c.others }));
  const made = allot(seats, sizes);
  if (!made.ok) return null;
  const all = sizes.reduce((sum, c) => sum + c.size, 0);
  return made.items.map((a) => { const hundredths = all === 0 ? 0 : Math.floor((100 * seats * a.size) / all); return { id: a.id, seats: a.seats, by: a.by, share: `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}` }; });
}

const finding = (key: string, title: Said, text: Said, holds: boolean, short: Found['state'] = 'short'): Found => ({ key, title, text, state: holds ? 'ok' : short });

/** Who the delegates are against who the people are: managers, women, front line, dispatched (rules.md §7.1). Shares are what is asked of a full roll. */
async function traitsOf(tx: Tx, term: TermRow, sums: Sums): Promise<Found[]> {
  const women: TraitRule = { trait: 'women', bound: { kind: 'proportion' }, must: false };
  if (term.kind === 'members') return checkTraits({ total: sums.delegates, women: sums.women }, { total: term.workers, women: term.women }, [women]).map((f) => finding(f.trait, both(words[`trait_${f.trait}`]), spoken(f.said), f.holds, 'warn'));
  const { values } = await numbers(tx, term, ['congress.delegates.managersShare', 'congress.delegates.frontLineShare', 'congress.delegates.women', 'congress.delegates.dispatched']);
  const shareOf = (key: 'congress.delegates.managersShare' | 'congress.delegates.frontLineShare') => values[key];
  const observe = values['congress.delegates.dispatched'] === 2;
  const rules: TraitRule[] = [
    { trait: 'managers', bound: { kind: 'most', share: shareOf('congress.delegates.managersShare') }, must: false }, { trait: 'frontLine', bound: { kind: 'least', share: shareOf('congress.delegates.frontLineShare') }, must: false },
    { ...women, must: values['congress.delegates.women'] === 1 }, ...(term.dispatched > 0 && values['congress.delegates.dispatched'] === 1 ? [{ trait: 'dispatched', bound: { kind: 'proportion' }, must: false } as const] : []),
  ];
  const found = checkTraits({ total: sums.delegates, women: sums.women, frontLine: sums.frontline, managers: sums.managers, dispatched: sums.dispatched }, { total: term.workers, women: term.women, dispatched: term.dispatched }, rules);
  return [
    ...found.map((f) => finding(f.trait, both(words[`trait_${f.trait}`]), spoken(f.said), f.holds, f.must ? 'short' : 'warn')),
    ...(observe && term.dispatched > 0 ? [finding('dispatched', both(words.trait_dispatched), both(words.observersText, { n: term.dispatched }), true)] : []),
  ];
}

/** What the rules find in a term as it stands now. */
export async function findTermFindings(tx: Tx, term: TermRow, sums: Sums): Promise<Found[]> {
  const list = await listConstituencies(tx, term.id);
  const people = list.reduce((sum, c) => sum + c.counted + c.others, 0);
  const prepared = term.stage === 'prepared';
  return [
    finding('divided', both(words.findDivided), both(words.findDividedText, { n: people, workers: term.workers }), people === term.workers, 'warn'),
    ...(prepared ? [finding('filled', both(words.findFilled), both(words.findFilledText, { n: sums.delegates, seats: term.seats }), sums.delegates >= term.seats)] : [finding('vacant', both(words.findVacant), both(words.findVacantText, { n: sums.vacancies }), sums.vacancies === 0, 'warn')]),
    finding('seats', both(words.findSeats), both(words.findSeatsText, { n: sums.delegates, least: term.seatsLeast }), sums.delegates >= term.seatsLeast, prepared ? 'short' : 'warn'),
    ...(sums.delegates === 0 ? [] : await traitsOf(tx, term, sums)),
    ...(sums.delegates === 0 ? [] : [finding('young', both(words.trait_young), both(words.youngText, { n: sums.young, share: Math.round((100 * sums.young) / sums.delegates) }), true)]),
    finding('checked', both(words.findChecked), both(words.findCheckedText, { waiting: sums.waiting, failed: sums.failed }), sums.waiting + sums.failed === 0),
    finding('gone', both(words.findGone), sums.gone === 0 ? both(words.findGoneNone) : both(words.findGoneText, { n: sums.gone }), sums.gone === 0),
  ];
}

/** The rules an election of delegates is judged by: of the workers’ congress a turnout, of members a quorum (rules.md §5, §7.1). */
export async function electionRules(tx: Tx, of: Of, o: { readonly keep?: boolean; readonly at?: string } = {}) {
  if (of.kind === 'workers') {
    const { values, ruleSetId } = await numbers(tx, of, ['congress.election.turnout', 'congress.election.majority'], o);
    return { ruleSetId, share: values['congress.election.turnout'], majority: values['congress.election.majority'] };
  }
  const { values, ruleSetId } = await numbers(tx, of, ['elections.quorum', 'elections.majority', 'elections.surplus.delegates'], o);
  return { ruleSetId, share: values['elections.quorum'], majority: values['elections.majority'] };
}

/** Fewest candidates for so many seats: of members’ delegates more than seats, of workers’ as many. */
export async function leastCandidates(tx: Tx, of: Of, seats: number): Promise<number> {
  if (of.kind === 'workers') return minCandidates(seats, { num: 0, den: 1 });
  return minCandidates(seats, (await numbers(tx, of, ['elections.surplus.delegates'])).values['elections.surplus.delegates']);
}

/** What came out of an election; `next` stand again when it came short. Kept with the election when it is declared. */
export type Judged = { readonly outcome: 'elected' | 'short' | 'void'; readonly findings: readonly Found[]; readonly elected: readonly string[]; readonly next: readonly string[] };

/** Judges an election by the tellers’ figures: papers returned over those issued void it, then turnout, then votes of each against the majority. Null while figures are missing. */
export async function judgeElection(tx: Tx, of: Of, e: ElectionRow, candidates: readonly CandidateRow[]): Promise<Judged | null> {
  if (e.present === null || e.issued === null || e.returned === null || e.invalid === null) return null;
  const { share, majority } = await electionRules(tx, of);
  const counts: Counts = { entitled: e.entitled, present: e.present, ballotsIssued: e.issued, ballotsReturned: e.returned, validBallots: e.returned - e.invalid };
  const papers = compareIssued(e.returned, e.issued);
  const came = compare(of.kind === 'workers' ? 'turnout' : 'quorum', of.kind === 'workers' ? Math.min(e.present, e.returned) : e.present, { name: 'entitled', n: e.entitled }, { op: 'GE', ...share });
  const stands = papers.holds && came.holds;
  const sorted = [...candidates].sort((a, b) => (b.votes ?? 0) - (a.votes ?? 0) || a.number - b.number).map((c) => ({ id: c.personId, name: c.name, for: c.votes ?? 0, against: 0 }));
  const result = elect(sorted, { kind: 'election', title: e.constituency, seats: e.seats, candidates: sorted.map((c) => ({ id: c.id, name: c.name })), writeIns: true } as unknown as Parameters<typeof elect>[1], counts, countRule({ majority }), stands);
  const elected = result.standings.filter((s) => s.elected).flatMap((s) => s.id ?? []);
  const nameOf = (name: string): Said => ({ zh: name, en: name });
  const next = result.next;
  return {
    outcome: !stands ? 'void' : elected.length === e.seats ? 'elected' : 'short', elected, next: next?.among.flatMap((s) => s.id ?? []) ?? [],
    findings: [
      lineOf('papers', both(words.findReturned), papers), lineOf('came', both(of.kind === 'workers' ? words.findTurnout : words.findQuorum), came),
      ...result.standings.map((s) => lineOf(s.id ?? s.name, nameOf(s.name), compareMajority('elected', s.for, counts, majority), 'warn', s.for)),
      ...(next ? [finding('next', both(words.findOpen), next.why === 'tie' ? both(words.tie, { names: next.among.map((s) => s.name).join('、') }) : both(words.tooFew, { n: next.seats }), false, 'warn')] : []),
    ],
  };
}

/** The rule a recall is judged by. */
export const recallRules = (tx: Tx, of: Of) => numbers(tx, of, ['congress.recall.majority'], { keep: true });

/** Judges a recall: those in favour against all workers of the constituency. */
export async function judgeRecall(tx: Tx, of: Of, entitled: number, vote: RecallVote): Promise<{ outcome: 'passed' | 'failed' | 'void'; findings: Found[] }> {
  const { values } = await numbers(tx, of, ['congress.recall.majority']);
  const papers = compareIssued(vote.returned, vote.issued);
  const counts: Counts = { entitled, present: vote.issued, ballotsIssued: vote.issued, ballotsReturned: vote.returned, validBallots: vote.returned - vote.invalid };
  const favour = compareMajority('majority', vote.approvals, counts, values['congress.recall.majority']);
  return { outcome: !papers.holds ? 'void' : favour.holds ? 'passed' : 'failed', findings: [lineOf('papers', both(words.findReturned), papers), lineOf('favour', both(words.findRecall), favour, 'warn')] };
}

/** What the rule asks of a presidium: how many, and how many of them of the front line. */
export async function judgePresidium(tx: Tx, of: Of, delegates: number, people: readonly { readonly post: string }[]): Promise<Found[]> {
  const { values } = await numbers(tx, of, ['congress.presidium.size', 'congress.presidium.frontLineShare']);
  const bounds = numberFor(values['congress.presidium.size'], delegates);
  const front: TraitRule = { trait: 'frontLine', bound: { kind: 'least', share: values['congress.presidium.frontLineShare'] }, must: false };
  const said = bounds.most === null ? both(words.boundsLeast, { least: bounds.least }) : both(words.boundsBoth, { least: bounds.least, most: bounds.most });
  return [
    finding('size', both(words.presidiumSize), both(words.presidiumSizeText, { n: people.length, all: delegates, bounds: said }), checkNumber(people.length, bounds) === null),
    ...checkTraits({ total: people.length, frontLine: people.filter((p) => p.post === 'frontline').length }, { total: 1 }, [front]).map((f) => finding('front', both(words.trait_frontLine), spoken(f.said), f.holds, 'warn')),
  ];
}
