/** What the build of the two web apps does besides bundling. */
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip, gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { type Plugin, transformWithOxc } from 'vite';
import { appWords } from '../src/web/kit/app.words.ts';

export type App = 'member' | 'console';

const webRoot = fileURLToPath(new URL('../src/web/', import.meta.url));
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isSchema = (value: unknown): boolean => isRecord(value) && '_zod' in value;
const isEndpoint = (value: unknown): value is Record<string, unknown> => isRecord(value) && typeof value['method'] === 'string' && isSchema(value['in']);

/** What a browser needs of a contract's export; of a Zod enumeration its `options`, of other schemas and functions nothing. */
function forBrowser(value: unknown): unknown {
  if (isEndpoint(value)) {
    const { method, path, download, upload, keyed } = value;
    return { method, path, download, upload, keyed };
  }
  if (isRecord(value) && isSchema(value)) return Array.isArray(value['options']) && value['options'].every((o) => typeof o === 'string') ? { options: value['options'] } : undefined;
  if (typeof value === 'function') return undefined;
  if (Array.isArray(value)) return value.map(forBrowser);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, forBrowser(inner)]));
}

/**
 * Turns each `*.contract.ts` into its routes' methods and paths, by running it here: no schema, no Zod and no words reach the browser.
 * A screen that imports a schema's value is told so by the bundler (the export is missing).
 */
export function slimContracts(): Plugin {
  return {
    name: 'niangjia:contracts',
    enforce: 'pre',
    load: {
      filter: { id: /\.contract\.ts$/ },
      async handler(id) {
        const { mtimeMs } = await stat(id);
        const contract = (await import(`${pathToFileURL(id).href}?v=${mtimeMs}`)) as Record<string, unknown>;
        const lines = Object.entries(contract).flatMap(([name, value]) => {
          const slim = forBrowser(value);
          return slim === undefined ? [] : [`export ${name === 'default' ? 'default ' : `const ${name} = `}${JSON.stringify(slim)};`];
        });
        return lines.join('\n') || 'export {};';
      },
    },
  };
}

type Chunk = { readonly type: 'chunk'; readonly isEntry: boolean; readonly facadeModuleId?: string | null; readonly imports: readonly string[]; readonly moduleIds: readonly string[]; readonly code: string; readonly viteMetadata?: { readonly importedCss: ReadonlySet<string> } };
type Bundle = Readonly<Record<string, Chunk | { readonly type: 'asset'; readonly source: string | Uint8Array }>>;

/** The scripts of the sign-in page: a new phone needs them next, so it is told about them at once. */
function signInFiles(bundle: Bundle | undefined): string[] {
  if (!bundle) return [];
  const before = new Set(firstFiles(bundle));
  return filesFrom(bundle, (f) => /\/sign-in\/ui\/[a-z]+\/SignIn\.tsx$/.test(f.facadeModuleId ?? '')).filter((name) => !before.has(name));
}

/** What the scanner on a phone needs beyond the first screen: it has to open where there is no network, whether or not it was opened before. */
function scannerFiles(bundle: Bundle): string[] {
  const before = new Set(firstFiles(bundle));
  const scripts = filesFrom(bundle, (f) => f.facadeModuleId?.endsWith('/offers/ui/member/Scan.tsx') ?? false).filter((name) => !before.has(name));
  const styles = scripts.flatMap((name) => (bundle[name]?.type === 'chunk' ? [...(bundle[name].viteMetadata?.importedCss ?? [])] : []));
  return [...scripts, ...styles];
}

/** The scripts a browser loads before the first screen is there: the entry and all it imports at once. */
const firstFiles = (bundle: Bundle): string[] => filesFrom(bundle, (f) => f.isEntry);

function filesFrom(bundle: Bundle, begins: (chunk: Chunk) => boolean): string[] {
  const files = new Set<string>();
  const walk = (name: string): void => {
    const chunk = bundle[name];
    if (files.has(name) || chunk?.type !== 'chunk') return;
    files.add(name);
    chunk.imports.forEach(walk);
  };
  for (const [name, chunk] of Object.entries(bundle)) if (chunk.type === 'chunk' && begins(chunk)) walk(name);
  return [...files];
}

