import { defineWords } from '#shared/words';

/** Titles that stand in menus; loaded by everybody. */
export const words = defineWords('proposals.screens', {
  proposals: ['职代会提案', 'Congress proposals'], also: ['提案 附议 立案 答复 职工代表', 'motion delegate second answer'], register: ['提案登记簿', 'Proposals'], collections: ['提案征集与报告', 'Calls and reports'], proposal: ['职代会提案', 'Congress proposal'],
});
