import { defineWords } from '#shared/words';

/** Titles that stand in menus; loaded by everybody. */
export const words = defineWords('ballots.screens', {
  ballots: ['投票与选举', 'Votes and elections'],
  mine: ['我的投票', 'My votes'],
  also: ['投票 表决 选举 秘密投票 计票 验票 回执 测评', 'vote ballot election secret receipt count verify poll'],
});
