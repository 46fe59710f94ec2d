import type { Output } from '../../../../../web/kit/index.ts';
import type { api } from '../../activities.contract.ts';
import type { Seen } from './Look.tsx';

type Start = Output<typeof api.start>;

/** Clubs whose grant may be chosen, by id, with the one that stands in the draft; those of another union than a kept draft's are left out. */
export function clubChoices(start: Start, kept: Seen | null): readonly (readonly [id: string, name: string])[] {
  const open = start.clubs.filter((c) => kept === null || c.unionId === kept.unionId).map((c) => [c.id, start.publishes || c.unionId === start.union?.id ? c.name : `${c.name} · ${c.union}`] as const);
  return kept?.clubId && kept.club && !open.some(([id]) => id === kept.clubId) ? [...open, [kept.clubId, kept.club]] : open;
}
