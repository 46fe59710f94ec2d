import { networkInterfaces } from 'node:os';
import { clock } from '#platform/clock';
import { readConfig } from '#platform/config';
import type { Database } from '#platform/db';
import { log } from '#platform/log';
import { Refused } from '#shared/errors';
import { say } from '#shared/words';
import { buildWebIfStale } from '../tools/build-web.ts';
import { ensureDemonstration } from './demo/ensure.ts';
import { castRows } from './demo/cast.ts';
import { identity } from '#engines/identity';
import { openHouse } from './house.ts';
import { words } from './main.words.ts';

const out = (line: string): void => { process.stdout.write(`${line}\n`); };
const both = (word: (typeof words)[keyof typeof words], slots: Record<string, string | number> = {}): string => `${say(word, 'zh', slots)}  ${say(word, 'en', slots)}`;

function addresses(port: number): string[] {
  const lan = Object.values(networkInterfaces()).flat().filter((n) => n?.family === 'IPv4' && !n.internal).map((n) => `http://${n?.address}:${port}`);
  return [`http://localhost:${port}`, ...lan.slice(0, 2)];
}

async function start(): Promise<void> {
  const config = readConfig(process.env);
  const { folder } = await buildWebIfStale();
  const house = await openHouse(config, log, { web: folder });
  let closing = false;
  const end = (): void => {
    if (closing) return;
    closing = true;
    house.close().then(() => process.exit(0), (error: unknown) => { log.error({ err: error }, 'closing failed'); process.exit(1); });
    setTimeout(() => process.exit(1), 15_000).unref();
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
  if (config.mode === 'demo') await ensureDemonstration(house, (line) => out(line));
  await house.startWork();
  await house.server.listen({ port: config.port, host: config.host, backlog: 4096 });
  out('');
  out(both(words.ready));
  for (const a of addresses(config.port)) out(`  ${a}/          ${a}/console`);
  if (config.mode === 'demo') await printCast(house.database);
  else await printFirstLink(house.database, config.publicUrl);
  out('');
}

async function printCast(database: Database): Promise<void> {
  out(both(words.demo));
  for (const row of await castRows(database, 'zh', clock.now())) out(`  ${row.name} · ${row.title} · ${row.says}`);
}

async function printFirstLink(database: Database, publicUrl: string): Promise<void> {
  const secret = await identity.firstAdministratorLink(database, clock.now());
  if (secret !== null) out(`${both(words.firstLink)}\n  ${publicUrl}/console/first/${secret}`);
}

start().catch((error: unknown) => {
  if (error instanceof Refused) process.stderr.write(`${say(error.word, 'zh', error.slots)}\n${say(error.word, 'en', error.slots)}\n`);
  else log.fatal({ err: error }, 'start failed');
  process.exit(1);
});
