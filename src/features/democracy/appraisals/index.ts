import { bind, feature } from '#platform/http';
import { ballots } from '#engines/ballot';
import { desk, mine } from './appraisals.contract.ts';
import { demo } from './appraisals.demo.ts';
import { words } from './appraisals.words.ts';
import * as holding from './holding.service.ts';
import * as reports from './report.service.ts';
import * as steps from './steps.service.ts';
import * as views from './views.service.ts';

ballots.useKind({ name: holding.KIND, title: words.kind, memberPath: '/appraisals/:id', consolePath: '/appraisals/:id', keep: 'appraisals.keep', boardKept: true, guard: steps.guard });
ballots.follow(holding.KIND, steps.follow);
steps.declareFiles();

/** DEM-3, story 4: leaders are appraised by those they lead; who holds the vote does not read what it came to. */
export default feature({
  name: 'appraisals',
  area: 'democracy',
  title: words.title,
  demo,
  permissions: { 'appraisals.keep': ['chair', 'viceChair', 'organiser'], 'appraisals.read': ['chair', 'viceChair'] },
  permissionWords: { 'appraisals.keep': words.mayKeep, 'appraisals.read': words.mayRead },
  routes: [
    bind(desk.register, views.register), bind(desk.exportRegister, views.exportRegister), bind(desk.kept, views.kept), bind(desk.prepare, holding.prepare), bind(desk.change, holding.change), bind(desk.step, steps.step), bind(desk.duty, steps.duty), bind(desk.look, holding.look),
    bind(desk.people, views.people), bind(desk.units, views.units), bind(desk.readRoll, views.readRoll, { prepare: views.receive as never }), bind(desk.report, reports.report), bind(desk.exportReport, reports.exportReport), bind(desk.release, reports.release),
    bind(mine.list, views.mine), bind(mine.one, views.one), bind(mine.duty, steps.ownDuty),
  ],
});
