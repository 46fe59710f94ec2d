import { useSearchParams } from 'react-router';
import { useScope } from '../../../../../web/kit/index.ts';

export const PER_PAGE = 20;
const NAMES = ['text', 'state', 'category', 'channel', 'open', 'late', 'from', 'to'] as const;
export type FilterName = (typeof NAMES)[number];
export type Filters = Partial<Record<FilterName, string>>;

/** The register's filters, page and marked row, all of them in the address bar. */
export function useFilters() {
  const [params, setParams] = useSearchParams();
  const { union } = useScope();
  const filters: Filters = Object.fromEntries(NAMES.flatMap((n) => (params.get(n) ? [[n, params.get(n)]] : [])));
  const page = Math.max(1, Number(params.get('page') ?? 1) || 1);
  const change = (what: Readonly<Record<string, string | undefined>>): void =>
    setParams((before) => {
      const next = new URLSearchParams(before);
      if (!('page' in what) && !('at' in what)) next.delete('page');
      for (const [name, value] of Object.entries(what)) {
        if (value) next.set(name, value);
        else next.delete(name);
      }
      return next;
    }, { replace: true });
  return {
    filters, page, at: params.get('at') ?? undefined, change, some: Object.keys(filters).length > 0,
    clear: () => change(Object.fromEntries(NAMES.map((n) => [n, undefined]))),
    asked: { ...filters, ...(union ? { unionId: union } : {}) },
  };
}
