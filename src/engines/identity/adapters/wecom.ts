import type { Outbound } from '#platform/outbound';
import { addressOf, appToken, askVendor, errcodeIn, type Match, type Said, textOf, tokenIn, type Vendor, VendorFault } from './vendor.ts';

export type WecomSettings = {
  readonly corpId: string;
  readonly agentId: string;
  readonly secret: string;
  readonly match: Match;
  readonly union: string | undefined;
  readonly url: string | undefined;
};

/** The code is wrong, used or older than five minutes. */
const BAD_CODE = new Set([40029, 42003]);
/** The application's token is no longer taken. */
const BAD_TOKEN = new Set([40014, 42001]);

/**
 * WeCom 企业微信, a firm's own application (developer.work.weixin.qq.com: 网页授权登录, 扫码授权登录, 获取访问用户身份, 获取访问用户敏感信息).
 * Inside WeCom the person is known at once; elsewhere a picture is shown to scan. The mobile number is told only inside, after the person
 * agreed (`snsapi_privateinfo`), so it is asked for only where people are matched by it.
 */
export function wecom(s: WecomSettings, o: Outbound): Vendor {
  const api = s.url ?? 'https://qyapi.weixin.qq.com';
  const token = appToken(async () => {
    const { body } = await askVendor({ url: addressOf(`${api}/cgi-bin/gettoken`, { corpid: s.corpId, corpsecret: s.secret }) }, o);
    return tokenIn(body, { token: 'access_token', seconds: 'expires_in' });
  });

  async function asked(path: string, query: Readonly<Record<string, string>>, now: Date, json?: unknown): Promise<Said['body']> {
    for (let again = false; ; again = true) {
      const access = await token.get(now);
      const { body } = await askVendor({ url: addressOf(`${api}${path}`, { access_token: access, ...query }), ...(json === undefined ? {} : { json }) }, o);
      const errcode = errcodeIn(body);
      if (BAD_TOKEN.has(errcode) && !again) token.forget();
      else if (errcode === 0) return body;
      else throw new VendorFault(BAD_CODE.has(errcode) ? 'code' : 'down', String(errcode));
    }
  }

  async function mobileOf(ticket: string | null, now: Date): Promise<string | null> {
    if (s.match !== 'mobile' || ticket === null) return null;
    return textOf(await asked('/cgi-bin/auth/getuserdetail', {}, now, { user_ticket: ticket }), 'mobile');
  }

  return {
    name: 'wecom', realm: s.corpId, match: s.match, union: s.union, insideOnly: false,
    signInUrl({ state, back, inside }) {
      if (!inside) {
        return addressOf(`${s.url ?? 'https://login.work.weixin.qq.com'}/wwlogin/sso/login`, { login_type: 'CorpApp', appid: s.corpId, agentid: s.agentId, redirect_uri: back, state });
      }
      const scope = s.match === 'mobile' ? 'snsapi_privateinfo' : 'snsapi_base';
      return addressOf(`${s.url ?? 'https://open.weixin.qq.com'}/connect/oauth2/authorize`, { appid: s.corpId, redirect_uri: back, response_type: 'code', scope, state, agentid: s.agentId }, '#wechat_redirect');
    },
    async whoIs(code, now) {
      const who = await asked('/cgi-bin/auth/getuserinfo', { code }, now);
      const userId = textOf(who, 'userid');
      // Guests of the firm come with an openid, people of connected firms as `corp/userid`: neither is in the firm's own directory.
      if (userId === null || userId.includes('/')) throw new VendorFault('stranger', userId === null ? 'guest' : 'otherCorp');
      return { id: userId.toLowerCase(), mobile: await mobileOf(textOf(who, 'user_ticket'), now), staffNumber: s.match === 'staffNumber' ? userId : null };
    },
  };
}
