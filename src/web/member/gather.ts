import { AREAS, type MemberPart, type Service } from '../kit/index.ts';

const found = import.meta.glob<MemberPart>('../../features/*/*/ui/member/screens.tsx', { eager: true, import: 'default' });

/** Every part that has screens on the phone. */
export const parts: readonly MemberPart[] = Object.values(found);

const byArea = (a: Service, b: Service): number => AREAS.indexOf(a.area) - AREAS.indexOf(b.area) || a.order - b.order;

export const screens = parts.flatMap((p) => p.screens);
export const services: readonly Service[] = parts.flatMap((p) => p.services ?? []).sort(byArea);
export const homeCards = parts.flatMap((p) => p.home ?? []).sort((a, b) => a.order - b.order);
export const homeServices = services.filter((s) => s.onHome).sort((a, b) => (a.onHome ?? 0) - (b.onHome ?? 0)).slice(0, 7);
export const meRows = parts.flatMap((p) => p.me ?? []).sort((a, b) => a.order - b.order);
export const doors = parts.flatMap((p) => p.doors ?? []).sort((a, b) => a.order - b.order);
