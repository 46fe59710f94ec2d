/**
 * Starts a TypeScript file of this package: `node tools/launch.mjs src/main.ts …`.
 * On a fresh clone it installs the dependencies first; then it goes on under the Node that came with them, because
 * the machine's own may be too old to run TypeScript. Plain JavaScript for Node 20, without dependencies.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const SELF = fileURLToPath(import.meta.url);
const HOUSE = dirname(dirname(SELF));
const MODULES = join(HOUSE, 'node_modules');
const OWN_NODE = join(MODULES, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
/** First argument of the second of two Nodes. */
const LAUNCHED = '--launched';
/** 160 MB that packages bring and nothing reads: the archive Node's binary was taken from, and bundles for pages without a build. */
const UNREAD = ['node/node_modules', 'antd/dist', 'echarts/dist'];
const SIGNALS = ['SIGTERM', 'SIGHUP', 'SIGINT'];

/** Ends with one sentence in both languages. */
function refuse(zh, en) {
  process.stderr.write(`${zh}\n${en}\n`);
  process.exit(1);
}

const parse = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null);

/**
 * Whether node_modules holds what package-lock.json says; what is installed is read from npm's own note.
 * @param bare whether the packages that only develop and test the product may be missing
 */
export function installed(house, bare) {
  const modules = join(house, 'node_modules');
  if (!existsSync(modules)) return false;
  // A linked folder belongs to another working copy, which looks after it.
  if (lstatSync(modules).isSymbolicLink()) return true;
  const wanted = parse(join(house, 'package-lock.json'))?.packages;
  if (!wanted) return true;
  const there = parse(join(modules, '.package-lock.json'))?.packages;
  if (!there) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    if (there[path]) return there[path].version === entry.version;
    return entry.optional || entry.devOptional || (bare && entry.dev) || entry.peer === true;
  });
}

/**
 * `npm install` takes the versions of package-lock.json as `npm ci` does; `ci` would refuse a lock that was written
 * where other platforms' packages could not be seen. Nothing of the clone is rewritten.
 */
function install(bare) {
  process.stderr.write('正在安装所需的软件包（npm install）…  Installing what is needed (npm install) …\n');
  const npm = process.env.npm_execpath;
  const args = ['install', ...(bare ? ['--omit=dev'] : []), '--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
  // What npm says goes to standard error: standard output belongs to the command that was asked for.
  const options = { cwd: HOUSE, stdio: ['ignore', 2, 2] };
  const result = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (result.status !== 0) {
    refuse('软件包没有装成；请看上面 npm 的说明，检查网络或软件源后再试。', 'The packages could not be installed: see what npm said above, check the network or the registry, and try again.');
  }
  for (const part of UNREAD) rmSync(join(MODULES, part), { recursive: true, force: true });
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const runsTypeScript = major > 22 || (major === 22 && minor >= 18);
const sameFile = (a, b) => existsSync(a) && existsSync(b) && realpathSync(a) === realpathSync(b);

/** The Node to go on under: the package's own when it works here, else this one when it is new enough. */
function chooseNode() {
  if (sameFile(OWN_NODE, process.execPath)) return process.execPath;
  if (existsSync(OWN_NODE) && spawnSync(OWN_NODE, ['--version']).status === 0) return OWN_NODE;
  if (runsTypeScript) return process.execPath;
  return refuse(
    `本机的 Node 是 ${process.versions.node}，随附的 Node 24 又不能在此运行；请安装 Node 22.18 或更新的版本后再试。`,
    `This machine has Node ${process.versions.node} and the Node 24 that comes with the package does not run here; install Node 22.18 or newer and try again.`,
  );
}

/** Runs this file again under another Node, passing on signals, and ends as the other did. */
function goOnUnder(node, args) {
  // The channel is only there so that the other Node notices when this one is killed.
  // A smaller nursery keeps long imports below 400 MB; it costs nothing that could be measured.
  const child = spawn(node, ['--max-semi-space-size=8', SELF, LAUNCHED, ...args], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  for (const signal of SIGNALS) {
    // A terminal sends Ctrl-C to both; passing it on would count it twice.
    process.on(signal, () => (signal === 'SIGINT' && process.stdin.isTTY ? undefined : child.kill(signal)));
  }
  child.on('error', (error) => refuse(`启动失败：${error.message}`, `It could not be started: ${error.message}`));
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    for (const name of SIGNALS) process.removeAllListeners(name);
    process.kill(process.pid, signal);
    // A signal this Node ignores must not leave it waiting.
    setTimeout(() => process.exit(1), 1_000);
  });
}

/** Runs the TypeScript file in this very process. */
async function runHere(file, args, launched) {
  if (launched && process.connected) {
    process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
    process.channel?.unref();
  }
  const path = resolve(HOUSE, file);
  if (!existsSync(path)) refuse(`没有 ${relative(HOUSE, path)} 这个文件。`, `There is no file ${relative(HOUSE, path)}.`);
  process.argv = [process.execPath, path, ...args];
  await import(pathToFileURL(path).href);
}

async function launch() {
  const launched = process.argv[2] === LAUNCHED;
  const [file, ...args] = process.argv.slice(launched ? 3 : 2);
  if (!file) refuse('用法：node tools/launch.mjs 文件.ts …', 'Usage: node tools/launch.mjs FILE.ts …');
  if (!launched) {
    // Running the product needs less than working on it.
    const bare = relative(HOUSE, resolve(HOUSE, file)).startsWith('src') || process.env.NODE_ENV === 'production';
    if (!installed(HOUSE, bare)) install(bare && !existsSync(join(MODULES, 'typescript')));
  }
  const node = launched ? process.execPath : chooseNode();
  if (node === process.execPath) await runHere(file, args, launched);
  else goOnUnder(node, [file, ...args]);
}

if (process.argv[1] && sameFile(process.argv[1], SELF)) await launch();
