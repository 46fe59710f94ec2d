import { after } from 'node:test';
import { clock } from '#platform/clock';

/** Fixes the clock for the running test file or test; it runs again afterwards. Move it with `clock.advance`. */
export function fixClock(at: string | Date): typeof clock {
  clock.set(at);
  after(() => clock.set(null));
  return clock;
}
