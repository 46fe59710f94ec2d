import type { Word } from '#shared/words';
import { defineWords } from '#shared/words';
import type { Check, CheckName } from './check.ts';
import type { Reason } from './board-file.ts';

/** What the verifier of ballots says of each thing it looked at. */
export const ballotCheckWords = defineWords('ballotCheck', {
  pass: ['相符', 'fits'],
  fail: ['不符', 'does not fit'],
  allOk: ['全部相符：这次投票的结果可以从公布的选票重新数出来。', 'Everything fits: the result follows from the papers that were published.'],
  someBad: ['有 {count} 项不符，请向工会反映。', '{count} checks failed; please tell the union.'],
  form: ['投票：{title}', 'Ballot: {title}'],
  formBad: ['这不是投票公示文件，或文件不完整', 'This is no published ballot, or a part of one'],
  notice: ['投票前公布的指纹：{hash}', 'Fingerprint announced before the vote: {hash}'],
  noticeBad: ['指纹与投票前公布的不同，文件中是 {hash}', 'The fingerprint is not the one that was announced; the file has {hash}'],
  signature: ['公示由本次投票的印鉴签署', 'The board is signed with the seal of this ballot'],
  signatureBad: ['公示的签名不对', 'The signature of the board is wrong'],
  header: ['首行与签署的一致', 'The first line is the one that was signed'],
  headerBad: ['首行被改动过', 'The first line was changed'],
  keys: ['开票密钥与投票时的公钥相配', 'The key that opens the papers belongs to the one they were sealed for'],
  keysBad: ['开票密钥与投票时的公钥不配', 'The key that opens the papers does not belong to the one they were sealed for'],
  entries: ['{entries} 张选票逐张核对无误', 'All {entries} entries are good'],
  shape: ['第 {no} 条无法识别', 'Entry {no} cannot be read'],
  number: ['第 {no} 条的编号不对：有条目被抽走或加入', 'Entry {no} has a wrong number: something was taken out or put in'],
  order: ['第 {no} 条的次序不对', 'Entry {no} stands in the wrong place'],
  hash: ['第 {no} 条的内容被改动过', 'Entry {no} was changed'],
  chain: ['第 {no} 条与前面的链断开：此处有条目被改动、抽走或加入', 'The chain breaks at entry {no}: something was changed, taken out or put in here'],
  level: ['第 {no} 条不是这种投票的选票', 'Entry {no} is no paper of this kind of ballot'],
  classReason: ['第 {no} 条的投票人类别不对', 'Entry {no} has a wrong class of voters'],
  token: ['第 {no} 条的选票不是本次投票发出的', 'The token of entry {no} was not issued in this ballot'],
  mark: ['第 {no} 条不是持票人本人所投', 'Entry {no} was not cast by the holder of its token'],
  turn: ['有持票人较早的一票被抽走', 'An earlier paper of a token was taken out'],
  twice: ['第 {no} 条重复投票', 'Entry {no} votes twice'],
  length: ['条数 {entries}，与签署的一致', '{entries} entries, as signed'],
  lengthBad: ['文件里有 {entries} 条，签署的是 {said} 条', 'The file has {entries} entries, {said} were signed'],
  chainOk: ['散列链完整', 'The hash chain is whole'],
  chainBad: ['散列链与签署的不一致', 'The hash chain is not the one that was signed'],
  root: ['公示根值：{root}', 'Root of the board: {root}'],
  rootBad: ['公示根值与签署的不一致', 'The root of the board is not the one that was signed'],
  roll: ['投票 {voters} 人，发出 {issued} 张，应投 {entitled} 人', '{voters} voted, {issued} papers issued, {entitled} entitled'],
  rollBad: ['投票 {voters} 人、发出 {issued} 张、应投 {entitled} 人，彼此对不上', '{voters} voted, {issued} papers issued, {entitled} entitled: these do not fit together'],
  count: ['重新计票，结果与公布的相同', 'Counted again: the result is the one that was declared'],
  countMotion: ['重新计票，结果与公布的相同：收回 {returned}，有效 {valid}；赞成 {for}，反对 {against}，弃权 {abstain}', 'Counted again, the same as declared: {returned} returned, {valid} valid; {for} for, {against} against, {abstain} abstained'],
  countList: ['重新计票，结果与公布的相同：收回 {returned}，有效 {valid}；{list}', 'Counted again, the same as declared: {returned} returned, {valid} valid; {list}'],
  countBad: ['重新计票，结果与公布的不同', 'Counted again: the result is another than the one declared'],
});

const w = ballotCheckWords;
const SENTENCES: Readonly<Record<CheckName, readonly [Word, Word]>> = {
  form: [w.form, w.formBad], notice: [w.notice, w.noticeBad], signature: [w.signature, w.signatureBad], header: [w.header, w.headerBad], keys: [w.keys, w.keysBad], entries: [w.entries, w.shape],
  length: [w.length, w.lengthBad], chain: [w.chainOk, w.chainBad], root: [w.root, w.rootBad], roll: [w.roll, w.rollBad], count: [w.count, w.countBad],
};
const REASON_WORDS: Readonly<Record<Reason, Word>> = {
  shape: w.shape, number: w.number, order: w.order, hash: w.hash, chain: w.chain, level: w.level, class: w.classReason, token: w.token, mark: w.mark, turn: w.turn, twice: w.twice,
};

/** The sentence of a check. */
export function sentenceOf(c: Check): Word {
  if (c.reason) return REASON_WORDS[c.reason];
  if (c.check === 'count' && c.ok && 'for' in c.facts) return w.countMotion;
  if (c.check === 'count' && c.ok && 'list' in c.facts) return w.countList;
  return SENTENCES[c.check][c.ok ? 0 : 1];
}
