import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { type AnyEndpoint, Icon, type Output, showMoney, useAct, useCall, useWords } from '../../../../../web/kit/index.ts';
import { namedList } from '../../../../../web/kit/desk.ts';
import { api } from '../../payment-lists.contract.ts';
import { words } from '../payment-lists-ui.words.ts';

type Failed = { readonly personId: string; readonly label: string; readonly why: string };

/** The result of a payment: everybody was paid but those named here, each with why. */
export function Settle({ list, close, changed }: { list: Output<typeof api.list>; close: () => void; changed: readonly AnyEndpoint[] }) {
  const w = useWords(words);
  const [text, setText] = useState('');
  const [failed, setFailed] = useState<readonly Failed[]>([]);
  const found = useCall(api.people, { id: list.id, ...(text ? { text } : {}), limit: 20 }, { keepWhileChanging: true });
  const settle = useAct(api.settle, { refreshes: changed, done: w.settledDone, after: close });
  const options = (found.data?.items ?? []).filter((p) => !failed.some((f) => f.personId === p.id)).map((p) => ({ value: p.id, label: `${p.name} · ${p.staffNumber} · ${showMoney(p.amountFen)}` }));
  const send = (): void => settle.act({ id: list.id, version: list.version, failed: failed.map(({ personId, why }) => ({ personId, why: why.trim() })) });
  return (
    <Modal open title={w.settle} width={640} okText={failed.length === 0 ? w.settleAll({ n: list.people, sum: showMoney(list.totalFen) }) : w.settleSome({ n: list.people - failed.length, m: failed.length })}
      onCancel={close} onOk={send} okButtonProps={{ disabled: failed.some((f) => f.why.trim().length < 2) }} confirmLoading={settle.busy}>
      <p className="note">{w.settleHint}</p>
      <Select className="payfind" showSearch={{ filterOption: false, onSearch: setText }} value={null} placeholder={w.failedFind} options={options} {...namedList(w.failedWho)}
        onChange={(id: string | null) => { const one = options.find((o) => o.value === id); if (one) setFailed([...failed, { personId: one.value, label: one.label, why: '' }]); setText(''); }} />
      {failed.map((f) => (
        <div key={f.personId} className="payfailed">
          <span>{f.label}</span>
          <Input aria-label={`${f.label} ${w.reason}`} placeholder={w.failedWhy} value={f.why} maxLength={100} onChange={(e) => setFailed(failed.map((x) => (x === f ? { ...f, why: e.target.value } : x)))} />
          <button type="button" className="iconbtn" aria-label={`${w.withdraw} ${f.label}`} onClick={() => setFailed(failed.filter((x) => x !== f))}><Icon name="remove" size={18} /></button>
        </div>
      ))}
    </Modal>
  );
}
