import { bind, feature } from '#platform/http';
import { cases } from '#engines/cases';
import * as entering from './entering.service.ts';
import * as prizes from './prizes.service.ts';
import { api } from './savings.contract.ts';
import { demo } from './savings.demo.ts';
import { savingProcess } from './savings.process.ts';
import { KINDS } from './savings.rules.ts';
import { words } from './savings.words.ts';
import * as sums from './sums.service.ts';
import * as verifying from './verifying.service.ts';
import * as views from './views.service.ts';

cases.useProcess(savingProcess);
views.declarePictures();
prizes.declarePurpose();

const office = ['chair', 'viceChair', 'suggestionOffice'] as const;
const verifiers = [...office, 'suggestionSpecialist', 'groupLeader'] as const;

/** INN-8: small savings per post and the sesame prize. */
export default feature({
  name: 'savings',
  area: 'innovation',
  title: words.title,
  demo,
  codes: { 'saving.kind': { title: words.kinds, values: Object.fromEntries(KINDS.map((k) => [k, words[`kind_${k}`]])) } },
  permissions: {
    'savings.enter': ['member'], 'savings.read': [...verifiers, 'accountant'], 'savings.verify': verifiers, 'savings.confirm': ['accountant'],
    'savings.award': office, 'savings.export': [...verifiers, 'accountant'],
  },
  permissionWords: {
    'savings.enter': words.mayEnter, 'savings.read': words.mayRead, 'savings.verify': words.mayVerify, 'savings.confirm': words.mayConfirm, 'savings.award': words.mayAward, 'savings.export': words.mayExport,
  },
  routes: [
    bind(api.start, entering.start), bind(api.colleagues, entering.colleagues), bind(api.enter, entering.enter), bind(api.mine, views.mine), bind(api.together, sums.together),
    bind(api.saving, views.saving), bind(api.withdraw, verifying.withdraw), bind(api.verify, verifying.verify), bind(api.verifyMany, verifying.verifyMany), bind(api.refuse, verifying.refuse),
    bind(api.confirm, verifying.confirm), bind(api.reject, verifying.reject), bind(api.strike, verifying.strike),
    bind(api.register, views.register), bind(api.exportRegister, views.exportRegister), bind(api.sums, sums.sums), bind(api.exportSums, sums.exportSums),
    bind(api.prizes, prizes.prizes), bind(api.award, prizes.award), bind(api.takeBack, prizes.takeBack),
  ],
});
