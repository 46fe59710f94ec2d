import { defineWords } from '#shared/words';

/** What each route is for, in one line. */
export const about = defineWords('salesApi', {
  sales: ['可以参加的一元抢', 'Flash sales one may take part in'],
  sale: ['一个一元抢，附服务器时间', 'One flash sale, with the server’s time'],
  order: ['公布的领取顺序，姓名已隐去', 'The published order, names masked'],
  remind: ['开抢前提醒我，或不再提醒', 'Remind me before it begins, or no longer'],
  register: ['经办的一元抢列表', 'Flash sales of the officer’s unions'],
  exportRegister: ['导出一元抢列表', 'Export flash sales'],
  start: ['新建一元抢前要知道的', 'What making a flash sale starts with'],
  desk: ['经办人看到的一元抢', 'A flash sale as officers see it'],
  make: ['新建一元抢草稿', 'Make a draft of a flash sale'],
  change: ['修改草稿', 'Change a draft'],
  copy: ['从以前的一元抢复制一份草稿', 'Make a draft from an earlier sale'],
  amend: ['修改已发布的说明和领取安排', 'Change texts and pick-up of a published sale'],
  submit: ['提交审批；不需要审批的直接发布', 'Send for approval; published at once where none is needed'],
  approve: ['批准并发布', 'Approve and publish'],
  return: ['退回经办人', 'Return to whoever made it'],
  withdraw: ['撤回审批', 'Withdraw it from approval'],
  callOff: ['取消，并通知所有人', 'Call off and tell everybody'],
  raise: ['增加数量', 'Raise the number'],
  showOrder: ['公布或撤下领取顺序', 'Publish the order, or take it back'],
  hall: ['大厅屏幕：倒计时和实时余量', 'The screen in the hall: countdown and places left'],
  report: ['一元抢统计', 'Figures of a flash sale'],
  exportOrder: ['导出领取顺序', 'Export the order'],
});
