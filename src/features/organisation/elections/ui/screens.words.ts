import { defineWords } from '#shared/words';

/** Titles that stand in menus; loaded by everybody. */
export const words = defineWords('elections.screens', {
  elections: ['换届选举', 'Elections'],
  mine: ['工会选举', 'Union elections'],
  also: ['换届 选举 工会委员会 主席 候选人 推荐 提名 投票', 'election committee chair candidate nomination vote'],
});
