import { createContext, useContext } from 'react';
import type { Word } from '#shared/words';
import type { IconName } from './icons.tsx';

/** Something one can do without signing in; the sign-in page offers them. */
export type Door = { readonly title: Word; readonly note?: Word; readonly icon: IconName; readonly path: `/${string}`; readonly order: number };

const Doors = createContext<readonly Door[]>([]);
export const OpenDoors = Doors.Provider;

/** What all parts offer without signing in, small order first. */
export const useDoors = (): readonly Door[] => useContext(Doors);
