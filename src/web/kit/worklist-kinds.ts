import { createContext, useContext, useMemo } from 'react';
import type { PlacedKind } from './screens.ts';

const Kinds = createContext<readonly PlacedKind[]>([]);

/** The console tells here how each part speaks about its things in the work list. */
export const WorklistKinds = Kinds.Provider;

/** How the work list shows and opens things, by the server's name of their kind. */
export function useWorklistKinds(): ReadonlyMap<string, PlacedKind> {
  const kinds = useContext(Kinds);
  return useMemo(() => new Map(kinds.map((k) => [k.kind, k])), [kinds]);
}
