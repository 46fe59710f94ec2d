import { defineWords } from '#shared/words';

/** What the command over files says. */
export const words = defineWords('similarity', {
  noFile: ['打不开文件 {file}，请检查路径', 'Cannot open {file}; please check the path'],
  badLine: ['{file} 第 {n} 行不是 {"id", "text"}，请改正后再运行', 'Line {n} of {file} is not {"id", "text"}; please correct it and run again'],
});
