import { defineWords } from '#shared/words';

export const words = defineWords('rulebook', {
  unknownUnion: ['没有找到这个工会，或者您无权查看', 'This union was not found, or is not yours to see'],
  unknownParam: ['没有这条规则，请从规则列表中选择。', 'There is no such rule; please choose one from the list.'],
  unknownDecision: ['没有找到这条规定，请刷新后再试。', 'This decision was not found; please reload and try again.'],
  wrongValue: ['这个数值不在允许的范围内，请修改。', 'This value is outside what is allowed; please change it.'],
  notBackwards: ['规则不能溯及既往，生效日期最早为今天（{today}）。', 'Rules never reach back: the first day can be today ({today}) at the earliest.'],
  endBeforeStart: ['失效日期不能早于生效日期。', 'The last day cannot be before the first.'],
  sameDay: ['同一天已有一条同样的规定，请换一个生效日期或先撤回原来的。',
    'Another decision on this begins on the same day; please choose another day or withdraw that one first.'],
  alreadyOver: ['这条规定已经结束，不用再改。', 'This decision has already ended; nothing needs changing.'],
  alreadyConfirmed: ['这个数值已经确认过了。', 'This value has been confirmed already.'],
  nothingToConfirm: ['这个数值不需要确认，请刷新后再看。', 'This value needs no confirmation; please reload.'],
  looserThanLaw: ['这个数值比上级规定宽松（{document}），不会生效；请按不宽于它的数值填写。',
    'This value is looser than what is laid down above ({document}) and would not take effect; please stay within that.'],
});
