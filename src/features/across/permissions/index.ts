import { bind, feature } from '#platform/http';
import { api } from './permissions.contract.ts';
import { demo } from './permissions.demo.ts';
import * as service from './permissions.service.ts';
import { words } from './permissions.words.ts';

export { usePermissionBook } from './permissions.service.ts';

/** PLT-5: what each office may do in this federation. */
export default feature({
  name: 'permissions',
  area: 'across',
  title: words.title,
  demo,
  permissions: { 'permissions.read': ['chair', 'viceChair', 'auditor', 'platformAdmin'], 'permissions.decide': ['chair', 'platformAdmin'] },
  permissionWords: { 'permissions.read': words.mayRead, 'permissions.decide': words.mayDecide },
  routes: [bind(api.book, service.book), bind(api.exportBook, service.exportBook), bind(api.decide, service.decide)],
});