/** Text of the page, the description a phone installs the app by, its icons, and the service worker that opens it without a network. */
export function installable(app: App): Plugin {
  const base = app === 'member' ? '/' : '/console/';
  return {
    name: 'niangjia:installable',
    apply: 'build',
    async generateBundle(_options, bundle) {
      const mark = await readFile(`${webRoot}kit/mark.svg`);
      const emit = (fileName: string, source: string | Uint8Array): void => void this.emitFile({ type: 'asset', fileName, source });
      emit('icon.svg', mark);
      for (const size of [180, 192, 512]) emit(`icon-${size}.png`, await sharp(mark, { density: 600 }).resize(size, size).png().toBuffer());
      const safe = sharp(mark, { density: 600 }).resize(384, 384).extend({ top: 64, bottom: 64, left: 64, right: 64, background: '#C8161D' }).flatten({ background: '#C8161D' });
      emit('icon-maskable.png', await safe.png().toBuffer());
      emit('app.webmanifest', JSON.stringify(manifest(app, base)));
      if (app !== 'member') return;
      const first = [...firstFiles(bundle), ...Object.keys(bundle).filter((name) => /^assets\/index-.*\.css$/.test(name))];
      const files = [...new Set([...first, ...scannerFiles(bundle as Bundle)])].map((name) => base + name);
      emit('service-worker.js', await serviceWorker(files));
    },
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle }) => ({
        html: html.replace('%NAME%', app === 'member' ? appWords.member.zh : appWords.console.zh).replace('%ABOUT%', appWords.about.zh),
        tags: signInFiles(bundle as Bundle | undefined).map((name) => ({ tag: 'link', attrs: { rel: 'modulepreload', crossorigin: true, href: base + name }, injectTo: 'head' as const })),
      }),
    },
  };
}

function manifest(app: App, base: string): object {
  const name = app === 'member' ? appWords.member : appWords.console;
  return {
    id: base, start_url: base, scope: base, lang: 'zh-CN', name: name.zh, short_name: app === 'member' ? appWords.short.zh : name.zh, description: appWords.about.zh,
    display: 'standalone', background_color: '#F7F5F2', theme_color: '#C8161D',
    icons: [
      { src: `${base}icon.svg`, sizes: 'any', type: 'image/svg+xml' },
      { src: `${base}icon-192.png`, sizes: '192x192', type: 'image/png' },
      { src: `${base}icon-512.png`, sizes: '512x512', type: 'image/png' },
      { src: `${base}icon-maskable.png`, sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  };
}

async function serviceWorker(files: readonly string[]): Promise<string> {
  const path = `${webRoot}member/service-worker.ts`;
  const { code } = await transformWithOxc(await readFile(path, 'utf8'), path);
  const version = createHash('sha256').update(files.join()).digest('hex').slice(0, 12);
  return code.replace('__FILES__', JSON.stringify(files)).replace('__VERSION__', JSON.stringify(version));
}

/** Compressed twins beside every text file, so that the server never compresses. */
export function compressed(): Plugin {
  const brotli = promisify(brotliCompress);
  const zip = promisify(gzip);
  return {
    name: 'niangjia:compressed',
    apply: 'build',
    enforce: 'post',
    // last of all: the bundler still fills in what a lazy screen needs after the other plugins
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          if (!/\.(js|css|svg|webmanifest)$/.test(file.fileName)) continue;
          const text = Buffer.from(file.type === 'chunk' ? file.code : file.source);
          if (text.length < 1024) continue;
          const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: text.length };
          this.emitFile({ type: 'asset', fileName: `${file.fileName}.br`, source: await brotli(text, { params }) });
          this.emitFile({ type: 'asset', fileName: `${file.fileName}.gz`, source: await zip(text, { level: 9 }) });
        }
      },
    },
  };
}

/** What a first screen costs: scripts and styles of the entry with everything it imports at once, in gzip bytes. */
export type FirstScreen = { readonly script: number; readonly style: number; readonly files: readonly string[] };

/**
 * Weighs the first screen and refuses a script over `most` bytes (gzip), or a big words file in it.
 * @param tell receives the weight
 */
export function weighed(most: number, tell: (weight: FirstScreen) => void): Plugin {
  return {
    name: 'niangjia:weighed',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const files = firstFiles(bundle);
      const modules = files.flatMap((name) => (bundle[name]?.type === 'chunk' ? bundle[name].moduleIds : []));
      const heavy = modules.find((id) => /\/features\/.*\.words\.ts$/.test(id) && !id.endsWith('/ui/screens.words.ts'));
      if (heavy) this.error(`${heavy} would be loaded by everybody at once: take titles from ui/screens.words.ts instead`);
      const size = (text: string | Uint8Array): number => gzipSync(text, { level: 9 }).length;
      const script = files.reduce((sum, name) => sum + (bundle[name]?.type === 'chunk' ? size(bundle[name].code) : 0), 0);
      const style = Object.values(bundle).reduce((sum, f) => sum + (f.type === 'asset' && /assets\/index-.*\.css$/.test(f.fileName) ? size(f.source) : 0), 0);
      tell({ script, style, files });
      if (script > most) this.error(`the first screen needs ${script} bytes of compressed script, ${most} are allowed`);
    },
  };
}
