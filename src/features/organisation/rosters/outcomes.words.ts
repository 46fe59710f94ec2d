import { defineWords } from '#shared/words';

/** What becomes of a row. */
export const outcomeWords = defineWords('rosterOutcomes', {
  new: ['新会员', 'New member'],
  update: ['更新资料', 'Update'],
  same: ['已是会员，无变化', 'Member already, no change'],
  elsewhere: ['在其他工会', 'Member elsewhere'],
  rejected: ['不能导入', 'Not taken'],
  added: ['已入会', 'Taken in'],
  updated: ['已更新', 'Updated'],
});

/** How an import stands. */
export const stateWords = defineWords('rosterStates', {
  read: ['待确认列', 'Columns to confirm'],
  checking: ['检查中', 'Being checked'],
  previewed: ['待确认导入', 'Waiting for confirmation'],
  running: ['导入中', 'Being taken in'],
  done: ['已完成', 'Done'],
  undoing: ['撤销中', 'Being undone'],
  undone: ['已撤销', 'Undone'],
  cancelled: ['已取消', 'Cancelled'],
  failed: ['已中断', 'Broken off'],
});
