import { Form, Input, Radio } from 'antd';
import { askAgain, useAct, useWords } from '../../../../../web/kit/index.ts';
import { desk } from '../../desk.contract.ts';
import { words } from '../desk-ui.words.ts';
import type { Item } from './Acts.tsx';

type Answer = 'none' | 'redacted' | 'found';
type Filled = { stateSecret: Answer; tradeSecret: Answer; personalData: Answer; redaction?: string };
const ASKED = ['stateSecret', 'tradeSecret', 'personalData'] as const;

/** The second person answers for each kind of secret; then it is public. */
export function CheckForm({ of: i, close }: { of: Item; close: () => void }) {
  const w = useWords(words);
  const [form] = Form.useForm<Filled>();
  const clear = useAct(desk.clear, { form, done: w.done_clear, refreshes: [desk.item, desk.register, desk.calendar], after: () => { close(); void askAgain(desk.item); } });
  return (
    <Form form={form} layout="vertical" onFinish={(d) => clear.act({ id: i.id, version: i.caseVersion, ...d, redaction: d.redaction ?? '' })}>
      <p className="note">{w.checkHint}</p>
      {ASKED.map((name) => <Form.Item key={name} name={name} label={w[name]} rules={[{ required: true }]}><Radio.Group aria-label={w[name]} options={(['none', 'redacted', 'found'] as const).map((value) => ({ value, label: w[`secret_${value}`] }))} /></Form.Item>)}
      <Form.Item name="redaction" label={w.redaction}><Input.TextArea rows={2} maxLength={500} /></Form.Item>
      <div className="pubacts"><button type="submit" className="btn primary" disabled={clear.busy}>{w.clear}</button><button type="button" className="btn" onClick={close}>{w.cancel}</button></div>
    </Form>
  );
}
