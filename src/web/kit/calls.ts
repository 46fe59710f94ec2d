import {
  type InfiniteData, keepPreviousData, onlineManager, QueryClient, type QueryKey, type UseQueryResult,
  useInfiniteQuery, useMutation, useQuery, useQueryClient,
} from '@tanstack/react-query';
import { useState } from 'react';
import { PAGE } from '#shared/contract';
import { say } from '#shared/words';
import { type AnyEndpoint, call, type Input, type Output, RefusedByServer, type Travel } from './client.ts';
import { keyedPresses } from './keyed.ts';
import { words } from './kit.words.ts';
import { locale, useLocale } from './language.ts';
import { fieldName, nextPage, type Page } from './paths.ts';
import { tell } from './toast.tsx';

/** The one store of answers of an app. Answers are fresh for 20 s; a refusal is never asked twice, a lost network is asked twice more. */
export const answers = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 20_000,
      gcTime: 5 * 60_000,
      networkMode: 'offlineFirst',
      retry: (count, cause) => count < 2 && cause instanceof RefusedByServer && (cause.status === 0 || cause.status >= 502),
    },
    mutations: { retry: false },
  },
});

// a page that is opened without a network knows it at once
if (globalThis.navigator?.onLine === false) onlineManager.setOnline(false);

/** Under which key an answer is kept: the route's path first, so that a live event can name what is stale. */
export const keyOf = (endpoint: AnyEndpoint, input?: unknown): QueryKey => [endpoint.path, ...(input === undefined ? [] : [input, locale()])];

/** Forgets the answers of these routes (whatever the input), so that screens that show them ask again. */
export const refresh = (...endpoints: readonly AnyEndpoint[]): Promise<void> =>
  Promise.all(endpoints.map((e) => answers.invalidateQueries({ queryKey: [e.path] }))).then(() => undefined);

/** Settings of a read: it waits while `when` is false; `every` asks again each so many milliseconds; `anonymous` sends no cookie. */
export type CallSettings = { readonly when?: boolean; readonly every?: number; readonly anonymous?: boolean; readonly keepWhileChanging?: boolean };

/** Reads a route and keeps the answer: `const letter = useCall(api.letter, { id })`, then `letter.data`, `letter.error?.sentence`. */
export function useCall<E extends AnyEndpoint>(endpoint: E, input: Input<E>, settings: CallSettings = {}): UseQueryResult<Output<E>, RefusedByServer> {
  useLocale();
  return useQuery<Output<E>, RefusedByServer>({
    queryKey: keyOf(endpoint, input),
    queryFn: ({ signal }) => call(endpoint, input, { signal, anonymous: settings.anonymous ?? false }),
    enabled: settings.when ?? true,
    ...(settings.every ? { refetchInterval: settings.every } : {}),
    ...(settings.keepWhileChanging ? { placeholderData: keepPreviousData } : {}),
  });
}

/** Asks before the screen that needs the answer is there, so that neither waits for the other. */
export const askAhead = <E extends AnyEndpoint>(endpoint: E, input: Input<E>, travel: Travel = {}): void =>
  void answers.prefetchQuery({ queryKey: keyOf(endpoint, input), queryFn: () => call(endpoint, input, travel), retry: false });

type ItemOf<E extends AnyEndpoint> = Output<E> extends { items: readonly (infer T)[] } ? T : never;

/** All pages of a list read so far, flattened. `more` is absent at the end. */
export type Pages<T> = {
  readonly items: readonly T[];
  readonly total: number | undefined;
  readonly loading: boolean;
  readonly error: RefusedByServer | null;
  readonly more?: () => void;
  readonly loadingMore: boolean;
  readonly again: () => void;
};

/** Reads a list page by page: `const letters = usePages(api.list, { state })`, shown by `<LoadedPages from={letters}>`. */
export function usePages<E extends AnyEndpoint>(endpoint: E, input: Input<E>, settings: { readonly when?: boolean } = {}): Pages<ItemOf<E>> {
  useLocale();
  const size = Number((input as { limit?: unknown }).limit ?? PAGE.usual);
  const list = useInfiniteQuery<Output<E>, RefusedByServer, InfiniteData<Output<E>>, QueryKey, Readonly<Record<string, string | number>>>({
    queryKey: [...keyOf(endpoint, input), 'pages'],
    queryFn: ({ pageParam, signal }) => call(endpoint, { ...(input as object), ...pageParam } as Input<E>, { signal }),
    initialPageParam: {},
    getNextPageParam: (_last, all) => nextPage(all as readonly Page[], size),
    enabled: settings.when ?? true,
  });
  const pages = (list.data?.pages ?? []) as readonly Page[];
  return {
    items: pages.flatMap((p) => p.items) as readonly ItemOf<E>[],
    total: pages[0]?.total,
    loading: list.isPending && list.fetchStatus !== 'idle',
    error: list.error,
    ...(list.hasNextPage ? { more: () => void list.fetchNextPage() } : {}),
    loadingMore: list.isFetchingNextPage,
    again: () => void list.refetch(),
  };
}

