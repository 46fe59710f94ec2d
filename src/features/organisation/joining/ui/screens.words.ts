import { defineWords } from '#shared/words';

export const words = defineWords('joiningScreens', {
  join: ['申请入会', 'Join a union'],
  joinAlso: ['加入工会 会员 二维码', 'membership member join code'],
  joinNote: ['有工会的入会码就能申请', 'With a union’s code you can apply'],
  desk: ['入会审批', 'Applications'],
});
