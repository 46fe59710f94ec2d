import type { ReactNode } from 'react';
import { useParams } from 'react-router';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether what stands in an address where an id belongs (`:id`, `:personId`) is one. */
export const areIds = (params: Readonly<Record<string, string | undefined>>): boolean =>
  Object.entries(params).every(([name, value]) => !/^id$|Id$/.test(name) || UUID.test(value ?? ''));

/** Shows a page of one thing only under an address that can be a thing's; `/letters/board` typed by hand is no letter. */
export function OnlyIds({ instead, children }: { instead: ReactNode; children: ReactNode }) {
  return areIds(useParams()) ? children : instead;
}