/** The part of a form (antd's and antd-mobile's alike, whatever its values) that refusals are written to. */
export type FormLike = {
  setFields(fields: never[]): void;
  scrollToField?(name: never, options?: never): void;
};

/** What happens around a write. */
export type ActSettings<E extends AnyEndpoint> = {
  /** refused fields are written at their form items */
  readonly form?: FormLike;
  /** said when it is done; without it nothing is said (the page shows it) */
  readonly done?: string | ((out: Output<E>) => string | undefined);
  /** routes whose answers changed by this */
  readonly refreshes?: readonly AnyEndpoint[];
  readonly after?: (out: Output<E>) => void;
  /** takes a refusal over: return true when the page shows it itself, then nothing is said */
  readonly refused?: (why: RefusedByServer) => boolean | undefined;
  /** sends no cookie */
  readonly anonymous?: boolean;
};

/** A write as a screen uses it. */
export type Act<E extends AnyEndpoint> = {
  /** starts it; never throws */
  readonly act: (input: Input<E>) => void;
  /** starts it and waits; answers undefined when refused (already told) */
  readonly actNow: (input: Input<E>) => Promise<Output<E> | undefined>;
  readonly busy: boolean;
  /** it waits for the network and will go out by itself when it is back */
  readonly waiting: boolean;
  readonly refusal: RefusedByServer | null;
};

function showRefusal(why: RefusedByServer, form: FormLike | undefined): void {
  if (!form || why.fields.length === 0) {
    tell(why.fields.length === 1 && why.fields[0] ? why.fields[0].sentence : why.sentence, 'bad');
    return;
  }
  form.setFields(why.fields.map((f) => ({ name: fieldName(f.path), errors: [f.sentence] })) as never[]);
  const first = why.fields[0];
  if (first) form.scrollToField?.(fieldName(first.path) as never, { block: 'center' } as never);
  tell(say(words.checkFields, locale(), { n: why.fields.length }), 'bad');
}

/**
 * A write: `const { act, busy } = useAct(api.write, { form, done: w.sent, refreshes: [api.mine], after: (out) => go(out.id) })`.
 * Refusals are shown at the form's fields or as one sentence. Without a network it waits and goes out when the network is back.
 * A `keyed` route gets one key for each press and is asked again by itself, with the same key, when the network was lost meanwhile.
 */
export function useAct<E extends AnyEndpoint>(endpoint: E, settings: ActSettings<E> = {}): Act<E> {
  const store = useQueryClient();
  const travel: Travel = { anonymous: settings.anonymous ?? false };
  const [press] = useState(keyedPresses);
  const mutation = useMutation<Output<E>, RefusedByServer, Input<E>>({
    mutationFn: (input) => (endpoint.keyed ? press(JSON.stringify(input), (key) => call(endpoint, input, { ...travel, key })) : call(endpoint, input, travel)),
    onSuccess: async (out) => {
      for (const e of settings.refreshes ?? []) void store.invalidateQueries({ queryKey: [e.path] });
      const sentence = typeof settings.done === 'function' ? settings.done(out) : settings.done;
      if (sentence) tell(sentence);
      settings.after?.(out);
    },
    onError: (why) => {
      if (settings.refused?.(why)) return;
      showRefusal(why instanceof RefusedByServer ? why : new RefusedByServer(500, { code: 'kit.serverTrouble', sentence: say(words.serverTrouble, locale()) }), settings.form);
    },
  });
  return {
    act: (input) => {
      if (!onlineManager.isOnline()) tell(say(words.sendsLater, locale()), 'plain');
      mutation.mutate(input);
    },
    actNow: (input) => mutation.mutateAsync(input).catch(() => undefined),
    busy: mutation.isPending,
    waiting: mutation.isPaused,
    refusal: mutation.error,
  };
}
