import { defineWords } from '#shared/words';

/** Titles that stand in menus; loaded by everybody. */
export const words = defineWords('surveys.screens', {
  surveys: ['问卷调查', 'Surveys'],
  also: ['满意度 调查 问卷 意见 投票 匿名', 'questionnaire satisfaction opinion anonymous'],
  register: ['问卷调查', 'Surveys'],
  tasks: ['调查整改任务', 'Tasks from surveys'],
  taskKind: ['整改任务', 'Task from a survey'],
});
