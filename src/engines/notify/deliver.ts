import { type DingtalkSettings, sendDingtalk } from './adapters/dingtalk.ts';
import type { Letter } from './adapters/mail.rules.ts';
import { outboundOf } from '#platform/outbound';
import type { Outcome } from './adapters/outcome.ts';
import { sent } from './adapters/outcome.ts';
import type { RobotMessage } from './adapters/robot.rules.ts';
import { type Sms, sendSms } from './adapters/sms.ts';
import { sendMail } from './adapters/smtp.ts';
import { sendWebhook, type WebhookEvent } from './adapters/webhook.ts';
import { sendWecom } from './adapters/wecom.ts';
import type { FullSettings } from './settings.ts';
import { current } from './setup.ts';

type Of<K extends FullSettings['kind']> = Extract<FullSettings, { kind: K }>;

/** One thing to hand over to the outside, complete. */
export type Parcel =
  | { readonly way: 'email'; readonly settings: Of<'email'>; readonly to: string; readonly letter: Letter }
  | { readonly way: 'sms'; readonly settings: Of<'sms'>; readonly sms: Sms }
  | { readonly way: 'wecom'; readonly settings: Of<'wecom'>; readonly message: RobotMessage }
  | { readonly way: 'dingtalk'; readonly settings: Of<'dingtalk'>; readonly message: RobotMessage }
  | { readonly way: 'webhook'; readonly settings: Of<'webhook'>; readonly event: WebhookEvent };

/** What a demonstration shows instead of sending it. */
export type Visible = { readonly phone: string; readonly text: string };

/** For the operator's own servers: whoever sets the environment of the process may name any address. */
const ANYWHERE = outboundOf({ allow: ['0.0.0.0/0', '::/0'], plainHttp: true });

/**
 * Hands one parcel over. Never throws; `visible` takes short messages of the demonstration.
 * @param trusted goes by the operator's own server: the guard against internal addresses is for what officers type
 */
export async function deliver(p: Parcel, trusted: boolean, now: Date, visible: (v: Visible) => Promise<void>): Promise<Outcome> {
  const outbound = trusted ? ANYWHERE : current().outbound;
  switch (p.way) {
    case 'email': return sendMail(p.settings, p.to, p.letter, outbound);
    case 'sms': {
      if (p.settings.provider === 'gateway') {
        const { sign, ...gateway } = p.settings;
        return sendSms({ ...gateway, sign: sign && { ...sign, secret: sign.secret ?? '' } }, p.sms, outbound, now);
      }
      await visible({ phone: p.sms.phone, text: p.sms.text });
      return sent('visible');
    }
    case 'wecom': return sendWecom({ url: p.settings.url ?? '' }, p.message, outbound);
    case 'dingtalk': return sendDingtalk({ ...(p.settings as DingtalkSettings), url: p.settings.url ?? '' }, p.message, outbound, now);
    case 'webhook': return sendWebhook({ url: p.settings.url, secret: p.settings.secret ?? '' }, p.event, outbound, now);
  }
}
