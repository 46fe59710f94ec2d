import type { Outbound } from '#platform/outbound';
import { addressOf, appToken, askVendor, errcodeIn, type Match, type Said, textOf, tokenIn, type Vendor, VendorFault } from './vendor.ts';

export type DingtalkSettings = {
  readonly corpId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly match: Match;
  readonly union: string | undefined;
  readonly url: string | undefined;
};

/** The older interface's answer for somebody who is not in the firm's directory. */
const NOT_IN_DIRECTORY = 60121;

function mobileIn(me: Said['body']): string | null {
  const mobile = textOf(me, 'mobile');
  const country = textOf(me, 'stateCode');
  return mobile === null ? null : country === null ? mobile : `+${country.replace(/^\+/, '')}-${mobile}`;
}

/**
 * DingTalk 钉钉, a firm's own application (open.dingtalk.com: 统一授权登录第三方网站, 获取用户 token, 获取用户通讯录个人信息, 根据 unionid 获取用户 userid).
 * Everybody with a DingTalk account could sign in to such an application, so the firm is asked for as well (`openid corpid`) and compared.
 */
export function dingtalk(s: DingtalkSettings, o: Outbound): Vendor {
  const api = s.url ?? 'https://api.dingtalk.com';
  const token = appToken(async () => {
    const { body } = await askVendor({ url: `${api}/v1.0/oauth2/accessToken`, json: { appKey: s.clientId, appSecret: s.clientSecret } }, o);
    return tokenIn(body, { token: 'accessToken', seconds: 'expireIn' });
  });

  /** The person's own token and the firm in whose name the person agreed. */
  async function redeem(code: string): Promise<string> {
    const { status, body } = await askVendor({
      url: `${api}/v1.0/oauth2/userAccessToken`, json: { clientId: s.clientId, clientSecret: s.clientSecret, code, grantType: 'authorization_code' },
    }, o);
    const told = (textOf(body, 'code') ?? `http${status}`).slice(0, 60);
    if (status >= 400) throw new VendorFault(/code/i.test(told) ? 'code' : 'down', told);
    if (textOf(body, 'corpId') !== s.corpId) throw new VendorFault('stranger', 'otherCorp');
    return tokenIn(body, { token: 'accessToken', seconds: 'expireIn' }).token;
  }

  async function userIdOf(unionId: string, now: Date): Promise<string | null> {
    if (s.match !== 'staffNumber') return null;
    const { body } = await askVendor({
      url: addressOf(`${s.url ?? 'https://oapi.dingtalk.com'}/topapi/user/getbyunionid`, { access_token: await token.get(now) }), json: { unionid: unionId },
    }, o);
    const errcode = errcodeIn(body);
    if (errcode === NOT_IN_DIRECTORY) throw new VendorFault('stranger', String(errcode));
    if (errcode !== 0) {
      token.forget();
      throw new VendorFault('down', String(errcode));
    }
    const found = body['result'] as { userid?: unknown; contact_type?: unknown } | null | undefined;
    // 0 is somebody of the firm, 1 an outside contact
    return found?.contact_type === 0 && typeof found.userid === 'string' ? found.userid : null;
  }

  return {
    name: 'dingtalk', realm: s.corpId, match: s.match, union: s.union, insideOnly: false,
    signInUrl: ({ state, back }) => addressOf(`${s.url ?? 'https://login.dingtalk.com'}/oauth2/auth`, {
      redirect_uri: back, response_type: 'code', client_id: s.clientId, scope: 'openid corpid', state, prompt: 'consent', corpId: s.corpId,
    }),
    async whoIs(code, now) {
      const access = await redeem(code);
      const { status, body } = await askVendor({ url: `${api}/v1.0/contact/users/me`, headers: { 'x-acs-dingtalk-access-token': access } }, o);
      const unionId = textOf(body, 'unionId');
      if (status >= 400 || unionId === null) throw new VendorFault('down', (textOf(body, 'code') ?? `http${status}`).slice(0, 60));
      return { id: unionId, mobile: s.match === 'mobile' ? mobileIn(body) : null, staffNumber: await userIdOf(unionId, now) };
    },
  };
}
