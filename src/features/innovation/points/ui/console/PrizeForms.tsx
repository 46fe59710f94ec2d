import { Form, Input, InputNumber, Modal, Space, Switch } from 'antd';
import { Attach, type Attached, attachments, type Output, useAct, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../points.contract.ts';
import { words } from '../points-ui.words.ts';

export type Prize = Output<typeof api.round>['list'][number];
type Files = readonly Attached[];
type Fields = { title: string; text: string; points: number; yuan: number; perPerson: number; stock: number; shown: boolean; files?: Files };

const Pictures = ({ value, onChange }: { value?: Files; onChange?: (files: Files) => void }) => <Attach to={attachments.upload} input={(name) => ({ name })} value={value ?? []} onChange={(files) => onChange?.(files)} most={4} />;
const needed = [{ required: true }];

/** Puts a prize into a round, or changes one. */
export function PrizeForm({ roundId, prize, close }: { roundId: string; prize?: Prize; close: () => void }) {
  const w = useWords(words);
  const [form] = Form.useForm<Fields>();
  const refreshes = [api.round, api.rounds];
  const add = useAct(api.addPrize, { form, done: w.saved, refreshes, after: close });
  const amend = useAct(api.amendPrize, { form, done: w.saved, refreshes, after: close });
  const send = ({ yuan, files, stock, shown, ...d }: Fields): void => {
    const same = { ...d, worthFen: Math.round(yuan * 100), files: (files ?? []).map((f) => f.id) };
    if (prize) amend.act({ ...same, id: prize.id, version: prize.version, shown });
    else add.act({ ...same, id: roundId, stock });
  };
  return (
    <Modal open title={prize ? w.editPrize : w.addPrize} onCancel={close} onOk={() => form.submit()} okText={w.save} confirmLoading={add.busy || amend.busy}>
      <Form form={form} layout="vertical" onFinish={send} initialValues={prize ? { ...prize, yuan: prize.worthFen / 100, shown: prize.state === 'shown', files: [] } : { text: '', perPerson: 1, stock: 10, shown: true }}>
        <Form.Item name="title" label={w.prizeTitle} rules={needed}><Input autoFocus maxLength={60} /></Form.Item>
        <Form.Item name="text" label={w.prizeText}><Input maxLength={500} /></Form.Item>
        <Space wrap size="large">
          <Form.Item name="points" label={w.prizePoints} rules={needed}><InputNumber min={1} max={100_000} precision={0} /></Form.Item>
          <Form.Item name="yuan" label={w.prizeWorth} rules={needed}><InputNumber min={0} max={100_000} precision={2} /></Form.Item>
          <Form.Item name="perPerson" label={w.prizeEach} rules={needed}><InputNumber min={1} max={50} precision={0} /></Form.Item>
          {prize ? null : <Form.Item name="stock" label={w.stock} rules={needed}><InputNumber min={0} max={20_000} precision={0} /></Form.Item>}
        </Space>
        {prize ? <Form.Item name="shown" label={w.shownToMembers} valuePropName="checked"><Switch /></Form.Item> : null}
        <Form.Item name="files" label={w.pictures}><Pictures /></Form.Item>
      </Form>
    </Modal>
  );
}

/** Says how many of a prize there are from now on. */
export function StockForm({ prize, close }: { prize: Prize; close: () => void }) {
  const w = useWords(words);
  const [form] = Form.useForm<{ total: number; reason: string }>();
  const stock = useAct(api.stock, { form, done: w.saved, refreshes: [api.round, api.rounds], after: close });
  return (
    <Modal open title={`${w.changeStock} · ${prize.title}`} onCancel={close} onOk={() => form.submit()} okText={w.save} confirmLoading={stock.busy}>
      <p className="note">{w.stockNow({ stock: prize.stock, n: prize.stock - prize.left })}</p>
      <Form form={form} layout="vertical" initialValues={{ total: prize.stock }} onFinish={(d) => stock.act({ ...d, id: prize.id, before: prize.stock })}>
        <Form.Item name="total" label={w.totalStock} rules={needed}><InputNumber autoFocus min={0} max={20_000} precision={0} /></Form.Item>
        <Form.Item name="reason" label={w.reason} rules={[{ required: true, min: 2 }]}><Input maxLength={200} /></Form.Item>
      </Form>
    </Modal>
  );
}
