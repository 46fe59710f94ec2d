import { bind, feature } from '#platform/http';
import { identity } from '#engines/identity';
import { payments } from '#engines/payments';
import * as byHand from './by-hand.service.ts';
import { api } from './payment-lists.contract.ts';
import { demo } from './payment-lists.demo.ts';
import * as service from './payment-lists.service.ts';
import { words } from './payment-lists.words.ts';

payments.usePurpose(byHand.byHand);
identity.declareHolding(service.HOLDING);

const SLOW = { statementTimeoutMs: 120_000 } as const;

/** FIN-4 (payments to people): lists of every purpose, prepared, approved by somebody else, paid by file. */
export default feature({
  name: 'payment-lists',
  area: 'funds',
  title: words.title,
  demo,
  permissions: {
    'paymentLists.read': ['chair', 'viceChair', 'accountant', 'cashier', 'auditor'],
    'paymentLists.prepare': ['accountant'],
    'paymentLists.approve': ['chair', 'viceChair'],
    'paymentLists.pay': ['cashier'],
  },
  permissionWords: { 'paymentLists.read': words.mayRead, 'paymentLists.prepare': words.mayPrepare, 'paymentLists.approve': words.mayApprove, 'paymentLists.pay': words.mayPay },
  routes: [
    bind(api.purposes, service.purposes), bind(api.unions, byHand.unions), bind(api.lists, service.lists), bind(api.exportLists, service.exportLists), bind(api.list, service.list), bind(api.people, service.people),
    bind(api.sheet, service.sheet), bind(api.make, byHand.make), bind(api.readRows, byHand.readRows, { prepare: byHand.receive as never }), bind(api.readText, byHand.readText), bind(api.matchRows, byHand.matchRows), bind(api.addRows, byHand.addRows),
    bind(api.withdrawLine, service.withdrawLine), bind(api.submit, service.submit), bind(api.approve, service.approve, SLOW), bind(api.sendBack, service.sendBack), bind(api.cancel, service.cancel, SLOW),
    bind(api.file, service.file, SLOW), bind(api.download, service.download), bind(api.settle, service.settle, SLOW), bind(api.again, service.again), bind(api.mine, service.mine),
  ],
});
