import { halfWidth, oneLine } from '#shared/text';
import type { Slots, Word } from '#shared/words';
import { bitsOf, fits, type Kind, textKey } from './daily-question.rules.ts';
import type { Said } from './daily-question.sql.ts';
import { words } from './daily-question.words.ts';

/** One row of a sheet of questions as it was read: nothing is judged yet. */
export type Line = { readonly text: string; readonly kind: string; readonly options: readonly string[]; readonly right: string; readonly explanation: string; readonly source: string; readonly topic: string };
type Name = Exclude<keyof Line, 'options'>;
/** What a row means, or why it means nothing. */
export type Read = { readonly said: Said | null; readonly fault: { readonly path: keyof Line; readonly why: Word; readonly slots?: Slots } | null };

const HEADINGS: Readonly<Record<Name, RegExp>> = {
  text: /^(题目|题干|问题|试题|question)$/i, kind: /^(题型|类型|kind|type)$/i, right: /^(答案|正确答案|标准答案|right answer|right|answer)$/i, explanation: /^(解析|说明|答案解析|explanation)$/i, source: /^(来源|依据|出处|source)$/i, topic: /^(分类|类别|主题|topic)$/i,
};
const OPTION = /^(?:选项|option) ?([A-F])$|^([A-F])$/i;
const MOST = { text: 300, explanation: 1000, source: 200, topic: 20, option: 100 } as const;
const tidy = (cell: string): string => oneLine(cell).trim();
const plain = (cell: string): string => halfWidth(tidy(cell));

/** Rows of a sheet by their headings (within the first ten rows), in any order; null where neither question nor answer is found. */
export function linesOf(table: readonly (readonly string[])[]): Line[] | null {
  const at = (cells: readonly string[], heading: RegExp): number => cells.findIndex((c) => heading.test(plain(c)));
  const head = table.slice(0, 10).findIndex((cells) => at(cells, HEADINGS.text) >= 0 && at(cells, HEADINGS.right) >= 0);
  if (head < 0) return null;
  const top = table[head] ?? [];
  const columns = new Map((Object.keys(HEADINGS) as Name[]).map((name) => [name, at(top, HEADINGS[name])]));
  const options = top.flatMap((c, i) => { const m = OPTION.exec(plain(c)); return m ? [{ letter: (m[1] ?? m[2] ?? '').toUpperCase(), i }] : []; }).sort((a, b) => (a.letter < b.letter ? -1 : 1)).slice(0, 6);
  return table.slice(head + 1).flatMap((cells) => {
    const cell = (name: Name, most: number): string => tidy(cells[columns.get(name) ?? -1] ?? '').slice(0, most);
    const told = options.map((o) => tidy(cells[o.i] ?? '').slice(0, 200));
    while (told.length > 0 && told.at(-1) === '') told.pop();
    const line = { text: cell('text', 400), kind: cell('kind', 20), options: told, right: cell('right', 40), explanation: cell('explanation', 1200), source: cell('source', 300), topic: cell('topic', 40) };
    return line.text === '' && line.right === '' ? [] : [line];
  });
}

const YES = /^(对|正确|是|√|A|T|true|right)$/i;
const NO = /^(错|错误|否|×|B|F|false|wrong)$/i;

/** The kind as sheets write it; without a word it is told by the answer and the options. */
function kindOf(line: Line, right: string): Kind | null {
  if (/^(判断题?|是非题?|true.*false)$/i.test(line.kind)) return 'trueFalse';
  if (/^(多选题?|多项选择题?|several.*|multiple.*)$/i.test(line.kind)) return 'multiple';
  if (/^(单选题?|单项选择题?|选择题?|one.*|single.*)$/i.test(line.kind)) return 'single';
  if (line.kind !== '') return null;
  if (line.options.length === 0) return 'trueFalse';
  return right.length > 1 ? 'multiple' : 'single';
}

const fault = (path: keyof Line, why: Word, slots?: Slots): Read => ({ said: null, fault: { path, why, ...(slots ? { slots } : {}) } });

/** What a row means. */
export function readLine(line: Line): Read {
  const right = plain(line.right).replace(/[\s,，、;；.]/g, '');
  const kind = kindOf(line, right);
  if (kind === null) return fault('kind', words.rowKind, { text: line.kind });
  if (textKey(line.text) === '' || line.text.length < 2 || line.text.length > MOST.text) return fault('text', words.rowText);
  const options = kind === 'trueFalse' && line.options.length === 0 ? [words.yes.zh, words.no.zh] : line.options;
  if (options.length < 2 || options.some((o) => o === '' || o.length > MOST.option) || new Set(options.map(textKey)).size < options.length) return fault('options', words.rowOptions);
  const places = kind === 'trueFalse' ? (YES.test(right) ? [0] : NO.test(right) ? [1] : []) : [...right.toUpperCase()].map((c) => 'ABCDEF'.indexOf(c));
  if (!fits(kind, options.length, places)) return fault('right', words.rowRight, { text: line.right });
  if (line.explanation.length > MOST.explanation || line.source.length > MOST.source || line.topic.length > MOST.topic) return fault('explanation', words.rowLong);
  return { fault: null, said: { kind, text: line.text, key: textKey(line.text), options: kind === 'trueFalse' ? options.slice(0, 2) : options, answer: bitsOf(places), explanation: line.explanation, source: line.source, topic: line.topic } };
}
