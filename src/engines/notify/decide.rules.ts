import { type Choice, modeOf } from './choice.rules.ts';
import { afterQuiet, type Hours, USUAL_HOURS } from './times.rules.ts';

/** What is to become of one delivery whose time has come. */
export type Decision =
  | { readonly do: 'send' }
  | { readonly do: 'wait'; readonly until: Date }
  /** left out, and why: `unwanted`, `noAddress`, `noChannel`, `channelGone` */
  | { readonly do: 'skip'; readonly code: string }
  | { readonly do: 'lay down'; readonly code: string };

/** What waits longer than this is no news any more. */
const STALE_MS = 3 * 86_400_000;

export type Question = {
  readonly now: Date;
  readonly queuedAt: Date;
  readonly channel: 'email' | 'sms' | 'wecom' | 'dingtalk' | 'webhook';
  readonly urgent: boolean;
  readonly digest: boolean;
  readonly trial: boolean;
  readonly group: string;
  /** person: choices and hours apply · outside: somebody waits for it · group: the usual hours, for robots */
  readonly to: 'person' | 'outside' | 'group';
  readonly hasAddress: boolean;
  readonly hasWay: boolean;
  readonly choices: readonly Choice[];
  readonly hours: Hours | null;
};

/** Whether a delivery goes out now. The person's own choice counts as it is now, not as it was when the message was told. */
export function decide(q: Question): Decision {
  if (q.now.getTime() - q.queuedAt.getTime() > STALE_MS) return { do: 'lay down', code: 'tooOld' };
  const chosen = q.to === 'person' && !q.trial && (q.channel === 'email' || q.channel === 'sms');
  if (chosen && modeOf(q.choices, q.group, q.channel as 'email' | 'sms') === 'off') return { do: 'skip', code: 'unwanted' };
  if (!q.hasWay) return { do: 'skip', code: q.to === 'group' ? 'channelGone' : 'noChannel' };
  if (!q.hasAddress) return { do: 'skip', code: 'noAddress' };
  const quiet = !q.urgent && !q.digest && q.to !== 'outside' && q.channel !== 'webhook';
  const at = quiet ? afterQuiet(q.now, q.hours ?? USUAL_HOURS) : q.now;
  return at > q.now ? { do: 'wait', until: at } : { do: 'send' };
}
