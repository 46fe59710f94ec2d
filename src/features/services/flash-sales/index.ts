import { bind, feature } from '#platform/http';
import { cases } from '#engines/cases';
import { claims } from '#engines/claims';
import * as approving from './approving.service.ts';
import * as desk from './desk.service.ts';
import * as making from './making.service.ts';
import * as report from './report.service.ts';
import { api } from './sales.contract.ts';
import { demo } from './sales.demo.ts';
import { declareWork } from './sales.jobs.ts';
import { saleProcess } from './sales.process.ts';
import { OCCASIONS, TAXES } from './sales.rules.ts';
import { words } from './sales.words.ts';
import { declarePictures } from './scope.service.ts';
import * as seeing from './seeing.service.ts';

cases.useProcess(saleProcess);
claims.useKind({ name: 'sale', title: words.sale, handed: words.handed, states: { taken: words.stateTaken }, memberPath: '/flash-sales/:id', consolePath: '/flash-sales/:id', keep: 'sales.keep' });
declarePictures();

const keepers = ['chair', 'viceChair', 'organiser'] as const;

/** SVC-3: limited goods at a token price at a set second. */
export default feature({
  name: 'flash-sales',
  area: 'services',
  title: words.title,
  demo,
  jobs: declareWork,
  codes: {
    'sale.occasion': { title: words.occasions, values: Object.fromEntries(OCCASIONS.map((o) => [o, words[`occasion_${o}`]])) },
    'sale.tax': { title: words.taxes, values: Object.fromEntries(TAXES.map((t) => [t, words[`tax_${t}`]])) },
  },
  permissions: { 'sales.keep': keepers, 'sales.approve': ['chair', 'viceChair'], 'sales.export': keepers },
  permissionWords: { 'sales.keep': words.mayKeep, 'sales.approve': words.mayApprove, 'sales.export': words.mayExport },
  routes: [
    bind(api.sales, seeing.sales), bind(api.sale, seeing.sale), bind(api.order, seeing.order), bind(api.remind, seeing.remind),
    bind(api.register, desk.register), bind(api.exportRegister, desk.exportRegister), bind(api.start, desk.start), bind(api.desk, desk.desk),
    bind(api.make, making.make), bind(api.change, making.change), bind(api.copy, making.copy), bind(api.amend, making.amend),
    bind(api.submit, approving.submit), bind(api.approve, approving.approve), bind(api.return, approving.giveBack), bind(api.withdraw, approving.withdraw),
    bind(api.callOff, approving.callOff, { statementTimeoutMs: 120_000 }), bind(api.raise, approving.raise), bind(api.showOrder, approving.showOrder),
    bind(api.hall, report.hall), bind(api.report, report.report), bind(api.exportOrder, report.exportOrder),
  ],
});
