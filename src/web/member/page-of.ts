import { matchPath } from 'react-router';

/** The page inside this app that a code leads to; undefined for codes of others. A code keeps working when the server moves to another address. */
export function pageOf(text: string, paths: readonly string[]): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, pathname, search } = new URL(text);
  if (protocol !== 'https:' && protocol !== 'http:') return undefined;
  return paths.some((path) => matchPath(path, pathname)) ? pathname + search : undefined;
}
