/**
 * Writes the stand-alone verifier of draws, one HTML file that needs no network: `npm run tool tools/print-verifier.ts`.
 * It holds the sources as they stand, less their types, so that whoever opens it can read what is computed.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';
import { HOUSE } from './check-run.ts';
import type { VerifierPage } from './verifier/page.ts';

export const VERIFIER_FILE = 'src/engines/claims/draw/verifier.html';
const FORMAT: VerifierPage = 'niangjia-draw-verifier/1';
/** Each after what it imports. */
const SOURCES = ['src/shared/words.ts', 'src/shared/both-languages.ts', 'src/shared/draw-shape.ts', 'src/shared/draw-check.ts', 'src/shared/draw-check.words.ts', 'tools/verifier/page.words.ts', 'tools/verifier/page.ts'];

async function plain(path: string): Promise<string> {
  const text = await readFile(join(HOUSE, path), 'utf8');
  const { outputText } = ts.transpileModule(text, { compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true } });
  return `// ${path}\n${outputText.replace(/^import [^;]+;\n/gm, '').replace(/^export \{\};?\n/gm, '').replace(/^export /gm, '')}`;
}

/** The text of the page. */
export async function verifierText(): Promise<string> {
  const page = await readFile(join(HOUSE, 'tools/verifier/page.html'), 'utf8');
  const scripts = await Promise.all(SOURCES.map(plain));
  return page.replace('/* SCRIPT */', () => `// ${FORMAT}\n${scripts.join('\n').replaceAll('</script', '<\\/script')}`);
}

if (import.meta.main) {
  const text = await verifierText();
  await writeFile(join(HOUSE, VERIFIER_FILE), text);
  process.stdout.write(`${VERIFIER_FILE}: ${Math.round(text.length / 1000)} kB\n`);
}
