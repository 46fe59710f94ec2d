import { bind, feature } from '#platform/http';
import * as booking from './booking.service.ts';
import * as desk from './desk.service.ts';
import { api } from './receptions.contract.ts';
import { demo } from './receptions.demo.ts';
import { declareWork } from './receptions.jobs.ts';
import { words } from './receptions.words.ts';

/** BOX-2: reception days. */
export default feature({
  name: 'receptions',
  area: 'mailbox',
  title: words.title,
  demo,
  jobs: declareWork,
  permissions: { 'receptions.hold': ['chair', 'viceChair', 'mailboxClerk'] },
  permissionWords: { 'receptions.hold': words.mayHold },
  routes: [
    bind(api.upcoming, booking.upcoming), bind(api.book, booking.book), bind(api.cancel, booking.cancel),
    bind(api.register, desk.register), bind(api.exportRegister, desk.exportRegister), bind(api.day, desk.day), bind(api.plan, desk.plan), bind(api.callOff, desk.callOff), bind(api.came, desk.came), bind(api.record, desk.record),
  ],
});
