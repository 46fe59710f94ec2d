import assert from 'node:assert/strict';
import test from 'node:test';
import {
  DOCUMENT_KINDS,
  documentKindWord,
  maskDocument,
  readDocument,
  readDocumentKind,
  type DocumentKind,
} from './identity-document.ts';

const TODAY = '2026-11-21';

const refusals: [kind: DocumentKind, text: string, code: string][] = [
  ['passport', '', 'identifiers.documentMissing'],
  ['passport', 'ABCDEF', 'documentShapes.passport'],
  ['passport', 'E1', 'documentShapes.passport'],
  ['hongKongMacaoPermit', 'H1234567', 'documentShapes.hongKongMacaoPermit'],
  ['hongKongMacaoPermit', 'C12345678', 'documentShapes.hongKongMacaoPermit'],
  ['taiwanPermit', '1234567', 'documentShapes.taiwanPermit'],
  ['foreignPermanent', 'USA31019503', 'documentShapes.foreignPermanent'],
  ['military', '军字第1号', 'documentShapes.military'],
  ['other', '=1', 'documentShapes.other'],
  ['residentId', '110105194912310021', 'identifiers.idCheck'],
  ['foreignPermanent', '932682198501010018', 'identifiers.idCheck'],
];
for (const [kind, text, code] of refusals)
  test(`${kind} ${text} is refused: ${code}`, () => {
    const read = readDocument(kind, text, TODAY);
    assert.equal(!read.ok && read.why.code, code);
  });

const taken: [kind: DocumentKind, text: string, number: string, as?: DocumentKind][] = [
  ['passport', ' e 12345678', 'E12345678'],
  ['passport', 'EA1234567', 'EA1234567'],
  ['hongKongMacaoPermit', 'h12345678', 'H12345678'],
  ['hongKongMacaoPermit', 'M1234567801', 'M1234567801'],
  ['taiwanPermit', '12345678', '12345678'],
  ['taiwanPermit', '1234567801(B)', '1234567801B'],
  ['foreignPermanent', 'USA310195030112', 'USA310195030112'],
  ['foreignPermanent', '932682198501010017', '932682198501010017'],
  ['military', '军字第1234567号', '军字第1234567号'],
  ['residentId', '81000019980902013X', '81000019980902013X', 'residencePermit'],
];
for (const [kind, text, number, as] of taken)
  test(`${kind} ${text} is taken`, () => {
    const read = readDocument(kind, text, TODAY);
    assert.ok(read.ok);
    assert.deepEqual([read.kind, read.number], [as ?? kind, number]);
  });

test('the kind as sheets name it', () => {
  for (const [text, kind] of [
    ['', 'residentId'],
    ['居民身份证', 'residentId'],
    ['身份证 ', 'residentId'],
    ['外国人永久居留身份证', 'foreignPermanent'],
    ['港澳居民居住证', 'residencePermit'],
    ['回乡证', 'hongKongMacaoPermit'],
    ['台胞证', 'taiwanPermit'],
    ['护照', 'passport'],
    ['PASSPORT', 'passport'],
    ['鱼', undefined],
  ] as const)
    assert.equal(readDocumentKind(text), kind, text);
  for (const kind of DOCUMENT_KINDS) assert.equal(readDocumentKind(documentKindWord(kind).zh), kind);
});

test('masks', () => {
  assert.equal(maskDocument('E12345678'), 'E******78');
  assert.equal(maskDocument('123456'), '******');
});
