import { createContext, useContext } from 'react';
import type { WorklistKind } from './screens.ts';

const Kinds = createContext<readonly WorklistKind[]>([]);

/** The console tells here how each part speaks about its things in the work list. */
export const WorklistKinds = Kinds.Provider;

/** How the work list shows and opens things, by the server's name of their kind. */
export function useWorklistKinds(): ReadonlyMap<string, WorklistKind> {
  return new Map(useContext(Kinds).map((k) => [k.kind, k]));
}
