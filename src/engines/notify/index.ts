/** Engine notify: tells people and groups, and brings it to them by the ways they chose. See about.md. */
import { addChannel, changeChannel, listChannels, removeChannel, tryChannel } from './channels.service.ts';
import { choicesOf, choose, declineEmail, groupTitle, nameGroup } from './choices.service.ts';
import { forget } from './choices.sql.ts';
import { dispatch, startDispatcher } from './dispatcher.ts';
import { declareJobs } from './notify.jobs.ts';
import { listVisible } from './finish.sql.ts';
import { inbox, read, unread } from './inbox.service.ts';
import { readLeaveToken } from './leave.ts';
import { follow, listen, pushTo } from './live.ts';
import { listLog } from './log.service.ts';
import { countDeliveries, retry, sweep } from './log.sql.ts';
import { current, mailboxAddress, use, waysOf } from './setup.ts';
import { maskEmail } from './mask.rules.ts';
import { sendCode, tell, write } from './tell.service.ts';

/**
 * Starts sending and listening in this process; call after `notify.use`. `ready` answers once calls of other processes are
 * heard; `stop` waits for what is being sent and comes before the database closes.
 */
function start(): { readonly ready: Promise<void>; readonly stop: () => Promise<void> } {
  const dispatcher = startDispatcher();
  const hub = listen();
  return { ready: hub.ready, stop: async () => void (await Promise.all([dispatcher.stop(), hub.stop()])) };
}

export const notify = {
  use, waysOf, publicUrl: (): string => current().publicUrl, mailboxAddress, maskEmail, start, declareJobs, tell, write, sendCode, inbox, unread, read, follow, pushTo, nameGroup, groupTitle, choicesOf, choose, declineEmail, readLeaveToken,
  listChannels, addChannel, changeChannel, removeChannel, tryChannel, log: listLog, retry, countDeliveries, forget, listVisible, dispatch, listen, sweep,
};
export { outboundOf, type Outbound } from '#platform/outbound';
export type { MailThread } from './adapters/mail.rules.ts';
export { verifyWebhook } from './adapters/webhook.ts';
export type { Channel, ChannelInput } from './channels.service.ts';
export type { Choices, ChoicesInput } from './choices.service.ts';
export type { Message } from './message.ts';
export type { Live } from './live.ts';
export type { LogFilter, LogLine } from './log.service.ts';
export { words as notifyWords } from './notify.words.ts';
export { ChannelSettings } from './settings.ts';
export type { Contact, Setup } from './setup.ts';
export type { Content, Receivers, Telling, Writing } from './tell.service.ts';
