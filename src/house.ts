import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { readFollowUpCode } from '#shared/tokens';
import { clock } from '#platform/clock';
import type { Config } from '#platform/config';
import { connect, type Database, migrate, startEmbedded } from '#platform/db';
import { buildServer, type Feature } from '#platform/http';
import { jobs } from '#platform/jobs';
import type { Log } from '#platform/log';
import { type Outbound, outboundOf } from '#platform/outbound';
import { openKeyRing, secrets } from '#platform/secrets';
import { audit, auditedCount } from '#engines/audit';
import { cases } from '#engines/cases';
import { ballots } from '#engines/ballot';
import { claims } from '#engines/claims';
import { files, keepFilesIn, openStore } from '#engines/files';
import { identity, useIdentity } from '#engines/identity';
import { ledger } from '#engines/ledger';
import { notify } from '#engines/notify';
import { contactsOf, countMembers, findTenantByJoinCode, listTenants, permissionsOf, usePermissions } from '#engines/org';
import { features as allFeatures } from './features/index.ts';
import { tellPersonCodes } from './features/across/my-data/index.ts';
import { publishCodesOf } from './features/across/codes/index.ts';
import { usePermissionBook } from './features/across/permissions/index.ts';
import signIn, { demoSignIn, showCode, useDemonstration, useUnread } from './features/across/sign-in/index.ts';
import { useLockerWays } from './features/services/lockers/index.ts';
import { demoGate, usePayments } from './features/services/offers/index.ts';
import { personCodes } from './features/organisation/rosters/index.ts';
import { castRows } from './demo/cast.ts';

/** Everything that is open while the product runs. */
export type House = {
  readonly config: Config;
  readonly database: Database;
  readonly features: readonly Feature[];
  readonly server: FastifyInstance;
  /** starts background work: schedules, messages, sweeps */
  startWork(): Promise<void>;
  /** ends work, connections and, when nobody else uses it, the embedded server */
  close(): Promise<void>;
};

/** The parts of this mode: the demonstration's routes do not exist in live mode. */
export const featuresOf = (mode: Config['mode']): readonly Feature[] => [signIn, ...(mode === 'demo' ? [demoSignIn, demoGate] : []), ...allFeatures];

/** Opens the database of the settings: an own one by `DATABASE_URL`, otherwise the embedded one of the data folder. */
export async function openDatabase(config: Config): Promise<{ database: Database; stop: () => Promise<void> }> {
  if (config.databaseUrl !== undefined) {
    const database = connect({ url: config.databaseUrl, poolSize: config.poolSize });
    return { database, stop: () => database.close() };
  }
  const server = await startEmbedded({ dataDir: config.dataDir });
  const database = connect({ ...server.config, poolSize: config.poolSize });
  return { database, stop: async () => { await database.close(); await server.stop(); } };
}

const permissionTable = (features: readonly Feature[]): ReadonlyMap<string, readonly string[]> =>
  new Map(features.flatMap((f) => Object.entries(f.permissions)));

async function everyTenant(database: Database, run: (tx: Tx) => Promise<unknown>): Promise<void> {
  const now = clock.now();
  for (const id of await database.read(null, now, listTenants)) await database.transaction(id, now, run);
}

const declared = new Set<Feature | 'engines'>();

function declareOnce(who: Feature | 'engines', declare: () => void): void {
  if (declared.has(who)) return;
  declared.add(who);
  declare();
}

function engineJobs(): void {
  jobs.define('cases.sweep', { every: '* * * * *', run: async ({ database }) => { await cases.sweep((id, run) => database.transaction(id, clock.now(), run)); } });
  jobs.define('cases.likenesses', { every: '17 * * * *', minutes: 60, run: async ({ database }) => { await cases.listLikenesses(database, clock.now()); } });
  audit.declareJobs();
  ledger.declareJobs();
  claims.declareJobs();
  ballots.declareJobs();
  files.declareJobs();
  jobs.define('org.count', { every: '*/10 * * * *', run: ({ database }) => everyTenant(database, (tx) => countMembers(tx, `${legalDateOf(tx.now).slice(0, 4)}-01-01`)) });
  jobs.define('identity.sweep', { every: '30 * * * *', run: async () => { await identity.sweepOld(clock.now()); } });
}

/** Background work of the engines; parts add their own through `jobs` of their manifest. Once per process, however many houses it opens (tests). */
function defineWork(features: readonly Feature[]): void {
  declareOnce('engines', engineJobs);
  for (const f of features) declareOnce(f, () => f.jobs?.());
}

