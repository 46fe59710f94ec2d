import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { keep, kept } from './kept.ts';

/** The union whose subtree the console shows, from the address bar (`?union=`); undefined means everything the officer may see. */
export function useScope(): { readonly union: string | undefined; readonly choose: (union: string | undefined) => void } {
  const [params, setParams] = useSearchParams();
  return {
    union: params.get('union') ?? undefined,
    choose: (union) => {
      keep('union', union ?? null, 'tab');
      setParams((before) => {
        const next = new URLSearchParams(before);
        if (union) next.set('union', union);
        else next.delete('union');
        next.delete('after');
        return next;
      });
    },
  };
}

/** Carries the chosen union to every page of the console, also where a link did not name it: the address bar always tells what is shown. */
export function useKeptScope(): void {
  const [params, setParams] = useSearchParams();
  const named = params.get('union');
  useEffect(() => {
    const before = kept('union', 'tab');
    if (named) keep('union', named, 'tab');
    else if (before) setParams((all) => { const next = new URLSearchParams(all); next.set('union', before); return next; }, { replace: true });
  }, [named, setParams]);
}

/** Filters and the like in the address bar: they survive a reload, can be sent to a colleague and go back with the back button. */
export function useAddress(name: string): readonly [value: string | undefined, set: (value: string | undefined) => void] {
  const [params, setParams] = useSearchParams();
  return [
    params.get(name) ?? undefined,
    (value) =>
      setParams((before) => {
        const next = new URLSearchParams(before);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      }, { replace: true }),
  ];
}
