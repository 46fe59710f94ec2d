/**
 * The floors of the house as rules: imports go down, by the front door, never sideways.
 * Run by tools/check.ts, which also plants one fault against each rule and insists that it is found (tools/check-boundaries.ts).
 */

/** Engines by tier; an engine sees the tiers before its own, and within the first tier those that do not need it in turn. */
export const TIERS = [
  ['org', 'audit', 'files', 'rulebook', 'identity'],
  ['ledger', 'notify', 'similarity'],
  ['cases', 'ballot', 'claims', 'payments'],
];

const only = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
const engines = (...tiers) => `^src/engines/(${tiers.flat().join('|')})/`;
const TEST = '([.](test|seed)[.]tsx?$|^src/.+/test/)';
const PURE = '[.](rules|process|contract|words)[.]ts$';
const MEMBER = '^src/(web/member|features/[^/]+/[^/]+/ui/member)/';
const CONSOLE = '^src/(web/console|features/[^/]+/[^/]+/ui/console)/';
const BROWSER = '^src/(web/|features/[^/]+/[^/]+/ui/)';
const EVERY_SCREEN_LIBRARY = 'node_modules/(react|react-dom|react-router|antd|@ant-design|@tanstack|echarts|jsqr)/';

const floors = [
  only('shared-knows-nobody', 'shared holds values; it sees no other floor.', { path: '^src/shared/', pathNot: TEST }, { path: '^src/', pathNot: '^src/shared/' }),
  only('floor', 'platform is the floor; it knows nobody above it.', { path: '^src/platform/', pathNot: TEST }, { path: '^src/(engines|features|web|demo|[^/]+[.]ts$)' }),
  only('engine-knows-no-feature', 'An engine is generic or it is not an engine.', { path: '^src/engines/', pathNot: TEST }, { path: '^src/(features|web|demo|[^/]+[.]ts$)' }),
  only('engine-tiers', 'org, audit, files, rulebook, identity < ledger, notify, similarity < cases, ballot, claims, payments.', { path: engines(TIERS[0]), pathNot: TEST }, { path: engines(TIERS[1], TIERS[2]) }),
  only('engine-tiers-2', 'See engine-tiers.', { path: engines(TIERS[1]), pathNot: TEST }, { path: engines(TIERS[2]) }),
  only('engine-has-a-tier', 'A new engine is given its place in TIERS first.', { path: '^src/engines/[^/]+/', pathNot: engines(...TIERS) }, {}),
  only('feature-knows-no-feature', 'Say it with an event, or move it into an engine. Only what the screens of scarce things have in common lies in services/offers/ui (decision 0014), the booth of every ballot in democracy/ballots/ui (0016), and who sits in a congress is read in democracy/congress/roll.sql.ts.', { path: '^src/features/([^/]+/[^/]+)/', pathNot: TEST }, { path: '^src/features/[^/]+/[^/]+/', pathNot: '^src/features/($1/|services/offers/ui/|democracy/ballots/ui/|democracy/congress/roll[.]sql[.]ts$)' }),
  only('feature-knows-no-app', 'Screens may use the kit; nothing of a part sees the apps or the list of parts.', { path: '^src/features/[^/]+/[^/]+/', pathNot: TEST }, { path: '^src/(web/(member|console)/|demo/|features/[^/]+[.]ts$|[^/]+[.]ts$)' }),
  only('services-see-no-screens', 'Server code never sees a screen.', { path: '^src/(features|engines|platform|shared)/', pathNot: '/ui/' }, { path: '/ui/|^src/web/' }),
];

const doors = [
  only('front-door', 'Enter a room of another floor by its index.ts.', { path: '^src/(platform|engines|features|demo|[^/]+[.]ts$)', pathNot: '/ui/' }, { path: '^src/(platform|engines)/[^/]+/(?!index[.]ts$)', pathNot: '^src/$1/' }),
  only('front-door-platform', 'Enter a room of the platform by its index.ts.', { path: '^src/platform/([^/]+)/', pathNot: TEST }, { path: '^src/platform/[^/]+/(?!index[.]ts$)', pathNot: '^src/platform/$1/' }),
  only('front-door-engine', 'Enter an engine by its index.ts.', { path: '^src/engines/([^/]+)/', pathNot: TEST }, { path: '^src/engines/[^/]+/(?!index[.]ts$)', pathNot: '^src/engines/$1/' }),
  only('front-door-feature', 'The list of parts and the house see a part by its index.ts.', { path: '^src/((features/|demo/)?[^/]+[.]ts$)', pathNot: TEST }, { path: '^src/features/[^/]+/[^/]+/(?!index[.]ts$)' }),
];

