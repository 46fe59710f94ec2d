import { defineWords } from './words.ts';

export const moneyWords = defineWords('money', {
  missing: ['请填写金额', 'Please enter an amount'],
  shape: [
    '“{text}”不是金额，请写成 1234.50 这样的数字（单位：元）',
    '“{text}” is not an amount; please write it in yuan, like 1234.50',
  ],
  tooFine: [
    '“{text}”比分还小，请按四舍五入到分后再填',
    '“{text}” has parts smaller than a fen; please round it to two decimals',
  ],
  negative: ['金额不能是负数，请填写大于或等于 0 的数', 'An amount cannot be negative; please enter 0 or more'],
  tooLarge: [
    '金额过大，请核对小数点和单位（元）',
    'This amount is too large; please check the decimal point and the unit (yuan)',
  ],
});

/** The sign of the yuan's name when it stands behind an amount (1234.50元). */
export const yuanMark = '元';

/** The characters of capital amounts on vouchers and receipts. */
export const capitals = {
  digits: '零壹贰叁肆伍陆柒捌玖',
  places: ['', '拾', '佰', '仟'],
  tenThousand: '万',
  hundredMillion: '亿',
  yuan: '元',
  jiao: '角',
  fen: '分',
  whole: '整',
  minus: '负',
} as const;
