import assert from 'node:assert/strict';
import test from 'node:test';
import { looksLikePhone, safeNext } from './sign-in-ui.rules.ts';

test('after signing in only ways inside the app are followed', () => {
  for (const wanted of [null, '', 'https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)']) assert.equal(safeNext(wanted), '/', String(wanted));
  assert.equal(safeNext('/letters/7?tab=2'), '/letters/7?tab=2');
});

test('a phone number needs no union code, a staff number does', () => {
  for (const phone of ['13800001234', '+86 138 0000 1234', '138-0000-1234']) assert.ok(looksLikePhone(phone), phone);
  for (const staff of ['A10233', '10233', '']) assert.ok(!looksLikePhone(staff), staff);
});
