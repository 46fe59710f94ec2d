import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { Icon, useCall, useWords } from '../../../../../web/kit/index.ts';
import { namedList } from '../../../../../web/kit/desk.ts';
import { desk } from '../../appraisals.contract.ts';
import { words } from '../desk.words.ts';

export type Known = { readonly id: string; readonly name: string; readonly unit: string };
type Way = { readonly unionId: string; readonly known: readonly Known[] };

/** People found by the beginning of their name, and those that stand in the form already. */
function usePeople({ unionId, known, above }: Way & { above: boolean }) {
  const [text, setText] = useState('');
  const found = useCall(desk.people, { unionId, text, above: above ? 'yes' : 'no' }, { when: text.trim().length > 0 && unionId !== '', keepWhileChanging: true });
  const all = [...new Map([...known, ...(found.data?.items ?? [])].map((p) => [p.id, p])).values()];
  return { find: setText, all, options: all.map((p) => ({ value: p.id, label: p.unit ? `${p.name} · ${p.unit}` : p.name })) };
}

/** Chooses people by name. */
export function PeoplePick({ unionId, known, label, value, onChange }: Way & { label: string; value?: string[]; onChange?: (ids: string[]) => void }) {
  const people = usePeople({ unionId, known, above: false });
  return <Select mode="multiple" className="appfull" showSearch={{ filterOption: false, onSearch: people.find }} {...namedList(label)} placeholder={label} options={people.options} value={value ?? []} onChange={(ids: string[]) => onChange?.(ids)} />;
}

function LeaderLine({ n, at, way, drop }: { n: number; at: number; way: Way; drop: (() => void) | null }) {
  const w = useWords(words);
  const form = Form.useFormInstance();
  const people = usePeople({ ...way, above: true });
  const named = (id: string | undefined): void => { const p = people.all.find((x) => x.id === id); if (p) form.setFieldValue(['leaders', at, 'name'], p.name); };
  const said = w.leaderN({ n });
  return (
    <div className="appleader">
      <Form.Item name={[at, 'personId']} noStyle><Select allowClear showSearch={{ filterOption: false, onSearch: people.find }} {...namedList(`${said} ${w.member}`)} placeholder={w.member} options={people.options} onChange={named} /></Form.Item>
      <Form.Item name={[at, 'name']} noStyle><Input aria-label={`${said} ${w.leaderName}`} placeholder={w.leaderName} maxLength={60} /></Form.Item>
      <Form.Item name={[at, 'post']} noStyle><Input aria-label={`${said} ${w.post}`} placeholder={w.post} maxLength={80} /></Form.Item>
      {drop ? <button type="button" className="btn plain" aria-label={`${w.remove} ${said}`} onClick={drop}><Icon name="close" size={18} /></button> : <span />}
    </div>
  );
}

/** Leaders in the order of the paper: members, or people by name and post. */
export function LeaderLines(way: Way) {
  const w = useWords(words);
  return (
    <Form.List name="leaders">
      {(fields, { add, remove }, { errors }) => (
        <>
          {fields.map((f, i) => <LeaderLine key={f.key} n={i + 1} at={f.name} way={way} drop={fields.length > 1 ? () => remove(f.name) : null} />)}
          <Form.ErrorList errors={errors} />
          <button type="button" className="btn" onClick={() => add({})}><Icon name="add" size={18} />{w.addLeader}</button>
        </>
      )}
    </Form.List>
  );
}

function ReaderLine({ n, at, way, drop }: { n: number; at: number; way: Way; drop: () => void }) {
  const w = useWords(words);
  const people = usePeople({ ...way, above: true });
  const said = `${w.reader} ${String(n)}`;
  return (
    <div className="appleader reader">
      <Form.Item name={[at, 'personId']} noStyle><Select showSearch={{ filterOption: false, onSearch: people.find }} {...namedList(said)} placeholder={w.member} options={people.options} /></Form.Item>
      <Form.Item name={[at, 'capacity']} noStyle><Input aria-label={`${said} ${w.capacity}`} placeholder={w.capacity} maxLength={60} /></Form.Item>
      <button type="button" className="btn plain" aria-label={`${w.remove} ${said}`} onClick={drop}><Icon name="close" size={18} /></button>
    </div>
  );
}

/** People named to read the report. */
export function ReaderLines(way: Way) {
  const w = useWords(words);
  return (
    <Form.List name="readers">
      {(fields, { add, remove }, { errors }) => (
        <>
          {fields.map((f, i) => <ReaderLine key={f.key} n={i + 1} at={f.name} way={way} drop={() => remove(f.name)} />)}
          <Form.ErrorList errors={errors} />
          <button type="button" className="btn" onClick={() => add({})}><Icon name="add" size={18} />{w.addReader}</button>
        </>
      )}
    </Form.List>
  );
}
