import { Checkbox, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { type Output, useAct, useMe, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../messages.contract.ts';
import { words as messageWords } from '../../messages.words.ts';
import { words } from '../channels-ui.words.ts';
import { SettingsFields } from './SettingsFields.tsx';
import { settingsOf, type Values, valuesOf } from './channel-values.rules.ts';

type Answer = Output<typeof api.channels>;

/** A secret that was made for a webhook: seen once. */
function SecretOnce({ secret, close }: { secret: string; close: () => void }) {
  const w = useWords(words);
  return (
    <Modal open title={w.secretOnce} onCancel={close} onOk={close} cancelButtonProps={{ style: { display: 'none' } }}>
      <p>{w.secretOnceHint}</p>
      <code className="oncesecret">{secret}</code>
    </Modal>
  );
}

/** Adds a channel to a union, or changes one. */
export function ChannelForm({ channel, unionId, groups, close }: { channel: Answer['items'][number] | null; unionId: string; groups: Answer['groups']; close: () => void }) {
  const w = useWords(words);
  const mw = useWords(messageWords);
  const me = useMe();
  const [form] = Form.useForm<Values>();
  const [secret, setSecret] = useState<string>();
  const kind = Form.useWatch('kind', form) ?? channel?.kind ?? 'wecom';
  const refreshes = [api.channels];
  const add = useAct(api.addChannel, { form, done: w.saved, refreshes, after: (out) => (out.secret ? setSecret(out.secret) : close()) });
  const change = useAct(api.changeChannel, { form, done: w.saved, refreshes, after: close });
  const send = (v: Values): void => {
    const whole = { name: v.name, settings: settingsOf({ ...v, kind }), kinds: v.kinds ?? [], enabled: v.enabled };
    if (channel) change.act({ id: channel.id, ...whole });
    else add.act({ unionId, ...whole });
  };
  if (secret) return <SecretOnce secret={secret} close={close} />;
  const kinds = (['wecom', 'dingtalk', 'webhook', 'email', 'sms'] as const).map((value) => ({ value, label: mw[`channel_${value}`] }));
  return (
    <Modal open title={channel ? w.change : w.add} onCancel={close} onOk={() => form.submit()} confirmLoading={add.busy || change.busy} width={680} destroyOnHidden>
      <Form<Values> form={form} layout="vertical" onFinish={send} initialValues={valuesOf(channel)} requiredMark="optional">
        <div className="channelform">
          <Form.Item name="kind" label={w.kind} rules={[{ required: true }]}><Select options={kinds} disabled={channel !== null} /></Form.Item>
          <Form.Item name="name" label={w.name} rules={[{ required: true, message: w.name }]}><Input maxLength={40} /></Form.Item>
          <SettingsFields kind={kind} changing={channel !== null} demo={me.mode === 'demo'} />
          <Form.Item className="whole" name="kinds" label={w.kinds} extra={w.kindsHint} hidden={kind === 'email' || kind === 'sms'}>
            <Select mode="tags" options={groups.map((g) => ({ value: g.group, label: g.title }))} />
          </Form.Item>
          <Form.Item className="whole" name="enabled" valuePropName="checked"><Checkbox>{w.enabled}</Checkbox></Form.Item>
        </div>
      </Form>
    </Modal>
  );
}
