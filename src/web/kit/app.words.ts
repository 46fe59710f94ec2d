import { defineWords } from '#shared/words';

/** What the apps are called. */
export const appWords = defineWords('app', {
  short: ['娘家', 'Niangjia'],
  member: ['娘家 · 网上工会', 'Niangjia · the online union'],
  console: ['娘家 · 工作台', 'Niangjia · desk'],
  about: ['工会为职工办的事，都在这里', 'Everything your union does for you, in one place'],
});
