import { bytesIn, said } from '#shared/ballot-paper';
import { asRecount, type HandedIn, type Recount, recount } from '../count/second.ts';
import type { Paper } from '../count/paper.rules.ts';
import type { Ends, Reason, Seen } from './board-file.ts';

/** What is looked at, in this order; a sentence for each is in check.words.ts. */
export const CHECKS = ['form', 'notice', 'signature', 'header', 'keys', 'entries', 'length', 'chain', 'root', 'roll', 'count'] as const;
export type CheckName = (typeof CHECKS)[number];
/** One thing that was looked at. `facts` fill its sentence; of a bad entry `reason` says which. */
export type Check = { readonly check: CheckName; readonly ok: boolean; readonly facts: Readonly<Record<string, string | number>>; readonly reason?: Reason };

/** SHA-256 and hexadecimal, as the machine does them fastest. */
export type Tools = { readonly hash: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array; readonly hex: (bytes: Uint8Array) => string; readonly unhex: (text: string) => Uint8Array };
type Hash = Tools['hash'];
/** What needs more than hashing, found out beforehand. */
export type Held = { readonly signature: boolean; readonly keys: boolean };

/** The tree over entries as they come: whole subtrees wait for a neighbour of their size (RFC 6962). */
class Growing {
  readonly #waiting: { size: number; hash: Uint8Array }[] = [];
  readonly #hash: Hash;
  constructor(hash: Hash) {
    this.#hash = hash;
  }

