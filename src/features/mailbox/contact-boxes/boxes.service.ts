import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { audit } from '#engines/audit';
import { cases } from '#engines/cases';
import { type FileFacts, files } from '#engines/files';
import { findUnionFor, loadUnionFor, refuseEnded } from '#engines/org';
import { boxForOfficer, everyDaysOf, refuseStrangers } from './access.service.ts';
import type { api } from './contact-boxes.contract.ts';
import { openingProcess } from './contact-boxes.process.ts';
import * as q from './contact-boxes.sql.ts';
import type { BoxRow } from './contact-boxes.sql.ts';
import { words } from './contact-boxes.words.ts';
import { dueAfter, standingOn } from './dates.rules.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
const NUMBER_TRIES = 5;

/** A file as screens show it. */
export const fileView = (f: FileFacts) => ({ id: f.id, name: f.name, image: f.thumbnail });

/** Says once, when the part is loaded, who may open pictures of boxes and of openings: the officers over them. */
export function declareFiles(findBoxOf: (tx: Tx, openingId: string) => Promise<string | null>): void {
  const seen = async (tx: Tx, by: Actor, boxId: string | null): Promise<boolean> => {
    const box = boxId === null ? null : await q.findBox(tx, boxId);
    return box !== null && (await findUnionFor(tx, by, 'contactBoxes.keep', box.unionId)) !== null;
  };
  files.declareOwner('contactBox', { most: 8, mayOpen: seen });
  files.declareOwner('boxOpening', { most: 4, mayOpen: async (tx, by, id) => seen(tx, by, await findBoxOf(tx, id)) });
}

/** What every row of a box says. */
export function rowView(b: BoxRow, keepers: readonly { boxId: string; name: string }[], now: Date) {
  return {
    id: b.id, number: b.number, place: b.place, union: b.unionName, unionId: b.unionId, keepers: keepers.filter((k) => k.boxId === b.id).map((k) => k.name), standing: standingOn(legalDateOf(now), b), dueOn: b.dueOn, lastOn: b.lastOn,
    toKey: b.toKey, openings: b.openings, letters: b.letters, answered: b.answered,
  };
}

/** Boxes over the unions of the officer, overdue and due first. */
export async function register(tx: Tx, by: Actor, f: In<'register'>) {
  const unionPath = f.unionId ? (await loadUnionFor(tx, by, 'contactBoxes.keep', f.unionId)).path : undefined;
  const { items, total } = await q.listBoxes(tx, by, { unionPath, text: f.text, state: f.state }, { today: legalDateOf(tx.now), limit: f.limit, offset: f.offset });
  const keepers = await q.listKeepers(tx, items.map((b) => b.id));
  return { items: items.map((b) => rowView(b, keepers, tx.now)), total };
}

/** Whom a box or an opening may be entrusted to, by the beginning of the name. */
export async function people(tx: Tx, by: Actor, { unionId, text }: In<'people'>) {
  const union = await loadUnionFor(tx, by, 'contactBoxes.keep', unionId);
  return { items: await q.findPeopleAround(tx, union.path, text, legalDateOf(tx.now)) };
}

/** Puts a box up; it gets the next number of its union and is due after the first period. */
export async function place(tx: Tx, by: Actor, d: In<'place'>) {
  const union = await loadUnionFor(tx, by, 'contactBoxes.keep', d.unionId);
  refuseEnded(union);
  await refuseStrangers(tx, union.path, 'keepers', d.keepers);
  const [id, placedOn] = [newId(), legalDateOf(tx.now)];
  const dueOn = dueAfter({ placedOn, lastOn: null }, await everyDaysOf(tx, union.id));
  let number: number | null = null;
  for (let i = 0; number === null && i < NUMBER_TRIES; i++) number = await q.insertBox(tx, { id, unionId: union.id, place: d.place, placedOn, dueOn, by: by.personId });
  if (number === null) throw new Error('no number for a contact box');
  await q.updateBox(tx, { id, place: d.place, keepers: d.keepers });
  if (d.files.length > 0) await files.attach(tx, by, d.files, { kind: 'contactBox', id });
  await audit.record(tx, by, words.auditPlaced, { subject: { kind: 'contactBox', id }, unionId: union.id, slots: { n: number } });
  return { id };
}

/** Changes where a box hangs and who keeps it. */
export async function amend(tx: Tx, by: Actor, d: In<'amend'>) {
  const { box, union } = await boxForOfficer(tx, by, d.id, 'lock');
  if (box.retiredOn !== null) throw new Refused(words.isRetired);
  await refuseStrangers(tx, union.path, 'keepers', d.keepers);
  await q.updateBox(tx, { id: box.id, place: d.place, keepers: d.keepers });
  if (d.files.length > 0) await files.attach(tx, by, d.files, { kind: 'contactBox', id: box.id });
  await audit.record(tx, by, words.auditAmended, { subject: { kind: 'contactBox', id: box.id }, unionId: union.id, slots: { n: box.number } });
  return { id: box.id };
}

/** Takes a box out of use; nothing of it is deleted, and its duty leaves the work list. */
export async function retire(tx: Tx, by: Actor, { id, text }: In<'retire'>) {
  const { box, union } = await boxForOfficer(tx, by, id, 'lock');
  if (box.retiredOn !== null) throw new Refused(words.isRetired);
  await q.retireBox(tx, box.id, legalDateOf(tx.now), text);
  if (box.dutyId !== null) await cases.step(tx, openingProcess, 'drop', box.dutyId, { kind: 'system', job: 'contactBoxes' }, {});
  await audit.record(tx, by, words.auditRetired, { subject: { kind: 'contactBox', id: box.id }, unionId: union.id, slots: { n: box.number } });
  return { id: box.id };
}
