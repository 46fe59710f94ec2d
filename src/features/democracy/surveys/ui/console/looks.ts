import type { Stage } from '../../surveys.rules.ts';

/** The colour of a state; its word says the same. */
export const STAGE_CHIP: Readonly<Record<Stage, 'quiet' | 'info' | 'ok' | 'warn' | 'late' | 'union'>> = { draft: 'quiet', announced: 'info', open: 'union', closing: 'warn', closed: 'ok', off: 'quiet' };
