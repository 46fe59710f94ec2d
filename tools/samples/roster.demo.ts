/** What the sample rosters are made of: invented people of an invented company, and the faults of the dirty one. */

export const COMPANY = '东海重工';
/** Branch unions of the sample company; they must exist below the union a sample is imported into. */
export const UNITS = ['一分公司工会', '二分公司工会', '三分公司工会', '铸造车间工会', '物流中心工会', '技术中心工会'] as const;
export const UNKNOWN_UNITS = ['七分公司工会', '北方办事处工会', '后勤处'] as const;

/** How many rows carry each fault. A row carries one at most, so the sums below hold. */
export const PLANTED = {
  /** rows that cannot be taken */
  refused: {
    wrongCheckDigit: 60,
    impossibleBirthInId: 15,
    duplicateInSheet: 35,
    idKeptAsNumber: 45,
    badPhone: 50,
    unknownUnit: 30,
    impossibleDate: 25,
    missingName: 20,
    missingId: 20,
  },
  /** rows that are taken once they are tidied */
  tidied: {
    fullWidthDigits: 70,
    fifteenDigitId: 40,
    lowerCaseX: 60,
    spacedName: 55,
    serialNumberDate: 80,
    dateWithSlashes: 30,
    dateWithDots: 30,
    dateOfEightDigits: 30,
    dateInChinese: 30,
    dateWithTime: 30,
    formulaCell: 60,
  },
  /** rows in between that are no people */
  between: { emptyRow: 120, headingAgain: 4, note: 3 },
} as const;

export type Fault = keyof typeof PLANTED.refused | keyof typeof PLANTED.tidied;

export const faultLabels: Readonly<Record<Fault | keyof typeof PLANTED.between, string>> = {
  wrongCheckDigit: '身份证校验位不符 / ID check character wrong',
  impossibleBirthInId: '身份证中的出生日期不存在 / birth date inside the ID number does not exist',
  duplicateInSheet: '表内重复的人（第二次出现） / the same person a second time',
  idKeptAsNumber: '身份证存成数字、尾数丢失 / ID number kept as a number, digits lost',
  badPhone: '手机号码错误 / wrong mobile number',
  unknownUnit: '不存在的工会 / unknown union',
  impossibleDate: '不可能的日期（入会日期） / impossible date (joined on)',
  missingName: '缺姓名 / no name',
  missingId: '缺证件号码 / no ID number',
  fullWidthDigits: '全角数字 / full-width digits',
  fifteenDigitId: '15 位老身份证 / 15-digit ID number',
  lowerCaseX: '小写 x / lower-case x',
  spacedName: '姓名带空格 / name with spaces',
  serialNumberDate: '日期变成序列数 / date as a bare serial number',
  dateWithSlashes: '日期写成 2019/3/5 / date written with slashes',
  dateWithDots: '日期写成 2019.03.05 / date written with dots',
  dateOfEightDigits: '日期写成 20190305 / date of eight digits',
  dateInChinese: '日期写成 2019年3月5日 / date in Chinese',
  dateWithTime: '日期带时间 / date with a time',
  formulaCell: '公式单元格（仅 .xlsx；.csv 中是值） / formula cell (.xlsx only; a value in the .csv)',
  emptyRow: '中间的空行 / empty row in between',
  headingAgain: '重复的表头行 / heading row again',
  note: '说明行 / note',
};

export const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文', '欧阳', '上官', '司马', '诸葛'];
export const GIVEN = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰文辉力建国志海波宁贵福生龙元全胜学祥才发武新利清飞彬富顺信子昌成康星光天达安岩中茂进林有坚和彪博诚先敬震振壮会思群豪心邦承乐绍功松善厚庆'];
export const UYGHUR_NAMES = ['阿依古丽·买买提', '艾力·吐尔逊', '古丽娜尔·热合曼', '买买提·艾山', '迪丽努尔·阿不都', '帕提古丽·艾则孜'];

/** Districts that were dissolved long ago: their numbers stay valid, and nothing points at a living district. */
export const REGIONS = ['310103', '310108', '310119', '310106', '320202', '320103', '320107', '330126', '370205', '110103', '110104', '120107', '420301', '440125', '510102', '610122'];

export const POLITICAL = ['群众', '群众', '群众', '群众', '中共党员', '中共党员', '共青团员', '中共预备党员', '民盟盟员', '九三学社社员'];
export const EDUCATION = ['初中', '高中', '中专', '大专', '大专', '本科', '本科', '硕士研究生'];
export const SKILL = ['', '初级工', '中级工', '高级工', '技师', '高级技师'];
export const TITLES = ['', '', '', '', '助理工程师', '工程师', '高级工程师', '会计师'];
export const HOUSEHOLD = ['农业', '非农业', '居民户口'];
export const EMPLOYMENT = ['劳动合同制', '劳动合同制', '劳动合同制', '劳务派遣', '灵活就业'];
export const DEPARTMENTS = ['总装', '质检', '仓储', '设备', '行政', '研发'];
export const JOBS = ['焊工', '钳工', '电工', '铸造工', '叉车工', '检验员', '工程师', '文员'];
export const HONOURS = ['全国劳模', '省级', '市级', '企业级'];
export const POSTS = ['工会小组长', '女工委员', '宣传委员', '经审委员'];
export const NEW_FORM = ['货车司机', '快递员', '网约车司机', '外卖配送员'];
export const OTHER_ETHNICITIES = ['回族', '满族', '蒙古族', '壮族', '苗族', '土家族', '朝鲜族'];

