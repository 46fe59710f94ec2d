import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { maskName } from '#shared/person-name';
import { type Locale, say } from '#shared/words';
import type { Call } from '#platform/http';
import { claims, type OwnClaim } from '#engines/claims';
import { rulebook } from '#engines/rulebook';
import { pathsOf } from './figures.sql.ts';
import type { api } from './sales.contract.ts';
import * as q from './sales.sql.ts';
import type { SaleRow } from './sales.sql.ts';
import { words } from './sales.words.ts';
import { loadSeen, pathsFor, picturesOf } from './scope.service.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
type Out<K extends keyof typeof api> = z.input<(typeof api)[K]['out']>;
type Listed = Out<'sales'>['items'][number];
const MINUTE = 60_000;

/** Seconds from the start to a moment, in thousandths. */
export const secondsTo = (sale: Pick<SaleRow, 'opensAt'>, at: Date | null): number | null => (at === null ? null : Math.max(0, at.getTime() - sale.opensAt.getTime()) / 1000);
/** Seconds to the last place, once nothing is left. */
export const lastSeconds = (sale: SaleRow): number | null => (sale.places > 0 && sale.taken >= sale.places ? secondsTo(sale, sale.lastAt) : null);

const mineView = (own: OwnClaim | undefined, locale: Locale): Listed['mine'] => (own === undefined ? null : { state: own.state, stateWord: say(claims.stateWord('sale', own.state), locale), no: own.no, claimId: own.id });

function listed(sale: SaleRow, photo: Listed['photo'], own: OwnClaim | undefined, locale: Locale): Listed {
  return {
    id: sale.id, title: sale.title, union: sale.union, measure: sale.measure, state: sale.state, opensAt: sale.opensAt.toISOString(), closesAt: sale.closesAt.toISOString(), places: sale.places,
    left: sale.state === 'on' || sale.state === 'over' ? Math.max(0, sale.places - sale.taken) : null, pays: sale.pays, price: Number(sale.price), worthFen: Number(sale.worthFen), photo, mine: mineView(own, locale),
  };
}

/** Sales for this member: coming and on, or over. */
export async function sales(tx: Tx, by: Actor, { when, limit, offset }: In<'sales'>, call: Call): Promise<Out<'sales'>> {
  const { items, total } = await q.listSeen(tx, by, await pathsFor(tx, by), { open: when === 'open', limit, offset });
  const pictures = await picturesOf(tx, items);
  const own = new Map((await claims.listMine(tx, by.personId, items.map((s) => s.id))).map((c) => [c.offerId, c] as const).reverse());
  return { items: items.map((s) => listed(s, pictures.get(s.id)?.[0] ?? null, own.get(s.id), call.locale)), total, serverTime: tx.now.toISOString() };
}

/** Why this person may not, in a sentence; null when nothing stands against it. */
async function barSentence(tx: Tx, by: Actor, id: string, locale: Locale): Promise<string | null> {
  const offer = await claims.findOffer(tx, id);
  const bar = offer === null || offer.state === 'draft' ? null : await claims.barFor(tx, offer, by.personId);
  if (offer === null || bar === null) return null;
  const refusal = claims.refusalFor(offer, bar);
  return say(refusal.word, locale, refusal.slots);
}

/** One sale for a member, or for an officer who looks at it before. Light: what a phone asks again it asks seldom. */
export async function sale(tx: Tx, by: Actor, { id }: In<'sale'>, call: Call): Promise<Out<'sale'>> {
  const s = await loadSeen(tx, by, id);
  const [own] = await claims.listMine(tx, by.personId, [id]);
  const offer = await claims.findOffer(tx, id);
  const photos = (await picturesOf(tx, [s])).get(id) ?? [];
  const { values } = await rulebook.look(tx, { unionId: s.unionId }, ['sales.remind.minutes']);
  const unions = offer === null || offer.who.unions.length === 0 ? [s.union] : (await pathsOf(tx, offer.who.unions)).map((u) => u.name);
  return {
    ...listed(s, photos[0] ?? null, own, call.locale), about: s.about, photos, place: offer?.place ?? '', handOverFrom: offer?.handOverFrom?.toISOString() ?? null, handOverTo: offer?.handOverTo?.toISOString() ?? null,
    transferable: offer?.transferable ?? false, waits: offer?.waits ?? false, form: s.form, memberMonths: s.memberMonths, restDays: offer?.who.restDays ?? 0, unions, bar: own && own.endedAt === null ? null : await barSentence(tx, by, id, call.locale),
    orderPublished: offer?.published ?? false, why: offer?.why ?? '', remindedAt: (await q.findReminder(tx, id, by.personId))?.toISOString() ?? null, remindMinutes: values['sales.remind.minutes'], lastSeconds: lastSeconds(s), serverTime: tx.now.toISOString(),
  };
}

/** The order in which places were given, names masked, once an officer has published it. */
export async function order(tx: Tx, by: Actor, { id, limit, offset }: In<'order'>): Promise<Out<'order'>> {
  const s = await loadSeen(tx, by, id);
  if (!((await claims.findOffer(tx, id))?.published ?? false)) throw new Refused(words.notPublished, { status: 404 });
  const { items, total } = await claims.listOrder(tx, id, { limit, offset });
  return { items: items.map((c) => ({ no: c.no, name: maskName(c.name), unit: c.unit, at: c.at.toISOString(), seconds: secondsTo(s, c.at) ?? 0, mine: c.personId === by.personId })), total };
}

/** Sets or takes back one's own reminder; it is said some minutes before the start. */
export async function remind(tx: Tx, by: Actor, { id, on }: In<'remind'>): Promise<Out<'remind'>> {
  const s = await loadSeen(tx, by, id);
  if (!on) return { remindedAt: (await q.setReminder(tx, id, by.personId, null))?.toISOString() ?? null };
  if (s.publishedAt === null || s.state !== 'coming') throw new Refused(words.nothingLeft);
  const { values } = await rulebook.look(tx, { unionId: s.unionId }, ['sales.remind.minutes']);
  const at = new Date(s.opensAt.getTime() - values['sales.remind.minutes'] * MINUTE);
  if (at <= tx.now) throw new Refused(words.reminderLate);
  return { remindedAt: (await q.setReminder(tx, id, by.personId, at))?.toISOString() ?? null };
}
