import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import test from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { Refused } from '#shared/errors';
import { workbookOf } from '#test/workbook';
import fc from 'fast-check';
import type { ReadOptions } from './index.ts';
import { listSheets, readSheet, writeSheet } from './index.ts';
import { words } from './sheets.words.ts';

const code = (key: keyof typeof words): string => words[key].code;

/** Reads to the end; the number of rows, or the code of the refusal. Anything else thrown fails the test. */
async function outcome(bytes: Uint8Array, options?: ReadOptions): Promise<number | string> {
  let rows = 0;
  try {
    for await (const _ of readSheet({ bytes, name: 'upload' }, options)) rows += 1;
    return rows;
  } catch (error) {
    assert.ok(error instanceof Refused, `threw ${String(error instanceof Error ? error.stack : error)}`);
    assert.ok(error.status === 400 || error.status === 413);
    return error.word.code;
  }
}
const csv = (text: string, options?: ReadOptions): Promise<number | string> => outcome(Buffer.from(text), options);

/** A zip of one deflated entry whose index may lie. */
function zipOf(name: string, content: Uint8Array, lie: { size?: number; crc?: number; flags?: number; method?: number } = {}): Buffer {
  const packed = deflateRawSync(content);
  const nameBytes = Buffer.from(name);
  const head = Buffer.alloc(26);
  head.writeUInt16LE(20, 0);
  head.writeUInt16LE(lie.flags ?? 0, 2);
  head.writeUInt16LE(lie.method ?? 8, 4);
  head.writeUInt32LE(lie.crc ?? 0, 10);
  head.writeUInt32LE(packed.length, 14);
  head.writeUInt32LE(lie.size ?? content.length, 18);
  head.writeUInt16LE(nameBytes.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), head, nameBytes, packed]);
  const central = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), head, Buffer.alloc(14), nameBytes]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}

test('files that are no sheets are told apart, each with its own sentence', async () => {
  const ole = (stream: string): Buffer => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(504), Buffer.from(stream, 'utf16le')]);
  const word = workbookOf({ more: { '_rels/.rels': '<R><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></R>', 'word/document.xml': '<d/>' } });
  const table: [string, Uint8Array][] = [
    ['emptyFile', Buffer.alloc(0)],
    ['oldFormat', ole('Workbook')],
    ['encrypted', ole('EncryptedPackage')],
    ['encrypted', zipOf('xl/workbook.xml', Buffer.from('x'), { flags: 1 })],
    ['otherFormat', word],
    ['otherFormat', zipOf('mimetype', Buffer.from('application/vnd.oasis.opendocument.spreadsheet'))],
    ['otherFormat', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
    ['otherFormat', Buffer.from('%PDF-1.7\n%\n1 0 obj')],
    ['webPage', Buffer.from('\ufeff\n<html><body><table><tr><td>1</td></tr></table>')],
    ['webPage', Buffer.from('<?xml version="1.0"?><Workbook/>')],
    ['unknownEncoding', Buffer.from([0x61, 0x2c, 0xff, 0xff, 0x0a])],
  ];
  for (const [key, bytes] of table) assert.equal(await outcome(bytes), code(key as keyof typeof words));
});

test('a damaged workbook is refused wherever the damage is', async () => {
  const whole = workbookOf({ rows: '<row><c t="s"><v>0</v></c></row>', strings: '<si><t>张三</t></si>', level: 0 });
  assert.equal(await outcome(whole), 1);
  assert.equal(await outcome(whole.subarray(0, whole.length - 30)), code('damaged'));
  assert.equal(await outcome(whole.subarray(0, 200)), code('damaged'));
  const flipped = Buffer.from(whole);
  flipped[flipped.indexOf('张三')] = 0xe6; // another character, the check sum tells
  assert.equal(await outcome(flipped), code('damaged'));
  const rows = (inside: string): Promise<number | string> => outcome(workbookOf({ rows: inside }));
  assert.equal(await rows('<row><c t="s"><v>0</v></c></row>'), code('damaged'), 'a text that is not there');
  assert.equal(await rows('<row><c r="1A"><v>1</v></c></row>'), code('damaged'));
  assert.equal(await rows('<c><v>1</v></c>'), code('damaged'));
  assert.equal(await rows('<row><c><v>1</v>'), code('damaged'));
  assert.equal(await rows('<row><c><v>&unknown;</v></c></row>'), code('damaged'));
  assert.equal(await outcome(workbookOf({ sheet: '' })), code('damaged'));
  assert.equal(await outcome(workbookOf({ sheets: '<sheet name="a" sheetId="1" state="hidden" r:id="s1"/>' })), code('noSheet'));
  assert.equal(await outcome(workbookOf({ sheets: '<sheet name="a" sheetId="1" r:id="nowhere"/>' })), code('noSheet'));
  assert.equal(await outcome(workbookOf({}), { sheet: '会员' }), code('sheetNotFound'));
});

