import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import test from 'node:test';
import { strToU8, type Zippable, zipSync } from 'fflate';
import sharp from 'sharp';
import { Refused } from '#shared/errors';
import { inspect } from './inspect.service.ts';
import { safeName } from './names.rules.ts';

const refusedAs = (code: string) => (error: unknown): boolean => {
  assert.ok(error instanceof Refused, String(error));
  assert.equal(error.word.code, `files.${code}`);
  return true;
};
const refuses = (bytes: Buffer, name: string, code: string): Promise<void> => assert.rejects(inspect(bytes, name), refusedAs(code), `${name}: ${code}`);

const picture = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: { r: 200, g: 20, b: 30 } } });
const noise = async (): Promise<Buffer> => sharp(randomBytes(300 * 200 * 3), { raw: { width: 300, height: 200, channels: 3 } }).jpeg().toBuffer();
const office = (parts: Record<string, string | Uint8Array>): Buffer => {
  const files: Zippable = {};
  for (const [name, content] of Object.entries(parts)) files[name] = typeof content === 'string' ? strToU8(content) : content;
  return Buffer.from(zipSync(files, { level: 6 }));
};
const TYPES = '<?xml version="1.0"?><Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const docx = (more: Record<string, string | Uint8Array> = {}): Buffer => office({ '[Content_Types].xml': TYPES, 'word/document.xml': '<w:document/>', ...more });
const PDF = '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n';

/** A PNG that says it is of this size and carries almost nothing. */
function hollowPng(width: number, height: number): Buffer {
  const crcTable = Array.from({ length: 256 }, (_, n) => { let c = n; for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1; return c >>> 0; });
  const crc = (b: Buffer): number => { let c = 0xffffffff; for (const x of b) c = (crcTable[(c ^ x) & 255] as number) ^ (c >>> 8); return (c ^ 0xffffffff) >>> 0; };
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const length = Buffer.alloc(4); length.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4); sum.writeUInt32BE(crc(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0); head.writeUInt32BE(height, 4); head.set([1, 0, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.alloc(100_000))), chunk('IEND', Buffer.alloc(0))]);
}

test('nothing, and what nobody takes', async () => {
  await refuses(Buffer.alloc(0), 'a.jpg', 'empty');
  await refuses(Buffer.from('  \n '), 'a.txt', 'notTaken');
  await refuses(Buffer.from('4d5a90000300000004000000ffff', 'hex'), 'a.jpg', 'notTaken');
  await refuses(Buffer.from('7f454c4602010100', 'hex'), 'a.txt', 'notTaken');
  await refuses(Buffer.from('#!/bin/sh\nrm -rf /\n'), 'a.txt', 'notTaken');
  await refuses(await picture(20, 20).gif().toBuffer(), 'a.gif', 'notTaken');
  await refuses(await picture(20, 20).tiff().toBuffer(), 'a.jpg', 'notTaken');
  await refuses(Buffer.from('GIF89a/*<svg/onload=alert(1)>*/=1;'), 'a.jpg', 'notTaken');
  await refuses(Buffer.from('000000186674797068656963000000006d696631', 'hex'), 'IMG_1.HEIC', 'heic');
});

test('drawings and pages with script, whatever they are called', async () => {
  const svg = '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  for (const [text, name] of [[svg, 'a.svg'], [svg, 'a.png'], [svg, 'a.txt'], [`\n\t ${svg}`, 'a.csv'], [svg.slice(21), 'a.txt'],
    ['<!DOCTYPE html><script>alert(1)</script>', 'a.txt'], ['\ufeff<html>', 'a.csv'], ['<!-- x --><script>', 'a.txt']] as const) {
    await refuses(Buffer.from(text), name, 'notTaken');
  }
  await refuses(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(svg, 'utf16le')]), 'a.txt', 'notTaken');
});

