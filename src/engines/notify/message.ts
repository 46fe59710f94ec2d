import type { Locale } from '#shared/words';
import type { InboxRow } from './inbox.sql.ts';

/** A message as its reader sees it; times as ISO text. */
export type Message = {
  id: string; kind: string; title: string; body: string; link: string; urgent: boolean; toldAt: string; readAt: string | null;
};

/** A line of an inbox in one language. */
export const messageOf = (row: InboxRow, locale: Locale): Message => ({
  id: row.id, kind: row.kind, title: locale === 'zh' ? row.titleZh : row.titleEn, body: locale === 'zh' ? row.bodyZh : row.bodyEn, link: row.link,
  urgent: row.urgent, toldAt: row.toldAt.toISOString(), readAt: row.readAt?.toISOString() ?? null,
});

/** The place of a line in an inbox, as a client sends it back. */
export const placeOf = (row: InboxRow): string => `${row.toldExact}~${row.id}`;

/** Reads a place; null when it is none. */
export function readPlace(place: string): { at: string; id: string } | null {
  const found = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z)~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(place);
  return found?.[1] && found[2] && !Number.isNaN(Date.parse(found[1])) ? { at: found[1], id: found[2] } : null;
}
