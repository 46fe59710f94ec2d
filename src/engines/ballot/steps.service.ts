import type { Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import type { Word } from '#shared/words';
import { jobs } from '#platform/jobs';
import { audit } from '#engines/audit';
import { type Ballot, type BallotState, isHigher, type Level, MIX_AT_LEAST, MOST, paperBytesOf } from './ballot.rules.ts';
import * as q from './ballot.sql.ts';
import { words } from './ballot.words.ts';
import { countRule } from './count/count-rule.rules.ts';
import { Paper } from './count/paper.rules.ts';
import { type Guard, type Happening, type Keeper, kindNamed, tellFollowers } from './kinds.ts';
import { deleteSecrets } from './keys.sql.ts';
import { forgetKeys } from './keys.service.ts';
import { deleteCards } from './hall.sql.ts';
import { countPapers, deletePapers } from './papers.sql.ts';
import { countTurnout, hashRoll, listClasses, markPresent as mark, replaceRoll, type RollSelect } from './roll.sql.ts';

/** What a part says of a ballot; what is left out is as usual. */
export type BallotWanted = {
  /** the part's own row may have the same id */
  readonly id?: string;
  readonly unionId: string;
  readonly kind: string;
  readonly title: string;
  readonly level: Level;
  readonly paper: Paper;
  /** what the count decides by, with its basis */
  readonly rule: Parameters<typeof countRule>[0];
  readonly opensAt?: Date | null;
  readonly closesAt?: Date | null;
  /** only who is marked present may vote */
  readonly presentOnly?: boolean;
  /** papers are mixed from this number on; fewer only at the close */
  readonly mixAtLeast?: number;
  /** for papers of questions: the longest answers, in bytes of JSON; worked out for others */
  readonly paperBytes?: number;
};

/** The words of a level. */
export const LEVEL_WORDS: Readonly<Record<Level, Word>> = { open: words.levelOpen, detached: words.levelDetached, blind: words.levelBlind };

/** A ballot by its id. @throws Refused 404 when it is not there, 409 when it is in none of these states */
export async function ballotAt(tx: Tx, id: string, states: readonly BallotState[], lock: 'none' | 'share' | 'update' = 'update'): Promise<Ballot> {
  const ballot = await q.findBallot(tx, id, lock);
  if (ballot === null) throw new Refused(words.ballotUnknown, { status: 404 });
  if (!states.includes(ballot.state)) throw new Refused(words.stateWrong);
  return ballot;
}

const noted = (tx: Tx, by: Keeper, word: Word, b: Ballot, slots: Parameters<typeof audit.record>[3]['slots'] = {}): Promise<void> =>
  audit.record(tx, by, word, { subject: { kind: 'ballot', id: b.id }, unionId: b.unionId, slots: { title: b.title, ...slots } });

async function moved(tx: Tx, b: Ballot, verb: Happening['verb'], to: BallotState, m: q.Moved = {}): Promise<Ballot> {
  await q.moveBallot(tx, b.id, to, m);
  const now = (await q.findBallot(tx, b.id)) as Ballot;
  await tellFollowers(tx, { ballot: now, verb });
  return now;
}

/**
 * Prepares a ballot, or changes one that is being prepared (`version` as it was read). Who may is asked by the part.
 * @returns its id
 * @throws Refused when the times do not fit or somebody else changed it meanwhile
 */
export async function prepare(tx: Tx, by: Keeper, w: BallotWanted, version?: number): Promise<string> {
  const id = w.id ?? newId();
  const paper = Paper.parse(w.paper);
  if (w.opensAt && w.closesAt && w.closesAt <= w.opensAt) throw new Refused(words.timesWrong, { fields: [{ path: 'closesAt', why: words.timesWrong }] });
  const row: q.BallotRow = {
    id, unionId: w.unionId, kind: kindNamed(w.kind).name, title: w.title, level: w.level, paper, rule: countRule(w.rule), paperBytes: w.paperBytes ?? paperBytesOf(paper), mixAtLeast: w.mixAtLeast ?? MIX_AT_LEAST,
    presentOnly: w.presentOnly ?? false, opensAt: w.opensAt ?? null, closesAt: w.closesAt ?? null, madeById: 'system' in by ? null : by.personId,
  };
  if (version === undefined) await q.insertBallot(tx, row);
  else {
    await ballotAt(tx, id, ['prepared']);
    if (!(await q.updateBallot(tx, row, version))) throw new Refused(words.changedMeanwhile);
  }
  const ballot = (await q.findBallot(tx, id)) as Ballot;
  await tellFollowers(tx, { ballot, verb: 'prepared' });
  await noted(tx, by, words.auditPrepared, ballot);
  return id;
}

/**
 * Sets who may vote, anew and as a whole, from a SELECT of `person_id, class, union_id`; until the opening.
 * @returns how many are on the roll
 * @throws Refused when the vote has begun or there are too many classes
 */
export async function setRoll(tx: Tx, by: Keeper, id: string, roll: RollSelect): Promise<number> {
  const ballot = await q.findBallot(tx, id, 'update');
  if (ballot === null) throw new Refused(words.ballotUnknown, { status: 404 });
  if (ballot.state !== 'prepared' && ballot.state !== 'announced') throw new Refused(words.rollFrozen);
  const n = await replaceRoll(tx, id, roll);
  if (n > MOST.roll) throw new Refused(words.rollTooLong, { slots: { most: MOST.roll } });
  if ((await listClasses(tx, id)).length > MOST.classes && ballot.level === 'blind') throw new Refused(words.classesTooMany, { slots: { most: MOST.classes } });
  if (ballot.state === 'announced') {
    await q.moveBallot(tx, id, 'announced', { keysReady: false });
    await askForKeys(tx, id);
  }
  await noted(tx, by, words.auditRoll, ballot, { n });
  return n;
}

const askForKeys = (tx: Tx, id: string): Promise<void> => jobs.enqueue(tx, 'ballot.keys', { id }, { key: id });

/** Announces a ballot: title, paper, rule and level are fixed from now on; its keys are made in the background. */
export async function announce(tx: Tx, by: Keeper, id: string): Promise<void> {
  const ballot = await ballotAt(tx, id, ['prepared']);
  const classes = await listClasses(tx, id);
  if (classes.length === 0) throw new Refused(words.rollEmpty);
  if (ballot.level === 'blind' && classes.length > MOST.classes) throw new Refused(words.classesTooMany, { slots: { most: MOST.classes } });
  const now = await moved(tx, ballot, 'announced', 'announced', { announcedAt: tx.now });
  await askForKeys(tx, id);
  await noted(tx, by, words.auditAnnounced, now, { level: LEVEL_WORDS[now.level] });
}

/** Raises the level of secrecy of an announced or open ballot, before the first vote or token. */
export async function raise(tx: Tx, by: Keeper, id: string, to: Level): Promise<void> {
  const ballot = await ballotAt(tx, id, ['announced', 'open']);
  if (!isHigher(to, ballot.level)) throw new Refused(words.levelLower);
  if ((await countTurnout(tx, id)).given > 0 || (await countPapers(tx, id)) > 0) throw new Refused(words.levelLate);
  if (to === 'blind' && (await listClasses(tx, id)).length > MOST.classes) throw new Refused(words.classesTooMany, { slots: { most: MOST.classes } });
  const now = await moved(tx, ballot, 'raised', ballot.state, { level: to, keysReady: false });
  forgetKeys(tx, id);
  await askForKeys(tx, id);
  await noted(tx, by, words.auditRaised, now, { from: LEVEL_WORDS[ballot.level], to: LEVEL_WORDS[to] });
}

/** Marks people of the roll as there, or gone; until the close. @returns how many that changed */
export async function markPresent(tx: Tx, by: Keeper, id: string, personIds: readonly string[], present = true): Promise<number> {
  const ballot = await ballotAt(tx, id, ['prepared', 'announced', 'open'], 'share');
  const n = await mark(tx, id, personIds, present);
  await noted(tx, by, words.auditPresent, ballot, { n });
  return n;
}

/**
 * Opens the vote: the roll is frozen from this moment.
 * @param guard says whether enough are there; without it the kind's own
 * @throws Refused when keys are still being made, the roll is empty or the guard says no
 */
export async function open(tx: Tx, by: Keeper, id: string, guard?: Guard): Promise<void> {
  const ballot = await ballotAt(tx, id, ['announced']);
  const { entitled, present } = await countTurnout(tx, id);
  if (entitled === 0) throw new Refused(words.rollEmpty);
  if (!ballot.keysReady) throw new Refused(words.keysMissing);
  const asked = guard ?? kindNamed(ballot.kind).guard;
  const found = asked ? await asked(tx, ballot) : { present };
  if (found.refused) throw new Refused(found.refused.word, { slots: found.refused.slots ?? {} });
  const now = await moved(tx, ballot, 'opened', 'open', { openedAt: tx.now, entitled, present: found.present, rollHash: await hashRoll(tx, id) });
  await noted(tx, by, words.auditOpened, now, { entitled, present: found.present });
}

/** Ends the vote: no paper is taken any more, and counting begins in the background. */
export async function close(tx: Tx, by: Keeper, id: string): Promise<void> {
  const ballot = await ballotAt(tx, id, ['open']);
  const now = await moved(tx, ballot, 'closed', 'closed', { closedAt: tx.now });
  await jobs.enqueue(tx, 'ballot.count', { id }, { key: id });
  await noted(tx, by, words.auditClosed, now);
}

/** Declares the result that was counted. */
export async function declare(tx: Tx, by: Keeper, id: string): Promise<void> {
  const ballot = await ballotAt(tx, id, ['closed']);
  if (ballot.result === null) throw new Refused(words.notCounted);
  const now = await moved(tx, ballot, 'declared', 'declared', { endedAt: tx.now });
  await noted(tx, by, words.auditDeclared, now);
}

/** Calls a ballot off, for a reason: whatever was voted is deleted unread. */
export async function callOff(tx: Tx, by: Keeper, id: string, why: string): Promise<void> {
  const ballot = await ballotAt(tx, id, ['prepared', 'announced', 'open']);
  await deletePapers(tx, id);
  await deleteCards(tx, id);
  await deleteSecrets(tx, id);
  forgetKeys(tx, id);
  const now = await moved(tx, ballot, 'calledOff', 'void', { endedAt: tx.now, why });
  await noted(tx, by, words.auditCalledOff, now, { why: audit.veil(why) });
}
/** Voids a counted ballot, for a reason (an objection was upheld); board and result stay. */
export async function annul(tx: Tx, by: Keeper, id: string, why: string): Promise<void> {
  const ballot = await ballotAt(tx, id, ['closed', 'declared']);
  if (ballot.result === null) throw new Refused(words.notCounted);
  const now = await moved(tx, ballot, 'voided', 'void', { endedAt: tx.now, why });
  await noted(tx, by, words.auditVoid, now, { why: audit.veil(why) });
}
