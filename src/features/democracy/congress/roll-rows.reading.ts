import type { SheetRow } from '#shared/sheet-cell';
import { halfWidth, oneLine } from '#shared/text';

/** One row of an existing roll as a sheet tells it: nothing is judged yet. */
export type RollLine = { readonly staffNumber: string; readonly name: string; readonly constituency: string; readonly post: string; readonly class: string; readonly dispatched: string; readonly cardNumber: string };

const HEADINGS: Readonly<Record<keyof RollLine, RegExp>> = {
  staffNumber: /^(工号|员工号|职工编号|人员编号|staff ?(number|no\.?))$/i, name: /^(姓名|代表姓名|name)$/i, constituency: /^(选区|选举单位|所属选区|constituency)$/i, post: /^(岗位类别|人员类别|岗位|类别|post)$/i, class: /^(代表类别|代表类型|身份|class)$/i,
  dispatched: /^(劳务派遣|派遣|dispatched)$/i, cardNumber: /^(代表证号|证号|代表编号|card ?(number|no\.?))$/i,
};
const NAMES = Object.keys(HEADINGS) as (keyof RollLine)[];
const TOTAL = /^(合计|总计|小计|total)$/i;
const tidy = (cell: string): string => oneLine(halfWidth(cell)).trim();

/** Rows of a sheet by their headings (within the first ten rows), in any order; null where neither staff number nor name is found. */
export function rollLines(rows: readonly SheetRow[]): RollLine[] | null {
  const table = rows.map((r) => r.cells.map((c) => tidy(c.text)));
  const columnsOf = (cells: readonly string[]): Map<keyof RollLine, number> => new Map(NAMES.flatMap((n) => { const at = cells.findIndex((c) => HEADINGS[n].test(c.replace(/\s+/g, ' '))); return at < 0 ? [] : [[n, at] as const]; }));
  const head = table.slice(0, 10).findIndex((cells) => { const c = columnsOf(cells); return c.has('staffNumber') && c.has('name'); });
  if (head < 0) return null;
  const columns = columnsOf(table[head] ?? []);
  const at = (cells: readonly string[], name: keyof RollLine, most: number): string => (cells[columns.get(name) ?? -1] ?? '').slice(0, most);
  return table.slice(head + 1).flatMap((cells) => {
    const row: RollLine = { staffNumber: at(cells, 'staffNumber', 40), name: at(cells, 'name', 60), constituency: at(cells, 'constituency', 60), post: at(cells, 'post', 20), class: at(cells, 'class', 20), dispatched: at(cells, 'dispatched', 10), cardNumber: at(cells, 'cardNumber', 30) };
    return (row.staffNumber === '' && row.name === '') || cells.some((c) => TOTAL.test(c)) ? [] : [row];
  });
}

/** What somebody works as, as rolls write it; null when it is neither. Without a word: the front line. */
export function postNamed(text: string): 'frontline' | 'technical' | 'manager' | null {
  if (text === '' || /^(一线(职工|员工|工人)?|工人|生产一线|front ?line)$/i.test(text)) return 'frontline';
  if (/^(专业技术|技术人员|科教|管理和技术|一般管理|technical|specialist)/i.test(text)) return 'technical';
  return /^(中层(以上)?(管理|领导)?|领导|管理人员|干部|manager)/i.test(text) ? 'manager' : null;
}

/** Delegate, observer or guest; null when it is none of them. */
export function classNamed(text: string): 'delegate' | 'observer' | 'guest' | null {
  if (text === '' || /^(正式(代表)?|职工代表|会员代表|代表|delegate)$/i.test(text)) return 'delegate';
  if (/^(列席(代表|人员)?|observer)$/i.test(text)) return 'observer';
  return /^(特邀(代表|嘉宾)?|来宾|guest)$/i.test(text) ? 'guest' : null;
}

/** Whether a cell says yes. */
export const saysYes = (text: string): boolean => /^(是|有|√|1|y|yes|派遣|劳务派遣)$/i.test(text);
