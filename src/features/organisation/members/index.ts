import { bind, feature } from '#platform/http';
import { api } from './members.contract.ts';
import { demo } from './members.demo.ts';
import { words } from './members.words.ts';
import * as membership from './membership.service.ts';
import * as register from './register.service.ts';

const leading = ['chair', 'viceChair', 'organiser'] as const;

/** ORG-3: the register of members, their periods and cards. */
export default feature({
  name: 'members',
  area: 'organisation',
  title: words.title,
  demo,
  permissions: {
    'members.read': [...leading, 'committeeMember', 'mailboxClerk', 'groupLeader', 'womenDirector', 'accountant', 'socialWorker'], 'members.manage': leading, 'members.unmask': leading,
    'members.export': leading, 'members.exportIdentity': [],
  },
  routes: [
    bind(api.register, register.register), bind(api.member, register.member), bind(api.unmask, register.unmask), bind(api.exportRegister, register.exportRegister, { statementTimeoutMs: 120_000 }),
    bind(api.retire, membership.retire), bind(api.restore, membership.restore), bind(api.end, membership.end),
    bind(api.card, membership.card), bind(api.check, membership.check), bind(api.leave, membership.leave),
  ],
});
