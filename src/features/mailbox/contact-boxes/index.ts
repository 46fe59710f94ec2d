import { bind, feature } from '#platform/http';
import { cases } from '#engines/cases';
import * as boxes from './boxes.service.ts';
import { api } from './contact-boxes.contract.ts';
import { demo } from './contact-boxes.demo.ts';
import { declareWork } from './contact-boxes.jobs.ts';
import { openingProcess } from './contact-boxes.process.ts';
import { words } from './contact-boxes.words.ts';
import * as letters from './letters.service.ts';
import * as openings from './openings.service.ts';
import { findBoxOfOpening } from './openings.sql.ts';
import * as views from './views.service.ts';

cases.useProcess(openingProcess);
boxes.declareFiles(findBoxOfOpening);

/** BOX-4: contact boxes. */
export default feature({
  name: 'contactBoxes',
  area: 'mailbox',
  title: words.title,
  demo,
  jobs: declareWork,
  permissions: { 'contactBoxes.keep': ['chair', 'viceChair', 'mailboxClerk'] },
  permissionWords: { 'contactBoxes.keep': words.mayKeep },
  routes: [
    bind(api.people, boxes.people), bind(api.register, boxes.register), bind(api.exportRegister, views.exportRegister), bind(api.box, views.box), bind(api.writers, letters.writers),
    bind(api.place, boxes.place), bind(api.amend, boxes.amend), bind(api.retire, boxes.retire),
    bind(api.mine, views.mine), bind(api.log, openings.log), bind(api.correct, openings.correct), bind(api.settle, openings.settle), bind(api.keyIn, letters.keyIn),
    bind(api.openBoard, views.openBoard, { tenant: ({ joinCode }) => ({ joinCode }) }),
  ],
});
