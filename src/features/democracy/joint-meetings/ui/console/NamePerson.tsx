import { Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import { Icon, useAct, useCall, useWords } from '../../../../../web/kit/index.ts';
import { namedList } from '../../../../../web/kit/desk.ts';
import { api } from '../../joint-meetings.contract.ts';
import { ROLES, type Role, SIDES, type Side } from '../../joint-meetings.rules.ts';
import { words } from '../joint-ui.words.ts';

/** Names a representative of one side. */
export function NamePerson({ councilId }: { councilId: string }) {
  const w = useWords(words);
  const [shown, setShown] = useState(false);
  const [find, setFind] = useState('');
  const [who, setWho] = useState<string | null>(null);
  const [side, setSide] = useState<Side>('other');
  const [role, setRole] = useState<Role>('head');
  const people = useCall(api.people, { id: councilId, text: find }, { when: find.trim() !== '', keepWhileChanging: true });
  const close = (): void => { setShown(false); setWho(null); setFind(''); };
  const name = useAct(api.name, { refreshes: [api.council], done: w.named, after: close });
  return (
    <div className="noprint">
      <button type="button" className="btn" onClick={() => setShown(true)}><Icon name="add" size={18} />{w.addPerson}</button>
      <Modal open={shown} title={w.addPerson} onCancel={close} okText={w.save} okButtonProps={{ disabled: who === null }} confirmLoading={name.busy} onOk={() => { if (who) name.act({ id: councilId, personId: who, side, role }); }} destroyOnHidden>
        <div style={{ display: 'grid', gap: 12 }}>
          <Select {...namedList(w.person)} placeholder={w.personHint} showSearch={{ filterOption: false, onSearch: setFind }} value={who} onChange={setWho} options={(people.data?.items ?? []).map((p) => ({ value: p.id, label: `${p.name} · ${p.unit}` }))} />
          <Radio.Group aria-label={w.side} value={side} onChange={(e) => setSide(e.target.value as Side)} options={SIDES.map((x) => ({ value: x, label: w[`side_${x}`] }))} />
          <Radio.Group aria-label={w.role} value={role} onChange={(e) => setRole(e.target.value as Role)} options={ROLES.map((x) => ({ value: x, label: w[`role_${x}`] }))} />
        </div>
      </Modal>
    </div>
  );
}
