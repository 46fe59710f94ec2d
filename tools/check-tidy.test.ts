import assert from 'node:assert/strict';
import test from 'node:test';
import { codeFaults } from './check-tidy.code.ts';
import { meets } from './check-licences.ts';
import { migrationFaults } from './check-tidy.migrations.ts';
import { roomFaults } from './check-tidy.parts.ts';
import { textFaults } from './check-tidy.texts.ts';
import { wordsFaults } from './check-tidy.words.ts';

const SERVICE = 'src/features/mailbox/letters/letters.service.ts';
const finds = (path: string, text: string): string => codeFaults(path, text).faults.join('\n');
const mark = (letters: string): string => letters.split('-').join('');

test('untidy code is found, one fault at a time', () => {
  const cases: readonly [path: string, text: string, found: RegExp][] = [
    [SERVICE, 'a;\n'.repeat(301), /has 301 lines/],
    [SERVICE, `function adopt() {\n${'  a;\n'.repeat(60)}}\n`, /adopt has 62 lines/],
    [SERVICE, 'export function handleLetter() {}', /handleLetter/],
    [SERVICE, 'const processRows = () => 1;', /processRows/],
    [SERVICE, 'const o = { manage() {} };', /manage/],
    [SERVICE, 'class LetterManager {}', /LetterManager/],
    ['src/shared/utils.ts', '', /named by what is in it/],
    ['src/engines/org/helpers/tree.ts', '', /named by what is in it/],
    [SERVICE, "const a = '信';", /Chinese in code/],
    ['src/features/mailbox/letters/ui/member/Write.tsx', 'export default () => <p>写信</p>;', /Chinese in code/],
    [SERVICE, 'let a: any;', /any/],
    [SERVICE, `// ${mark('TO-DO')} later`, /left-over mark/],
    [SERVICE, `// @ts${'-'}ignore\na;`, /silenced check/],
    [SERVICE, 'const now = new Date();', /tx\.now/],
    [SERVICE, 'const now = Date.now();', /tx\.now/],
    [SERVICE, 'const n = Math.random();', /can be guessed/],
    ['test/house/a.test.ts', "test.only('x', () => {});", /runs or it is not there/],
  ];
  for (const [path, text, found] of cases) assert.match(finds(path, text), found, text.slice(0, 60));
});

test('tidy code passes', () => {
  assert.equal(finds(SERVICE, '/** Adopts (采纳). */\nexport function adopt(): string { return new Date(0).toISOString(); }\n'), '');
  assert.equal(finds('src/features/mailbox/letters/letters.words.ts', "const a = '信';"), '');
  assert.equal(finds('src/engines/cases/registry.ts', 'export function processNamed() {}'), '');
  assert.equal(finds(SERVICE, 'const documentOf = () => 1; const done = () => 2;'), '');
});

test('words that lack a language, mix slots or share a code are found', () => {
  const word = (code: string, zh: string, en: string) => ({ code, zh, en });
  const found = (zh: string, en: string): string => wordsFaults(new Map([['a.words.ts', { words: { a: word('a.a', zh, en) } }]])).faults.join('\n');
  assert.match(found('', 'empty'), /empty in one language/);
  assert.match(found('Save it', 'Save'), /no Chinese/);
  assert.match(found('保存', '保存'), /Chinese in its English/);
  assert.match(found('{n}封', '{count} letters'), /other slots/);
  assert.match(found(' 信', 'Letter'), /blank/);
  assert.match(wordsFaults(new Map([['a.words.ts', { w: { a: word('a.a', '信', 'Letter') } }], ['b.words.ts', { w: { a: word('a.a', '信', 'Letter') } }]])).faults.join(), /stands in a\.words\.ts and in b/);
  assert.equal(found('{month}月', '{monthName}'), '');
  assert.equal(found('GB/T 35273', 'GB/T 35273'), '');
  assert.equal(found('工会', 'union (工会)'), '');
});

test('migrations that break a rule of the database are found', () => {
  const file = (body: string, spread = "SELECT create_distributed_table('t', 'federation_id');"): string =>
    `-- Why: x\n-- Locks: y. Rows: z\n\n-- phase: tables\n${body}\n-- phase: distribution\n${spread}\n`;
  const found = (text: string): string => migrationFaults('0001_t.sql', text).faults.join('\n');
  const good = 'CREATE TABLE t (\n  federation_id uuid NOT NULL,\n  id uuid NOT NULL,\n  PRIMARY KEY (federation_id, id)\n);';
  assert.equal(found(file(good)), '');
  assert.match(found(good), /does not say "why:"/);
  assert.match(found(file(good.replace('(federation_id, id)', '(id)'))), /begins with id/);
  assert.match(found(file(good.replace('id uuid NOT NULL,\n  PRIMARY', 'id uuid NOT NULL UNIQUE,\n  PRIMARY'))), /UNIQUE of its own/);
  assert.match(found(file(good.replace('id uuid NOT NULL', 'id bigserial NOT NULL'))), /identity column/);
  assert.match(found(file(good.replace('id uuid NOT NULL', 'id timestamptz DEFAULT now()'))), /default that the application/);
  assert.match(found(file(`${good}\nCREATE TRIGGER x AFTER INSERT ON t EXECUTE FUNCTION f();`)), /a trigger/);
  assert.match(found(file(`${good}\nCREATE UNIQUE INDEX u ON t (id);`)), /unique index of t begins with id/);
  assert.match(found(file(good, '')), /no line in the distribution phase/);
  assert.match(found(file(good, "SELECT create_distributed_table('t', 'id');")), /distributed by id/);
});

test('rooms that lack something, and files that are called anything, are found', () => {
  const room = 'src/features/mailbox/letters/';
  const whole = ['about.md', 'index.ts', 'letters.contract.ts', 'letters.words.ts', 'letters.test.ts'].map((file) => room + file);
  assert.deepEqual(roomFaults(whole).faults, []);
  for (const file of whole) assert.equal(roomFaults(whole.filter((f) => f !== file)).faults.length, 1, file);
  assert.match(roomFaults([...whole, `${room}letters.stuff.ts`]).faults.join(), /noun\.kind\.ts/);
  assert.match(roomFaults([...whole, `${room}ui/elsewhere/Write.tsx`]).faults.join(), /under ui/);
});

test('paths of one machine and licences that bind are found', () => {
  assert.match(textFaults('README.md', `see /ho${''}me/ada/union`).join(), /path of one machine/);
  assert.match(textFaults('a.md', '<<<<<<< HEAD\n').join(), /unfinished merge/);
  assert.deepEqual(textFaults('README.md', 'GET /home and src/home/x, https://example.org/home/a').length, 0);
  assert.equal(meets('(MIT OR GPL-3.0)', new Set(['MIT'])), true);
  assert.equal(meets('MIT AND GPL-3.0', new Set(['MIT'])), false);
});
