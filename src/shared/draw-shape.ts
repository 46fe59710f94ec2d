/** The form of a draw's published files, read strictly: a field too many, too few or of another kind, and it is no such file. */
type Is<T> = (value: unknown) => value is T;
type Of<S> = { readonly [K in keyof S]: S[K] extends Is<infer T> ? T : never };

const text: Is<string> = (v): v is string => typeof v === 'string' && v.length <= 4_000;
const said = <const S extends string>(what: S): Is<S> => (v): v is S => v === what;
const none: Is<null> = (v): v is null => v === null;
const whole = (least: number, most: number): Is<number> => (v): v is number => Number.isInteger(v) && (v as number) >= least && (v as number) <= most;
const hex = (bytes: number): Is<string> => (v): v is string => typeof v === 'string' && v.length === bytes * 2 && /^[0-9a-f]*$/.test(v);
const uuid: Is<string> = (v): v is string => typeof v === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(v);
const time: Is<string> = (v): v is string => typeof v === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(v) && !Number.isNaN(Date.parse(v));
const either = <A, B>(a: Is<A>, b: Is<B>): Is<A | B> => (v): v is A | B => a(v) || b(v);
const list = <T>(of: Is<T>, most: number): Is<readonly T[]> => (v): v is readonly T[] => Array.isArray(v) && v.length <= most && v.every(of);

function record<const S extends Readonly<Record<string, Is<unknown>>>>(shape: S): Is<Of<S>> {
  const names = Object.keys(shape);
  return (v): v is Of<S> => typeof v === 'object' && v !== null && !Array.isArray(v)
    && Object.keys(v).length === names.length && names.every((name) => Object.hasOwn(v, name) && (shape[name] as Is<unknown>)((v as Record<string, unknown>)[name]));
}

const MOST = 1_000_000;
const MOST_WITNESSES = 15;
/** Far more than anybody gives; more would only keep a browser busy. */
const MOST_TICKETS = 1_000;

const rules = record({
  format: said('niangjia-draw-rules/1'), draw: uuid, union: text, title: text, who: text, tickets: text, opensAt: time, closesAt: time,
  prizes: list(record({ name: text, count: whole(1, MOST) }), 100), terms: list(text, 50), commitment: hex(32),
  replaces: either(none, record({ draw: uuid, notice: either(none, hex(32)), reason: text })),
  source: either(
    record({ kind: said('drand'), chain: hex(32), genesis: whole(1, 2 ** 40), period: whole(1, 3600), after: whole(0, 86_400) }),
    record({ kind: said('witnesses'), need: whole(2, MOST_WITNESSES), hours: whole(1, 720), names: list(text, MOST_WITNESSES) }),
  ),
});

const notice = record({
  format: said('niangjia-draw-notice/1'), draw: uuid, rules: hex(32), root: hex(32), tickets: whole(1, MOST), entrants: whole(1, MOST), frozenAt: time,
  source: either(record({ kind: said('drand'), round: whole(1, 2 ** 40) }), record({ kind: said('witnesses'), revealBy: time, commitments: list(either(none, hex(32)), MOST_WITNESSES) })),
});

const draw = record({
  format: said('niangjia-draw/1'), rules, notice, secret: hex(32),
  source: either(
    record({ kind: said('drand'), round: whole(1, 2 ** 40), signature: hex(48), randomness: hex(32) }),
    record({ kind: said('witnesses'), reveals: list(either(none, hex(16)), MOST_WITNESSES) }),
  ),
  drawnAt: time, seed: hex(32),
  entrants: list(record({ token: hex(32), tickets: whole(1, MOST_TICKETS) }), MOST), order: list(hex(32), MOST),
  winners: list(record({ rank: whole(1, MOST), prize: whole(1, 100), token: hex(32), name: text }), MOST), file: hex(32),
});

const entry = record({
  format: said('niangjia-draw-entry/1'), notice, token: hex(32),
  tickets: list(record({ index: whole(0, MOST_TICKETS), place: whole(0, MOST), path: list(hex(32), 40) }), MOST_TICKETS),
});

type Shape<I> = I extends Is<infer T> ? T : never;
/** What is made public before entries open: `niangjia-draw-rules/1`. Witness i of `names` has the number i + 1. */
export type RulesPart = Shape<typeof rules>;
/** What is made public when entries are closed: `niangjia-draw-notice/1`. */
export type NoticePart = Shape<typeof notice>;
/** The result: `niangjia-draw/1`. Prizes are numbered from 1, ranks too. */
export type DrawFile = Shape<typeof draw>;
/** What proves to one entrant that they are in: `niangjia-draw-entry/1`. */
export type EntryFile = Shape<typeof entry>;

/** The result file in a parsed JSON value; null when it is none. */
export function asDraw(value: unknown): DrawFile | null {
  const tickets = draw(value) ? value.entrants.reduce((sum, entrant) => sum + entrant.tickets, 0) : 0;
  return draw(value) && tickets > 0 && tickets <= MOST ? value : null;
}
/** The entry file in a parsed JSON value; null when it is none. */
export const asEntry = (value: unknown): EntryFile | null => (entry(value) ? value : null);
