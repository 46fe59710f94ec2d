import type { ConsolePart } from '../kit/index.ts';

const found = import.meta.glob<ConsolePart>('../../features/*/*/ui/console/screens.tsx', { eager: true, import: 'default' });

/** Every part that has screens at the desk. */
export const parts: readonly ConsolePart[] = Object.values(found);

export const screens = parts.flatMap((p) => p.screens);
export const first = parts.find((p) => p.first)?.first;
export const unions = parts.find((p) => p.unions)?.unions;
export const finders = parts.flatMap((p) => (p.find ? [p.find] : []));
export const keepers = parts.flatMap((p) => (p.keeper ? [p.keeper] : []));
export const worklistKinds = parts.flatMap((p) => (p.worklist ?? []).map((kind) => ({
  ...kind, area: p.area, beside: parts.flatMap((other) => (other.beside ?? []).filter((b) => b.kind === kind.kind).map((b) => ({ part: other.part, panel: b.panel }))),
})));
