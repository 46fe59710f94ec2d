/** One step of a told letter: so many days before the first start, at a time of day, by somebody (nobody = by follow-up code). */
export type ToldStep = { step: string; day: number; time: string; by?: string; text?: string; assignee?: string; rating?: number };

/** A letter of the demonstration. `by` null = anonymous. */
export type Told = {
  union: string; by: string | null; hidden?: boolean; title: string; text: string; category: string; place?: string; channel?: string;
  day: number; time: string; steps: ToldStep[];
  published?: { day: number; by: string; question: string; answer: string };
};

const HB = 'HB';

export const LETTERS: readonly Told[] = [
  {
    union: HB, by: 'lisen', title: '在北京缴纳社保的请求', category: 'insurance', hidden: true, day: 9, time: '08:12',
    text: '我在北京工作十年了，社保一直在外地缴。每去一家医院就要办一张就诊卡，门诊费用也报不了；孩子上幼儿园，比父母有北京社保的同学贵几倍。分公司里跟我一样的同事不少，能不能让大家自己选在哪里缴？',
    steps: [
      { step: 'accept', day: 8, time: '09:40', by: 'clerk' },
      { step: 'assign', day: 8, time: '09:52', by: 'gao', assignee: 'hr', text: '请人力资源部比较两地缴纳的利弊，算清个人和公司各承担多少，一周内给我。' },
      { step: 'report', day: 3, time: '16:05', by: 'hr', text: '两地政策对照表和费用测算已完成，拟同意职工在两地中自选，每年可变更一次。材料两份已交综合办公室。' },
    ],
  },
  {
    union: HB, by: 'HB-HE02#2', title: '项目部食堂口味太单一', category: 'living', place: '雄安启动区项目部', day: 9, time: '19:26',
    text: '项目上来自七个省的人都有，食堂顿顿一个味道，辣的吃不了，不辣的吃不惯。能不能换换厨师，或者每周换一次菜单？',
    steps: [{ step: 'accept', day: 8, time: '10:10', by: 'clerk' }, { step: 'assign', day: 8, time: '10:30', by: 'gao', assignee: 'life', text: '请先了解其他项目部是不是也有同样的情况。' }],
  },
  {
    union: HB, by: 'HB-TJ01#1', title: '食堂早餐开得太晚，赶不上早班', category: 'living', place: '天津滨海项目部', day: 8, time: '20:41',
    text: '我们六点半就要上工，食堂六点四十才开门，很多人只能空着肚子上架子，不安全。希望提前半小时。',
    steps: [{ step: 'accept', day: 7, time: '09:05', by: 'clerk' }],
  },
  {
    union: HB, by: 'HB-LN01#4', title: '食堂能不能做点家乡菜', category: 'living', place: '沈阳浑南项目部', day: 6, time: '12:52',
    text: '食堂师傅手艺不错，可是只会做本地菜。我们班组大半是南方人，想吃口米粉。别的项目部听说有南方师傅，能不能轮换一下？',
    steps: [{ step: 'accept', day: 5, time: '09:15', by: 'clerk' }],
  },
  {
    union: HB, by: 'wang', title: '冬季施工的防寒手套不够用', category: 'safety', place: '北京亦庄项目部', day: 5, time: '07:48',
    text: '天冷了，发的手套一个星期就磨破，自己买的又不合规。希望按工种多发两副，电焊的要阻燃的。',
    steps: [
      { step: 'accept', day: 4, time: '09:20', by: 'clerk' },
      { step: 'ask', day: 4, time: '09:25', by: 'clerk', text: '请问你们班组一共多少人、都是什么工种？我们好按数量去领。' },
      { step: 'say', day: 3, time: '18:30', by: 'wang', text: '一共十六个人，电焊六个、管道八个、起重两个。' },
      { step: 'answer', day: 1, time: '15:10', by: 'gao', text: '已与安全环保部商定：从本月起防寒手套每人每月两副，电焊工发阻燃手套。第一批下周一送到项目部，由班组长签领。' },
    ],
  },
  {
    union: HB, by: 'wang', title: '希望项目部装一台热水器', category: 'living', place: '北京亦庄项目部', day: 62, time: '21:03',
    text: '下班一身汗，只有一个热水器，四十多人排队要等一个小时。希望再装两台。',
    steps: [
      { step: 'accept', day: 61, time: '09:15', by: 'clerk' },
      { step: 'assign', day: 61, time: '09:30', by: 'gao', assignee: 'life' },
      { step: 'answer', day: 55, time: '14:20', by: 'gao', text: '两台八十升热水器已采购，五天内安装完毕；浴室开放时间延长到晚上十一点。' },
      { step: 'rate', day: 53, time: '20:11', by: 'wang', rating: 5, text: '装好了，谢谢！' },
    ],
    published: { day: 50, by: 'clerk', question: '项目部只有一台热水器，下班后排队时间太长，能不能多装几台？', answer: '已在该项目部加装两台热水器，浴室开放时间延长到晚上十一点；其他项目部人均不足的，综合办公室一并补齐。' },
  },
  {
    union: HB, by: 'HB-BJ02#0', title: '租房能不能领住房补贴', category: 'living', place: '北京顺义项目部', day: 120, time: '13:37',
    text: '公司只有免费集体宿舍和完全自费租房两种。成了家的同事都想在外面住，能不能折成住房补贴，让大家自己选？',
    steps: [
      { step: 'accept', day: 119, time: '10:02', by: 'clerk' },
      { step: 'assign', day: 119, time: '10:20', by: 'gao', assignee: 'hr', text: '请结合各项目部租金水平拿一个方案。' },
      { step: 'report', day: 112, time: '17:00', by: 'hr', text: '已征求十二个项目部意见，八成愿意领补贴自租。' },
      { step: 'answer', day: 110, time: '11:00', by: 'gao', text: '新的住宿办法已提交职代会团组长联席会议：可选集体宿舍，也可按月领取住房补贴；公司承担中介费并垫付押金。六月底起执行。' },
      { step: 'rate', day: 109, time: '19:20', by: 'HB-BJ02#0', rating: 5 },
      { step: 'confirm', day: 80, time: '12:30', by: 'HB-BJ02#0', rating: 5, text: '补贴已经领到三个月了。' },
    ],
    published: { day: 105, by: 'clerk', question: '在外租房的职工能否领取住房补贴？', answer: '可以。新办法实行后，职工可在集体宿舍和住房补贴之间自选，中介费由公司承担，押金由公司垫付。' },
  },
  {
    union: HB, by: null, title: '有班组长让人代打卡', category: 'management', place: '唐山曹妃甸项目部', day: 7, time: '22:16',
    text: '我们这里有的班组长人不在，让徒弟代打卡，工时照拿。说了怕被穿小鞋，只能匿名写信，请工会想想办法。',
    steps: [{ step: 'accept', day: 6, time: '09:30', by: 'gao' }, { step: 'ask', day: 6, time: '09:41', by: 'gao', text: '谢谢您反映。方便说说大概是哪个区域、什么时间段吗？不需要说名字。' }, { step: 'say', day: 5, time: '23:02', text: '二标段夜班，一般是周五和周六。' }],
  },
  {
    union: HB, by: null, title: '夜班补贴两个月没有发', category: 'pay', place: '大同数据中心项目部', day: 34, time: '01:20',
    text: '九月和十月的夜班补贴到现在都没有发，问了几次都说在走流程。',
    steps: [
      { step: 'accept', day: 33, time: '09:10', by: 'clerk' },
      { step: 'assign', day: 33, time: '09:35', by: 'gao', assignee: 'hr' },
      { step: 'answer', day: 28, time: '10:40', by: 'gao', text: '经查是考勤表迟报造成的，两个月的夜班补贴已于昨日一并打入工资卡。今后考勤表每月三日前必须报到。' },
      { step: 'rate', day: 27, time: '21:45', rating: 4 },
    ],
  },
  {
    union: HB, by: 'HB-JL01#3', title: '探亲假路费怎么报', category: 'time', place: '长春汽开区项目部', day: 46, time: '12:10',
    text: '一年回家四次，路费标准是哪一年的？高铁二等座现在报不全。',
    steps: [
      { step: 'accept', day: 45, time: '14:00', by: 'clerk' },
      { step: 'answer', day: 41, time: '09:50', by: 'gao', text: '现行标准是按硬卧报销。已请财务按高铁二等座重新核定，新标准下月起执行。' },
      { step: 'dispute', day: 40, time: '20:20', by: 'HB-JL01#3', text: '那今年前面三次多花的钱呢？能不能补？' },
      { step: 'answer', day: 34, time: '16:30', by: 'gao', text: '已同意今年内的探亲路费按新标准补差，请把票据交项目部综合员。' },
      { step: 'rate', day: 33, time: '18:00', by: 'HB-JL01#3', rating: 5 },
    ],
  },
  {
    union: HB, by: 'HB-SX01#0', title: '想学焊工高级证', category: 'growth', place: '太原综改区项目部', day: 2, time: '20:05',
    text: '我有焊工中级证三年了，想考高级，公司能不能统一组织培训，考过了学费能报多少？', steps: [],
  },
  {
    union: HB, by: 'HB-NM01#1', title: '宿舍没有晾衣服的地方', category: 'living', place: '呼和浩特和林格尔项目部', day: 1, time: '19:50',
    text: '宿舍走廊不让晾，外面风沙大，衣服总是脏的。希望搭一个带顶的晾衣棚。', steps: [],
  },
  {
    union: HB, by: 'HB-HL01#2', title: '取暖费补贴标准', category: 'pay', place: '哈尔滨松北项目部', day: 15, time: '08:30',
    text: '哈尔滨供暖期六个月，现在的取暖补贴只按四个月算。',
    steps: [{ step: 'accept', day: 14, time: '09:00', by: 'clerk' }, { step: 'assign', day: 14, time: '09:12', by: 'gao', assignee: 'hr' }],
  },
  {
    union: HB, by: 'HB-BJ03#2', title: '项目部没有网络，晚上没法跟孩子视频', category: 'living', place: '北京通州项目部', day: 88, time: '22:10',
    text: '板房里信号只有一格，晚上想跟孩子视频都不行。',
    steps: [
      { step: 'accept', day: 87, time: '09:05', by: 'clerk' },
      { step: 'answer', day: 83, time: '15:45', by: 'gao', text: '已与运营商协调，项目部生活区装无线网络，月底前开通，费用由项目部承担。' },
      { step: 'rate', day: 82, time: '21:00', by: 'HB-BJ03#2', rating: 3 },
    ],
  },
  {
    union: HB, by: 'HB-LN02#1', title: '公司的车能不能借来接家属', category: 'other', place: '大连金普项目部', day: 22, time: '18:40',
    text: '家属来探亲，火车站离项目部五十公里，能不能借项目部的车接一下？',
    steps: [{ step: 'decline', day: 21, time: '10:15', by: 'gao', text: '公务车按规定不能用于私人接送。探亲家属的接站可以走工会的探亲服务，由综合员统一叫车，费用从工会经费列支，请直接联系综合员登记。' }],
  },
  {
    union: HB, by: 'HB-HE01#5', title: '打听一下年底抽奖', category: 'other', place: '石家庄正定项目部', day: 13, time: '12:20',
    text: '今年年底还有没有抽奖活动？去年的电饭煲很好用。', steps: [{ step: 'withdraw', day: 13, time: '13:05', by: 'HB-HE01#5' }],
  },
  {
    union: HB, by: 'HB-HE03#4', title: '高温津贴少发一个月', category: 'pay', place: '唐山曹妃甸项目部', day: 19, time: '09:18',
    text: '七八九三个月都在室外，只发了两个月的高温津贴。',
    steps: [
      { step: 'accept', day: 18, time: '09:00', by: 'clerk' },
      { step: 'answer', day: 14, time: '16:00', by: 'gao', text: '已核实九月份漏报，津贴随本月工资补发。' },
    ],
  },
  {
    union: 'MZ-JZ-AZ', by: 'HB-TJ02#0', title: '分包单位的工友能不能也进食堂', category: 'living', place: '天津西青项目部', day: 10, time: '20:00',
    text: '劳务分包的工友跟我们一起干活，却不能在食堂刷卡，只能买外卖，又贵又不卫生。', steps: [{ step: 'accept', day: 9, time: '11:00', by: 'up' }],
  },
  {
    union: 'HQ', by: 'HQ-CY#4', title: '冲压车间噪声太大', category: 'safety', place: '冲压二线', day: 12, time: '16:40',
    text: '二线新压机的噪声比老的大很多，戴耳塞一天下来耳朵也嗡嗡响。请测一测有没有超标。',
    steps: [{ step: 'accept', day: 11, time: '08:50', by: 'li' }, { step: 'assign', day: 11, time: '09:00', by: 'li', assignee: 'press', text: '请配合安全部门做一次噪声检测，结果公布在班组。' }],
  },
  {
    union: 'HQ', by: 'HQ-ZZ#9', title: '夜班食堂供应', category: 'living', place: '总装分厂', day: 3, time: '02:15', text: '夜班十二点以后只有泡面，希望有热饭。', steps: [],
  },
  {
    union: 'HQ', by: 'HQ-DN#7', title: '女职工更衣室太小', category: 'safety', hidden: true, place: '动能分厂', day: 40, time: '12:05',
    text: '更衣室只有十个柜子，现在有三十多位女职工，都挤在走廊换衣服。',
    steps: [
      { step: 'accept', day: 39, time: '09:00', by: 'li' },
      { step: 'answer', day: 35, time: '10:00', by: 'li', text: '已把隔壁资料室改为女更衣室，增加二十四个柜子，本月底启用。' },
      { step: 'rate', day: 34, time: '17:30', by: 'HQ-DN#7', rating: 5 },
    ],
    published: { day: 30, by: 'li', question: '女职工更衣室柜子不够，能否扩大？', answer: '已把相邻房间改为女更衣室，增加二十四个柜子，月底启用。' },
  },
  {
    union: 'MZ-JD-GT-PH', by: 'rider', title: '商场不让骑手从正门进', category: 'management', place: '金桥大厦', day: 4, time: '14:30',
    text: '送餐只能走货梯，高峰要等二十分钟，超时全扣我们的。能不能跟物业商量给骑手留一部电梯？', steps: [{ step: 'accept', day: 3, time: '10:00', by: 'riders' }],
  },
  {
    union: 'MZ-JD-GT-PH', by: 'MZ-JD-GT-PH#3', title: '希望驿站晚上十点以后还开门', category: 'living', place: '顾塘驿站', day: 30, time: '22:40',
    text: '冬天夜里没地方躲风，驿站九点就关门了。',
    steps: [
      { step: 'accept', day: 29, time: '09:30', by: 'riders' },
      { step: 'answer', day: 25, time: '11:20', by: 'riders', text: '顾塘驿站从下周起开到凌晨一点，由街道工会安排志愿者值守，热水和微波炉照常。' },
      { step: 'rate', day: 25, time: '23:10', by: 'MZ-JD-GT-PH#3', rating: 5 },
    ],
  },
];
