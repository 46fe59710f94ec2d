import { defineWords } from '#shared/words';

/** Titles that stand in menus; loaded by everybody. */
export const words = defineWords('sign-in.screens', {
  safety: ['登录与安全', 'Sign-in and safety'],
  consents: ['同意与授权', 'My consents'],
});
