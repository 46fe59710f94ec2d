import { defineWords } from '#shared/words';

/** Titles that stand in menus; loaded by everybody. */
export const words = defineWords('summerCare.screens', {
  care: ['爱心暑托班', 'Children’s summer care'],
  also: ['暑托 寒托 小候鸟 托管 孩子 子女 夏令营 冬令营 接送', 'children child care holiday camp summer winter school'],
});
