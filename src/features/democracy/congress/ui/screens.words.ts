import { defineWords } from '#shared/words';

/** Titles that stand in menus; loaded by everybody. */
export const words = defineWords('congress.screens', {
  bodies: ['职代会与会代会', 'Congresses'],
  mine: ['我的代表', 'Who represents me'],
  also: ['职代会 会代会 职工代表 会员代表 代表证 选举 选区', 'congress delegate election constituency'],
});
