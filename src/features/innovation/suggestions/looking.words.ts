import { defineWords } from '#shared/words';

/** Look-alikes and joining (查重、附议), sharing (共享), co-workers to write with: refusals, the log, routes. */
export const words = defineWords('suggestions.looking', {
  ownNotJoined: ['这是您自己的建议，不用附议', 'This is your own suggestion; there is no need to join it'],
  joinOver: ['这条建议已有结论，不能再附议；您可以把自己的想法另提一条', 'This one is decided already; please hand in your own idea instead'],
  joinedAlready: ['您已经附议过这条建议', 'You joined this suggestion already'],
  notJoined: ['您没有附议这条建议', 'You have not joined this suggestion'],
  notAlike: ['查重结果里没有这一条，请刷新后再看', 'This one was not found to be like yours; please look again'],
  likenessSettled: ['评审人员已经对这条相似建议作出处理，不能再说明', 'The reviewers have settled this likeness already'],
  auditJoined: ['附议合理化建议 {number}', 'joined rational suggestion {number}'],
  auditLeft: ['撤回对合理化建议 {number} 的附议', 'no longer joins rational suggestion {number}'],
  auditContested: ['说明建议 {number} 与先提出的建议不同', 'said that suggestion {number} differs from an earlier one'],
  aboutLookAlikes: ['写建议时查找相似的建议', 'Suggestions like the one being written'],
  aboutLikenesses: ['提交时查到的相似建议', 'What was found like it when it was handed in'],
  aboutContest: ['说明与先提出的建议不同', 'Say why it differs from an earlier one'],
  aboutSupport: ['附议一条建议', 'Join a suggestion'],
  aboutUnsupport: ['撤回附议', 'No longer join a suggestion'],
  aboutSupporters: ['附议的人', 'Those who joined'],
  aboutMyScheme: ['我所在单位的建议活动：单位、专项、我今年的数', 'My scheme: its units, open campaigns, my figures of the year'],
  aboutColleagues: ['查找可以一起署名的同事', 'Colleagues to write with'],
  aboutShared: ['大家的好建议：已采纳的建议', 'Adopted suggestions, shared with everybody of the scheme'],
});
