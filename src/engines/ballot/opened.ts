import { type PaperBody, readBody, unfilled } from '#shared/ballot-paper';
import type { Opener } from './crypto.ts';

/** The class of a paper and what it says; `content` is undefined when it does not open or is none. */
export type OpenedPaper = { readonly class: string; readonly content: unknown };

function contentOf(p: PaperBody | null, open: Opener | null): unknown {
  if (p === null) return undefined;
  if (p.form === 'open') return unfilled(p.content);
  const plain = open?.(p);
  return plain ? unfilled(plain) : undefined;
}

/** Reads a body and opens it. */
export function openPaper(body: Uint8Array, open: Opener | null): OpenedPaper {
  const paper = readBody(body);
  return { class: paper?.class ?? '', content: contentOf(paper, open) };
}
