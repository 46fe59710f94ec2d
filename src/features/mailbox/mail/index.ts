import { feature } from '#platform/http';
import { cases } from '#engines/cases';
import { correspond } from './answers.service.ts';
import { listen } from './listener.service.ts';
import { demo } from './mail.demo.ts';
import { words } from './mail.words.ts';

cases.useCorrespondent('email', correspond);

/** BOX-1: letters to the chairperson by e-mail. */
export default feature({
  name: 'mail',
  area: 'mailbox',
  title: words.title,
  demo,
  permissions: {},
  routes: [],
  service: async ({ config, database }) =>
    config.mailbox === null ? undefined : listen(database, config.mailbox, { host: config.host, own: [`mailbox@${config.mailbox.domain}`, ...(config.smtp ? [config.smtp.from] : [])] }),
});
