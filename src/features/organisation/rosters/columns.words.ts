import { defineWords } from '#shared/words';

/** The columns a roster may have: the real-name fields (会员实名制, rules.md §4.4) by the names they have here. */
export const fieldWords = defineWords('rosterFields', {
  name: ['姓名', 'Name'],
  sex: ['性别', 'Sex'],
  ethnicity: ['民族', 'Ethnicity'],
  birthDate: ['出生日期', 'Birth date'],
  idKind: ['证件类型', 'Document'],
  idNumber: ['证件号码', 'Document number'],
  phone: ['手机号码', 'Mobile'],
  email: ['电子邮箱', 'E-mail'],
  staffNumber: ['工号', 'Staff number'],
  politicalStatus: ['政治面貌', 'Political status'],
  education: ['学历', 'Education'],
  degree: ['学位', 'Degree'],
  skillGrade: ['技能等级', 'Skill grade'],
  professionalTitle: ['专业技术职称', 'Professional title'],
  household: ['户籍类型', 'Household registration'],
  migrant: ['是否农民工', 'Migrant worker'],
  newForm: ['新就业形态', 'New-form worker'],
  newFormJob: ['新就业形态职业', 'New-form occupation'],
  honourGrade: ['劳模等级', 'Model-worker grade'],
  unitName: ['单位名称', 'Workplace'],
  unitUscc: ['单位统一社会信用代码', 'Credit code of the workplace'],
  department: ['部门', 'Department'],
  job: ['岗位', 'Job'],
  employmentForm: ['用工形式', 'Form of employment'],
  employedOn: ['入职日期', 'Employed since'],
  contractTo: ['合同到期日期', 'Contract until'],
  unionName: ['所属工会', 'Union'],
  unionCode: ['工会组织代码', 'Union code'],
  joinedOn: ['入会日期', 'Member since'],
  cardNumber: ['会员证号', 'Member card number'],
  unionPost: ['工会职务', 'Post in the union'],
  duesStandard: ['会费标准', 'Dues'],
  state: ['会籍状态', 'Membership status'],
});

export type RosterField = keyof typeof fieldWords;

