import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { formatYuan } from '#shared/money';
import { say, type Word } from '#shared/words';
import { type Call, doorWords } from '#platform/http';
import { cases, caseWords, type Held } from '#engines/cases';
import { rulebook } from '#engines/rulebook';
import { nearestWith } from './entering.service.ts';
import type { api } from './savings.contract.ts';
import { savingProcess } from './savings.process.ts';
import { monthsOf } from './savings.rules.ts';
import * as q from './savings.sql.ts';
import type { SavingRow } from './savings.sql.ts';
import { words } from './savings.words.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
const done = ({ file }: Held) => ({ id: file.id, state: file.state });
const BOUND = 'savings.financeAbove.fen';

async function found(tx: Tx, by: Actor, id: string): Promise<SavingRow> {
  const row = await q.findSaving(tx, by, id);
  if (row === null) throw new Refused(doorWords.notFound, { status: 404 });
  return row;
}

/** The steps of a saving that are open to this person now. */
export function openSteps(by: Actor, s: SavingRow): string[] {
  if (s.authorId === by.personId) return s.state === 'entered' ? ['withdraw'] : [];
  const over = (permission: string): boolean => !s.shares && cases.mayOver(by, permission, { path: s.casePath, sectorPath: s.caseSectorPath });
  if (s.state === 'entered') return over('savings.verify') ? ['verify', 'refuse'] : [];
  if (s.state === 'withFinance') return over('savings.confirm') && s.verifiedById !== by.personId ? ['confirm', 'reject'] : [];
  return s.state === 'counted' && over('savings.confirm') ? ['strike'] : [];
}

const verifiedOthers = async (tx: Tx, by: Actor, id: string): Promise<SavingRow[]> => (await q.listOthers(tx, by, id)).filter((o) => o.verified !== null);
const peopleOf = async (tx: Tx, id: string): Promise<string[]> => (await q.listPeople(tx, [id])).map((p) => p.id);

/** Where finance verifies once more: null when the amount is not above the bound, false when nobody could. */
async function financeFor(tx: Tx, by: Actor, s: SavingRow, fen: bigint): Promise<{ unionId: string } | false | null> {
  const { values } = await rulebook.resolve(tx, { unionId: s.unitId }, [BOUND]);
  if (fen * BigInt(monthsOf(s.monthly, s.madeFrom, s.madeTo)) <= BigInt(values[BOUND])) return null;
  const union = await nearestWith(tx, s.caseUnionId, 'savings.confirm', [by.personId, ...(await peopleOf(tx, s.id))]);
  return union === null ? false : { unionId: union.id };
}

type Settled = { readonly fen: bigint; readonly text: string; readonly doubleWord: string; readonly version?: number | undefined };

/** Takes the step that fits the amount and keeps what was verified. The posts are locked by the caller. */
async function settle(tx: Tx, by: Actor, s: SavingRow, o: Settled, finance: { unionId: string } | null): Promise<Held> {
  const verb = finance ? 'pass' : o.fen < s.claimed ? 'lower' : 'accept';
  const text = [o.text, o.doubleWord].filter(Boolean).join('\n');
  const held = await cases.step(tx, savingProcess, verb, s.id, { kind: 'person', actor: by }, { text, data: { fen: Number(o.fen) }, ...(finance ? { unionId: finance.unionId } : {}), ...(o.version ? { version: o.version } : {}) });
  await q.markVerified(tx, { id: s.id, fen: o.fen, by: by.personId, on: legalDateOf(tx.now), doubleWord: o.doubleWord, counts: finance === null });
  return held;
}

function amountFrom(most: bigint, asked: number | undefined, text: string): bigint {
  const fen = asked === undefined ? most : BigInt(asked);
  if (fen > most) throw new Refused(doorWords.checkInput, { status: 400, fields: [{ path: 'amountFen', why: words.raised, slots: { most: formatYuan(most) } }] });
  if (fen < most && text === '') throw new Refused(doorWords.checkInput, { status: 400, fields: [{ path: 'text', why: words.needsReason }] });
  return fen;
}

/**
 * Verifies a saving: as claimed, or lower with a reason; above the rulebook's bound it goes on to finance.
 * The same post, kind and time as a verified one needs a word on why it is another saving.
 */
