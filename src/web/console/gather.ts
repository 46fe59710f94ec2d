import { AREAS, type Area, type ConsolePart, holds, type Me, type MenuEntry } from '../kit/index.ts';

const found = import.meta.glob<ConsolePart>('../../features/*/*/ui/console/screens.tsx', { eager: true, import: 'default' });

/** Every part that has screens at the desk. */
export const parts: readonly ConsolePart[] = Object.values(found);

export const screens = parts.flatMap((p) => p.screens);
export const first = parts.find((p) => p.first)?.first;
export const unions = parts.find((p) => p.unions)?.unions;
export const finders = parts.flatMap((p) => (p.find ? [p.find] : []));
export const worklistKinds = parts.flatMap((p) => p.worklist ?? []);

/** One area of the left menu with the entries a person may open. */
export type MenuArea = { readonly area: Area | 'across'; readonly entries: readonly MenuEntry[] };

/** The menu of one person: areas in their order, only those with at least one permitted entry; `across` stands first. */
export function menuOf(all: readonly ConsolePart[], me: Me): readonly MenuArea[] {
  const inOrder = (a: MenuEntry, b: MenuEntry): number => (a.order ?? 100) - (b.order ?? 100);
  const areas: readonly (Area | 'across')[] = ['across', ...AREAS];
  return areas
    .map((area) => ({ area, entries: all.filter((p) => p.area === area).flatMap((p) => p.menu ?? []).filter((m) => holds(me, m.can)).sort(inOrder) }))
    .filter((a) => a.entries.length > 0);
}

/** The entry in whose page an address lies: the longest path that it begins with. */
export function entryAt(menu: readonly MenuArea[], pathname: string): { area: Area | 'across'; entry: MenuEntry } | undefined {
  return menu
    .flatMap(({ area, entries }) => entries.map((entry) => ({ area, entry })))
    .filter(({ entry }) => pathname === entry.path || pathname.startsWith(`${entry.path}/`))
    .sort((a, b) => b.entry.path.length - a.entry.path.length)[0];
}
