import { defineWords } from '#shared/words';

/** All text of the part. */
export const words = defineWords('offers', {
  title: ['我的名额', 'My places'],
  trial: ['压力测试', 'Load test'],
  handed: ['领取', 'Collected'],
  mayKeep: ['管理名额：查看名单、交付、调剂', 'Keep places: see who has them, hand over, move'],
  aboutClaim: ['领取或报名：占一个名额', 'Claim a place of an offer'],
});