/** One invented person, complete and right. Dates `YYYY-MM-DD`. */
export type Sample = {
  number: number; name: string; sex: string; ethnicity: string; birth: string; idKind: string; id: string; phone: string; political: string;
  education: string; degree: string; skill: string; title: string; household: string; migrant: string; newForm: string; newFormJob: string; honour: string;
  uscc: string; department: string; job: string; employment: string; employedOn: string; contractTo: string; union: string; joinedOn: string;
  card: string; post: string; dues: string; state: string; note: string; size: string;
};

/** A column: its heading and which value stands in it; `as` is how the clean .xlsx types it. */
export type SampleColumn = { readonly heading: string; readonly of: keyof Sample; readonly as?: 'number' | 'date' };

/** Columns of the clean roster; the first and the last two belong to nobody's real-name fields. */
export const CLEAN_COLUMNS: readonly SampleColumn[] = [
  { heading: '序号', of: 'number', as: 'number' }, { heading: '姓名', of: 'name' }, { heading: '性别', of: 'sex' }, { heading: '民族', of: 'ethnicity' },
  { heading: '出生日期', of: 'birth', as: 'date' }, { heading: '证件类型', of: 'idKind' }, { heading: '证件号码', of: 'id' }, { heading: '手机号码', of: 'phone', as: 'number' },
  { heading: '政治面貌', of: 'political' }, { heading: '学历', of: 'education' }, { heading: '学位', of: 'degree' }, { heading: '技能等级', of: 'skill' },
  { heading: '专业技术职称', of: 'title' }, { heading: '户籍类型', of: 'household' }, { heading: '是否农民工', of: 'migrant' },
  { heading: '是否新就业形态劳动者', of: 'newForm' }, { heading: '新就业形态职业', of: 'newFormJob' }, { heading: '劳模等级', of: 'honour' },
  { heading: '单位统一社会信用代码', of: 'uscc' }, { heading: '部门', of: 'department' }, { heading: '岗位', of: 'job' }, { heading: '用工形式', of: 'employment' },
  { heading: '入职日期', of: 'employedOn' }, { heading: '合同到期日期', of: 'contractTo' }, { heading: '所属工会', of: 'union' },
  { heading: '入会日期', of: 'joinedOn', as: 'date' }, { heading: '会员证号', of: 'card' }, { heading: '工会职务', of: 'post' }, { heading: '会费标准', of: 'dues' },
  { heading: '会籍状态', of: 'state' }, { heading: '工作服尺码', of: 'size' }, { heading: '备注', of: 'note' },
];

/** The dirty one names them otherwise and in another order. */
export const DIRTY_COLUMNS: readonly SampleColumn[] = [
  { heading: '编号', of: 'number' }, { heading: '工会名称', of: 'union' }, { heading: '所在部门\n（车间）', of: 'department' }, { heading: '姓  名', of: 'name' },
  { heading: '联系电话（必填）', of: 'phone' }, { heading: '*公民身份号码', of: 'id' }, { heading: '证件种类', of: 'idKind' }, { heading: '男/女', of: 'sex' },
  { heading: '族别', of: 'ethnicity' }, { heading: '加入工会时间', of: 'joinedOn' }, { heading: '工种', of: 'job' }, { heading: '文化程度', of: 'education' },
  { heading: '最高学位', of: 'degree' }, { heading: '政治面目', of: 'political' }, { heading: '职业资格等级', of: 'skill' }, { heading: '职称', of: 'title' },
  { heading: '户口性质', of: 'household' }, { heading: '进城务工人员', of: 'migrant' }, { heading: '新业态', of: 'newForm' }, { heading: '新业态类别', of: 'newFormJob' },
  { heading: '劳动模范', of: 'honour' }, { heading: '用人单位统一社会信用代码', of: 'uscc' }, { heading: '用工性质', of: 'employment' },
  { heading: '进厂时间', of: 'employedOn' }, { heading: '劳动合同到期时间', of: 'contractTo' }, { heading: '出生年月日', of: 'birth' }, { heading: '会员卡号', of: 'card' },
  { heading: '工会任职', of: 'post' }, { heading: '会费', of: 'dues' }, { heading: '会员状态', of: 'state' }, { heading: '健康状况', of: 'size' }, { heading: '备注', of: 'note' },
];

export const TITLE_ROWS = [`${COMPANY}工会会员实名制花名册`, '填表单位：东海重工工会（样例，人员均为虚构）'];
export const NOTES = ['合 计', '填表人：样例', '注：本表由程序生成，人员均为虚构'];

/** The name of the clean roster's one sheet. */
export const CLEAN_SHEET = '会员';
