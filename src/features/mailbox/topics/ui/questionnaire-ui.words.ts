import { defineWords } from '#shared/words';

/** Questionnaires on the phone, and results in both apps. */
export const words = defineWords('topics.questionnaireUi', {
  title: ['我的问卷', 'My questionnaires'], one: ['问卷', 'Questionnaire'],
  none: ['现在没有需要您填的问卷', 'Nothing to fill in at present'], noneHint: ['工会想了解情况时，会在这里和“消息”里告诉您。', 'When the union wants to know something, it appears here and under Messages.'],
  waits: ['等您填写', 'Waiting for you'], waitsCard: ['请您填一份问卷', 'A questionnaire for you'], minutes: ['{n} 个问题', '{n} {n:question|questions}'],
  answered: ['已交', 'Answered'], seeResults: ['看结果', 'See the results'], over: ['已截止', 'Closed'], until: ['{date} 截止', 'Until {date}'],
  nameless: ['答卷不记名', 'No names on the sheets'],
  namelessHow: ['系统只记下您交过，不记您答了什么；答卷密封保存，截止后一起统计，统计完就销毁。不到 {n} 人的单位不单独显示。', 'Only that you answered is kept, not what you said. Sheets stay sealed until all are counted together, then they are destroyed. Groups of fewer than {n} {n:person is|people are} never shown by themselves.'],
  onceOnly: ['因为分不清哪张是您的，交出后不能再改', 'Since nobody can tell which sheet is yours, it cannot be changed afterwards'],
  ask: ['现在交出吗？', 'Send it now?'], send: ['交出答卷', 'Send my answers'], waiting: ['等网络恢复后自动交出', 'Goes out when the network is back'],
  left: ['还有 {n} 题没有答', '{n} {n:question|questions} left'], question: ['第 {n} 题', 'Question {n}'], several: ['可以选几个', 'Choose any number'], optional: ['可以不填', 'Optional'],
  scaleLow: ['很不满意', 'Not at all'], scaleHigh: ['很满意', 'Very satisfied'], yes: ['是', 'Yes'], no: ['否', 'No'], answerThis: ['请回答这一题', 'Please answer this question'],
  thanks: ['谢谢，已经收到', 'Thank you, it has arrived'], thanksNote: ['截止以后可以在这里看到大家的结果。', 'The results of all will stand here once it has closed.'],
  missed: ['这份问卷已经截止', 'This questionnaire has closed'], missedNote: ['统计完以后可以在这里看结果。', 'Its results will stand here once it is counted.'],
  results: ['结果', 'Results'], people: ['{n} 人作答', '{n} {n:person|people} answered'], fromAsked: ['{n} / {all} 人', '{n} of {all}'],
  tooFew: ['作答的人太少，不能显示结果', 'Too few people answered to show results'], tooFewNote: ['不到 {n} 人作答，为了不让人猜出是谁，答卷已销毁。', 'Fewer than {n} answered; so that nobody can be guessed, the sheets were destroyed.'],
  everybody: ['全部', 'All'], rest: ['其余单位（合并）', 'The rest, together'], byUnion: ['按单位', 'By union'], average: ['平均 {n} 分', 'Average {n}'],
  hidden: ['{unions} 人数太少，并入“其余单位”', '{unions}: too few people, counted with the rest'], noTexts: ['写的人不够多，不显示', 'Too few wrote to show them'], texts: ['{n} 条，次序已打乱', '{n}, in no order'],
  votes: ['{n} 人', '{n}'], points: ['{n} 分', '{n}'],
});
