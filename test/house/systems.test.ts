import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';
import { filesBelow, HOUSE } from '../../tools/check-run.ts';

/** How many systems each area counts. */
const COUNTS = { ORG: 9, SVC: 18, RGT: 6, AID: 9, DEM: 9, INN: 8, CMP: 6, HON: 4, NWS: 2, RES: 3, BOX: 4, FIN: 7, PLT: 7 };
const ALL = Object.entries(COUNTS).flatMap(([area, n]) => Array.from({ length: n }, (_, i) => `${area}-${i + 1}`));

type Row = { readonly id: string; readonly state: string; readonly where: string; readonly proof: string };
const list = await readFile(join(HOUSE, 'docs/systems.md'), 'utf8');
const rows: Row[] = [...list.matchAll(/^\| ([A-Z]{3}-\d+) \|([^|]*)\|([^|]*)\|([^|]*)\|([^|]*)\|$/gm)].map(([, id = '', , state = '', where = '', proof = '']) => ({ id, state: state.trim(), where: where.trim(), proof: proof.trim() }));
/** Paths in backquotes or links. */
const pathsIn = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map((m) => m[1] ?? '').filter((path) => path.includes('/') || path.includes('.'));

test('docs/systems.md lists each of the 92 systems once', () => {
  assert.equal(ALL.length, 92);
  assert.deepEqual(rows.map((row) => row.id).sort(), [...ALL].sort());
});

test('each state is one of three; what is there says where and by which test', () => {
  for (const row of rows) {
    assert.match(row.state, /^(works|part|not yet)(: .+)?$/, row.id);
    if (row.state === 'not yet') continue;
    assert.ok(pathsIn(row.where).length > 0, `${row.id} says ${row.state} but not where`);
    assert.ok(pathsIn(row.proof).length > 0, `${row.id} says ${row.state} but names no test`);
    for (const path of [...pathsIn(row.where), ...pathsIn(row.proof)]) assert.ok(existsSync(join(HOUSE, path)), `${row.id} names ${path}, which is not there`);
  }
});

test('every system that works is named by a test', async () => {
  const tests = (await filesBelow()).filter((file) => /[.]test[.]tsx?$/.test(file) && file !== 'test/house/systems.test.ts');
  const texts = await Promise.all(tests.map((file) => readFile(join(HOUSE, file), 'utf8')));
  for (const { id } of rows.filter((row) => row.state.startsWith('works'))) {
    assert.ok(texts.some((text) => new RegExp(`\\b${id}\\b`).test(text)), `${id} works, it is said, but no test names it`);
  }
});
