import { Checkbox, Form, Input, type InputRef, Radio, Select } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Link, useParams } from 'react-router';
import { Attach, type Attached, attachments, Card, DeskPage, Empty, Icon, type Input as In, Loaded, type Output, Row, showDate, useAct, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { api, Category } from '../../contact-boxes.contract.ts';
import { words } from '../box-ui.words.ts';
import '../boxes.css';
import type { BoxSeen } from './BoxForms.tsx';

type Paper = Omit<In<typeof api.keyIn>, 'id' | 'files' | 'writerId'> & { name: string; phone: string; files: readonly Attached[]; writerId: string };
type Keyed = Output<typeof api.keyIn> & { readonly title: string };
const grouped = (code: string): string => code.replace(/(\d{4})(?=\d)/g, '$1 ');
const NONE = 'none';

/** The member behind a signature: chosen from those of that name, or nobody. */
function Writer({ box, name, phone }: { box: BoxSeen; name: string; phone: string }) {
  const w = useWords(words);
  const form = Form.useFormInstance<Paper>();
  const wanted = name.trim();
  const found = useCall(api.writers, { id: box.id, name: wanted, ...(phone.trim() ? { phone: phone.trim() } : {}) }, { when: wanted.length >= 2, keepWhileChanging: true });
  const items = wanted.length >= 2 ? found.data?.items : undefined;
  const only = items?.length === 1 ? items[0]?.id : undefined;
  useEffect(() => form.setFieldValue('writerId', only ?? NONE), [form, only]);
  if (items === undefined) return null;
  if (items.length === 0) return <p className="note" role="status">{w.noWriter}</p>;
  return (
    <Form.Item name="writerId" label={w.chooseWriter}>
      <Radio.Group options={[...items.map((p) => ({ value: p.id, label: `${p.name} · ${p.union} ${p.phone}` })), { value: NONE, label: w.asNameless }]} />
    </Form.Item>
  );
}

function PaperForm({ box, opening, kept }: { box: BoxSeen; opening: BoxSeen['log'][number]; kept: (k: Keyed) => void }) {
  const w = useWords(words);
  const [form] = Form.useForm<Paper>();
  const first = useRef<InputRef>(null);
  const [round, setRound] = useState(0);
  const [name, phone, writerId] = [Form.useWatch('name', form) ?? '', Form.useWatch('phone', form) ?? '', Form.useWatch('writerId', form)];
  const key = useAct(api.keyIn, {
    form, refreshes: [api.box, api.register],
    after: (out) => { kept({ ...out, title: String(form.getFieldValue('title')) }); form.resetFields(); setRound((n) => n + 1); first.current?.focus(); },
  });
  const send = ({ name: _n, phone: _p, files, writerId: writer, ...d }: Paper): void => {
    if (key.busy) return;
    key.act({ ...d, hidden: writer && writer !== NONE ? (d.hidden ?? false) : false, id: opening.id, files: (files ?? []).map((f) => f.id), ...(writer && writer !== NONE ? { writerId: writer } : {}) });
  };
  const onKey = (e: KeyboardEvent): void => { if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) { e.preventDefault(); form.submit(); } };
  return (
    <Form form={form} layout="vertical" className="keyform" onKeyDown={onKey} initialValues={{ category: 'other', place: '', name: '', phone: '', aboutChair: false, hidden: false, writerId: NONE }} onFinish={send}>
      <Form.Item name="title" label={w.subject} rules={[{ required: true, min: 2 }]}><Input ref={first} autoFocus maxLength={60} placeholder={w.subjectHint} /></Form.Item>
      <Form.Item name="text" label={w.text} rules={[{ required: true, min: 4 }]}><Input.TextArea maxLength={5000} autoSize={{ minRows: 6, maxRows: 16 }} /></Form.Item>
      <div className="keyline">
        <Form.Item name="category" label={w.category}><Select showSearch options={Category.options.map((c) => ({ value: c, label: w[`category_${c}`] }))} /></Form.Item>
        <Form.Item name="place" label={w.where}><Input maxLength={60} /></Form.Item>
        <Form.Item name="name" label={w.signature} extra={w.signatureHint}><Input maxLength={20} /></Form.Item>
        <Form.Item name="phone" label={w.phone}><Input maxLength={20} inputMode="tel" /></Form.Item>
      </div>
      <Writer box={box} name={name} phone={phone} />
      {writerId && writerId !== NONE ? <Form.Item name="hidden" valuePropName="checked"><Checkbox>{w.hidden}</Checkbox></Form.Item> : null}
      <Form.Item name="aboutChair" valuePropName="checked"><Checkbox>{w.aboutChair}</Checkbox></Form.Item>
      <Form.Item name="files" label={w.paperPhoto} key={round}><Photos /></Form.Item>
      <p className="boxacts"><button type="submit" className="btn primary" disabled={key.busy}>{opening.waiting > 1 ? w.saveNext : w.saveLast}</button><span className="note">{w.keyHint}</span></p>
    </Form>
  );
}

