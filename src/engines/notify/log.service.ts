import type { Tx } from '#shared/call';
import { PAGE } from '#shared/contract';
import { Refused } from '#shared/errors';
import { listLines, type LogRow, type LogSearch } from './log.sql.ts';
import { readPlace } from './message.ts';
import { words } from './notify.words.ts';

/** One try, as the log shows it. The address is masked since it was written; times as ISO text. */
export type LogLine = Omit<LogRow, 'beganAt' | 'endedAt' | 'dueAt' | 'exact'> & {
  beganAt: string;
  endedAt: string | null;
  /** when the next try is due, while the delivery waits */
  dueAt: string | null;
};

export type LogFilter = LogSearch & { readonly after?: string | undefined; readonly limit?: number | undefined };

/** The delivery log, newest first. */
export async function listLog(tx: Tx, f: LogFilter): Promise<{ items: LogLine[]; next?: string }> {
  const place = f.after === undefined ? undefined : readPlace(f.after);
  if (place === null) throw new Refused(words.pageLost, { status: 400 });
  const limit = Math.min(f.limit ?? PAGE.usual, PAGE.most);
  const found = await listLines(tx, f, place, limit + 1);
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const items = page.map(({ exact: _, beganAt, endedAt, dueAt, ...line }) => ({
    ...line, beganAt: beganAt.toISOString(), endedAt: endedAt?.toISOString() ?? null, dueAt: line.delivery === 'waiting' ? dueAt.toISOString() : null,
  }));
  return { items, ...(found.length > limit && last ? { next: `${last.exact}~${last.id}` } : {}) };
}
