import { defineProcess } from '#engines/cases';
import { words as w } from './tasks.words.ts';

/** What is done about a finding of a survey. The day by which it is to be done is agreed for each one. */
export const taskProcess = defineProcess({
  name: 'surveyTask',
  title: w.task,
  prefix: w.prefix,
  start: 'planned',
  states: {
    planned: { word: w.planned, waits: 'office', place: 1 },
    working: { word: w.working, waits: 'office', place: 2 },
    done: { word: w.done, waits: 'nobody', place: 3 },
    dropped: { word: w.dropped, waits: 'nobody' },
  },
  steps: {
    assign: { word: w.didAssign, button: w.assign, from: ['planned', 'working'], to: 'working', can: 'surveys.keep', needs: ['assignee'] },
    report: { word: w.didReport, button: w.report, from: ['working'], to: 'same', can: 'surveys.keep', assigneeToo: true, needs: ['text'] },
    finish: { word: w.didFinish, button: w.finish, from: ['planned', 'working'], to: 'done', can: 'surveys.keep', assigneeToo: true, needs: ['text'], stops: ['finish'] },
    drop: { word: w.didDrop, button: w.drop, from: ['planned', 'working'], to: 'dropped', can: 'surveys.keep', needs: ['text'], stops: ['finish'] },
  },
  rules: { clocks: {} },
  readers: 'surveys.keep',
  memberPath: '/surveys',
  consolePath: '/survey-tasks/:id',
});
