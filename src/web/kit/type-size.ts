import { useSyncExternalStore } from 'react';
import { keep, kept } from './kept.ts';

/** Letter sizes: 1, 1.25, 1.5 and 1.875 times the usual; the largest writes the phone's main text with 30 px. */
export const TYPE_SIZES = ['usual', 'large', 'larger', 'largest'] as const;
export type TypeSize = (typeof TYPE_SIZES)[number];

const known = (text: string | null): TypeSize => TYPE_SIZES.find((size) => size === text) ?? 'usual';
let current = known(kept('type'));
const listeners = new Set<() => void>();

/** The letter size of this device. */
export const typeSize = (): TypeSize => current;

/** Changes the letter size at once and, unless told otherwise, remembers it on this device. */
export function setTypeSize(size: TypeSize, o: { remember?: boolean } = {}): void {
  current = size;
  if (o.remember ?? true) keep('type', size);
  document.documentElement.dataset['type'] = size;
  for (const listener of listeners) listener();
}

export const useTypeSize = (): TypeSize =>
  useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, typeSize);
