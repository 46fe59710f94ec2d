import { Form, Input, Modal } from 'antd';
import { useAct, useWords } from '../../../../../web/kit/index.ts';
import { Day } from '../../../../../web/kit/desk.ts';
import { desk, found } from '../../surveys.contract.ts';
import { words } from '../desk.words.ts';

/** A finding that is to become a task. */
export type Draft = { readonly question: string; readonly finding: string };
const inMonths = (): string => new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);

/** Makes a task of a finding: what, and until when. */
export function NewTask({ surveyId, draft, close }: { surveyId: string; draft: Draft; close: () => void }) {
  const w = useWords(words);
  const [form] = Form.useForm<{ title: string; finding: string; dueOn: string }>();
  const add = useAct(found.addTask, { form, refreshes: [found.tasks, desk.kept], done: w.taskAdded, after: close });
  return (
    <Modal open title={w.toTask} onCancel={close} onOk={() => form.submit()} confirmLoading={add.busy}>
      <Form form={form} layout="vertical" initialValues={{ title: '', finding: draft.finding.slice(0, 300), dueOn: inMonths() }} onFinish={(v) => add.act({ surveyId, question: draft.question, ...v })}>
        <Form.Item name="finding" label={w.taskFinding} rules={[{ required: true, min: 2 }]}><Input.TextArea rows={2} maxLength={300} /></Form.Item>
        <Form.Item name="title" label={w.taskTitle} rules={[{ required: true, min: 2 }]}><Input maxLength={100} autoFocus /></Form.Item>
        <Form.Item name="dueOn" label={w.taskDue} rules={[{ required: true }]}><Day /></Form.Item>
      </Form>
    </Modal>
  );
}
