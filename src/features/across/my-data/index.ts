import { cases } from '#engines/cases';
import { identity } from '#engines/identity';
import { bind, bindAlone, feature } from '#platform/http';
import { demo } from './my-data.demo.ts';
import { HOLDINGS } from './holdings.service.ts';
import { api } from './my-data.contract.ts';
import { requestProcess } from './my-data.process.ts';
import { words } from './my-data.words.ts';
import * as own from './own.service.ts';
import { exportRegister } from './register.service.ts';
import * as requests from './requests.service.ts';

export { type PersonCodes, tellPersonCodes } from './codes.service.ts';

cases.useProcess(requestProcess);
for (const holding of HOLDINGS) identity.declareHolding(holding);

const offices = ['chair', 'viceChair', 'platformAdmin'] as const;

/** What the union holds about me, who looked at it, and my rights over it (个人信息保护法 ch. 4). */
export default feature({
  name: 'my-data', area: 'across', title: words.title, demo,
  permissions: { 'myData.read': offices, 'myData.answer': offices },
  permissionWords: { 'myData.read': words.permRead, 'myData.answer': words.permAnswer },
  routes: [
    bind(api.held, own.held),
    bindAlone(api.sendCode, own.sendCode),
    bind(api.export, own.exportAll, { prepare: own.prove }),
    bind(api.looks, own.looks),
    bind(api.ask, requests.ask),
    bind(api.mine, requests.mine),
    bind(api.register, requests.register), bind(api.exportRegister, exportRegister),
    bind(api.request, requests.request),
    bind(api.say, requests.sayMore),
    bind(api.withdraw, requests.withdraw),
    bind(api.appeal, requests.appeal),
    bind(api.look, requests.look),
    bind(api.question, requests.question),
    bind(api.carryOut, requests.carryOut),
    bind(api.decline, requests.decline),
  ],
});
