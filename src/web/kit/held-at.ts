import type { Me } from './me.tsx';

/** Where a person must or should go before anything else. */
export type HeldAt = '/needed' | '/welcome';

/**
 * What stands between a signed-in person and a page: `/needed` (a password, a second factor, signing in again) holds everybody;
 * `/welcome` (the privacy notice and consents) is shown once a visit until it was read, and not to the cast of a demonstration.
 * @param welcomed whether the welcome page was shown in this visit
 */
export function heldAt(me: Pick<Me, 'needs' | 'mode'>, pathname: string, welcomed: boolean): HeldAt | undefined {
  if (pathname === '/needed' || pathname === '/welcome') return undefined;
  if (me.needs.some((need) => need !== 'consent')) return '/needed';
  return me.needs.includes('consent') && me.mode === 'live' && !welcomed ? '/welcome' : undefined;
}
