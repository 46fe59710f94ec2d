import { defineWords } from '#shared/words';

/** The cards of the phone's first screen. */
export const words = defineWords('home.ui', {
  waiting: ['等您办的', 'For you'],
  askAnswered: ['有答复了，您满意吗？', 'Answered. Are you satisfied?'],
  askReturned: ['请您补充后再提交', 'Please complete it'],
  askRecheck: ['四周过去了，办好了吗？', 'Four weeks on: is it settled?'],
  askNote: ['{process}“{title}”', '{process}: {title}'],
  oneMinute: ['一分钟', 'One minute'],
  atDesk: ['工作台有 {n} 件事等您', '{n} {n:thing waits|things wait} at the desk'],
  atDeskOne: ['工作台有 {n} 件事等您', '{n} thing waits at the desk'],
  atDeskLate: ['其中 {n} 件已超期', '{n} of them late'],
  atDeskNote: ['在电脑上办理更方便', 'Easier on a computer'],
  desk: ['去办理', 'Open'],
  things: ['我的事', 'My things'],
  all: ['全部', 'All'],
  due: ['{who} · {time}', '{who} · {time}'],
  thingsTitle: ['我的事', 'My things'],
  empty: ['还没有办过事', 'Nothing here yet'],
  emptyHint: ['写信、申请、报名以后，进展都在这里。', 'Letters, applications and sign-ups show their progress here.'],
  services: ['看看有哪些服务', 'See the services'],
  unread: ['{n} 条新消息', '{n} new {n:message|messages}'],
});
