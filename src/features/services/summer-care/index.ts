import { bind, feature } from '#platform/http';
import { claims } from '#engines/claims';
import { KIND } from './access.service.ts';
import { desk } from './desk.contract.ts';
import * as office from './desk.service.ts';
import * as door from './door.service.ts';
import * as figures from './figures.service.ts';
import * as guardian from './guardian.service.ts';
import * as programmes from './programmes.service.ts';
import * as signing from './signing.service.ts';
import { staff } from './staff.contract.ts';
import * as work from './staff.service.ts';
import { api } from './summer-care.contract.ts';
import { demo } from './summer-care.demo.ts';
import { declareJobs } from './summer-care.jobs.ts';
import { words } from './summer-care.words.ts';
import * as views from './views.service.ts';

claims.useKind({ name: KIND, title: words.title, handed: words.handed, memberPath: '/summer-care/sessions/:id', consolePath: '/summer-care/sessions/:id', keep: 'summerCare.keep' });
claims.follow(KIND, signing.followClaims);

const keepers = ['chair', 'viceChair', 'organiser', 'womenDirector'] as const;

/** SVC-11: children's summer care. */
export default feature({
  name: 'summer-care',
  area: 'services',
  title: words.title,
  demo,
  jobs: declareJobs,
  permissions: { 'summerCare.keep': keepers, 'summerCare.export': keepers },
  permissionWords: { 'summerCare.keep': words.mayKeep, 'summerCare.export': words.mayExport },
  routes: [
    bind(api.sessions, views.sessions), bind(api.session, views.session), bind(api.signUp, signing.signUp), bind(api.mine, views.mine), bind(api.entry, views.entry), bind(api.edit, signing.edit), bind(api.notes, guardian.notes), bind(api.withdrawNotes, guardian.withdrawNotes), bind(api.agree, guardian.agree),
    bind(api.excuse, guardian.excuse), bind(api.newCode, guardian.newCode), bind(api.cancel, guardian.cancel), bind(api.certificate, guardian.certificate),
    bind(staff.duties, work.duties), bind(staff.day, work.day), bind(staff.health, work.health), bind(staff.scan, door.scan), bind(staff.signIn, door.signIn), bind(staff.undoSignIn, door.undoSignIn), bind(staff.handOver, door.handOver), bind(staff.undoHandOver, door.undoHandOver),
    bind(staff.askRelease, work.askRelease), bind(staff.decideRelease, work.decideRelease), bind(staff.incident, work.incident), bind(staff.certificates, work.certificates),
    bind(desk.programmes, office.programmes), bind(desk.exportProgrammes, office.exportProgrammes), bind(desk.programme, office.programme), bind(desk.put, programmes.put), bind(desk.save, programmes.save), bind(desk.drop, programmes.drop), bind(desk.publish, programmes.publish), bind(desk.consent, programmes.consent),
    bind(desk.addSession, programmes.addSession), bind(desk.saveSession, programmes.saveSession), bind(desk.dropSession, programmes.dropSession), bind(desk.session, office.session), bind(desk.callOff, programmes.callOff), bind(desk.staffOf, programmes.staffOf), bind(desk.findStaff, programmes.findStaff), bind(desk.addStaff, programmes.addStaff), bind(desk.removeStaff, programmes.removeStaff),
    bind(desk.children, office.children), bind(desk.exportChildren, office.exportChildren), bind(desk.look, office.look), bind(desk.remove, office.remove), bind(desk.messages, office.messages), bind(desk.write, office.write), bind(desk.statistics, figures.statistics), bind(desk.exportStatistics, figures.exportStatistics), bind(desk.retention, office.retention),
  ],
});
