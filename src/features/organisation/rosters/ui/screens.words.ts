import { defineWords } from '#shared/words';

export const words = defineWords('rosterScreens', {
  imports: ['花名册导入', 'Roster import'],
});
