import { defineWords } from './words.ts';

export const textWords = defineWords('text', {
  file: ['文件', 'file'],
});
