import { defineWords } from '#shared/words';

export const words = defineWords('codesScreens', {
  codes: ['编码表', 'Tables of codes'],
  about: ['接口、表格和事件推送里出现的编码', 'The codes in interfaces, spreadsheets and webhooks'],
  search: ['编码或名称', 'Code or name'],
  code: ['编码', 'Code'], zh: ['中文', 'Chinese'], en: ['英文', 'English'], count: ['{n} 项', '{n} {n:code|codes}'],
  nothing: ['没有找到，换个词试试', 'Nothing found; try another word'],
  print: ['打印', 'Print'],
  interface: ['程序可从 GET /api/v1/codes 取得全部编码表，无需登录。', 'Programs read all tables at GET /api/v1/codes, without signing in.'],
});
