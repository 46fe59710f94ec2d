import { defineWords } from '#shared/words';

export const words = defineWords('codes', {
  title: ['编码表', 'Tables of codes'],
  aboutCodes: ['列出接口和表格里用的各种编码及其中英文含义', 'Lists the codes used in interfaces and spreadsheets with what they mean in both languages'],
  states: ['{process}的状态', 'States of: {process}'],
  steps: ['{process}的步骤', 'Steps of: {process}'],
});
