import assert from 'node:assert/strict';
import test from 'node:test';
import { Corpus } from '#engines/similarity';
import fc from 'fast-check';
import { isEnough, looking, maySupport, percent, piecesOf } from './looking.rules.ts';

const KNOWN = [
  '冲床脚踏开关加装防误踩罩\n冲床脚踏开关没有护罩，取料转身时容易误踩，上个月发生过一次空冲。\n用2毫米钢板做一个翻盖式护罩，脚从正面伸入才能踩到，材料用边角料，每台半小时可以装好。',
  '模具架按使用频次重新排列\n常用模具放在最里面，每次换模要来回搬运十几米，换一次模要四十分钟。\n按近三个月的使用次数重新编排货位，前二十套放在叉车通道两侧，贴上编号和照片。',
  '总装线电批统一扭矩标定\n各工位电批扭矩靠经验调整，上季度因为螺钉松动返工十七台。\n每班开工前用扭矩仪点检一次，结果扫码记录，超差的电批立即停用并送计量室标定。',
  '空压机房余热用于浴室热水\n空压机冷却水带走大量热量，浴室另用电锅炉烧水，每月电费约两万元。\n加装板式换热器，把空压机余热送到浴室水箱，电锅炉只在检修时使用。',
  '检验报告取消纸质签字\n每份检验报告要三个人手写签字，平均两天才能归档。\n改为在系统里电子签字，纸质报告只给客户打印一份。',
  '夜班行车照明改为LED灯\n冲压车间行车下方照明不足，夜班吊装时看不清吊钩和挂钩人员，有安全隐患。\n行车大梁两侧加装六盏LED投光灯，随行车移动，夜班吊装前必须开灯。',
];
/** The same matter told anew, whole or only begun, and by which of the known ones it is meant. */
const TOLD_ANEW: readonly (readonly [known: number, text: string])[] = [
  [0, '冲床脚踏板加防护罩\n冲床的脚踏开关裸露在外面，转身拿料时容易踩到，前段时间空冲过一次，很危险。\n做一个带翻盖的钢板护罩，只能从正面踩进去，用废板料自己做就行。'],
  [0, '冲床的脚踏开关没有防护'], [1, '常用模具放在最里面，换模要来回搬'],
  [1, '模具库货位重新规划\n常用的模具都压在里面，换模的时候要搬来搬去，换一次要半个多小时。\n把用得最多的二十套模具摆到通道边上，贴好编号和照片。'],
  [2, '电批扭矩每天点检\n总装线上电批的扭矩靠工人感觉调，有的松有的紧，上个季度返工了十几台。\n班前用扭矩仪测一次并扫码登记，超差的停用送计量室。'],
  [3, '利用空压机余热给浴室供热水\n空压站的冷却水热量白白浪费，浴室却用电烧水，电费很高。\n加一台板式换热器把余热送到浴室水箱。'],
  [4, '检验报告改成电子签名\n检验报告每份要三个人签字，跑来跑去两天才归档。\n系统里点一下就算签字，客户要的才打印。'],
  [5, '行车灯换成LED\n夜班吊装时车间顶上的灯照不到吊钩，看不清挂钩的人，容易出事故。\n在行车两侧装几盏LED灯跟着行车走。'],
];
/** The same machine or place, another matter. */
const OTHERS = [
  '冲床飞轮噪声太大，上班八小时耳朵嗡嗡响，建议给冲床加隔音罩。', '模具库没有温湿度记录，精密模具容易生锈，建议加装除湿机。', '空压机房噪声大，值班室听不清电话，建议做隔音门窗。',
  '总装线电批的电线拖在地上容易绊倒人，建议改成悬挂弹簧线。', '检验报告格式不统一，各班组自己设计，客户看不懂，建议统一模板。', '食堂晚班的饭菜凉了，建议给夜班配保温餐车。',
  '停车棚晚上没有灯，下夜班推车看不见路，建议装几盏LED太阳能路灯。',
];

test('INN-1 a matter told anew is shown, a whole one is asked about, another matter on the same machine is not', () => {
  const corpus = new Corpus();
  for (const text of KNOWN) corpus.add(text);
  const best = (text: string) => corpus.search(text, 1, () => true)[0];
  for (const [known, text] of TOLD_ANEW) {
    assert.equal(best(text)?.document, known, text);
    assert.ok((best(text)?.score ?? 0) >= looking.strongFrom, text);
  }
  for (const text of OTHERS) assert.ok((best(text)?.score ?? 0) < looking.strongFrom, text);
  assert.ok(OTHERS.filter((text) => (best(text)?.score ?? 0) >= looking.shownFrom).length <= 1, 'hardly any of them is shown at all');
});

test('INN-1 what is too short is not compared, what is decided is not joined, nothing is the same to a hundred per cent', () => {
  assert.equal(isEnough('灯  坏  了'), false);
  assert.equal(isEnough('冲床脚踏开关没有护罩容易'), true);
  assert.deepEqual(['submitted', 'company', 'implementing', 'completed', 'rejected', 'merged', 'revoked'].map(maySupport), [true, true, true, false, false, false, false]);
  assert.deepEqual([percent(1), percent(0.604)], [99, 60]);
});

test('INN-1 a text cut at its passages is still the whole text', () => {
  fc.assert(fc.property(fc.string({ minLength: 1, maxLength: 80 }), fc.array(fc.tuple(fc.nat(90), fc.nat(12)), { maxLength: 6 }), (text, spans) => {
    assert.equal(piecesOf(text, spans.map(([from, n]) => [from, from + n] as const)).map((p) => p.text).join(''), text);
  }));
  assert.deepEqual(piecesOf('脚踏开关没有护罩', [[0, 4]]), [{ text: '脚踏开关', shared: true }, { text: '没有护罩', shared: false }]);
});
