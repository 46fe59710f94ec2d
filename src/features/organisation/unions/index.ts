import { bind, feature } from '#platform/http';
import * as change from './change.service.ts';
import * as tree from './tree.service.ts';
import { api } from './unions.contract.ts';
import { orgWords } from '#engines/org';
import type { Word } from '#shared/words';
import { words } from './unions.words.ts';

const leading = ['chair', 'viceChair', 'platformAdmin'] as const;

/** The words of the engine that begin with a prefix, by what follows it. */
const wordsBehind = (prefix: string): Record<string, Word> =>
  Object.fromEntries(Object.entries(orgWords as Record<string, Word>).flatMap(([key, word]) => (key.startsWith(prefix) ? [[key.slice(prefix.length), word]] : [])));

/** ORG-1: the union tree and its offices. */
export default feature({
  name: 'unions',
  area: 'organisation',
  title: words.title,
  codes: { 'union.kind': { title: words.kindCodes, values: wordsBehind('kind_') }, 'union.office': { title: words.officeCodes, values: wordsBehind('office_') } },
  permissionWords: { 'unions.read': words.mayRead, 'unions.manage': words.mayManage, 'unions.appoint': words.mayAppoint },
  permissions: {
    'unions.read': [...leading, 'organiser', 'mailboxClerk', 'committeeMember', 'womenDirector', 'accountant', 'cashier', 'auditor', 'socialWorker', 'suggestionSpecialist', 'suggestionOffice'],
    'unions.manage': [...leading, 'organiser'],
    'unions.appoint': [...leading],
  },
  routes: [
    bind(api.roots, tree.roots), bind(api.branches, tree.branches), bind(api.find, tree.find), bind(api.exportFound, tree.exportFound), bind(api.union, tree.union), bind(api.exportUnions, tree.exportUnions),
    bind(api.found, change.found), bind(api.change, change.change), bind(api.move, change.move), bind(api.setSector, change.setSector), bind(api.merge, change.merge),
    bind(api.dissolve, change.dissolve), bind(api.renewQr, change.renewQr), bind(api.candidates, change.candidates), bind(api.appoint, change.appoint), bind(api.endOffice, change.endOffice),
  ],
});
