import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import type { Word } from '#shared/words';
import { doorWords } from '#platform/http';
import { audit } from '#engines/audit';
import { files } from '#engines/files';
import type { api } from './points.contract.ts';
import { bandOf } from './points.rules.ts';
import { words } from './points.words.ts';
import { roundFor } from './rounds.service.ts';
import * as q from './rounds.sql.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;

const noted = (tx: Tx, by: Actor, word: Word, round: q.RoundRow, prizeId: string, slots: Record<string, string | number>): Promise<void> =>
  audit.record(tx, by, word, { subject: { kind: 'prize', id: prizeId }, unionId: round.schemeId, slots: { round: round.title, ...slots } });

function checkBand(round: q.RoundRow, points: number): void {
  if (!bandOf(round.bands, points)) throw new Refused(doorWords.checkInput, { status: 400, fields: [{ path: 'points', why: words.outsideBands }] });
}

async function prizeFor(tx: Tx, by: Actor, id: string): Promise<{ prize: q.PrizeRow; round: q.RoundRow }> {
  const prize = await q.findPrize(tx, id, 'lock');
  if (prize === null) throw new Refused(doorWords.notFound, { status: 404 });
  const { round } = await roundFor(tx, by, 'points.keep', prize.roundId);
  if (round.state === 'closed') throw new Refused(words.isClosed);
  return { prize, round };
}

/** Puts a prize with its stock into a round. */
export async function addPrize(tx: Tx, by: Actor, d: In<'addPrize'>) {
  const { round } = await roundFor(tx, by, 'points.keep', d.id);
  if (round.state === 'closed') throw new Refused(words.isClosed);
  checkBand(round, d.points);
  const id = newId();
  await q.insertPrize(tx, id, round.id, d);
  await q.addUnits(tx, id, d.stock);
  await files.attach(tx, by, d.files, { kind: 'prize', id });
  await noted(tx, by, words.auditPrizeAdded, round, id, { prize: d.title, n: d.stock });
  return { id };
}

/** Changes a prize or takes it from the shelf. What was reserved keeps the points it was reserved for. */
export async function amendPrize(tx: Tx, by: Actor, d: In<'amendPrize'>) {
  const { prize, round } = await prizeFor(tx, by, d.id);
  if (prize.version !== d.version) throw new Refused(words.changedMeanwhile);
  checkBand(round, d.points);
  await q.updatePrize(tx, d.id, { ...d, state: d.shown ? 'shown' : 'withdrawn' });
  await files.attach(tx, by, d.files, { kind: 'prize', id: d.id });
  await noted(tx, by, words.auditPrizeAmended, round, d.id, { prize: d.title });
  return { id: d.id };
}

/** Says how many of a prize there are; never fewer than are reserved or collected. `before` is what the screen showed. */
export async function stock(tx: Tx, by: Actor, d: In<'stock'>) {
  const { prize, round } = await prizeFor(tx, by, d.id);
  if (prize.stock !== d.before) throw new Refused(words.changedMeanwhile);
  const change = d.total - prize.stock;
  if (change === 0) throw new Refused(words.sameStock);
  if (change > 0) await q.addUnits(tx, d.id, change);
  else if ((await q.removeUnits(tx, d.id, -change)) < -change) throw new Refused(words.stockTaken, { slots: { n: prize.stock - prize.left } });
  await noted(tx, by, words.auditStock, round, d.id, { prize: prize.title, before: prize.stock, n: d.total, reason: d.reason });
  return { id: d.id, left: prize.left + change };
}
