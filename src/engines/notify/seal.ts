import { secrets } from '#platform/secrets';
import type { FullSettings } from './settings.ts';

/** Settings of a channel as they rest. */
export const sealSettings = (s: FullSettings): Buffer => secrets.seal(JSON.stringify(s));

/** Sealed settings, open. */
export const openSettings = (sealed: Buffer): FullSettings => JSON.parse(secrets.open(sealed)) as FullSettings;
