import { defineWords } from '#shared/words';

export const words = defineWords('inquiries.phone', {
  title: ['民主问询', 'Inquiry'],
  none: ['没有邀请您的问询', 'No inquiry has invited you'],
  noneHint: ['工会会私下问问平时不常说话的职工。轮到您时这里会有一条。', 'The union asks those in private who rarely speak. When it is your turn, it stands here.'],
  homeTitle: ['想听听您的心里话', 'We would like to hear from you'],
  asks: ['{union}问您', '{union} asks you'],
  until: ['{day} 前都可以回答', 'You can answer until {day}'],
  yours: ['您想说的', 'What you would like to say'],
  named: ['留下姓名', 'Leave my name'],
  namedNote: ['留名后，工会可以把结果告诉您；不留名，这段话不和您的名字存在一起。', 'With your name the union can tell you what came of it; without it your words are not kept with your name.'],
  send: ['说给工会听', 'Tell the union'],
  sending: ['正在送出…', 'Sending…'],
  sent: ['已收到，谢谢您', 'Received, thank you'],
  decline: ['这次不想说', 'Rather not this time'],
  declined: ['好的，这次不再问您', 'All right, you will not be asked again this time'],
  answered: ['您已回答，谢谢', 'You have answered, thank you'],
  closed: ['已结束', 'Ended'],
  reply: ['工会的答复', 'The union’s reply'],
  own_invited: ['等您回答', 'Waiting for you'], own_answered: ['已回答', 'Answered'], own_declined: ['不想说', 'Declined'],
  privacy: ['只有办理问询的工会干部看得到，不在群里公开。', 'Only the union officers of this inquiry read it; it is not shown in any group.'],
});
