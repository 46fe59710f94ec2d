import { defineWords } from '#shared/words';

/** Titles that stand in menus; loaded by everybody. */
export const words = defineWords('clubs.screens', {
  clubs: ['俱乐部', 'Clubs'],
  also: ['社团 兴趣小组 协会 羽毛球 摄影 合唱 书法 健走 骑行 太极', 'club society group sports photography choir walking'],
  register: ['俱乐部登记', 'Clubs'],
  grants: ['俱乐部经费', 'Grants of clubs'],
  appraisal: ['俱乐部考核', 'Appraisal of clubs'],
  awards: ['年度优秀俱乐部', 'Best clubs of the year'],
});
