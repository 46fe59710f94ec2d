import type { z } from 'zod';
import { type Actor, mayIn, type Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { doorWords } from '#platform/http';
import { audit } from '#engines/audit';
import { files } from '#engines/files';
import { notify } from '#engines/notify';
import { officersOf, officesWith } from '#engines/org';
import type { api } from './activities.contract.ts';
import * as q from './activities.sql.ts';
import { words } from './activities.words.ts';
import { findCost } from './costs.sql.ts';
import type { desk } from './desk.contract.ts';
import { KEEP } from './drafting.service.ts';
import { loadPublished, refuseAbsent } from './taking.service.ts';
import * as t from './taking.sql.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
type DeskIn<K extends keyof typeof desk> = z.output<(typeof desk)[K]['in']>;
const MOST_EACH = 20;
const subject = (a: q.ActivityRow) => ({ subject: { kind: 'activity', id: a.id }, unionId: a.unionId, slots: { title: a.title } });
const keeps = (by: Actor, a: q.ActivityRow): boolean => mayIn(by, KEEP, a.path);

/** A picture with its activity, for whoever may see it: officers, the giver, and once released whoever sees the activity. */
async function loadPhoto(tx: Tx, by: Actor, id: string): Promise<{ photo: t.Photo; a: q.ActivityRow }> {
  const photo = await t.findPhoto(tx, id);
  const a = photo === null ? null : await q.findActivity(tx, by, photo.activityId);
  if (photo === null || a === null || (photo.state !== 'released' && photo.byId !== by.personId && !keeps(by, a))) throw new Refused(words.photoUnknown, { status: 404 });
  return { photo, a };
}

/** Says once, when the part is loaded, who may open covers, pictures and receipts. */
export function declareFiles(): void {
  files.declareOwner('activityCover', { most: 5, mayOpen: async (tx, by, id) => (await q.findActivity(tx, by, id)) !== null });
  files.declareOwner('activityPhoto', { most: 1, mayOpen: (tx, by, id) => loadPhoto(tx, by, id).then(({ photo }) => photo.state !== 'removed', () => false) });
  files.declareOwner('activityReceipt', { most: 6, mayOpen: mayOpenReceipt });
}

async function mayOpenReceipt(tx: Tx, by: Actor, id: string): Promise<boolean> {
  const cost = await findCost(tx, id);
  const a = cost === null ? null : await q.findActivity(tx, by, cost.activityId);
  return a !== null && keeps(by, a);
}

/** Pictures of an activity: the released ones; for officers and givers also those that wait. */
export async function photos(tx: Tx, by: Actor, { id }: In<'photos'>) {
  const a = await loadPublished(tx, by, id);
  const list = await t.listPhotos(tx, id, by.personId, keeps(by, a));
  const owned = await files.listOf(tx, 'activityPhoto', list.map((p) => p.id));
  return {
    items: list.map((p) => {
      const mine = p.byId === by.personId;
      const inside = mine || keeps(by, a);
      return { id: p.id, caption: p.caption, state: p.state, fileId: owned.get(p.id)?.[0]?.id ?? null, by: inside ? p.by : '', mine, contestedBy: keeps(by, a) ? p.contestedBy : '', why: inside ? p.why : '', at: p.at.toISOString() };
    }),
  };
}

async function tellKeepers(tx: Tx, a: q.ActivityRow, occasion: string): Promise<void> {
  const officers = await officersOf(tx, [a.unionId], officesWith(KEEP).filter((o) => o !== 'platformAdmin'));
  if (officers.length === 0) return;
  await notify.tell(tx, {
    key: `activities/${a.id}/photos/${occasion}`, kind: 'activities.photos', word: words.tellPhoto, body: words.tellPhotoBody, slots: { title: a.title }, link: `/console/activities/${a.id}?tab=photos`, unionId: a.unionId, to: [...new Set(officers.map((o) => o.personId))],
  });
}

/** Gives pictures, saying that everybody on them agrees; an officer releases them. Only who was there may. */
export async function addPhotos(tx: Tx, by: Actor, { id, files: given, caption }: In<'addPhotos'>) {
  const a = await loadPublished(tx, by, id);
  if (!keeps(by, a)) await refuseAbsent(tx, by, id);
  if ((await t.countPhotos(tx, id, by.personId)) + given.length > MOST_EACH) throw new Refused(words.photosMost, { slots: { most: MOST_EACH } });
  const fresh = given.map((fileId) => ({ id: newId(), fileId }));
  await t.insertPhotos(tx, id, by.personId, caption, fresh.map((f) => f.id));
  for (const f of fresh) await files.attach(tx, by, [f.fileId], { kind: 'activityPhoto', id: f.id });
  if (!keeps(by, a)) await tellKeepers(tx, a, `${by.personId}/${tx.now.getTime()}`);
  await audit.record(tx, by, words.auditPhotos, { ...subject(a), slots: { title: a.title, n: given.length } });
  return { n: given.length };
}

/** Asks to take a picture down because one is on it: it is hidden at once, an officer decides for good. */
export async function contest(tx: Tx, by: Actor, { id, why }: In<'contest'>) {
  const { photo, a } = await loadPhoto(tx, by, id);
  if (!(await t.movePhoto(tx, photo.id, ['released'], { to: 'contested', why, contestedById: by.personId }))) throw new Refused(words.photoState);
  await tellKeepers(tx, a, `${id}/${tx.now.getTime()}`);
  await audit.record(tx, by, words.auditContest, subject(a));
  return { id };
}

async function erase(tx: Tx, id: string): Promise<void> {
  await files.letGo(tx, 'activityPhoto', [id]);
}

/** Takes an own picture back; its file is erased. */
export async function takeBack(tx: Tx, by: Actor, { id }: In<'takeBack'>) {
  const { photo, a } = await loadPhoto(tx, by, id);
  if (photo.byId !== by.personId) throw new Refused(words.photoUnknown, { status: 404 });
  if (!(await t.movePhoto(tx, id, ['waiting', 'released', 'contested'], { to: 'removed', why: photo.why }))) throw new Refused(words.photoState);
  await erase(tx, id);
  await audit.record(tx, by, words.auditTakenBack, subject(a));
  return { id };
}

async function loadForOffice(tx: Tx, by: Actor, id: string): Promise<{ photo: t.Photo; a: q.ActivityRow }> {
  const found = await loadPhoto(tx, by, id);
  if (!keeps(by, found.a)) throw new Refused(words.photoUnknown, { status: 404 });
  return found;
}

/** Releases a picture; one that somebody asked to take down only with a reason. */
export async function releasePhoto(tx: Tx, by: Actor, { id, why }: DeskIn<'releasePhoto'>) {
  const { photo, a } = await loadForOffice(tx, by, id);
  if (photo.state === 'contested' && why.length < 2) throw new Refused(doorWords.checkInput, { status: 400, fields: [{ path: 'why', why: words.whyMissing }] });
  if (!(await t.movePhoto(tx, id, ['waiting', 'contested'], { to: 'released', why, decidedById: by.personId }))) throw new Refused(words.photoState);
  await audit.record(tx, by, words.auditReleased, subject(a));
  return { id };
}

/** Takes a picture down for good; its file is erased. */
export async function removePhoto(tx: Tx, by: Actor, { id, why }: DeskIn<'removePhoto'>) {
  const { a } = await loadForOffice(tx, by, id);
  if (!(await t.movePhoto(tx, id, ['waiting', 'released', 'contested'], { to: 'removed', why, decidedById: by.personId }))) throw new Refused(words.photoState);
  await erase(tx, id);
  await audit.record(tx, by, words.auditRemovedPhoto, subject(a));
  return { id };
}
