import assert from 'node:assert/strict';
import test from 'node:test';
import { pageOf } from './page-of.ts';

const paths = ['/join/:code', '/stations/:id'];

test('codes of others and dangerous addresses lead nowhere', () => {
  for (const text of ['hello', 'javascript:alert(1)', 'https://example.com/pay?to=1', 'data:text/html,x', '//join/ABC', 'weixin://join/ABC']) assert.equal(pageOf(text, paths), undefined, text);
});

test('a code of ours opens its page here, whatever host it was printed with', () => {
  assert.equal(pageOf('https://union.example.cn/join/ABC123?from=poster', paths), '/join/ABC123?from=poster');
  assert.equal(pageOf('http://10.0.0.7:8080/stations/7', paths), '/stations/7');
});