  #joined(left: Uint8Array, right: Uint8Array): Uint8Array {
    return this.#hash(bytesIn(Uint8Array.of(1), left, right));
  }

  add(bytes: Uint8Array): void {
    let grown = { size: 1, hash: this.#hash(bytesIn(Uint8Array.of(0), bytes)) };
    for (let last = this.#waiting.at(-1); last?.size === grown.size; last = this.#waiting.at(-1)) {
      grown = { size: grown.size * 2, hash: this.#joined(last.hash, grown.hash) };
      this.#waiting.pop();
    }
    this.#waiting.push(grown);
  }

  root(): Uint8Array {
    const [last, ...before] = this.#waiting.toReversed();
    if (last === undefined) return this.#hash(new Uint8Array(0));
    return before.reduce((right, left) => this.#joined(left.hash, right), last.hash);
  }
}

/** JSON with sorted keys, to lay two results side by side. */
function sorted(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sorted).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const bag = value as Record<string, unknown>;
  return `{${Object.keys(bag).filter((k) => bag[k] !== undefined).sort().map((k) => `${JSON.stringify(k)}:${sorted(bag[k])}`).join(',')}}`;
}

type Last = { turn: number; content: string | null; of: string };

/** Goes through a board once, entry by entry in the order of the file, and counts it anew at the end. */
export class BoardCheck {
  readonly #ends: Ends;
  readonly #hash: Hash;
  readonly #tools: Tools;
  readonly #tree: Growing;
  readonly #last = new Map<string, Last>();
  readonly #turns = new Map<string, Set<number>>();
  readonly #issued = new Map<string, number>();
  #chain: Uint8Array;
  #no = 0;
  #before = '';
  #bad: { no: number; reason: Reason } | null = null;

  constructor(ends: Ends, tools: Tools) {
    const { hash } = tools;
    this.#ends = ends;
    this.#tools = tools;
    this.#hash = hash;
    this.#tree = new Growing(hash);
    this.#chain = hash(said.board(hash(bytesIn(ends.headerLine))));
  }

  /** The number of the first bad entry, once there is one: what follows need not be read. */
  get bad(): boolean {
    return this.#bad !== null;
  }

  #placeFault(seen: Seen): Reason | null {
    if (seen.bad === 'shape') return 'shape';
    if (seen.no !== this.#no) return 'number';
    if (seen.hash <= this.#before) return 'order';
    this.#chain = this.#hash(said.chain(this.#chain, this.#tools.unhex(seen.hash)));
    return this.#tools.hex(this.#chain) === seen.chain ? seen.bad : 'chain';
  }

  /** Notes the turn of a token; the same twice is a fault. */
  #turnFault({ token, turn, class: of, content }: Seen): Reason | null {
    const there = this.#last.get(token);
    if (there === undefined) {
      this.#issued.set(of, (this.#issued.get(of) ?? 0) + 1);
      this.#last.set(token, { turn, content, of });
      if (turn > 1) this.#turns.set(token, new Set([turn]));
      return null;
    }
    const turns = this.#turns.get(token) ?? new Set([there.turn]);
    if (turns.has(turn)) return 'twice';
    if (there.of !== of) return 'class';
    this.#turns.set(token, turns.add(turn));
    if (turn > there.turn) Object.assign(there, { turn, content });
    return null;
  }

  /** Takes the next entry. */
  take(seen: Seen): void {
    this.#no += 1;
    if (this.#bad) return;
    const reason = this.#placeFault(seen) ?? this.#turnFault(seen);
    if (reason) this.#bad = { no: this.#no, reason };
    else this.#tree.add(this.#tools.unhex(seen.hash));
    this.#before = seen.hash;
  }

  /** A token whose turns have a gap: a paper was taken out. */
  #gap(): boolean {
    return [...this.#turns.values()].some((turns) => turns.size !== Math.max(...turns));
  }

  /** Counts all papers anew: whether that is the result, and what it is. */
  #counted(): { fits: boolean; facts: Check['facts'] } {
    const { header, head } = this.#ends;
    const contents = new Map<string, unknown>();
    const given = (text: string | null): unknown => {
      if (text === null) return undefined;
      if (!contents.has(text) && contents.size < 100_000) contents.set(text, safeJson(text));
      return contents.has(text) ? contents.get(text) : safeJson(text);
    };
    const handedIn: HandedIn[] = [...this.#last.values()].map((l) => ({ given: given(l.content), of: l.of }));
    const found = recount(header.paper, header.rule, { entitled: head.entitled, present: head.present, issued: head.issued }, handedIn);
    return { fits: sorted(found) === sorted(asRecount(head.result)), facts: { returned: found.returned, valid: found.valid, ...shownOf(header.paper, found) } };
  }

  #rollHolds(): boolean {
    const { header: { roll }, head } = this.#ends;
    const sum = (of: (c: (typeof roll.classes)[number]) => number): number => roll.classes.reduce((n, c) => n + of(c), 0);
    const byClass = roll.classes.every((c) => (this.#issued.get(c.class) ?? 0) <= c.issued && c.issued <= c.entitled);
    return byClass && sum((c) => c.entitled) === roll.entitled && head.entitled === roll.entitled && sum((c) => c.issued) === head.issued && this.#last.size === head.voters;
  }

  /** Everything that was looked at. @param notice the fingerprint that was printed beforehand; null when nobody has kept it */
  end(held: Held, notice: string | null): Check[] {
    const { headerLine, header, head } = this.#ends;
    const { ballot, paper, rule, keys } = header;
    const { hex } = this.#tools;
    const announced = hex(this.#hash(bytesIn(JSON.stringify({ ballot, paper, rule, keys }))));
    const one = (check: CheckName, ok: boolean, facts: Check['facts'] = {}): Check => ({ check, ok, facts });
    const first = this.#bad ?? (this.#gap() ? { no: this.#no, reason: 'turn' as const } : null);
    const whole = first === null;
    const count = whole ? this.#counted() : { fits: false, facts: {} };
    return [
      one('form', true, { title: ballot.title }),
      one('notice', notice === null || notice.toLowerCase() === announced, { hash: announced }),
      one('signature', held.signature),
      one('header', hex(this.#hash(bytesIn(headerLine))) === head.header),
      one('keys', held.keys),
      { ...one('entries', whole, { no: first?.no ?? 0, entries: this.#no }), ...(first ? { reason: first.reason } : {}) },
      one('length', this.#no === head.entries, { entries: this.#no, said: head.entries }),
      one('chain', whole && hex(this.#chain) === head.chain),
      one('root', whole && hex(this.#tree.root()) === head.root, { root: head.root }),
      one('roll', whole && this.#rollHolds(), { voters: this.#last.size, issued: head.issued, entitled: head.entitled }),
      one('count', count.fits, count.facts),
    ];
  }
}

/** What the papers come to, for a sentence: votes of a motion, or a list of names with theirs. */
function shownOf(paper: Paper, r: Recount): Check['facts'] {
  if (r.motion) return { for: r.motion.for, against: r.motion.against, abstain: r.motion.abstain };
  const line = (pairs: readonly (readonly [string, string | number])[]): Check['facts'] => ({ list: pairs.slice(0, 100).map(([name, n]) => `${name} ${n}`).join(' · ') });
  if (r.election) return line(r.election.seats.map((s) => [s.elected ? `★ ${s.name}` : s.name, s.for]));
  if (r.poll && paper.kind === 'poll') return line(paper.options.map((o, i) => [o.text, r.poll?.[i] ?? 0]));
  if (r.appraisal && paper.kind === 'appraisal') return line(paper.persons.map((p, i) => [p.name, r.appraisal?.[i]?.score ?? '–']));
  return {};
}

/** A content as it lies on the board; undefined when it is no JSON. */
function safeJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
