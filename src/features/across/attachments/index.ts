import { bind, feature } from '#platform/http';
import { api } from './attachments.contract.ts';
import * as service from './attachments.service.ts';
import { words } from './attachments.words.ts';

/** Files on their way to whatever they belong to, and the opening of all that parts have declared. */
export default feature({
  name: 'attachments',
  area: 'across',
  title: words.title,
  permissions: {},
  routes: [
    bind(api.upload, service.upload, { prepare: service.receive }),
    bind(api.uploadAnonymous, service.uploadAnonymous, { prepare: service.receiveAnonymous, tenant: ({ joinCode }) => ({ joinCode }) }),
    bind(api.open, service.open),
    bind(api.thumbnail, service.thumbnail),
    bind(api.discard, service.discard),
  ],
});
