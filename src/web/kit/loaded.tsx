import type { ReactNode } from 'react';
import type { Pages } from './calls.ts';
import type { RefusedByServer } from './client.ts';
import { words } from './kit.words.ts';
import { useWords } from './language.ts';
import { Empty } from './status.tsx';

/** Grey lines where text will stand. */
export function Waiting({ lines = 3 }: { lines?: number }) {
  const w = useWords(words);
  return (
    <div className="waiting" role="status" aria-label={w.loading}>
      {Array.from({ length: lines }, (_, i) => <i key={`line${i.toString()}`} style={{ width: `${[92, 76, 84, 60][i % 4]}%` }} />)}
    </div>
  );
}

/** Why a page cannot be shown, and what to do. */
export function NotShown({ why, again }: { why: RefusedByServer; again?: () => void }) {
  const w = useWords(words);
  if (why.status === 404) return why.code === 'http.notFound' || !why.sentence ? <Empty icon="search" title={w.notFound} hint={why.sentence || w.notFoundHint} /> : <Empty icon="search" title={why.sentence} />;
  return (
    <Empty icon={why.status === 0 ? 'network' : 'late'} title={why.sentence}>
      {again ? <button type="button" className="btn" onClick={again}>{w.retry}</button> : null}
    </Empty>
  );
}

function NoNetwork({ again }: { again: () => void }) {
  const w = useWords(words);
  return <Empty icon="network" title={w.offlineHere} hint={w.offlineHereHint}><button type="button" className="btn" onClick={again}>{w.retry}</button></Empty>;
}

type Read<T> = { readonly data: T | undefined; readonly error: RefusedByServer | null; readonly refetch: () => unknown; readonly fetchStatus?: string };

/** Shows an answer when it is there, grey lines before, and the refusal with a way on if it was refused. */
export function Loaded<T>({ from, children, lines }: { from: Read<T>; children: (data: T) => ReactNode; lines?: number }) {
  if (from.data !== undefined) return <>{children(from.data)}</>;
  if (from.error) return <NotShown why={from.error} again={() => void from.refetch()} />;
  return from.fetchStatus === 'paused' ? <NoNetwork again={() => void from.refetch()} /> : <Waiting lines={lines ?? 3} />;
}

/** A list read page by page: rows, then a button for more. `empty` says what to do when there is nothing. */
export function LoadedPages<T>({ from, empty, children }: { from: Pages<T>; empty: ReactNode; children: (items: readonly T[]) => ReactNode }) {
  const w = useWords(words);
  if (from.error && from.items.length === 0) return <NotShown why={from.error} again={from.again} />;
  if (from.loading) return <Waiting lines={4} />;
  if (from.items.length === 0) return <>{empty}</>;
  return (
    <>
      {children(from.items)}
      {from.more ? (
        <button type="button" className="btn wide morebtn" disabled={from.loadingMore} onClick={from.more}>
          {from.total === undefined ? w.more : w.moreOf({ n: from.total - from.items.length })}
        </button>
      ) : null}
    </>
  );
}
