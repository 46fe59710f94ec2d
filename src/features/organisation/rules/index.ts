import { bind, feature } from '#platform/http';
import { api } from './rules.contract.ts';
import * as service from './rules.service.ts';
import { demo } from './rules.demo.ts';
import { words } from './rules.words.ts';

const leading = ['chair', 'viceChair', 'platformAdmin'] as const;

/** The rulebook as officers read and change it. */
export default feature({
  name: 'rules',
  area: 'organisation',
  title: words.title,
  demo,
  permissions: {
    'rules.read': [...leading, 'committeeMember', 'organiser', 'mailboxClerk', 'womenDirector', 'accountant', 'cashier', 'auditor'],
    'rules.decide': leading,
    'rules.confirm': leading,
  },
  permissionWords: { 'rules.read': words.mayRead, 'rules.decide': words.mayDecide, 'rules.confirm': words.mayConfirm },
  routes: [
    bind(api.book, service.book),
    bind(api.history, service.history),
    bind(api.confirm, service.confirm),
    bind(api.decide, service.decide),
    bind(api.end, service.end),
  ],
});
