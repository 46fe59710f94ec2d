import type { Category } from './clubs.sql.ts';

/** A club of the demonstration: whose, who keeps it, what it is, how it does. `every`: days between gatherings; `each`: yuan an attendance. */
export type Told = {
  readonly union: string; readonly officer: string; readonly name: string; readonly category: Category; readonly purpose: string; readonly meets: string; readonly place: string; readonly what: readonly string[];
  readonly members: number; readonly limit: number | null; readonly every: number; readonly share: number; readonly stars: number; readonly each: number;
};
const hq = { union: 'HQ', officer: 'li' } as const;
const city = { union: 'MZ', officer: 'city' } as const;

export const TOLD: readonly Told[] = [
  { ...hq, name: '羽毛球俱乐部', category: 'ball', purpose: '下班后一起打球，强身健体，每季度一次内部赛。', meets: '每周四 18:30 职工之家二楼', place: '职工之家二楼羽毛球馆', what: ['周四训练', '双打循环', '新手教学'], members: 46, limit: 46, every: 14, share: 55, stars: 5, each: 18 },
  { ...hq, name: '摄影协会', category: 'arts', purpose: '用镜头记录车间和生活，每年办一次影展。', meets: '每月第二个周六', place: '厂区大门集合', what: ['外拍采风', '后期讲座', '作品点评'], members: 34, limit: null, every: 21, share: 45, stars: 5, each: 26 },
  { ...hq, name: '职工合唱团', category: 'music', purpose: '排练演出，代表厂里参加市里汇演。', meets: '每周二 17:45 礼堂', place: '职工礼堂', what: ['声部排练', '合排', '汇演准备'], members: 42, limit: 60, every: 14, share: 60, stars: 4, each: 12 },
  { ...hq, name: '书法社', category: 'arts', purpose: '临帖创作，春节为职工写春联。', meets: '每周三 18:00 书画室', place: '职工之家三楼书画室', what: ['楷书临帖', '行书创作', '春联义写'], members: 22, limit: 25, every: 21, share: 50, stars: 5, each: 15 },
  { ...hq, name: '健步走协会', category: 'fitness', purpose: '日行万步，劳逸结合。', meets: '每周六 7:30 环湖步道', place: '明湖步道起点', what: ['环湖健步', '登山步道', '夜走'], members: 58, limit: null, every: 14, share: 35, stars: 4, each: 8 },
  { ...hq, name: '骑行俱乐部', category: 'outdoor', purpose: '绿色出行，结伴骑行，安全第一。', meets: '双周周日', place: '厂区东门', what: ['周末骑行', '长途拉练', '修车课堂'], members: 27, limit: 30, every: 21, share: 40, stars: 4, each: 32 },
  { ...hq, name: '太极拳社', category: 'fitness', purpose: '工间练拳，调理身心，老师傅带新人。', meets: '每天 7:10 广场', place: '厂前广场', what: ['二十四式', '推手', '工间操'], members: 31, limit: null, every: 14, share: 50, stars: 5, each: 5 },
  { ...hq, name: '象棋协会', category: 'board', purpose: '以棋会友，月月有赛。', meets: '每周五午休', place: '总装分厂活动室', what: ['月赛', '让子棋', '残局讲解'], members: 19, limit: null, every: 28, share: 45, stars: 4, each: 10 },
  { ...hq, name: '乒乓球俱乐部', category: 'ball', purpose: '国球人人会打，车间对抗赛。', meets: '每周一 18:00', place: '职工之家一楼', what: ['周一训练', '车间对抗'], members: 38, limit: 40, every: 14, share: 45, stars: 4, each: 14 },
  { ...hq, name: '篮球俱乐部', category: 'ball', purpose: '厂篮球队和爱好者的家。', meets: '每周六 16:00', place: '厂篮球场', what: ['分组对抗', '体能训练'], members: 29, limit: 36, every: 21, share: 40, stars: 4, each: 45 },
  { ...hq, name: '读书会', category: 'reading', purpose: '每月共读一本书，交流心得。', meets: '每月最后一个周五', place: '职工书屋', what: ['共读分享', '作家见面', '漂流书架'], members: 24, limit: null, every: 30, share: 50, stars: 5, each: 22 },
  { ...hq, name: '烘焙手工社', category: 'craft', purpose: '学做点心和手工，送给家人和困难职工。', meets: '每月两次', place: '职工之家厨房', what: ['戚风蛋糕', '中秋月饼', '编织'], members: 20, limit: 20, every: 21, share: 65, stars: 5, each: 55 },
  { ...hq, name: '志愿服务队', category: 'volunteer', purpose: '敬老助残，文明交通，技能进社区。', meets: '每月第一个周末', place: '顾塘街道', what: ['敬老院服务', '家电义修', '文明劝导'], members: 33, limit: null, every: 28, share: 45, stars: 5, each: 9 },
  { ...hq, name: '钓鱼协会', category: 'outdoor', purpose: '休闲垂钓，比赛交流。', meets: '每月一次', place: '青禾农场', what: ['休闲垂钓', '积分赛'], members: 16, limit: null, every: 45, share: 40, stars: 3, each: 120 },
  { union: 'HB', officer: 'gao', name: '项目部足球社', category: 'ball', purpose: '工地上的足球队，十一人制和五人制都踢。', meets: '每周日下午', place: '市体育公园', what: ['五人制', '友谊赛'], members: 23, limit: 30, every: 21, share: 50, stars: 4, each: 38 },
  { ...city, name: '全市职工登山协会', category: 'outdoor', purpose: '带职工走遍明州的山。', meets: '每月第三个周日', place: '云台山门口', what: ['云台山', '古道徒步'], members: 64, limit: 80, every: 30, share: 40, stars: 5, each: 20 },
  { ...city, name: '职工交响管乐团', category: 'music', purpose: '各行业爱好者组成的业余乐团。', meets: '每周三晚', place: '市工人文化宫', what: ['分部排练', '合排', '公益演出'], members: 35, limit: 45, every: 14, share: 55, stars: 5, each: 28 },
  { ...city, name: '骑手互助跑团', category: 'fitness', purpose: '骑手兄弟一起跑步拉伸，少些腰腿痛。', meets: '每周一上午', place: '顾塘街道骑手驿站', what: ['晨跑', '拉伸课'], members: 26, limit: null, every: 21, share: 45, stars: 4, each: 11 },
];

