import { closeSync, openSync, writeSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { backupCommands } from '#platform/backup';
import { clock } from '#platform/clock';
import { readConfig } from '#platform/config';
import { log } from '#platform/log';
import { audit } from '#engines/audit';
import { claims } from '#engines/claims';
import { identity } from '#engines/identity';
import { Refused } from '#shared/errors';
import { say } from '#shared/words';
import { commands as partCommands } from './features/commands.ts';
import { type House, openHouse } from './house.ts';
import { ledgerCommands } from './cli.ledger.ts';
import { words } from './cli.words.ts';
import { BALLOT_VERIFY } from './ballot-verify.ts';
import { DRAW_VERIFY } from './draw-verify.ts';
import { SIMILAR } from './similar.ts';
import { DEMO_FEDERATION } from './demo/load.ts';
import { listMemberIds } from './demo/tokens.sql.ts';

/** One command of `npm run cli -- NAME …`; answers the exit code. Works with and without a running server on the same data folder. */
export type Command = { readonly usage: string; run(house: House, args: readonly string[]): Promise<number> };

const out = (line: string): void => { process.stdout.write(`${line}\n`); };

/** N members of the demonstration with session tokens, one JSON line each; for load tests. */
const demoTokens: Command = {
  usage: 'demo-tokens --count N --out FILE',
  async run(house, args) {
    if (house.config.mode !== 'demo') throw new Refused(words.demoOnly);
    const { values } = parseArgs({ args: [...args], options: { count: { type: 'string', default: '100' }, out: { type: 'string' } } });
    const count = Number(values.count);
    if (!Number.isInteger(count) || count < 1 || count > 1_000_000 || values.out === undefined) throw new Refused(words.usage, { slots: { usage: demoTokens.usage } });
    const file = openSync(resolve(values.out), 'w', 0o600);
    let written = 0;
    try {
      for (let after: string | null = null; written < count; ) {
        const page = await house.database.transaction(DEMO_FEDERATION, clock.now(), async (tx) => {
          const ids = await listMemberIds(tx, after, Math.min(1000, count - written));
          return { ids, tokens: await identity.issueTokens(tx, ids) };
        });
        if (page.ids.length === 0) break;
        writeSync(file, page.ids.map((person, i) => `${JSON.stringify({ person, token: page.tokens[i] })}\n`).join(''));
        written += page.ids.length;
        after = page.ids.at(-1) ?? null;
      }
    } finally {
      closeSync(file);
    }
    out(JSON.stringify({ tokens: written }));
    return 0;
  },
};

/** An open offer of N places for all members of the demonstration, one each, for a day; for load tests. */
const demoOffer: Command = {
  usage: 'demo-offer --stock N',
  async run(house, args) {
    if (house.config.mode !== 'demo') throw new Refused(words.demoOnly);
    const { values } = parseArgs({ args: [...args], options: { stock: { type: 'string' } } });
    const stock = Number(values.stock);
    if (!Number.isInteger(stock) || stock < 1 || stock > 1_000_000) throw new Refused(words.usage, { slots: { usage: demoOffer.usage } });
    const offerId = await house.database.transaction(DEMO_FEDERATION, clock.now(), async (tx) => {
      const by = { system: 'demo' };
      const id = await claims.put(tx, by, { unionId: DEMO_FEDERATION, kind: 'trial', title: say(words.trialOffer, 'zh'), mode: 'first', opensAt: tx.now, closesAt: new Date(tx.now.getTime() + 86_400_000), places: stock });
      await claims.open(tx, by, id);
      return id;
    });
    out(JSON.stringify({ offerId }));
    return 0;
  },
};

/**
 * Recomputes the chain of the log of all federations, names what was changed and prints the head of each chain.
 * Arguments are heads printed earlier: a chain that was rewritten as a whole no longer holds them.
 */
const auditVerify: Command = {
  usage: 'audit-verify [FEDERATION:BLOCK:HASH …]',
  async run(house, args) {
    if (!args.every((a) => /^[0-9a-f-]{36}:\d{1,18}:[0-9a-f]{64}$/.test(a))) throw new Refused(words.usage, { slots: { usage: auditVerify.usage } });
    const known = Map.groupBy(args.map((a) => a.split(':')), ([id = '']) => id);
    const heads = new Map([...known].map(([id, list]) => [id, list.map(([, block = '', hash = '']) => ({ block, hash }))]));
    let bad = 0;
    for (const { federationId, found } of await audit.checkAll(house.database, clock.now(), heads)) {
      for (const fault of found.faults) out(JSON.stringify({ federation: federationId, ...fault }));
      bad += found.faultCount;
      const { blocks, entries, unsealed, faultCount, head } = found;
      out(JSON.stringify({ federation: federationId, blocks, entries, unsealed, faults: faultCount, head: `${federationId}:${head.block}:${head.hash}` }));
    }
    return bad === 0 ? 0 : 1;
  },
};

const COMMANDS: Readonly<Record<string, Command>> = { 'demo-tokens': demoTokens, 'demo-offer': demoOffer, 'audit-verify': auditVerify, ...ledgerCommands, ...backupCommands, ...partCommands };

/** Runs a command of the house by its name; answers the exit code. */
export async function runCommand([name = '', ...args]: readonly string[]): Promise<number> {
  const command = COMMANDS[name];
  if (command === undefined) {
    out(say(words.commands, 'zh'));
    for (const usage of [SIMILAR, DRAW_VERIFY, BALLOT_VERIFY, ...Object.values(COMMANDS).map((c) => c.usage)]) out(`  npm run cli -- ${usage}`);
    return name === '' || name === 'help' ? 0 : 2;
  }
  const house = await openHouse(readConfig(process.env), log);
  try {
    return await command.run(house, args);
  } finally {
    await house.close();
  }
}
