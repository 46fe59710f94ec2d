/** A house of its own process, for tests that kill it: listens on a free port of this machine, works, and says where. */
import { connect, type Connection } from '#platform/db';
import { readConfig } from '#platform/config';
import { log } from '#platform/log';
import { openHouse } from '../src/house.ts';

const database = connect(JSON.parse(process.env['HOUSE_DATABASE'] ?? '{}') as Connection);
const house = await openHouse(readConfig(process.env), log, { database });
await house.startWork();
const address = await house.server.listen({ port: 0, host: '127.0.0.1' });
process.stdout.write(`house ${address}\n`);
