import { createHmac } from 'node:crypto';
import { ask, type Outbound, Unreachable } from '#platform/outbound';
import { errcodeOf, judgeStatus, type Outcome, outcomeOf, sent } from './outcome.ts';
import { calm, cutBytes, linkTarget, oneLine, type RobotMessage } from './robot.rules.ts';

/** A custom robot of DingTalk 钉钉自定义机器人. `secret` (SEC…) when it is set to signed 加签; `keyword` when it listens for one. */
export type DingtalkSettings = { readonly url: string; readonly secret?: string | undefined; readonly keyword?: string | undefined };

/** DingTalk takes bodies of up to 20,000 bytes; the rest is room for the frame. */
const TEXT_BYTES = 16_000;

/** The signature of DingTalk's custom robots: HMAC-SHA-256 over `timestamp\nsecret` with the secret as key, in base64. */
export const dingtalkSign = (secret: string, timestampMs: number): string =>
  createHmac('sha256', secret).update(`${timestampMs}\n${secret}`, 'utf8').digest('base64');

/** The address with `timestamp` and `sign`; without a secret, as it is. */
export function dingtalkUrl(settings: DingtalkSettings, now: Date): string {
  if (!settings.secret) return settings.url;
  if (!URL.canParse(settings.url)) throw new Unreachable('badAddress', false);
  const url = new URL(settings.url);
  url.searchParams.set('timestamp', String(now.getTime()));
  url.searchParams.set('sign', dingtalkSign(settings.secret, now.getTime()));
  return url.href;
}

/** The body DingTalk wants: markdown; people who are called stand in `at` and, as DingTalk asks, in the text too. */
export function dingtalkBody(m: RobotMessage, keyword = ''): unknown {
  const title = oneLine(m.title);
  const call = m.mobiles.map((mobile) => `@${mobile}`).join(' ');
  const end = [
    m.link === '' ? '' : `[${calm(m.linkText)}](${linkTarget(m.link)})`,
    call,
    keyword !== '' && !`${m.title}${m.text}`.includes(keyword) ? keyword : '',
  ].filter((part) => part !== '').map((part) => `\n\n${part}`).join('');
  const text = cutBytes(`#### ${calm(title)}\n\n${calm(m.text).replace(/\n/g, '\n\n')}`, TEXT_BYTES - Buffer.byteLength(end));
  return { msgtype: 'markdown', markdown: { title: cutBytes(title, 200), text: text + end }, at: { atMobiles: [...m.mobiles], isAtAll: false } };
}

function judge(errcode: number | null): Outcome {
  if (errcode === null) return { state: 'failed', code: 'badAnswer', again: 'later' };
  const code = String(errcode);
  if (errcode === 0) return sent('0');
  // Too fast: the robot is silent for ten minutes.
  if (errcode === 130101 || errcode === 410100 || errcode === 302033) return { state: 'failed', code, again: 'pause', waitSeconds: 600 };
  if (errcode === -1) return { state: 'failed', code, again: 'later' };
  // Signature, keyword or address rule not met; robot or group gone or switched off.
  const settingsAtFault = [310000, 300001, 300005, 400013, 400101, 400102, 400106].includes(errcode);
  return { state: 'failed', code, again: 'never', ...(settingsAtFault ? { channelFault: true } : {}) };
}

/** Says something in the robot's group. DingTalk knows no key against doubles: a try whose answer was lost may be said twice. */
export async function sendDingtalk(settings: DingtalkSettings, m: RobotMessage, o: Outbound, now: Date): Promise<Outcome> {
  try {
    const answer = await ask({
      url: dingtalkUrl(settings, now), method: 'POST', headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(dingtalkBody(m, settings.keyword)),
    }, o);
    return judgeStatus(answer) ?? judge(errcodeOf(answer.body));
  } catch (error) {
    return outcomeOf(error);
  }
}
