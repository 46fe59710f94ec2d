import type { z } from 'zod';
import type { api } from './permissions.contract.ts';

type Part = z.output<(typeof api)['book']['out']>['items'][number];
/** A permission with the part it belongs to. */
export type PlacedLine = Part['lines'][number] & { readonly id: string; readonly part: { readonly name: string; readonly title: string } };

/** The lines of a book narrowed to one part, to those that were changed, or to those whose words hold a text. */
export function linesOf(parts: readonly Part[], f: { readonly part?: string | undefined; readonly text?: string | undefined; readonly changed?: boolean | undefined }): PlacedLine[] {
  const text = f.text?.trim().toLowerCase() ?? '';
  return parts
    .filter((p) => f.part === undefined || p.part === f.part)
    .flatMap((p) => p.lines.map((l) => ({ ...l, id: l.permission, part: { name: p.part, title: p.title } })))
    .filter((l) => (!f.changed || l.allowed !== l.usual) && (text === '' || [l.title, l.part.title, ...l.opens].some((said) => said.toLowerCase().includes(text))));
}