export async function verify(tx: Tx, by: Actor, { id, version, amountFen, text, doubleWord }: In<'verify'>) {
  await q.lockPosts(tx, [id]);
  const s = await found(tx, by, id);
  if (s.shares) throw new Refused(caseWords.ownCase, { status: 403 });
  const fen = amountFrom(s.claimed, amountFen, text);
  const [twin] = await verifiedOthers(tx, by, id);
  if (twin && doubleWord.length < 2) {
    const slots = { number: twin.number, title: twin.title };
    throw new Refused(words.likelyDouble, { slots, fields: [{ path: 'doubleWord', why: words.likelyDouble, slots }], data: { otherId: twin.id } });
  }
  const finance = await financeFor(tx, by, s, fen);
  if (finance === false) {
    const { values } = await rulebook.look(tx, { unionId: s.unitId }, [BOUND]);
    throw new Refused(words.noAccountant, { slots: { bound: formatYuan(BigInt(values[BOUND])) } });
  }
  return done(await settle(tx, by, s, { fen, text, doubleWord: twin ? doubleWord : '', version }, finance));
}

/** Why this one cannot be verified together with others; null when it can. */
async function hindrance(tx: Tx, by: Actor, s: SavingRow): Promise<Word | null> {
  if (s.shares) return words.skippedOwn;
  if (!openSteps(by, s).includes('verify')) return words.skippedState;
  return (await verifiedOthers(tx, by, s.id)).length > 0 ? words.skippedDouble : null;
}

/** Verifies several at their claimed amounts; what needs a closer look is left and named. */
export async function verifyMany(tx: Tx, by: Actor, { ids }: In<'verifyMany'>, call: Call) {
  const wanted = [...new Set(ids)].sort();
  await q.lockPosts(tx, wanted);
  let [verified, passed] = [0, 0];
  const skipped: { id: string; number: string; why: string }[] = [];
  for (const id of wanted) {
    const s = await found(tx, by, id);
    const finance = await financeFor(tx, by, s, s.claimed);
    const why = (await hindrance(tx, by, s)) ?? (finance === false ? words.skippedFinance : null);
    if (why !== null || finance === false) {
      skipped.push({ id, number: s.number, why: say(why ?? words.skippedFinance, call.locale) });
      continue;
    }
    await settle(tx, by, s, { fen: s.claimed, text: '', doubleWord: '' }, finance);
    if (finance) passed++;
    else verified++;
  }
  if (verified + passed === 0) throw new Refused(words.nothingVerified, { slots: { why: [...new Set(skipped.map((s) => s.why))].join('、') } });
  return { verified, passed, skipped };
}

type Ending = { readonly verb: 'refuse' | 'reject' | 'strike' | 'withdraw'; readonly why: 'refused' | 'struck' | 'withdrawn' };

function ends<K extends 'refuse' | 'reject' | 'strike' | 'withdraw'>({ verb, why }: Ending) {
  return async (tx: Tx, by: Actor, { id, ...given }: In<K> & { id: string; text?: string; version?: number | undefined }) => {
    const s = await found(tx, by, id);
    if (verb !== 'withdraw' && s.shares) throw new Refused(caseWords.ownCase, { status: 403 });
    const held = await cases.step(tx, savingProcess, verb, id, { kind: 'person', actor: by }, { ...(given.text ? { text: given.text } : {}), ...(given.version ? { version: given.version } : {}) });
    await q.markEnded(tx, { id, on: legalDateOf(tx.now), why });
    return done(held);
  };
}

/** Not counted, with the reason told to the author. */
export const refuse = ends<'refuse'>({ verb: 'refuse', why: 'refused' });
/** Not counted after finance looked at it. */
export const reject = ends<'reject'>({ verb: 'reject', why: 'refused' });
/** A counted one that turned out wrong is counted nowhere from now on. */
export const strike = ends<'strike'>({ verb: 'strike', why: 'struck' });
/** Taken back by its author while nobody has verified it. */
export const withdraw = ends<'withdraw'>({ verb: 'withdraw', why: 'withdrawn' });

/** The second verification, by another person than the first: as verified, or lower with a reason. */
export async function confirm(tx: Tx, by: Actor, { id, version, amountFen, text }: In<'confirm'>) {
  const s = await found(tx, by, id);
  if (s.shares) throw new Refused(caseWords.ownCase, { status: 403 });
  if (s.verifiedById === by.personId) throw new Refused(words.secondPerson, { status: 403 });
  const most = s.verified ?? s.claimed;
  const fen = amountFrom(most, amountFen, text);
  const held = await cases.step(tx, savingProcess, fen < most ? 'reduce' : 'confirm', id, { kind: 'person', actor: by }, { text, data: { fen: Number(fen) }, ...(version ? { version } : {}) });
  await q.markConfirmed(tx, { id, fen, by: by.personId, on: legalDateOf(tx.now) });
  return done(held);
}
