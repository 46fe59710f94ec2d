import { defineWords } from '#shared/words';

/** Titles that stand in menus; loaded by everybody. */
export const words = defineWords('savings.screens', {
  savings: ['岗位节约（芝麻奖）', 'Small savings'],
  also: ['芝麻奖 降本 省钱 节能 省料 节约', 'saving sesame prize cost energy material'],
  register: ['岗位节约登记簿', 'Register of savings'],
  sums: ['岗位节约汇总', 'Sums of savings'],
  prizes: ['芝麻奖', 'Sesame prize'],
  saving: ['岗位节约', 'Savings'],
});
