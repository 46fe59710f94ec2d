import { Form, Input, Select, Space } from 'antd';
import { useState } from 'react';
import { Card, FieldText, Icon, LoadedPages, type Output, tell, useAct, useCall, usePages, useWords } from '../../../../../web/kit/index.ts';
import { namedList } from '../../../../../web/kit/desk.ts';
import { desk } from '../../desk.contract.ts';
import { words } from '../desk-ui.words.ts';

type Circle = Output<typeof desk.circles>['items'][number];

/** Who is on a list, and putting people on it by name or staff number. */
function People({ of: c, may }: { of: Circle; may: boolean }) {
  const w = useWords(words);
  const [text, setText] = useState('');
  const people = usePages(desk.circlePeople, { id: c.id, limit: 100 });
  const set = useAct(desk.setCircle, {
    done: (out) => w.peopleDone({ n: out.people }), refreshes: [desk.circlePeople, desk.circles],
    after: (out) => { setText(out.unknown.join('\n')); if (out.unknown.length > 0) tell(w.unknownPeople({ names: out.unknown.join('、') }), 'bad'); },
  });
  const add = text.split('\n').map((x) => x.trim()).filter(Boolean);
  return (
    <div className="pubdesk">
      <LoadedPages from={people} empty={<p className="note">{w.peopleN({ n: 0 })}</p>}>
        {(items) => <div className="pubscroll"><table className="pubtable"><tbody>{items.map((p) => <tr key={p.id}><td>{p.name}</td><td>{p.union}</td><td className="num">{may ? <button type="button" className="btn plain" disabled={set.busy} onClick={() => set.act({ id: c.id, add: [], remove: [p.id] })}>{w.remove}<span className="unseen">{p.name}</span></button> : null}</td></tr>)}</tbody></table></div>}
      </LoadedPages>
      {may ? (
        <form className="fields" onSubmit={(e) => { e.preventDefault(); set.act({ id: c.id, add: add.slice(0, 500), remove: [] }); }}>
          <FieldText label={w.addPeople} hint={w.addHint} rows={3} value={text} onChange={(e) => setText(e.target.value)} />
          <div className="pubacts"><button type="submit" className="btn" disabled={set.busy || add.length === 0}><Icon name="add" size={18} />{w.addPeople}</button></div>
        </form>
      ) : null}
    </div>
  );
}

/** Lists of people to which something may be disclosed: delegates and others. */
export function Circles({ unionId, may }: { unionId: string; may: boolean }) {
  const w = useWords(words);
  const [open, setOpen] = useState<string | null>(null);
  const lists = useCall(desk.circles, { unionId, limit: 100 });
  const [form] = Form.useForm<{ name: string; kind: 'delegates' | 'tag' }>();
  const make = useAct(desk.makeCircle, { form, done: w.circleDone, refreshes: [desk.circles], after: (out) => { form.resetFields(); setOpen(out.id); } });
  return (
    <Card title={w.circles}>
      <p className="note">{w.circlesHint}</p>
      {(lists.data?.items ?? []).map((c) => (
        <div key={c.id} className="pubdesk">
          <button type="button" className="btn plain" aria-expanded={open === c.id} onClick={() => setOpen(open === c.id ? null : c.id)}><Icon name="people" size={18} />{c.name} · {w.peopleN({ n: c.people })}</button>
          {open === c.id ? <People of={c} may={may} /> : null}
        </div>
      ))}
      {may ? (
        <Form form={form} layout="vertical" initialValues={{ kind: 'delegates' }} onFinish={(d) => make.act({ unionId, ...d })}>
          <Space wrap size="large" align="end">
            <Form.Item name="name" label={w.circleName} rules={[{ required: true }]}><Input maxLength={40} style={{ width: 220 }} /></Form.Item>
            <Form.Item name="kind" label={w.circleKind}><Select style={{ width: 140 }} {...namedList(w.circleKind)} options={[{ value: 'delegates', label: w.delegates }, { value: 'tag', label: w.tag }]} /></Form.Item>
            <Form.Item><button type="submit" className="btn" disabled={make.busy}><Icon name="add" size={18} />{w.addCircle}</button></Form.Item>
          </Space>
        </Form>
      ) : null}
    </Card>
  );
}
