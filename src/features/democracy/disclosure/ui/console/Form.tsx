import { Form as Fields, Input, InputNumber, Select, Space } from 'antd';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { Attach, type Attached, attachments, Card, DeskPage, Empty, Icon, Loaded, type Output, useAct, useCall, useWords } from '../../../../../web/kit/index.ts';
import { Day, namedList } from '../../../../../web/kit/desk.ts';
import { desk } from '../../desk.contract.ts';
import '../disclosure.css';
import { words } from '../desk-ui.words.ts';
import type { Item } from './Acts.tsx';
import { Lines, type LinesFilled, linesFrom, linesSent } from './Lines.tsx';
import { useOwnUnion } from './own-union.ts';

type Book = Output<typeof desk.catalogue>;
type Filled = LinesFilled & { entry?: string; happenedOn?: string | null; title: string; body?: string; files?: readonly Attached[]; publicDays: number; why?: string };
const needed = [{ required: true }];
const Papers = ({ value, onChange }: { value?: readonly Attached[]; onChange?: (files: readonly Attached[]) => void }) => <Attach to={attachments.upload} input={(name) => ({ name })} value={value ?? []} onChange={(files) => onChange?.(files)} most={20} accept="image/*,.pdf,.docx,.xlsx,.csv,.txt" />;

const saidOf = (d: Filled) => ({ title: d.title, body: d.body ?? '', files: (d.files ?? []).map((f) => f.id), publicDays: d.publicDays, why: d.why ?? '', ...linesSent(d) });

function Body({ least }: { least: number }) {
  const w = useWords(words);
  return (
    <>
      <Fields.Item name="title" label={w.title} rules={needed}><Input maxLength={80} /></Fields.Item>
      <Fields.Item name="body" label={w.body}><Input.TextArea rows={12} maxLength={20_000} /></Fields.Item>
      <Fields.Item name="files" label={w.files}><Papers /></Fields.Item>
      <Fields.Item name="publicDays" label={w.publicDays} extra={w.publicHint({ n: least })} rules={needed}><InputNumber min={1} max={3660} precision={0} /></Fields.Item>
    </>
  );
}

function Buttons({ busy }: { busy: boolean }) {
  const w = useWords(words);
  const go = useNavigate();
  return <div className="pubacts"><button type="submit" className="btn primary" disabled={busy}><Icon name="check" size={18} />{w.save}</button><button type="button" className="btn" onClick={() => void go(-1)}>{w.cancel}</button></div>;
}

function New({ book }: { book: Book }) {
  const w = useWords(words);
  const go = useNavigate();
  const [params] = useSearchParams();
  const [form] = Fields.useForm<Filled>();
  const entry = Fields.useWatch('entry', form);
  const found = book.items.find((e) => e.entryCode === entry);
  const make = useAct(desk.draft, { form, done: w.drafted, refreshes: [desk.register], after: (out) => void go(`/disclosures/${out.id}`) });
  const send = (d: Filled): void => make.act({ unionId: book.unionId, entry: d.entry ?? '', ...(d.happenedOn ? { happenedOn: d.happenedOn } : {}), ...saidOf(d) });
  return (
    <Fields form={form} layout="vertical" initialValues={{ publicDays: book.leastDays, audience: 'all', ...(params.get('entry') ? { entry: params.get('entry') } : {}) }} onFinish={send}>
      <div className="pubdesk">
        <Card>
          <p className="note">{book.union}</p>
          <Space wrap size="large">
            <Fields.Item name="entry" label={w.entry} rules={needed}><Select style={{ width: 300 }} showSearch optionFilterProp="label" {...namedList(w.entry)} options={book.items.map((e) => ({ value: e.entryCode, label: e.entry }))} /></Fields.Item>
            {found?.atOnce ? <Fields.Item name="happenedOn" label={w.happenedOn} extra={w.happenedHint} rules={needed}><Day /></Fields.Item> : null}
          </Space>
          <Body least={book.leastDays} />
        </Card>
        <Card title={w.audience}><Lines unionId={book.unionId} /></Card>
        <Buttons busy={make.busy} />
      </div>
    </Fields>
  );
}

function Edit({ of: i }: { of: Item }) {
  const w = useWords(words);
  const go = useNavigate();
  const [form] = Fields.useForm<Filled>();
  const save = useAct(desk.save, { form, done: w.saved, refreshes: [desk.item, desk.register, desk.calendar], after: (out) => void go(`/disclosures/${out.id}`) });
  const start: Filled = { title: i.draft.title, body: i.draft.body, files: i.draft.files, publicDays: Math.max(i.draft.publicDays, i.leastDays), why: i.draft.why, ...linesFrom(i) };
  return (
    <Fields form={form} layout="vertical" initialValues={start} onFinish={(d) => save.act({ id: i.id, version: i.caseVersion, ...saidOf(d) })}>
      <div className="pubdesk">
        <Card>
          <p className="note">{i.union} · {i.entry}{i.period ? ` · ${i.period}` : ''}</p>
          <Body least={i.leastDays} />
          {i.version > 0 ? <Fields.Item name="why" label={w.why} rules={needed}><Input maxLength={300} /></Fields.Item> : null}
        </Card>
        <Card title={w.audience}><Lines unionId={i.unionId} /></Card>
        <Buttons busy={save.busy} />
      </div>
    </Fields>
  );
}

function NewPage() {
  const w = useWords(words);
  const unionId = useOwnUnion();
  const book = useCall(desk.catalogue, { unionId: unionId ?? '' }, { when: unionId !== undefined });
  if (unionId === undefined) return <Card><Empty icon="tree" title={w.chooseUnion} hint={w.dutiesAbout} /></Card>;
  return <Loaded from={book} lines={8}>{(b) => (b.ownership === null ? <Card><Empty icon="board" title={w.catalogueMissing} hint={w.catalogueMissingHint} /></Card> : <New key={b.unionId} book={b} />)}</Loaded>;
}

function EditPage({ id }: { id: string }) {
  const item = useCall(desk.item, { id });
  return <Loaded from={item} lines={8}>{(i) => <Edit key={`${i.id} ${String(i.caseVersion)}`} of={i} />}</Loaded>;
}

/** A new item, or what is written of one. It is published by a second person. */
export default function DisclosureForm() {
  const w = useWords(words);
  const { id } = useParams();
  return <DeskPage title={id === undefined ? w.formTitle : w.formEdit}>{id === undefined ? <NewPage /> : <EditPage id={id} />}</DeskPage>;
}
