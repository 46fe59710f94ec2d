import { defineWords } from '#shared/words';

/** What a reader of a number should know besides its source. */
export const notes = defineWords('rulebook.note', {
  noMailboxLaw: ['国家对工会信箱没有专门规定，此为建议值。', 'No national rule exists for a union’s mailbox; this is a suggestion.'],
  outerBound: ['信访工作的法定最长期限，单位自定的期限不应超过它。', 'The longest the law on petitions allows; own periods should stay within it.'],
  membersNotWorkers: ['按会员人数，不按职工人数。', 'Counted in members, not in workers.'],
  workersNotMembers: ['按职工人数，不按会员人数。', 'Counted in workers, not in members.'],
  notFour: ['三年或五年，没有四年。', 'Three or five years, never four.'],
  localHalf: ['上海的条例写作“半数以上”，恰好一半即为通过。', 'Shanghai’s statute says “half or more”: exactly half passes.'],
  allDelegates: ['以应到的全体代表为基数；弃权、废票、缺席都不算赞成。', 'Of all delegates entitled; abstentions, invalid and missing ballots do not count as yes.'],
  tailBelowTen: ['不足十元的尾数不计；奖金、津贴、补贴不计入。', 'The tail below ten yuan is ignored; bonuses and allowances do not count.'],
  automaticExit: ['无正当理由连续不交会费、不参加活动，经教育不改，视为自动退会。',
    'No dues and no part in activities without reason, and after a reminder: treated as having left.'],
  excerptOnly: ['只见到条文摘录，请核对原文。', 'Only an excerpt of the text was seen; please compare with the original.'],
  overTenMillion: ['处理超过一千万人个人信息的至少每两年一次。', 'At least every two years for whoever handles data of more than ten million people.'],
  levelTwo: ['二级约每两年一次，三级每年一次。', 'About every two years at level 2, every year at level 3.'],
  adminsOnly: ['适用于管理员。', 'For administrators.'],
  giftCap: ['各省每人每年逢年过节慰问品上限不同（1200 至 2000 元），请按当地规定修改。', 'Provinces set their own cap on gifts to one member in a year (1,200 to 2,000 yuan); please enter yours.'],
  smallGroup: ['少于这个人数的分组不单独显示结果。', 'Results of smaller groups are never shown by themselves.'],
});
