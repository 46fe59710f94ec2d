import type { DemoStage } from '#shared/demo';
import { idCheckCharacter } from '#shared/id-number';
import type { SheetRow } from '#shared/sheet-cell';
import { findUnion } from '#engines/org';
import { checkStep } from './checking.service.ts';
import { updateImport } from './imports.sql.ts';
import { keepRoster, readRosterRows } from './intake.service.ts';
import { takeStep } from './taking.service.ts';

const HEADINGS = ['序号', '姓名', '身份证号', '手机号码', '学历', '工种', '入会时间', '所属工会'];
const NAMES = ['韩志刚', '牛建平', '苗春燕', '邢立军', '付晓东', '安丽华', '车宏伟', '戚国庆', '项秀兰', '路文斌', '尤志勇', '祝海燕', '左建设', '霍春梅', '岳鹏飞', '管晓红', '古志明', '齐永强', '温玉珍', '卜国栋', '游小军', '欧丽萍', '褚卫东', '华雪梅', '奚永康', '裘志伟'];
const JOBS = ['钳工', '数控车工', '铸造工', '装配工', '质检员', '叉车司机'];
const UNITS = ['一分公司工会', '二分公司工会', '铸造车间工会'];

/** ID number of nobody: a county code that was never given out, born in years in which nobody else of the demonstration was. */
function idNumberOf(n: number): string {
  const body = `119999${1956 + (n % 8)}${String(1 + (n % 12)).padStart(2, '0')}${String(1 + (n % 28)).padStart(2, '0')}${String(100 + n).padStart(3, '0')}`;
  return body + idCheckCharacter(body);
}

const rowAt = (row: number, texts: readonly string[]): SheetRow => ({ row, cells: texts.map((text) => (text === '' ? { kind: 'empty', text, raw: text } : { kind: 'text', text, raw: text })) });

/** A small sheet as an office would send it: most rows are sound, five are not. */
function sheet(): SheetRow[] {
  const people = NAMES.map((name, n) => [String(n + 1), name, idNumberOf(n), `1990009${String(n).padStart(4, '0')}`, ['高中', '中专', '大专', '本科'][n % 4] ?? '', JOBS[n % 6] ?? '', `${2005 + (n % 18)}-0${1 + (n % 9)}-15`, UNITS[n % 3] ?? '']);
  const change = (n: number, column: number, text: string): void => { (people[n] as string[])[column] = text; };
  change(4, 2, `${idNumberOf(4).slice(0, 17)}${idNumberOf(4).endsWith('1') ? '2' : '1'}`);
  change(9, 3, '1990009');
  change(13, 7, '七分公司工会');
  change(18, 2, idNumberOf(2));
  change(21, 1, '');
  return [rowAt(1, ['东风装备公司会员花名册（10月新进）']), rowAt(2, HEADINGS), ...people.map((p, n) => rowAt(n + 3, p))];
}

/** A finished import in the history of 东风装备公司工会, with five rows that were not taken. */
export async function demo(stage: DemoStage): Promise<void> {
  const by = await stage.actor('dongfeng');
  const intake = await readRosterRows(sheet(), '10月新进会员.xlsx');
  const { id: unionId } = stage.union('DF');
  const id = await stage.at(stage.ago(3, '10:12'), async (tx) => {
    const union = await findUnion(tx, unionId);
    if (union === null) throw new Error('the demonstration has no DF');
    const kept = await keepRoster(tx, by, union, intake);
    await updateImport(tx, kept, { state: 'checking' });
    return kept;
  });
  const walk = async (step: typeof checkStep, time: string): Promise<void> => {
    while (!(await stage.at(stage.ago(3, time), (tx) => step(tx, id))).over);
  };
  await walk(checkStep, '10:12');
  await stage.at(stage.ago(3, '10:20'), (tx) => updateImport(tx, id, { state: 'running', confirmedBy: by.personId, confirmedAt: tx.now }));
  await walk(takeStep, '10:20');
}
