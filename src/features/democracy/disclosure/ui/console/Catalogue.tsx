import { Form, Input, Select, Space } from 'antd';
import { Link } from 'react-router';
import { Basis, Card, DeskPage, Empty, Icon, Loaded, type Output, useAct, useCall, useSay, useWords } from '../../../../../web/kit/index.ts';
import { Day, namedList } from '../../../../../web/kit/desk.ts';
import { OWNERSHIPS, type Ownership } from '../../catalogue.rules.ts';
import { desk } from '../../desk.contract.ts';
import { words as states } from '../../disclosure.words.ts';
import '../disclosure.css';
import { words } from '../desk-ui.words.ts';
import { words as titles } from '../screens.words.ts';
import { Circles } from './Circles.tsx';
import { useOwnUnion } from './own-union.ts';

type Book = Output<typeof desk.catalogue>;
const needed = [{ required: true }];
const SHOWS = [desk.catalogue, desk.calendar, desk.register];
const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

function Employer({ of: b }: { of: Book }) {
  const w = useWords(words);
  const sw = useWords(states);
  const [form] = Form.useForm<{ ownership: Ownership; since: string }>();
  const set = useAct(desk.setOwnership, { form, done: (out) => w.ownershipDone({ n: out.opened }), refreshes: SHOWS });
  if (!b.may.includes('set')) return <Card title={w.ownership}><p>{b.ownership ? sw[`ownership_${b.ownership}`] : w.catalogueMissing}</p></Card>;
  return (
    <Card title={w.ownership}>
      <Form form={form} layout="vertical" initialValues={{ ...(b.ownership ? { ownership: b.ownership } : {}), since: b.since ?? `${today().slice(0, 4)}-01-01` }} onFinish={(d) => set.act({ unionId: b.unionId, ...d })}>
        <Space wrap size="large" align="end">
          <Form.Item name="ownership" label={w.ownership} rules={needed}><Select style={{ width: 260 }} {...namedList(w.ownership)} options={OWNERSHIPS.map((o) => ({ value: o, label: sw[`ownership_${o}`] }))} /></Form.Item>
          <Form.Item name="since" label={w.since} rules={needed}><Day /></Form.Item>
          <Form.Item><button type="submit" className="btn primary" disabled={set.busy}>{w.setOwnership}</button></Form.Item>
        </Space>
      </Form>
    </Card>
  );
}

function Entries({ of: b }: { of: Book }) {
  const w = useWords(words);
  const end = useAct(desk.endAgreed, { done: w.agreedEnded, refreshes: SHOWS });
  const may = b.may.includes('set');
  return (
    <Card title={w.catalogue}>
      <div className="pubscroll">
        <table className="pubtable">
          <thead><tr><th scope="col">{w.entry}</th><th scope="col">{w.everyCol}</th><th scope="col">{w.basis}</th><th scope="col"><span className="unseen">{w.create}</span></th></tr></thead>
          <tbody>
            {b.items.map((e) => (
              <tr key={e.entryCode}>
                <td>{e.entry}</td><td>{e.every}</td><td>{e.agreed ? w.agreed : e.basis}</td>
                <td className="num">{may && e.months === 0 ? <Link className="btn" to={`/disclosures/new?entry=${e.entryCode}`}>{w.startDraft}</Link> : null}{may && e.agreed ? <button type="button" className="btn plain" disabled={end.busy} onClick={() => end.act({ id: e.entryCode })}>{w.endAgreed}</button> : null}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Basis>{w.rulebookHint}</Basis>
    </Card>
  );
}

function Agree({ unionId }: { unionId: string }) {
  const w = useWords(words);
  const sw = useWords(states);
  const [form] = Form.useForm<{ title: string; months: 0 | 1 | 3 | 6 | 12 }>();
  const add = useAct(desk.agree, { form, done: w.agreedDone, refreshes: SHOWS, after: () => form.resetFields() });
  return (
    <Card title={w.agreed}>
      <Form form={form} layout="vertical" initialValues={{ months: 3 }} onFinish={(d) => add.act({ unionId, ...d })}>
        <Space wrap size="large" align="end">
          <Form.Item name="title" label={w.agreedTitle} rules={needed}><Input maxLength={60} style={{ width: 260 }} /></Form.Item>
          <Form.Item name="months" label={w.everyCol}><Select style={{ width: 140 }} {...namedList(w.everyCol)} options={([0, 1, 3, 6, 12] as const).map((value) => ({ value, label: sw[`every_${value}`] }))} /></Form.Item>
          <Form.Item><button type="submit" className="btn" disabled={add.busy}><Icon name="add" size={18} />{w.addAgreed}</button></Form.Item>
        </Space>
      </Form>
    </Card>
  );
}

function Congress({ of: b }: { of: Book }) {
  const w = useWords(words);
  const [form] = Form.useForm<{ name: string; opensOn: string; closesOn: string }>();
  const add = useAct(desk.congress, { form, done: (out) => w.congressDone({ n: out.opened }), refreshes: SHOWS, after: () => form.resetFields() });
  return (
    <Card title={w.congress}>
      <p className="note">{w.congressHint}</p>
      {b.congresses.length > 0 ? <ul>{b.congresses.map((c) => <li key={c.id} className="num">{c.name} · {c.opensOn} – {c.closesOn}</li>)}</ul> : null}
      {b.may.includes('set') ? (
        <Form form={form} layout="vertical" onFinish={(d) => add.act({ unionId: b.unionId, ...d })}>
          <Space wrap size="large" align="end">
            <Form.Item name="name" label={w.congressName} rules={needed}><Input maxLength={60} style={{ width: 260 }} /></Form.Item><Form.Item name="opensOn" label={w.opensOn} rules={needed}><Day /></Form.Item><Form.Item name="closesOn" label={w.closesOn} rules={needed}><Day /></Form.Item>
            <Form.Item><button type="submit" className="btn" disabled={add.busy}><Icon name="add" size={18} />{w.addCongress}</button></Form.Item>
          </Space>
        </Form>
      ) : null}
    </Card>
  );
}

function Shown({ of: b }: { of: Book }) {
  const set = b.may.includes('set') && b.ownership !== null;
  return <><Employer key={b.ownership ?? ''} of={b} />{b.items.length > 0 ? <Entries of={b} /> : null}{set ? <Agree unionId={b.unionId} /> : null}{b.ownership === null ? null : <Congress of={b} />}<Circles unionId={b.unionId} may={b.may.includes('set')} /></>;
}

/** What must be disclosed and how often, what was agreed besides, the congress, and lists of people. */
export default function Catalogue() {
  const w = useWords(words);
  const say = useSay();
  const unionId = useOwnUnion();
  const book = useCall(desk.catalogue, { unionId: unionId ?? '' }, { when: unionId !== undefined });
  return <DeskPage title={say(titles.catalogue)} about={book.data?.union}>{unionId === undefined ? <Card><Empty icon="tree" title={w.chooseUnion} hint={w.dutiesAbout} /></Card> : <Loaded from={book} lines={8}>{(b) => <Shown key={b.unionId} of={b} />}</Loaded>}</DeskPage>;
}