test('zip bombs: by ratio, by size, by a lying index', async () => {
  const zeros = '0'.repeat(20 * 1024 * 1024);
  assert.equal(await outcome(workbookOf({ rows: zeros })), code('packedTooTightly'));
  assert.equal(await outcome(workbookOf({ rows: `<row><c><v>1</v></c></row><!--${'ab'.repeat(600)}-->` }), { unpackedBytes: 1_000 }), code('unpackedTooLarge'));
  const strings = Array.from({ length: 3_000 }, (_, i) => `<si><t>${i}会员</t></si>`).join('');
  assert.equal(await outcome(workbookOf({ strings }), { sharedTextBytes: 20_000 }), code('tooMuchText'));
  assert.equal(await outcome(workbookOf({ strings: '<si><t/></si>'.repeat(3_000) }), { sharedTextBytes: 10_000 }), code('tooMuchText'));
  const relations = Buffer.from('<Relationships/>'.padEnd(4_000_000));
  assert.equal(await outcome(zipOf('_rels/.rels', relations, { size: 40 })), code('damaged'), 'more than promised');
  assert.equal(await outcome(zipOf('_rels/.rels', Buffer.from('<R/>'), { size: 400 })), code('damaged'), 'less than promised');
  assert.equal(await outcome(zipOf('_rels/.rels', Buffer.from('<R/>'), { method: 14 })), code('damaged'), 'another method');
  assert.equal(await outcome(new Uint8Array(3 * 1024 * 1024).fill(97), { fileBytes: 2 * 1024 * 1024 }), code('fileTooLarge'));
});

test('entity bombs and foreign declarations never mean anything', async () => {
  const laughs = `<!DOCTYPE w [<!ENTITY a "ha">${Array.from({ length: 30 }, (_, i) => `<!ENTITY ${String.fromCharCode(98 + (i % 24))}${i} "&a;&a;&a;&a;">`).join('')}]>`;
  const sheet = `${laughs}<worksheet><sheetData><row><c t="inlineStr"><is><t>&z29;</t></is></c></row></sheetData></worksheet>`;
  assert.equal(await outcome(workbookOf({ sheet })), code('forbiddenXml'));
  const outside = '<!DOCTYPE w SYSTEM "file:///etc/passwd"><worksheet/>';
  assert.equal(await outcome(workbookOf({ sheet: outside })), code('forbiddenXml'));
  const unclosed = `<!DOCTYPE w [${'<!ENTITY a "b">'.repeat(200_000)}`;
  assert.equal(await outcome(workbookOf({ sheet: unclosed })), code('damaged'));
});

test('markup without an end, and elements in elements in elements', async () => {
  const rows = (inside: string): Promise<number | string> => outcome(workbookOf({ rows: inside }));
  assert.equal(await rows(`<row a="${'x'.repeat(3_000_000)}"/>`), code('damaged'));
  assert.equal(await rows(`<!--${'x'.repeat(3_000_000)}--><row/>`), code('damaged'));
  assert.equal(await rows('<row>'.repeat(100_000)), code('damaged'));
  assert.equal(await rows(`<row ${Array.from({ length: 200_000 }, (_, i) => `a${i}="1"`).join(' ')}/>`), code('damaged'));
});

