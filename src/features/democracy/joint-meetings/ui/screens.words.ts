import { defineWords } from '#shared/words';

/** Titles that stand in menus; loaded by everybody. */
export const words = defineWords('jointMeetings.screens', {
  joint: ['会商', 'Joint meetings'], also: ['联席会商 工作清单 纪要 牵头人 联络人', 'joint council minutes work list'], councils: ['会商', 'Joint meetings'], list: ['会商工作清单', 'Joint work list'], meeting: ['会商会议', 'Joint meeting'], item: ['会商事项', 'Joint item'],
});
