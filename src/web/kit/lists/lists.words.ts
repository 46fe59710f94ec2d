import { defineWords } from '#shared/words';

/** What every list of the console says. */
export const words = defineWords('kit.lists', {
  columns: ['列', 'Columns'],
  export: ['导出', 'Export'],
  print: ['打印', 'Print'],
  back: ['返回', 'Back'],
  clear: ['清空条件', 'Clear filters'],
  keys: ['j / k 上下选，回车打开', 'j / k move, Enter opens'],
  keysMove: ['j / k 上下选', 'j / k move'],
  nothing: ['没有符合条件的内容', 'Nothing matches'],
  nothingHint: ['请放宽或清空条件再找。', 'Loosen or clear the filters and look again.'],
  showMore: ['还有更早的，再看一些', 'There are earlier ones; show more'],
  pages: ['共 {n} 条', '{n} in all'],
  pagesMany: ['{n} 条以上，请用条件缩小范围', 'more than {n}; narrow them by filters'],
  noAccess: ['您没有查看这一页的权限', 'You may not open this page'],
  noAccessHint: ['这一页由负责这项工作的工会干部使用。需要查看时，请向本级工会主席申请。', 'This page is for the officers in charge of this work. If you need it, please ask your union’s chair.'],
  toWorkList: ['回到待办', 'To the work list'],
});
