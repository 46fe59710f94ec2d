import { defineWords } from '#shared/words';

/** Titles that stand in menus; loaded by everybody. */
export const words = defineWords('activities.screens', {
  activities: ['活动报名', 'Activities'],
  also: ['文体 比赛 春游 亲子 讲座 志愿 报名 签到', 'events sports outing family talk volunteer sign up'],
  register: ['活动登记', 'Activities'],
  statistics: ['活动统计', 'Activity figures'],
  activity: ['活动', 'Activities'],
});
