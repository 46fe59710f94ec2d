import { defineWords } from '#shared/words';

/** Text of the screens of places, on the phone and at the desk. */
export const words = defineWords('offersUi', {
  // the phone
  places: ['我的名额', 'My places'], now: ['进行中', 'Now'], past: ['历史记录', 'History'], allKinds: ['全部', 'All'], noneNow: ['还没有名额', 'No places yet'], noneNowHint: ['报名、领取或抢到的名额会出现在这里，凭证码没有网络也能出示。', 'What you sign up for, collect or win stands here; the code can be shown without a network.'],
  nonePast: ['没有历史记录', 'Nothing earlier'], services: ['看看有什么服务', 'See the services'],
  code: ['凭证码', 'Code'], codeHint: ['出示给工作人员扫码，或报短码', 'Show this to be scanned, or tell the short code'], shortCode: ['短码', 'Short code'], brighter: ['放大', 'Larger'], closeIt: ['关闭', 'Close'],
  no: ['序号', 'No.'], rank: ['抽签名次', 'Rank'], queueNo: ['轮候序号', 'No. in the queue'], mine: ['我的名额', 'My place'], union: ['主办', 'Offered by'], where: ['地点', 'Where'], time: ['时间', 'When'], collect: ['领取时间', 'To be collected'], thing: ['具体项', 'Thing'], count: ['数量', 'Places'], price: ['价格', 'Price'], state: ['状态', 'State'],
  points: ['{n} 分', '{n} {n:point|points}'], free: ['免费', 'Free'], toPay: ['待付 {amount}', '{amount} to pay'], payThere: ['领取时付 {amount}', 'Pay {amount} when collecting'], paid: ['已付 {amount}', 'Paid {amount}'], owedBack: ['{amount} 将退还给您', '{amount} will be returned to you'],
  ahead: ['前面还有 {n} 位', '{n} before you'], first: ['您排在第一位', 'You are first in line'], dueIn: ['还剩 {time}', '{time} left'], dueOver: ['已过时限', 'Time is over'], until: ['请在 {time}前确认', 'Please answer by {time}'], payUntil: ['请在 {time}前付款', 'Please pay by {time}'],
  fromOn: ['{time} 起', 'from {time}'], upTo: ['{time} 前', 'until {time}'],
  hours: ['{h} 小时 {m} 分', '{h} h {m} min'], minutes: ['{m} 分 {s} 秒', '{m} min {s} s'], days: ['{d} 天 {h} 小时', '{d} d {h} h'],
  story: ['经过', 'What happened'], openOffer: ['查看详情', 'See what it is'],
  giveBack: ['退出，让给下一位', 'Give it back'], giveBackAsk: ['确定退出“{title}”吗？', 'Give back your place of “{title}”?'], giveBackHint: ['名额马上给下一位。', 'The place goes to the next person at once.'], giveBackUntil: ['{time}前可以退出。', 'It can be given back until {time}.'],
  giveBackAgain: ['改变主意时可以重新报名，但要重新排队。', 'If you change your mind you can ask again, but at the end of the line.'], givenBack: ['已退出', 'Given back'], leave: ['退出排队', 'Leave the line'], leaveDraw: ['退出抽签', 'Leave the draw'],
  accept: ['确认，我要', 'Accept'], accepted: ['已确认，名额归您', 'It is yours'], decline: ['放弃', 'Decline'], declineAsk: ['确定放弃吗？', 'Decline this place?'], declined: ['已放弃', 'Declined'],
  pay: ['去付款', 'Pay now'], pass: ['转给同事', 'Pass on to a colleague'], passHint: ['名额归同事后，您的凭证码失效。', 'Your code no longer works once the place is your colleague’s.'], passed: ['已转给同事', 'Passed on'], staffNumber: ['同事的工号', 'Staff number'], name: ['同事的姓名', 'Name'],
  calendar: ['加入日历', 'Add to calendar'], asOf: ['没有网络，显示的是 {time} 的内容', 'No network; this is as of {time}'],
  claim: ['立即领取', 'Claim'], claiming: ['正在提交…', 'Sending…'], yours: ['已归您，第 {no} 号', 'It is yours, no. {no}'], waits: ['已进入候补', 'You are on the waiting list'], entered: ['已报名，等待抽签', 'You are in the draw'], pleasePay: ['已为您保留，请尽快付款', 'It is kept for you; please pay soon'],
  takenOf: ['已占 {taken} / {places}', '{taken} of {places} taken'],
  showCode: ['出示凭证码', 'Show my code'], see: ['查看', 'Look'], order: ['先后顺序', 'The order'], orderHint: ['按服务器收到的先后排列，时间精确到毫秒，姓名已隐去。', 'As the server received them, to the millisecond; names are masked.'], orderDrawn: ['按抽签名次排列，姓名已隐去。', 'In the order of the draw; names are masked.'],
  orderNone: ['没有人', 'Nobody'], unit: ['所在工会', 'Union'],

  // paying in the demonstration
  demoPay: ['演示付款', 'Demonstration payment'], demoPayHint: ['这是演示：不会扣款。真实使用时这里是微信支付、支付宝或银行的付款页。', 'This is a demonstration: no money is taken. In real use WeChat Pay, Alipay or a bank stands here.'], demoPayYes: ['付款 {amount}', 'Pay {amount}'], demoPayNo: ['不付，让它过期', 'Let it run out'],
  demoPaid: ['已付款，名额归您', 'Paid, it is yours'], demoLate: ['付款太晚，名额已给下一位，款项将退还', 'The payment came too late; the place has gone and the money will be returned'], demoAgain: ['之前已付过款', 'It was paid before'], demoWrong: ['付款链接不完整，请从“我的名额”重新进入。', 'This payment link is incomplete; please start again from “My places”.'], orderNo: ['付款单号', 'Payment no.'],

  // the scanner
  scanTitle: ['扫码核对', 'Scan'], scanType: ['短码或扫码枪', 'Short code or hand scanner'], scanGo: ['核对', 'Check'], scanOk: ['可以', 'Yes'], scanNo: ['不可以', 'No'], scanUnknown: ['名单里没有这个码（{time} 的名单）', 'This code is not in the list of {time}'], scanAlready: ['已于 {time} {what}过', '{what} already at {time}'],
  scanEarly: ['还没到时间，{time} 开始', 'It begins at {time}'], scanPay: ['请先收款 {amount}', 'Please take {amount} first'], scanPaid: ['已收款，交付', 'Money taken, hand over'], scanCount: ['{what} {done} / {all}', '{what} {done} / {all}'], scanOffline: ['没有网络，照常扫码；{n} 条等待上传', 'No network; go on scanning. {n} to be sent'], scanWaits: ['{n} 条等待上传', '{n} to be sent'],
  scanSent: ['全部已上传', 'Everything is sent'], scanConflicts: ['与其他设备不一致', 'Other devices say otherwise'], scanSeen: ['知道了', 'Understood'], scanUndo: ['撤销', 'Undo'], scanUndone: ['已撤销', 'Taken back'], scanWhy: ['扫码时撤销', 'taken back at the scanner'], scanCamera: ['打开摄像头', 'Open the camera'], scanCameraOff: ['关闭摄像头', 'Close the camera'],
  scanReady: ['请出示凭证码', 'Please show your code'], scanReadyHint: ['对准摄像头、用扫码枪，或输入短码', 'To the camera, by a hand scanner, or type the short code'], scanPhone: ['用手机扫码', 'Scan with a phone'], scanPhoneHint: ['用手机打开这个码；先在有网络时打开一次，之后没有网络也能用。', 'Open this on a phone, once while there is a network; afterwards it works without one.'], scanDeskHint: ['这台电脑没有网络时，打开本页会转到手机版扫码页；名单和没传完的记录都在这台电脑上。', 'When this computer has no network, this page opens as the phone’s scanner; the list and what is not sent yet are on this computer.'], scanLast: ['最近', 'Latest'], scanSync: ['现在上传', 'Send now'], scanFailed: ['上传被拒绝：{why}', 'Not taken: {why}'],

  // the desk
  offerPages: ['名额', 'Places'], noLimit: ['不限', 'No limit'], everybody: ['全体', 'Everybody'], pools: ['配额', 'Quotas'], pool: ['配额', 'Quota'], capacity: ['名额', 'Places'], taken: ['已占', 'Taken'], left: ['剩余', 'Left'], rolls: ['{time} 起剩余上收', 'What is left goes up at {time}'],
  places2: ['名额', 'Places'], waiting: ['候补', 'Waiting'], inDraw: ['待抽签', 'In the draw'], handedN: ['已交付', 'Handed over'], missedN: ['未到', 'Did not come'], received: ['已收', 'Received'], owed: ['待退款', 'To be refunded'],
  setPlaces: ['改名额数', 'Set places'], setPlacesOf: ['“{pool}”的名额数', 'Places of “{pool}”'], setPlacesHint: ['已占 {taken} 个，不能少于这个数；增加的名额马上给候补的人。', '{taken} are taken; it cannot be fewer. More places go to those who wait at once.'], placesSet: ['名额数已改', 'Places set'], promoted: ['{n} 位候补者得到了名额', '{n} from the waiting list got a place'],
  movePlaces: ['调剂名额', 'Move places'], from: ['从', 'From'], to: ['到', 'To'], howMany: ['多少个', 'How many'], moved: ['已调剂', 'Moved'],
  add: ['代为登记', 'Enter somebody'], addHint: ['与本人自己报名规则相同，登记后会通知本人。', 'The same rules hold as if they asked themselves; they are told.'], findPerson: ['工号或姓名', 'Staff number or name'], added: ['已登记：{state}', 'Entered: {state}'], choosePerson: ['请选择会员', 'Please choose a member'], noPerson: ['没有找到会员', 'Nobody found'],
  list: ['名单', 'Who has what'], noList: ['还没有人', 'Nobody yet'], noListHint: ['开放后，报名或领取的人会出现在这里。', 'Whoever asks for a place stands here once it is open.'], findList: ['姓名、工号或具体项', 'Name, staff number or thing'], anyState: ['全部状态', 'Any state'], owedOnly: ['只看待退款', 'To be refunded only'],
  personName: ['姓名', 'Name'], personNumber: ['工号', 'Staff number'], at: ['登记时间', 'Asked at'], handed: ['交付', 'Handed over'], money: ['款项', 'Money'], acts: ['操作', 'Actions'],
  remove: ['取消名额', 'Take away'], removeOf: ['取消{name}的名额', 'Take away the place of “{name}”'], removeHint: ['本人会收到通知和原因。', 'The person is told, with the reason.'], reason: ['原因', 'Reason'], removed: ['已取消', 'Taken away'],
  handOver: ['交付', 'Hand over'], handOverAsk: ['交付给{name}？', 'Hand over to “{name}”?'], handOverMoney: ['已当面收款 {amount}', '{amount} was taken'], handOverDone: ['已交付', 'Handed over'], undo: ['撤销', 'Undo'], undoOf: ['撤销{name}的交付', 'Take back the hand-over to “{name}”'], undone: ['已撤销', 'Taken back'],
  refunded: ['登记已退款', 'Note the refund'], refundedAsk: ['已把 {amount} 退还给{name}？', 'Was {amount} returned to “{name}”?'], refundedDone: ['已登记退款', 'Refund noted'], unpaid: ['未付 {amount}', '{amount} unpaid'], toRefund: ['待退 {amount}', 'Refund {amount}'],
  scanner: ['扫码', 'Scan'], sheet: ['签字名单', 'List to sign'], sign: ['签字', 'Signature'], back: ['返回', 'Back'], printIt: ['打印', 'Print'], sheetMore: ['共 {total} 人，这里是前 {n} 人。', '{total} in all; these are the first {n}.'], screenTitle: ['名额与名单', 'Places'], goOffer: ['活动详情', 'What it is'], peopleN: ['{n} 人', '{n} {n:person|people}'],
  stOpens: ['{time} 开始', 'Opens {time}'], stOn: ['进行中，{time} 止', 'Open until {time}'], stOver: ['已结束', 'Over'], stDraft: ['筹备中', 'Being prepared'], stCancelled: ['已取消', 'Cancelled'],
});
