import { Form, Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../../../../../web/kit/index.ts';
import { words } from '../channels-ui.words.ts';
import type { Values } from './channel-values.rules.ts';

/** The places a gateway's fields may hold, as they are typed. */
const PLACES = { phone: '{phone}', text: '{text}', id: '{id}', timestamp: '{timestamp}', nonce: '{nonce}', sign: '{sign}' };

type Name = readonly (string | number)[];

function Line({ name, label, hint, needed, whole, children }: { name: Name; label: string; hint?: string | undefined; needed?: boolean; whole?: boolean; children?: ReactNode }) {
  return (
    <Form.Item name={['settings', ...name]} label={label} extra={hint} className={whole ? 'whole' : ''} {...(needed ? { rules: [{ required: true, message: label }] } : {})}>
      {children ?? <Input maxLength={1000} autoComplete="off" />}
    </Form.Item>
  );
}

function Mail({ changing }: { changing: boolean }) {
  const w = useWords(words);
  const safety = (['tls', 'starttls', 'none'] as const).map((value) => ({ value, label: w[`safety_${value}`] }));
  return (
    <>
      <Line name={['host']} label={w.host} needed />
      <Line name={['port']} label={w.port} needed><InputNumber min={1} max={65535} style={{ width: '100%' }} /></Line>
      <Line name={['safety']} label={w.safety}><Select options={safety} /></Line>
      <Line name={['user']} label={w.user} />
      <Line name={['password']} label={w.password} hint={changing ? w.secretKept : undefined}><Input.Password autoComplete="new-password" maxLength={500} /></Line>
      <Line name={['from']} label={w.from} needed />
      <Line name={['fromName']} label={w.fromName} needed />
      <Line name={['mailbox']} label={w.mailbox} hint={w.mailboxHint} />
    </>
  );
}

function Gateway({ changing, demo }: { changing: boolean; demo: boolean }) {
  const w = useWords(words);
  const provider = Form.useWatch(['settings', 'provider']) as Values['settings']['provider'];
  const ways = (['gateway', ...(demo ? (['visible'] as const) : [])] as const).map((value) => ({ value, label: w[`provider_${value}`] }));
  const algorithms = [{ value: '', label: w.signNone }, ...['hmac-sha256', 'hmac-sha1', 'sha256', 'md5'].map((value) => ({ value, label: value }))];
  return (
    <>
      <Line name={['provider']} label={w.provider} whole><Select options={ways} /></Line>
      {provider === 'visible' ? null : (
        <>
          <Line name={['url']} label={w.url} needed whole />
          <Line name={['method']} label={w.method}><Select options={[{ value: 'POST' }, { value: 'GET' }]} /></Line>
          <Line name={['format']} label={w.format}><Select options={[{ value: 'json' }, { value: 'form' }, { value: 'query' }]} /></Line>
          <Line name={['fields']} label={w.fields} hint={w.fieldsHint(PLACES)} whole><Input.TextArea rows={4} /></Line>
          <Line name={['headers']} label={w.headers} whole><Input.TextArea rows={2} /></Line>
          <Line name={['prefix']} label={w.prefix} />
          <Line name={['sign', 'algorithm']} label={w.sign}><Select options={algorithms} /></Line>
          <Line name={['sign', 'secret']} label={w.signSecret} hint={changing ? w.secretKept : undefined}><Input.Password autoComplete="new-password" maxLength={500} /></Line>
          <Line name={['sign', 'over']} label={w.signOver} />
          <Line name={['sign', 'encoding']} label={w.format}><Select options={[{ value: 'hex' }, { value: 'base64' }]} /></Line>
          <Line name={['success', 'at']} label={w.successAt} />
          <Line name={['success', 'is']} label={w.successIs} />
        </>
      )}
    </>
  );
}

/** The fields that a kind of channel asks for. */
export function SettingsFields({ kind, changing, demo }: { kind: Values['kind']; changing: boolean; demo: boolean }) {
  const w = useWords(words);
  const kept = changing ? w.secretKept : undefined;
  if (kind === 'email') return <Mail changing={changing} />;
  if (kind === 'sms') return <Gateway changing={changing} demo={demo} />;
  if (kind === 'wecom') return <Line name={['url']} label={w.wecomUrl} hint={w.wecomHint} needed whole />;
  if (kind === 'dingtalk') {
    return (
      <>
        <Line name={['url']} label={w.wecomUrl} hint={w.dingtalkHint} needed whole />
        <Line name={['secret']} label={w.dingtalkSecret} hint={kept}><Input.Password autoComplete="new-password" maxLength={500} /></Line>
        <Line name={['keyword']} label={w.keyword} hint={w.keywordHint} />
      </>
    );
  }
  return (
    <>
      <Line name={['url']} label={w.hookUrl} needed whole />
      <Line name={['secret']} label={w.hookSecret} hint={kept ?? w.hookSecretHint} whole><Input.Password autoComplete="new-password" maxLength={500} /></Line>
    </>
  );
}
