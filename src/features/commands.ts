import { parseArgs } from 'node:util';
import { Refused } from '#shared/errors';
import type { Command } from '../commands.ts';
import { words } from '../cli.words.ts';
import { importRoster } from './organisation/rosters/index.ts';

/** A roster from a file becomes members of a union; the last line is the counts as JSON. */
const rosterCommand: Command = {
  usage: 'import-roster FILE --union CODE [--report OUT.csv] [--federation CODE] [--offer-transfers]',
  async run(house, args) {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { union: { type: 'string' }, report: { type: 'string' }, federation: { type: 'string' }, 'offer-transfers': { type: 'boolean', default: false } } });
    const [file, ...more] = positionals;
    const { union, report, federation, 'offer-transfers': offerTransfers } = values;
    if (file === undefined || more.length > 0 || union === undefined) throw new Refused(words.usage, { slots: { usage: rosterCommand.usage } });
    const counts = await importRoster(house.database, { file, union, offerTransfers, ...(report === undefined ? {} : { report }), ...(federation === undefined ? {} : { federation }) });
    process.stdout.write(`${JSON.stringify(counts)}\n`);
    return 0;
  },
};

/** Commands that parts bring to `npm run cli`, by name. */
export const commands: Readonly<Record<string, Command>> = { 'import-roster': rosterCommand };
