import { defineWords } from '#shared/words';

/** The basis of a result, written out so that anybody can reckon it again. */
export const countWords = defineWords('ballot.count', {
  quorum: ['{base} {n}，实到须{share}（至少 {least}）', 'Of {n} {base}, {share} must be present (at least {least})'],
  turnout: ['{base} {n}，收回票须{share}（至少 {least}）', 'Of {n} {base}, {share} must hand in a paper (at least {least})'],
  validity: ['{base} {n}，有效票须{share}（至少 {least}）', 'Of {n} {base}, {share} must hand in a valid paper (at least {least})'],
  majority: ['{base} {n}，赞成须{share}（至少 {least}）', 'Of {n} {base}, {share} must be in favour (at least {least})'],
  elected: ['{base} {n}，得票须{share}（至少 {least}）', 'Of {n} {base}, {share} must vote for somebody to be elected (at least {least})'],
  issued: ['发出票 {n}，收回票不得多于发出票', '{n} ballots issued, no more may be returned'],
  worked: ['{formula}，{verdict}', '{formula}: {verdict}'],
  emptyBase: ['{base}为 0', 'there are no {base}'],
  passed: ['通过', 'passed'],
  notPassed: ['未通过', 'not passed'],
  met: ['达到', 'met'],
  notMet: ['未达到', 'not met'],
  electedYes: ['达到当选票数', 'enough to be elected'],
  electedNo: ['未达到当选票数', 'not enough to be elected'],
  stands: ['有效', 'valid'],
  void: ['本次表决全部无效', 'the whole vote is void'],
  voidReturned: ['收回 {returned} 张，多于发出的 {issued} 张，本次表决无效，须重新进行。', '{returned} papers were returned but only {issued} issued. The vote is void and must be held again.'],
  noQuorum: ['到会人数不足，本次表决不成立。', 'There was no quorum, so the vote does not stand.'],
  lowTurnout: ['收回票不足，本次表决不成立。', 'Too few papers were returned, so the vote does not stand.'],
  fewValid: ['有效票不足，本次表决不成立。', 'Too few papers were valid, so the vote does not stand.'],
});