const Photos = ({ value, onChange }: { value?: readonly Attached[]; onChange?: (files: readonly Attached[]) => void }) => <Attach to={attachments.upload} input={(name) => ({ name })} value={value ?? []} onChange={(files) => onChange?.(files)} most={4} />;

/** Slips with the codes of letters without a name; only paper shows them. */
function Slips({ box, openedOn, of }: { box: BoxSeen; openedOn: string; of: readonly Keyed[] }) {
  const w = useWords(words);
  const language = useLocale();
  return (
    <div className="slips" aria-hidden>
      {of.map((k) => <div key={k.number} className="slip">{w.slipTitle({ place: box.place })}<b className="num">{grouped(k.code ?? '')}</b><p>{w.slipFor({ date: showDate(openedOn, language), title: k.title, number: k.number })}</p><p>{w.slipUse({ where: `${location.origin}/follow-up` })}</p></div>)}
    </div>
  );
}

function KeyPage({ box, opening }: { box: BoxSeen; opening: BoxSeen['log'][number] }) {
  const w = useWords(words);
  const [done, setDone] = useState<readonly Keyed[]>([]);
  const [printed, setPrinted] = useState(0);
  const codes = done.filter((k) => k.code !== null);
  const unprinted = codes.length > printed;
  useEffect(() => {
    if (!unprinted) return;
    const warn = (e: BeforeUnloadEvent): void => e.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [unprinted]);
  const over = opening.waiting === 0;
  return (
    <div className="keypage">
      <DeskPage title={over ? w.keyAll({ of: opening.found }) : w.keyTitle({ n: opening.keyed + 1, of: opening.found })} about={w.boxAt({ n: box.number, place: box.place })} crumbs={[{ title: w.boxAt({ n: box.number, place: box.place }), to: `/contact-boxes/${box.id}` }]}>
        <div className="boxcolumns">
          <Card>{over ? <Empty icon="ok" title={w.keyAll({ of: opening.found })}><Link className="btn primary" to={`/contact-boxes/${box.id}`}>{w.back}</Link></Empty> : <PaperForm box={box} opening={opening} kept={(k) => setDone((all) => [...all, k])} />}</Card>
          <Card title={w.done}>
            {done.length === 0 ? <p className="note">{w.noneDone}</p> : done.map((k) => <Row key={k.number} icon="check" tint="ok" title={k.title} note={<>{k.number} · {k.code === null ? w.toWriter : <span className="num keycode">{grouped(k.code)}</span>}</>} end={`${k.position.toString()} / ${k.found.toString()}`} />)}
            {codes.length === 0 ? null : <><p className="note">{w.codeOnce}</p><p className="boxacts"><button type="button" className="btn primary" onClick={() => { print(); setPrinted(codes.length); }}><Icon name="print" size={18} />{w.printSlips}</button></p></>}
          </Card>
        </div>
      </DeskPage>
      <Slips box={box} openedOn={opening.openedOn} of={codes} />
    </div>
  );
}

/** Keys letters of one opening in, one after the other, by keyboard. */
export default function KeyIn() {
  const { id = '', opening = '' } = useParams();
  const seen = useCall(api.box, { id });
  const w = useWords(words);
  return (
    <Loaded from={seen}>
      {(b) => {
        const found = b.log.find((o) => o.id === opening);
        return found ? <KeyPage box={b} opening={found} /> : <Empty icon="box" title={w.noLog} />;
      }}
    </Loaded>
  );
}
