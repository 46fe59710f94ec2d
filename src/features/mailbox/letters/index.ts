import type { Word } from '#shared/words';
import { bind, feature } from '#platform/http';
import { cases } from '#engines/cases';
import * as attachments from './attachments.service.ts';
import { demo } from './letters.demo.ts';
import * as desk from './desk.service.ts';
import { api } from './letters.contract.ts';
import { letterProcess } from './letters.process.ts';
import { words } from './letters.words.ts';
import * as steps from './steps.service.ts';
import * as views from './views.service.ts';
import * as writing from './writing.service.ts';

cases.useProcess(letterProcess);
attachments.declareLetters();

const categories = Object.fromEntries(Object.entries(words as Record<string, Word>).flatMap(([key, word]) => (key.startsWith('category_') ? [[key.slice('category_'.length), word]] : [])));
const answering = ['chair', 'viceChair'] as const;
const working = [...answering, 'mailboxClerk'] as const;

/** BOX-1: letters to the chairperson. */
export default feature({
  name: 'letters',
  area: 'mailbox',
  title: words.title,
  demo,
  codes: { 'letter.category': { title: words.categoryCodes, values: categories } },
  permissions: { 'letters.read': working, 'letters.work': working, 'letters.answer': answering, 'letters.publish': working, 'letters.export': answering },
  routes: [
    bind(api.mailbox, writing.mailbox),
    bind(api.openMailbox, writing.openMailbox, { tenant: ({ joinCode }) => ({ joinCode }) }),
    bind(api.openFileByCode, attachments.openFileByCode, { tenant: ({ code }) => ({ followUp: code }) }),
    bind(api.write, writing.write),
    bind(api.writeAnonymous, writing.writeAnonymous, { tenant: ({ joinCode }) => ({ joinCode }) }),
    bind(api.mine, views.mine),
    bind(api.letter, views.letter),
    bind(api.followUp, views.followUp, { tenant: ({ code }) => ({ followUp: code }) }),
    bind(api.followUpStep, steps.followUpStep, { tenant: ({ code }) => ({ followUp: code }) }),
    bind(api.say, steps.say), bind(api.rate, steps.rate), bind(api.dispute, steps.dispute), bind(api.reopen, steps.reopen),
    bind(api.confirm, steps.confirm), bind(api.withdraw, steps.withdraw),
    bind(api.register, desk.register), bind(api.exportRegister, desk.exportRegister), bind(api.assignees, desk.assignees), bind(api.destinations, desk.destinations),
    bind(api.accept, steps.accept), bind(api.redirect, steps.redirect), bind(api.decline, steps.decline), bind(api.assign, steps.assign),
    bind(api.report, steps.report), bind(api.ask, steps.ask), bind(api.answer, steps.answer), bind(api.extend, steps.extend),
    bind(api.address, desk.address), bind(api.publish, desk.publish), bind(api.unpublish, desk.unpublish), bind(api.board, views.board),
  ],
});
