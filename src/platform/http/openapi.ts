import { z } from 'zod';
import type { Endpoint } from '#shared/contract';
import type { Feature } from './feature.ts';

type Json = Record<string, unknown>;

/** JSON Schema of a Zod schema as OpenAPI 3.1 takes it. `in` = what may be sent, `out` = what comes back. */
export function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const json = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' }) as Json;
  delete json.$schema;
  return json;
}

const KEY = { name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', minLength: 1, maxLength: 100 } };

function operation(f: Feature, e: Endpoint): Json {
  const shape = e.in.shape as Record<string, z.ZodType>;
  const inPath = new Set([...e.path.matchAll(/:(\w+)/g)].map((m) => m[1]));
  const fields = Object.entries(shape);
  const asQuery = e.method === 'GET' || e.upload !== undefined;
  const parameters = fields
    .filter(([name]) => inPath.has(name) || asQuery)
    .map(([name, schema]) => ({
      name,
      in: inPath.has(name) ? 'path' : 'query',
      required: inPath.has(name) || !schema.safeParse(undefined).success,
      schema: jsonSchema(schema, 'input'),
    }));
  const body = fields.filter(([name]) => !inPath.has(name));
  const answer = e.download
    ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
    : { 'application/json': { schema: jsonSchema(e.out, 'output') } };
  return {
    operationId: `${f.name}.${e.about.code.split('.').at(-1)}`,
    summary: e.about.en,
    description: e.about.zh,
    tags: [f.area],
    'x-permission': e.can,
    security: e.can === 'anyone' ? [] : [{ session: [] }, { bearer: [] }],
    parameters: e.keyed ? [...parameters, KEY] : parameters,
    ...(e.upload
      ? { requestBody: { content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } } }
      : !asQuery && body.length > 0
        ? { requestBody: { required: true, content: { 'application/json': { schema: jsonSchema(z.object(Object.fromEntries(body)), 'input') } } } }
        : {}),
    responses: {
      200: { description: e.keyed ? 'As it was answered before' : 'OK', content: answer },
      ...(e.keyed ? { 201: { description: 'Made now', content: answer }, 202: { description: 'Taken, to be decided later', content: answer } } : {}),
      default: { description: 'A refusal with one sentence', content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } } },
    },
  };
}

/** The OpenAPI 3.1 document of all routes, in a stable order. */
export function openApi(features: readonly Feature[]): Json {
  const paths: Record<string, Json> = {};
  for (const f of [...features].sort((a, b) => a.name.localeCompare(b.name))) {
    for (const { endpoint } of f.routes) {
      const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
      paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(f, endpoint) };
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Niangjia 娘家', version: '1', description: 'The online union. Sentences in refusals follow Accept-Language (zh, en).', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/' }],
    paths: Object.fromEntries(Object.entries(paths).sort(([a], [b]) => a.localeCompare(b))),
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'niangjia' },
        bearer: { type: 'http', scheme: 'bearer' },
      },
      schemas: {
        Refusal: {
          type: 'object',
          required: ['error'],
          properties: {
            error: {
              type: 'object',
              required: ['code', 'sentence'],
              properties: {
                code: { type: 'string' },
                sentence: { type: 'string' },
                fields: { type: 'array', items: { type: 'object', properties: { path: { type: 'string' }, sentence: { type: 'string' } } } },
                data: {},
              },
            },
          },
        },
      },
    },
  };
}
