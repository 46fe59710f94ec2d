import { defineWords } from '#shared/words';

/** Duplicates at the desk: likenesses, clearing, merging, parting again. */
export const words = defineWords('suggestions.merging', {
  itself: ['请选另一条建议', 'Choose another suggestion'],
  laterFirst: ['“{title}”提出在后，请在那条建议上操作合并到这一条', '“{title}” came later; merge that one into this'],
  mergedItself: ['“{title}”已并入其他建议，请并入那一条', '“{title}” was merged itself; merge into the one it went to'],
  notAlive: ['“{title}”已结束（{state}），不能再并入；请直接评审这一条', '“{title}” has ended ({state}); review this one by itself'],
  otherUnit: ['先提出的建议不在您的单位，请报公司评审后由公司合并', 'The earlier one is not of your unit; pass this to the company, which can merge them'],
  otherScheme: ['两条建议不属于同一公司', 'The two belong to different companies'],
  sharesSettled: ['“{title}”已采纳，奖励按原比例计算；合并时只能附议，不能分比例', '“{title}” was adopted and its rewards follow its shares; authors can only join as supporters'],
  undoSettled: ['“{title}”已按合并后的比例采纳，请先撤销采纳再取消合并', '“{title}” was adopted with the shares of the merger; take the adoption back first'],
  undoOuter: ['这条建议并入的建议又并入了“{title}”，请先取消那次合并', 'What this was merged into was merged into “{title}”; undo that first'],
  cannotSee: ['其他单位的建议，由公司办公室核对', 'A suggestion of another unit; the company’s office compares them'],
  notAlike: ['没有这条相似记录', 'There is no such likeness'],
  auditCleared: ['核对相似建议：不相同', 'compared with a like one: not the same'],
  auditMerged: ['并入了其他建议，作者比例重新计算', 'took in another; shares of its authors were reckoned anew'],
  auditParted: ['取消合并，作者比例恢复', 'a merger was undone; shares of its authors are as before'],
  tellJoined: ['相同的建议并入了您的建议', 'A like suggestion was merged into yours'],
  tellJoinedBody: ['“{title}”并入了一条相同的建议，作者比例可能有变化', 'A like one was merged into “{title}”; shares of its authors may have changed'],
  tellParted: ['您的建议取消了合并', 'A merger with your suggestion was undone'],
  tellPartedBody: ['“{title}”的作者比例已恢复', 'Shares of the authors of “{title}” are as before'],
  aboutAlike: ['与这条建议相似的建议', 'Suggestions like this one'],
  aboutClear: ['核对为不相同', 'Say that two are not the same'],
  aboutMerge: ['并入先提出的建议', 'Merge into the earlier one'],
  aboutUnmerge: ['取消合并', 'Undo a merger'],
});
