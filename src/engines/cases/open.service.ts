import { randomInt } from 'node:crypto';
import type { Actor, Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { newId, newSecretId } from '#shared/ids';
import { secrets } from '#platform/secrets';
import { audit } from '#engines/audit';
import { loadUnion, refuseEnded } from '#engines/org';
import { similarity } from '#engines/similarity';
import * as q from './cases.sql.ts';
import type { CaseFile } from './cases.sql.ts';
import { words } from './cases.words.ts';
import { type Dues, nextDue, startClocks } from './clocks.rules.ts';
import { grams } from './grams.rules.ts';
import { periodsOf } from './periods.ts';
import { CLOCKS, isOpen, type Process } from './process.rules.ts';
import { tellFollowers } from './registry.ts';
import { tellOffice } from './tell.ts';

/** What a new case is made of. */
export type Opening = {
  /** the union that is to have it */
  readonly unionId: string;
  /** where it comes from, when not the same */
  readonly originUnionId?: string;
  readonly title: string;
  /** the first event's text: the letter itself */
  readonly text: string;
  readonly privacy: 'named' | 'hidden' | 'anonymous';
  readonly channel: string;
  /** the author with a session; none for anonymous letters and for what reaches the union by other ways */
  readonly author?: Actor;
  /** the author when somebody else files it: reception, e-mail, demonstration */
  readonly authorId?: string | null;
  readonly subjectId?: string | null;
  readonly files?: readonly string[];
  readonly facts?: Record<string, unknown>;
  /** people who must not see it */
  readonly barred?: readonly { personId: string; why: string }[];
  /** the officer who filed it for somebody (reception, contact box) */
  readonly filedBy?: Actor;
  /** gives a 16-digit follow-up code even though the author has no session (anonymous, and box letters) */
  readonly withCode?: boolean;
  /** deadlines that were agreed for this one case, instead of the rulebook's periods */
  readonly dues?: Dues;
};

const digits = (n: number): string => Array.from({ length: n }, () => randomInt(10)).join('');

/** Hash by which a follow-up code is found. */
export const codeLookup = (code: string): Buffer => secrets.lookup('follow-up', code);

/** What of a case is compared with others. */
export const likenessText = (title: string, text: string): string => `${title}\n${text}`;

function newFile(tx: Tx, p: Process, o: Opening, number: string): CaseFile {
  return {
    id: o.privacy === 'anonymous' ? newSecretId() : newId(), process: p.name, number, title: o.title, state: p.start, isOpen: isOpen(p, p.start),
    privacy: o.privacy, channel: o.channel, unionId: o.unionId, originUnionId: o.originUnionId ?? o.unionId,
    authorId: o.privacy === 'anonymous' ? null : (o.author?.personId ?? o.authorId ?? null), subjectId: o.subjectId ?? null, assigneeId: null, assigneeTitle: '',
    ...startClocks({}), nextDue: null, nextClock: null, lateLevel: 0, lateUnionId: null, nextEscalation: null, recheckDue: null, lapseDue: null,
    rating: null, ratingAgain: null, reopened: 0, ruleSetId: null, facts: o.facts ?? {}, version: 1, openedAt: tx.now, changedAt: tx.now,
  };
}

/**
 * Opens a case: number, clocks by the rulebook, first event, audit line, word to the office.
 * @returns its id and number; `code` = 16 digits, only when asked for or anonymous, told once and kept only as a keyed hash
 */
export async function open(tx: Tx, p: Process, o: Opening): Promise<{ id: string; number: string; code: string | null }> {
  const union = await loadUnion(tx, o.unionId);
  refuseEnded(union);
  const periods = await periodsOf(tx, p, union.id);
  const number = await q.takeNumber(tx, p.name, Number(legalDateOf(tx.now).slice(0, 4)));
  const file = { ...newFile(tx, p, o, number), ...startClocks({ ...periods.dues(tx.now, CLOCKS), ...o.dues }), ruleSetId: periods.ruleSetId };
  const next = nextDue(p, file.state, file);
  Object.assign(file, { nextDue: next.due, nextClock: next.clock, nextEscalation: p.rules.escalateEvery ? next.due : null, lapseDue: periods.lapse(file.state, tx.now) });
  await q.insertCase(tx, file, grams(`${o.title}\n${o.text}`));
  await q.insertEvents(tx, [{
    id: o.privacy === 'anonymous' ? newSecretId() : newId(), caseId: file.id, position: 1, step: 'opened', fromState: file.state, toState: file.state,
    byKind: o.filedBy ? 'officer' : 'author', byId: o.filedBy?.personId ?? file.authorId, byTitle: '', text: o.text, shownTo: 'all',
    files: [...(o.files ?? [])], data: {}, at: tx.now,
  }]);
  if (o.barred && o.barred.length > 0) await q.insertBarred(tx, file.id, o.barred);
  const code = o.privacy === 'anonymous' || o.withCode ? digits(16) : null;
  if (code !== null) await q.insertFollowUp(tx, codeLookup(code), file.id);
  const doneBy = o.filedBy ?? (o.privacy === 'named' ? (o.author ?? { system: o.channel }) : null);
  await audit.record(tx, doneBy, words.auditOpened, {
    subject: { kind: p.name, id: file.id }, unionId: union.id, slots: { process: p.title, number }, basis: { ruleSetId: periods.ruleSetId },
  });
  await tellOffice(tx, p, { file, union });
  if (p.collection) await similarity.put(tx, p.collection, [{ id: file.id, unionId: union.id, text: likenessText(o.title, o.text), at: file.openedAt }]);
  await tellFollowers(tx, p.name, 'opened', { file, union });
  return { id: file.id, number, code };
}
