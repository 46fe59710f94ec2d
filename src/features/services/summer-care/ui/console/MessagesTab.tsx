import { Form, Input } from 'antd';
import { Card, Empty, LoadedPages, type Output, showTime, useAct, useLocale, usePages, useWords } from '../../../../../web/kit/index.ts';
import { desk } from '../../desk.contract.ts';
import { words } from '../care-desk.words.ts';

/** What was written to the guardians of a session, and writing to them. */
export function MessagesTab({ of: s }: { of: Output<typeof desk.session> }) {
  const w = useWords(words);
  const language = useLocale();
  const [form] = Form.useForm<{ text: string }>();
  const list = usePages(desk.messages, { id: s.id });
  const write = useAct(desk.write, { form, done: (out) => w.wrote({ n: out.receivers }), refreshes: [desk.messages], after: () => form.resetFields() });
  return (
    <Card title={w.tabMessages}>
      {s.may.includes('write') ? (
        <Form form={form} layout="vertical" onFinish={(d) => write.act({ id: s.id, text: d.text })}>
          <Form.Item name="text" label={w.writeLabel} rules={[{ required: true, min: 2 }]}><Input.TextArea rows={3} maxLength={1000} showCount /></Form.Item>
          <button type="submit" className="btn primary" disabled={write.busy}>{w.write}</button>
        </Form>
      ) : null}
      <LoadedPages from={list} empty={<Empty icon="letter" title={w.noMessages} hint={w.noMessagesHint} />}>{(items) => items.map((m) => <div key={m.id} className="carebox"><p>{m.text}</p><small className="note num">{showTime(m.at, language)} · {m.by} · {w.receivers({ n: m.receivers })}</small></div>)}</LoadedPages>
    </Card>
  );
}