test('content that does not fit its name', async () => {
  const jpg = await noise();
  await refuses(jpg, 'contract.pdf', 'notWhatItSays');
  await refuses(jpg, 'invoice.exe', 'notWhatItSays');
  await refuses(Buffer.from(PDF), 'photo.jpg', 'notWhatItSays');
  await refuses(docx(), 'table.xlsx', 'notWhatItSays');
  await refuses(Buffer.from('a,b\n1,2\n'), 'program.js', 'notWhatItSays');
  assert.equal((await inspect(jpg, 'photo.png')).format.ext, 'jpg');
  assert.equal((await inspect(jpg, 'photo')).format.ext, 'jpg');
});

test('pictures that are cut off, broken or far too large', async () => {
  const jpg = await noise();
  await refuses(jpg.subarray(0, jpg.length - 2_000), 'a.jpg', 'brokenImage');
  await refuses(jpg.subarray(0, 400), 'a.jpg', 'brokenImage');
  const png = await picture(200, 200).png().toBuffer();
  await refuses(png.subarray(0, png.length - 30), 'a.png', 'brokenImage');
  await refuses(hollowPng(30_000, 30_000), 'a.png', 'tooManyPixels');
  await refuses(hollowPng(1, 60_000_000), 'a.png', 'tooManyPixels');
  await refuses(hollowPng(3_000, 3_000), 'a.png', 'brokenImage');
  await refuses(Buffer.concat([jpg, randomBytes(15_000_001 - jpg.length)]), 'a.jpg', 'tooLarge');
});

test('a picture is written anew: upright, without place, camera or anything appended', async () => {
  const plain = await sharp(randomBytes(400 * 200 * 3), { raw: { width: 400, height: 200, channels: 3 } })
    .jpeg().withMetadata({ orientation: 6 }).withExif({ IFD0: { Make: 'PhoneMaker', Artist: 'Zhang San' }, IFD3: { GPSLatitude: '31/1 14/1 0/1' } }).toBuffer();
  const zip = docx();
  const poly = Buffer.concat([plain, Buffer.from('<script>alert(1)</script>'), zip]);
  const found = await inspect(poly, 'a.jpg');
  assert.deepEqual([found.width, found.height], [200, 400]);
  const meta = await sharp(found.content).metadata();
  assert.deepEqual([meta.exif, meta.xmp, meta.iptc, meta.orientation], [undefined, undefined, undefined, undefined]);
  for (const trace of ['PhoneMaker', 'Zhang San', 'GPS', '<script>', 'PK\u0003\u0004']) {
    assert.equal(found.content.includes(Buffer.from(trace, 'latin1')), false, trace);
    assert.equal(found.thumbnail?.includes(Buffer.from(trace, 'latin1')), false, trace);
  }
  const small = await sharp(found.thumbnail as Buffer).metadata();
  assert.deepEqual([small.format, small.width, small.height], ['webp', 180, 360]);
});

test('a large picture shrinks to 3,000 pixels a side; PNG keeps what shines through', async () => {
  const wide = await inspect(await picture(5_000, 100).png().toBuffer(), 'a.png');
  assert.deepEqual([wide.width, wide.height, wide.format.type], [3_000, 60, 'image/png']);
  const glass = await sharp({ create: { width: 10, height: 10, channels: 4, background: { r: 1, g: 2, b: 3, alpha: 0.5 } } }).png().toBuffer();
  assert.equal((await sharp((await inspect(glass, 'a.png')).content).metadata()).hasAlpha, true);
  assert.equal((await inspect(await picture(10, 10).webp().toBuffer(), 'a.webp')).format.type, 'image/webp');
});

