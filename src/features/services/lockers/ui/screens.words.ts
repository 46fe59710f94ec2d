import { defineWords } from '#shared/words';

/** Titles that stand in menus; loaded by everybody. */
export const words = defineWords('lockers.screens', {
  lockers: ['爱心集享格', 'Shared lockers'],
  also: ['借伞 雨伞 充电宝 轮椅 药箱 工具 共享 柜子 漂流箱', 'borrow umbrella charger wheelchair tools first aid swap'],
});