test('rows, columns and cells have their bounds; empty rows cost nothing until theirs', async () => {
  const rows = (inside: string, o?: ReadOptions): Promise<number | string> => outcome(workbookOf({ rows: inside }), o);
  const cell = '<row><c><v>1</v></c></row>';
  assert.equal(await rows(cell.repeat(11), { rows: 10 }), code('tooManyRows'));
  assert.equal(await rows('<row/>'.repeat(5_000) + cell, { rows: 10 }), 1);
  assert.equal(await rows(`<row r="1048577"><c><v>1</v></c></row>`), code('tooManyEmptyRows'));
  assert.equal(await rows('<row><c r="GS1"><v>1</v></c></row>'), code('tooManyColumns'));
  assert.equal(await rows('<row><c r="A1"><v>1</v></c><c r="XFD1" s="3"/></row>'), 1, 'a far cell that is only coloured');
  assert.equal(await rows(`<row><c t="inlineStr"><is><t>${'x'.repeat(32_768)}</t></is></c></row>`), code('cellTooLong'));
  assert.equal(await rows(`<row><c t="inlineStr"><is>${`<r><t>${'x'.repeat(30_000)}</t></r>`.repeat(3)}</is></c></row>`), code('cellTooLong'));
  assert.equal(await csv('a\n'.repeat(11), { rows: 10 }), code('tooManyRows'));
  assert.equal(await csv('\n'.repeat(2_000_000)), code('tooManyEmptyRows'));
  assert.equal(await csv(`${'a,'.repeat(300)}\n`), code('tooManyColumns'));
  assert.equal(await csv(','.repeat(1_000_000)), code('tooManyColumns'));
  assert.equal(await csv(`"${'x'.repeat(40_000)}"\n`), code('cellTooLong'));
  assert.equal(await csv(`a,b\n1,"2\n${'x,y\n'.repeat(1_000)}`), code('openQuote'));
  assert.equal(await csv(`a,b\n1,"2\n${'x,y\n'.repeat(2_000)}`, { lineChars: 1_000 }), code('rowTooLong'));
});

test('ten million empty rows end at a bound, whether they pack well or not', async () => {
  assert.equal(await outcome(workbookOf({ rows: '<row/>'.repeat(10_000_000), level: 1 })), code('packedTooTightly'));
  let numbered = '';
  for (let r = 1; r <= 1_100_000; r++) numbered += `<row r="${r}"/>`;
  assert.equal(await outcome(workbookOf({ rows: numbered, level: 1 })), code('tooManyEmptyRows'));
});

test('path tricks in names inside the file', async () => {
  for (const name of ['../../etc/passwd', '/etc/passwd', 'C:\\x.xml', 'xl\\..\\..\\x', 'a\0b', 'xl/../../x.xml']) {
    assert.equal(await outcome(workbookOf({ more: { [name]: 'x' } })), code('unsafeNames'), name);
  }
  assert.equal(await outcome(workbookOf({ more: { 'XL/Workbook.xml': '<x/>' } })), code('damaged'), 'two parts of one name');
  const climbing = '<R><Relationship Id="s1" Type="x/worksheet" Target="../../../../etc/passwd"/><Relationship Id="e" TargetMode="External" Type="x/sharedStrings" Target="http://example.org/"/></R>';
  assert.equal(await outcome(workbookOf({ more: { 'xl/_rels/workbook.xml.rels': climbing } })), code('noSheet'));
});

test('a reader who stops early leaves nothing open', async () => {
  const bytes = workbookOf({ rows: '<row><c><v>1</v></c></row>'.repeat(50_000) });
  for await (const { row } of readSheet({ bytes, name: 'x' })) if (row === 3) break;
  for await (const { row } of readSheet({ bytes: Buffer.from('a\n'.repeat(50_000)), name: 'x' })) if (row === 3) break;
});

async function validFile(): Promise<Buffer> {
  const to = new PassThrough();
  const rows = Array.from({ length: 40 }, (_, i) => [`会员${i}`, '11010519491231002X', i, '2024-05-01']);
  const columns = [{ heading: '姓名' }, { heading: '证件' }, { heading: '数', kind: 'number' as const }, { heading: '日期', kind: 'date' as const }];
  const [bytes] = await Promise.all([buffer(to), writeSheet(columns, rows, to)]);
  return bytes;
}
const SMALL: ReadOptions = { unpackedBytes: 4_000_000, rows: 5_000 };

