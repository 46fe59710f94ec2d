import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ask, Icon, type IconName, type Output, RefusedByServer, saveFile, showMoney, tell, useAct, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../payment-lists.contract.ts';
import { words } from '../payment-lists-ui.words.ts';
import { Settle } from './Settle.tsx';

type List = Output<typeof api.list>;
const CHANGED = [api.list, api.lists, api.people] as const;

/** A step that needs a sentence: sent back, cancelled, withdrawn. */
export function Why({ title, hint, busy, danger, close, done }: { title: string; hint: string; busy: boolean; danger?: boolean; close: () => void; done: (text: string) => void }) {
  const w = useWords(words);
  const [text, setText] = useState('');
  return (
    <Modal open title={title} okText={title} onCancel={close} onOk={() => done(text.trim())} okButtonProps={{ danger: danger ?? false, disabled: text.trim().length < 2 }} confirmLoading={busy}>
      <p className="note">{hint}</p>
      <Input.TextArea autoFocus aria-label={w.reason} placeholder={w.reason} value={text} maxLength={200} autoSize={{ minRows: 2 }} onChange={(e) => setText(e.target.value)} />
    </Modal>
  );
}

function Again({ list, close }: { list: List; close: () => void }) {
  const w = useWords(words);
  const go = useNavigate();
  const [title, setTitle] = useState(w.againTitle({ title: list.title }).slice(0, 60));
  const again = useAct(api.again, { refreshes: CHANGED, after: (out) => { close(); void go(`/payment-lists/${out.id}`); } });
  return (
    <Modal open title={w.again} okText={w.again} onCancel={close} onOk={() => again.act({ id: list.id, title: title.trim(), period: new Date().toISOString().slice(0, 7) })} okButtonProps={{ disabled: title.trim().length < 2 }} confirmLoading={again.busy}>
      <p className="note">{w.againHint}</p>
      <Input aria-label={w.name} value={title} maxLength={60} onChange={(e) => setTitle(e.target.value)} />
    </Modal>
  );
}

function Downloads({ id }: { id: string }) {
  const w = useWords(words);
  const [busy, setBusy] = useState(false);
  const save = (kind: 'xlsx' | 'csv'): void => {
    setBusy(true);
    saveFile(api.download, { id, kind }, `payments.${kind}`).catch((why: unknown) => tell(why instanceof RefusedByServer ? why.sentence : String(why), 'bad')).finally(() => setBusy(false));
  };
  return (
    <>
      <button type="button" className="btn" disabled={busy} onClick={() => save('xlsx')}><Icon name="download" size={18} />{w.downloadXlsx}</button>
      <button type="button" className="btn" disabled={busy} onClick={() => save('csv')}>{w.downloadCsv}</button>
    </>
  );
}

/** The steps that are open to the officer; the one that brings the list on stands out. */
export function Actions({ list }: { list: List }) {
  const w = useWords(words);
  const [open, setOpen] = useState<'sendBack' | 'cancel' | 'settle' | 'again' | null>(null);
  const close = (): void => setOpen(null);
  const submit = useAct(api.submit, { refreshes: CHANGED, done: w.submitted });
  const approve = useAct(api.approve, { refreshes: CHANGED, done: w.approvedDone });
  const file = useAct(api.file, { refreshes: CHANGED, done: w.fileDone });
  const sendBack = useAct(api.sendBack, { refreshes: CHANGED, done: w.sentBack, after: close });
  const cancel = useAct(api.cancel, { refreshes: CHANGED, done: w.cancelled, after: close });
  const step = { id: list.id, version: list.version };
  const sums = { n: list.people, sum: showMoney(list.totalFen) };
  const sure = (title: string, text: string | undefined, act: () => void): void => void ask({ title, ...(text ? { text } : {}), yes: w.yes }).then((yes) => { if (yes) act(); });
  const button = (verb: string, icon: IconName | null, label: string, press: () => void, o: { main?: boolean; busy?: boolean } = {}) =>
    (list.may.includes(verb) ? <button key={verb} type="button" className={`btn ${o.main ? 'primary' : ''}`} disabled={o.busy ?? false} onClick={press}>{icon ? <Icon name={icon} size={18} /> : null}{label}</button> : null);
  return (
    <>
      {list.may.includes('download') ? <Downloads id={list.id} /> : null}
      {button('cancel', null, w.cancel, () => setOpen('cancel'))}
      {button('sendBack', null, w.sendBack, () => setOpen('sendBack'))}
      {button('again', 'again', w.again, () => setOpen('again'), { main: true })}
      {button('submit', 'send', w.submit, () => sure(w.submit, w.submitAsk, () => submit.act(step)), { main: true, busy: submit.busy || list.people === 0 })}
      {button('approve', 'check', w.approve, () => sure(w.approveAsk(sums), w.approveHint, () => approve.act(step)), { main: true, busy: approve.busy })}
      {button('file', 'table', w.file, () => sure(w.fileAsk(sums), w.fileHint, () => file.act(step)), { main: true, busy: file.busy })}
      {button('settle', 'check', w.settle, () => setOpen('settle'), { main: true })}
      {open === 'sendBack' ? <Why title={w.sendBack} hint={w.sendBackHint} busy={sendBack.busy} close={close} done={(text) => sendBack.act({ ...step, text })} /> : null}
      {open === 'cancel' ? <Why danger title={w.cancel} hint={list.state === 'filed' ? `${w.cancelFiled}${w.cancelHint}` : w.cancelHint} busy={cancel.busy} close={close} done={(text) => cancel.act({ ...step, text })} /> : null}
      {open === 'settle' ? <Settle list={list} close={close} changed={CHANGED} /> : null}
      {open === 'again' ? <Again list={list} close={close} /> : null}
    </>
  );
}
