import { Form, Modal, Radio } from 'antd';
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import { ask, type Output, useAct, useWords } from '../../../../../web/kit/index.ts';
import { Day } from '../../../../../web/kit/desk.ts';
import { api } from '../../daily-question.contract.ts';
import { DAYS } from '../../daily-question.rules.ts';
import { words } from '../desk.words.ts';

type Board = Output<typeof api.boards>['items'][number];
type Values = { days: (typeof DAYS)[number]; pointsFrom?: string | null };
const CHANGED = [api.boards, api.schedule] as const;

/** On which days a question is due, from when points are given, ending and beginning again. */
export function Settings({ unionId, board, children }: { unionId: string; board: Board | null; children: (show: () => void) => ReactNode }) {
  const w = useWords(words);
  const go = useNavigate();
  const [shown, setShown] = useState(false);
  const [form] = Form.useForm<Values>();
  const open = useAct(api.open, { form, refreshes: CHANGED, done: w.opened, after: (out) => void go(`/daily-question/${out.id}?tab=bank`) });
  const change = useAct(api.amendBoard, { form, refreshes: CHANGED, done: w.saved, after: () => setShown(false) });
  const running = board?.closedOn == null;
  const send = (v: Values, run = running): void => { const said = { days: v.days, pointsFrom: v.pointsFrom || null }; if (board) change.act({ id: board.id, version: board.version, running: run, ...said }); else open.act({ unionId, ...said }); };
  const turn = async (): Promise<void> => { if (!running || await ask({ title: w.stopAsk, text: w.stopHint, yes: w.stop })) send(form.getFieldsValue(), !running); };
  return (
    <>
      {children(() => setShown(true))}
      <Modal open={shown} title={board ? w.settings : w.open} onCancel={() => setShown(false)} okText={board ? w.save : w.open} confirmLoading={open.busy || change.busy} onOk={() => form.submit()} destroyOnHidden>
        <Form form={form} layout="vertical" initialValues={{ days: board?.days ?? 'every', pointsFrom: board?.pointsFrom ?? undefined }} onFinish={(v) => send(v)}>
          <Form.Item name="days" label={w.days}><Radio.Group options={DAYS.map((d) => ({ value: d, label: w[`days_${d}`] }))} /></Form.Item>
          <Form.Item name="pointsFrom" label={w.pointsFrom} extra={w.pointsHint}><Day /></Form.Item>
          {board ? <button type="button" className="btn" disabled={change.busy} onClick={() => void turn()}>{running ? w.stop : w.start}</button> : null}
        </Form>
      </Modal>
    </>
  );
}
