/** What this device remembers between visits. Storage may be forbidden or full: then nothing is remembered and nothing breaks. */
const PREFIX = 'niangjia.';

type Shelf = 'device' | 'tab';

const shelf = (where: Shelf): Storage | undefined => {
  try {
    return where === 'tab' ? globalThis.sessionStorage : globalThis.localStorage;
  } catch {
    return undefined;
  }
};

/** What was kept under this name, or null. `tab` is forgotten when the tab closes. */
export function kept(name: string, where: Shelf = 'device'): string | null {
  try {
    return shelf(where)?.getItem(PREFIX + name) ?? null;
  } catch {
    return null;
  }
}

/** Keeps a value under a name; null forgets it. Answers whether it could be kept. */
export function keep(name: string, value: string | null, where: Shelf = 'device'): boolean {
  try {
    if (value === null) shelf(where)?.removeItem(PREFIX + name);
    else shelf(where)?.setItem(PREFIX + name, value);
    return true;
  } catch {
    return false;
  }
}

/** Forgets everything on this device whose name begins so. */
export function forget(begins: string): void {
  const device = shelf('device');
  try {
    for (const name of Object.keys(device ?? {})) if (name.startsWith(PREFIX + begins)) device?.removeItem(name);
  } catch {
    // nothing could be kept either
  }
}
