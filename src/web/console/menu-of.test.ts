import assert from 'node:assert/strict';
import test from 'node:test';
import { defineWords } from '#shared/words';
import type { Me } from '../kit/me.tsx';
import type { ConsolePart } from '../kit/screens.ts';
import { areaAt, entryAt, groupsOf, isShut, menuOf } from './menu-of.ts';

const w = defineWords('sample', { letters: ['来信', 'Letters'], board: ['公开栏', 'Board'], unions: ['工会', 'Unions'], figures: ['数据', 'Figures'] });
const parts: readonly ConsolePart[] = [
  { part: 'letters', area: 'mailbox', screens: [{ path: '/receptions/:id', screen: null as never }], menu: [{ title: w.board, path: '/letters/board', can: 'letters.publish', order: 20 }, { title: w.letters, path: '/letters', can: ['letters.read', 'letters.work'], order: 10 }] },
  { part: 'unions', area: 'organisation', screens: [], menu: [{ title: w.unions, path: '/unions', can: 'unions.read' }] },
  { part: 'figures', area: 'across', screens: [], menu: [{ title: w.figures, path: '/figures', can: 'person' }] },
];
const me = (...grants: string[]): Me => ({ grants }) as unknown as Me;
const paths = (...grants: string[]) => menuOf(parts, me(...grants)).map((a) => [a.area, ...a.entries.map((e) => e.path)]);

test('an area without a permitted entry is not in the menu', () => {
  assert.deepEqual(paths(), [['across', '/figures']]);
  assert.deepEqual(paths('letters.work'), [['across', '/figures'], ['mailbox', '/letters']]);
});

test('areas and entries stand in their order', () => {
  assert.deepEqual(paths('letters.read', 'letters.publish', 'unions.read'), [['across', '/figures'], ['organisation', '/unions'], ['mailbox', '/letters', '/letters/board']]);
});

test('an address belongs to the entry with the longest path', () => {
  const menu = menuOf(parts, me('letters.read', 'letters.publish'));
  assert.equal(entryAt(menu, '/letters/board')?.entry.path, '/letters/board');
  assert.equal(entryAt(menu, '/letters/42')?.entry.path, '/letters');
  assert.equal(entryAt(menu, '/lettersandmore'), undefined);
});

test('a page that the menu names for others only is shut', () => {
  assert.equal(isShut(parts, me('unions.read'), '/letters'), true);
  assert.equal(isShut(parts, me('letters.work'), '/letters'), false);
  assert.equal(isShut(parts, me(), '/figures'), false, 'open to everybody');
  assert.equal(isShut(parts, me(), '/letters/:id'), false, 'its own answer decides');
});

test('a page without an entry lies in the area of its part', () => {
  const menu = menuOf(parts, me('letters.read', 'unions.read'));
  assert.equal(areaAt(menu, '/receptions/42'), 'mailbox');
  assert.equal(areaAt(menu, '/unions/42'), 'organisation');
  assert.equal(areaAt(menu, '/nothing'), undefined);
});

test('entries of a group stand together where its first one stands', () => {
  const entry = (path: `/${string}`, group?: 'rewards' | 'reports') => ({ title: w.letters, path, can: 'person', ...(group ? { group } : {}) });
  assert.deepEqual(groupsOf([entry('/a', 'rewards'), entry('/b'), entry('/c', 'reports'), entry('/d', 'rewards')]).map((g) => [g.group, ...g.entries.map((e) => e.path)]), [['rewards', '/a', '/d'], [undefined, '/b'], ['reports', '/c']]);
});
