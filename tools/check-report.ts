/** What a check hands back: how much it looked at, and what it found. */
export type Finding = {
  readonly check: string;
  /** how much was looked at, counted in `of` */
  readonly looked: number;
  readonly of: string;
  /** fewer than this is a failure in itself: a check that looked at nothing is red */
  readonly floor: number;
  readonly faults: readonly string[];
  /** said after a pass */
  readonly note?: string;
};

const SHOWN = 40;

/** Whether a check passed: nothing found, and enough looked at. */
export const passed = (f: Finding): boolean => f.faults.length === 0 && f.looked >= f.floor;

/** One paragraph for the terminal. */
export function told(f: Finding, seconds: number): string {
  const head = `${passed(f) ? '✓' : '✗'} ${f.check.padEnd(11)} ${f.looked} ${f.of} (floor ${f.floor})${f.note ? `, ${f.note}` : ''}, ${seconds.toFixed(1)} s`;
  const low = f.looked < f.floor ? [`  looked at ${f.looked} ${f.of}, expected at least ${f.floor}: the check is blind`] : [];
  const lines = f.faults.slice(0, SHOWN).map((fault) => `  ${fault.replaceAll('\n', '\n    ')}`);
  const more = f.faults.length > SHOWN ? [`  … and ${f.faults.length - SHOWN} more`] : [];
  return [head, ...low, ...lines, ...more].join('\n');
}
