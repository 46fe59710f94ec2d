import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { areIds } from './paths.ts';

/** Shows a page of one thing only under an address that can be a thing's; `/letters/board` typed by hand is no letter. */
export function OnlyIds({ instead, children }: { instead: ReactNode; children: ReactNode }) {
  return areIds(useParams()) ? children : instead;
}
