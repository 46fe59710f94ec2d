/**
 * What is too large or too precious for the small storage of {@link keep}: lists and waiting work, on this device, as plain values.
 * Storage may be forbidden: then nothing is found and `shelve` answers false.
 */
const ROOM = 'things';

const opened = (): Promise<IDBDatabase> => new Promise((done, fail) => {
  const asked = indexedDB.open('niangjia', 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore(ROOM);
  asked.onsuccess = () => done(asked.result);
  asked.onerror = () => fail(asked.error ?? new Error('no storage'));
});

async function within<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await opened();
  try {
    return await new Promise<T>((done, fail) => {
      const transaction = database.transaction(ROOM, mode);
      const asked = work(transaction.objectStore(ROOM));
      transaction.oncomplete = () => done(asked.result);
      transaction.onabort = () => fail(transaction.error ?? new Error('not kept'));
    });
  } finally {
    database.close();
  }
}

/** What was put there under this name, or null. */
export const unshelve = <T>(name: string): Promise<T | null> => within('readonly', (store) => store.get(name) as IDBRequest<T | undefined>).then((found) => found ?? null, () => null);

/** Puts a value there; it is on the disk when this answers true. */
export const shelve = (name: string, value: unknown): Promise<boolean> => within('readwrite', (store) => store.put(value, name)).then(() => true, () => false);

/** Takes away everything whose name begins so. */
export const clearShelf = (begins: string): Promise<boolean> => within('readwrite', (store) => store.delete(IDBKeyRange.bound(begins, `${begins}\uffff`))).then(() => true, () => false);
