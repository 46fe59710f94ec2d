import { defineWords } from '#shared/words';

/** What the phone says about sales. */
export const words = defineWords('salesPhone', {
  title: ['一元抢', 'Flash sales'],
  open: ['即将和正在', 'Coming and on'], over: ['已结束', 'Over'],
  none: ['现在没有一元抢', 'No flash sale right now'], noneHint: ['有新的一元抢时，会在这里和首页看到。', 'New ones are shown here and on Home.'], noneOver: ['还没有结束的一元抢', 'None is over yet'],
  startsIn: ['距开抢', 'Starts in'], days: ['{d} 天', '{d} d'], startsAt: ['{time} 开抢', 'Starts {time}'],
  on: ['正在抢', 'On now'], soldOut: ['已抢完', 'All gone'], state_over: ['已结束', 'Over'], cancelled: ['已取消', 'Called off'], preview: ['预览', 'Preview'],
  places: ['共 {n} {measure}', '{n} × {measure}'], left: ['还剩 {n} 份', '{n} left'], onlyOne: ['每人限一份', 'One for each'], goneIn: ['{n} 秒抢完', 'Gone in {n} s'],
  price_atHandOver: ['{price}，领取时付', '{price}, paid at the pick-up'], price_online: ['{price}，线上付', '{price}, paid online'], points: ['{n} 分', '{n} {n:point|points}'], worth: ['价值 {price}', 'worth {price}'],
  remindMe: ['提醒我', 'Remind me'], reminded: ['已设提醒', 'Reminder set'], remindOn: ['开抢前 {n} 分钟提醒您', 'You will be reminded {n} {n:minute|minutes} before'], remindOff: ['不再提醒', 'No reminder any more'],
  press: ['立即抢', 'Get one now'], notYet: ['还没开抢', 'Not yet'], pressing: ['正在抢…', 'Asking…'], over2: ['已经结束', 'It is over'], gone2: ['已经抢完', 'All are gone'], queue: ['登记候补', 'Join the waiting list'],
  yours: ['抢到了！', 'It is yours!'], yoursNo: ['您是第 {n} 位', 'You were number {n}'], waits: ['已进入候补', 'You are on the waiting list'], pay: ['请在时限内付款', 'Please pay in time'], gotGone: ['这次没抢到', 'None left this time'], gotGoneHint: ['全部被抢完了。有人退出时会回到这里，您可以稍后再看。', 'All are taken. What somebody gives back appears here again; you may look later.'], notYou: ['您暂时不能参加', 'You cannot take part'], trouble: ['没有送达', 'It did not arrive'],
  about: ['物品说明', 'About the goods'], rules: ['怎么抢', 'How it works'], pickUp: ['领取', 'Pick-up'], where: ['地点', 'Where'], when: ['时间', 'When'], who: ['谁可以参加', 'Who may take part'], months: ['入会满 {n} 个月', 'Members for {n} {n:month|months}'], rest: ['{n} 天内没有抢到过', 'None within the last {n} {n:day|days}'], ends: ['截止', 'Ends'], passing: ['转让', 'Passing on'], transferable: ['可以转给同事', 'May be passed on to a colleague'], notTransferable: ['不可转让', 'Cannot be passed on'], form_voucher: ['发放指定物品提货券', 'Given as a voucher for the goods'],
  rule1: ['按服务器时间倒计时，到点按钮自动亮起，点一次就够了。', 'Counted by the server’s time. The button lights up at the second; one press is enough.'], rule2: ['网络不稳会自动用同一个请求重试，不会重复占名额。', 'When the network is slow the same press repeats itself; it never takes two.'], rule3: ['按先后顺序，每人一份；结束后公布顺序，姓名隐去一部分。', 'In order of arrival, one for each; afterwards the order is published with masked names.'],
  order: ['领取顺序', 'The order'], orderHint: ['第几位、姓名（隐去）、所在工会、开抢后多少秒', 'Number, masked name, union, seconds after the start'], orderSee: ['查看领取顺序', 'See the order'], you: ['您', 'You'], seconds: ['{n} 秒', '{n} s'], called: ['已取消：{why}', 'Called off: {why}'],
  synced: ['已与服务器对时', 'In step with the server'], noPhoto: ['{title}的图片', 'Picture of {title}'], all: ['全部', 'All'], 
});
