import { defineWords } from '#shared/words';

/** A decision of several congresses, written out. */
export const jointWords = defineWords('ballot.joint', {
  share: ['同意 {yes}，共 {total}，须{share}（至少 {least}）', '{yes} of {total} agreed, {share} must agree (at least {least})'],
  shareOpen: ['同意 {yes}，未决 {open}，共 {total}，须{share}（至少 {least}）', '{yes} of {total} agreed, {open} still open, {share} must agree (at least {least})'],
  ballotPassed: ['表决通过', 'the vote passed'],
  ballotFailed: ['表决未通过', 'the vote did not pass'],
  ballotOpen: ['尚未表决', 'not voted yet'],
  vetoed: ['行使了否决权', 'vetoed'],
  notVetoed: ['没有否决', 'not vetoed'],
  vetoOpen: ['尚未就是否否决表决', 'no vote on a veto yet'],
});
