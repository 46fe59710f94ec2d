import type { Slots, Word } from '#shared/words';
import { words as w } from './messages.words.ts';

const OWN: Readonly<Record<string, Word>> = {
  visible: w.whyVisible, timeout: w.whyTimeout, noConnection: w.whyNoConnection, nameUnknown: w.whyNameUnknown, addressRefused: w.whyInside, notHttps: w.whyNotHttps,
  badAddress: w.whyBadAddress, certificate: w.whyCertificate, notEncrypted: w.whyNotEncrypted, answerTooLarge: w.whyTooLarge, badAnswer: w.whyBadAnswer,
  smtp535: w.whyLogin, tooOld: w.whyTooOld, unwanted: w.whyUnwanted, noAddress: w.whyNoAddress, noChannel: w.whyNoChannel, channelGone: w.whyChannelGone, ourMistake: w.whyOurs,
};
/** Error codes of the two robots, as their makers document them. */
const ROBOT: Readonly<Record<string, Word>> = {
  93000: w.whyRobotGone, 93004: w.whyRobotGone, 93008: w.whyRobotGone, 45009: w.whyTooFast, 45033: w.whyTooFast,
  300001: w.whyRobotGone, 300005: w.whyRobotGone, 400013: w.whyRobotGone, 400101: w.whyRobotGone, 400102: w.whyRobotGone, 400106: w.whyRobotGone,
  130101: w.whyTooFast, 302033: w.whyTooFast, 410100: w.whyTooFast, 310000: w.whyRobotRules,
};

/** What a provider's answer means, for people. */
export function reasonOf(channel: string, code: string): { readonly word: Word; readonly slots: Slots } {
  const slots = { code: code.replace(/^(smtp|http)/, '') };
  const own = OWN[code] ?? (channel === 'wecom' || channel === 'dingtalk' ? ROBOT[code] : undefined);
  if (own) return { word: own, slots };
  if (/^smtp5/.test(code)) return { word: w.whyReceiver, slots };
  if (/^smtp4/.test(code)) return { word: w.whyMailLater, slots };
  return { word: code.startsWith('http') ? w.whyHttp : w.whyOther, slots };
}

/** How one try ended, for people. */
export function endOf(line: { readonly channel: string; readonly state: string; readonly code: string }): { readonly word: Word; readonly slots: Slots } {
  if (line.state === 'sending') return { word: w.whySending, slots: {} };
  if (line.state === 'lost') return { word: w.whyLost, slots: {} };
  return line.state === 'sent' && line.code !== 'visible' ? { word: w.whySent, slots: {} } : reasonOf(line.channel, line.code);
}