const kinds = [
  only('rules-are-pure', 'No clock, no database, no node in rules, processes, contracts and words.', { path: PURE, pathNot: `^src/(platform|web)/` }, { pathNot: `${PURE}|^src/shared/|node_modules/zod/|^src/engines/cases/index[.]ts$`, dependencyTypesNot: ['type-only'] }),
  only('process-only-asks-cases', 'Of the engines only *.process.ts sees one, and only `cases`.', { path: '[.](rules|contract|words)[.]ts$', pathNot: `^src/(platform|engines|web)/` }, { path: '^src/engines/' }),
  only('sql-in-sql-files', 'Only *.sql.ts touches the database; others may know its types.', { path: '^src/(features|engines)/', pathNot: `[.]sql[.]ts$|${TEST}` }, { path: '^src/platform/db/', dependencyTypesNot: ['type-only'] }),
  only('sql-knows-no-service', 'A query asks nobody: it sees shared, db and its neighbours\' queries.', { path: '^src/(features|engines)/.+[.]sql[.]ts$' }, { path: '^src/', pathNot: '^src/(shared/|platform/db/index[.]ts$|engines/[^/]+/index[.]ts$)|[.](sql|rules|words|contract)[.]ts$', dependencyTypesNot: ['type-only'] }),
];

const screens = [
  only('screens-see-contracts', 'Browser code sees contracts, words, rules and other screens; never a service.', { path: BROWSER, pathNot: TEST }, { path: '^src/(platform|engines|features|[^/]+[.]ts$)', pathNot: '[.](contract|words|rules)[.]ts$|/ui/' }),
  only('screens-run-in-browsers', 'There is no node in a browser.', { path: BROWSER, pathNot: TEST }, { dependencyTypes: ['core'], dependencyTypesNot: ['type-only'] }),
  only('member-console-apart', 'Two apps: the phone sees nothing of the desk.', { path: MEMBER }, { path: CONSOLE }),
  only('console-member-apart', 'Two apps: the desk sees nothing of the phone.', { path: CONSOLE }, { path: MEMBER }),
  only('phone-kit', 'The phone is built with the kit; antd is for the desk.', { path: MEMBER }, { path: 'node_modules/(antd|@ant-design)/|^src/web/kit/(desk[.]ts$|lists/)' }),
  only('server-draws-nothing', 'Libraries of screens stay out of the server.', { path: '^src/', pathNot: `${BROWSER}|${TEST}` }, { path: EVERY_SCREEN_LIBRARY }),
];

const whole = [
  only('no-circular', 'Two files that need each other are one file or three.', { path: '^src/' }, { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }),
  only('no-orphans', 'Nobody imports it: delete it.', { orphan: true, path: '^src/', pathNot: ['[.]d[.]ts$', TEST, '^src/(main|cli|web/[^/]+/(main|service-worker))[.]tsx?$', '/screens[.]tsx$', '^src/features/[^/]+/[^/]+/index[.]ts$'] }, {}),
  only('no-unresolved', 'It is not there.', { path: '^src/' }, { couldNotResolve: true }),
  only('no-dev-deps', 'Production code uses production dependencies.', { path: '^src/', pathNot: TEST }, { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] }),
  only('no-tests-in-production', 'Nothing that runs in production sees tests, tools or benches; only the start builds the apps when they are stale.', { path: '^src/', pathNot: TEST }, { path: `^(test|tools|bench)/|${TEST}`, pathNot: '^tools/build-web[.]ts$' }),
];

export default {
  forbidden: [...whole, ...floors, ...doors, ...kinds, ...screens],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: ['node_modules', '^(test|tools|bench)/'] },
    exclude: { path: '[.](css|svg|png)$' },
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'module', 'node', 'browser', 'default', 'types'], mainFields: ['module', 'main', 'types'] },
  },
};
