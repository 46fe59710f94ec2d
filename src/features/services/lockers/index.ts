import { bind, bindAlone, feature } from '#platform/http';
import { claims } from '#engines/claims';
import { KIND } from './access.service.ts';
import * as borrow from './borrow.service.ts';
import * as cabinets from './cabinets.service.ts';
import { desk } from './desk.contract.ts';
import * as deskViews from './desk-views.service.ts';
import { followClaims } from './doors.service.ts';
import { declareWork } from './late.service.ts';
import { findLoan } from './loans.sql.ts';
import { api } from './lockers.contract.ts';
import { demo } from './lockers.demo.ts';
import { words } from './lockers.words.ts';
import * as refills from './refills.service.ts';
import * as reports from './reports.service.ts';
import * as returns from './returns.service.ts';
import * as swap from './swap.service.ts';
import * as views from './views.service.ts';

export { useLockerWays } from './ways.service.ts';

claims.useKind({ name: KIND, title: words.title, handed: words.handed, states: { taken: words.stateTaken }, returns: true, memberPath: '/lockers/:id', consolePath: '/lockers/:id', keep: 'lockers.keep' });
claims.follow(KIND, followClaims);
reports.declareFiles(findLoan);
swap.declareSwapFiles();

/** SVC-8: shared lockers. */
export default feature({
  name: 'lockers',
  area: 'services',
  title: words.title,
  demo,
  jobs: declareWork,
  permissions: { 'lockers.keep': ['chair', 'viceChair', 'organiser', 'groupLeader'] },
  permissionWords: { 'lockers.keep': words.mayKeep },
  routes: [
    bind(api.near, views.near), bind(api.cabinet, views.cabinet), bindAlone(api.borrow, borrow.borrow), bindAlone(api.take, borrow.take), bind(api.report, reports.report),
    bind(api.mine, views.mine), bind(api.loan, views.loan), bindAlone(api.returnDoor, borrow.returnDoor), bind(api.giveBack, returns.giveBack), bind(api.lost, returns.lost),
    bind(api.photo, swap.photo, { prepare: swap.receivePhoto }), bindAlone(api.put, swap.put), bindAlone(api.takeSwap, swap.takeSwap),
    bind(desk.cabinets, deskViews.cabinets), bind(desk.exportCabinets, deskViews.exportCabinets), bind(desk.cabinet, deskViews.cabinet), bind(desk.place, cabinets.place), bind(desk.amend, cabinets.amend),
    bind(desk.compartments, cabinets.compartments), bind(desk.pause, cabinets.pause), bind(desk.resume, cabinets.resume), bind(desk.retire, cabinets.retire), bindAlone(desk.serviceDoor, borrow.serviceDoor), bindAlone(desk.hardwareState, deskViews.hardwareState),
    bind(desk.loans, deskViews.loans), bind(desk.exportLoans, deskViews.exportLoans), bind(desk.takeBack, returns.takeBack), bind(desk.writeOff, returns.writeOff), bind(desk.remind, returns.remind),
    bind(desk.reports, deskViews.reports), bind(desk.exportReports, deskViews.exportReports), bind(desk.settle, reports.settle), bind(desk.shortages, deskViews.shortages), bind(desk.refill, refills.refill), bind(desk.refills, deskViews.refills),
    bind(desk.statistics, deskViews.statistics), bind(desk.removeSwap, swap.removeSwap), bind(desk.simulator, cabinets.simulator), bind(desk.simulate, cabinets.simulate),
  ],
});
