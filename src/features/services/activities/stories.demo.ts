import type { Kind } from './activities.rules.ts';

/** What took place again and again over the year: what, where, for how many, what it cost. */
export type Told = { readonly kind: Kind; readonly title: string; readonly about: string; readonly place: string; readonly places: number; readonly hours: number; readonly family: number; readonly costs: readonly (readonly [item: string, yuan: number])[] };

export const TOLD: readonly Told[] = [
  { kind: 'sport', title: '工间羽毛球双打赛', about: '自由组队，循环赛制，备有球和饮用水。', place: '职工之家二楼羽毛球馆', places: 24, hours: 3, family: 0, costs: [['场地', 480], ['羽毛球', 360], ['纪念毛巾', 720]] },
  { kind: 'culture', title: '职工书法体验课', about: '零基础也可以来，笔墨纸砚都准备好了，请来了区书协的老师。', place: '职工之家三楼书画室', places: 20, hours: 2, family: 0, costs: [['教师课酬', 600], ['笔墨纸张', 380]] },
  { kind: 'family', title: '亲子烘焙下午', about: '和孩子一起做曲奇和纸杯蛋糕，做好的带回家。请家长全程陪同。', place: '社区烘焙教室', places: 24, hours: 3, family: 2, costs: [['材料', 1680], ['场地', 400]] },
  { kind: 'outing', title: '湿地公园春秋游', about: '上午观鸟，中午自带简餐，下午徒步环湖五公里，当日往返。', place: '明湖湿地公园南门', places: 45, hours: 8, family: 1, costs: [['大巴', 2200], ['门票', 1350], ['意外险', 225]] },
  { kind: 'volunteer', title: '敬老院志愿服务日', about: '理发、量血压、修家电，有一技之长的同事请在报名时注明。', place: '顾塘街道敬老院', places: 15, hours: 4, family: 0, costs: [['慰问水果', 560], ['志愿者餐补', 300]] },
  { kind: 'learning', title: '急救员取证培训', about: '心肺复苏和 AED 实操，考核合格发证。', place: '公司培训中心 201', places: 30, hours: 7, family: 0, costs: [['教师课酬', 1800], ['考证费', 1500], ['教具', 260]] },
  { kind: 'talk', title: '夏日防中暑讲座', about: '市职业病防治院的医生来讲高温作业怎么防护，现场答疑。', place: '总装分厂会议室', places: 40, hours: 2, family: 0, costs: [['讲课费', 800], ['饮用水', 120]] },
  { kind: 'sport', title: '环湖健步走', about: '沿湖步道六公里，分三组出发，走完有纪念章。', place: '明湖步道起点', places: 60, hours: 3, family: 1, costs: [['纪念章', 900], ['饮用水', 180], ['意外险', 300]] },
  { kind: 'culture', title: '周末观影', about: '国产影片专场，每人一张票，不对号。', place: '明州影城 3 号厅', places: 50, hours: 2, family: 1, costs: [['包场', 1900]] },
  { kind: 'other', title: '单身职工联谊', about: '桌游和手作，按兴趣分组，面向三十五岁以下单身职工。', place: '港南科技园咖啡厅', places: 32, hours: 3, family: 0, costs: [['茶点', 860], ['手作材料', 640]] },
];

export const COMMENTS: readonly string[] = ['组织得很好，下次还来。', '时间安排再宽松一点就更好了。', '老师讲得细，学到了东西。', '孩子玩得很开心！', '签到很快，没有排队。', '地方有点远，希望安排大巴。', '', '', '', '认识了别的分厂的同事。', '水不太够。', '很实用，建议多办几期。'];
/** Which unions do how much: the code, and whose hand the demonstration uses. */
export const HOSTS = [['HQ', 'li'], ['HB', 'gao'], ['MZ-JD-GT', 'street'], ['MZ-JD-GT-PH', 'riders'], ['HQ', 'li'], ['MZ', 'city']] as const;
