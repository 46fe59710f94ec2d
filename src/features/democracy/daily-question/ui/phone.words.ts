import { defineWords } from '#shared/words';

export const words = defineWords('dailyQuestion.phone', {
  title: ['每日一题', 'Daily question'],
  none: ['您的工会还没有开设每日一题', 'Your union has no daily question yet'], noneHint: ['工会开设后，每天一道题，一分钟了解工会知识和单位大事。', 'Once it has, one question a day tells you about the union and your workplace.'],
  restDay: ['今天没有题目', 'No question today'], restHint: ['休息一下，明天再来。', 'Have a rest and come back tomorrow.'],
  voidToday: ['今天的题已作废：{why}', 'Today’s question was declared void: {why}'], voidDay: ['这一题已作废：{why}', 'This question was declared void: {why}'],
  submit: ['提交答案', 'Answer'], submitting: ['正在提交…', 'Sending…'], chooseOne: ['选一个答案', 'Choose one'], chooseSeveral: ['可以选多个', 'Choose one or more'],
  kind_single: ['单选题', 'One right answer'], kind_multiple: ['多选题', 'Several right answers'], kind_trueFalse: ['判断题', 'True or false'],
  right: ['答对了', 'Right'], wrong: ['答错了', 'Not quite'], missed: ['没有作答', 'Not answered'],
  earned: ['+{n} 积分', '+{n} {n:point|points}'], streakBonus: ['再连续 {n} 天，奖励 {points} 积分', '{n} more {n:day|days} in a row bring {points} {points:point|points}'], streakToday: ['今天答题就有 {points} 积分连续奖励', 'Answer today and the streak brings {points} {points:point|points}'],
  rightMark: ['正确答案', 'Right answer'], yourMark: ['您选的', 'Your choice'],
  explanation: ['解析', 'Explanation'], source: ['来源：{source}', 'Source: {source}'], others: ['{n} 人答过，{share} 答对', '{n} {n:person has|people have} answered, {share} of them rightly'],
  streak: ['连续答题', 'Streak'], best: ['最长连续', 'Best streak'], points: ['积分', 'Points'], dayN: ['{n} 天', '{n} {n:day|days}'],
  calendar: ['答题日历', 'My calendar'], wrongBook: ['错题回顾', 'What I got wrong'], wrongN: ['{n} 题待回顾', '{n} {n:question|questions} to review'], wrongNone: ['没有待回顾的错题', 'Nothing to review'], wrongHint: ['答错的题会收在这里，再答一次，答对了就移出。', 'What you got wrong gathers here; once right, it leaves.'],
  before: ['上个月', 'Month before'], after: ['下个月', 'Next month'], monthOf: ['{year}年{month}月', '{month}/{year}'], monthSum: ['答 {n} 天，对 {right} 天，得 {points} 积分', 'Answered on {n} {n:day|days}, right on {right}, {points} {points:point|points}'], monthNone: ['这个月没有题目', 'No questions in this month'],
  mark_right: ['答对', 'right'], mark_wrong: ['答错', 'wrong'], mark_missed: ['未答', 'not answered'], mark_open: ['待答', 'to answer'], mark_void: ['作废', 'void'],
  dayMark: ['{day} {mark}', '{day} {mark}'],
  w1: ['一', 'Mo'], w2: ['二', 'Tu'], w3: ['三', 'We'], w4: ['四', 'Th'], w5: ['五', 'Fr'], w6: ['六', 'Sa'], w0: ['日', 'Su'],
  again: ['再答一次', 'Try again'], tryRight: ['这次答对了，已移出错题', 'Right this time; it has left the list'], tryWrong: ['还不对，看看解析再试', 'Still not right; read the explanation and try again'],
  homeTitle: ['今日一题', 'Today’s question'], reviewed: ['已回顾', 'Reviewed'], dayTitle: ['{day}的题', 'Question of {day}'], rules: ['答题 {answered} 分，答对再加 {right} 分，每连续 {days} 天奖励 {streak} 分。', '{answered} for answering, {right} more when right, {streak} on every {days} days in a row.'],
});
