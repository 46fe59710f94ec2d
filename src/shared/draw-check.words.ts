import type { Check } from './draw-check.ts';
import { defineWords, type Word } from './words.ts';

/** What a check of a draw says: the sentence when it holds, and the one when it does not. */
export const drawCheckWords = defineWords('drawCheck', {
  toolOk: ['计算工具正常：SHA-256 的结果与国际标准的样例一致', 'The tool works: its SHA-256 gives the sample values of the standard'],
  toolBad: ['这个浏览器算不对 SHA-256，请换一个浏览器再验', 'This browser computes SHA-256 wrongly; please check again with another one'],
  formOk: ['文件格式正确（niangjia-draw/1），不多一项，不少一项', 'The file has the right form (niangjia-draw/1), nothing too much and nothing missing'],
  formBad: ['这不是抽签结果文件（niangjia-draw/1），或者内容被增删过。请从结果页重新下载', 'This is no result file of a draw (niangjia-draw/1), or something was added or taken out. Please download it again from the result page'],
  fileOk: ['文件完整，指纹为 {hash}', 'The file is whole; its fingerprint is {hash}'],
  fileBad: ['文件内容与它的指纹对不上，下载后被改动过', 'The file does not match its own fingerprint: it was changed after it was made'],
  rulesOk: ['《{title}》的规则与封存时相同，规则指纹为 {hash}', 'The rules of “{title}” are those that were frozen; their fingerprint is {hash}'],
  rulesBad: ['规则与封存时不同：奖项、条件或时间被改动过', 'The rules are not those that were frozen: prizes, conditions or times were changed'],
  noticeOk: ['封存公告的指纹为 {hash}。请与抽签前张贴的一致', 'The fingerprint of the frozen notice is {hash}. It must be the one that was posted before the draw'],
  noticeBad: ['封存公告的指纹是 {hash}，与您手上抽签前的指纹不同', 'The fingerprint of the frozen notice is {hash}, not the one you kept from before the draw'],
  secretOk: ['主办方开出的密数就是事先封好的那一个', 'The organiser opened the very secret that was sealed beforehand'],
  secretBad: ['主办方开出的密数不是事先封好的那一个', 'The organiser opened another secret than the one sealed beforehand'],
  listOk: ['参加名单 {entrants} 人、{tickets} 签，与封存的名单根值完全一致', 'The list of {entrants} {entrants:entrant|entrants} with {tickets} {tickets:ticket|tickets} gives exactly the frozen root'],
  listBad: ['参加名单与封存的不同：有人被加入、去掉，或签数被改动', 'The list is not the frozen one: somebody was added or removed, or a number of tickets was changed'],
  sourceDrandOk: ['外部随机数是 drand 第 {round} 轮，轮次由封存时间决定，签名与随机数相符。签名本身请到 drand 官网核对', 'The random value is drand’s round {round}, fixed by the time of freezing; signature and value match. Compare the signature itself with drand’s own site'],
  sourceDrandBad: ['drand 随机数对不上：轮次不是封存时间决定的那一轮，或签名与随机数不符', 'The value from drand does not fit: it is another round than the time of freezing gives, or signature and value differ'],
  sourceWitnessesOk: ['{all} 位见证人中有 {counted} 位亮出密数，每一个都与事先封好的一致', '{counted} of {all} {all:witness|witnesses} revealed, and each secret is the one they had sealed'],
  sourceWitnessesBad: ['见证人的密数对不上：与事先封好的不同、人数不够，或没有等到截止时间', 'The witnesses’ secrets do not fit: not those they had sealed, too few of them, or the draw did not wait for the deadline'],
  seedOk: ['抽签种子由规则、名单、外部随机数和密数共同算出，结果一致', 'The seed follows from the rules, the list, the value from outside and the secret'],
  seedBad: ['抽签种子不是由规则、名单、外部随机数和密数算出来的', 'The seed does not follow from the rules, the list, the value from outside and the secret'],
  orderOk: ['重新排了 {entrants} 人的次序，与公布的完全一致', 'The order of {entrants} {entrants:person|people}, computed again, is the published one'],
  orderBad: ['重新排出的次序与公布的不同', 'The order, computed again, is not the published one'],
  winnersOk: ['{winners} 位中签者就是次序最前的人，每人只中一次，奖项按次序给出', 'The {winners} {winners:winner is|winners are} the first of the order, nobody wins twice, and prizes follow the order'],
  winnersBad: ['中签者不是次序最前的人，或奖项没有按次序给出', 'The winners are not the first of the order, or prizes do not follow the order'],
  timesOk: ['先公布规则，再截止封存，最后抽签，时间顺序正确', 'Rules first, then closing and freezing, then the draw: the times are in order'],
  timesBad: ['时间顺序不对：没有做到先截止封存再抽签', 'The times are out of order: the list was not frozen before the draw'],

  allOk: ['全部相符：次序确实由封存的名单、规则和随机数算出', 'Everything fits: the order follows from the frozen list, the rules and the random value'],
  someBad: ['有 {count} 项不相符，请勿采信，并向工会或经审委员反映', '{count} {count:check|checks} failed. Do not trust this result, and tell the union or its auditors'],
  pass: ['相符', 'Fits'],
  fail: ['不符', 'Does not fit'],
  checked: ['{title}：{file}', '“{title}”: {file}'],
});

/** The sentence of a check. */
export function sentenceOf({ check, ok, facts }: Check): Word {
  const name = check === 'source' ? (facts['kind'] === 'drand' ? 'sourceDrand' : 'sourceWitnesses') : check;
  return drawCheckWords[`${name}${ok ? 'Ok' : 'Bad'}`];
}
