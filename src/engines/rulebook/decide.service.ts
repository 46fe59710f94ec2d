import type { Actor, Tx } from '#shared/call';
import { addDays, legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { nodesOf, readBook, standingsOf } from './book.service.ts';
import { pick, regionsAbove, type Standing } from './pick.rules.ts';
import type { Param, Rule } from './rule.rules.ts';
import {
  type DecisionRow, insertConfirmation, insertDecision, lockDecision, type NewDecision, restamp, selectHistory, selectPlace, updateEnd,
} from './rulebook.sql.ts';
import { words } from './rulebook.words.ts';
import { findParam, shippedId } from './shelf.service.ts';
import { schemaOf } from './shapes.rules.ts';

/** A number an officer decides: for a union and those below it, or (a law of the place) for a region. */
export type Deciding = {
  readonly param: string;
  readonly unionId: string;
  /** instead of the union: the region (GB/T 2260) whose law it is; `unionId` then only says from where it is seen */
  readonly regionCode?: string;
  readonly unionKind?: string;
  /** first day, today at the earliest */
  readonly from: string;
  /** last day, included */
  readonly to?: string;
  readonly value: unknown;
  readonly document: string;
  readonly article: string;
  readonly statute: boolean;
  readonly note: string;
};

/** A number by its key as a caller from outside named it, or a refusal. */
export function paramOf(key: string): Param {
  const param = findParam(key);
  if (!param) throw new Refused(words.unknownParam, { status: 404 });
  return param;
}

const atField = (path: string, word: Refused['word'], slots = {}): Refused =>
  new Refused(word, { status: 400, slots, fields: [{ path, why: word, slots }] });

function checkDays(tx: Tx, d: Deciding): void {
  const today = legalDateOf(tx.now);
  if (d.from < today) throw atField('from', words.notBackwards, { today });
  if (d.to !== undefined && d.to < d.from) throw atField('to', words.endBeforeStart);
}

/** A decision that something stricter from above would silence is refused rather than kept without effect. */
async function refuseWithoutEffect(tx: Tx, param: Param, d: Deciding, row: NewDecision): Promise<void> {
  const place = await selectPlace(tx, d.unionId);
  if (!place) throw new Refused(words.unknownUnion, { status: 404 });
  const standings = standingsOf(param, await readBook(tx, place.stamp), place);
  if (row.regionCode && !regionsAbove(place.regionCode).includes(row.regionCode)) return;
  const distance = row.regionCode ? nodesOf(place.path).length + regionsAbove(place.regionCode).indexOf(row.regionCode) : 0;
  const fresh: Standing = {
    distance, at: row.regionCode ? 'region' : 'union', place: row.unionId ?? row.regionCode, placeName: '', forKind: row.unionKind !== '', from: row.from, to: row.to,
    value: row.value, basis: { document: row.document, documentEn: row.document, article: row.article },
    confidence: row.statute ? 'statute' : 'decided', note: '', noteEn: '', id: row.id, decidedAt: tx.now.toISOString(),
  };
  const held = pick(param, [...standings.filter((s) => s.distance >= distance), fresh], d.from);
  if (held && held.id !== row.id && held.distance > distance) throw atField('value', words.looserThanLaw, { document: held.basis.document });
}

/**
 * Keeps a decision from its first day on; what was decided before goes on holding until then, and for ever for the past.
 * The caller has checked that the officer may decide for this union, and leaves the audit line.
 * @returns the decision's id
 * @throws Refused: unknown number, value out of range or without effect, a first day in the past, two on one day
 */
export async function decide(tx: Tx, by: Actor, d: Deciding): Promise<string> {
  const param = paramOf(d.param);
  const parsed = schemaOf(param.shape).safeParse(d.value);
  if (!parsed.success) throw atField('value', words.wrongValue);
  checkDays(tx, d);
  const row: NewDecision = {
    id: newId(), param: d.param, unionId: d.regionCode ? null : d.unionId, regionCode: d.regionCode ?? '', unionKind: d.unionKind ?? '',
    from: d.from, to: d.to ?? null, value: parsed.data, document: d.document, article: d.article, statute: d.statute, note: d.note,
    decidedBy: by.personId,
  };
  await refuseWithoutEffect(tx, param, d, row);
  if (!(await insertDecision(tx, row))) throw atField('from', words.sameDay);
  await restamp(tx, newId());
  return row.id;
}

/** A decision, locked, or 404. */
export async function loadDecision(tx: Tx, id: string): Promise<DecisionRow> {
  const decision = await lockDecision(tx, id);
  if (!decision) throw new Refused(words.unknownDecision, { status: 404 });
  return decision;
}

/**
 * Ends a decision: its last day is `lastDay`, today at the earliest; one that has not begun is withdrawn.
 * @throws Refused when it has already ended by then
 */
export async function endDecision(tx: Tx, by: Actor, decision: DecisionRow, lastDay: string): Promise<void> {
  const today = legalDateOf(tx.now);
  if (decision.to !== null && (decision.to < today || decision.to < decision.from)) throw new Refused(words.alreadyOver);
  if (decision.from > today && lastDay < decision.from) {
    await updateEnd(tx, decision.id, addDays(decision.from, -1), by.personId);
  } else {
    if (lastDay < today) throw atField('on', words.notBackwards, { today });
    if (lastDay < decision.from) throw atField('on', words.endBeforeStart);
    await updateEnd(tx, decision.id, lastDay, by.personId);
  }
  await restamp(tx, newId());
}

/**
 * Notes that an officer compared a number that came with the product with its source.
 * @throws Refused when there is nothing to confirm or it was confirmed before
 */
export async function confirm(tx: Tx, by: Actor, c: { param: string; ruleId: string; note: string }): Promise<Rule> {
  const param = paramOf(c.param);
  const rule = param.rules.find((r) => shippedId(param, r) === c.ruleId);
  if (!rule || rule.confidence === 'statute') throw new Refused(words.nothingToConfirm);
  if (!(await insertConfirmation(tx, { ...c, by: by.personId }))) throw new Refused(words.alreadyConfirmed);
  await restamp(tx, newId());
  return rule;
}

/** Decisions about one number that ever concerned a union, withdrawn ones too, newest first. */
export async function historyOf(
  tx: Tx, unionId: string, param: string, page: { after?: string; limit: number },
): Promise<{ items: DecisionRow[]; next?: string }> {
  paramOf(param);
  const place = await selectPlace(tx, unionId);
  if (!place) throw new Refused(words.unknownUnion, { status: 404 });
  const limit = Math.min(Math.max(page.limit, 1), 100);
  const found = await selectHistory(tx, param, nodesOf(place.path), regionsAbove(place.regionCode), { before: page.after, limit: limit + 1 });
  const items = found.slice(0, limit);
  return { items, next: found.length > limit ? items.at(-1)?.id : undefined };
}
