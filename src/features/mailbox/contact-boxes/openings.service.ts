import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import type { Word } from '#shared/words';
import { doorWords } from '#platform/http';
import { audit } from '#engines/audit';
import { cases } from '#engines/cases';
import { files } from '#engines/files';
import { rulebook } from '#engines/rulebook';
import { boxForKeeper, boxForOfficer, everyDaysOf, refuseStrangers } from './access.service.ts';
import type { api } from './contact-boxes.contract.ts';
import { openingProcess } from './contact-boxes.process.ts';
import { type BoxRow, setDue } from './contact-boxes.sql.ts';
import { words } from './contact-boxes.words.ts';
import { correctableUntil, dueAfter, lettersWaiting } from './dates.rules.ts';
import * as q from './openings.sql.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;

function refuseAt(path: string, why: Word): never {
  throw new Refused(doorWords.checkInput, { status: 400, fields: [{ path, why }] });
}

const noted = (tx: Tx, by: Actor, word: Word, box: BoxRow, openedOn: string, found = 0): Promise<unknown> =>
  audit.record(tx, by, word, { subject: { kind: 'contactBox', id: box.id }, unionId: box.unionId, slots: { n: box.number, date: openedOn, found } });

/**
 * Logs that a box was opened, by two persons, once a day at most; takes the duty off the work list and counts the next period.
 * Of two officers who log the same opening at once the second is told that it stands there.
 */
export async function log(tx: Tx, by: Actor, d: In<'log'>) {
  const box = await boxForKeeper(tx, by, d.id);
  if (box.retiredOn !== null) throw new Refused(words.isRetired);
  const [openedAt, openedBy] = [new Date(d.openedAt), d.openedBy ?? by.personId];
  const openedOn = legalDateOf(openedAt);
  if (openedAt > tx.now) refuseAt('openedAt', words.future);
  if (openedOn < box.placedOn) refuseAt('openedAt', words.beforePlaced);
  if (openedBy === d.witnessId) refuseAt('witnessId', words.twoPersons);
  await refuseStrangers(tx, box.unionPath, 'openedBy', [openedBy]);
  await refuseStrangers(tx, box.unionPath, 'witnessId', [d.witnessId]);
  const id = newId();
  if (!(await q.insertOpening(tx, { id, boxId: box.id, openedOn, openedAt, openedBy, witnessId: d.witnessId, found: d.found, sealIntact: d.sealIntact, note: d.note, by: by.personId }))) throw new Refused(words.openedThatDay);
  if (d.files.length > 0) await files.attach(tx, by, d.files, { kind: 'boxOpening', id });
  await countOn(tx, box, openedOn);
  await noted(tx, by, words.auditOpened, box, openedOn, d.found);
  return { id, found: d.found };
}

/** The next period runs from the latest opening; an older one logged late leaves the duty on the work list. */
async function countOn(tx: Tx, box: BoxRow, openedOn: string): Promise<void> {
  const lastOn = box.lastOn !== null && box.lastOn > openedOn ? box.lastOn : openedOn;
  const dueOn = dueAfter({ placedOn: box.placedOn, lastOn }, await everyDaysOf(tx, box.unionId));
  if (dueOn <= legalDateOf(tx.now)) return q.updateDue(tx, [{ id: box.id, dueOn }]);
  await setDue(tx, box.id, dueOn);
  if (box.dutyId !== null) await cases.step(tx, openingProcess, 'open', box.dutyId, { kind: 'system', job: 'contactBoxes' }, {});
}

/** Corrects an opening within the rulebook's days, by whoever logged it; what it said before is kept. */
export async function correct(tx: Tx, by: Actor, d: In<'correct'>) {
  const opening = await q.lockOpening(tx, d.id);
  if (opening === null) throw new Refused(doorWords.notFound, { status: 404 });
  const box = await boxForKeeper(tx, by, opening.boxId);
  if (opening.loggedById !== by.personId) throw new Refused(words.notYourLog, { status: 403 });
  const { values } = await rulebook.look(tx, { unionId: box.unionId }, ['contactBoxes.correct.withinDays']);
  if (legalDateOf(tx.now) > correctableUntil(legalDateOf(opening.loggedAt), values['contactBoxes.correct.withinDays'])) throw new Refused(words.tooLateToCorrect);
  if (opening.openedById === d.witnessId) refuseAt('witnessId', words.twoPersons);
  await refuseStrangers(tx, box.unionPath, 'witnessId', [d.witnessId]);
  if (d.found < opening.keyed) throw new Refused(doorWords.checkInput, { status: 400, slots: { n: opening.keyed }, fields: [{ path: 'found', why: { ...words.fewerThanKeyed, zh: words.fewerThanKeyed.zh.replace('{n}', String(opening.keyed)), en: words.fewerThanKeyed.en.replace('{n}', String(opening.keyed)) } }] });
  await q.correctOpening(tx, opening, { witnessId: d.witnessId, found: d.found, sealIntact: d.sealIntact, note: d.note, why: d.text, by: by.personId });
  await noted(tx, by, words.auditCorrected, box, opening.openedOn);
  return { id: d.id };
}

/** Explains why fewer letters are keyed in than were found: empty sheets, advertising, the same letter twice. */
export async function settle(tx: Tx, by: Actor, { id, text }: In<'settle'>) {
  const opening = await q.lockOpening(tx, id);
  if (opening === null) throw new Refused(doorWords.notFound, { status: 404 });
  const { box } = await boxForOfficer(tx, by, opening.boxId);
  if (lettersWaiting(opening) === 0) throw new Refused(words.nothingLeft);
  await q.settleOpening(tx, id, text);
  await noted(tx, by, words.auditSettled, box, opening.openedOn);
  return { id };
}
