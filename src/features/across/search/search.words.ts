import { defineWords } from '#shared/words';

/** Search over everything one may see. */
export const words = defineWords('search', {
  title: ['搜索', 'Search'],
  aboutSearch: ['搜索我能看到的一切', 'Search everything I may see'],
  aboutMine: ['搜索我自己的事', 'Search my own things'],
  people: ['人员', 'People'],
  unions: ['单位', 'Unions'],
  staffNumber: ['工号 {n}', 'Staff {n}'],
  card: ['会员证 {n}', 'Card {n}'],
  code: ['代码 {code}', 'Code {code}'],
});
