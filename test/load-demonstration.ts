/** Loads the demonstration into the database HOUSE_DATABASE and the folder DATA_DIR, at the time HOUSE_CLOCK or now (HOUSE_BRIEF: only some of what is many), and ends: see demonstration.ts. */
import { clock } from '#platform/clock';
import { readConfig } from '#platform/config';
import { connect, type Connection } from '#platform/db';
import { log } from '#platform/log';
import { loadDemonstration } from '../src/demo/load.ts';
import { openHouse } from '../src/house.ts';

log.level = process.env['LOG_LEVEL'] ?? 'silent';
if (process.env['HOUSE_CLOCK']) clock.set(process.env['HOUSE_CLOCK']);
const database = connect(JSON.parse(process.env['HOUSE_DATABASE'] ?? '{}') as Connection);
const house = await openHouse(readConfig({ NIANGJIA_MODE: 'demo', DATA_DIR: process.env['DATA_DIR'] ?? '' }), log, { database, web: null });
await loadDemonstration(database, house.features, clock.now(), { brief: process.env['HOUSE_BRIEF'] === 'yes' });
await house.close();
await database.close();