test('office documents: bombs, macros, passwords, names that leave the folder, half archives', async () => {
  const good = docx({ 'word/media/a.bin': randomBytes(50_000) });
  assert.equal((await inspect(good, 'a.docx')).content, good);
  await refuses(docx({ 'word/zeros.xml': new Uint8Array(10_000_000) }), 'a.docx', 'bombDocument');
  await refuses(docx(Object.fromEntries(Array.from({ length: 5_001 }, (_, i) => [`word/${i}.xml`, '']))), 'a.docx', 'bombDocument');
  await refuses(docx({ 'word/vbaProject.bin': 'x' }), 'a.docx', 'activeDocument');
  await refuses(office({ '[Content_Types].xml': TYPES.replace('wordprocessingml.document.main', 'macroEnabled.main'), 'word/document.xml': '' }), 'a.docx', 'activeDocument');
  await refuses(docx({ '../../etc/passwd': 'x' }), 'a.docx', 'brokenDocument');
  await refuses(docx({ '/etc/passwd': 'x' }), 'a.docx', 'brokenDocument');
  await refuses(docx({ 'C:/x': 'x' }), 'a.docx', 'brokenDocument');
  await refuses(good.subarray(0, good.length - 100), 'a.docx', 'brokenDocument');
  await refuses(office({ 'a.txt': 'just an archive' }), 'a.docx', 'notTaken');
  const lying = Buffer.from(good);
  const at = lying.indexOf(Buffer.from('PK\u0001\u0002', 'latin1'));
  lying.writeUInt32LE(5, at + 24);
  await refuses(lying, 'a.docx', 'brokenDocument');
  const locked = Buffer.from(good);
  locked.writeUInt16LE(1, locked.indexOf(Buffer.from('PK\u0001\u0002', 'latin1')) + 8);
  await refuses(locked, 'a.docx', 'brokenDocument');
});

test('PDF: cut off, with scripts or programs, also when their names are written in hexadecimal', async () => {
  assert.equal((await inspect(Buffer.from(PDF), 'a.pdf')).format.type, 'application/pdf');
  await refuses(Buffer.from(PDF.replace('%%EOF', '')), 'a.pdf', 'brokenDocument');
  for (const word of ['/JavaScript', '/JS (app.alert(1))', '/Launch', '/#4aavaScript', '/J#53 (x)', '/EmbeddedFiles', '/RichMedia', '/XFA']) {
    await refuses(Buffer.from(PDF.replace('/Catalog', `/Catalog /OpenAction << /S ${word} >>`)), 'a.pdf', 'activeDocument');
  }
});

test('text in the encodings that offices use is kept as UTF-8', async () => {
  const gbk = Buffer.from('d0d5c3fb2cb5e7bbb00ad5c5c8fd2c310a', 'hex');
  assert.equal((await inspect(gbk, '名单.csv')).content.toString('utf8'), '\ufeff姓名,电话\n张三,1\n');
  assert.equal((await inspect(Buffer.from('\ufeff姓名\r\n'), 'a.txt')).content.toString('utf8'), '姓名\r\n');
  const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('工会', 'utf16le')]);
  assert.equal((await inspect(wide, 'a.txt')).content.toString('utf8'), '工会');
  await refuses(Buffer.from('80ff81fe00', 'hex'), 'a.txt', 'notTaken');
  await refuses(Buffer.concat([Buffer.from('text'), Buffer.alloc(5_000_001, 0x61)]), 'a.txt', 'tooLarge');
});

test('names as people and programs send them', () => {
  const cases: [string, string, string][] = [
    ['../../etc/passwd.jpg', 'jpg', 'passwd.jpg'], ['..\\..\\windows\\a.jpg', 'jpg', 'a.jpg'], ['/abs/b.png', 'jpg', 'b.jpg'], ['a\u0000b.jpg', 'jpg', 'ab.jpg'],
    ['invoice\u202egpj.exe', 'jpg', 'invoicegpj.jpg'], ['CON.txt', 'txt', '附件.txt'], ['...', 'pdf', '附件.pdf'], ['.htaccess', 'txt', '附件.txt'], ['', 'jpg', '附件.jpg'],
    ['a<b>:"c|d?*.csv', 'csv', 'a b c d.csv'], ['工会  会议\t记录.docx', 'docx', '工会 会议记录.docx'], ['x.tar.gz', 'txt', 'x.tar.txt'], [`${'长'.repeat(300)}.pdf`, 'pdf', `${'长'.repeat(120)}.pdf`],
  ];
  for (const [sent, ext, kept] of cases) assert.equal(safeName(sent, ext, '附件'), kept, JSON.stringify(sent));
});
