import type { DemoStage } from '#shared/demo';
import { newId } from '#shared/ids';
import { fieldWords } from './register-import.words.ts';
import { type FIELDS, recognise } from './register-import.rules.ts';
import { KEEP_DAYS } from './register-import.service.ts';
import { changeImport, insertImport, insertRows } from './register-import.sql.ts';
import { checkStep, takeStep } from './register-steps.service.ts';

const HEADINGS = ['number', 'authors', 'unit', 'title', 'submittedOn', 'result', 'grade', 'adoptedOn', 'completedOn', 'benefit'] as const satisfies readonly (typeof FIELDS)[number][];
/** A page of an older register, with the faults that such registers have. */
const ROWS: readonly (readonly string[])[] = [
  ['老-2016-01', '退休职工甲', '冲压分厂', '废料斗加装限位挡板', '2016-03-02', '实施完成', '三等', '2016-03-20', '2016-05-10', '3600'], ['老-2016-02', '退休职工乙', '动能分厂', '空压机滤芯改为反吹清洗', '2016-04-11', '实施完成', '二等', '2016-05-03', '2016-08-01', '18000'],
  ['老-2016-03', '', '总装分厂', '气管接头统一规格', '2016-05-23', '采纳', '三等', '2016-06-12', '', ''], ['老-2016-04', '退休职工丙', '质量部', '卡尺加装防滑套', '2016-06-02', '不采纳', '', '', '', ''],
  ['老-2016-05', '退休职工丁', '冲压分厂', '模具库照明改为感应灯', '2016-07-15', '已固化', '一等', '2016-08-01', '2016-10-09', '26000'], ['老-2016-06', '退休职工甲', '铸造一厂', '砂箱吊运加装防脱钩', '2016-08-08', '', '', '', '', ''], ['老-2016-07', '退休职工戊', '总装分厂', '', '2016-09-01', '', '', '', '', ''],
];

/** An older register that was taken over: most rows good, two with faults. */
export async function registerDemo(stage: DemoStage): Promise<void> {
  const officer = await stage.actor('li');
  const at = stage.ago(20, '14:00');
  const id = newId();
  const sheet = [HEADINGS.map((f) => fieldWords[f].zh), ...ROWS];
  const found = recognise(sheet);
  if (found === null) throw new Error('the demonstration’s register has no headings');
  await stage.at(at, async (tx) => {
    await insertImport(tx, { id, schemeUnionId: stage.union('HQ').id, fileName: '合理化建议台账2016年.xlsx', rows: ROWS.length, columns: found.columns.map((c) => ({ ...c, examples: ROWS.slice(0, 3).map((r) => r[c.column] ?? '').filter(Boolean) })), mapping: found.mapping, eraseAt: new Date(at.getTime() + KEEP_DAYS * 86_400_000), createdById: officer.personId });
    await insertRows(tx, id, ROWS.map((cells, i) => ({ row: i + 2, cells })));
    await changeImport(tx, id, { state: 'checking' });
    await checkStep(tx, id);
    await changeImport(tx, id, { state: 'running', cursor: 0 });
    await takeStep(tx, id);
  });
}
