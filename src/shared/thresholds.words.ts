import { defineWords } from './words.ts';

export const thresholdsWords = defineWords('thresholds', {
  moreThanHalf: ['过半数', 'more than half'],
  halfOrMore: ['半数以上', 'half or more'],
  atLeast: ['{share}以上', 'at least {share}'],
  moreThan: ['超过{share}', 'more than {share}'],
  atMost: ['不超过{share}', 'at most {share}'],
  lessThan: ['不满{share}', 'less than {share}'],
  fraction: ['{den}分之{num}', '{num}/{den}'],
  entitled: ['应到', 'entitled'],
  present: ['实到', 'present'],
  ballotsIssued: ['发出票', 'ballots issued'],
  ballotsReturned: ['收回票', 'ballots returned'],
  validBallots: ['有效票', 'valid ballots'],
});

/** The numbers 0–10 as the law writes them in fractions (三分之二). */
export const lawNumerals = '零一二三四五六七八九十';
