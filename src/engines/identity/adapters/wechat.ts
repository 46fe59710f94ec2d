import type { Outbound } from '#platform/outbound';
import { addressOf, askVendor, errcodeIn, textOf, type Vendor, VendorFault } from './vendor.ts';

export type WechatSettings = { readonly appId: string; readonly secret: string; readonly union: string | undefined; readonly url: string | undefined };

/** The code is wrong, was used, or is older than five minutes. */
const BAD_CODE = new Set([40029, 40163, 42003]);

/**
 * WeChat 微信 by a service account 服务号 (developers.weixin.qq.com: 网页授权, `snsapi_base`). It tells an openid and nothing else, so nobody is
 * ever matched: each person binds it once. It works inside WeChat only.
 */
export function wechat(s: WechatSettings, o: Outbound): Vendor {
  return {
    name: 'wechat', realm: s.appId, match: 'ask', union: s.union, insideOnly: true,
    signInUrl: ({ state, back }) => addressOf(`${s.url ?? 'https://open.weixin.qq.com'}/connect/oauth2/authorize`, {
      appid: s.appId, redirect_uri: back, response_type: 'code', scope: 'snsapi_base', state,
    }, '#wechat_redirect'),
    async whoIs(code) {
      const { body } = await askVendor({
        url: addressOf(`${s.url ?? 'https://api.weixin.qq.com'}/sns/oauth2/access_token`, { appid: s.appId, secret: s.secret, code, grant_type: 'authorization_code' }),
      }, o);
      const errcode = errcodeIn(body);
      if (errcode !== 0) throw new VendorFault(BAD_CODE.has(errcode) ? 'code' : 'down', String(errcode));
      // is_snapshotuser: a visitor who only looks on; WeChat gives such people an openid that is not theirs
      if (body['is_snapshotuser'] === 1) throw new VendorFault('stranger', 'snapshot');
      const openId = textOf(body, 'openid');
      if (openId === null) throw new VendorFault('down', 'noOpenid');
      return { id: openId, mobile: null, staffNumber: null };
    },
  };
}