/** What is not running: how far each came. */
export const OTHERS = [
  { state: 'gathering', name: '桌游社', category: 'board', purpose: '午休和周末一起玩桌游，认识新同事。', confirmed: 7, invited: 3, text: '' },
  { state: 'submitted', name: '无人机爱好者协会', category: 'craft', purpose: '学习航拍和飞行规则，给厂里拍宣传片。', confirmed: 11, invited: 1, text: '' },
  { state: 'returned', name: '瑜伽社', category: 'fitness', purpose: '午间瑜伽，缓解肩颈劳损。', confirmed: 10, invited: 2, text: '请补充场地和教练资质，再提交。' },
  { state: 'declined', name: '越野车俱乐部', category: 'outdoor', purpose: '周末越野穿越。', confirmed: 10, invited: 0, text: '风险较高，且与会费使用规定不符，建议参加骑行俱乐部。' },
  { state: 'withdrawn', name: '台球社', category: 'ball', purpose: '下班打台球。', confirmed: 4, invited: 8, text: '' },
  { state: 'suspended', name: '游泳俱乐部', category: 'fitness', purpose: '夏季游泳，学会自救。', confirmed: 15, invited: 0, text: '泳池检修，恢复时间另行通知。' },
  { state: 'dissolved', name: '集邮协会', category: 'craft', purpose: '邮票交流和讲座。', confirmed: 12, invited: 0, text: '连续一年没有活动，经会员同意解散。' },
] as const;

export const CHARTER = '第一条 自愿加入，自愿退出，会员一律平等。\n第二条 负责人由会员推举，任期两年。\n第三条 活动安全第一，室外活动须有领队和预案。\n第四条 经费专款专用，凭票登记，每年公布。\n第五条 每年十二月提交年度总结。';
export const COMMENTS: readonly string[] = ['', '', '', '组织得好', '很开心，下次还来', '', '学到不少', '场地有点挤', '', '认识了新朋友'];
