import { bind, feature } from '#platform/http';
import { api } from './figures.contract.ts';
import * as service from './figures.service.ts';
import { words } from './figures.words.ts';

/** PLT-4, its beginnings: members, letters and deadlines as figures and pictures. */
export default feature({
  name: 'figures', area: 'across', title: words.title,
  permissions: { 'figures.read': ['chair', 'viceChair', 'committeeMember', 'organiser', 'mailboxClerk', 'womenDirector', 'auditor'] },
  routes: [bind(api.figures, service.figures), bind(api.branches, service.branches), bind(api.exportBranches, service.exportBranches)],
});
