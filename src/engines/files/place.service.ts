import type { Store } from './store.service.ts';

let current: Store | null = null;

/** Says where files lie; main and the test server call it once, before anything is uploaded. */
export function keepFilesIn(store: Store): void {
  current = store;
}

/** The folder of sealed files; a bug when nobody said where it is. */
export function store(): Store {
  if (!current) throw new Error('files: keepFilesIn was not called');
  return current;
}
