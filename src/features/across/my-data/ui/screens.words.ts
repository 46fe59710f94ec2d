import { defineWords } from '#shared/words';

/** Titles that stand in menus; loaded by everybody. */
export const words = defineWords('my-data.screens', {
  held: ['工会有我的哪些信息', 'What the union holds about me'],
  requests: ['个人信息请求', 'Requests about personal data'],
});
