/**
 * Writes the stand-alone verifiers of draws and of ballots, HTML files that need no network: `npm run tool tools/print-verifier.ts`.
 * They hold the sources as they stand, less their types, so that whoever opens them can read what is computed.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path/posix';
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

export const BALLOT_VERIFIER_FILE = 'src/engines/ballot/verify/verifier.html';
const BALLOT_PAGE = 'tools/verifier/ballot-page.ts';

/** Where an import of a file leads, seen from the house. */
const pathOf = (from: string, name: string): string => (name.startsWith('#shared/') ? `src/shared/${name.slice(8)}.ts` : join(dirname(from), name));

/** A file and what it imports, each once and behind what it needs; every one in a function of its own, since they use the same names. */
async function modules(path: string, done: Map<string, string>): Promise<Map<string, string>> {
  const text = await readFile(join(HOUSE, path), 'utf8');
  const { outputText } = ts.transpileModule(text, { compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS, verbatimModuleSyntax: false } });
  const plainText = outputText.replace(/^"use strict";\n/, '').replace(/^Object\.defineProperty\(exports, "__esModule".*\n/m, '');
  const needed = [...plainText.matchAll(/require\("([^"]+)"\)/g)].map((m) => m[1] ?? '');
  for (const name of needed) if (!done.has(pathOf(path, name))) await modules(pathOf(path, name), done);
  const bound = plainText.replace(/require\("([^"]+)"\)/g, (_, name: string) => `files[${JSON.stringify(pathOf(path, name))}]`);
  return done.set(path, `// ${path}\n((exports) => {\n${bound}})(files[${JSON.stringify(path)}] = {});`);
}

/** The text of the page for ballots. */
export async function ballotVerifierText(): Promise<string> {
  const page = await readFile(join(HOUSE, 'tools/verifier/page.html'), 'utf8');
  const files = await modules(BALLOT_PAGE, new Map());
  const script = `// niangjia-ballot-verifier/1\nconst files = {};\n${[...files.values()].join('\n')}`;
  return page.replace('.json,application/json', '.jsonl,.json,.txt').replace('/* SCRIPT */', () => script.replaceAll('</script', '<\\/script'));
}

if (import.meta.main) {
  for (const [path, text] of [[VERIFIER_FILE, await verifierText()], [BALLOT_VERIFIER_FILE, await ballotVerifierText()]] as const) {
    await writeFile(join(HOUSE, path), text);
    process.stdout.write(`${path}: ${Math.round(text.length / 1000)} kB\n`);
  }
}
