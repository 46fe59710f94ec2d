import { defineWords } from '#shared/words';

/** States of a place in a filter, where the kind has no better name. */
export const STATE_WORDS = defineWords('offersStates', {
  done: ['已{what}', '{what}'],
  entered: ['待抽签', 'To be drawn'], waiting: ['候补中', 'Waiting'], offered: ['待确认', 'Offered'], held: ['待付款', 'To be paid'], taken: ['已获得', 'Has a place'], handed: ['已领取', 'Handed over'], missed: ['未到', 'Did not come'],
  returned: ['已归还', 'Returned'], cancelled: ['已退出', 'Given back'], declined: ['已放弃', 'Declined'], expired: ['已过期', 'Expired'], lost: ['未中', 'Not drawn'],
});
