import { defineWords } from '#shared/words';

/** Titles that stand in menus; loaded by everybody. */
export const words = defineWords('housingScreens', {
  housing: ['公租房', 'Housing'], also: ['公租房 廉租房 租房 住房 宿舍 轮候 排队 flat rent home queue', 'flat rent home housing queue'], allocations: ['公租房配租', 'Housing'], applications: ['公租房申请', 'Housing applications'], tenancies: ['公租房租住', 'Housing tenancies'],
});
