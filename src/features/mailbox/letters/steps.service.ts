import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { addDays, legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import type { Call } from '#platform/http';
import { cases, type Doer, type Given, type Held } from '#engines/cases';
import { files } from '#engines/files';
import { rulebook } from '#engines/rulebook';
import type { api } from './letters.contract.ts';
import { letterProcess } from './letters.process.ts';
import { words } from './letters.words.ts';
import { viewLetter } from './views.service.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
type Verb = keyof typeof letterProcess.steps;

const stepped = ({ file }: Held) => ({ id: file.id, state: file.state, version: file.version });

/** A service for one step of the process, as the person who is signed in; what is given comes from the contract. */
function stepAs<K extends keyof typeof api>(verb: Verb) {
  return async (tx: Tx, by: Actor, { id, ...given }: In<K> & { id: string } & Given) => {
    const held = await cases.step(tx, letterProcess, verb, id, { kind: 'person', actor: by }, given);
    if (given.files && given.files.length > 0) await files.attach(tx, by, given.files, { kind: 'letter', id });
    return stepped(held);
  };
}

export const accept = stepAs<'accept'>('accept');
export const redirect = stepAs<'redirect'>('redirect');
export const decline = stepAs<'decline'>('decline');
export const assign = stepAs<'assign'>('assign');
export const report = stepAs<'report'>('report');
export const ask = stepAs<'ask'>('ask');
export const answer = stepAs<'answer'>('answer');
export const say = stepAs<'say'>('say');
export const rate = stepAs<'rate'>('rate');
export const dispute = stepAs<'dispute'>('dispute');
export const confirm = stepAs<'confirm'>('confirm');
export const withdraw = stepAs<'withdraw'>('withdraw');

/** More time to finish, once, with the reason told to the writer. */
export async function extend(tx: Tx, by: Actor, { id, ...given }: In<'extend'>) {
  const seen = await cases.loadSeen(tx, letterProcess, by, id);
  if (seen.file.facts.extended === true) throw new Refused(words.extendOnce);
  return stepped(await cases.step(tx, letterProcess, 'extend', id, { kind: 'person', actor: by }, { ...given, facts: { extended: true } }));
}

async function refuseTooLate(tx: Tx, held: Held): Promise<void> {
  const name = 'letters.reopen.withinDays';
  const { values } = await rulebook.look(tx, { unionId: held.union.id }, [name]);
  const days = Number(values[name]);
  if (addDays(legalDateOf(held.file.changedAt), days) < legalDateOf(tx.now) && held.file.recheckDue === null) {
    throw new Refused(words.reopenTooLate, { slots: { days, number: held.file.number } });
  }
}

/** Takes a settled or declined letter up again, within the rulebook's window or while the later question is open. */
export async function reopen(tx: Tx, by: Actor, { id, ...given }: In<'reopen'>) {
  await refuseTooLate(tx, await cases.loadSeen(tx, letterProcess, by, id));
  return stepped(await cases.step(tx, letterProcess, 'reopen', id, { kind: 'person', actor: by }, given));
}

/** A step of the writer of an anonymous letter, who is known only by the code. */
export async function followUpStep(tx: Tx, _by: null, { code, step, ...given }: In<'followUpStep'>, call: Call) {
  const doer: Doer = { kind: 'code' };
  const seen = await cases.loadByCode(tx, letterProcess, code);
  if (step === 'reopen') await refuseTooLate(tx, seen);
  await cases.step(tx, letterProcess, step, seen.file.id, doer, given);
  if (given.files.length > 0) await files.attach(tx, null, given.files, { kind: 'letter', id: seen.file.id });
  return viewLetter(tx, await cases.loadByCode(tx, letterProcess, code), null, call.locale);
}
