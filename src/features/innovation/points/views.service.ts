import type { FileFacts } from '#engines/files';
import { bandOf, standingOf } from './points.rules.ts';
import type { ReservationRow } from './reservations.sql.ts';
import type { PrizeRow, RoundRow } from './rounds.sql.ts';

/** A round as every screen shows it. */
export const roundView = (r: RoundRow, today: string) => ({
  id: r.id, schemeId: r.schemeId, union: r.union, year: r.year, title: r.title, text: r.text, from: r.from, to: r.to, collectFrom: r.collectFrom, collectTo: r.collectTo, place: r.place, mostEach: r.mostEach, bands: r.bands,
  standing: standingOf(r, today), version: r.version,
});

/** A picture as screens show it. */
export const fileView = (f: FileFacts) => ({ id: f.id, name: f.name, image: f.thumbnail });

/** A prize as every screen shows it, with the place of its band; the newest picture first. */
export const prizeView = (p: PrizeRow, r: Pick<RoundRow, 'bands'>, pictures: readonly FileFacts[]) => {
  const band = bandOf(r.bands, p.points);
  return { id: p.id, title: p.title, text: p.text, points: p.points, worthFen: p.worthFen, perPerson: p.perPerson, band: band ? r.bands.indexOf(band) : 0, stock: p.stock, left: p.left, files: pictures.map(fileView).reverse() };
};

/** A reservation as every screen shows it; `may` = the steps open to whoever asks. */
export const reservationView = (v: ReservationRow, may: readonly string[]) => ({
  id: v.id, prizeId: v.prizeId, prize: v.prize, personId: v.personId, name: v.name, unit: v.unitUnion, points: v.points, worthFen: v.worthFen, code: v.code, state: v.state, reservedAt: v.reservedAt.toISOString(), endedAt: v.endedAt?.toISOString() ?? null,
  endedBy: v.endedBy, collector: v.collector, note: v.note, round: v.round, year: v.year, place: v.place, collectFrom: v.collectFrom, collectTo: v.collectTo, may: [...may],
});
