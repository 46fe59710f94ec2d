/**
 * A house of its own process, for tests that kill it and for those in a browser: listens on a free port of this machine (or on HOUSE_PORT), works, and
 * says where. HOUSE_WEB names the folder of the built apps. Where there is a channel to it, a number puts its clock forward by so many milliseconds.
 */
import { clock } from '#platform/clock';
import { connect, type Connection } from '#platform/db';
import { readConfig } from '#platform/config';
import { log } from '#platform/log';
import { openHouse } from '../src/house.ts';

const database = connect(JSON.parse(process.env['HOUSE_DATABASE'] ?? '{}') as Connection);
const house = await openHouse(readConfig(process.env), log, { database, web: process.env['HOUSE_WEB'] ?? null });
await house.startWork();
const address = await house.server.listen({ port: Number(process.env['HOUSE_PORT'] ?? 0), host: '127.0.0.1', backlog: 4096 });
process.stdout.write(`house ${address}\n`);
process.once('SIGTERM', () => { process.exit(0); });
process.on('message', (milliseconds) => {
  clock.skip(Number(milliseconds));
  process.send?.('later');
});
