import { instantAt } from '#shared/dates';

/** First instant of a year in China, and the first after it. */
export const yearSpan = (year: number): { from: Date; to: Date } => ({ from: instantAt(`${year}-01-01`), to: instantAt(`${year + 1}-01-01`) });
