import assert from 'node:assert/strict';
import test from 'node:test';
import { fromText, toText } from './hours.rules.ts';

test('hours as people type them', () => {
  const kept = [['09:00', '12:00'], ['13:30', '18:00']];
  for (const typed of ['09:00-12:00 13:30-18:00', ' 9:00–12:00、13:30—18:00 ', '０９：００－１２：００；13:30~18:00']) assert.deepEqual(fromText(typed), kept, typed);
  assert.deepEqual(fromText(toText(kept)), kept);
  assert.equal(toText(undefined), '');
  assert.deepEqual(fromText('morning'), [['morning']]);
});
