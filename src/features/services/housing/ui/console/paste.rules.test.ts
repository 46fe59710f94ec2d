import assert from 'node:assert/strict';
import test from 'node:test';
import { readFlats } from './paste.rules.ts';

test('flats from a sheet: tabs or commas, units of measure left out, bad lines named', () => {
  const { flats, bad } = readFlats('明湖公寓\t3-501\t1室\t42.8㎡\t1180\n\n东站佳苑，1-201，2，61.5，1680元\n没有房号\n明湖公寓,9-9,0,40,1000');
  assert.deepEqual(flats, [{ estate: '明湖公寓', label: '3-501', rooms: 1, area: 42.8, rent: 1180, out: '' }, { estate: '东站佳苑', label: '1-201', rooms: 2, area: 61.5, rent: 1680, out: '' }]);
  assert.deepEqual(bad, [4, 5]);
});
