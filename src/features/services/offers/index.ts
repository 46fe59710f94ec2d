import { bind, bindSwift, feature } from '#platform/http';
import { claims } from '#engines/claims';
import { claim } from './claim.service.ts';
import { demo } from './offers.demo.ts';
import { desk } from './keeping.contract.ts';
import { exportClaims } from './keeping-export.service.ts';
import * as keeping from './keeping.service.ts';
import { api } from './offers.contract.ts';
import { words } from './offers.words.ts';
import { demoPayments, payments } from './payments.contract.ts';
import { demoPay, notice } from './payments.service.ts';
import * as order from './order.service.ts';
import * as places from './places.service.ts';
import * as scan from './scan.service.ts';
import { TRIAL } from './trial.service.ts';

export { usePayments } from './payments.service.ts';

claims.useKind(TRIAL);

/** What every scarce thing has in common: claiming it, having it, handing it over. */
export default feature({
  name: 'offers',
  area: 'services',
  title: words.title,
  demo,
  permissions: { 'offers.keep': ['chair', 'viceChair', 'organiser', 'groupLeader'] },
  permissionWords: { 'offers.keep': words.mayKeep },
  routes: [
    bindSwift(api.claim, claim), bind(api.mine, places.mine), bind(api.kinds, places.kinds), bind(api.place, places.place), bind(api.ofOffer, places.ofOffer), bind(api.giveBack, places.giveBack), bind(api.accept, places.accept), bind(api.decline, places.decline),
    bind(api.pass, places.pass), bind(api.calendar, places.calendar), bind(api.pay, places.pay), bind(api.count, order.count), bind(api.order, order.order),
    bind(desk.offer, keeping.offer), bind(desk.claims, keeping.list), bind(desk.exportClaims, exportClaims), bind(desk.sheet, keeping.sheet), bind(desk.setPlaces, keeping.setPlaces), bind(desk.movePlaces, keeping.movePlaces), bind(desk.people, keeping.people),
    bind(desk.add, keeping.add), bind(desk.remove, keeping.remove), bind(desk.handOver, keeping.handOver), bind(desk.undo, keeping.undo), bind(desk.refunded, keeping.refunded),
    bind(desk.scanner, scan.scanner), bind(desk.scans, scan.scans), bind(payments.notice, notice, { tenant: ({ account }) => ({ federationId: account }) }),
  ],
});

/** The demonstration's own payment gate: main adds this part in demonstration mode only. */
export const demoGate = feature({ name: 'demo-payments', area: 'services', title: words.demoGate, permissions: {}, routes: [bind(demoPayments.pay, demoPay)] });
