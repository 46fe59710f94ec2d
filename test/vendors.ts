/**
 * Stands in for WeCom, DingTalk and WeChat as far as signing in goes, by their documented interfaces: insists on ids, secrets, tokens, scopes and
 * that a code works once. It also plays the vendor's own page: a browser that is sent there comes back at once as the person set by `holder`.
 */
import { randomBytes } from 'node:crypto';
import { listen, type Said, type Seen } from './outside.ts';

export const WECOM = { corpId: 'ww-fake', agentId: '1000002', secret: 'wecom-s3cret' } as const;
export const DINGTALK = { corpId: 'ding-corp', clientId: 'ding-app', clientSecret: 'dingtalk-s3cret' } as const;
export const WECHAT = { appId: 'wx-fake', secret: 'wechat-s3cret' } as const;

/** Somebody at a vendor. `corp` and `guest` say that the person is not of the firm. */
export type Holder = { readonly id: string; readonly mobile?: string; readonly userId?: string; readonly corp?: string; readonly guest?: boolean; readonly snapshot?: boolean };

export type FakeVendors = {
  readonly url: string;
  readonly seen: Seen[];
  /** who is at the vendor's page when a browser comes by */
  holder: Holder;
  /** instead of any answer */
  broken: Said | null;
  /** a code for somebody, as it would come back with the browser; works once */
  codeFor(holder: Holder): string;
  /** the applications' tokens given out so far stop working */
  dropTokens(): void;
  close(): Promise<void>;
};

const say = (body: unknown, status = 200): Said => ({ status, body: JSON.stringify(body) });
const errcode = (code: number, more: object = {}): Said => say({ errcode: code, errmsg: code === 0 ? 'ok' : 'refused', ...more });

type Book = { readonly codes: Map<string, Holder>; readonly tickets: Map<string, Holder>; readonly tokens: Set<string>; readonly personal: Map<string, Holder> };
const fresh = (): string => randomBytes(12).toString('base64url');

function take(book: Book, code: string | null): Holder | undefined {
  const holder = book.codes.get(code ?? '');
  book.codes.delete(code ?? '');
  return holder;
}

function newToken(book: Book): string {
  const token = fresh();
  book.tokens.add(token);
  return token;
}

function wecom(book: Book, seen: Seen): Said | null {
  const q = seen.query;
  if (seen.path === '/cgi-bin/gettoken') {
    if (q.get('corpid') !== WECOM.corpId) return errcode(40013);
    return q.get('corpsecret') === WECOM.secret ? errcode(0, { access_token: newToken(book), expires_in: 7200 }) : errcode(40001);
  }
  if (!seen.path.startsWith('/cgi-bin/auth/')) return null;
  if (!book.tokens.has(q.get('access_token') ?? '')) return errcode(40014);
  if (seen.path === '/cgi-bin/auth/getuserinfo') {
    const holder = take(book, q.get('code'));
    if (!holder) return errcode(40029);
    if (holder.guest) return errcode(0, { openid: holder.id, external_userid: 'wm1' });
    const ticket = fresh();
    book.tickets.set(ticket, holder);
    return errcode(0, { userid: holder.corp ? `${holder.corp}/${holder.id}` : holder.id, user_ticket: ticket });
  }
  const holder = book.tickets.get((JSON.parse(seen.body) as { user_ticket: string }).user_ticket);
  return holder ? errcode(0, { userid: holder.id, gender: '0', mobile: holder.mobile ?? '' }) : errcode(40093);
}

function dingtalk(book: Book, seen: Seen): Said | null {
  const body = seen.body === '' ? {} : (JSON.parse(seen.body) as Record<string, unknown>);
  if (seen.path === '/v1.0/oauth2/userAccessToken') {
    if (body['clientId'] !== DINGTALK.clientId || body['clientSecret'] !== DINGTALK.clientSecret || body['grantType'] !== 'authorization_code') return say({ code: 'invalidClientIdOrSecret', message: 'refused' }, 400);
    const holder = take(book, String(body['code']));
    if (!holder) return say({ code: 'invalidParameter.authCode.notFound', message: 'refused' }, 400);
    const token = fresh();
    book.personal.set(token, holder);
    return say({ accessToken: token, refreshToken: fresh(), expireIn: 7200, corpId: holder.corp ?? DINGTALK.corpId });
  }
  if (seen.path === '/v1.0/contact/users/me') {
    const holder = book.personal.get(String(seen.headers['x-acs-dingtalk-access-token']));
    return holder ? say({ nick: '某人', unionId: holder.id, openId: `open-${holder.id}`, stateCode: '86', ...(holder.mobile ? { mobile: holder.mobile } : {}) }) : say({ code: 'InvalidAuthentication', message: 'refused' }, 400);
  }
  if (seen.path === '/v1.0/oauth2/accessToken') return body['appKey'] === DINGTALK.clientId && body['appSecret'] === DINGTALK.clientSecret ? say({ accessToken: newToken(book), expireIn: 7200 }) : say({ code: 'invalidClientIdOrSecret' }, 400);
  if (seen.path !== '/topapi/user/getbyunionid') return null;
  if (!book.tokens.has(seen.query.get('access_token') ?? '')) return errcode(40014);
  const holder = [...book.personal.values()].find((h) => h.id === body['unionid']);
  return holder?.userId ? errcode(0, { result: { contact_type: 0, userid: holder.userId } }) : errcode(60121);
}

function wechat(book: Book, seen: Seen): Said | null {
  if (seen.path !== '/sns/oauth2/access_token') return null;
  if (seen.query.get('appid') !== WECHAT.appId) return errcode(40013);
  if (seen.query.get('secret') !== WECHAT.secret) return errcode(40125);
  const holder = take(book, seen.query.get('code'));
  return holder ? say({ access_token: fresh(), expires_in: 7200, refresh_token: fresh(), openid: holder.id, scope: 'snsapi_base', ...(holder.snapshot ? { is_snapshotuser: 1 } : {}) }) : errcode(40029);
}

const PAGES: Readonly<Record<string, string>> = { '/connect/oauth2/authorize': 'code', '/wwlogin/sso/login': 'code', '/oauth2/auth': 'authCode' };

/** The stand-in, on a free port of this machine. */
export async function fakeVendors(): Promise<FakeVendors> {
  const book: Book = { codes: new Map(), tickets: new Map(), tokens: new Set(), personal: new Map() };
  const outside = await listen((seen) => {
    if (fake.broken) return fake.broken;
    const name = PAGES[seen.path];
    if (name === undefined) return wecom(book, seen) ?? dingtalk(book, seen) ?? wechat(book, seen) ?? say({}, 404);
    const back = new URL(seen.query.get('redirect_uri') ?? '');
    back.searchParams.set(name, fake.codeFor(fake.holder));
    back.searchParams.set('state', seen.query.get('state') ?? '');
    return { status: 302, headers: { location: back.href } };
  });
  const fake: FakeVendors = {
    url: outside.url, seen: outside.seen, close: outside.close, holder: { id: 'nobody' }, broken: null,
    codeFor(holder) {
      const code = fresh();
      book.codes.set(code, holder);
      return code;
    },
    dropTokens: () => book.tokens.clear(),
  };
  return fake;
}
