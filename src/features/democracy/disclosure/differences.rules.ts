/** A stretch of two versions: in both, only in the older, only in the newer. */
export type Stretch = { readonly kind: 'same' | 'gone' | 'new'; readonly text: string };

const MOST = 800;

/** Sentences and lines with what ends them. */
const sentences = (text: string): string[] => text.match(/[^。！？；\n.!?;]*[。！？；\n.!?;]+|[^。！？；\n.!?;]+$/g) ?? [];

/** Lengths of the longest common parts of all tails. */
function tails(a: readonly string[], b: readonly string[]): Uint16Array[] {
  const rows = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) for (let j = b.length - 1; j >= 0; j--) {
    const [row, below] = [rows[i] as Uint16Array, rows[i + 1] as Uint16Array];
    row[j] = a[i] === b[j] ? (below[j + 1] as number) + 1 : Math.max(below[j] as number, row[j + 1] as number);
  }
  return rows;
}

/** What changed between two texts, sentence by sentence. Texts of more than 800 sentences are shown as wholly changed. */
export function differences(before: string, after: string): Stretch[] {
  if (before === after) return after === '' ? [] : [{ kind: 'same', text: after }];
  const [a, b] = [sentences(before), sentences(after)];
  if (a.length > MOST || b.length > MOST) return [{ kind: 'gone', text: before }, { kind: 'new', text: after }];
  const common = tails(a, b);
  const found: { kind: Stretch['kind']; text: string }[] = [];
  const put = (kind: Stretch['kind'], text: string): void => { const last = found.at(-1); if (last?.kind === kind) last.text += text; else found.push({ kind, text }); };
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    if (i < a.length && j < b.length && a[i] === b[j]) { put('same', a[i] as string); i++; j++; }
    else if (i < a.length && (j === b.length || (common[i + 1]?.[j] ?? 0) >= (common[i]?.[j + 1] ?? 0))) put('gone', a[i++] as string);
    else put('new', b[j++] as string);
  }
  return found;
}