/** What sheets write above the columns. The longest name found wins, so that a short one may be part of a long one. */
export const headingNames: Readonly<Record<RosterField, readonly string[]>> = {
  name: ['姓名', '会员姓名', '职工姓名', '员工姓名', '人员姓名', '真实姓名', '名字', 'name', 'full name'],
  sex: ['性别', '男女', '男/女', 'sex', 'gender'],
  ethnicity: ['民族', '族别', 'ethnicity', 'ethnic group'],
  birthDate: ['出生日期', '出生年月日', '出生年月', '出生时间', '生日', '出生', 'birth date', 'date of birth', 'birthday'],
  idKind: ['证件类型', '证件类别', '证件种类', '证件名称', '有效证件类型', '身份证件类型', 'id type', 'document'],
  idNumber: [
    '证件号码', '身份证号', '身份证号码', '身份证', '证件号', '居民身份证号', '居民身份证号码', '公民身份号码', '公民身份证号码', '身份证件号码',
    '身份号码', '二代身份证', 'id number', 'id no', 'identity number', 'document number',
  ],
  phone: [
    '手机号码', '手机', '手机号', '移动电话', '联系电话', '联系方式', '电话', '电话号码', '本人电话', '本人手机', '联系手机', '手机电话', 'mobile', 'phone', 'telephone',
  ],
  email: ['电子邮箱', '邮箱', '电子邮件', '邮箱地址', 'email', 'e-mail'],
  staffNumber: ['工号', '员工编号', '职工编号', '员工号', '职工号', '人员编号', '员工代码', '人员工号', 'staff number', 'employee id'],
  politicalStatus: ['政治面貌', '政治面目', '党团情况', '政治身份', 'political status'],
  education: ['学历', '文化程度', '最高学历', '学历层次', '受教育程度', '文化水平', '学历程度', 'education'],
  degree: ['学位', '最高学位', '学位情况', 'degree'],
  skillGrade: ['技能等级', '职业技能等级', '技术等级', '职业资格等级', '工人技术等级', '技能级别', '职业资格', '技工等级', 'skill grade'],
  professionalTitle: ['专业技术职称', '职称', '技术职称', '专业技术职务', '职称等级', '专业技术资格', 'professional title'],
  household: ['户籍类型', '户口性质', '户籍性质', '户口类型', '户口类别', '户籍', '户籍类别', '户口', 'household'],
  migrant: ['是否农民工', '农民工', '农民工标识', '是否为农民工', '进城务工人员', '是否进城务工人员', 'migrant worker'],
  newForm: [
    '新就业形态', '是否新就业形态', '是否新就业形态劳动者', '新就业形态劳动者', '新业态', '是否新业态', '是否新业态人员', '新就业群体', 'new-form worker',
  ],
  newFormJob: ['新就业形态职业', '新就业形态类别', '新就业形态类型', '新业态职业', '新业态类别', '新业态工种', '八大群体', '新就业形态劳动者类别', 'new-form occupation'],
  honourGrade: ['劳模等级', '劳模', '劳动模范', '劳模级别', '劳模类别', '是否劳模', '劳模称号', '荣誉等级', 'model-worker grade'],
  unitName: ['单位名称', '工作单位', '单位', '用人单位', '所在单位', '企业名称', '公司名称', '所属单位', '用工单位', '用人单位名称', 'workplace', 'employer'],
  unitUscc: [
    '单位统一社会信用代码', '统一社会信用代码', '社会信用代码', '信用代码', '单位信用代码', '企业信用代码', '单位社会信用代码', 'uscc', 'credit code',
  ],
  department: ['部门', '所在部门', '科室', '车间', '所属部门', '工作部门', '部门/车间', '车间/部门', '班组', '部门名称', '处室', 'department'],
  job: ['岗位', '工作岗位', '工种', '职业', '职务', '岗位名称', '岗位/工种', '职业/工种', '从事岗位', '从事工种', 'job', 'position'],
  employmentForm: ['用工形式', '用工性质', '就业形式', '就业形态', '用工方式', '用工类型', '员工类型', '合同类型', '劳动关系', '人员性质', '就业状况', 'form of employment'],
  employedOn: [
    '入职日期', '入职时间', '参加工作时间', '参加工作日期', '进厂时间', '进单位时间', '入厂时间', '到岗时间', '合同开始日期', '合同起始日期', '入司时间', '进厂日期',
    '劳动合同开始时间', 'employed since',
  ],
  contractTo: [
    '合同到期日期', '合同到期日', '合同终止日期', '合同结束日期', '合同截止日期', '合同到期时间', '合同终止时间', '劳动合同到期时间', '合同期限至', 'contract until',
  ],
  unionName: ['所属工会', '工会名称', '所在工会', '基层工会', '所属分工会', '分工会', '工会组织名称', '工会组织', '所属基层工会', '分工会名称', '工会', 'union'],
  unionCode: ['工会组织代码', '工会编码', '工会代码', '工会组织编码', '组织编码', '组织代码', '工会编号', '所属工会编码', 'union code'],
  joinedOn: ['入会日期', '入会时间', '加入工会时间', '加入工会日期', '入会年月', '何时入会', 'member since', 'joined on'],
  cardNumber: ['会员证号', '会员证编号', '会员卡号', '会员号', '会员编号', '工会会员证号', '工会卡号', '会员证', '工会会员卡号', 'member card number'],
  unionPost: ['工会职务', '工会任职', '工会内职务', '担任工会职务', '会内职务', '工会岗位', 'post in the union'],
  duesStandard: ['会费标准', '会费', '缴费标准', '会费金额', '月会费', '会费缴纳标准', '缴纳会费', 'dues'],
  state: ['会籍状态', '会员状态', '会籍', '会籍情况', '会员类别', '在会状态', 'membership status'],
};

/** Headings of columns about somebody else, or about the sheet itself: never taken for one of ours by a part of their name. */
export const foreignHeadingMarks = [
  '配偶', '子女', '父亲', '母亲', '家属', '家庭', '紧急', '联系人', '介绍人', '经办', '填表', '审核', '备用', '推荐人', '监护', '办公', '座机', '固定电话', '开户', '银行',
  '户籍地', '户籍所在地', '户口所在地', '地址', '住址', '出生地', '年龄', '工龄', '数量', '人数', '合计',
] as const;

/** Columns that a roster must not bring in: such data needs the person's own separate consent (rules.md §4.4, §22). */
export const consentHeadingMarks = ['健康', '病', '残疾', '银行卡', '银行账号', '银行帐号', '宗教', '血型', '指纹', '人脸', '孕', '收入', '工资', '低保', '困难'] as const;

/** Names that mean a field only when the whole heading says so: as a part of another name they mean something else. */
export const wholeHeadings: ReadonlySet<string> = new Set(['单位', '工会', '户籍', '户口', '职业', '会费', '会籍', '出生', '劳模', '合同类型']);

/** Beginnings of rows that are no person: totals, notes and signatures below the list. */
export const footerMarks = ['合计', '总计', '小计', '共计', '注', '说明', '备注', '填表', '制表', '审核', '负责人', '单位盖章', '盖章', '经办', '联系人', '以上', '以下空白', '打印'] as const;

/** Words inside date cells that say there is none. */
export const noDateMarks = ['无固定期限', '无固定', '长期', '无', '不详', '永久', '至今', '-', '/', '—', '未定'] as const;

/** What a number column is marked with in a heading, cut off before names are compared. */
export const headingNoise = /[([{【〔（［].*?[)\]}】〕）］]|必填|选填|[*＊:：、，,。.!！?？"“”'‘’_\s\u3000-]+/gu;

/** How unions' names end; sheets often leave it away. */
export const unionEnding = ['工会委员会', '总工会', '工会'] as const;
