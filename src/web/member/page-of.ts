import { matchPath } from 'react-router';

function addressIn(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

/** The page inside this app that a code leads to; undefined for codes of others. A code keeps working when the server moves to another address. */
export function pageOf(text: string, paths: readonly string[]): string | undefined {
  const address = addressIn(text);
  if (!address) return undefined;
  const { protocol, pathname, search } = address;
  if (protocol !== 'https:' && protocol !== 'http:') return undefined;
  return paths.some((path) => matchPath(path, pathname)) ? pathname + search : undefined;
}