/** Vendors of sign-in are on the public internet; a demonstration may have one that stands in for them on this machine. */
const vendorWays = (mode: Config['mode']): Outbound => outboundOf(mode === 'demo' ? { allow: ['127.0.0.1', '::1'], plainHttp: true } : {});

/** Controllers of lockers stand in the firm's own networks, which the operator names; a demonstration may have one on this machine. */
const lockerOutbound = (config: Config): Outbound => outboundOf({ allow: [...config.lockerNetworks, ...(config.mode === 'demo' ? ['127.0.0.1', '::1'] : [])], plainHttp: true });

/** Tells every engine what it needs of the others; once per process. */
function introduce(config: Config, database: Database, features: readonly Feature[]): void {
  usePermissions(permissionTable(features));
  usePermissionBook(features);
  publishCodesOf(features);
  keepFilesIn(openStore(join(config.dataDir, 'files')));
  useIdentity({
    db: database, mode: config.mode, wordsOf: permissionsOf, sendCode: config.mode === 'demo' && config.sms === null ? showCode : notify.sendCode,
    publicUrl: config.publicUrl, vendors: identity.vendorsFrom(config.vendors, vendorWays(config.mode)),
  });
  notify.use({ database, contactsOf, publicUrl: config.publicUrl, mode: config.mode, ...notify.waysOf(config) });
  ballots.use(database);
  claims.use(database);
  usePayments(config);
  useLockerWays({ database, outbound: lockerOutbound(config) });
  tellPersonCodes(personCodes);
  useUnread((tx, by) => notify.unread(tx, by.personId));
  if (config.mode === 'demo') useDemonstration({ db: database, cast: (locale, now) => castRows(database, locale, now) });
  // Declared even where no worker runs: a call may put work into the queue for the process that has them.
  defineWork(features);
}

const serverOf = (config: Config, database: Database, features: readonly Feature[], log: Log, web: string | null): FastifyInstance =>
  buildServer({
    features, log, web, metricsToken: process.env.METRICS_TOKEN ?? null,
    ready: async () => database.pool.query('select 1').then(() => true, () => false),
    keepers: {
      actorOf: (token, now) => identity.actorOf(token, now),
      bearerOf: (token, now) => identity.bearerOf(token, now),
      tenantOf: (hint) => tenantOf(database, hint),
      audited: auditedCount,
      write: (id, now, run, o) => database.transaction(id, now, run, o?.statementTimeoutMs === undefined ? {} : { statementTimeout: o.statementTimeoutMs }),
      read: (id, now, run, o) => database.read(id, now, run, o?.statementTimeoutMs === undefined ? {} : { statementTimeout: o.statementTimeoutMs }),
      now: () => clock.now(),
      secureCookie: config.publicUrl.startsWith('https:'),
    },
  });

async function tenantOf(database: Database, hint: { joinCode?: string; followUp?: string }): Promise<string | null> {
  return database.read(null, clock.now(), async (tx) => {
    if (hint.joinCode !== undefined) return findTenantByJoinCode(tx, hint.joinCode);
    if (hint.followUp !== undefined) {
      const read = readFollowUpCode(hint.followUp);
      return read.ok ? cases.tenantOfCode(tx, read.code) : null;
    }
    const [only, second] = await listTenants(tx);
    return second === undefined ? (only ?? null) : null;
  });
}

/**
 * Opens the house: keys, database, migrations, engines, parts, server. Nothing listens yet and no work runs.
 * @param o.database an open database instead of that of the settings (tests)
 */
export async function openHouse(config: Config, log: Log, o: { web?: string | null; database?: Database; features?: readonly Feature[] } = {}): Promise<House> {
  secrets.use(openKeyRing({ key: config.key, dataDir: config.dataDir }));
  const opened = o.database ? { database: o.database, stop: async () => {} } : await openDatabase(config);
  const { database } = opened;
  try {
    if (!o.database) {
      await migrate(database);
      await jobs.install(database);
    }
    const features = o.features ?? featuresOf(config.mode);
    introduce(config, database, features);
    const server = serverOf(config, database, features, log, o.web ?? null);
    const endings: (() => Promise<void>)[] = [];
    return {
      config, database, features, server,
      async startWork() {
        await jobs.start(database);
        endings.push(() => jobs.stop());
        const messages = notify.start();
        await messages.ready;
        endings.push(messages.stop, identity.keepWriting(() => clock.now()));
        for (const { service } of features) {
          const started = await service?.({ config, database });
          if (started) endings.push(() => started.stop());
        }
      },
      async close() {
        await server.close();
        for (const end of endings.reverse()) await end();
        await opened.stop();
      },
    };
  } catch (error) {
    await opened.stop();
    throw error;
  }
}
