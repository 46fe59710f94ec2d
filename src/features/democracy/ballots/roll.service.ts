import type { Readable } from 'node:stream';
import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { say } from '#shared/words';
import type { Call } from '#platform/http';
import { ballots, type RollLine, type RollSelect } from '#engines/ballot';
import { loadUnionFor } from '#engines/org';
import { votersOf } from '../congress/roll.sql.ts';
import type { desk } from './ballots.contract.ts';
import type { RollChoice } from './ballots.sql.ts';

type In<K extends keyof typeof desk> = z.output<(typeof desk)[K]['in']>;

/** The roll of a vote, drawn now: members of the union or of chosen unions and below, delegates of its workers' congress who may vote today, or people among the members. */
export async function rollFor(tx: Tx, union: { readonly id: string; readonly path: string }, roll: RollChoice): Promise<RollSelect> {
  if (roll.how === 'delegates') return ballots.rollOf(await votersOf(tx, union.id, 'workers', legalDateOf(tx.now)));
  if (roll.how === 'units') return ballots.membersSelect(tx, { paths: (await ballots.findUnits(tx, union.path, roll.unions ?? [])).map((u) => u.path) });
  return ballots.membersSelect(tx, { paths: [union.path], ...(roll.how === 'members' ? {} : { people: roll.people }) });
}

/** Unions from whose members a roll may be drawn. */
export async function units(tx: Tx, by: Actor, d: In<'units'>) {
  const items = (await ballots.listUnits(tx, (await loadUnionFor(tx, by, 'ballots.keep', d.unionId)).path)).map((u) => ({ id: u.id, name: u.name, people: u.people }));
  return { items, total: items.length };
}

/** Receives a roll before the transaction begins. */
export const receive = (_by: Actor | null, { name }: In<'readRoll'>, call: Call): Promise<RollLine[]> => ballots.receiveRoll(call.body as Readable, name);

/** Whom a sheet names, row by row; nothing of it is kept. */
export async function readRoll(tx: Tx, by: Actor, d: In<'readRoll'>, call: Call) {
  const judged = await ballots.judgeRoll(tx, (await loadUnionFor(tx, by, 'ballots.keep', d.unionId)).path, call.prepared as RollLine[]);
  const items = judged.map(({ line, found, fault }) => ({ staffNumber: line.staffNumber, name: line.name, personId: found?.id ?? null, unit: found?.unit ?? '', fault: fault ? say(fault.word, call.locale, fault.slots) : null }));
  return { items, faults: items.filter((i) => i.fault !== null).length };
}
