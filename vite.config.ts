import { fileURLToPath } from 'node:url';
import { defineConfig, type InlineConfig } from 'vite';
import { type App, compressed, type FirstScreen, installable, slimContracts, weighed } from './tools/web-plugins.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Most compressed script (gzip bytes) before the first screen is there. */
export const FIRST_SCREEN: Readonly<Record<App, number>> = { member: 180_000, console: 700_000 };

/**
 * How one of the two apps is built or served for development.
 * @param tell receives the weight of the first screen after a build
 */
export function appConfig(app: App, tell: (weight: FirstScreen) => void = () => {}): InlineConfig {
  return {
    configFile: false,
    root: at(`./src/web/${app}`),
    base: app === 'member' ? '/' : '/console/',
    publicDir: false,
    cacheDir: at(`./node_modules/.vite/${app}`),
    plugins: [slimContracts(), installable(app), weighed(FIRST_SCREEN[app], tell), compressed()],
    build: {
      outDir: at(`./dist/web/${app}`),
      emptyOutDir: true,
      target: ['chrome92', 'safari15.4'],
      sourcemap: false,
      reportCompressedSize: false,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 2000,
      rolldownOptions: {
        // libraries mark files for servers we do not have; how long a busy machine took is no warning; a browser draws random numbers by itself
        onLog: (level, log, say) => (['MODULE_LEVEL_DIRECTIVE', 'PLUGIN_TIMINGS'].includes(log.code ?? '') || /"crypto" has been externalized.*\/sjcl\//.test(log.message) ? undefined : say(level, log)),
        // our own files do nothing by being imported; so a screen takes from the kit only what it uses
        treeshake: { moduleSideEffects: [{ test: /\/src\/(?!.*(\.css|main\.tsx)$).*\.tsx?$/, sideEffects: false }] },
        output: { entryFileNames: 'assets/[name]-[hash].js', chunkFileNames: 'assets/[name]-[hash].js', assetFileNames: 'assets/[name]-[hash][extname]' },
      },
    },
    server: { port: Number(process.env['PORT'] ?? 5173), strictPort: true, proxy: { '/api': process.env['API'] ?? 'http://127.0.0.1:8080' } },
  };
}

/** `APP=console npx vite` serves the console for development; without APP the phone app. */
export default defineConfig(appConfig(process.env['APP'] === 'console' ? 'console' : 'member'));
