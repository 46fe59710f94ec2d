import { bind, feature } from '#platform/http';
import { demo } from './rosters.demo.ts';
import { api } from './rosters.contract.ts';
import { codes } from './codes.words.ts';
import { words } from './rosters.words.ts';
import { declareOffers, offer, offersView } from './offers.service.ts';
import { exportList } from './history.service.ts';
import * as steps from './steps.service.ts';
import * as views from './views.service.ts';
import { declareWork } from './work.jobs.ts';

export { importRoster, type Phase } from './command-line.service.ts';
export { personCodes } from './person-codes.rules.ts';

const importing = ['chair', 'viceChair', 'organiser', 'platformAdmin'] as const;

/** ORG-3: a spreadsheet of members becomes a union. */
export default feature({
  name: 'rosters',
  area: 'organisation',
  title: words.title,
  demo,
  codes,
  jobs: () => { declareWork(); declareOffers(); },
  permissions: { 'rosters.import': importing, 'rosters.unmask': ['chair', 'platformAdmin'] },
  permissionWords: { 'rosters.import': words.mayImport, 'rosters.unmask': words.mayUnmask },
  routes: [
    bind(api.upload, steps.upload, { prepare: steps.receive as never, statementTimeoutMs: 120_000 }), bind(api.list, views.list), bind(api.exportList, exportList), bind(api.targets, views.targets), bind(api.import, views.importView), bind(api.rows, views.rows),
    bind(api.map, steps.map), bind(api.confirm, steps.confirm), bind(api.cancel, steps.cancel, { statementTimeoutMs: 120_000 }), bind(api.undo, steps.undo),
    bind(api.offers, offersView), bind(api.offer, offer),
    bind(api.report, steps.report, { statementTimeoutMs: 120_000 }),
  ],
});
