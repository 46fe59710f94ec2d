import fc from 'fast-check';
import { jsonSchema, type Route } from '#platform/http';

type Schema = {
  readonly type?: string | readonly string[]; readonly const?: unknown; readonly enum?: readonly unknown[]; readonly format?: string; readonly pattern?: string;
  readonly minLength?: number; readonly maxLength?: number; readonly minimum?: number; readonly maximum?: number; readonly exclusiveMinimum?: number; readonly exclusiveMaximum?: number;
  readonly items?: Schema; readonly minItems?: number; readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>; readonly required?: readonly string[];
  readonly anyOf?: readonly Schema[]; readonly oneOf?: readonly Schema[]; readonly allOf?: readonly Schema[]; readonly default?: unknown;
};
type Input = Record<string, unknown>;

/** What may go wrong inside a text: controls, quotes, patterns, markup, slots, half characters, direction marks. */
const NASTY = ['\u0000', 'a\u0000b', "'; drop table person; --", '%', '_%', '\\', '{name}', '<script>alert(1)</script>', '=1+1', '\ud800', '\u202e', '\u200b', '👷🏽‍♀️', 'İ', '𠮷', '../../etc', 'null', '1e999', '0', ' ', '\t\n'];

const text = (s: Schema): fc.Arbitrary<string> => {
  const most = Math.min(s.maxLength ?? 60, 400);
  const least = Math.min(s.minLength ?? 0, most);
  return fc.oneof(
    { weight: 3, arbitrary: fc.string({ unit: 'grapheme', minLength: least, maxLength: most }) },
    { weight: 2, arbitrary: fc.constantFrom(...NASTY).map((bad) => bad.padEnd(least, '工').slice(0, Math.max(most, 1))) },
    { weight: 2, arbitrary: fc.integer({ min: least, max: most }).map((n) => '工会'.repeat(n).slice(0, n)) },
  );
};

function string(s: Schema, ids: Ids): fc.Arbitrary<unknown> {
  if (s.format === 'uuid') return fc.oneof({ weight: 6, arbitrary: realId(ids) }, { weight: 1, arbitrary: fc.uuid() });
  if (s.format === 'date') return fc.constantFrom('2026-01-01', '2024-02-29', '1900-01-01', '9999-12-31', '2026-11-21');
  if (s.format === 'date-time') return fc.constantFrom('2026-01-01T00:00:00Z', '2026-12-01T01:30:00.000Z', '0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z');
  if (s.format === 'email') return fc.constantFrom('a@example.org', 'wang.jianjun@example.com');
  if (s.pattern !== undefined) {
    try {
      return fc.stringMatching(new RegExp(s.pattern, 'u'));
    } catch {
      return text(s);
    }
  }
  return text(s);
}

function whole(s: Schema): fc.Arbitrary<unknown> {
  const least = Math.max(s.minimum ?? (s.exclusiveMinimum ?? -1_000_001) + 1, -2_147_483_648);
  const most = Math.min(s.maximum ?? (s.exclusiveMaximum ?? 1_000_001) - 1, 2_147_483_647);
  return least > most ? fc.constant(least) : fc.oneof(fc.integer({ min: least, max: most }), fc.constantFrom(least, most));
}

/** Real ids by table, so that calls get past the first loader. */
export type Ids = readonly (readonly string[])[];

const realId = (ids: Ids): fc.Arbitrary<string> => fc.constantFrom(...ids).chain((some) => fc.constantFrom(...some));

/** Values that a JSON Schema allows. */
export function fits(s: Schema, ids: Ids): fc.Arbitrary<unknown> {
  if (s.const !== undefined) return fc.constant(s.const);
  if (s.enum) return fc.constantFrom(...s.enum);
  const one = s.anyOf ?? s.oneOf;
  if (one && one.length > 0) return fc.oneof(...one.map((inner) => fits(inner, ids)));
  if (s.allOf) return fits(Object.assign({}, ...s.allOf) as Schema, ids);
  const [type] = Array.isArray(s.type) ? s.type : [s.type];
  if (type === 'string') return string(s, ids);
  if (type === 'integer') return whole(s);
  if (type === 'number') return fc.double({ min: s.minimum ?? -1e6, max: s.maximum ?? 1e6, noNaN: true });
  if (type === 'boolean') return fc.boolean();
  if (type === 'null') return fc.constant(null);
  if (type === 'array') return fc.array(fits(s.items ?? {}, ids), { minLength: s.minItems ?? 0, maxLength: Math.min(s.maxItems ?? 3, (s.minItems ?? 0) + 3) });
  if (type === 'object' && s.properties) {
    const fields = Object.fromEntries(Object.entries(s.properties).map(([name, inner]) => [name, fits(inner, ids)]));
    return fc.record(fields, { requiredKeys: [...(s.required ?? [])].filter((name) => name in fields) });
  }
  return fc.jsonValue({ maxDepth: 1 });
}

