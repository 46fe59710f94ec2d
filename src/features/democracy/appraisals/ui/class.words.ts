import { defineWords } from '#shared/words';

/** Classes of raters, as the desk names them before the server does. */
export const words = defineWords('appraisals.classes', {
  class_leaders: ['领导班子成员', 'Leaders'],
  class_middle: ['中层干部', 'Middle managers'],
  class_delegates: ['职工代表', 'Delegates'],
});
