import { defineWords } from '#shared/words';

export const jointMeetingTitles = defineWords('rulebook.jointMeetings', {
  'jointMeetings.minutes.withinDays': ['会商纪要商定时限', 'Days to agree the minutes of a joint meeting'],
  'jointMeetings.remind.daysBefore': ['会商事项到期前几天提醒', 'Days before an item of a joint meeting is due at which it is reminded of'],
  'jointMeetings.remind.everyDays': ['会商事项超期后提醒的间隔', 'Days between reminders of a late item of a joint meeting'],
  'jointMeetings.escalate.everyWorkdays': ['会商事项超期后逐级上报的间隔', 'Working days late before each step up a level'],
});
