import type { Word } from '#shared/words';
import { defineWords } from '#shared/words';

/** One value of an enumeration: the code that is stored, how it is shown, and what sheets write for it. */
export type Choice<C extends string = string> = { readonly code: C; readonly label: Word; readonly names: readonly string[] };

/** A list of choices from `code: [Chinese, English, …further names in sheets]`. The Chinese label is a name too. */
function choices<C extends string>(part: string, rows: Readonly<Record<C, readonly [zh: string, en: string, ...names: string[]]>>): readonly Choice<C>[] {
  const codes = Object.keys(rows) as C[];
  const labels: Readonly<Record<string, Word>> = defineWords(part, Object.fromEntries(codes.map((code) => [code, [rows[code][0], rows[code][1]] as const])));
  return codes.map((code) => ({ code, label: labels[code] as Word, names: rows[code] }));
}

export const sexes = choices('sexes', {
  male: ['男', 'Male', '男性', '先生', 'm', '1'],
  female: ['女', 'Female', '女性', '女士', 'f', '2'],
});

/** Yes and no as sheets tick them. */
export const answers = choices('answers', {
  yes: ['是', 'Yes', '有', '√', '✓', '✔', '对', 'y', 'true', '1', '√是'],
  no: ['否', 'No', '无', '不是', '×', '✗', '非', 'n', 'false', '0', '没有', '-', '/'],
});

export const politicalStatuses = choices('politicalStatuses', {
  party: ['中共党员', 'Party member', '党员', '共产党员', '中国共产党党员', '中共正式党员', '正式党员', '01'],
  probationary: ['中共预备党员', 'Probationary Party member', '预备党员', '中国共产党预备党员', '02'],
  league: ['共青团员', 'Youth League member', '团员', '中国共产主义青年团团员', '03'],
  revolutionaryCommittee: ['民革党员', 'Member of the Revolutionary Committee', '民革', '民革会员', '04'],
  democraticLeague: ['民盟盟员', 'Member of the Democratic League', '民盟', '05'],
  nationalConstruction: ['民建会员', 'Member of the National Construction Association', '民建', '06'],
  promotingDemocracy: ['民进会员', 'Member of the Association for Promoting Democracy', '民进', '07'],
  peasantsAndWorkers: ['农工党党员', 'Member of the Peasants’ and Workers’ Party', '农工党', '农工', '08'],
  zhiGong: ['致公党党员', 'Member of the Zhi Gong Party', '致公党', '致公', '09'],
  jiuSan: ['九三学社社员', 'Member of the Jiu San Society', '九三学社', '九三', '10'],
  taiwanLeague: ['台盟盟员', 'Member of the Taiwan Democratic Self-Government League', '台盟', '11'],
  nonParty: ['无党派人士', 'Without party affiliation', '无党派', '无党派民主人士', '12'],
  masses: ['群众', 'None', '普通群众', '无', '13', '一般群众', '群众(无)'],
});

export const educations = choices('educations', {
  doctoral: ['博士研究生', 'Doctoral studies', '博士', '博士后', '博士毕业'],
  master: ['硕士研究生', 'Master’s studies', '硕士', '研究生', '研究生及以上', '硕士毕业', '在职研究生'],
  bachelor: ['大学本科', 'Undergraduate', '本科', '大学', '大本', '全日制本科', '本科毕业', '在职本科'],
  college: ['大学专科', 'College', '大专', '专科', '高职', '高等职业', '大专毕业'],
  vocational: ['中等专科', 'Secondary vocational', '中专', '中技', '技校', '职高', '技工学校', '中职', '职业高中', '中等职业教育', '中专(技校)'],
  highSchool: ['高中', 'High school', '普通高中', '高中毕业', '高中及以下'],
  juniorHigh: ['初中', 'Junior high school', '初中毕业', '初级中学', '初中及以下'],
  primary: ['小学', 'Primary school', '小学毕业', '小学及以下'],
  other: ['其他', 'Other', '文盲', '半文盲', '文盲或半文盲', '无', '未上学'],
});

export const degrees = choices('degrees', {
  doctor: ['博士', 'Doctor', '博士学位', '名誉博士'],
  master: ['硕士', 'Master', '硕士学位'],
  bachelor: ['学士', 'Bachelor', '学士学位', '双学士'],
  none: ['无', 'None', '无学位', '-', '/'],
});

