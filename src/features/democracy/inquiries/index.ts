import { bind, feature } from '#platform/http';
import * as answers from './answers.service.ts';
import { api } from './inquiries.contract.ts';
import { demo } from './inquiries.demo.ts';
import { declareWork } from './inquiries.jobs.ts';
import * as inquiries from './inquiries.service.ts';
import { words } from './inquiries.words.ts';

/** DEM-8: those who never speak are asked. */
export default feature({
  name: 'inquiries',
  area: 'democracy',
  title: words.title,
  demo,
  jobs: declareWork,
  permissions: { 'inquiries.keep': ['chair', 'viceChair', 'organiser'] },
  permissionWords: { 'inquiries.keep': words.mayKeep },
  routes: [
    bind(api.mine, inquiries.mine), bind(api.one, inquiries.one), bind(api.answer, inquiries.answer), bind(api.decline, inquiries.decline),
    bind(api.register, answers.register), bind(api.exportRegister, answers.exportRegister), bind(api.kept, answers.kept), bind(api.silent, inquiries.silent), bind(api.create, inquiries.create), bind(api.open, inquiries.open), bind(api.close, inquiries.closeByHand), bind(api.remind, inquiries.remind),
    bind(api.people, answers.people), bind(api.exportPeople, answers.exportPeople), bind(api.answers, answers.answers), bind(api.exportAnswers, answers.exportAnswers), bind(api.enter, answers.enter), bind(api.follow, answers.follow),
  ],
});
