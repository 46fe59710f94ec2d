import { createHmac, timingSafeEqual } from 'node:crypto';
import { ask, type Outbound } from '#platform/outbound';
import { judgeStatus, type Outcome, outcomeOf, sent } from './outcome.ts';

/** A receiver of signed events, by the Standard Webhooks convention. `secret` is `whsec_` and base64, or plain text. */
export type WebhookSettings = { readonly url: string; readonly secret: string };

/** One event. `id` stays the same through all tries: receivers drop doubles by it. */
export type WebhookEvent = { readonly id: string; readonly type: string; readonly timestamp: string; readonly data: Readonly<Record<string, unknown>> };

/** How far the clock of a receiver may be off, in seconds. */
const TOLERANCE_S = 300;

const keyOf = (secret: string): Buffer => (secret.startsWith('whsec_') ? Buffer.from(secret.slice(6), 'base64') : Buffer.from(secret, 'utf8'));

/** The signature header: `v1,` and HMAC-SHA-256 over `id.timestamp.body`, in base64. */
export const webhookSign = (secret: string, id: string, seconds: number, body: string): string =>
  `v1,${createHmac('sha256', keyOf(secret)).update(`${id}.${seconds}.${body}`, 'utf8').digest('base64')}`;

/** Whether a received event is genuine and fresh; for receivers written in this language, and for tests. */
export function verifyWebhook(secret: string, headers: Readonly<Record<string, string | string[] | undefined>>, body: string, now: Date): boolean {
  const [id, at, given] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => String(headers[name] ?? ''));
  const seconds = Number(at);
  if (!id || !Number.isInteger(seconds) || Math.abs(now.getTime() / 1000 - seconds) > TOLERANCE_S) return false;
  const want = Buffer.from(webhookSign(secret, id, seconds, body));
  return (given ?? '').split(' ').some((one) => {
    const got = Buffer.from(one);
    return got.length === want.length && timingSafeEqual(got, want);
  });
}

/** Posts one event. Any 2xx is a receipt; 410 says that the receiver is gone for good. */
export async function sendWebhook(settings: WebhookSettings, event: WebhookEvent, o: Outbound, now: Date): Promise<Outcome> {
  const body = JSON.stringify(event);
  const seconds = Math.floor(now.getTime() / 1000);
  try {
    const answer = await ask({
      url: settings.url, method: 'POST', body,
      headers: {
        'content-type': 'application/json; charset=utf-8', 'webhook-id': event.id, 'webhook-timestamp': String(seconds),
        'webhook-signature': webhookSign(settings.secret, event.id, seconds, body),
      },
    }, o);
    return judgeStatus(answer) ?? sent(`http${answer.status}`);
  } catch (error) {
    return outcomeOf(error);
  }
}
