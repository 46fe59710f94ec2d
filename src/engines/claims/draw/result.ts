import type { Check, CheckName } from '#shared/draw-check';
import { asDraw, type DrawFile, type NoticePart, type RulesPart } from '#shared/draw-shape';
import { orderly } from '#shared/orderly';
import { documentHash, randomnessOf, roundAfter, seedOf, serverCommitment, timeOfRound, witnessSeal } from './hashes.ts';
import { award, type Entrant, freeze, type FrozenList, rank } from './list.ts';

/** What is announced with the root: the round to come, or until when the witnesses who handed in a commitment reveal. */
function announced(rules: RulesPart, frozenAt: string, commitments: readonly (string | null)[]): NoticePart['source'] {
  const { source } = rules;
  if (source.kind === 'drand') return { kind: 'drand', round: roundAfter(source, frozenAt) };
  return { kind: 'witnesses', revealBy: new Date(Date.parse(frozenAt) + source.hours * 3_600_000).toISOString(), commitments };
}

/** The notice that is posted when entries are closed. `commitments` are the witnesses', in their order, null for who gave none. */
export function noticeOf(rules: RulesPart, list: FrozenList, frozenAt: Date, commitments: readonly (string | null)[] = []): NoticePart {
  const at = frozenAt.toISOString();
  return {
    format: 'niangjia-draw-notice/1', draw: rules.draw, rules: documentHash(rules), root: list.root, tickets: list.tickets.length,
    entrants: list.entrants.length, frozenAt: at, source: announced(rules, at, commitments),
  };
}

/** Everything a draw is made of; what follows from it is computed. */
export type Drawing = {
  readonly rules: RulesPart;
  readonly notice: NoticePart;
  readonly secret: string;
  readonly source: DrawFile['source'];
  readonly entrants: readonly Entrant[];
  readonly drawnAt: Date;
  /** how a winner is shown, masked */
  readonly nameOf: (token: string) => string;
};

/** Draws. The same things give the same result, to the letter. */
export function draw({ rules, notice, secret, source, entrants, drawnAt, nameOf }: Drawing): DrawFile {
  const list = freeze(rules.draw, entrants);
  const seed = seedOf(rules, notice.root, source, secret);
  const order = rank(list, seed);
  const winners = award(rules.prizes, order).map((w) => ({ ...w, name: nameOf(w.token) }));
  const body = { format: 'niangjia-draw/1' as const, rules, notice, secret, source, drawnAt: drawnAt.toISOString(), seed, entrants: list.entrants, order, winners };
  return { ...body, file: documentHash(body) };
}

/** Whether what came from outside is what was announced, and came in time. */
export function sourceHolds(rules: RulesPart, notice: NoticePart, source: DrawFile['source'], drawnAt: string): boolean {
  const announcedAs = announced(rules, notice.frozenAt, notice.source.kind === 'witnesses' ? notice.source.commitments : []);
  if (orderly(announcedAs) !== orderly(notice.source)) return false;
  if (source.kind === 'drand') {
    if (rules.source.kind !== 'drand' || notice.source.kind !== 'drand') return false;
    return source.round === notice.source.round && randomnessOf(source.signature) === source.randomness && drawnAt >= timeOfRound(rules.source, source.round).toISOString();
  }
  if (rules.source.kind !== 'witnesses' || notice.source.kind !== 'witnesses') return false;
  const { names, need } = rules.source;
  const { commitments, revealBy } = notice.source;
  if (names.length !== commitments.length || names.length !== source.reveals.length) return false;
  const shown = source.reveals.filter((secret) => secret !== null);
  const opened = source.reveals.every((secret, i) => secret === null || witnessSeal(rules.draw, i + 1, secret) === commitments[i]);
  return opened && shown.length >= need && (shown.length === commitments.filter((c) => c !== null).length || drawnAt >= revealBy);
}

const sorted = (tokens: readonly string[]): boolean => tokens.every((token, i) => i === 0 || (tokens[i - 1] as string) < token);

/** The facts that a sentence of what came from outside is filled with. */
const factsOf = (d: DrawFile): Check['facts'] =>
  d.source.kind === 'drand' ? { kind: 'drand', round: d.source.round } : { kind: 'witnesses', counted: d.source.reveals.filter((r) => r !== null).length, all: d.source.reveals.length };

/**
 * Checks a result by drawing again and comparing; the other way from the one of `#shared/draw-check`, to which it must agree.
 * @param known the notice's hash as it was posted, null when nobody kept it
 */
export function verifyDraw(file: unknown, known: string | null = null): Check[] {
  const d = asDraw(file);
  const one = (check: CheckName, ok: boolean, facts: Check['facts'] = {}): Check => ({ check, ok, facts });
  if (d === null) return [one('form', false)];
  const { rules, notice, secret, source, entrants } = d;
  const again = draw({ rules, notice, secret, source, entrants, drawnAt: new Date(d.drawnAt), nameOf: (token) => d.winners.find((w) => w.token === token)?.name ?? '' });
  const list = freeze(rules.draw, entrants);
  const { file: stated, ...body } = d;
  const same = (a: unknown, b: unknown): boolean => orderly(a) === orderly(b);
  const listed = list.root === notice.root && list.tickets.length === notice.tickets && entrants.length === notice.entrants && sorted(entrants.map((e) => e.token));
  const sourced = sourceHolds(rules, notice, source, d.drawnAt);
  return [
    one('form', true),
    one('file', stated === documentHash(body), { hash: stated }),
    one('rules', notice.rules === documentHash(rules) && notice.draw === rules.draw, { title: rules.title, hash: documentHash(rules) }),
    one('notice', known === null || known.toLowerCase() === documentHash(notice), { hash: documentHash(notice) }),
    one('secret', serverCommitment(rules.draw, secret) === rules.commitment),
    one('list', listed, { entrants: entrants.length, tickets: list.tickets.length }),
    one('source', sourced, factsOf(d)),
    one('seed', sourced && again.seed === d.seed),
    one('order', same(rank(list, d.seed), d.order), { entrants: d.order.length }),
    one('winners', same(award(rules.prizes, d.order), d.winners.map(({ name: _, ...w }) => w)), { winners: d.winners.length }),
    one('times', rules.opensAt < rules.closesAt && rules.closesAt <= notice.frozenAt && notice.frozenAt <= d.drawnAt),
  ];
}
