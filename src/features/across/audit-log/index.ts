import { bind, feature } from '#platform/http';
import { demo } from './audit-log.demo.ts';
import { api } from './audit-log.contract.ts';
import * as service from './audit-log.service.ts';
import { exportLines } from './export.service.ts';
import { words } from './audit-log.words.ts';

/** PLT-5: who did what to what, who looked at whom, and the proof that nothing was changed. */
export default feature({
  name: 'audit-log',
  area: 'across',
  demo,
  title: words.title,
  permissions: { 'audit.read': ['auditor', 'platformAdmin'], 'audit.verify': ['auditor', 'platformAdmin'] },
  permissionWords: { 'audit.read': words.mayRead, 'audit.verify': words.mayVerify },
  routes: [
    bind(api.list, service.list),
    bind(api.looks, service.looks),
    bind(api.exportLines, exportLines),
    bind(api.basis, service.basis),
    bind(api.chain, service.chain),
    bind(api.verify, service.verify),
  ],
});
