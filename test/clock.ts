import { after } from 'node:test';
import { clock } from '#platform/clock';

after(() => clock.set(null));

/** Fixes the clock for the rest of the test file. Move it with `clock.advance`, let it run with `clock.set(null)`. */
export function fixClock(at: string | Date): typeof clock {
  clock.set(at);
  return clock;
}
