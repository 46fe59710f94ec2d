import { useSearchParams } from 'react-router';
import type { RefusedByServer, AnyEndpoint, Input, Output } from '../client.ts';
import { type Pages, useCall, usePages } from '../calls.ts';
import { useScope } from '../scope.ts';
import { type Columns, useShown } from './columns.ts';

/** What a list may be narrowed by. `name` is the parameter in the address bar and, unless the screen says otherwise, in the route. */
export type Filter =
  | { readonly kind: 'find'; readonly name: string; readonly label: string }
  | { readonly kind: 'choose' | 'parts'; readonly name: string; readonly label: string; readonly options: readonly (readonly [value: string, text: string])[] }
  | { readonly kind: 'tick'; readonly name: string; readonly label: string }
  | { readonly kind: 'days'; readonly name: string; readonly to: string; readonly label: readonly [from: string, to: string] };

type Change = (what: Readonly<Record<string, string | undefined>>) => void;

/** A list as its screen sees it: everything but the chosen columns stands in the address bar. */
export type List<R> = {
  /** names its saved views and its columns */
  readonly screen: string;
  readonly filters: readonly Filter[];
  readonly columns: Columns<R>;
  readonly value: (name: string) => string | undefined;
  /** the filters that are set */
  readonly set: Readonly<Record<string, string>>;
  /** the filters and the chosen union, as a route takes them */
  readonly asked: Readonly<Record<string, string>>;
  readonly page: number;
  readonly perPage: number;
  /** the marked row */
  readonly at: string | undefined;
  readonly change: Change;
  readonly clear: () => void;
  readonly shown: readonly string[];
  readonly toggle: (name: string) => void;
};

const PER_PAGE = 20;
const namesOf = (filters: readonly Filter[]): string[] => filters.flatMap((f) => (f.kind === 'days' ? [f.name, f.to] : [f.name]));

/**
 * A list of the console: filters, page and marked row in the address bar, columns remembered.
 * @param screen its name among the saved views: `members`
 * @param o.more filters that the screen draws by itself (tabs)
 * @param o.ask turns the filters into what the route takes, where the two differ
 */
export function useList<R>(screen: string, o: {
  readonly filters: readonly Filter[]; readonly columns: Columns<R>; readonly more?: readonly string[];
  readonly ask?: (set: Readonly<Record<string, string>>) => Readonly<Record<string, string>>; readonly union?: string;
}): List<R> {
  const [params, setParams] = useSearchParams();
  const { union } = useScope();
  const [shown, toggle] = useShown(screen, o.columns);
  const names = [...namesOf(o.filters), ...(o.more ?? [])];
  const set: Readonly<Record<string, string>> = Object.fromEntries(names.flatMap((n) => { const value = params.get(n); return value ? [[n, value]] : []; }));
  const change: Change = (what) =>
    setParams((before) => {
      const next = new URLSearchParams(before);
      if (!('at' in what)) for (const name of 'page' in what ? ['at'] : ['page', 'at']) next.delete(name);
      for (const [name, value] of Object.entries(what)) {
        if (value) next.set(name, value);
        else next.delete(name);
      }
      return next;
    }, { replace: true });
  return {
    screen, filters: o.filters, columns: o.columns, shown, toggle, set, change, perPage: PER_PAGE,
    value: (name) => params.get(name) ?? undefined,
    asked: { ...(o.ask ? o.ask(set) : set), ...(union ? { [o.union ?? 'unionId']: union } : {}) },
    page: Math.max(1, Math.floor(Number(params.get('page') ?? 1)) || 1),
    at: params.get('at') ?? undefined,
    clear: () => change(Object.fromEntries(names.map((n) => [n, undefined]))),
  };
}

/** The rows that are shown now, however they are turned. */
export type Rows<R> = Omit<Pages<R>, 'loadingMore'> & { readonly loadingMore?: boolean };
type RowOf<E extends AnyEndpoint> = Output<E> extends { items: readonly (infer T)[] } ? T : never;
type Settings<E extends AnyEndpoint> = { readonly every?: number; readonly also?: Partial<Input<E>>; readonly when?: boolean };

/** One page of a route that takes `limit` and `offset`; `answer` holds what else it said. */
export function useRows<E extends AnyEndpoint, R>(endpoint: E, list: List<R>, o: Settings<E> = {}): Rows<RowOf<E>> & { readonly answer: Output<E> | undefined } {
  const input = { ...list.asked, ...o.also, limit: list.perPage, offset: (list.page - 1) * list.perPage } as unknown as Input<E>;
  const found = useCall(endpoint, input, { keepWhileChanging: true, ...(o.every ? { every: o.every } : {}), when: o.when ?? true });
  const answer = found.data as { items?: readonly RowOf<E>[]; total?: number } | undefined;
  return { items: answer?.items ?? [], total: answer?.total, loading: found.isPending, error: found.data ? null : (found.error as RefusedByServer | null), again: () => void found.refetch(), answer: found.data };
}

/** A route that takes `after`: the newest rows, then more of them on demand. */
export function useNewest<E extends AnyEndpoint, R>(endpoint: E, list: List<R>): Rows<RowOf<E>> {
  return usePages(endpoint, { ...list.asked, limit: 50 } as unknown as Input<E>);
}
