import { defineWords } from './words.ts';

/** Kinds of identity documents as people call them. */
export const documentKindWords = defineWords('documentKinds', {
  residentId: ['居民身份证', 'resident ID card'],
  residencePermit: ['港澳台居民居住证', 'residence permit for Hong Kong, Macao or Taiwan residents'],
  foreignPermanent: ['外国人永久居留身份证', 'foreign permanent resident ID card'],
  passport: ['护照', 'passport'],
  hongKongMacaoPermit: ['港澳居民来往内地通行证', 'Mainland travel permit for Hong Kong and Macao residents'],
  taiwanPermit: ['台湾居民来往大陆通行证', 'Mainland travel permit for Taiwan residents'],
  military: ['军人证件', 'military document'],
  other: ['其他证件', 'other document'],
});

/** Why the number of a document of each kind was refused. */
export const documentShapeWords = defineWords('documentShapes', {
  foreignPermanent: [
    '“{text}”不是外国人永久居留证的号码，应为 3 个字母加 12 位数字，或 9 开头的 18 位号码，请对照证件核对',
    '“{text}” is not the number of a permanent resident card: 3 letters and 12 digits, or 18 characters beginning with 9; please compare it with the card',
  ],
  passport: [
    '“{text}”不是护照号码，应为 5 至 20 位字母和数字，请对照护照核对',
    '“{text}” is not a passport number: 5 to 20 letters and digits; please compare it with the passport',
  ],
  hongKongMacaoPermit: [
    '“{text}”不是港澳居民来往内地通行证号码，应为 H 或 M 加 8 位或 10 位数字，请对照证件核对',
    '“{text}” is not the number of a travel permit for Hong Kong and Macao residents: H or M and 8 or 10 digits; please compare it with the permit',
  ],
  taiwanPermit: [
    '“{text}”不是台湾居民来往大陆通行证号码，应为 8 位数字，或 10 位数字加一个字母，请对照证件核对',
    '“{text}” is not the number of a travel permit for Taiwan residents: 8 digits, or 10 digits and a letter; please compare it with the permit',
  ],
  military: [
    '“{text}”不是军人证件号码，应为 6 至 24 位、其中至少 4 位数字，请对照证件核对',
    '“{text}” is not the number of a military document: 6 to 24 characters with at least 4 digits; please compare it with the document',
  ],
  other: [
    '“{text}”不像证件号码，应为 4 至 40 位字母、数字或汉字，请对照证件核对',
    '“{text}” does not look like a document number: 4 to 40 letters, digits or Chinese characters; please compare it with the document',
  ],
});

/** How sheets name the kinds: a text that contains one of these means the kind. First match wins, so order matters. */
export const documentKindNames = [
  ['residencePermit', ['居住证']],
  ['foreignPermanent', ['永久居留']],
  ['hongKongMacaoPermit', ['港澳居民来往', '港澳来往', '港澳通行证', '回乡证']],
  ['taiwanPermit', ['台湾居民来往', '台胞证', '台湾通行证']],
  ['passport', ['护照', 'passport']],
  ['military', ['军官证', '士兵证', '军人', '警官证', '文职']],
  ['residentId', ['身份证', '户口', 'id card']],
  ['other', ['其他', '其它', 'other']],
] as const;
