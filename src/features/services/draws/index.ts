import { bind, feature } from '#platform/http';
import { claims } from '#engines/claims';
import * as birthdays from './birthdays.service.ts';
import * as campaigns from './campaigns.service.ts';
import * as desk from './desk.service.ts';
import { api } from './draws.contract.ts';
import { demo } from './draws.demo.ts';
import { declareWork } from './draws.jobs.ts';
import { words } from './draws.words.ts';
import { declarePictures } from './pictures.service.ts';
import * as views from './views.service.ts';
import * as witness from './witness.service.ts';

claims.useKind({ name: 'draw', title: words.kind, handed: words.collected, states: { taken: words.stateTaken }, memberPath: '/draws/:id', consolePath: '/draws/:id', keep: 'draws.keep' });
declarePictures();

/** SVC-4: draws that anyone can check. */
export default feature({
  name: 'draws',
  area: 'services',
  title: words.title,
  demo,
  jobs: declareWork,
  permissions: { 'draws.keep': ['chair', 'viceChair', 'organiser'] },
  permissionWords: { 'draws.keep': words.mayKeep },
  routes: [
    bind(api.list, views.list), bind(api.one, views.one), bind(api.enter, views.enter), bind(api.leave, views.leave), bind(api.entry, views.entry), bind(api.result, views.result), bind(api.verifier, views.verifier),
    bind(api.wish, birthdays.wish), bind(api.witnessed, witness.witnessed), bind(api.commit, witness.commit), bind(api.reveal, witness.reveal),
    bind(api.register, desk.register), bind(api.exportRegister, desk.exportRegister), bind(api.kept, desk.kept), bind(api.entrants, desk.entrants), bind(api.exportEntrants, desk.exportEntrants), bind(api.people, desk.people), bind(api.freeze, desk.freeze), bind(api.draw, desk.drawByHand),
    bind(api.create, campaigns.create), bind(api.change, campaigns.change), bind(api.announce, campaigns.announce), bind(api.again, campaigns.again), bind(api.callOff, campaigns.callOff),
    bind(api.schedules, birthdays.schedules), bind(api.plan, birthdays.plan), bind(api.replan, birthdays.replan), bind(api.pause, birthdays.pause),
  ],
});
