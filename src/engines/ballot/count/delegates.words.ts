import { defineWords } from '#shared/words';

/** What is found when delegates, candidates or a presidium are checked against the rule. */
export const delegatesWords = defineWords('ballot.delegates', {
  women: ['女职工代表', 'women'],
  frontLine: ['一线职工代表', 'front-line workers'],
  dispatched: ['劳务派遣工代表', 'dispatched workers'],
  managers: ['中层以上管理人员', 'managers'],
  young: ['青年职工代表', 'young workers'],
  atLeast: ['{who} {count} 人，{total} 名代表中至少 {bound} 人', '{count} {who}; of {total} delegates at least {bound} are needed'],
  atMost: ['{who} {count} 人，{total} 名代表中至多 {bound} 人', '{count} {who}; of {total} delegates at most {bound} are allowed'],
  tooFew: ['代表 {count} 人，至少须 {bound} 人', '{count} delegates; at least {bound} are needed'],
  tooMany: ['代表 {count} 人，至多 {bound} 人', '{count} delegates; at most {bound} are allowed'],
});
