import { choice, line, setting, type Values, web } from './setting.ts';
import { words } from './config.words.ts';

const text = setting(line.optional(), words.together);
const union = setting(line.optional(), words.text);
const address = setting(web.optional(), words.web);
const match = choice(['ask', 'mobile', 'staffNumber'], 'ask');

/** Sign-in by the account of a vendor; each is off unless its own settings are there. */
export const VENDOR_SETTINGS = {
  WECOM_CORP_ID: text,
  WECOM_AGENT_ID: text,
  WECOM_SECRET: text,
  WECOM_UNION: union,
  WECOM_MATCH: match,
  WECOM_URL: address,
  DINGTALK_CORP_ID: text,
  DINGTALK_CLIENT_ID: text,
  DINGTALK_CLIENT_SECRET: text,
  DINGTALK_UNION: union,
  DINGTALK_MATCH: match,
  DINGTALK_URL: address,
  WECHAT_APP_ID: text,
  WECHAT_SECRET: text,
  WECHAT_UNION: union,
  WECHAT_URL: address,
} as const;

/** Whose people come in this way, and where the vendor is. */
export type VendorCommon = {
  /** code of the union whose people (and those of the unions below) come in this way; undefined: the only federation */
  readonly union: string | undefined;
  /** stands in for all hosts of the vendor (a relay, a fake); undefined: the vendor's own */
  readonly url: string | undefined;
};
/** How an account that nobody has bound finds its person: by asking, or by what the directory of the firm says. */
export type VendorMatch = 'ask' | 'mobile' | 'staffNumber';

export type VendorSettings = {
  readonly wecom: (VendorCommon & { readonly match: VendorMatch; readonly corpId: string; readonly agentId: string; readonly secret: string }) | null;
  readonly dingtalk: (VendorCommon & { readonly match: VendorMatch; readonly corpId: string; readonly clientId: string; readonly clientSecret: string }) | null;
  readonly wechat: (VendorCommon & { readonly appId: string; readonly secret: string }) | null;
};

type Read = Values<typeof VENDOR_SETTINGS>;
type Name = keyof Read;

/** Settings of one vendor that only work together: null when none is set. */
function all<const N extends readonly Name[]>(s: Read, names: N, missing: (name: string) => never): { [I in N[number]]: string } | null {
  if (names.every((name) => s[name] === undefined)) return null;
  for (const name of names) if (s[name] === undefined) missing(name);
  return s as { [I in N[number]]: string };
}

/** The vendors that are set up. @param missing refuses a set of settings that lacks one */
export function vendorsOf(s: Read, missing: (name: string) => never): VendorSettings {
  const wecom = all(s, ['WECOM_CORP_ID', 'WECOM_AGENT_ID', 'WECOM_SECRET'], missing);
  const dingtalk = all(s, ['DINGTALK_CORP_ID', 'DINGTALK_CLIENT_ID', 'DINGTALK_CLIENT_SECRET'], missing);
  const wechat = all(s, ['WECHAT_APP_ID', 'WECHAT_SECRET'], missing);
  return {
    wecom: wecom && { corpId: wecom.WECOM_CORP_ID, agentId: wecom.WECOM_AGENT_ID, secret: wecom.WECOM_SECRET, match: s.WECOM_MATCH, union: s.WECOM_UNION, url: s.WECOM_URL },
    dingtalk: dingtalk && {
      corpId: dingtalk.DINGTALK_CORP_ID, clientId: dingtalk.DINGTALK_CLIENT_ID, clientSecret: dingtalk.DINGTALK_CLIENT_SECRET,
      match: s.DINGTALK_MATCH, union: s.DINGTALK_UNION, url: s.DINGTALK_URL,
    },
    wechat: wechat && { appId: wechat.WECHAT_APP_ID, secret: wechat.WECHAT_SECRET, union: s.WECHAT_UNION, url: s.WECHAT_URL },
  };
}
