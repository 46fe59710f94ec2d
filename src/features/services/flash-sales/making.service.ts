import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import type { Word } from '#shared/words';
import { doorWords } from '#platform/http';
import { audit } from '#engines/audit';
import { claims, type OfferWanted } from '#engines/claims';
import { files } from '#engines/files';
import { findUnion, loadUnionFor, type Union } from '#engines/org';
import { pointsFor } from './checking.service.ts';
import { pathsOf } from './figures.sql.ts';
import type { api } from './sales.contract.ts';
import { daysFor } from './sales.rules.ts';
import { loadKept } from './scope.service.ts';
import * as q from './sales.sql.ts';
import { words } from './sales.words.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
type Wanted = Omit<In<'make'>, 'unionId'>;
export type Done = z.input<(typeof api)['make']['out']>;

const wrong = (path: string, why: Word): never => { throw new Refused(doorWords.checkInput, { status: 400, fields: [{ path, why }] }); };

/** What does not fit in what was filled in, each at its field. */
async function refuseMisfits(tx: Tx, union: Union, d: Wanted): Promise<void> {
  if (d.opensAt <= tx.now) wrong('opensAt', words.startEarly);
  if (d.pays !== 'points' && d.price > d.worthFen) wrong('price', words.priceOver);
  if (d.handOverTo !== null && d.handOverTo <= d.opensAt) wrong('handOverTo', words.pickUpEarly);
  const chosen = await pathsOf(tx, d.unions);
  if (chosen.length !== new Set(d.unions).size || chosen.some((u) => !u.path.startsWith(union.path))) wrong('unions', words.unionsOutside);
}

async function offerOf(tx: Tx, union: Union, id: string, d: Wanted): Promise<OfferWanted> {
  const points = d.pays === 'points' ? await pointsFor(tx, union.id) : null;
  if (d.pays === 'points' && points === null) wrong('pays', words.check_paysPoints);
  return {
    id, unionId: union.id, kind: 'sale', title: d.title, mode: 'first', opensAt: d.opensAt, closesAt: d.closesAt, places: d.places, quotas: d.quotas, pays: d.pays, price: BigInt(d.price), ...(points ? { points } : {}),
    who: { unions: d.unions, memberDays: daysFor(d.memberMonths, legalDateOf(d.opensAt)), restDays: d.restDays, misses: d.misses }, series: `sale/${union.id}`,
    transferable: d.transferable, waits: d.waits, handOverFrom: d.handOverFrom, handOverTo: d.handOverTo, place: d.place,
  };
}

const fieldsOf = (d: Wanted): q.SaleFields => ({ about: d.about, measure: d.measure, worthFen: d.worthFen, occasion: d.occasion, form: d.form, memberMonths: d.memberMonths, tax: d.tax, taxNote: d.taxNote });

/** Makes a draft; nobody but officers sees it. */
export async function make(tx: Tx, by: Actor, { unionId, ...d }: In<'make'>): Promise<Done> {
  const union = await loadUnionFor(tx, by, 'sales.keep', unionId);
  await refuseMisfits(tx, union, d);
  const id = await claims.put(tx, by, await offerOf(tx, union, newId(), d));
  await q.insertSale(tx, { ...fieldsOf(d), id, unionId: union.id, madeById: by.personId, photosOfId: null, photos: [...new Set(d.photos)] });
  await files.attach(tx, by, [...new Set(d.photos)], { kind: 'sale', id });
  await audit.record(tx, by, words.auditMade, { subject: { kind: 'sale', id }, unionId: union.id, slots: { title: d.title } });
  return { id, state: 'draft' };
}

/** The pictures that are wanted, with those that are new attached; others stay kept but are not shown. */
async function photosFor(tx: Tx, by: Actor, id: string, photosOfId: string | null, wanted: readonly string[]): Promise<string[]> {
  const owned = await files.listOf(tx, 'sale', photosOfId === null ? [id] : [id, photosOfId]);
  const there = new Set([...owned.values()].flat().map((f) => f.id));
  await files.attach(tx, by, wanted.filter((f) => !there.has(f)), { kind: 'sale', id });
  return [...new Set(wanted)];
}

