import assert from 'node:assert/strict';
import test from 'node:test';
import { freshDatabase } from '#test/database';
import { drawStory, entrantsOf } from '#test/draws';
import { documentHash } from '../index.ts';

/** The protocol a third time, in PostgreSQL with nothing but its `sha256()`. */
const database = await freshDatabase();
const HMAC = `CREATE FUNCTION hmac_of(key bytea, message bytea) RETURNS bytea LANGUAGE sql AS $$
  WITH pads AS (
    SELECT string_agg(set_byte('\\x00', 0, b # 54), '' ORDER BY i) AS inner_pad, string_agg(set_byte('\\x00', 0, b # 92), '' ORDER BY i) AS outer_pad
    FROM (SELECT i, CASE WHEN i < length(key) THEN get_byte(key, i) ELSE 0 END AS b FROM generate_series(0, 63) AS i) AS k
  ) SELECT sha256(outer_pad || sha256(inner_pad || message)) FROM pads
$$`;
const ROOT = `CREATE FUNCTION root_of(level bytea[]) RETURNS bytea LANGUAGE plpgsql AS $$
  BEGIN
    SELECT array_agg(sha256('\\x00'::bytea || leaf) ORDER BY at) INTO level FROM unnest(level) WITH ORDINALITY AS l (leaf, at);
    WHILE cardinality(level) > 1 LOOP
      SELECT array_agg(CASE WHEN at = cardinality(level) THEN level[at] ELSE sha256('\\x01'::bytea || level[at] || level[at + 1]) END ORDER BY at)
      INTO level FROM generate_series(1, cardinality(level), 2) AS at;
    END LOOP;
    RETURN level[1];
  END
$$`;
const DRAWN = `
  WITH ticket AS (
    SELECT e.token, sha256(decode(replace($1, '-', ''), 'hex') || int4send(i) || decode(e.token, 'hex')) AS leaf
    FROM unnest($2::text[], $3::int[]) AS e (token, tickets) CROSS JOIN LATERAL generate_series(0, e.tickets - 1) AS i
  ), seed AS (
    SELECT sha256(convert_to('draw/v1', 'UTF8') || decode($4, 'hex') || root_of((SELECT array_agg(leaf ORDER BY leaf) FROM ticket)) || decode($5, 'hex') || decode($6, 'hex')) AS seed
  ), best AS (
    SELECT DISTINCT ON (token) token, hmac_of(seed, leaf) AS key, leaf FROM ticket, seed ORDER BY token, hmac_of(seed, leaf), leaf
  )
  SELECT encode((SELECT seed FROM seed), 'hex') AS seed, encode(root_of((SELECT array_agg(leaf ORDER BY leaf) FROM ticket)), 'hex') AS root,
    (SELECT array_agg(token ORDER BY key, leaf) FROM best) AS "order"`;

test('PostgreSQL computes the same root, seed and order', async () => {
  await database.pool.query(HMAC);
  await database.pool.query(ROOT);
  for (const [kind, people] of [['witnesses', 12], ['drand', 12], ['witnesses', 1], ['witnesses', 257]] as const) {
    const d = drawStory({ kind, entrants: entrantsOf(Array.from({ length: people }, (_, i) => 1 + (i % 3))) });
    const value = d.source.kind === 'drand' ? d.source.signature : d.source.reveals.map((secret, i) => `0${i + 1}${secret ?? ''}`).join('');
    const { rows: [row] } = await database.pool.query<{ seed: string; root: string; order: string[] }>(DRAWN, [d.rules.draw, d.entrants.map((e) => e.token), d.entrants.map((e) => e.tickets), documentHash(d.rules), value, d.secret]);
    assert.deepEqual(row, { seed: d.seed, root: d.notice.root, order: d.order }, `${kind}, ${people} people`);
  }
});
