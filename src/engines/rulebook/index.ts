import { confirm, decide, endDecision, historyOf, loadDecision, paramOf } from './decide.service.ts';
import { sayBasis, sayValue } from './phrases.rules.ts';
import { basisOf, chapters, look, resolve, setOf } from './rulebook.service.ts';
import { shelve } from './shelf.service.ts';

/** Every legal or local number, by place and date: see about.md. */
export const rulebook = { resolve, look, setOf, basisOf, sayValue, sayBasis, chapters, decide, loadDecision, endDecision, confirm, historyOf, param: paramOf, shelve };
export { law, pack, type Param, type Rule, type Unit, usual } from './rule.rules.ts';
export type { Standing } from './pick.rules.ts';
export type { DecisionRow } from './rulebook.sql.ts';
export type { Chapter, Ground, Resolved, Where } from './rulebook.service.ts';
export type { RuleKey, RuleValues, ValuesOf } from './shelf.service.ts';
export type { Band, Hours, Majority, Shape, Share } from './shapes.rules.ts';
