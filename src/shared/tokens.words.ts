import { defineWords } from './words.ts';

export const tokensWords = defineWords('tokens', {
  codeMissing: ['请填写 16 位查询码', 'Please enter the 16-digit follow-up code'],
  codeLength: [
    '查询码是 16 位数字，现在有 {count} 位，请对照提交时给您的号码再核对一遍',
    'A follow-up code has 16 digits, this has {count}; please compare it with the one you were given',
  ],
  codeLetters: [
    '查询码只有数字，没有“{found}”，请对照提交时给您的号码再核对一遍',
    'A follow-up code has digits only, no “{found}”; please compare it with the one you were given',
  ],
});
