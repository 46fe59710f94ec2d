import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Config } from '#platform/config';
import type { Database } from '#platform/db';
import { openKeyRing } from '#platform/secrets';
import { Refused } from '#shared/errors';
import { say, type Slots, type Word } from '#shared/words';
import { backup } from './backup.ts';
import { words } from './backup.words.ts';
import type { Manifest } from './manifest.ts';
import { restore } from './restore.ts';

/** What the two commands need of an open installation. */
type Open = { readonly config: Config; readonly database: Database };

const tell = (word: Word, slots: Slots = {}): void => {
  process.stdout.write(`${say(word, 'zh', slots)}\n${say(word, 'en', slots)}\n`);
};

const figures = (manifest: Manifest): Slots => ({
  tables: manifest.tables.length,
  rows: manifest.tables.reduce((sum, table) => sum + table.rows, 0),
  files: manifest.files.count,
});

const keysFileOf = (config: Config): string => join(config.dataDir, 'keys.json');

function fileOf(args: readonly string[], usage: string): { file: string; withKeys: boolean } {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { 'with-keys': { type: 'boolean', default: false } } });
  const [file, more] = positionals;
  if (file === undefined || more !== undefined) throw new Refused(words.usage, { slots: { usage }, status: 400 });
  return { file: resolve(file), withKeys: values['with-keys'] };
}

const BACKUP = 'backup FILE [--with-keys]';
const RESTORE = 'restore FILE';

/** `npm run cli -- backup FILE` (also while the server runs) and `restore FILE` (into an empty installation). */
export const commands = {
  backup: {
    usage: BACKUP,
    async run({ config, database }: Open, args: readonly string[]): Promise<number> {
      const { file, withKeys } = fileOf(args, BACKUP);
      const carries = withKeys && config.key === undefined;
      const keyIds = openKeyRing(config).ids;
      const made = await backup({ database, filesDir: join(config.dataDir, 'files'), keyIds, keysFile: carries ? keysFileOf(config) : undefined, to: file });
      tell(words.made, { file, ...figures(made) });
      tell(carries ? words.withKeys : words.withoutKeys);
      return 0;
    },
  },
  restore: {
    usage: RESTORE,
    async run({ config, database }: Open, args: readonly string[]): Promise<number> {
      const { file } = fileOf(args, RESTORE);
      const keysFile = config.key === undefined ? keysFileOf(config) : null;
      const back = await restore({ from: file, database, filesDir: join(config.dataDir, 'files'), keysFile, keyIds: openKeyRing(config).ids });
      tell(words.restored, { file, at: back.madeAt, ...figures(back) });
      if (back.jobsSkipped > 0) tell(words.jobsSkipped, { n: back.jobsSkipped });
      return 0;
    },
  },
};