/** Values that hardly any field takes. */
const HOSTILE: readonly unknown[] = [
  null, true, '', ' ', 0, -1, 1.5, 1e308, -1e308, 9_007_199_254_740_992, 2_147_483_648, [], [[]], {}, { $ne: null }, [null], ['a'], 'x'.repeat(20_000), '工'.repeat(6_000),
  '2026-02-30', '2026-13-01T00:00:00Z', 'not-a-uuid', '99999999-9999-9999-9999-999999999999', Array.from({ length: 500 }, () => 'x'), { a: { b: { c: { d: { e: 1 } } } } }, ...NASTY,
];

function spoil(input: Input, names: readonly string[]): fc.Arbitrary<Input> {
  if (names.length === 0) return fc.constantFrom({ ...input, unknown: 1 }, { ...input, constructor: 'x' }, input);
  const field = fc.constantFrom(...names);
  return fc.oneof(
    { weight: 5, arbitrary: fc.tuple(field, fc.constantFrom(...HOSTILE)).map(([name, bad]) => ({ ...input, [name]: bad })) },
    { weight: 2, arbitrary: field.map((name) => Object.fromEntries(Object.entries(input).filter(([key]) => key !== name))) },
    { weight: 1, arbitrary: fc.tuple(field, fc.jsonValue({ maxDepth: 2 })).map(([name, bad]) => ({ ...input, [name]: bad })) },
    { weight: 1, arbitrary: fc.dictionary(field, fc.constantFrom(...HOSTILE)) },
    { weight: 2, arbitrary: fc.constant(input) },
  );
}

/** Whole inputs of a route, most of them spoiled in one place. */
export function spoiled(route: Route, ids: Ids): fc.Arbitrary<Input> {
  const schema = jsonSchema(route.endpoint.in, 'input') as Schema;
  const names = Object.keys(schema.properties ?? {});
  return fits(schema, ids).chain((input) => spoil(input as Input, names));
}

/** Bodies that are not even objects, as they stand in the request. */
export const NO_OBJECTS: readonly string[] = ['', '{', '[]', 'null', '"x"', '1', '{"a":', '{"__proto__":{"x":1}}', `${'['.repeat(2_000)}${']'.repeat(2_000)}`, `{"a":"${'x'.repeat(1_100_000)}"}`];

/** Stands in a prepared input where the id of a row goes. */
const HERE = '0d0d0d0d-0d0d-4d0d-8d0d-0d0d0d0d0d0d';
/** So many different inputs are prepared of each route. */
export const PREPARED = 16;
type Prepared = { readonly inputs: readonly string[]; readonly ids: readonly string[] };
const prepared = new Map<Route, Prepared>();

/** What is the same for every call of a route is made once: schemas and generators take longer than the call. */
function preparedOf(route: Route): Prepared {
  const known = prepared.get(route);
  if (known) return known;
  const schema = jsonSchema(route.endpoint.in, 'input') as Schema;
  const fields = Object.entries(schema.properties ?? {});
  const made = {
    inputs: fc.sample(fits(schema, [[HERE]]), { numRuns: PREPARED, seed: 1 }).map((input) => JSON.stringify(withId(fields, input as Input))),
    ids: fields.filter(([, s]) => isId(s) || (s.items !== undefined && isId(s.items))).map(([name]) => name),
  };
  prepared.set(route, made);
  return made;
}

/** One input that the contract allows, with this id wherever an id may stand. @param seed another one for each number */
export function plausible(route: Route, id: string, seed = 1): Input {
  const { inputs } = preparedOf(route);
  return JSON.parse((inputs[seed % inputs.length] ?? '{}').replaceAll(HERE, id)) as Input;
}

const withId = (fields: readonly (readonly [string, Schema])[], input: Input): Input => ({
  ...input,
  ...Object.fromEntries(fields.flatMap(([name, s]): [string, unknown][] => (isId(s) ? [[name, HERE]] : s.type === 'array' && s.items && isId(s.items) ? [[name, [HERE]]] : []))),
});

const isId = (s: Schema): boolean => s.format === 'uuid' || (s.anyOf ?? []).some((inner) => inner.format === 'uuid');

/** Names of the fields of a route that are ids of rows. */
export const idFields = (route: Route): readonly string[] => preparedOf(route).ids;

const plain = (value: unknown): string => (typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value));

/** Address and body of a call of this route with that input: names of the path from it, the rest as query or body. */
export function requestOf(route: Route, input: Input): { method: 'GET' | 'POST' | 'PUT' | 'DELETE'; url: string; body: unknown } {
  const e = route.endpoint;
  const inPath = new Set<string>();
  const path = e.path.replace(/:(\w+)/g, (_whole, name: string) => {
    inPath.add(name);
    return encodeURIComponent(plain(input[name]).toWellFormed().slice(0, 300) || 'x');
  });
  const rest = Object.entries(input).filter(([name]) => !inPath.has(name));
  if (e.method !== 'GET' && e.upload === undefined) return { method: e.method, url: path, body: Object.fromEntries(rest) };
  const query = rest.filter(([, value]) => value !== undefined).flatMap(([name, value]) => (Array.isArray(value) ? value.slice(0, 20) : [value]).map((one) => `${encodeURIComponent(name)}=${encodeURIComponent(plain(one).toWellFormed().slice(0, 2_000))}`));
  return { method: e.method, url: query.length > 0 ? `${path}?${query.join('&')}` : path, body: e.upload ? Buffer.from('%PDF-1.4 nothing') : undefined };
}
