import { defineWords } from '#shared/words';

/** Figures (数据). */
export const words = defineWords('figures', {
  title: ['数据', 'Figures'],
  aboutFigures: ['一个工会及下级的数据', 'Figures of a union and all below it'],
  aboutBranches: ['下级工会的数据', 'Figures of the branches'],
  aboutExport: ['导出下级工会的数据', 'Export figures of the branches'],
  columnUnion: ['工会', 'Union'],
  columnMembers: ['会员', 'Members'],
  columnJoined: ['今年入会', 'Joined this year'],
  columnWomen: ['女会员', 'Women'],
  columnUnattached: ['无单位会员', 'Unattached'],
  columnLetters: ['来信', 'Letters'],
  columnAnswered: ['已答复', 'Answered'],
  columnInTime: ['按时答复', 'In time'],
  columnRated: ['已评价', 'Rated'],
  columnSatisfied: ['满意', 'Satisfied'],
  exportName: ['工会数据', 'union-figures'],
  auditExported: ['导出了 {n} 个工会的数据', 'Exported figures of {n} {n:union|unions}'],
});
