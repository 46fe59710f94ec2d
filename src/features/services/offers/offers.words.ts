import { defineWords } from '#shared/words';

/** What the server says of places; screens have their own words in ui/. */
export const words = defineWords('offers', {
  title: ['我的名额', 'My places'],
  trial: ['工会福利', 'Union goods'],
  handed: ['领取', 'Collected'],
  done: ['已{what}', '{what}'],
  mayKeep: ['管理名额：查看名单、交付、调剂', 'Keep places: see who has them, hand over, move'],
  everybody: ['全体', 'Everybody'],

  aboutClaim: ['领取或报名：占一个名额', 'Claim a place of an offer'],
  aboutMine: ['我的名额', 'My places'], aboutKinds: ['我有过哪些种类的名额', 'Kinds of places I have or had'], aboutPlace: ['我的一份名额', 'One of my places'], aboutOfOffer: ['我在一项活动中的名额', 'My places of one offer'],
  aboutGiveBack: ['退出，让给下一位', 'Give a place back'], aboutAccept: ['确认空出的名额', 'Accept a place'], aboutDecline: ['放弃空出的名额', 'Decline a place'], aboutPass: ['转给同事', 'Pass a place on to a colleague'],
  aboutCalendar: ['名额的日历文件', 'A place as a calendar file'], aboutPay: ['去付款', 'Go and pay for a place'], aboutCount: ['实时名额数', 'Live count of places'], aboutOrder: ['公布的先后顺序', 'The published order'],
  aboutOffer: ['名额与配额', 'Places and quotas of an offer'], aboutClaims: ['名额名单', 'Who has what of an offer'], aboutExport: ['导出名额名单', 'Export who has what'], aboutSheet: ['签字用的名单', 'List for signatures'],
  aboutSetPlaces: ['调整名额数', 'Set the places of a quota'], aboutMovePlaces: ['在配额之间调剂名额', 'Move places between quotas'], aboutPeople: ['按工号或姓名查找会员', 'Find members to enter'], aboutAdd: ['代为登记', 'Enter a member'],
  aboutRemove: ['取消他人的名额', 'Take a place away'], aboutHandOver: ['当面交付或签到', 'Hand over without a code'], aboutUndo: ['撤销交付或签到', 'Take a hand-over back'], aboutRefunded: ['登记已退款', 'Note a refund'],
  aboutScanner: ['扫码用的离线名单', 'The list a scanner works with'], aboutScans: ['上传扫码记录', 'Bring scans'],
  aboutNotice: ['支付平台的到账通知', 'A payment gate reports a payment'], aboutDemoPay: ['在演示中付款', 'Pay in the demonstration'],

  didClaim: ['登记，第 {no} 号', 'Asked for it, no. {no}'],
  did_promoted: ['轮到了，有名额空出', 'A place became free'], did_accepted: ['已确认', 'Accepted'], did_paid: ['已付款', 'Paid'], did_declined: ['已放弃', 'Declined'], did_cancelled: ['已退出', 'Given back'], did_expired: ['已过时限', 'Ran out'],
  did_barred: ['不再符合参加条件', 'No longer entitled'], did_undone: ['撤销了交付或签到', 'The hand-over was taken back'], did_returned: ['已归还', 'Returned'], did_missed: ['未按时领取或参加', 'Not collected or not there'],
  did_transferred: ['转给了现在的持有人', 'Passed on'], did_settled: ['抽签结果已公布', 'The draw was settled'], did_ended: ['整项已取消', 'Called off as a whole'], did_other: ['有变化', 'Changed'],

  noTime: ['这份名额没有固定时间，不需要加入日历。', 'This place has no fixed time, so there is nothing for a calendar.'],
  calendarText: ['{union} · 第 {no} 号。请在“我的名额”中出示凭证码。', '{union} · no. {no}. Please show your code from “My places”.'],
  demoGate: ['演示付款', 'Demonstration payment'],
  signWrong: ['签名不正确，没有登记付款。请核对密钥。', 'The signature is wrong, so no payment was recorded; please check the secret.'], paymentUnknown: ['没有这个付款单号。', 'Nothing is to be paid under this number.'],
  notPublished: ['顺序还没有公布，结束并公布后可以查看。', 'The order is not published yet; please look again once it is over and published.'],
  hasAlready: ['这位会员已经有名额了，请在名单中查找。', 'This member has a place already; please look in the list.'],
  tellAdded: ['已为您登记：{title}', 'You were entered: {title}'],
  tellAddedBody: ['{name}已为您登记“{title}”。凭证码在“我的名额”中；如不需要请及时退出。', '“{name}” entered you for “{title}”. Your code is in “My places”; if you do not need it, please give it back in time.'],

  exportName: ['名额名单', 'Places'],
  columnNo: ['序号', 'No.'], columnRank: ['抽签名次', 'Rank of the draw'], columnName: ['姓名', 'Name'], columnStaffNumber: ['工号', 'Staff number'], columnUnit: ['所在工会', 'Union'], columnThing: ['具体项', 'Thing'], columnPlaces: ['数量', 'Places'], columnState: ['状态', 'State'],
  columnAt: ['登记时间', 'Asked at'], columnHandedAt: ['交付时间', 'Handed over at'], columnAmount: ['应付（元）', 'Amount (yuan)'], columnPaidAt: ['付款时间', 'Paid at'], columnOwed: ['应退（元）', 'Owed back (yuan)'],
  auditExported: ['导出了“{title}”的名单 {n} 人', 'exported {n} {n:row|rows} of “{title}”'],
});
