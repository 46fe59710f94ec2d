import type { Actor, Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { say, type Slots, type Word } from '#shared/words';
import { doorWords } from '#platform/http';
import { audit } from '#engines/audit';
import { quorum } from '#engines/ballot';
import { files } from '#engines/files';
import { rulebook } from '#engines/rulebook';
import { findItem, type ItemRow } from './items.sql.ts';
import { findMine, findKept, mayOpenPapers, type SessionRow } from './sessions.sql.ts';
import type { SessionState } from './sessions.rules.ts';
import { sumSeats } from './seats.sql.ts';
import { words } from './sessions.words.ts';

export const KEEP = 'sessions.keep';
export const DECIDE = 'sessions.decide';
export const KIND = 'sessionItem';
export const FILES = 'congressSession';
/** States in which the session is being held. */
export const HELD: readonly SessionState[] = ['open', 'sitting'];

/** Papers are for whoever sits in the session, or keeps it. */
export const declareFiles = (): void => files.declareOwner(FILES, { most: 60, mayOpen: mayOpenPapers });

export const missing = (): never => { throw new Refused(doorWords.notFound, { status: 404 }); };
/** Refuses one field with a sentence. */
export const wrong = (path: string, why: Word, slots: Record<string, string | number> = {}): never => { throw new Refused(doorWords.checkInput, { status: 400, fields: [{ path, why, slots }] }); };

/** Refuses with the state in which the session is now. */
export function refuseNow(z: Pick<SessionRow, 'state'>): never {
  const state = words[`state_${z.state}`];
  throw new Refused({ code: words.notNow.code, zh: say(words.notNow, 'zh', { state: state.zh }), en: say(words.notNow, 'en', { state: state.en }) });
}

/** A session that the officer keeps, in one of these states. @param lock `update` before a step or a vote, `share` where people come and go */
export async function loadKept(tx: Tx, by: Actor, id: string, lock?: 'update' | 'share', states?: readonly SessionState[]): Promise<SessionRow> {
  const z = (await findKept(tx, by, id, lock)) ?? missing();
  if (states !== undefined && !states.includes(z.state)) refuseNow(z);
  return z;
}

/** A session for whoever sits in it, or may read what it decided. */
export const loadMine = async (tx: Tx, by: Actor, id: string): Promise<SessionRow> => (await findMine(tx, by, id)) ?? missing();

/** An item with its session, locked. */
export async function loadItem(tx: Tx, by: Actor, id: string, states?: readonly SessionState[]): Promise<{ z: SessionRow; i: ItemRow }> {
  const seen = (await findItem(tx, id)) ?? missing();
  const z = await loadKept(tx, by, seen.sessionId, 'update', states);
  return { z, i: (await findItem(tx, id)) ?? missing() };
}

/** A line of the log about a session. */
export const note = (tx: Tx, by: Actor, word: Word, z: Pick<SessionRow, 'id' | 'unionId' | 'title'>, slots: Slots = {}): Promise<void> =>
  audit.record(tx, by, word, { subject: { kind: 'congressSession', id: z.id }, unionId: z.unionId, slots: { title: z.title, ...slots } });

/** Keys of the rulebook by which a body decides: those of workers, or of the union's members. */
const decisive = (kind: SessionRow['kind']) => (kind === 'workers' ? (['congress.quorum', 'congress.resolution.majority'] as const) : (['elections.memberCongress.quorum', 'elections.memberCongress.majority'] as const));

/** Keeps for ever what a plan or a vote rests on. @returns the id of the set */
export async function keepBasis(tx: Tx, z: Pick<SessionRow, 'unionId' | 'kind'>, what: 'plan' | 'vote'): Promise<string> {
  const keys = [...decisive(z.kind), ...(what === 'plan' ? (['congress.papers.beforeDays', 'congress.secret.scope', 'congress.report.withinWorkdays'] as const) : [])];
  return (await rulebook.resolve(tx, { unionId: z.unionId }, keys)).ruleSetId;
}

/** The numbers that hold for a congress now. */
export async function numbersOf(tx: Tx, z: Pick<SessionRow, 'unionId' | 'kind'>) {
  const { values } = await rulebook.look(tx, { unionId: z.unionId }, ['congress.quorum', 'congress.resolution.majority', 'elections.memberCongress.quorum', 'elections.memberCongress.majority', 'congress.papers.beforeDays', 'congress.secret.scope', 'congress.presidium.size', 'congress.presidium.frontLineShare', 'disclosure.decisions.withinDays', 'congress.report.withinWorkdays', 'letters.workingHours']);
  const [quorumKey, majorityKey] = decisive(z.kind);
  const share = values[quorumKey];
  return {
    quorum: { op: 'GE' as const, num: share.num, den: share.den }, majority: values[majorityKey], papersDays: values['congress.papers.beforeDays'], scope: values['congress.secret.scope'],
    presidium: values['congress.presidium.size'], frontLine: values['congress.presidium.frontLineShare'], publishDays: values['disclosure.decisions.withinDays'], reportWorkdays: values['congress.report.withinWorkdays'], hours: values['letters.workingHours'],
  };
}

/** Who is there of those entitled, at this moment, and whether that is enough (present × 3 ≥ entitled × 2, rules.md §7.1). */
export async function quorumOf(tx: Tx, z: SessionRow) {
  const sums = await sumSeats(tx, z.id);
  const line = quorum(sums.present, z.openedAt === null ? sums.entitled : z.entitled, (await numbersOf(tx, z)).quorum);
  return { ...sums, entitled: line.base, least: line.least, holds: line.holds && line.base > 0, line };
}
export type Quorum = Awaited<ReturnType<typeof quorumOf>>;

/** The same for a screen. */
export const quorumOut = (q: Quorum, locale: 'zh' | 'en') => ({ entitled: q.entitled, present: q.present, least: q.least, holds: q.holds, sentence: say(q.line.worked.word, locale, q.line.worked.slots) });

/** Refuses while too few are there. */
export function refuseWithoutQuorum(q: Quorum): void {
  if (!q.holds) throw new Refused(words.noQuorum, { slots: { present: q.present, entitled: q.entitled, least: q.least } });
}