test('random bytes are refused or read, never anything else', async () => {
  const start = fc.constantFrom([], [0x50, 0x4b, 3, 4], [0xff, 0xfe], [0xd0, 0xcf, 0x11, 0xe0], [0xef, 0xbb, 0xbf]);
  await fc.assert(
    fc.asyncProperty(start, fc.uint8Array({ maxLength: 2_000 }), async (head, tail) => {
      await outcome(Buffer.concat([Buffer.from(head), tail]), SMALL);
    }),
    { numRuns: 600 },
  );
});

test('random text is refused or read, never anything else', async () => {
  const piece = fc.constantFrom(',', '"', '\n', '\r', ';', '\t', '=', '张', '1', ' ', '\u2028', '𠮷');
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 200 }), async (pieces) => {
      await csv(pieces.join(''), SMALL);
    }),
    { numRuns: 400 },
  );
});

test('valid workbooks with bytes changed, cut or doubled are refused or read, never anything else', async () => {
  const packed = await validFile();
  const plain = workbookOf({
    level: 0,
    rows: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>45413</v></c><c t="inlineStr"><is><t>x</t></is></c><c><f>A1</f><v>1e5</v></c></row>'.repeat(20),
    strings: '<si><t>张三</t></si>',
    styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>',
  });
  const change = fc.record({ at: fc.nat(), byte: fc.integer({ min: 0, max: 255 }), how: fc.constantFrom('set', 'cut', 'double') });
  const seen = new Set<number | string>();
  for (const whole of [packed, Buffer.from(plain)]) {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        let bytes = Buffer.from(whole);
        for (const { at, byte, how } of changes) {
          const i = at % bytes.length;
          if (how === 'set') bytes[i] = byte;
          else if (how === 'cut') bytes = Buffer.concat([bytes.subarray(0, i), bytes.subarray(i + (byte % 16))]);
          else bytes = Buffer.concat([bytes.subarray(0, i), bytes.subarray(Math.max(0, i - byte))]);
          if (bytes.length === 0) return;
        }
        seen.add(await outcome(bytes, SMALL));
        await listSheets({ bytes, name: 'x' }).catch((error: unknown) => assert.ok(error instanceof Refused));
      }),
      { numRuns: 500 },
    );
  }
  assert.ok(seen.size > 3, 'the changes reached different refusals');
});

test('valid XML with pieces moved about is refused or read, never anything else', async () => {
  const pieces = ['<row r="1">', '<row>', '</row>', '<c r="A1">', '<c t="s">', '<c t="inlineStr">', '<c r="ZZZZ1">', '<c t="d" s="9">', '</c>', '<v>', '</v>', '<f>', '</f>', '<is>', '</is>', '<t>', '</t>', '<rPh>', '</rPh>', '1', '-1', '1e999', '_x0000_', '<![CDATA[x]]>', '<sheetData>', '</sheetData>', '&#0;', '&#x41;'];
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), async (inside) => {
      await outcome(workbookOf({ rows: inside.join(''), strings: '<si><t>a</t></si>' }), SMALL);
    }),
    { numRuns: 600 },
  );
  // balanced by construction: most of these are read
  const cell = fc.record({ t: fc.constantFrom('n', 's', 'b', 'e', 'd', 'str', 'inlineStr', 'zz'), s: fc.constantFrom('0', '1', '-1', 'x', '99999'), v: fc.string({ maxLength: 12 }) });
  await fc.assert(
    fc.asyncProperty(fc.array(cell, { maxLength: 12 }), async (cells) => {
      const escaped = (v: string): string => v.replace(/[<>&"]/g, '');
      const inside = cells.map((c) => `<c t="${c.t}" s="${c.s}"><v>${escaped(c.v)}</v></c>`).join('');
      await outcome(workbookOf({ rows: `<row>${inside}</row>`, strings: '<si><t>a</t></si>', styles: '<cellXfs><xf/><xf numFmtId="14"/></cellXfs>' }), SMALL);
    }),
    { numRuns: 400 },
  );
});
