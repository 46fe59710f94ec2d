import { timingSafeEqual } from 'node:crypto';
import type { z } from 'zod';
import { type Actor, mayIn, type Tx } from '#shared/call';
import { chinaTime } from '#shared/dates';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { type Call, doorWords, type Download } from '#platform/http';
import { secrets } from '#platform/secrets';
import { exportSheet } from '#platform/sheets';
import { audit } from '#engines/audit';
import { files } from '#engines/files';
import { belongs, KEEP, leads, loadClub, loadKept, loadLed, refuseUnlessActive, subject, wrong } from './access.service.ts';
import { OPEN_DAYS } from './clubs.rules.ts';
import type { ClubRow } from './clubs.sql.ts';
import { words } from './clubs.words.ts';
import type { GatheringRow as Row, meeting } from './gatherings.contract.ts';
import * as q from './gatherings.sql.ts';
import { listBelonging } from './people.sql.ts';

type In<K extends keyof typeof meeting> = z.output<(typeof meeting)[K]['in']>;
const DAY = 86_400_000;
const HOUR = 3_600_000;
const EXPORT_MOST = 20_000;
const PHOTOS_MOST = 30;

/** The mean of ratings with one place, or null. */
export const meanOf = (stars: number, ratings: number): number | null => (ratings === 0 ? null : Math.round((10 * stars) / ratings) / 10);

const ownOf = (mine: { stars: number | null } | undefined) => (mine ? { stars: mine.stars } : null);

/** Gatherings as lists show them. */
async function rowsOf(tx: Tx, by: Actor, list: readonly q.GatheringRow[]): Promise<z.input<typeof Row>[]> {
  const ids = list.map((g) => g.id);
  const own = await q.findOwn(tx, by.personId, ids);
  const photos = await files.listOf(tx, 'clubPhoto', ids);
  return list.map((g) => ({
    id: g.id, clubId: g.clubId, title: g.title, place: g.place, startsAt: g.startsAt.toISOString(), about: g.about, activity: g.activity, came: g.came, stars: meanOf(g.stars, g.ratings), ratings: g.ratings, spentFen: Number(g.spentFen), by: g.by, dropped: g.droppedAt !== null, why: g.why,
    own: ownOf(own.get(g.id)), photos: (photos.get(g.id) ?? []).map((f) => f.id),
  }));
}

/** What a club did and plans, latest first, for whoever may see the club. */
export async function gatherings(tx: Tx, by: Actor, { id, ...f }: In<'gatherings'>) {
  const c = await loadClub(tx, by, id);
  const { items, total } = await q.listGatherings(tx, c.id, f);
  return { items: await rowsOf(tx, by, items), total };
}

/** Gatherings as a spreadsheet; the export is in the log. */
export async function exportGatherings(tx: Tx, by: Actor, { id, year, columns }: In<'exportGatherings'>, { locale }: Call): Promise<Download> {
  const c = await loadKept(tx, by, id);
  const { items } = await q.listGatherings(tx, id, { year, kept: true, limit: EXPORT_MOST, offset: 0 });
  await audit.record(tx, by, words.auditExported, { ...subject(c), slots: { name: words.gatheringsName, n: items.length } });
  const number = { kind: 'number' } as const;
  return exportSheet({
    name: words.gatheringsName, now: tx.now, locale, rows: items, shown: columns,
    columns: [
      { heading: words.columnTime, under: ['time'], cell: (g) => chinaTime(g.startsAt) }, { heading: words.columnTitle, under: ['title'], cell: (g) => g.title }, { heading: words.columnPlace, under: ['place'], cell: (g) => g.place }, { heading: words.columnCame, under: ['came'], ...number, cell: (g) => g.came },
      { heading: words.columnStars, under: ['stars'], ...number, cell: (g) => meanOf(g.stars, g.ratings) }, { heading: words.columnSpent, under: ['spent'], ...number, cell: (g) => Number(g.spentFen) / 100 }, { heading: words.columnBy, under: ['by'], cell: (g) => g.by },
    ],
  });
}

