import { bind, feature } from '#platform/http';
import { cases } from '#engines/cases';
import * as awards from './award.service.ts';
import * as benefits from './benefit.service.ts';
import * as attachments from './attachments.service.ts';
import { reviews } from './review.contract.ts';
import { declareReviewWork } from './review.jobs.ts';
import * as reviewing from './review.service.ts';
import * as agreeing from './agreement.service.ts';
import { merging } from './merging.contract.ts';
import * as mergers from './merging.service.ts';
import * as duplicates from './duplicates.service.ts';
import { desk } from './desk.contract.ts';
import * as atDesk from './desk.service.ts';
import { settings } from './settings.contract.ts';
import * as setting from './settings.service.ts';
import { api as browseApi } from './browse.contract.ts';
import * as browse from './browse.service.ts';
import { api as lookingApi } from './looking.contract.ts';
import * as looking from './looking.service.ts';
import * as registering from './register.service.ts';
import { followProposal } from './from-proposals.service.ts';
import * as steps from './steps.service.ts';
import { api } from './suggestions.contract.ts';
import { demo } from './suggestions.demo.ts';
import { suggestionProcess } from './suggestions.process.ts';
import { CATEGORIES } from './suggestions.rules.ts';
import { words } from './suggestions.words.ts';
import * as views from './views.service.ts';
import { workApi } from './work.contract.ts';
import { importApi } from './register-import.contract.ts';
import { exportWhole } from './register-export.service.ts';
import * as importing from './register-import.service.ts';
import { declareImports } from './register-steps.service.ts';
import { declareWork } from './work.jobs.ts';
import * as work from './work.service.ts';
import * as writing from './writing.service.ts';

cases.useProcess(suggestionProcess);
cases.follow('suggestion', steps.followSystem);
cases.follow('suggestion', awards.followRevoke);
cases.follow('proposal', followProposal);
attachments.declareSuggestions();

const office = ['suggestionOffice', 'chair', 'viceChair'] as const;
const unit = [...office, 'suggestionSpecialist'] as const;

/** INN-1: rational suggestions. */
export default feature({
  name: 'suggestions',
  area: 'innovation',
  title: words.title,
  demo,
  jobs: () => { declareWork(); declareReviewWork(); declareImports(); },
  codes: { 'suggestion.category': { title: words.categoryCodes, values: Object.fromEntries(CATEGORIES.map((c) => [c, words[`category_${c}`]])) } },
  permissions: {
    'suggestions.write': ['member'], 'suggestions.read': [...unit, 'accountant', 'committeeMember'], 'suggestions.review': unit, 'suggestions.accept': unit, 'suggestions.decide': office,
    'suggestions.verify': ['accountant'], 'suggestions.award': office, 'suggestions.import': office, 'suggestions.settle': ['suggestionOffice', 'chair'],
  },
  routes: [
    bind(desk.batch, atDesk.batch), bind(desk.exportRegister, atDesk.exportRegister),
    bind(settings.schemes, setting.schemes), bind(settings.settings, setting.settings), bind(settings.scheme, setting.scheme), bind(settings.people, setting.people), bind(settings.addExpert, setting.addExpert),
    bind(settings.endExpert, setting.endExpert), bind(settings.group, setting.group), bind(settings.addToGroup, setting.addToGroup), bind(settings.endInGroup, setting.endInGroup),
    bind(settings.saveCampaign, setting.saveCampaign), bind(settings.cancelCampaign, setting.cancelCampaign),
    bind(reviews.waiting, reviewing.waiting), bind(reviews.opinions, reviewing.opinions), bind(reviews.experts, reviewing.experts), bind(reviews.ask, reviewing.ask), bind(reviews.replace, reviewing.replace),
    bind(reviews.give, reviewing.give), bind(reviews.stepBack, reviewing.stepBack), bind(reviews.quality, agreeing.quality), bind(reviews.qualityItems, agreeing.qualityItems),
    bind(merging.alike, duplicates.alike), bind(merging.clear, duplicates.clear), bind(merging.merge, mergers.merge), bind(merging.unmerge, mergers.unmerge),
    bind(api.write, writing.write), bind(api.mine, browse.mine), bind(api.register, registering.register), bind(api.one, views.one),
    bind(api.complete, steps.complete), bind(api.say, steps.say), bind(api.appeal, steps.appeal), bind(api.withdraw, steps.withdraw),
    bind(api.giveBack, steps.giveBack), bind(api.adoptUnit, steps.adoptUnit), bind(api.adoptUnitOnly, steps.adoptUnitOnly), bind(api.rejectUnit, steps.rejectUnit), bind(api.forward, steps.forward),
    bind(api.handBack, steps.handBack), bind(api.adopt, steps.adopt), bind(api.adoptForImplementation, steps.adoptForImplementation), bind(api.implementLater, steps.implementLater),
    bind(lookingApi.lookAlikes, looking.lookAlikes), bind(lookingApi.likenesses, looking.likenesses), bind(lookingApi.contest, looking.contest), bind(lookingApi.support, looking.support), bind(lookingApi.unsupport, looking.unsupport), bind(lookingApi.supporters, looking.supporters),
    bind(browseApi.myScheme, browse.myScheme), bind(browseApi.colleagues, browse.colleagues), bind(browseApi.shared, browse.shared),
    bind(api.reject, steps.reject), bind(api.uphold, steps.uphold), bind(api.revoke, steps.revoke),
    bind(workApi.plan, work.plan), bind(workApi.owners, work.owners), bind(workApi.work, work.work), bind(workApi.progress, work.progress), bind(workApi.report, work.report), bind(workApi.accept, work.accept), bind(workApi.redo, work.redo),
    bind(workApi.abandon, work.abandon), bind(workApi.standardise, work.standardise), bind(workApi.standards, work.standards), bind(workApi.exportStandards, work.exportStandards),
    bind(workApi.benefit, benefits.benefit), bind(workApi.claim, benefits.claim), bind(workApi.verify, benefits.verify), bind(workApi.refuse, benefits.refuse), bind(workApi.benefits, benefits.benefits), bind(workApi.exportBenefits, benefits.exportBenefits),
    bind(importApi.upload, importing.upload, { prepare: importing.receive as never, statementTimeoutMs: 120_000 }), bind(importApi.imports, importing.imports), bind(importApi.import, importing.importView), bind(importApi.rows, importing.rows), bind(importApi.map, importing.map),
    bind(importApi.confirm, importing.confirm), bind(importApi.cancel, importing.cancel, { statementTimeoutMs: 120_000 }), bind(importApi.undo, importing.undo), bind(importApi.report, importing.report, { statementTimeoutMs: 120_000 }), bind(importApi.exportWhole, exportWhole, { statementTimeoutMs: 120_000 }),
    bind(workApi.award, awards.award), bind(workApi.decideAward, awards.decideAward),
  ],
});
