import { defineWords } from '#shared/words';

/** The worker's home. */
export const words = defineWords('home', {
  title: ['首页', 'Home'],
  aboutHome: ['我的首页', 'My home'],
  aboutThings: ['我的事', 'My things'],
});