function momentOf(tx: Tx, text: string): Date {
  const startsAt = new Date(text);
  if (Math.abs(startsAt.getTime() - tx.now.getTime()) > 366 * DAY) wrong('startsAt', words.startsFar);
  return startsAt;
}

const refuseOld = (tx: Tx, startsAt: Date): void => { if (tx.now.getTime() - startsAt.getTime() > OPEN_DAYS * DAY) throw new Refused(words.tooOld, { slots: { days: OPEN_DAYS } }); };

/** Plans a gathering, or enters one that took place. */
export async function hold(tx: Tx, by: Actor, { id, startsAt: s, ...said }: In<'hold'>) {
  const c = await loadLed(tx, by, id);
  refuseUnlessActive(c);
  const startsAt = momentOf(tx, s);
  refuseOld(tx, startsAt);
  const fresh = newId();
  await q.insertGatherings(tx, [{ id: fresh, clubId: id, ...said, startsAt, byId: by.personId }]);
  await audit.record(tx, by, words.auditHeld, subject(c, { what: said.title }));
  return { id: fresh };
}

/** A gathering with its club, as this person may see it. @param lock to the end of the transaction */
export async function loadGathering(tx: Tx, by: Actor, id: string, lock = false): Promise<{ g: q.GatheringRow; c: ClubRow }> {
  const g = await q.findGathering(tx, id, lock);
  if (g === null) throw new Refused(doorWords.notFound, { status: 404 });
  return { g, c: await loadClub(tx, by, g.clubId) };
}

/** A gathering that is not dropped, of an active club, for those who lead the club. */
async function loadToChange(tx: Tx, by: Actor, id: string): Promise<{ g: q.GatheringRow; c: ClubRow }> {
  const found = await loadGathering(tx, by, id, true);
  if (!leads(by, found.c)) throw new Refused(doorWords.notFound, { status: 404 });
  refuseUnlessActive(found.c);
  if (found.g.droppedAt !== null) throw new Refused(words.isDropped);
  refuseOld(tx, found.g.startsAt);
  return found;
}

/** Changes a gathering. */
export async function change(tx: Tx, by: Actor, { id, startsAt, ...said }: In<'change'>) {
  const { c } = await loadToChange(tx, by, id);
  const moment = momentOf(tx, startsAt);
  refuseOld(tx, moment);
  await q.updateGathering(tx, id, { ...said, startsAt: moment });
  await audit.record(tx, by, words.auditChanged, subject(c, { what: said.title }));
  return { id };
}

/** Notes that a gathering does not take place, with the reason; it counts nowhere. */
export async function drop(tx: Tx, by: Actor, { id, why }: In<'drop'>) {
  const { g, c } = await loadToChange(tx, by, id);
  await q.dropGathering(tx, id, why);
  await audit.record(tx, by, words.auditDropped, subject(c, { what: g.title }));
  return { id };
}

/** One gathering; who came is for members of the club. */
export async function gathering(tx: Tx, by: Actor, { id }: In<'gathering'>) {
  const { g, c } = await loadGathering(tx, by, id);
  const [row] = await rowsOf(tx, by, [g]);
  if (row === undefined) throw new Error(`gathering ${id} has no row`);
  const people = await q.listAttendance(tx, id);
  const inside = belongs(by, c);
  const fresh = tx.now.getTime() - g.startsAt.getTime() <= OPEN_DAYS * DAY;
  const led = leads(by, c) && c.state === 'active' && g.droppedAt === null && fresh;
  const began = g.startsAt <= tx.now;
  const can: readonly (readonly [string, boolean])[] = [
    ['change', led], ['drop', led], ['tick', led && began], ['here', led], ['photo', (leads(by, c) || row.own !== null) && began && g.droppedAt === null], ['rate', row.own !== null && began && fresh], ['checkIn', inside && row.own === null && g.droppedAt === null && checkInOpen(tx, g.startsAt)],
  ];
  return {
    ...row, club: c.name, people: inside ? people.map(({ personId, name, way }) => ({ personId, name, way })) : [], comments: people.flatMap((x) => (x.stars !== null && x.comment !== '' ? [{ stars: x.stars, comment: x.comment }] : [])),
    may: can.flatMap(([name, yes]) => (yes ? [name] : [])),
  };
}

