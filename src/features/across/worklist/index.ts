import { bind, feature } from '#platform/http';
import * as savedViews from './saved-views.service.ts';
import { counts } from './tiles.service.ts';
import { api } from './worklist.contract.ts';
import * as worklist from './worklist.service.ts';
import { words } from './worklist.words.ts';

/** PLT-2: what waits for an officer over all areas, with its figures and saved views. */
export default feature({
  name: 'worklist', area: 'across', title: words.title, permissions: {},
  routes: [
    bind(api.list, worklist.list), bind(api.counts, counts), bind(api.item, worklist.item), bind(api.exportList, worklist.exportList),
    bind(api.views, savedViews.views), bind(api.saveView, savedViews.saveView), bind(api.deleteView, savedViews.deleteView),
  ],
});
