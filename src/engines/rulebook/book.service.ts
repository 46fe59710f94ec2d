import type { Tx } from '#shared/call';
import { basisOf, holdsOn, pick, regionsAbove, type Standing } from './pick.rules.ts';
import type { Param } from './rule.rules.ts';
import { type DecisionRow, type Place, selectConfirmed, selectDecisions } from './rulebook.sql.ts';
import { shippedId } from './shelf.service.ts';

/** What a federation decided and confirmed, by number. */
export type Book = { readonly stamp: string | null; readonly decisions: ReadonlyMap<string, readonly DecisionRow[]>; readonly confirmed: ReadonlySet<string> };

const EMPTY: Book = { stamp: null, decisions: new Map(), confirmed: new Set() };
const MOST_BOOKS = 200;
const books = new Map<string, Book>();

/**
 * The federation's book as this transaction sees it. It is remembered by its stamp, which is random and changes with
 * every decision, so what another process wrote, or what was rolled back, is never taken for the truth.
 */
export async function readBook(tx: Tx, stamp: string | null): Promise<Book> {
  if (stamp === null) return EMPTY;
  const known = books.get(tx.federationId);
  if (known?.stamp === stamp) return known;
  const decisions = Map.groupBy(await selectDecisions(tx), (d) => d.param);
  const book = { stamp, decisions, confirmed: new Set(await selectConfirmed(tx)) };
  if (books.size >= MOST_BOOKS) books.clear();
  books.set(tx.federationId, book);
  return book;
}

/** The steps of a path, nearest first. */
export const nodesOf = (path: string): string[] => path.split('/').filter((n) => n !== '').reverse();

function distanceOf(d: DecisionRow, nodes: readonly string[], regions: readonly string[]): number {
  if (d.unionId !== null) return d.unionNode === null ? -1 : nodes.indexOf(d.unionNode);
  const step = regions.indexOf(d.regionCode);
  return step < 0 ? -1 : nodes.length + step;
}

function decided(d: DecisionRow, distance: number): Standing {
  return {
    distance, at: d.unionId === null ? 'region' : 'union', place: d.unionId ?? d.regionCode, placeName: d.unionName ?? d.regionCode, forKind: d.unionKind !== '', from: d.from, to: d.to,
    value: d.value, basis: { document: d.document, documentEn: d.document, article: d.article },
    confidence: d.statute ? 'statute' : 'decided', note: d.note, noteEn: d.note, id: d.id, decidedAt: d.decidedAt,
  };
}

function shippedStandings(param: Param, book: Book, place: Place, regions: readonly string[], above: number): Standing[] {
  return param.rules.flatMap((r): Standing[] => {
    const step = regions.indexOf(r.jurisdiction);
    if (step < 0 || (r.unionKind && r.unionKind !== place.kind)) return [];
    const id = shippedId(param, r);
    const confidence = r.confidence === 'statute' ? 'statute' : book.confirmed.has(id) ? 'confirmed' : 'unconfirmed';
    return [{
      distance: above + step, at: r.jurisdiction === 'CN' ? 'nation' : 'region', place: r.jurisdiction, placeName: r.jurisdiction, forKind: r.unionKind !== undefined,
      from: r.from, to: r.to ?? null, value: r.value, basis: basisOf(r.basis), confidence, note: r.note?.zh ?? '', noteEn: r.note?.en ?? '',
      id, decidedAt: '',
    }];
  });
}

/** Every rule about a number that concerns a union, whenever it holds. */
export function standingsOf(param: Param, book: Book, place: Place): Standing[] {
  const nodes = nodesOf(place.path);
  const regions = regionsAbove(place.regionCode);
  const own = (book.decisions.get(param.key) ?? []).flatMap((d): Standing[] => {
    const distance = distanceOf(d, nodes, regions);
    return distance < 0 || (d.unionKind !== '' && d.unionKind !== place.kind) ? [] : [decided(d, distance)];
  });
  return [...own, ...shippedStandings(param, book, place, regions, nodes.length)];
}

/** What holds for a union on a day, and what will begin to hold later. */
export function outlook(param: Param, standings: readonly Standing[], day: string): { now: Standing | undefined; later: Standing[] } {
  const later = standings.filter((s) => s.from > day && !holdsOn(s, day)).sort((a, b) => (a.from < b.from ? -1 : 1));
  return { now: pick(param, standings, day), later };
}
