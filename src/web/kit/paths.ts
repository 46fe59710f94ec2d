/** One answer of a list. */
export type Page = { readonly items: readonly unknown[]; readonly total?: number | undefined; readonly next?: string | number | null | undefined };

/**
 * What to add to the input for the page after these, or null at the end. Lists that answer `next` are followed by it (`after`);
 * others by `offset`, until `total` is reached or a page comes short.
 */
export function nextPage(pages: readonly Page[], size: number): Readonly<Record<string, string | number>> | null {
  const last = pages.at(-1);
  if (!last) return null;
  if ('next' in last) return last.next === null || last.next === undefined ? null : { after: last.next };
  const read = pages.reduce((sum, p) => sum + p.items.length, 0);
  return (last.total === undefined ? last.items.length >= size : read < last.total && last.items.length > 0) ? { offset: read } : null;
}

/** The form's name for a refused path: `rows.3.phone` is `['rows', 3, 'phone']`. */
export const fieldName = (path: string): (string | number)[] => path.split('.').map((p) => (/^\d+$/.test(p) ? Number(p) : p));

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether what stands in an address where an id belongs (`:id`, `:personId`) is one. */
export const areIds = (params: Readonly<Record<string, string | undefined>>): boolean =>
  Object.entries(params).every(([name, value]) => !/^id$|Id$/.test(name) || UUID.test(value ?? ''));
