import type { Input, Output } from '../../../../../web/kit/index.ts';
import type { api } from '../../messages.contract.ts';

type Channel = Output<typeof api.channels>['items'][number];
type Sent = Input<typeof api.addChannel>;

/** The fields of the form, flat; which of them count depends on the kind. */
export type Values = {
  readonly name: string; readonly kind: Channel['kind']; readonly kinds: string[]; readonly enabled: boolean;
  readonly settings: {
    host?: string; port?: number; safety?: 'tls' | 'starttls' | 'none'; user?: string; password?: string; from?: string; fromName?: string; mailbox?: string;
    provider?: 'gateway' | 'visible'; url?: string; method?: 'POST' | 'GET'; format?: 'json' | 'form' | 'query'; fields?: string; headers?: string; prefix?: string;
    sign?: { algorithm?: '' | 'hmac-sha256' | 'hmac-sha1' | 'sha256' | 'md5'; secret?: string; over?: string; encoding?: 'hex' | 'base64' };
    success?: { at?: string; is?: string }; secret?: string; keyword?: string;
  };
};

/** `name=value` lines as pairs; a line without `=` has an empty value. */
export function pairsOf(lines: string | undefined): Record<string, string> {
  const pairs: Record<string, string> = {};
  for (const line of (lines ?? '').split('\n')) {
    const at = line.indexOf('=');
    const name = (at < 0 ? line : line.slice(0, at)).trim();
    if (name) pairs[name] = at < 0 ? '' : line.slice(at + 1).trim();
  }
  return pairs;
}

export const linesOf = (pairs: unknown): string => Object.entries((pairs ?? {}) as Record<string, string>).map(([name, value]) => `${name}=${value}`).join('\n');

const filled = (text: string | undefined): string | undefined => (text === undefined || text.trim() === '' ? undefined : text);

/** What the form sends. */
export function settingsOf({ kind, settings: s }: Values): Sent['settings'] {
  switch (kind) {
    case 'email':
      return {
        kind, host: s.host ?? '', port: s.port ?? 465, safety: s.safety ?? 'tls', from: s.from ?? '', fromName: s.fromName ?? '',
        user: filled(s.user), password: filled(s.password), mailbox: filled(s.mailbox),
      };
    case 'sms':
      if (s.provider === 'visible') return { kind, provider: 'visible' };
      return {
        kind, provider: 'gateway', url: s.url ?? '', method: s.method ?? 'POST', format: s.format ?? 'json', fields: pairsOf(s.fields), headers: pairsOf(s.headers), prefix: s.prefix ?? '',
        ...(s.sign?.algorithm ? { sign: { algorithm: s.sign.algorithm, over: s.sign.over ?? '', encoding: s.sign.encoding ?? 'hex', secret: filled(s.sign.secret) } } : {}),
        ...(s.success?.at && s.success.is ? { success: { at: s.success.at, is: s.success.is } } : {}),
      };
    case 'wecom': return { kind, url: filled(s.url) };
    case 'dingtalk': return { kind, url: filled(s.url), secret: filled(s.secret), keyword: filled(s.keyword) };
    case 'webhook': return { kind, url: s.url ?? '', secret: filled(s.secret) };
  }
}

/** What the form begins with: the channel as it is shown, secrets as dots; sent back unchanged they stay what they were. */
export function valuesOf(c: Channel | null): Values {
  if (c === null) return { name: '', kind: 'wecom', kinds: [], enabled: true, settings: { safety: 'tls', port: 465, provider: 'gateway', method: 'POST', format: 'json', fields: 'phone={phone}\ntext={text}' } };
  const { kind: _, fields, headers, ...rest } = c.settings as Record<string, unknown>;
  return {
    name: c.name, kind: c.kind, kinds: [...c.kinds], enabled: c.enabled,
    settings: { ...(rest as Values['settings']), ...(fields ? { fields: linesOf(fields) } : {}), ...(headers ? { headers: linesOf(headers) } : {}) },
  };
}
