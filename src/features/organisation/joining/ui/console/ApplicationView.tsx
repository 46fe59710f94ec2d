import { Button, Input, Modal, Space } from 'antd';
import { useState } from 'react';
import { Basis, Chip, Deadline, Facts, type Output, Timeline, useAct, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../joining.contract.ts';
import { words } from '../../joining.words.ts';

export type ApplicationData = Output<typeof api.one>;

function Reason({ a, verb, close }: { a: ApplicationData; verb: 'refuse' | 'ask'; close: () => void }) {
  const w = useWords(words);
  const [text, setText] = useState('');
  const settings = { refreshes: [api.one, api.register], after: close };
  const refuse = useAct(api.refuse, settings);
  const ask = useAct(api.ask, settings);
  const send = (): void => (verb === 'refuse' ? refuse : ask).act({ id: a.id, text });
  return (
    <Modal open title={verb === 'refuse' ? w.refuse : w.ask} onCancel={close} onOk={send} okButtonProps={{ disabled: text.trim().length < 2, danger: verb === 'refuse' }} confirmLoading={refuse.busy || ask.busy}>
      <p className="note">{w.reasonHint}</p>
      <Input.TextArea autoFocus aria-label={w.reason} value={text} onChange={(e) => setText(e.target.value)} maxLength={1000} showCount autoSize={{ minRows: 3 }} />
    </Modal>
  );
}

/** What the officer acts with: the same on the page and beside the work list. */
export function Actions({ a }: { a: ApplicationData }) {
  const w = useWords(words);
  const [open, setOpen] = useState<'refuse' | 'ask' | null>(null);
  const approve = useAct(api.approve, { refreshes: [api.one, api.register], done: (out) => (out.approved === 1 ? w.decided({ n: 1 }) : out.left[0]?.why) });
  if (!a.may.includes('approve')) return null;
  return (
    <Space wrap>
      <Button type="primary" loading={approve.busy} onClick={() => approve.act({ ids: [a.id] })}>{w.approve}</Button>
      <Button onClick={() => setOpen('ask')}>{w.ask}</Button>
      <Button danger onClick={() => setOpen('refuse')}>{w.refuse}</Button>
      {open ? <Reason a={a} verb={open} close={() => setOpen(null)} /> : null}
    </Space>
  );
}

/** The application itself. */
export function ApplicationView({ a }: { a: ApplicationData }) {
  const w = useWords(words);
  return (
    <>
      <p><Chip kind={a.state === 'approved' ? 'ok' : a.state === 'applied' ? 'info' : 'quiet'}>{a.stateWord}</Chip> {a.unattached ? <Chip kind="info">{w.unattachedShort}</Chip> : null} {a.nextDue ? <Deadline due={a.nextDue} /> : null}</p>
      {a.conflict ? <Basis>{w.conflict}</Basis> : null}
      {a.returning ? <Basis>{w.returning}</Basis> : null}
      <Facts of={[[w.number, a.number], [w.union, a.union], [w.idNumber, a.idNumber], [w.phone, a.phone], [w.employer, a.employer], [w.job, a.job], [w.newForm, a.newForm ? w[`form_${a.newForm}` as 'form_delivery'] : null], [w.letter, a.letter], [w.card, a.cardNumber]]} />
      <Timeline items={a.events.map((e) => ({ key: e.id, when: e.at, what: e.text ? <>{e.word}<p>{e.text}</p></> : e.word, note: e.by }))} />
    </>
  );
}
