/** Engine cases: matters that travel through processes given as data. See about.md. */
import * as access from './access.ts';
import { bar, unbar } from './bar.service.ts';
import { listLikenesses } from './likeness.service.ts';
import { countFigures, listOwn, listRegister } from './lists.sql.ts';
import { open } from './open.service.ts';
import { allProcesses, follow, processNamed, useCorrespondent, useProcess } from './registry.ts';
import { note, oneLevelUp, step } from './steps.service.ts';
import { sweep } from './sweep.service.ts';
import { takeOver } from './takeover.service.ts';
import { countWaiting, listForAuthor, listWaiting, load, loadByCode, loadWhole, seesAuthor, tenantOfCode } from './views.service.ts';

export const cases = {
  useProcess, useCorrespondent, follow, processNamed, allProcesses, open, bar, unbar, takeOver, step, note, oneLevelUp, load, loadWhole, loadByCode, tenantOfCode, seesAuthor, listWaiting, countWaiting, listForAuthor, listOwn,
  listRegister, countFigures, sweep, listLikenesses, loadSeen: access.loadSeen, openSteps: access.openSteps, mayOver: access.mayOver,
};
export { defineProcess, type Process, type State, type Step } from './process.rules.ts';
export { grams, gramQuery } from './grams.rules.ts';
export { words as caseWords } from './cases.words.ts';
export type { Doer, Held } from './access.ts';
export type { CaseEvent, CaseFile } from './cases.sql.ts';
export type { CaseFigures, CaseFilter, ListedCase } from './lists.sql.ts';
export type { Opening } from './open.service.ts';
export type { Given } from './steps.service.ts';
export type { SeenCase } from './views.service.ts';
export type { Correspondence, Correspondent } from './registry.ts';
export type { TakenCase, TakenEvent } from './taken.rules.ts';
export type { Runner } from './sweep.service.ts';
