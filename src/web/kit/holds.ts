import type { Me } from './me.tsx';

/** Whether the person holds one of the permission words anywhere; to hide menu entries, not to decide: the server decides. */
export const holds = (me: Me | null, can: string | readonly string[]): boolean =>
  (typeof can === 'string' ? [can] : can).some((word) => word === 'person' || (me?.grants.includes(word) ?? false));
