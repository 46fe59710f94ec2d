import assert from 'node:assert/strict';
import test from 'node:test';
import { codeFaults } from './check-tidy.code.ts';
import { migrationFaults } from './check-tidy.migrations.ts';
import { roomFaults } from './check-tidy.parts.ts';
import { filesOf, type Names } from './new-part.ts';

const NAMES: Names = { part: 'lost-items', camel: 'lostItems', area: 'services', folder: 'src/features/services/lost-items', table: 'lost_items_need', number: '0099' };

test('a new part has what every part has, is tidy, and leaves no gap unfilled', async () => {
  const files = await filesOf(NAMES);
  assert.ok(files.size >= 20, `only ${files.size} files`);
  assert.deepEqual(roomFaults([...files.keys()]).faults, []);
  for (const [path, text] of files) {
    assert.ok(!/__\w+__/.test(text + path), `${path} has a gap`);
    if (/[.]tsx?$/.test(path)) assert.deepEqual(codeFaults(path, text).faults, [], path);
    if (path.endsWith('.sql')) assert.deepEqual(migrationFaults(path, text).faults, []);
  }
});
