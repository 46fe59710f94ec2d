import type { Kind } from './savings.rules.ts';

/** What somebody at a post of the demonstration factory saved; quantities, or an amount in yuan with how it was reckoned. */
export type Told = {
  readonly unit: string; readonly who: number; readonly kind: Kind; readonly title: string; readonly post: string; readonly text?: string; readonly with?: readonly number[];
  readonly of?: readonly [before: string, after: string, measure: string, price: string]; readonly yuan?: number; readonly reckoned?: string;
  /** per month, over so many months before it was entered */ readonly months?: number;
};

const CY = 'HQ-CY';
const DN = 'HQ-DN';
const ZZ = 'HQ-ZZ';
const ZL = 'HQ-ZL';
const ONE = 'HQ-CY-1';

/** Told again and again over the year, with other quantities. */
export const TOLD: readonly Told[] = [
  { unit: CY, who: 3, kind: 'material', title: '排样改双排，边料少一截', post: '3号冲床', of: ['1280', '1216', '公斤', '5.6'], text: '原来单排下料，两头各留 40 毫米；改成双排交错后只留 12 毫米。' },
  { unit: DN, who: 4, kind: 'energy', title: '午休关空压机，不空转', post: '空压站', of: ['86', '0', '度', '0.78'], months: 2 },
  { unit: ZZ, who: 6, kind: 'parts', title: '旧轴承清洗检测后再用', post: '变速箱装配线', of: ['24', '9', '只', '68'], with: [7] },
  { unit: ZL, who: 2, kind: 'time', title: '检具挂到工位，少跑一趟', post: '来料检验台', of: ['18', '7', '小时', '32'], months: 2 },
  { unit: ONE, who: 1, kind: 'scrap', title: '调整压边力，拉裂件变少', post: '5号冲床', of: ['146', '52', '件', '37.5'], with: [2, 3] },
  { unit: CY, who: 8, kind: 'other', title: '木托盘修好再用', post: '成品发运口', yuan: 860, reckoned: '修好 20 只，每只新托盘 45 元，钉子和木条花了 40 元。' },
  { unit: DN, who: 9, kind: 'energy', title: '蒸汽疏水阀换旧为新，不再漏汽', post: '锅炉房', of: ['42', '31', '吨', '215'] },
  { unit: ZZ, who: 11, kind: 'material', title: '胶枪换细嘴，密封胶不再溢出', post: '后桥装配线', of: ['96', '71', '支', '23.8'] },
  { unit: CY, who: 14, kind: 'energy', title: '照明分三路控制，没人就关', post: '冲压大厅', of: ['2140', '1480', '度', '0.78'], months: 2 },
  { unit: ZZ, who: 15, kind: 'time', title: '螺栓按工序配好盒子', post: '发动机装配线', of: ['26', '15', '小时', '35'], with: [16] },
  { unit: ZL, who: 5, kind: 'scrap', title: '首件检验提前，返工变少', post: '三坐标室', of: ['31', '12', '件', '85'] },
  { unit: ONE, who: 5, kind: 'material', title: '润滑油集中回收过滤', post: '3号冲床', of: ['60', '38', '升', '19.6'] },
  { unit: DN, who: 12, kind: 'parts', title: '电机碳刷改国产，寿命一样', post: '天车班', of: ['36', '12', '副', '54'] },
  { unit: CY, who: 20, kind: 'scrap', title: '废料分类打包，卖价高了', post: '废料间', yuan: 1460, reckoned: '分出不锈钢 0.8 吨，每吨比混装多卖 1825 元。' },
  { unit: ZZ, who: 22, kind: 'other', title: '包装泡沫回收给返修件用', post: '返修区', of: ['320', '90', '块', '3.2'] },
];

/** Larger ones: finance looks at them again. */
export const LARGE: readonly Told[] = [
  { unit: CY, who: 25, kind: 'material', title: '卷料宽度改订 1180，利用率提高', post: '开卷线', of: ['182', '176.5', '吨', '5150'], with: [26, 27], text: '与供应商谈定改宽，每卷少切一条边。' },
  { unit: DN, who: 15, kind: 'energy', title: '空压机余热供浴室热水', post: '空压机余热间', of: ['9.6', '2.4', '吨汽', '1860'], with: [16] },
  { unit: ZZ, who: 30, kind: 'parts', title: '自制工装代替外购', post: '总装工装组', yuan: 12_600, reckoned: '外购报价 15800 元，自制材料和工时 3200 元。', with: [31] },
  { unit: ZL, who: 10, kind: 'scrap', title: '毛坯厂改模，气孔废品减半', post: '来料检验台', of: ['640', '318', '件', '48'] },
  { unit: CY, who: 33, kind: 'energy', title: '两台冲床错峰开', post: '冲压二线', of: ['21800', '9700', '度', '0.95'], months: 1 },
];
