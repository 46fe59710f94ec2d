import type { Founding } from '#engines/org';

/** One union of the demonstration: organisation code, code of the parent, how many members to fill it with. */
export type DemoUnion = Omit<Founding, 'parentId'> & { readonly below: string | null; readonly members: number; readonly sector?: string };

const union = (code: string, below: string | null, kind: string, name: string, members: number, more: Partial<DemoUnion> = {}): DemoUnion =>
  ({ code, below, kind, name, members, termYears: 5, termFrom: '2023-05-01', termTo: '2028-04-30', foundedOn: '2015-05-01', workers: Math.ceil(members * 1.12), women: Math.ceil(members * 0.4), ...more });

const SITES: readonly [code: string, place: string, members: number][] = [
  ['BJ01', '北京亦庄项目部', 16], ['BJ02', '北京顺义项目部', 15], ['BJ03', '北京通州项目部', 14], ['TJ01', '天津滨海项目部', 15], ['TJ02', '天津西青项目部', 13],
  ['HE01', '石家庄正定项目部', 14], ['HE02', '雄安启动区项目部', 16], ['HE03', '唐山曹妃甸项目部', 13], ['HE04', '保定高新项目部', 12], ['SX01', '太原综改区项目部', 14],
  ['SX02', '大同数据中心项目部', 12], ['NM01', '呼和浩特和林格尔项目部', 13], ['NM02', '包头稀土园项目部', 12], ['LN01', '沈阳浑南项目部', 14], ['LN02', '大连金普项目部', 13],
  ['LN03', '营口鲅鱼圈项目部', 12], ['JL01', '长春汽开区项目部', 14], ['JL02', '吉林化工园项目部', 12], ['HL01', '哈尔滨松北项目部', 14], ['HL02', '大庆石化项目部', 12],
];

/** The younger units of the factory (红旗机械厂, 22 in all), with the people of 31 December of last year. */
const PLANTS: readonly [code: string, name: string, members: number][] = [
  ['JG', '机加分厂', 180], ['ZT', '铸造分厂', 130], ['DZ', '锻造分厂', 118], ['RC', '热处理分厂', 86], ['BM', '表面处理分厂', 94], ['HJ', '焊接分厂', 120], ['GJ', '工具分厂', 78], ['MJ', '模具分厂', 86],
  ['DD', '电子分厂', 130], ['BZ', '包装分厂', 66], ['JX', '机修分厂', 84], ['JS', '技术中心', 90], ['GY', '工艺研究所', 48], ['WZ', '物资供应部', 62], ['XS', '市场部', 44], ['AH', '安全环保部', 26],
  ['CC', '储运分厂', 57], ['HF', '后勤服务中心', 64],
];

/** The city federation: districts, streets, grids, industries, a group with twenty sites, a factory, a sector union. */
export const UNIONS: readonly DemoUnion[] = [
  union('MZ', null, 'federation', '明州市总工会', 0, { regionCode: '330200', takesUnattached: false, workers: 0, women: 0 }),
  union('MZ-JD', 'MZ', 'district', '江东区总工会', 0),
  union('MZ-JD-GT', 'MZ-JD', 'street', '顾塘街道总工会', 0),
  union('MZ-JD-GT-FY', 'MZ-JD-GT', 'area', '枫叶片区联合工会', 64, { takesUnattached: true }),
  union('MZ-JD-GT-JQ', 'MZ-JD-GT', 'building', '金桥大厦楼宇工会', 58),
  union('MZ-JD-GT-LJ', 'MZ-JD-GT', 'streetFront', '老街沿街商铺工会', 41),
  union('MZ-JD-GT-PH', 'MZ-JD-GT', 'sector', '外卖配送行业工会', 96, { takesUnattached: true, industry: 'G60' }),
  union('MZ-JD-MH', 'MZ-JD', 'street', '明湖镇总工会', 0),
  ...[1, 2, 3, 4, 5].map((n) => union(`MZ-JD-MH-G${n}`, 'MZ-JD-MH', 'area', `明湖镇第${'一二三四五'[n - 1]}网格联合工会`, 40 + 3 * n, { takesUnattached: n === 1 })),
  union('MZ-JD-MH-QH', 'MZ-JD-MH', 'farmCooperative', '青禾农业合作社工会', 28),
  union('MZ-JD-MH-XY', 'MZ-JD-MH', 'dwelling', '新苑租住地工会', 33, { takesUnattached: true }),
  union('MZ-GN', 'MZ', 'district', '港南区总工会', 0),
  union('MZ-GN-KJ', 'MZ-GN', 'park', '港南科技园工会', 12),
  union('MZ-GN-KJ-QM', 'MZ-GN-KJ', 'enterprise', '启明软件有限公司工会', 86, { employerName: '启明软件有限公司' }),
  union('MZ-GN-KJ-LH', 'MZ-GN-KJ', 'enterprise', '蓝海生物科技工会', 52, { employerName: '蓝海生物科技有限公司' }),
  union('MZ-GN-YF', 'MZ-GN', 'enterprise', '远方物流有限公司工会', 74, { employerName: '远方物流有限公司', sector: 'MZ-JD-GT-PH' }),
  union('MZ-GN-TP', 'MZ-GN', 'joint', '天平路联合工会', 38),
  union('MZ-JZ', 'MZ', 'industry', '明州市建筑工会', 0),
  union('MZ-JZ-AZ', 'MZ-JZ', 'group', '安装公司工会', 18, { employerName: '明州安装工程公司' }),
  union('HB', 'MZ-JZ-AZ', 'enterprise', '华北分公司工会', 50, { employerName: '明州安装工程公司华北分公司', workers: 320, women: 71 }),
  ...SITES.map(([code, place, members]) => union(`HB-${code}`, 'HB', 'site', place, members, { employerName: '明州安装工程公司华北分公司' })),
  union('MZ-JX', 'MZ', 'industry', '明州市机械冶金工会', 0),
  union('HQ', 'MZ-JX', 'enterprise', '红旗机械厂工会', 60, { employerName: '红旗机械厂', workers: 2199, women: 640 }),
  union('HQ-CY', 'HQ', 'branch', '冲压分厂工会', 168, { employerName: '红旗机械厂' }),
  union('HQ-DN', 'HQ', 'branch', '动能分厂工会', 122, { employerName: '红旗机械厂' }),
  union('HQ-ZZ', 'HQ', 'branch', '总装分厂工会', 184, { employerName: '红旗机械厂' }),
  union('HQ-ZL', 'HQ', 'branch', '质量部工会', 75, { employerName: '红旗机械厂' }),
  union('HQ-CY-1', 'HQ-CY', 'unionGroup', '冲压一班工会小组', 22, { employerName: '红旗机械厂' }),
  union('DF', 'MZ-JX', 'enterprise', '东风装备公司工会', 8, { employerName: '东风装备公司', workers: 5200, women: 1800 }),
  ...['一分公司', '二分公司', '三分公司', '铸造车间', '物流中心', '技术中心'].map((name, n) => union(`DF-${n + 1}`, 'DF', 'branch', `${name}工会`, 0, { employerName: '东风装备公司' })),
  union('MZ-KY', 'MZ', 'sector', '客运行业工会联合会', 46, { industry: 'G54' }),
  ...PLANTS.map(([code, name, members]) => union(`HQ-${code}`, 'HQ', 'branch', `${name}工会`, members, { employerName: '红旗机械厂' })),
];
