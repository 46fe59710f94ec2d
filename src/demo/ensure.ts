import { say } from '#shared/words';
import { clock } from '#platform/clock';
import { listTenants } from '#engines/org';
import type { House } from '../house.ts';
import { words } from '../main.words.ts';
import { loadDemonstration } from './load.ts';

/** Loads the demonstration into an empty database; an installation that holds anything is left alone. */
export async function ensureDemonstration(house: House, tell: (line: string) => void): Promise<void> {
  const there = await house.database.read(null, clock.now(), listTenants);
  if (there.length > 0) return;
  tell(`${say(words.loading, 'zh')}  ${say(words.loading, 'en')}`);
  const begun = performance.now();
  await loadDemonstration(house.database, house.features, clock.now());
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  tell(`${say(words.loaded, 'zh', { seconds })}  ${say(words.loaded, 'en', { seconds })}`);
}
