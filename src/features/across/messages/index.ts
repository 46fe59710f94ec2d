import { identity } from '#engines/identity';
import { notify } from '#engines/notify';
import { bind, bindLive, feature } from '#platform/http';
import * as desk from './channels.service.ts';
import { exportLog } from './export.service.ts';
import { api } from './messages.contract.ts';
import { tellStories } from './messages.demo.ts';
import * as service from './messages.service.ts';
import { words } from './messages.words.ts';

identity.declareHolding(service.HOLDING);

const tenant = ({ token }: { token: string }): { federationId: string } => ({ federationId: service.readToken(token).federationId });

/** PLT-3: the inbox, choices, live updates; channels and the delivery log for officers. */
export default feature({
  name: 'messages',
  area: 'across',
  title: words.title,
  permissions: { 'messages.channels': ['chair', 'viceChair', 'platformAdmin'], 'messages.log': ['chair', 'viceChair', 'platformAdmin'] },
  permissionWords: { 'messages.channels': words.mayChannels, 'messages.log': words.mayLog },
  routes: [
    bind(api.list, service.list),
    bind(api.unread, service.unread),
    bind(api.read, service.read),
    bind(api.choices, service.choices),
    bind(api.choose, service.choose),
    bindLive(api.live, (by, o) => notify.follow(by, o)),
    bind(api.leave, service.leave, { tenant }),
    bind(api.left, service.left, { tenant }),
    bind(api.channels, desk.channels),
    bind(api.addChannel, desk.addChannel),
    bind(api.changeChannel, desk.changeChannel),
    bind(api.removeChannel, desk.removeChannel),
    bind(api.tryChannel, desk.tryChannel),
    bind(api.log, desk.log),
    bind(api.exportLog, exportLog),
    bind(api.retry, desk.retry),
    bind(api.shown, desk.shownTexts),
  ],
  jobs: notify.declareJobs,
  demo: tellStories,
});
