import { bindSwift, feature } from '#platform/http';
import { claims } from '#engines/claims';
import { claim } from './claim.service.ts';
import { api } from './offers.contract.ts';
import { words } from './offers.words.ts';

claims.useKind({ name: 'trial', title: words.trial, handed: words.handed, memberPath: '/places', consolePath: '/offers/:id', keep: 'offers.keep' });

/** What every scarce thing has in common: claiming it, having it, handing it over. */
export default feature({
  name: 'offers',
  area: 'services',
  title: words.title,
  permissions: { 'offers.keep': ['chair', 'viceChair', 'organiser', 'groupLeader'] },
  permissionWords: { 'offers.keep': words.mayKeep },
  routes: [bindSwift(api.claim, claim)],
});
