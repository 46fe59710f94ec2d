import { bind, feature } from '#platform/http';
import { cases } from '#engines/cases';
import * as applying from './apply.service.ts';
import * as deciding from './decide.service.ts';
import { api } from './joining.contract.ts';
import { demo } from './joining.demo.ts';
import { joiningProcess } from './joining.process.ts';
import { words } from './joining.words.ts';

cases.useProcess(joiningProcess);

const byCode = { tenant: ({ joinCode }: { joinCode: string }) => ({ joinCode }) };
const deciders = ['chair', 'viceChair', 'organiser'] as const;

/** ORG-3: joining by QR code, decided by the union. */
export default feature({
  name: 'joining',
  area: 'organisation',
  title: words.title,
  demo,
  permissions: { 'joining.read': [...deciders, 'committeeMember', 'groupLeader'], 'joining.decide': deciders },
  routes: [
    bind(api.door, applying.door, byCode), bind(api.apply, applying.apply, byCode),
    bind(api.mine, deciding.mine), bind(api.one, deciding.one), bind(api.register, deciding.register), bind(api.exportRegister, deciding.exportRegister), bind(api.approve, deciding.approve),
    bind(api.refuse, deciding.refuse), bind(api.ask, deciding.ask), bind(api.say, deciding.add), bind(api.withdraw, deciding.withdraw),
  ],
});
