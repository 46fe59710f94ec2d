import { defineWords } from '#shared/words';

/** Why a paper is refused, and why one that was handed in is invalid. */
export const paperWords = defineWords('ballot.paper', {
  malformed: ['这张票无法识别，请重新打开表决页面再投。', 'This paper cannot be read. Please open the voting page again and vote.'],
  otherPaper: ['这张票属于另一种表决，请重新打开表决页面再投。', 'This paper belongs to another kind of vote. Please open the voting page again.'],
  unknownChoice: ['票上有不在名单里的项目，请重新打开表决页面再投。', 'The paper names something that is not on the list. Please open the voting page again.'],
  twice: ['同一项目在票上出现了两次，请每项只选一次。', 'Something is marked twice. Please mark each item once.'],
  noWriteIns: ['本次选举不能另选他人，请在候选人中选择。', 'Nobody can be written in here. Please choose among the candidates.'],
  nameUnreadable: ['另选他人的姓名“{name}”无法识别，请填写姓名全称，不超过 {most} 个字。', 'The written-in name “{name}” cannot be read. Please write the full name, at most {most} characters.'],
  nameOfTwo: ['有两位候选人都叫“{name}”，请直接在候选人中勾选。', 'Two candidates are called “{name}”. Please mark the one you mean on the list.'],
  noAgainst: ['这张票只能勾选，不能反对，请重新打开表决页面再投。', 'On this paper one can only choose, not vote against. Please open the voting page again.'],
  spoiled: ['无法辨认', 'cannot be read'],
  moreThanSeats: ['所选人数超过应选人数', 'more chosen than there are seats'],
  forAndAgainst: ['对同一人既赞成又反对', 'for and against the same person'],
  moreThanAllowed: ['所选项数超过可选项数', 'more chosen than allowed'],
});
