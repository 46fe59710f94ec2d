import { defineProcess } from '#engines/cases';
import { words as w } from './contact-boxes.words.ts';

/** The duty to open a box: stands on the work list from the day it is due until it was opened; late, it is reported one union up. */
export const openingProcess = defineProcess({
  name: 'boxOpening',
  title: w.duty,
  prefix: w.dutyPrefix,
  start: 'due',
  states: {
    due: { word: w.dutyDue, waits: 'office', place: 1 },
    opened: { word: w.dutyOpened, waits: 'nobody', place: 2 },
    dropped: { word: w.dutyDropped, waits: 'nobody' },
  },
  steps: {
    open: { word: w.didOpen, button: w.log, from: ['due'], to: 'opened', can: 'contactBoxes.keep', stops: ['finish'] },
    drop: { word: w.didDrop, button: w.retire, from: ['due'], to: 'dropped', can: 'contactBoxes.keep', stops: ['finish'] },
  },
  rules: { clocks: { finish: 'contactBoxes.late.withinWorkdays' }, escalateEvery: 'letters.escalate.everyWorkdays' },
  readers: 'contactBoxes.keep',
  memberPath: '/contact-boxes',
  consolePath: '/contact-boxes/:id',
});