export const skillGrades = choices('skillGrades', {
  apprentice: ['学徒工', 'Apprentice', '学徒'],
  junior: ['初级工', 'Junior worker', '初级', '五级', '国家职业资格五级', '初级技工', '五级工'],
  intermediate: ['中级工', 'Intermediate worker', '中级', '四级', '国家职业资格四级', '中级技工', '四级工'],
  senior: ['高级工', 'Senior worker', '高级', '三级', '国家职业资格三级', '高级技工', '三级工'],
  technician: ['技师', 'Technician', '二级', '国家职业资格二级', '二级工'],
  seniorTechnician: ['高级技师', 'Senior technician', '一级', '国家职业资格一级', '一级工'],
  specialTechnician: ['特级技师', 'Special technician'],
  chiefTechnician: ['首席技师', 'Chief technician'],
  none: ['无', 'None', '无等级', '未评', '-', '/'],
});

export const households = choices('households', {
  rural: ['农业', 'Rural', '农业户口', '农村', '农村户口', '农业户籍', '本市农业', '外埠农业', '外地农村', '本地农村', '农户', '农'],
  urban: ['非农业', 'Urban', '非农业户口', '非农', '城镇', '城镇户口', '城市', '非农户口', '本市城镇', '外埠城镇', '外地城镇', '本地城镇', '城镇居民'],
  unified: ['居民户口', 'Unified resident registration', '居民', '家庭户', '居民家庭户', '集体户', '统一居民户口'],
});

export const newFormJobs = choices('newFormJobs', {
  truckDriver: ['货车司机', 'Truck driver', '卡车司机', '货运司机', '网络货运司机', '货车驾驶员'],
  rideHailing: ['网约车司机', 'Ride-hailing driver', '网约车', '网约车驾驶员', '快车司机', '专车司机'],
  courier: ['快递员', 'Courier', '快递', '快递小哥', '快递配送员', '快递人员'],
  foodDelivery: ['外卖配送员', 'Food-delivery rider', '外卖员', '外卖', '骑手', '外卖骑手', '送餐员', '外卖小哥', '网约配送员', '外卖送餐员'],
  other: ['其他', 'Other', '其它', '网络主播', '主播', '家政服务员', '护工', '护理员', '代驾', '代驾司机', '保安员', '房产中介员', '商场信息员', '网约家政'],
});

export const honourGrades = choices('honourGrades', {
  national: ['全国劳模', 'National', '全国劳动模范', '全国', '全国级', '国家级', '全国先进工作者', '国家级劳模'],
  provincial: ['省部级劳模', 'Provincial or ministerial', '省级', '省部级', '省劳模', '省劳动模范', '省级劳模', '部级', '省级劳动模范'],
  city: ['市级劳模', 'City', '市级', '市劳模', '地市级', '市劳动模范', '地市级劳模'],
  county: ['县区级劳模', 'County or district', '区级', '县级', '县区级', '区县级', '区劳模', '县劳模'],
  enterprise: ['企业级劳模', 'Enterprise', '企业级', '公司级', '企业劳模', '公司劳模', '厂级'],
  medal: ['五一劳动奖章', 'May-1 labour medal', '全国五一劳动奖章', '五一奖章', '省五一劳动奖章'],
  none: ['无', 'None', '否', '不是', '-', '/', '非劳模'],
});

export const employmentForms = choices('employmentForms', {
  contract: ['劳动合同制', 'Labour contract', '合同制', '合同工', '合同', '劳动合同', '正式', '正式工', '正式员工', '固定期限', '无固定期限', '全日制', '固定期限劳动合同', '无固定期限劳动合同', '聘用', '聘用制', '合同制员工'],
  established: ['在编', 'Established post', '编制内', '事业编制', '公务员', '行政编制', '在编人员'],
  dispatched: ['劳务派遣', 'Dispatched', '派遣', '派遣工', '劳务派遣工', '派遣制', '派遣员工'],
  outsourced: ['劳务外包', 'Outsourced', '外包', '业务外包', '外包人员'],
  flexible: ['灵活就业', 'Flexible', '灵活', '临时', '临时工', '非全日制', '兼职', '零工', '自由职业', '个体', '季节工', '小时工', '劳务', '退休返聘', '返聘'],
  platform: ['平台用工', 'Platform', '平台', '新就业形态', '网络平台', '众包', '平台就业', '新业态'],
  other: ['其他', 'Other', '其它'],
});

/** Membership as rosters put it; `ended` is refused. */
export const memberStates = choices('memberStates', {
  active: ['在会', 'Active', '正常', '会员', '在册', '正式会员', '有效', '在籍', '是', '在职', '在岗', '工会会员'],
  reserved: ['保留会籍', 'Reserved', '保留', '退休', '内退', '离岗', '待岗', '离退休', '退休会员'],
  ended: ['已离会', 'Ended', '转出', '退会', '除名', '开除', '死亡', '去世', '注销', '离职', '已转出', '已退会', '非会员', '未入会', '否', '无效'],
});
