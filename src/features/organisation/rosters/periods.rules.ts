/** Days for which an import may be taken back; then its sheet and rows are erased. */
export const KEEP_DAYS = 7;
/** Minutes without a sign of life after which work that no queue carries is taken up by one. */
export const STRANDED_MINUTES = 3;