/** Enters who came by a list of members: who is not on it any more is taken off. */
export async function tick(tx: Tx, by: Actor, { id, people }: In<'tick'>) {
  const { g, c } = await loadToChange(tx, by, id);
  if (g.startsAt > tx.now) throw new Refused(words.startsFuture);
  const ids = [...new Set(people)];
  const known = new Set([...(await listBelonging(tx, c.id, ids)), ...(await q.listAttendance(tx, id)).map((x) => x.personId)]);
  if (!ids.every((x) => known.has(x))) wrong('people', words.tickOutside);
  await q.keepOnly(tx, id, ids);
  await q.insertAttendance(tx, id, ids, 'list');
  await audit.record(tx, by, words.auditTicked, subject(c, { what: g.title, n: ids.length }));
  return { id, came: ids.length };
}

/** The code that is shown at the place; without it nobody checks in from home. */
const hereCode = (federationId: string, id: string): string => secrets.lookup('club/here', `${federationId}/${id}`).subarray(0, 9).toString('base64url');

/** The code that the leader shows. */
export async function here(tx: Tx, by: Actor, { id }: In<'here'>) {
  const { c } = await loadGathering(tx, by, id);
  if (!leads(by, c)) throw new Refused(doorWords.notFound, { status: 404 });
  return { here: hereCode(tx.federationId, id) };
}

const checkInOpen = (tx: Tx, startsAt: Date): boolean => tx.now.getTime() >= startsAt.getTime() - HOUR && tx.now.getTime() <= startsAt.getTime() + 12 * HOUR;

/** Checks oneself in by the code at the place, from an hour before it begins until half a day after. */
export async function checkIn(tx: Tx, by: Actor, { id, here: given }: In<'checkIn'>) {
  const { g, c } = await loadGathering(tx, by, id, true);
  if ((await listBelonging(tx, c.id, [by.personId])).length === 0) throw new Refused(words.notMember);
  const [right, shown] = [Buffer.from(hereCode(tx.federationId, id)), Buffer.from(given)];
  if (right.length !== shown.length || !timingSafeEqual(right, shown)) throw new Refused(words.hereWrong);
  if (g.droppedAt !== null) throw new Refused(words.isDropped);
  if (!checkInOpen(tx, g.startsAt)) throw new Refused(tx.now < g.startsAt ? words.hereEarly : words.hereOver);
  await q.insertAttendance(tx, id, [by.personId], 'code');
  await audit.record(tx, by, words.auditHere, subject(c, { what: g.title }));
  return { id };
}

/** Rates a gathering that one came to; may be changed as long as it is open. */
export async function rate(tx: Tx, by: Actor, { id, stars, comment }: In<'rate'>) {
  const { g, c } = await loadGathering(tx, by, id);
  refuseOld(tx, g.startsAt);
  if (!(await q.setRating(tx, id, by.personId, stars, comment))) throw new Refused(words.notThere);
  await audit.record(tx, by, words.auditRated, subject(c, { what: g.title }));
  return { id };
}

/** Gives pictures of a gathering, saying that everybody on them agrees: who leads the club, and who came. */
export async function addPhotos(tx: Tx, by: Actor, { id, files: given }: In<'addPhotos'>) {
  const { g, c } = await loadGathering(tx, by, id);
  if (!leads(by, c) && !(await q.findOwn(tx, by.personId, [id])).has(id)) throw new Refused(words.notThere);
  if (g.droppedAt !== null) throw new Refused(words.isDropped);
  await files.attach(tx, by, given, { kind: 'clubPhoto', id });
  await audit.record(tx, by, words.auditPhotos, subject(c, { what: g.title, n: given.length }));
  return { n: given.length };
}

/** Says once, when the part is loaded, who may open pictures of gatherings. */
export const declarePhotos = (): void => files.declareOwner('clubPhoto', { most: PHOTOS_MOST, mayOpen: (tx, by, id) => loadGathering(tx, by, id).then(({ c }) => belongs(by, c) || mayIn(by, KEEP, c.path) || c.state === 'active', () => false) });
