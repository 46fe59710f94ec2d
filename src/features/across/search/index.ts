import { bind, feature } from '#platform/http';
import { api } from './search.contract.ts';
import * as service from './search.service.ts';
import { words } from './search.words.ts';

/** Search over everything one may see. */
export default feature({
  name: 'search', area: 'across', title: words.title,
  permissions: { 'search.people': ['chair', 'viceChair', 'committeeMember', 'organiser', 'womenDirector', 'socialWorker', 'platformAdmin'] },
  routes: [bind(api.search, service.search), bind(api.mine, service.mine)],
});
