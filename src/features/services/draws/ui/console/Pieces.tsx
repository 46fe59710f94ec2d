import { Form, Input, InputNumber, Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { Attach, type Attached, attachments, Icon, useCall, useWords } from '../../../../../web/kit/index.ts';
import { namedList } from '../../../../../web/kit/desk.ts';
import { api } from '../../draws.contract.ts';
import { SOURCES, TAXES } from '../../draws.rules.ts';
import { words } from '../desk.words.ts';

type Person = { readonly id: string; readonly name: string; readonly unit: string };
/** A prize as it is typed: its value in yuan. */
export type TypedPrize = { readonly name: string; readonly count: number; readonly value?: number | null; readonly tax: 'withheld' | 'borne' | 'none'; readonly why?: string; readonly photo?: readonly Attached[] };

export const typed = (prizes: readonly { name: string; count: number; value: number; tax: TypedPrize['tax']; why: string; photo: string | null }[]): TypedPrize[] => prizes.map((p) => ({ name: p.name, count: p.count, value: p.value / 100, tax: p.tax, why: p.why, photo: p.photo ? [{ id: p.photo, name: p.name }] : [] }));
export const meant = (prizes: readonly TypedPrize[]) => prizes.map((p) => ({ name: p.name, count: p.count, value: Math.round((p.value ?? 0) * 100), tax: p.tax, why: p.why ?? '', photo: p.photo?.[0]?.id ?? null }));

const Picture = ({ value, onChange }: { value?: readonly Attached[]; onChange?: (files: readonly Attached[]) => void }) => <Attach to={attachments.upload} input={(name) => ({ name })} value={value ?? []} onChange={(files) => onChange?.(files)} most={1} />;

/** Prizes with picture, number, value and what becomes of the tax. */
export function PrizeFields() {
  const w = useWords(words);
  return (
    <Form.List name="prizes">
      {(fields, { add, remove }) => (
        <div className="drawprizes">
          {fields.map(({ key, name }) => (
            <div className="drawprize" key={key}>
              <Form.Item name={[name, 'name']} label={w.prizeName} rules={[{ required: true }]}><Input maxLength={60} /></Form.Item>
              <Form.Item name={[name, 'count']} label={w.prizeCount} rules={[{ required: true }]}><InputNumber min={1} max={10_000} className="drawwide" /></Form.Item>
              <Form.Item name={[name, 'value']} label={w.prizeValue}><InputNumber min={0} max={1_000_000} precision={2} className="drawwide" /></Form.Item>
              <Form.Item name={[name, 'tax']} label={w.prizeTax} rules={[{ required: true }]}><Select {...namedList(w.prizeTax)} options={TAXES.map((t) => ({ value: t, label: w[`tax_${t}`] }))} /></Form.Item>
              <Form.Item noStyle shouldUpdate>
                {({ getFieldValue }) => (getFieldValue(['prizes', name, 'tax']) === 'none' ? <Form.Item name={[name, 'why']} label={w.prizeWhy}><Input maxLength={100} placeholder={w.prizeWhyHint} /></Form.Item> : <span />)}
              </Form.Item>
              {fields.length > 1 ? <button type="button" className="iconbtn" aria-label={w.takeAway({ n: name + 1 })} onClick={() => remove(name)}><Icon name="close" size={18} /></button> : <span />}
              <div className="drawprizephoto"><Form.Item name={[name, 'photo']} label={w.prizePhoto}><Picture /></Form.Item></div>
            </div>
          ))}
          <p className="note">{w.prizesHint} · {w.taxBasis}</p>
          {fields.length < 20 ? <div><button type="button" className="btn" onClick={() => add({ count: 1, tax: 'borne' })}><Icon name="add" size={18} />{w.addPrize}</button></div> : null}
        </div>
      )}
    </Form.List>
  );
}

function Witnesses({ unionId, known, value, onChange, id }: { unionId: string; known: readonly Person[]; value?: string[]; onChange?: (ids: string[]) => void; id?: string }) {
  const w = useWords(words);
  const [text, setText] = useState('');
  const [seen, setSeen] = useState<readonly Person[]>(known);
  const wanted = useDeferredValue(text.trim());
  const found = useCall(api.people, { unionId, text: wanted || ' ' }, { when: wanted !== '', keepWhileChanging: true });
  const people = new Map([...seen, ...(wanted === '' ? [] : (found.data?.items ?? []))].map((p) => [p.id, p]));
  const choose = (ids: string[]): void => {
    setSeen(ids.flatMap((one) => people.get(one) ?? []));
    setText('');
    onChange?.(ids);
  };
  return (
    <Select {...namedList(w.witnesses)} {...(id ? { id } : {})} mode="multiple" value={value ?? []} onChange={choose} placeholder={w.witnessesFind} maxCount={15} notFoundContent={wanted === '' ? w.witnessesFind : undefined}
      showSearch={{ filterOption: false, searchValue: text, onSearch: setText }} options={[...people.values()].map((p) => ({ value: p.id, label: `${p.name}（${p.unit}）` }))} />
  );
}

/** Where chance comes from: witnesses with how many must reveal, or drand. */
export function ChanceFields({ unionId, known }: { unionId: string; known: readonly Person[] }) {
  const w = useWords(words);
  const source = Form.useWatch<string>('source');
  return (
    <>
      <Form.Item name="source" label={w.chance} extra={source === 'drand' ? w.drandHint : w.sourceHint}><Select {...namedList(w.chance)} options={SOURCES.map((s) => ({ value: s, label: w[`source_${s}`] }))} /></Form.Item>
      {source === 'drand' ? null : (
        <>
          <Form.Item name="witnesses" label={w.witnesses} rules={[{ required: true }]}><Witnesses unionId={unionId} known={known} /></Form.Item>
          <div className="columns">
            <Form.Item name="need" label={w.need}><InputNumber min={2} max={15} className="drawwide" /></Form.Item>
            <Form.Item name="revealHours" label={w.hours}><InputNumber min={1} max={720} className="drawwide" /></Form.Item>
          </div>
        </>
      )}
    </>
  );
}
