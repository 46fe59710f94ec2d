import { defineWords } from '#shared/words';

/** Headings of the register. */
export const columns = defineWords('transfersColumns', {
  number: ['编号', 'Number'], name: ['姓名', 'Name'], from: ['原工会', 'From'], to: ['新工会', 'To'], state: ['状态', 'State'], reason: ['原因', 'Reason'], openedAt: ['申请日期', 'Asked on'], effectiveOn: ['接转日期', 'Transferred on'], duesThrough: ['会费收至', 'Dues up to'], due: ['期限', 'Due'],
});
