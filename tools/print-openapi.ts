/**
 * Writes docs/api/openapi.json from the contracts: `npm run tool tools/print-openapi.ts`.
 * test/house/contracts.test.ts fails while the file is out of date.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { openApi } from '#platform/http';
import { featuresOf } from '../src/house.ts';
import { HOUSE } from './check-run.ts';

export const OPENAPI = join(HOUSE, 'docs/api/openapi.json');

/** The document of every route there is, the demonstration's included, as the text of the file. */
export const openApiText = (): string => `${JSON.stringify(openApi(featuresOf('demo')), null, 1)}\n`;

if (import.meta.main) {
  await mkdir(dirname(OPENAPI), { recursive: true });
  const text = openApiText();
  await writeFile(OPENAPI, text);
  const { paths } = JSON.parse(text) as { paths: Record<string, object> };
  const routes = Object.values(paths).reduce((sum, path) => sum + Object.keys(path).length, 0);
  process.stdout.write(`${routes} routes written to docs/api/openapi.json\n`);
}
