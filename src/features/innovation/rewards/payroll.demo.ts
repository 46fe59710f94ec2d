/** Wages of December of the year at the 22 units of the factory, in fen; one per cent of those of the ten best is 56,930.00 yuan together. */
export const UNIT_PAYROLL: readonly { readonly code: string; readonly payrollFen: number; readonly best: boolean }[] = [
  ...([['CY', 124_860_000], ['DN', 82_935_000], ['ZL', 51_248_000], ['RC', 56_590_000], ['MJ', 58_826_000], ['GJ', 50_934_000], ['JX', 56_075_000], ['GY', 36_218_000], ['AH', 18_146_000], ['HF', 33_468_000]] as const)
    .map(([code, payrollFen]) => ({ code: `HQ-${code}`, payrollFen, best: true })),
  ...([['ZZ', 118_304_000], ['JG', 121_986_000], ['ZT', 89_447_000], ['DZ', 79_125_000], ['BM', 61_873_000], ['HJ', 84_260_000], ['DD', 81_509_000], ['BZ', 38_742_000], ['JS', 74_316_000], ['WZ', 39_628_000], ['XS', 31_097_000], ['CC', 35_284_000]] as const)
    .map(([code, payrollFen]) => ({ code: `HQ-${code}`, payrollFen, best: false })),
];
