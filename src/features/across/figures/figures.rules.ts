import { instantAt } from '#shared/dates';

/** First instant of a year in China, and the first after it. */
export const yearSpan = (year: number): { from: Date; to: Date } => ({ from: instantAt(`${year}-01-01`), to: instantAt(`${year + 1}-01-01`) });

/** A share in tenths of a percent; null when there is nothing to share. */
export const permille = (part: number, of: number): number | null => (of === 0 ? null : Math.round((part * 1000) / of));

