import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import { jsonSchema } from '#platform/http';
import type { Endpoint } from '#shared/contract';
import { featuresOf } from '../../src/house.ts';
import { filesBelow, HOUSE } from '../../tools/check-run.ts';
import { OPENAPI, openApiText } from '../../tools/print-openapi.ts';

const features = featuresOf('demo');
const routes = features.flatMap((f) => f.routes);
const named = (e: Endpoint): string => `${e.method} ${e.path}`;

test('docs/api/openapi.json is what the contracts say (npm run tool tools/print-openapi.ts)', async () => {
  const committed = (await readFile(OPENAPI, 'utf8').catch(() => '')).split('\n');
  const now = openApiText().split('\n');
  const first = now.findIndex((line, i) => line !== committed[i]);
  assert.ok(first < 0 && committed.length === now.length, `the file is out of date from line ${first + 1} on: ${now[first]?.trim()}`);
});

test('every endpoint of every contract is bound to a service, once', async () => {
  const isEndpoint = (value: unknown): value is Endpoint => typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'can' in value;
  const declared: Endpoint[] = [];
  for (const file of (await filesBelow('src')).filter((path) => path.endsWith('.contract.ts'))) {
    const module = (await import(pathToFileURL(join(HOUSE, file)).href)) as Record<string, unknown>;
    const apis = Object.values(module).filter((value) => typeof value === 'object' && value !== null);
    declared.push(...apis.flatMap((api) => Object.values(api as object)).filter(isEndpoint));
  }
  assert.ok(declared.length >= 120, `only ${declared.length} endpoints were seen`);
  const bound = new Set(routes.map((r) => r.endpoint));
  assert.deepEqual(declared.filter((e) => !bound.has(e)).map(named), []);
  const names = routes.map((r) => named(r.endpoint).replace(/:\w+/g, ':'));
  assert.deepEqual(names.filter((name, i) => names.indexOf(name) !== i), [], 'two routes have one address');
});

test('every permission word of a route is declared by its part, and every declared one opens something', async () => {
  for (const f of features) {
    const used = new Set(f.routes.map((r) => r.endpoint.can).filter((can) => can.includes('.')));
    for (const can of used) assert.ok(can in f.permissions, `${f.name}: no part says who holds ${can}`);
  }
  const source = (await Promise.all((await filesBelow('src/features')).filter((path) => path.endsWith('.ts') && !path.endsWith('index.ts')).map((path) => readFile(join(HOUSE, path), 'utf8')))).join('\n');
  for (const f of features) for (const word of Object.keys(f.permissions)) assert.ok(source.includes(`'${word}'`), `${f.name}: ${word} opens nothing`);
});

type Schema = { readonly type?: string | string[]; readonly enum?: unknown; readonly const?: unknown; readonly format?: string; readonly pattern?: string; readonly maxLength?: number; readonly maxItems?: number; readonly maximum?: number; readonly items?: Schema; readonly properties?: Record<string, Schema>; readonly additionalProperties?: boolean | Schema; readonly anyOf?: Schema[]; readonly oneOf?: Schema[]; readonly allOf?: Schema[] };

/** A pattern without an open end bounds a text by itself. */
const boundedPattern = (pattern: string | undefined): boolean => pattern?.startsWith('^') === true && pattern.endsWith('$') && !/[*+]|,\}/.test(pattern);

function unbounded(s: Schema, at: string): string[] {
  const inner = [...(s.anyOf ?? []), ...(s.oneOf ?? []), ...(s.allOf ?? [])].flatMap((one) => unbounded(one, at));
  const types = [s.type].flat();
  if (types.includes('string') && !s.enum && s.const === undefined && s.maxLength === undefined && !['uuid', 'date', 'date-time', 'time'].includes(s.format ?? '') && !boundedPattern(s.pattern)) inner.push(`${at} may be a text of any length`);
  if (types.includes('array') && s.maxItems === undefined) inner.push(`${at} may be a list of any length`);
  if (s.items) inner.push(...unbounded(s.items, `${at}[]`));
  for (const [name, field] of Object.entries(s.properties ?? {})) inner.push(...unbounded(field, at === '' ? name : `${at}.${name}`));
  if (typeof s.additionalProperties === 'object') inner.push(...unbounded(s.additionalProperties, `${at}.*`));
  return inner;
}

/** Whether a field refuses a very long text all the same: words for yes and no, readings of what people type. */
function refusesLong(e: Endpoint, field: string): boolean {
  const schema = (e.in.shape as Record<string, { safeParse(value: unknown): { success: boolean } }>)[field];
  return schema !== undefined && !schema.safeParse('x'.repeat(100_001)).success && !schema.safeParse('1'.repeat(100_001)).success;
}

test('every text and list that may be sent has a largest length', () => {
  const faults = routes.flatMap(({ endpoint }) =>
    unbounded(jsonSchema(endpoint.in, 'input') as Schema, '')
      .filter((fault) => !refusesLong(endpoint, fault.split(' ')[0] ?? ''))
      .map((fault) => `${named(endpoint)}: ${fault}`),
  );
  assert.deepEqual(faults, []);
});

test('lists come in pages: an answer with items is asked with a limit of at most 100 or says why it is short', () => {
  const faults = routes.filter(({ endpoint: e }) => {
    const out = jsonSchema(e.out, 'output') as Schema;
    if (!out.properties?.items || out.properties.items.maxItems !== undefined) return false;
    const limit = (jsonSchema(e.in, 'input') as Schema).properties?.limit;
    return limit !== undefined && (limit.maximum === undefined || limit.maximum > 100);
  });
  assert.deepEqual(faults.map(({ endpoint }) => named(endpoint)), []);
});

test('addresses are /api/v1/…, and every route says in both languages what it is for', () => {
  assert.ok(routes.length >= 120, `only ${routes.length} routes were seen`);
  for (const { endpoint: e } of routes) {
    assert.match(e.path, /^\/api\/v1\/[a-z0-9:/A-Z-]+$/, named(e));
    assert.ok(e.about.zh.length > 1 && e.about.en.length > 1, named(e));
  }
});
