/**
 * JSON with the keys of every object in order, so that equal values always give equal text: what hashes are taken over.
 * Takes what JSON takes; `undefined` in an object is left out, as JSON does.
 */
export function orderly(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(orderly).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const pairs = Object.entries(value).filter(([, inner]) => inner !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${pairs.map(([key, inner]) => `${JSON.stringify(key)}:${orderly(inner)}`).join(',')}}`;
  }
  return JSON.stringify(value ?? null);
}