/** Changes a draft, or one that was returned. `version` as it was read. */
export async function change(tx: Tx, by: Actor, { id, version, ...d }: In<'change'>): Promise<Done> {
  const { sale, offer } = await loadKept(tx, by, id);
  if (sale.state !== 'draft') throw new Refused(words.notDraft);
  const union = (await findUnion(tx, sale.unionId)) as Union;
  await refuseMisfits(tx, union, d);
  await claims.put(tx, by, await offerOf(tx, union, sale.id, d), version ?? offer.version);
  await q.updateSale(tx, sale.id, { ...fieldsOf(d), photos: await photosFor(tx, by, sale.id, sale.photosOfId, d.photos) });
  await audit.record(tx, by, words.auditChanged, { subject: { kind: 'sale', id: sale.id }, unionId: sale.unionId, slots: { title: d.title } });
  return { id: sale.id, state: 'draft' };
}

/** The pictures that a copy may show: those of the sale itself, or those it shows of another. */
async function lentBy(tx: Tx, sale: q.SaleRow): Promise<{ photosOfId: string | null; photos: readonly string[] }> {
  const own = new Set(((await files.listOf(tx, 'sale', [sale.id])).get(sale.id) ?? []).map((f) => f.id));
  const photos = sale.photos.filter((f) => own.has(f));
  return photos.length > 0 ? { photosOfId: sale.id, photos } : { photosOfId: sale.photosOfId, photos: sale.photos };
}

/** Makes a draft from an earlier sale: everything the same, at a new start; end and pick-up move along. Its pictures are shown until it has its own. */
export async function copy(tx: Tx, by: Actor, { id, opensAt }: In<'copy'>): Promise<Done> {
  const { sale, offer } = await loadKept(tx, by, id);
  if (opensAt <= tx.now) wrong('opensAt', words.startEarly);
  const later = (at: Date | null): Date | null => (at === null ? null : new Date(at.getTime() + opensAt.getTime() - offer.opensAt.getTime()));
  const pools = await claims.listPools(tx, sale.id);
  const points = sale.pays === 'points' ? await pointsFor(tx, sale.unionId) : null;
  const fresh = await claims.put(tx, by, {
    ...offer, id: newId(), opensAt, closesAt: later(offer.closesAt) as Date, handOverFrom: later(offer.handOverFrom), handOverTo: later(offer.handOverTo), cancelUntil: later(offer.cancelUntil), published: false, ...(points ? { points } : {}),
    places: pools.find((p) => p.no === 0)?.capacity ?? 0, quotas: pools.flatMap((p) => (p.unionId === null ? [] : [{ unionId: p.unionId, places: p.capacity, rollsUpAt: later(p.rollsUpAt) }])),
    who: { ...offer.who, memberDays: daysFor(sale.memberMonths, legalDateOf(opensAt)) },
  });
  await q.insertSale(tx, { ...sale, worthFen: Number(sale.worthFen), tax: '', taxNote: '', id: fresh, madeById: by.personId, ...(await lentBy(tx, sale)) });
  await audit.record(tx, by, words.auditCopied, { subject: { kind: 'sale', id: fresh }, unionId: sale.unionId, slots: { title: sale.title } });
  return { id: fresh, state: 'draft' };
}

/** Changes what a published sale says and that takes nothing from anybody. */
export async function amend(tx: Tx, by: Actor, { id, about, ...d }: In<'amend'>): Promise<Done> {
  const { sale } = await loadKept(tx, by, id);
  if (sale.publishedAt === null || sale.state === 'cancelled') throw new Refused(words.nothingLeft);
  await claims.amend(tx, by, sale.id, d);
  await q.setAbout(tx, sale.id, about);
  await audit.record(tx, by, words.auditChanged, { subject: { kind: 'sale', id: sale.id }, unionId: sale.unionId, slots: { title: sale.title } });
  return { id: sale.id, state: sale.state };
}
