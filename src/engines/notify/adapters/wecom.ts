import { ask, type Outbound } from '#platform/outbound';
import { errcodeOf, judgeStatus, type Outcome, outcomeOf, sent } from './outcome.ts';
import { calm, cutBytes, linkTarget, oneLine, type RobotMessage } from './robot.rules.ts';

/** A group robot of WeCom 企业微信群机器人: its address carries the key. */
export type WecomSettings = { readonly url: string };

/** Limits of the documented interface (developer.work.weixin.qq.com, group robots): bytes of text and markdown. */
const TEXT_BYTES = 2_048;
const MARKDOWN_BYTES = 4_096;

/**
 * The body WeCom wants. Calling people by mobile number works in `text` only, so a message that calls somebody is plain
 * text; all others are markdown.
 */
export function wecomBody(m: RobotMessage): unknown {
  const title = oneLine(m.title);
  if (m.mobiles.length > 0) {
    const content = cutBytes([title, m.text, m.link].filter((part) => part !== '').join('\n'), TEXT_BYTES);
    return { msgtype: 'text', text: { content, mentioned_mobile_list: [...m.mobiles] } };
  }
  const end = m.link === '' ? '' : `\n[${calm(m.linkText)}](${linkTarget(m.link)})`;
  const start = cutBytes(`**${calm(title)}**\n${calm(m.text)}`, MARKDOWN_BYTES - Buffer.byteLength(end));
  return { msgtype: 'markdown', markdown: { content: start + end } };
}

function judge(errcode: number | null): Outcome {
  if (errcode === null) return { state: 'failed', code: 'badAnswer', again: 'later' };
  const code = String(errcode);
  if (errcode === 0) return sent('0');
  if (errcode === 45009 || errcode === 45033) return { state: 'failed', code, again: 'pause', waitSeconds: 60 }; // 20 a minute; too many at once
  if (errcode === -1 || errcode === 6000) return { state: 'failed', code, again: 'later' }; // busy; data conflict
  if (errcode === 93000 || errcode === 93004 || errcode === 93008) return { state: 'failed', code, again: 'never', channelFault: true }; // the robot is gone
  return { state: 'failed', code, again: 'never' };
}

/** Says something in the robot's group. WeCom knows no key against doubles: a try whose answer was lost may be said twice. */
export async function sendWecom(settings: WecomSettings, m: RobotMessage, o: Outbound): Promise<Outcome> {
  try {
    const answer = await ask({
      url: settings.url, method: 'POST', headers: { 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify(wecomBody(m)),
    }, o);
    return judgeStatus(answer) ?? judge(errcodeOf(answer.body));
  } catch (error) {
    return outcomeOf(error);
  }
}
