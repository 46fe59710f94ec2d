import { matchPath } from 'react-router';
import { holds } from '../kit/holds.ts';
import type { Me } from '../kit/me.tsx';
import { AREAS, type Area, type ConsolePart, type MenuEntry, type MenuGroup } from '../kit/screens.ts';

/** One area of the left menu with the entries a person may open. */
export type MenuArea = { readonly area: Area | 'across'; readonly entries: readonly MenuEntry[]; /** the paths of all its pages, those without an entry too */ readonly pages: readonly string[] };

/** The menu of one person: areas in their order, only those with at least one permitted entry; `across` stands first. */
export function menuOf(all: readonly ConsolePart[], me: Me): readonly MenuArea[] {
  const inOrder = (a: MenuEntry, b: MenuEntry): number => (a.order ?? 100) - (b.order ?? 100);
  const areas: readonly (Area | 'across')[] = ['across', ...AREAS];
  return areas
    .map((area) => ({ area, parts: all.filter((p) => p.area === area) }))
    .map(({ area, parts }) => ({ area, entries: parts.flatMap((p) => p.menu ?? []).filter((m) => holds(me, m.can)).sort(inOrder), pages: parts.flatMap((p) => p.screens.map((s) => s.path)) }))
    .filter((a) => a.entries.length > 0);
}

/** Whether a page stands in the menu for others but not for this person. Pages that no menu names are opened or refused by their answers. */
export function isShut(all: readonly ConsolePart[], me: Me, path: string): boolean {
  const entries = all.flatMap((p) => p.menu ?? []).filter((m) => m.path === path);
  return entries.length > 0 && !entries.some((m) => holds(me, m.can));
}

/** The entry in whose page an address lies: the longest path that it begins with. */
export function entryAt(menu: readonly MenuArea[], pathname: string): { area: Area | 'across'; entry: MenuEntry } | undefined {
  return menu
    .flatMap(({ area, entries }) => entries.map((entry) => ({ area, entry })))
    .filter(({ entry }) => pathname === entry.path || pathname.startsWith(`${entry.path}/`))
    .sort((a, b) => b.entry.path.length - a.entry.path.length)[0];
}

/** The area in which an address lies: that of its entry, or of the part whose page it is. */
export const areaAt = (menu: readonly MenuArea[], pathname: string): Area | 'across' | undefined =>
  entryAt(menu, pathname)?.area ?? menu.find(({ pages }) => pages.some((path) => matchPath(path, pathname)))?.area;

/** Entries under the names of their groups, each group where its first entry stands. */
export function groupsOf(entries: readonly MenuEntry[]): readonly { readonly group: MenuGroup | undefined; readonly entries: readonly MenuEntry[] }[] {
  return [...Map.groupBy(entries, (m) => m.group)].map(([group, some]) => ({ group, entries: some }));
}
